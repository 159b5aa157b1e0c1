/// A province, district or commune for as long as it was one.
package struct AdministrativeUnit: Sendable, Hashable {
    /// As the office's table has it; unique.
    package var code: String
    /// With its kind: `xã Nậm Sơn`.
    package var name: String
    /// Code of the unit that it belonged to.
    package var parent: String?
    /// First day; nil where it was always there.
    package var from: CalendarDate?
    /// First day on which it was no more; nil where it still is.
    package var until: CalendarDate?
    /// Code of the unit that took it over.
    package var successor: String?

    package init(code: String, name: String, parent: String? = nil, from: CalendarDate? = nil, until: CalendarDate? = nil, successor: String? = nil) {
        self.code = code
        self.name = name
        self.parent = parent
        self.from = from
        self.until = until
        self.successor = successor
    }

    package func existed(on day: CalendarDate) -> Bool { from.map { $0 <= day } ?? true && until.map { day < $0 } ?? true }
}

/// The units that papers name, by their names. Several may bear one name.
package struct UnitTable: Sendable, Equatable {
    private let byName: [String: [AdministrativeUnit]]
    private let byCode: [String: AdministrativeUnit]

    package init(_ units: [AdministrativeUnit] = []) {
        byName = Dictionary(grouping: units) { VietnameseText.exact($0.name) }
        byCode = Dictionary(units.map { ($0.code, $0) }) { first, _ in first }
    }

    /// - Parameter name: with its kind; capitals and the placement of tone marks aside.
    package func units(named name: String) -> [AdministrativeUnit] { byName[VietnameseText.exact(VietnameseText.squashed(name))] ?? [] }

    package func unit(_ code: String) -> AdministrativeUnit? { byCode[code] }
}
