import Indicators
import Records

/// What is said at the end of an import, beside the rows that were refused.
extension Phrases {
    static let importWaits = say(
        "Đang có lần nhập bảng khác hoặc đang chốt báo cáo trên cùng dữ liệu; chờ lần đó xong…",
        "Another table is being imported into the same data, or a report of it issued; waiting for its end…")
    static let reportWaits = say(
        "Đang có lần nhập bảng trên cùng dữ liệu; chờ nhập xong rồi mới chốt báo cáo…",
        "A table is being imported into the same data; waiting for its end before the report is frozen…")

    static func notMarked(_ refused: Int) -> String {
        say(
            "Chưa xét dòng nào đã mất khỏi bảng, vì có \(refused) dòng không nhận; hãy sửa các dòng đó rồi nhập lại cả bảng.",
            "Nothing was marked as no longer listed, because \(refused) rows were refused; mend them and import the whole table again.")
    }

    /// What the tables that were brought say otherwise than those before, and what became of the figures.
    static func recounted(_ recounting: Recounting) -> String {
        let changes = recounting.changed.sorted { $0.key < $1.key }.map { "\(roles($0.key)): \(forms($0.value.first)) → \(forms($0.value.last))" }
        let told = changes.prefix(mostChanges).joined(separator: "; ") + (changes.count > mostChanges ? "; …" : "")
        return say(
            "bảng loại giấy, thủ tục nay khác lần trước (\(told)); đã tính lại số liệu, \(recounting.dossiers) hồ sơ có số liệu khác trước.",
            "the tables of forms and procedures differ from those before (\(told)); figures were counted anew, and differ in \(recounting.dossiers) cases and items."
        )
    }

    private static let mostChanges = 10

    private static func roles(_ key: String) -> String {
        switch key {
        case "results": say("giấy là kết quả", "results")
        case "receipts": say("giấy biên nhận", "receipts")
        default: say("kết quả của \(key)", "result of \(key)")
        }
    }

    /// - Parameter names: of forms; nil where the tables say nothing.
    private static func forms(_ names: [String]??) -> String {
        guard let names = names ?? nil else { return say("không nói", "not said") }
        return names.isEmpty ? say("không có", "none") : names.joined(separator: ", ")
    }

    static func leftAfter(_ taken: Int) -> String {
        say(
            "Việc nhập dừng giữa chừng: \(taken) dòng đầu đã nhận và giữ lại, các dòng sau chưa nhận; hãy xử lý lỗi rồi nhập lại cả bảng.",
            "The import ended halfway: its first \(taken) rows were taken and stay, the others were not; mend the cause and import the whole table again."
        )
    }

    static let notMarkedByRest = say(
        "Đây là tệp các dòng không nhận của một bảng, không phải cả bảng, nên chưa xét dòng nào đã mất; muốn xét, hãy nhập lại cả bảng.",
        "This is what was refused of a table, not the whole, so nothing was marked as no longer listed; for that, import the whole table again.")

    /// - Parameter hadRows: whether any row was there before: only then does it matter what the table lacks.
    static func remarks(_ remarks: TableRemarks, hadRows: Bool) -> [String] {
        var lines: [String] = []
        if !remarks.unknownColumns.isEmpty { lines.append(unknownColumns(remarks.unknownColumns)) }
        if hadRows, !remarks.absentColumns.isEmpty { lines.append(absentColumns(remarks.absentColumns)) }
        if remarks.footers.count > 0 { lines.append(footers(remarks.footers)) }
        if remarks.headings.count > 0 { lines.append(headings(remarks.headings)) }
        for doubt in RowDoubt.allCases { if let rows = remarks.doubts[doubt] { lines.append(say(doubt, rows, remarks.unknownColumns)) } }
        return lines
    }

    private static func unknownColumns(_ names: [String]) -> String {
        let list = names.map { "“\($0)”" }.joined(separator: ", ")
        return say(
            "Bỏ qua cột không hiểu tên: \(list). Nếu cần, hãy đổi tên cột theo sohoa … import --help rồi nhập lại.",
            "Columns that are not known were left out: \(list). If they matter, name them as sohoa … import --help does and import again.")
    }

    private static func absentColumns(_ columns: [TableRemarks.Column]) -> String {
        say(
            "Bảng không có cột: \(columns.map(\.shownName).joined(separator: ", ")). Dòng đã nhập từ trước giữ nguyên giá trị ở các cột này.",
            "The table has no column: \(columns.map(\.name).joined(separator: ", ")). Rows that were there keep what they have in them.")
    }

    private static func footers(_ rows: TableRemarks.Lines) -> String {
        say(
            "Bỏ qua \(rows.count) dòng cuối bảng (tổng cộng, ngày lập, người ký): \(lines(rows)).",
            "\(rows.count) lines below the table (totals, signatures) were passed over: \(lines(rows)).")
    }

    private static func headings(_ rows: TableRemarks.Lines) -> String {
        say(
            "Bỏ qua \(rows.count) dòng đề mục hoặc đánh số cột (\(lines(rows))).",
            "\(rows.count) lines that number columns or head a section were passed over (\(lines(rows))).")
    }

    private static func say(_ doubt: RowDoubt, _ rows: TableRemarks.Lines, _ unknown: [String]) -> String {
        switch doubt {
        case .noPageCount:
            let sheets = unknown.contains { ["so to", "tong so to", "so luong to"].contains(VietnameseText.folded($0)) }
            return say(
                "\(rows.count) hồ sơ không ghi số trang (\(lines(rows))) nên không thể được tính là số hóa xong; hãy thêm cột “Số trang” rồi nhập lại."
                    + (sheets ? " Số tờ không thay được số trang, vì một tờ có thể có hai mặt chữ." : ""),
                "\(rows.count) items have no page count (\(lines(rows))) and can never be counted as done; add a column “Số trang” and import again."
                    + (sheets ? " A count of sheets does not do: a sheet may have two pages." : ""))
        case .noReceivedOn:
            return say(
                "\(rows.count) hồ sơ không có ngày tiếp nhận (\(lines(rows))) nên không được tính vào kỳ nào; hãy bổ sung cột “Ngày tiếp nhận” rồi nhập lại.",
                "\(rows.count) cases have no day of reception (\(lines(rows))) and count in no period; fill the column “Ngày tiếp nhận” and import again."
            )
        case .receivedInFuture:
            return say(
                "\(rows.count) hồ sơ có ngày tiếp nhận sau hôm nay (\(lines(rows))); hãy kiểm tra năm trong bảng và đồng hồ của máy, sửa rồi nhập lại.",
                "\(rows.count) cases are received after today (\(lines(rows))); check the year in the table and the clock of this machine, and import again."
            )
        }
    }

    private static func lines(_ rows: TableRemarks.Lines) -> String {
        say("dòng ", "line ") + rows.first.map(String.init).joined(separator: ", ") + (rows.count > rows.first.count ? ", …" : "")
    }
}
