/// How often what is read by hand is right, as measured on hands that training did not see (docs/handwriting.md).
enum HandwrittenConfidence {
    /// From this likelihood on an answer is sure: all but one in a hundred are right.
    private static let sure = 0.85
    /// Less likely than this, nothing is said: one in five was wrong there. Between the two a person decides.
    private static let least = 0.6
    /// What is stated of sure answers, and of others: below any pipeline's least confidence.
    private static let stated = (sure: 0.91...0.98, unsure: 0.3...0.55)

    /// Where the engine, which reads print, reads the same digits, that much of the doubt is gone at most.
    private static let agreement = 0.85
    /// Where it reads other digits as surely as this, its reading stands, unless this one is sure: then neither is.
    private static let contradiction = 0.6
    private static let doubtful = 0.5

    /// A digit alone, where two are written (NĐ 30/2020/NĐ-CP, appendix I: numbers and days below 10 have a 0 before them): the other may be lost.
    private static let lone = 0.6

    /// - Parameter isPartLost: whether ink was left over.
    /// - Returns: 0 where nothing should be said.
    static func of(_ answer: DigitPaths.Answer, isPartLost: Bool, besides blank: WrittenBlank) -> Double {
        let likelihood = likelihood(of: answer, isPartLost: isPartLost, besides: blank)
        func between(_ range: ClosedRange<Double>, _ share: Double) -> Double { range.lowerBound + share * (range.upperBound - range.lowerBound) }
        if likelihood >= sure { return between(stated.sure, (likelihood - sure) / (1 - sure)) }
        return likelihood >= least ? between(stated.unsure, (likelihood - least) / (sure - least)) : 0
    }

    private static func likelihood(of answer: DigitPaths.Answer, isPartLost: Bool, besides blank: WrittenBlank) -> Double {
        var likelihood = answer.share * answer.weakest
        if isPartLost { likelihood *= doubtful }
        if answer.text.count == 1, blank.isPadded { likelihood *= lone }
        if blank.read == answer.text { return 1 - (1 - likelihood) * (1 - agreement * blank.confidence) }
        if blank.allows(blank.read), blank.confidence >= contradiction { return likelihood >= sure ? doubtful : 0 }
        return likelihood
    }
}
