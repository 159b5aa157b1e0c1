import Evaluation

/// An evaluation for people, in tables.
struct FigureTables {
    private let figures: Figures

    private static let confusionsShown = 25
    private static let filesShown = 12
    private static let wrongShown = 20

    init(_ figures: Figures) { self.figures = figures }

    func show() throws {
        try showFiles()
        try showText()
        try showFields()
        try showWork()
        try showCalibration()
        try showConfusions()
    }

    private func title(_ text: String) throws { try Answer.say("\n\(text)") }

    private func showFiles() throws {
        let secrecy = figures.secrecy
        try Answer.say(Phrases.outcomesFigure(right: figures.outcomes.right, wrong: figures.outcomes.wrong))
        for wrong in figures.wrongOutcomes.prefix(Self.wrongShown) {
            let got = [wrong.got, wrong.reason].compactMap(\.self).joined(separator: " ")
            try Answer.say("  ✗ \(Table.oneLine(wrong.file, at: 80)): \(got) (\(wrong.expected.joined(separator: ", ")))")
        }
        try Answer.say(
            Phrases.secrecyFigure(
                held: secrecy.held, marked: secrecy.held + secrecy.missed.count, alarms: secrecy.falseAlarms.count,
                plain: secrecy.passed + secrecy.falseAlarms.count))
        for file in secrecy.missed + secrecy.leaks { try Answer.say("  ✗ \(Table.oneLine(file, at: 80)): \(Phrases.missedMark)") }
        for file in secrecy.falseAlarms { try Answer.say("  ✗ \(Table.oneLine(file, at: 80)): \(Phrases.falseAlarm)") }
        try Answer.say(Phrases.splitsFigure(right: figures.splits.right, wrong: figures.splits.wrong))
        for wrong in figures.wrongSplits.prefix(Self.wrongShown) {
            try Answer.say("  ✗ \(Table.oneLine(wrong.file, at: 80)): \(wrong.got) (\(wrong.expected))")
        }
    }

    private func showText() throws {
        if figures.pages.isEmpty { return }
        try title(Phrases.textTitle)
        try table(figures.textByGroup.map { ($0.group.rawValue, $0.tally) }, of: Phrases.groupWord)
        try title(Phrases.worstFilesTitle)
        let files = figures.text(by: \.file).sorted { ($1.value.lineErrors ?? 0, $0.key) < ($0.value.lineErrors ?? 0, $1.key) }
        try table(files.prefix(Self.filesShown).map { ($0.key, $0.value) }, of: Phrases.file)
    }

    private func table(_ rows: [(String, TextTally)], of what: String) throws {
        var table = Table([what, Phrases.pages, "CER", "CER_line", "WER", Phrases.wordsFound])
        for (name, tally) in rows {
            table.add(
                [name, String(tally.pages)]
                    + [tally.letterErrors, tally.lineErrors, tally.wordErrors, tally.found].map { $0.map(Phrases.hundredths) })
        }
        try table.show()
    }

    private func showFields() throws {
        if figures.fields.isEmpty { return }
        try title(Phrases.fieldsTitle)
        var table = Table(
            [Phrases.familyWord, Phrases.levelWord, Phrases.field] + Phrases.verdicts + [
                Phrases.precisionWord, Phrases.recallWord, Phrases.exactWord,
            ])
        for (key, tally) in figures.fields(where: { $0.type == nil && $0.level != nil }) {
            table.add(
                [key.family, key.level, key.field, String(tally.right), String(tally.wrong), String(tally.missing), String(tally.invented)]
                    + [tally.precision, tally.recall, tally.exactMatch].map { $0.map(Phrases.hundredths) })
        }
        try table.show()
        try showTypes()
    }

    /// All fields of a type together; each field by itself is for `--json`.
    private func showTypes() throws {
        try title(Phrases.fieldsByTypeTitle)
        var table = Table(
            [Phrases.formWord, Phrases.levelWord] + Phrases.verdicts + [Phrases.precisionWord, Phrases.recallWord, Phrases.exactWord])
        for (type, level, tally) in figures.fieldsByType {
            table.add(
                [type, level, String(tally.right), String(tally.wrong), String(tally.missing), String(tally.invented)]
                    + [tally.precision, tally.recall, tally.exactMatch].map { $0.map(Phrases.hundredths) })
        }
        try table.show()
    }

    private func showWork() throws {
        if figures.work.isEmpty { return }
        try title(Phrases.workTitle)
        var table = Table([
            Phrases.familyWord, Phrases.levelWord, Phrases.recordsWord, Phrases.acceptedWord, Phrases.share, Phrases.acceptedSound,
            Phrases.acceptedRight,
        ])
        for (key, work) in figures.work.sorted(by: { $0.key < $1.key }) {
            table.add([
                key.family, key.level, String(work.records), String(work.accepted), work.acceptedShare.map(Phrases.hundredths),
                String(work.acceptedSound), String(work.acceptedRight),
            ])
        }
        try table.show()
    }

    private func showCalibration() throws {
        for (name, tally) in [(Phrases.wordConfidenceTitle, figures.words), (Phrases.fieldConfidenceTitle, figures.confidences[nil] ?? .init())]
        where tally.count > 0 {
            try title(name)
            var table = Table([Phrases.statedWord, Phrases.meanWord, Phrases.rightWord, Phrases.countOf])
            for bucket in tally.buckets where bucket.count > 0 {
                table.add([
                    Phrases.span(bucket.from, bucket.to), bucket.meanStated.map(Phrases.hundredths), bucket.shareRight.map(Phrases.hundredths),
                    String(bucket.count),
                ])
            }
            try table.show()
            if let error = tally.error { try Answer.say(Phrases.calibrationError(error)) }
        }
    }

    private func showConfusions() throws {
        if figures.confusions.isEmpty { return }
        try title(Phrases.confusionsTitle)
        let shown = figures.confusions.prefix(Self.confusionsShown).map { confusion, count in
            "\(Self.visible(confusion.printed)) → \(Self.visible(confusion.read)) ×\(count)"
        }
        try Answer.say(shown.joined(separator: "   "))
    }

    /// Nothing, and a space, are shown as signs.
    static func visible(_ letters: String) -> String { letters.isEmpty ? "∅" : letters.replacing(" ", with: "␣") }
}
