package import Records

/// The inventory (mục lục hồ sơ) as a table. Importing is the caller's; here rows only become items.
package struct InventoryTable {
    /// Row by row.
    /// - Parameter owner: the fonds of a code that is known already; a code of another fonds is refused.
    package static func walk(
        _ origin: TableOrigin, fonds: String, owner: @escaping (String) -> String? = { _ in nil }
    ) throws(TableFailure) -> TableWalk<InventoryItem> {
        try InventorySchema(fonds: fonds, owner: owner).walk(origin)
    }
}

/// How a row of the inventory becomes an item.
struct InventorySchema: TableSchema {
    let fonds: String
    /// The fonds of a code that is known already.
    let owner: (String) -> String?

    typealias Column = InventoryItem.Column

    private static let states: [(value: InventoryItem.State, names: [String])] = [
        (.inScope, ["in_scope", "in scope", "trong phạm vi", "phải số hóa", "thường", "bình thường"]),
        (.secret, ["secret", "mật", "tối mật", "tuyệt mật", "hồ sơ mật", "bí mật nhà nước"]),
        (.destroyed, ["destroyed", "tiêu hủy", "đã tiêu hủy", "hủy", "đã hủy"]),
    ]

    func row(of cells: TableCells<Column>) throws(RowRefusal) -> InventoryItem {
        let state = try cells.choice(.state, of: Self.states) ?? .inScope
        let item = InventoryItem(
            fileCode: try cells.required(.fileCode, limit: TableLimits.maximumCodeLength), fonds: fonds, title: try cells.required(.title),
            startDate: try cells.bound(.startDate, isLast: false), endDate: try cells.bound(.endDate, isLast: true),
            retention: try cells.text(.retention), totalPages: try cells.count(.totalPages, of: Self.pages, orNone: state != .inScope),
            totalDocuments: try cells.count(.totalDocuments, of: Self.documents, orNone: state != .inScope), box: try cells.code(.box),
            unit: try cells.code(.unit), state: state)
        if let start = item.startDate, let end = item.endDate, start > end { throw RowRefusal("Ngày bắt đầu sau ngày kết thúc.") }
        if let owner = owner(item.fileCode), owner != fonds { throw RowRefusal("Mã hồ sơ đã thuộc phông \(owner).") }
        return item
    }

    private static let pages = ["trang", "tr"]
    private static let documents = ["van ban", "vb", "tai lieu", "ban"]

    static var codeColumn: Column { .fileCode }
    func code(of row: InventoryItem) -> String { row.fileCode }
    func doubt(of row: InventoryItem) -> RowDoubt? { row.state == .inScope && row.totalPages == nil ? .noPageCount : nil }
}

extension InventoryItem.Column: TableColumn {
    var names: [String] {
        switch self {
        case .fileCode: ["file_code", "Mã hồ sơ", "Số và ký hiệu hồ sơ", "Số, ký hiệu hồ sơ", "Ký hiệu hồ sơ", "Số hồ sơ", "Hồ sơ số"]
        case .title: ["title", "Tiêu đề", "Tiêu đề hồ sơ", "Tên hồ sơ"]
        case .startDate: ["start_date", "Ngày bắt đầu", "Thời gian bắt đầu", "Từ ngày"]
        case .endDate: ["end_date", "Ngày kết thúc", "Thời gian kết thúc", "Đến ngày"]
        case .retention: ["retention", "Thời hạn bảo quản", "THBQ"]
        case .totalPages: ["total_pages", "Số trang", "Tổng số trang", "Số lượng trang", "Tổng trang"]
        case .totalDocuments: ["total_documents", "Số văn bản", "Tổng số văn bản", "Số lượng văn bản", "Số tài liệu"]
        case .box: ["box", "Hộp", "Hộp số", "Số hộp", "Cặp"]
        case .unit: ["unit", "Đơn vị", "Tên đơn vị", "Mã đơn vị", "Phòng ban"]
        case .state: ["state", "Trạng thái", "Tình trạng"]
        }
    }

    var isRequired: Bool { self == .fileCode || self == .title }
}
