package import Records

/// The register of administrative-procedure cases (hồ sơ TTHC) as a table.
package struct CaseTable {
    /// Row by row.
    /// - Parameter today: days of reception after it are doubtful.
    package static func walk(_ origin: TableOrigin, today: CalendarDate) throws(TableFailure) -> TableWalk<Case> {
        try CaseSchema(today: today).walk(origin)
    }
}

/// How a row of the register becomes a case.
struct CaseSchema: TableSchema {
    let today: CalendarDate

    typealias Column = Case.Column

    private static let channels: [(value: Case.Channel, names: [String])] = [
        (.counter, ["counter", "trực tiếp", "tại quầy", "quầy", "một cửa", "nộp trực tiếp"]),
        (.online, ["online", "trực tuyến", "qua mạng", "nộp trực tuyến"]),
        (.post, ["post", "bưu chính", "bưu điện", "bưu chính công ích", "BCCI"]),
    ]
    private static let answers: [(value: Bool, names: [String])] = [
        (true, ["1", "có", "true", "yes", "x"]), (false, ["0", "không", "false", "no"]),
    ]

    func row(of cells: TableCells<Column>) throws(RowRefusal) -> Case {
        let row = Case(
            caseCode: try cells.required(.caseCode, limit: TableLimits.maximumCodeLength), procedureCode: try cells.code(.procedureCode),
            procedureName: try cells.text(.procedureName), unit: try cells.code(.unit), applicantName: try cells.text(.applicantName),
            applicantID: try cells.code(.applicantID).map(Self.withZeros), receivedOn: try cells.date(.receivedOn),
            closedOn: try cells.date(.closedOn),
            channel: try cells.choice(.channel, of: Self.channels), resultRequired: try cells.choice(.resultRequired, of: Self.answers),
            components: try Self.components(cells),
            reportedDigitized: try Self.flag(.reportedDigitized, cells), reportedReused: try Self.flag(.reportedReused, cells),
            replacementResult: try cells.text(.replacementResult).flatMap { ["0", "không", "null"].contains($0.lowercased()) ? nil : $0 })
        if let received = row.receivedOn, let closed = row.closedOn, closed < received {
            throw RowRefusal("Ngày kết thúc trước ngày tiếp nhận.")
        }
        return row
    }

    static var codeColumn: Column { .caseCode }
    func code(of row: Case) -> String { row.caseCode }

    /// A day that is still to come is no reason to refuse the row: the clock of this machine may be the one that is wrong.
    func doubt(of row: Case) -> RowDoubt? {
        guard let received = row.receivedOn else { return .noReceivedOn }
        return received > today ? .receivedInFuture : nil
    }

    /// An inventory has codes too: each of its items would become a case that no period counts.
    func misplaced(_ header: [String]) -> TableFailure? {
        let ofCases = Set(TableHeader<Column>(header).places.keys).subtracting([.caseCode, .unit, .closedOn])
        let ofItems = TableHeader<InventoryItem.Column>(header).places.keys
        return ofCases.isEmpty && ofItems.contains(.title) ? .inventory : nil
    }

    /// A number that lost its leading zeros as a spreadsheet's number: 12 digits of a citizen, 9 of an old identity card. What kind of
    /// paper it stands on (`CMND 012345678`) is left off.
    private static func withZeros(_ text: String) -> String {
        let words = text.prefix { !$0.isNumber }
        let number = words.last.map { $0.isLetter } ?? true ? text : String(text.dropFirst(words.count))
        guard number.utf8.allSatisfy({ (48...57).contains($0) }) else { return text }
        switch number.count {
        case 10, 11: return String(repeating: "0", count: 12 - number.count) + number
        case 8: return "0" + number
        default: return number
        }
    }

