package import Foundation
package import Records

/// The register of administrative-procedure cases (hồ sơ TTHC) as a CSV table.
package struct CaseTable {
    /// Reads a file. Throws where no row at all can be taken.
    package static func read(contentsOf path: String) throws(TableFailure) -> TableReading<Case> { try read(TableBytes.read(contentsOf: path)) }

    /// Reads the bytes of a file: UTF-8, with or without BOM; comma, semicolon or tab.
    package static func read(_ bytes: Data) throws(TableFailure) -> TableReading<Case> { try TableReader(schema: CaseSchema()).read(bytes) }
}

/// How a row of the register becomes a case.
struct CaseSchema: TableSchema {
    enum Column: TableColumn {
        case caseCode, procedureCode, procedureName, unit, applicantName, applicantID, receivedOn, closedOn, channel, resultRequired, components

        var names: [String] {
            switch self {
            case .caseCode: ["case_code", "Mã hồ sơ", "Số hồ sơ", "Mã số hồ sơ", "Số biên nhận"]
            case .procedureCode: ["procedure_code", "Mã TTHC", "Mã thủ tục", "Mã thủ tục hành chính"]
            case .procedureName: ["procedure_name", "Tên TTHC", "Tên thủ tục", "Tên thủ tục hành chính", "Thủ tục hành chính", "Thủ tục"]
            case .unit: ["unit", "Đơn vị", "Đơn vị tiếp nhận", "Đơn vị thực hiện", "Cơ quan thực hiện", "Cơ quan"]
            case .applicantName: ["applicant_name", "Người nộp", "Người nộp hồ sơ", "Tên người nộp", "Chủ hồ sơ", "Họ và tên", "Họ tên"]
            case .applicantID:
                ["applicant_id", "Số định danh", "Số định danh cá nhân", "Số CCCD", "CCCD", "CMND/CCCD", "Số CMND/CCCD", "Số giấy tờ", "CMND"]
            case .receivedOn: ["received_on", "Ngày tiếp nhận", "Ngày nhận", "Ngày nhận hồ sơ", "Ngày nộp"]
            case .closedOn: ["closed_on", "Ngày kết thúc", "Ngày có kết quả", "Ngày trả kết quả", "Ngày trả", "Ngày hoàn thành"]
            case .channel: ["channel", "Hình thức", "Hình thức nộp", "Hình thức tiếp nhận", "Hình thức nhận", "Kênh tiếp nhận"]
            case .resultRequired: ["result_required", "Có kết quả", "Có kết quả giấy", "Yêu cầu kết quả", "Phải trả kết quả"]
            case .components: ["components", "Thành phần hồ sơ", "Thành phần", "Mã thành phần"]
            }
        }

        var isRequired: Bool { self == .caseCode }
    }

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
            applicantID: try cells.code(.applicantID), receivedOn: try cells.date(.receivedOn), closedOn: try cells.date(.closedOn),
            channel: try cells.choice(.channel, of: Self.channels), resultRequired: try cells.choice(.resultRequired, of: Self.answers),
            components: try Self.components(cells))
        if let received = row.receivedOn, let closed = row.closedOn, closed < received {
            throw RowRefusal("Ngày kết thúc trước ngày tiếp nhận.")
        }
        return row
    }

    func code(of row: Case) -> String { row.caseCode }

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
