package import Records

/// Measures what was read against what is printed, file by file. Pure: it is given answers and readings, and opens nothing.
///
/// The definitions are in docs/evaluation.md.
package struct Evaluation {
    package private(set) var figures = Figures()
    private var confusions = ConfusionTally()
    private var lines: [WorstLine] = []
    private let duplicated: Set<String>
    private let worst: Int

    /// Lines of one page among the worst: a page that is lost would fill the list.
    private static let worstOfPage = 4

    /// Of a line's letters, how many may be wrong for it to be certainly this line that was read.
    private static let recognisable = 0.3

    /// - Parameters:
    ///   - truths: of all files that will be added: some are about others.
    ///   - worst: how many of the worst lines are kept.
    package init(truths: [Truth], worst: Int) {
        duplicated = Set(truths.compactMap(\.duplicateOf))
        self.worst = worst
    }

    /// - Parameters:
    ///   - answer: nil where nothing was told of the file.
    ///   - reading: the words of a page with their places, where they are at hand.
    package mutating func add(_ truth: Truth, _ answer: FileAnswer?, reading: (Int) -> PageReading? = { _ in nil }) {
        addOutcome(truth, answer)
        addSecrecy(truth, answer)
        guard truth.expectation == .recorded, let answer, answer.outcome == .recorded else { return }
        addText(truth, answer, reading)
        addSplit(truth, answer)
        for (paper, record) in matches(truth, answer) { add(record, with: paper, of: truth) }
        for record in answer.records { addWork(record, truth, answer) }
    }

    /// Ends the count: the commonest confusions and the worst lines.
    package mutating func finish() -> Figures {
        figures.confusions = confusions.commonest
        // What costs the most comes first: a long line half lost before a number of two digits.
        lines.sort { ($1.edits, $1.share, $0.file, $0.page) < ($0.edits, $0.share, $1.file, $1.page) }
        figures.worstLines = Array(lines.prefix(worst))
        return figures
    }

    private mutating func addOutcome(_ truth: Truth, _ answer: FileAnswer?) {
        let allowed = outcomes(allowedBy: truth)
        let isRight = answer?.outcome.map(allowed.contains) ?? false
        figures.outcomes.add(isRight)
        let hasReason = answer?.outcome != .rejected || (answer?.reason?.code != nil && answer?.reason?.message != nil)
        guard !isRight || !hasReason else { return }
        figures.wrongOutcomes.append(
            Figures.WrongOutcome(
                file: truth.file, expected: allowed.map(\.rawValue), got: answer?.outcome?.rawValue ?? "absent", reason: answer?.reason?.code))
    }

    private func outcomes(allowedBy truth: Truth) -> [ScanState] {
        let isOneOfTwins = truth.duplicateOf != nil || truth.category == "duplicate" || duplicated.contains(truth.file)
        if isOneOfTwins { return [.recorded, .duplicate] }
        return switch truth.expectation {
        case .restricted: [.restricted]
        case .recorded: [.recorded]
        case .recordedOrRejected: [.recorded, .rejected]
        case .rejected: [.rejected]
        }
    }

    private mutating func addSecrecy(_ truth: Truth, _ answer: FileAnswer?) {
        let isHeld = answer?.outcome == .restricted
        switch (truth.expectation == .restricted, isHeld) {
        case (true, true):
            figures.secrecy.held += 1
            if answer?.records.isEmpty == false { figures.secrecy.leaks.append(truth.file) }
        case (true, false): figures.secrecy.missed.append(truth.file)
        case (false, true): figures.secrecy.falseAlarms.append(truth.file)
        case (false, false): figures.secrecy.passed += 1
        }
    }
}

// MARK: - Text

extension Evaluation {
    private mutating func addText(_ truth: Truth, _ answer: FileAnswer, _ reading: (Int) -> PageReading?) {
        let pages = answer.pages
        for (page, printed) in truth.contentPages {
            let group = TextGroup(of: truth, page: page)
            let read = pages[page.page]
            let comparison = PageComparison(read: read?.text ?? "", printed: printed)
            figures.pages.append(Figures.PageFigure(file: truth.file, page: page.page, group: group, tally: comparison.tally))
            let words = read == nil ? nil : reading(page.page)
            if let words, words.source == .ocr {
                let stamps = truth.stamps.filter { $0.page == nil || $0.page == page.page }.compactMap(\.text)
                for verdict in WordVerdicts(words, printed: printed, stamps: stamps).verdicts {
                    figures.words.add(confidence: verdict.confidence, isRight: verdict.isRight)
                }
            }
            addLines(comparison, of: page, words) { printed, lines, place, edits, share in
                WorstLine(
                    file: truth.file, page: page.page, group: group, printed: printed, comparison: lines, edits: edits, share: share, place: place,
                    rotation: read?.rotation ?? 0, sha256: answer.sha256, mediaType: answer.mediaType)
            }
        }
    }

