import Records

/// Reads the number and the day that people write into printed blanks. The engine reads print; of such digits it makes letters, or nothing.
///
/// What is read stands among the words as a word of its own, in place of what the engine made of it, and says that it was written by hand.
struct HandwrittenDigits {
    /// The engine's reading of two digits or more stands where it is so sure: of print it nearly always is.
    private static let printed = 0.93
    /// A size of type that is larger by this factor than that of the number was measured on what is written.
    private static let sameSize = 1.12

    func completed(_ words: [RecognisedWord], on page: Raster) throws(ReadingFailure) -> [RecognisedWord] {
        guard let classifier = DigitClassifier.builtIn else { return words }
        var words = words
        // Number and date are set in one size.
        var capitals: Double?
        for kind in 0..<3 {
            // Each word that is put in moves the others' places in the list.
            let blanks = BlankSearch(words: words, width: page.width, height: page.height).blanks()
            guard let blank = blanks.first(where: { $0.order == kind }), var type = try TypeSize(of: blank, on: page) else { continue }
            if let capitals, type.capitals > Self.sameSize * capitals { type.capitals = capitals }
            capitals = capitals ?? type.capitals
            guard !isPrinted(blank), let ink = try BlankInk(of: blank, in: type, on: page), !ink.isWild else { continue }
            guard let answer = DigitPaths(classifier: classifier).read(DigitAtoms(ink.parts), isAllowed: blank.allows) else { continue }
            let confidence = HandwrittenConfidence.of(answer, isPartLost: ink.isPartLost, besides: blank)
            if confidence > 0 { put(answer, confidence, ink, into: blank, of: &words) }
        }
        return words
    }

    /// Whether the engine read print here, which it does better.
    private func isPrinted(_ blank: WrittenBlank) -> Bool {
        let isDigits = !blank.read.isEmpty && blank.read.allSatisfy { $0.isASCII && $0.isNumber }
        guard isDigits, blank.allows(blank.read) || blank.read.count == 5 else { return false }
        switch blank.kind {
        // Set in type, a number is one word with its symbol.
        case .number: return blank.signsToDrop > 0
        case .day: return blank.read.count == 2 && blank.confidence >= Self.printed
        case .month: return blank.confidence >= 0.8
        }
    }

    /// Puts a word between the print before and behind it, and takes away what the engine read there.
    private func put(_ answer: DigitPaths.Answer, _ confidence: Double, _ ink: BlankInk, into blank: WrittenBlank, of words: inout [RecognisedWord]) {
        let (before, behind) = (words[blank.before], words[blank.behind])
        let left = max(ink.origin.x + answer.box.x, blank.left)
        var word = RecognisedWord(
            text: answer.text, confidence: confidence, left: left, top: ink.origin.y + answer.box.y,
            right: max(left + 1, min(ink.origin.x + answer.box.x + answer.box.width, blank.right)),
            bottom: ink.origin.y + answer.box.y + answer.box.height, line: behind.line, block: behind.block)
        word.isHandwritten = true
        var tail = behind
        tail.text = String(behind.text.dropFirst(blank.signsToDrop))
        if blank.signsToDrop > 0 {
            tail.left = min(behind.right - 1, max(word.right, behind.left))
            tail.signs = []
        }
        var gone = Set(BlankSearch.inside(words, blank.before, blank.behind))
        if blank.before == blank.behind {
            var head = before
            head.text = String(before.text.prefix(blank.signsBefore))
            head.right = blank.left
            head.signs = []
            words.replaceSubrange(blank.behind...blank.behind, with: [head, word, tail])
            return
        }
        words[blank.before].text = String(before.text.prefix(blank.signsBefore))
        words[blank.before].right = min(before.right, blank.left)
        if words[blank.before].text.count != before.text.count { words[blank.before].signs = [] }
        words[blank.behind] = tail
        gone.subtract([blank.before, blank.behind])
        words.insert(word, at: blank.behind)
        words = words.enumerated().filter { !gone.contains($0.offset > blank.behind ? $0.offset - 1 : $0.offset) || $0.offset == blank.behind }.map(
            \.element)
    }
}

extension WrittenBlank {
    /// The order in which blanks are filled.
    fileprivate var order: Int {
        switch kind {
        case .number: 0
        case .day: 1
        case .month: 2
        }
    }
}
