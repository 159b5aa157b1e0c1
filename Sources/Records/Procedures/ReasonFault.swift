/// Why a reason that a person gives (`--because`) is none: for every decision that takes one.
///
/// A reason is read later by somebody who was not there, so it must say something; and it stands in ledgers and in the trail, where no
/// identity number may stand.
package enum ReasonFault: Error, Sendable, Equatable {
    /// Fewer than two letters.
    case saysNothing
    /// It holds an identity number: 9 digits in a row (old cards) or 12.
    case holdsIdentityNumber

    private static let fewestLetters = 2
    private static let identityDigits = [9, 12]

    /// Nil where the text is a reason.
    package init?(in text: String) {
        let digits = text.split(whereSeparator: { $0.wholeNumberValue == nil }).map(\.count)
        if digits.contains(where: Self.identityDigits.contains) {
            self = .holdsIdentityNumber
            return
        }
        guard text.count(where: \.isLetter) < Self.fewestLetters else { return nil }
        self = .saysNothing
    }
}