    /// One flag for the case, or one for each component: one that is set is enough.
    private static func flag(_ column: Column, _ cells: TableCells<Column>) throws(RowRefusal) -> Bool? {
        let parts = try cells.text(column)?.split(whereSeparator: { ";,|".contains($0) }).map {
            VietnameseText.folded(VietnameseText.squashed(String($0)))
        }
        guard let parts, !parts.isEmpty else { return nil }
        // The one-stop systems' states of a component: 0 not digitised, 1 digitised, 2 and 3 reused.
        let words: [String: Bool] = [
            "0": false, "1": true, "2": true, "3": true, "co": true, "khong": false, "true": true, "false": false, "x": true, "yes": true,
            "no": false,
        ]
        var isSet = false
        for part in parts {
            guard let flag = words[part] else { throw RowRefusal("Cột \(column.shownName): hãy ghi 0 hoặc 1.") }
            isSet = isSet || flag
        }
        return isSet
    }

    /// Codes between `;` (or `,` or `|`), each once, in order.
    private static func components(_ cells: TableCells<Column>) throws(RowRefusal) -> [String] {
        var codes: [String] = []
        for part in try cells.text(.components)?.split(whereSeparator: { ";,|".contains($0) }) ?? [] {
            let code = VietnameseText.squashed(String(part))
            guard !code.isEmpty, !codes.contains(code) else { continue }
            guard code.count <= TableLimits.maximumCodeLength, codes.count < TableLimits.maximumComponents else {
                throw RowRefusal("Cột \(Column.components.shownName): quá nhiều thành phần hoặc mã quá dài.")
            }
            codes.append(code)
        }
        return codes
    }
}

extension Case.Column: TableColumn {
    var names: [String] {
        switch self {
        case .caseCode: ["case_code", "Mã hồ sơ", "Số hồ sơ", "Mã số hồ sơ", "Số biên nhận"]
        case .procedureCode: ["procedure_code", "Mã TTHC", "Mã thủ tục", "Mã thủ tục hành chính"]
        case .procedureName: ["procedure_name", "Tên TTHC", "Tên thủ tục", "Tên thủ tục hành chính", "Thủ tục hành chính", "Thủ tục"]
        case .unit: ["unit", "Đơn vị", "Đơn vị tiếp nhận", "Đơn vị thực hiện", "Cơ quan thực hiện", "Cơ quan"]
        case .applicantName:
            // The owner first: who hands it in may be an agent, and reuse compares with the person whom the case is about.
            ["applicant_name", "Chủ hồ sơ", "Tên chủ hồ sơ", "Người nộp", "Người nộp hồ sơ", "Tên người nộp", "Họ và tên", "Họ tên"]
        case .applicantID:
            ["applicant_id", "Số định danh", "Số định danh cá nhân", "Số CCCD", "CCCD", "CMND/CCCD", "Số CMND/CCCD", "Số giấy tờ", "CMND"]
        case .receivedOn: ["received_on", "Ngày tiếp nhận", "Ngày nhận", "Ngày nhận hồ sơ", "Ngày nộp"]
        case .closedOn: ["closed_on", "Ngày kết thúc", "Ngày có kết quả", "Ngày trả kết quả", "Ngày trả", "Ngày hoàn thành"]
        case .channel: ["channel", "Hình thức", "Hình thức nộp", "Hình thức tiếp nhận", "Hình thức nhận", "Kênh tiếp nhận"]
        case .resultRequired: ["result_required", "Có kết quả", "Có kết quả giấy", "Yêu cầu kết quả", "Phải trả kết quả"]
        case .reportedDigitized: ["DuocSoHoa", "Được số hóa", "Đã số hóa"]
        case .reportedReused: ["DuocTaiSuDung", "Được tái sử dụng", "Đã tái sử dụng"]
        case .replacementResult: ["MaKetQuaThayThe", "Mã kết quả thay thế"]
        case .components: ["components", "Thành phần hồ sơ", "Thành phần", "Mã thành phần"]
        }
    }

    var isRequired: Bool { self == .caseCode }
}
