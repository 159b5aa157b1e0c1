/// Why a reuse is none, and is not written into the ledger.
package enum ReuseRefusal: Error, Sendable, Equatable {
    /// It names no component or nobody who does it.
    case incomplete
    case unknownCase
    case unknownRecord
    /// The case does not ask for it; it asks for these.
    case notOfCase(asked: [String])
    /// A declaration made for each case anew.
    case madeForEachCase
    /// Only shown at the counter: nothing is kept that could be reused.
    case onlyShown
    case heldBack
    case rejected
    case damaged
    case sameCase
    /// Issued after the case was received.
    case newer
    /// What was given as a reason is none.
    case noReason(ReasonFault)
    /// It may be right, but nobody has said why.
    case unexplained([ReuseDoubt])
}

/// What speaks against a reuse until a person says why it is right.
package enum ReuseDoubt: String, Sendable, CaseIterable {
    /// The paper is of no form that serves the component.
    case otherForm = "other_form"
    case expired
    case anotherPerson = "another_person"
    /// It bears the applicant's name with other marks, and nothing else to compare by.
    case otherMarks = "other_marks"
}