    private mutating func addLines(
        _ comparison: PageComparison, of page: TruthPage, _ reading: PageReading?,
        make: (String, LineComparison, Box?, Int, Double) -> WorstLine
    ) {
        let places = reading.flatMap { PagePlaces($0, text: comparison.read) }
        var found: [WorstLine] = []
        for (line, edits) in comparison.misread {
            let letters = Array(line.unicodeScalars)
            let near = LineComparison(of: letters, in: comparison.read)
            confusions.add(near, letters: letters.count)
            let share = Double(edits) / Double(letters.count)
            let printedPlace = page.place(of: line)
            let readPlace = share < Self.recognisable || printedPlace == nil ? places?.place(of: near.range) : nil
            found.append(make(line, near, readPlace ?? printedPlace, edits, share))
        }
        lines += found.sorted { ($1.edits, $1.share) < ($0.edits, $0.share) }.prefix(Self.worstOfPage)
    }
}

// MARK: - Records

extension Evaluation {
    private mutating func addSplit(_ truth: Truth, _ answer: FileAnswer) {
        let expected: [[Int]]
        let got: [[Int]]
        if let records = truth.records, records.contains(where: { !$0.pages.isEmpty }) {
            let content = truth.pages.isEmpty ? Set(records.flatMap(\.pages)) : Set(truth.pages.filter(\.isContent).map(\.page))
            func sets(_ pages: [[Int]]) -> [[Int]] {
                pages.map { Set($0).intersection(content).sorted() }.filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
            }
            (expected, got) = (sets(records.map(\.pages)), sets(answer.records.map(\.pages)))
        } else {
            got = answer.records.map(\.pages)
            expected = got.count == 1 ? got : [Array(1...max(1, truth.pages.count))]
        }
        figures.splits.add(expected == got)
        if expected != got { figures.wrongSplits.append(Figures.WrongSplit(file: truth.file, expected: expected, got: got)) }
    }

    /// For each paper of the truth the record that shares most pages with it.
    private func matches(_ truth: Truth, _ answer: FileAnswer) -> [(TruthRecord, RecordAnswer)] {
        guard let papers = truth.records else { return answer.records.first.map { [(truth.record, $0)] } ?? [] }
        return papers.compactMap { paper in
            func shared(_ record: RecordAnswer) -> Int { Set(record.pages).intersection(paper.pages).count }
            var best = answer.records.first
            for record in answer.records.dropFirst() { if let now = best, shared(record) > shared(now) { best = record } }
            return best.map { (paper, $0) }
        }
    }

    private mutating func add(_ record: RecordAnswer, with paper: TruthRecord, of truth: Truth) {
        let comparison = RecordComparison(record, with: paper)
        for finding in comparison.findings {
            let keys = [
                FieldKey(family: comparison.family, type: nil, level: truth.level, field: finding.row),
                FieldKey(family: comparison.family, type: nil, level: nil, field: finding.row),
                FieldKey(family: comparison.family, type: comparison.type ?? "?", level: nil, field: finding.row),
                FieldKey(family: comparison.family, type: comparison.type ?? "?", level: truth.level, field: finding.row),
            ]
            for key in keys { figures.fields[key, default: FieldTally()].add(finding) }
            if finding.verdict != .right {
                figures.wrongFields.append(
                    Figures.WrongField(
                        file: truth.file, field: finding.row, printed: finding.printed, read: finding.read, confidence: finding.confidence))
            }
            let isJudged = finding.verdict == .right || finding.verdict == .wrong
            if isJudged, !finding.field.hasPrefix("person "), let confidence = finding.confidence {
                addConfidence(finding.field, confidence, finding.verdict == .right)
            }
        }
        for value in comparison.personValues { addConfidence(value.field, value.confidence, value.isRight) }
    }

    private mutating func addConfidence(_ field: String, _ confidence: Double, _ isRight: Bool) {
        for key in [field, nil] { figures.confidences[key, default: CalibrationTally()].add(confidence: confidence, isRight: isRight) }
    }

    private mutating func addWork(_ record: RecordAnswer, _ truth: Truth, _ answer: FileAnswer) {
        let papers = matches(truth, answer).filter { $0.1.pages == record.pages }.map(\.0)
        let isOfProcedures = record.kind == Record.Kind.tthc.rawValue
        let key = Figures.WorkKey(family: isOfProcedures ? Record.Kind.tthc.rawValue : "van_ban", level: truth.level)
        figures.work[key, default: Figures.WorkCount()].records += 1
        guard record.isAccepted else { return }
        figures.work[key, default: Figures.WorkCount()].accepted += 1
        guard papers.count == 1, let comparison = papers.first.map({ RecordComparison(record, with: $0) }) else { return }
        if comparison.isWhollyRight { figures.work[key, default: Figures.WorkCount()].acceptedRight += 1 }
        if comparison.isSound { figures.work[key, default: Figures.WorkCount()].acceptedSound += 1 }
    }
}

extension FieldTally {
    fileprivate mutating func add(_ finding: RecordComparison.Finding) {
        switch finding.verdict {
        case .right:
            right += 1
            exact += finding.isExact ? 1 : 0
        case .wrong: wrong += 1
        case .missing: missing += 1
        case .invented: invented += 1
        }
    }
}

extension TruthPage {
    /// Where a printed line stands, by what the truth says; nil where it says nothing.
    fileprivate func place(of line: String) -> Box? {
        lines.first { VietnameseText.squashed($0.text) == line }?.box.map { PagePlaces.widened($0, leaning: skew) }
    }
}
