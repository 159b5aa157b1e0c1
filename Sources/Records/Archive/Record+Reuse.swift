/// Whose a paper is, next to the applicant of a case.
package enum PaperOwner: Sendable, Equatable {
    /// It bears the applicant's identity number.
    case sameNumber
    /// It bears the applicant's name, with the year of birth that his number tells.
    case sameNameAndBirth
    /// It bears the applicant's name, and no number and no birth of that person speaks against it: two people may share a name.
    case sameName
    /// It bears the applicant's name but for its marks (`Hoa`, `Hòa`), and neither number nor birth says whether that is a misreading or another
    /// name.
    case similarName
    /// It names people, and none of them is the applicant.
    case another
    /// It names nobody that could be compared.
    case unknown
}

extension Record {
    /// Numbers are compared first: where the applicant and a person both have one of the same length, names do not matter. A name is compared with
    /// the birth of the person who bears it: a child's on the same paper says nothing of its mother.
    package func owner(comparedWith file: Case) -> PaperOwner {
        let number = Self.digits(file.applicantID)
        let name = Self.comparable(file.applicantName)
        var seen: Set<PaperOwner> = []
        for person in fields.persons {
            let own = Self.digits(person.idNumber?.value)
            if let number, let own, own.count == number.count {
                seen.insert(own == number ? .sameNumber : .another)
            } else if let name, let theirs = Self.comparable(person.name?.value) {
                seen.insert(name == theirs ? Self.namesake(person, of: file) : .another)
            }
        }
        return [.sameNumber, .sameNameAndBirth, .sameName, .similarName, .another].first(where: seen.contains) ?? .unknown
    }

    private static func namesake(_ person: Person, of file: Case) -> PaperOwner {
        guard let born = file.applicantBirthYear, let year = person.bornOn.flatMap({ CalendarDate($0.value)?.year }) else {
            return exact(person.name?.value) == exact(file.applicantName) ? .sameName : .similarName
        }
        return year == born ? .sameNameAndBirth : .another
    }

    private static func exact(_ name: String?) -> String? { name.map { VietnameseText.exact(VietnameseText.squashed($0)) } }

    /// Whether the record was made after the case was received. It may reuse it: a paper that lay in the cabinet and was digitised since.
    package func isTakenLater(than file: Case) -> Bool { file.receivedOn.map { CalendarDate(of: createdAt) > $0 } ?? false }

    /// Whether the paper was issued after the case was received: then it cannot have been on file. Unknown dates are not newer.
    package func isNewer(than file: Case) -> Bool {
        guard let issued = fields.issuedOn.flatMap({ CalendarDate($0.value) }), let received = file.receivedOn else { return false }
        return issued > received
    }

    /// Whether the paper was issued before the case was received: then the case did not bring it about. Unknown dates are not older.
    package func isOlder(than file: Case) -> Bool {
        guard let issued = fields.issuedOn.flatMap({ CalendarDate($0.value) }), let received = file.receivedOn else { return false }
        return issued < received
    }

    private static func digits(_ text: String?) -> String? { text.map { $0.filter(\.isNumber) }.flatMap { $0.isEmpty ? nil : $0 } }

    private static func comparable(_ name: String?) -> String? {
        name.map { VietnameseText.folded(VietnameseText.squashed($0)) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension Case {
    /// The year that a citizen's identity number (12 digits) tells: digits 4 to 6 are century and sex, and year.
    var applicantBirthYear: Int? {
        guard let digits = applicantID?.compactMap(\.wholeNumberValue), digits.count == 12 else { return nil }
        return 1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5]
    }
}
