import Evaluation
import Foundation

/// An evaluation as JSON Lines: each says in `part` what it is about. Shares are 0...1, and null where there is nothing to share.
struct FigureLines {
    private let figures: Figures
    private let answer = Answer(json: true)

    init(_ figures: Figures) { self.figures = figures }

    func print() throws {
        try answer.line(JSONFields("outcomes", ["right": figures.outcomes.right, "wrong": figures.outcomes.wrong]))
        for wrong in figures.wrongOutcomes {
            try answer.line(
                JSONFields("wrong_outcome", ["file": wrong.file, "expected": wrong.expected, "got": wrong.got, "reason": wrong.reason]))
        }
        let secrecy = figures.secrecy
        try answer.line(
            JSONFields(
                "secrecy",
                [
                    "held": secrecy.held, "missed": secrecy.missed, "recall": secrecy.recall, "passed": secrecy.passed,
                    "false_alarms": secrecy.falseAlarms, "false_alarm_share": secrecy.falseAlarmShare, "leaks": secrecy.leaks,
                ]))
        try answer.line(JSONFields("splits", ["right": figures.splits.right, "wrong": figures.splits.wrong, "share": figures.splits.share]))
        for wrong in figures.wrongSplits {
            try answer.line(JSONFields("wrong_split", ["file": wrong.file, "expected": wrong.expected, "got": wrong.got]))
        }
        try printWork()
        try printText()
        try printFields()
        try printCalibration()
        for (confusion, count) in figures.confusions {
            try answer.line(JSONFields("confusion", ["printed": confusion.printed, "read": confusion.read, "count": count]))
        }
        for line in figures.worstLines {
            try answer.line(
                JSONFields(
                    "worst_line",
                    [
                        "file": line.file, "page": line.page, "group": line.group.rawValue, "printed": line.printed,
                        "read": line.comparison.read, "edits": line.edits, "share": line.share, "box": line.place,
                    ]))
        }
    }

    private func printWork() throws {
        for (key, work) in figures.work.sorted(by: { $0.key < $1.key }) {
            try answer.line(
                JSONFields(
                    "records",
                    [
                        "family": key.family, "level": key.level, "records": work.records, "accepted": work.accepted,
                        "accepted_share": work.acceptedShare, "accepted_right": work.acceptedRight,
                        "accepted_required_right": work.acceptedSound,
                    ]))
        }
    }

    private func printText() throws {
        for (group, tally) in figures.textByGroup { try answer.line(JSONFields("text", ["group": group.rawValue], tally)) }
        for (file, tally) in figures.text(by: \.file).sorted(by: { $0.key < $1.key }) { try answer.line(JSONFields("file", ["file": file], tally)) }
        for page in figures.pages {
            try answer.line(JSONFields("page", ["file": page.file, "page": page.page, "group": page.group.rawValue], page.tally))
        }
    }

    private func printFields() throws {
        for (key, tally) in figures.fields(where: { _ in true }) {
            try answer.line(
                JSONFields(
                    "field",
                    [
                        "family": key.family, "type": key.type, "level": key.level, "field": key.field, "right": tally.right, "wrong": tally.wrong,
                        "missing": tally.missing, "invented": tally.invented, "precision": tally.precision, "recall": tally.recall,
                        "exact_match": tally.exactMatch,
                    ]))
        }
        for wrong in figures.wrongFields {
            try answer.line(
                JSONFields(
                    "wrong_field",
                    ["file": wrong.file, "field": wrong.field, "printed": wrong.printed, "read": wrong.read, "confidence": wrong.confidence]))
        }
    }

    private func printCalibration() throws {
        try print(figures.words, part: "word_confidence", field: nil)
        for (field, tally) in figures.confidences.sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
            try print(tally, part: "field_confidence", field: field)
        }
    }

    private func print(_ tally: CalibrationTally, part: String, field: String?) throws {
        for bucket in tally.buckets where bucket.count > 0 {
            try answer.line(
                JSONFields(
                    part,
                    [
                        "field": field, "from": bucket.from, "to": bucket.to, "count": bucket.count, "stated": bucket.meanStated,
                        "right": bucket.shareRight,
                    ]))
        }
    }
}

/// One line: named values, each as JSON writes it.
private struct JSONFields: Encodable {
    private var values: [String: (any Encodable)?]

    init(_ part: String, _ values: [String: (any Encodable)?]) {
        self.values = values
        self.values["part"] = part
    }

    init(_ part: String, _ values: [String: (any Encodable)?], _ tally: TextTally) {
        self.init(part, values)
        let more: [String: (any Encodable)?] = [
            "pages": tally.pages, "characters": tally.letters, "cer": tally.letterErrors, "cer_line": tally.lineErrors, "wer": tally.wordErrors,
            "words": tally.words, "words_found": tally.found,
        ]
        self.values.merge(more) { $1 }
    }

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (name, value) in values {
            let key = Key(stringValue: name)
            if let value { try container.encode(Self.rounded(value), forKey: key) } else { try container.encodeNil(forKey: key) }
        }
    }

    private static func rounded(_ value: any Encodable) -> any Encodable {
        (value as? Double).map { ($0 * 1_000_000).rounded() / 1_000_000 } ?? value
    }
}
