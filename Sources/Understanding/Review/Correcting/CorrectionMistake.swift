/// Why a correction is not taken. Nothing of it is, then.
package enum CorrectionMistake: Error, Sendable, Equatable {
    /// `number`, without `=`.
    case noValue(String)
    /// No field has this name; those that there are.
    case unknownField(String, known: [String])
    /// One field twice.
    case twice(String)
    /// The value does not fit the field.
    case wrongValue(field: String, value: String, Expected)
    /// There is no such person, and the next one would be another number.
    case noPerson(Int, next: Int)

    /// What would fit.
    package enum Expected: Sendable, Equatable {
        case text(longest: Int)
        case number, symbol, dayOfIssue, dayOfBirth, identityNumber, caseCode
        case oneOf([String])
    }
}
