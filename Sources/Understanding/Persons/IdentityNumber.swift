import Records

/// What the 12 digits of an identity number say (Nghị định 137/2015/NĐ-CP, article 13): 3 of the province or country of birth
/// registration, 1 of century and sex, 2 of the birth year, 6 at random.
struct IdentityNumber: Sendable {
    let birthYear: Int
    let isMale: Bool

    /// Nil for the 9 digits of older cards, which say nothing.
    init?(_ digits: String) {
        guard digits.count == 12, PersonValues.isIdentity(digits), let century = digits.dropFirst(3).first?.wholeNumberValue,
            let year = Int(digits.dropFirst(4).prefix(2))
        else { return nil }
        birthYear = 1900 + century / 2 * 100 + year
        isMale = century.isMultiple(of: 2)
    }

    /// Whether a person's number says the same as birth date and sex; nil where there is nothing to compare.
    static func agrees(with person: Person) -> Bool? {
        guard let id = person.idNumber, let number = IdentityNumber(id.value) else { return nil }
        let year = person.bornOn.flatMap { CalendarDate($0.value) }.map { $0.year == number.birthYear }
        let sex = person.sex.map { ($0.value == "Nam") == number.isMale }
        let known = [year, sex].compactMap(\.self)
        return known.isEmpty ? nil : known.allSatisfy(\.self)
    }
}
