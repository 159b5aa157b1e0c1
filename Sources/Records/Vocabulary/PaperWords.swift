/// Words that stand on papers: of agencies, of who signs, of persons, of procedures.
package struct PaperWords: Sendable, Equatable {
    package var organs: [Organ] = []
    /// First words of an organ's name: a header row that begins with one begins an organ, other rows carry the name on.
    package var agencyBeginnings: [String] = []
    /// Phrases of agencies' names as they are printed, letter by letter.
    package var agencyPhrases: [String] = []
    /// Beginnings of rows in the header's left column that are no organ.
    package var notAgencies: [String] = []
    /// Bodies in whose name one signs, behind TM.
    package var signingBodies: [String] = []
    /// Heads who sign, each of whom has deputies.
    package var heads: [String] = []
    /// Others who sign.
    package var otherSigners: [String] = []
    package var surnames: [String] = []
    package var labels: [PersonLabel] = []
    /// Labels before the office that a paper of a procedure is addressed to, or that keeps the register.
    package var officeLabels: [String] = []
    /// Labels before what a receipt is about.
    package var requestLabels: [String] = []
    /// Labels before the day on which a paper of a procedure was made.
    package var dateLabels: [String] = []

    package init() {}
}

/// The abbreviation of an organ or unit that symbols end with.
package struct Organ: Sendable, Hashable {
    package var code: String
    /// Whether the symbol of a công văn begins with it: the issuing organ, before the unit that drafted the paper.
    package var isIssuer: Bool
    /// Readings that can only be this one.
    package var misread: [String]

    package init(_ code: String, isIssuer: Bool = false, misread: [String] = []) {
        self.code = code
        self.isIssuer = isIssuer
        self.misread = misread
    }
}

/// A label before what a form asks of a person.
package struct PersonLabel: Sendable, Hashable {
    /// What stands behind it.
    package enum Kind: String, Sendable, CaseIterable {
        case name, id
        case born
        case bornInWords = "born_in_words"
        case sex, address
        /// Something else; the label only ends what stands before it.
        case other
    }

    package var text: String
    package var kind: Kind
    /// Short ones count only with a colon behind them.
    package var needsColon: Bool

    package init(_ text: String, _ kind: Kind, needsColon: Bool = false) {
        self.text = text
        self.kind = kind
        self.needsColon = needsColon
    }
}
