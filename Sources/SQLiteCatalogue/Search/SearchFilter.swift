import GRDB
import Records

/// The filters of a query as conditions on `record`.
struct SearchFilter {
    private(set) var conditions: [String] = []
    private(set) var arguments = StatementArguments()

    /// A filter of white space alone is none.
    init(_ query: SearchQuery) {
        if let kind = query.kind { add("record.kind = ?", [kind.rawValue]) }
        if let code = Self.given(query.typeCode) { add("record.type_key = ?", [VietnameseText.exact(code)]) }
        if let agency = Self.given(query.agency) { add("instr(record.agency_folded, ?) > 0", [VietnameseText.folded(agency)]) }
        if let from = query.from { add("record.issued_on >= ?", [from.description]) }
        if let to = query.to { add("record.issued_on <= ?", [to.description]) }
        if let dossier = Self.given(query.dossier) { add("record.dossier = ?", [dossier]) }
        if let number = Self.given(query.number) { add(number: ReferenceKey(typed: number)) }
        if let person = Self.given(query.person) { add(person: person) }
    }

    var isEmpty: Bool { conditions.isEmpty }

    /// What a search never shows, on the number `seq` of a record: what a person rejected, unless it is asked for, and the empty row of
    /// a record that is held back.
    static func hidden(_ query: SearchQuery, seq: String) -> String {
        let rejected = "SELECT seq FROM record WHERE status = 'rejected'"
        let empty = rejected + " AND scan IN (SELECT seq FROM scan WHERE state = 'restricted')"
        return " AND \(seq) NOT IN (\(query.includesRejected ? empty : rejected))"
    }

    /// ` AND …` for a WHERE clause; empty when there are no filters.
    var suffix: String { conditions.map { " AND \($0)" }.joined() }

    private mutating func add(_ condition: String, _ values: StatementArguments) {
        conditions.append(condition)
        arguments += values
    }

    /// A symbol that is typed with marks means them, as a word of the text does.
    private mutating func add(number key: ReferenceKey) {
        if let number = key.number { add("record.number_key = ?", [number]) }
        if let symbol = key.symbol {
            add(VietnameseText.hasMarks(symbol) ? "record.symbol_key = ?" : "record.symbol_folded = ?", [symbol])
        }
        if key.number == nil, key.symbol == nil { add("0", []) }
    }

    /// Digits are the beginning of an identity number, anything else a part of a name.
    private mutating func add(person: String) {
        let digits = person.filter { !$0.isWhitespace }
        if digits.allSatisfy({ ("0"..."9").contains($0) }) {
            // ":" is the character behind "9".
            add("record.seq IN (SELECT record FROM person WHERE id_number >= ? AND id_number < ?)", [digits, digits + ":"])
        } else {
            add("record.seq IN (SELECT record FROM person WHERE instr(name_folded, ?) > 0)", [VietnameseText.folded(person)])
        }
    }

    private static func given(_ text: String?) -> String? {
        let squashed = VietnameseText.squashed(text ?? "")
        return squashed.isEmpty ? nil : squashed
    }
}
