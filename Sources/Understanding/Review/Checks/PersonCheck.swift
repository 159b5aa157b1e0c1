import Records

/// An identity number against the birth date and sex beside it: its digits say century, sex and year of birth.
enum PersonCheck {
    static func reasons(_ persons: [Person]) -> [String] {
        persons.contains { IdentityNumber.agrees(with: $0) == false } ? ["conflict:persons"] : []
    }
}
