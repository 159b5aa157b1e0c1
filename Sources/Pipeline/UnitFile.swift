internal import DurableFiles
package import Records

/// The table of units beside the pipelines: `units.csv`, one unit a line. A line that is wrong is refused with its number.
package enum UnitFile {
    package static let name = "units.csv"
    private static let columns = ["code", "name", "parent", "from", "until", "successor"]

    /// - Parameter folder: the folder of pipelines; nil for the usual one. Without a table in it the built-in one serves.
    package static func load(folder: String?) throws(PipelineFiles.Mistake) -> UnitTable {
        let path = "\(folder ?? PipelineFiles.usualFolder)/\(name)"
        let bytes: [UInt8]
        do throws(FileFailure) { bytes = try DurableWrite.contents(of: path) } catch {
            guard error.isMissing else { throw PipelineFiles.Mistake(file: path, line: 0, message: "không đọc được bảng đơn vị (\(error.cause))") }
            return try parse(builtIn, file: name)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PipelineFiles.Mistake(file: path, line: 1, message: "không đọc được tệp; tệp phải là văn bản UTF-8")
        }
        return try parse(text, file: path)
    }

    /// Lines that begin with `#` are for people. No field holds a comma.
    package static func parse(_ text: String, file: String) throws(PipelineFiles.Mistake) -> UnitTable {
        var units: [AdministrativeUnit] = []
        var hasHeader = false
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { VietnameseText.squashed(String($0)) }
            guard !line.hasPrefix("#"), cells.contains(where: { !$0.isEmpty }) else { continue }
            if hasHeader {
                units.append(try unit(cells, line: index + 1, file: file))
            } else {
                guard cells == columns else {
                    throw PipelineFiles.Mistake(file: file, line: index + 1, message: "dòng đầu phải là: \(columns.joined(separator: ","))")
                }
                hasHeader = true
            }
        }
        let codes = units.map(\.code)
        if let twice = codes.first(where: { code in codes.count { $0 == code } > 1 }) {
            throw PipelineFiles.Mistake(file: file, line: 0, message: "mã \"\(twice)\" có hai lần")
        }
        return UnitTable(units)
    }

    private static func unit(_ cells: [String], line: Int, file: String) throws(PipelineFiles.Mistake) -> AdministrativeUnit {
        guard cells.count == columns.count, !cells[0].isEmpty, !cells[1].isEmpty else {
            throw PipelineFiles.Mistake(file: file, line: line, message: "phải có \(columns.count) cột, mã và tên không để trống")
        }
        func day(_ text: String) throws(PipelineFiles.Mistake) -> CalendarDate? {
            guard !text.isEmpty else { return nil }
            guard let day = CalendarDate(text) else { throw PipelineFiles.Mistake(file: file, line: line, message: "\"\(text)\" không phải là ngày") }
            return day
        }
        func text(_ cell: String) -> String? { cell.isEmpty ? nil : cell }
        return AdministrativeUnit(
            code: cells[0], name: cells[1], parent: text(cells[2]), from: try day(cells[3]), until: try day(cells[4]), successor: text(cells[5]))
    }
}
