import Records

/// An agency whose unit was not there yet, or no more, on the day of issue: day or name was misread.
enum UnitCheck {
    /// Districts ended on this day (Nghị quyết 203/2025/QH15).
    private static let endOfDistricts = CalendarDate(year: 2025, month: 7, day: 1)
    private static let districts = ["huyen", "quan", "thi xa"]

    static func reasons(_ fields: Fields, table: UnitTable) -> [String] {
        guard let agency = fields.agency, let day = fields.issuedOn.flatMap({ CalendarDate($0.value) }) else { return [] }
        if let unit = AgencyUnit.find(fields, in: table) { return unit.existed(on: day) ? [] : ["conflict:agency_unit"] }
        guard let end = endOfDistricts, day >= end, let name = AgencyUnit.unitName(in: agency.value) else { return [] }
        let plain = Lettering.plain(name)
        return districts.contains { plain.hasPrefix($0 + " ") } ? ["conflict:agency_unit"] : []
    }
}
