import Records

extension Field {
    /// A value as these words give it. The confidence joins how sure the engine was of the words with how sure the rule is.
    init(_ value: String, words: [PageReading.Word], in line: PrintedLine, certainty: Double) {
        self.init(
            value, confidence: Evidence.confidence(of: words) * certainty, page: line.page, box: Box.around(words.map(\.box)), source: line.source)
    }

    init(_ value: String, lines: [PrintedLine], certainty: Double) {
        let words = lines.flatMap(\.words)
        self.init(
            value, confidence: Evidence.confidence(of: words) * certainty, page: lines.first?.page, box: Box.around(words.map(\.box)),
            source: lines.first?.source ?? .ocr)
    }
}

extension Field {
    /// Another value from the same place.
    func with(_ value: String, certainty: Double) -> Field {
        Field(value, confidence: confidence * certainty, page: page, box: box, source: source)
    }

    /// The value confirmed by something else on the paper that says the same: then doubt in the engine's letters weighs less.
    func confirmed(atLeast confidence: Double) -> Field {
        var field = self
        field.confidence = max(self.confidence, confidence)
        return field
    }

    /// Two readings of one thing that differ: the surer one stands, with the other beside it, and neither is sure.
    func contradicted(by other: Field) -> Field {
        var field = other.confidence > confidence ? other : self
        field.alternatives = [field.value == value ? other.value : value]
        field.confidence = min(field.confidence, 0.5)
        return field
    }

    /// The value put right by evidence on the paper; what was read is kept.
    func corrected(to value: String, confidence: Double) -> Field {
        guard value != self.value else { return self }
        var field = self
        field.raw = raw ?? self.value
        field.value = value
        field.confidence = confidence
        return field
    }
}

/// What the confidences of words say about a value made of them.
enum Evidence {
    /// The engine gives 0.90 to 0.97 to words that it reads without fault and falls fast below; one bad word spoils a value, so
    /// the worst counts as much as the mean.
    ///
    /// What was written by hand says itself how often it is right; the print around it can only take from that.
    static func confidence(of words: [PageReading.Word]) -> Double {
        let lettered = words.filter { !$0.isHandwritten && $0.text.contains { $0.isLetter || $0.isNumber } }
        let written = words.filter(\.isHandwritten)
        let byHand = written.reduce(1) { $0 * $1.confidence }
        guard !lettered.isEmpty else { return written.isEmpty ? 0 : byHand }
        let mean = lettered.reduce(0) { $0 + $1.confidence } / Double(lettered.count)
        let worst = lettered.reduce(1) { min($0, $1.confidence) }
        return min(byHand, max(0, (mean + worst) / 2 * 1.07))
    }
}
