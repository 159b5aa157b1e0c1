import Records

/// The unit of the office's table that the issuing agency belongs to. The printed name is never rewritten: units end and their names stay
/// on the papers.
enum AgencyUnit {
    private static let kinds = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"]
    private static let known = 0.95

    /// Nil where no unit, or more than one, bears the name.
    static func find(_ fields: Fields, in table: UnitTable) -> AdministrativeUnit? {
        guard let agency = fields.agency, let name = unitName(in: agency.value) else { return nil }
        var units = table.units(named: name)
        if units.count > 1, let above = fields.parentAgency.flatMap({ unitName(in: $0.value) }) {
            units = units.filter { unit in unit.parent.flatMap(table.unit).map { VietnameseText.exact($0.name) } == VietnameseText.exact(above) }
        }
        if units.count > 1, let day = fields.issuedOn.flatMap({ CalendarDate($0.value) }) { units = units.filter { $0.existed(on: day) } }
        return units.count == 1 ? units[0] : nil
    }

    /// Sets the unit's code; an agency whose unit is known was read right.
    static func set(in fields: inout Fields, table: UnitTable) {
        guard let unit = find(fields, in: table), let agency = fields.agency else { return }
        fields.agency = agency.confirmed(atLeast: agency.confidence > 0.5 ? known : 0)
        fields.agencyUnit = fields.agency?.with(unit.code, certainty: 1)
    }

    /// `ỦY BAN NHÂN DÂN XÃ NẬM SƠN` → `XÃ NẬM SƠN`: from its last kind of unit on.
    static func unitName(in agency: String) -> String? {
        let words = agency.split(separator: " ").map(String.init)
        for start in words.indices.reversed() {
            for kind in kinds {
                let parts = kind.split(separator: " ")
                let end = start + parts.count
                guard end < words.count else { continue }
                if VietnameseText.exact(words[start..<end].joined(separator: " ")) == VietnameseText.exact(kind) {
                    // `thị xã` and `thành phố` end with words that are kinds themselves.
                    let isLonger =
                        start > 0 && kinds.contains { VietnameseText.exact(words[start - 1] + " " + words[start]) == VietnameseText.exact($0) }
                    return words[(isLonger ? start - 1 : start)...].joined(separator: " ")
                }
            }
        }
        return nil
    }
}
