import Foundation
import Indicators
import Records

/// All that a walk over a table gives, at once. Which codes stand in it twice only the catalogue knows.
struct TableReading<Row: TableValue>: Equatable {
    var rows: [Row] = []
    var refused: [RefusedRow] = []
    var remarks = TableRemarks()

    init(_ walk: TableWalk<Row>) throws(TableFailure) {
        while let step = try walk.next() {
            switch step {
            case .row(let row, _, let line, _):
                rows.append(row)
                walk.look(at: row, line: line)
            case .refused(let row): refused.append(row)
            }
        }
        remarks = walk.remarks
    }
}

extension InventoryTable {
    static func read(_ origin: TableOrigin) throws(TableFailure) -> TableReading<InventoryItem> { try TableReading(walk(origin, fonds: "P1")) }
}

extension CaseTable {
    static func read(_ origin: TableOrigin) throws -> TableReading<Case> { try TableReading(walk(origin, today: Samples.today)) }
}
