import Records

/// Words with which the printed name of an organ begins, and whole phrases that stand on nearly every paper.
struct AgencyWords: Sendable {
    /// Folded first words: a header row that begins with one of them begins an organ; other rows carry the name on.
    let beginnings: [String]
    /// Phrases put right where a reading comes near: marks and letters as they are printed.
    let phrases: [String]
    /// Folded beginnings of rows in the header's left column that are no organ.
    let others: [String]

    init(_ words: PaperWords) {
        beginnings = words.agencyBeginnings.map(Lettering.plain)
        phrases = words.agencyPhrases
        others = words.notAgencies.map(Lettering.plain)
    }
}
