import Records

/// The QR code of an identity card: `id12|id9?|NAME|ddMMyyyy|Nam/Nữ|ADDRESS|ddMMyyyy` (issued); newer cards add up to four fields.
/// Read without error it beats any recognition of print.
struct IdentityCardCode {
    let person: Person
    let issuedOn: Field?

    init?(_ barcode: Barcode) {
        let parts = barcode.text.split(separator: "|", omittingEmptySubsequences: false).map { VietnameseText.squashed(String($0)) }
        guard (6...12).contains(parts.count), PersonValues.isIdentity(parts[0]), parts[0].count == 12, !parts[2].isEmpty else { return nil }
        func field(_ value: String?) -> Field? {
            value.flatMap { $0.isEmpty ? nil : Field($0, confidence: 0.99, page: barcode.page, box: barcode.box, source: .barcode) }
        }
        person = Person(
            name: field(Lettering.nameCase(parts[2])), idNumber: field(parts[0]), bornOn: field(Self.date(parts[3])), sex: field(parts[4]),
            address: field(parts[5]))
        issuedOn = parts.count > 6 ? field(Self.date(parts[6])) : nil
    }

    /// `24111998` → `1998-11-24`.
    private static func date(_ text: String) -> String? {
        guard text.count == 8, let number = Int(text) else { return nil }
        return CalendarDate(year: number % 10_000, month: number / 10_000 % 100, day: number / 1_000_000)?.description
    }
}
