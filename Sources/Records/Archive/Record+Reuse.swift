/// Whose a paper is, next to the applicant of a case.
package enum PaperOwner: Sendable, Equatable {
    /// It bears the applicant's identity number.
    case sameNumber
    /// It bears the applicant's name, and no number speaks against it: two people may share a name.
    case sameName
    /// It names people, and none of them is the applicant.
    case another
    /// It names nobody that could be compared.
    case unknown
}

extension Record {
    /// Numbers are compared first: where the applicant and a person both have one of the same length, names do not matter.
    package func owner(comparedWith file: Case) -> PaperOwner {
        let number = Self.digits(file.applicantID)
        let name = Self.comparable(file.applicantName)
        var sawAnother = false
        var sawSameName = false
        for person in fields.persons {
            let own = Self.digits(person.idNumber?.value)
            if let number, let own, own.count == number.count {
                if own == number { return .sameNumber }
                sawAnother = true
            } else if let name, let theirs = Self.comparable(person.name?.value) {
                if name == theirs { sawSameName = true } else { sawAnother = true }
            }
        }
        return sawSameName ? .sameName : sawAnother ? .another : .unknown
    }

    /// Whether the paper was issued after the case was received: then it cannot have been on file. Unknown dates are not newer.
    package func isNewer(than file: Case) -> Bool {
        guard let issued = fields.issuedOn.flatMap({ CalendarDate($0.value) }), let received = file.receivedOn else { return false }
        return issued > received
    }

    private static func digits(_ text: String?) -> String? { text.map { $0.filter(\.isNumber) }.flatMap { $0.isEmpty ? nil : $0 } }

    private static func comparable(_ name: String?) -> String? {
        name.map { VietnameseText.folded(VietnameseText.squashed($0)) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
