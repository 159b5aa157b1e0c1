/// Why a table cannot be read at all. A retry of the same file does not help.
package struct TableFailure: Error, Sendable, Equatable {
    package enum Code: String, Sendable, CaseIterable {
        case unreadable, folder, empty
        case tooLarge = "too_large"
        case tooManyRows = "too_many_rows"
        case spreadsheet
        case notUTF8 = "not_utf8"
        case malformed
        case missingColumn = "missing_column"
        case otherTable = "other_table"
    }

    package var code: Code
    /// What is wrong and what to do, in Vietnamese.
    package var message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    static let unreadable = TableFailure(.unreadable, "Không mở được tệp. Hãy kiểm tra đường dẫn và quyền đọc.")
    static let folder = TableFailure(.folder, "Đây là thư mục, không phải tệp. Hãy chỉ rõ tệp CSV.")
    static let empty = TableFailure(.empty, "Tệp không có dòng nào. Hãy kiểm tra lại tệp.")
    static let tooLarge = TableFailure(
        .tooLarge, "Tệp lớn hơn \(TableLimits.maximumBytes >> 20) MiB. Hãy chia bảng thành nhiều tệp rồi nhập từng tệp.")
    static let tooManyRows = TableFailure(
        .tooManyRows, "Bảng có hơn \(TableLimits.maximumRows) dòng. Hãy chia bảng thành nhiều tệp rồi nhập từng tệp.")
    static let spreadsheet = TableFailure(
        .spreadsheet, "Tệp không phải bảng CSV hay XLSX đọc được. Hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi nhập lại.")
    static let oldSpreadsheet = TableFailure(
        .spreadsheet,
        "Tệp là bảng tính kiểu cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel hoặc LibreOffice, bỏ mật khẩu nếu có, chọn Lưu thành (Save As), kiểu “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”, rồi nhập lại tệp mới."
    )
    static let notUTF8 = TableFailure(
        .notUTF8,
        "Tệp không dùng mã UTF-8 (có thể là Windows-1258, TCVN3 hoặc UTF-16). Hãy lưu thành CSV UTF-8 (trong Excel: Lưu thành, chọn “CSV UTF-8”) rồi nhập lại."
    )

    static let inventory = TableFailure(
        .otherTable,
        "Bảng này là mục lục hồ sơ lưu trữ, không phải danh sách hồ sơ thủ tục: nó có tiêu đề hồ sơ mà không có thủ tục, người nộp hay ngày tiếp nhận. Hãy nhập bằng sohoa inventory import."
    )

    static func unclosedQuote(line: Int) -> TableFailure {
        TableFailure(.malformed, "Dòng \(line): dấu ngoặc kép mở ra nhưng không đóng lại. Hãy sửa dòng này rồi nhập lại.")
    }
    static let tooManyMalformed = TableFailure(
        .malformed, "Hơn \(TableLimits.maximumMalformedRows) dòng đặt sai dấu ngoặc kép: tệp không phải CSV. Hãy xuất lại bảng thành CSV UTF-8.")
    static func misquotedHeader(line: Int) -> TableFailure {
        TableFailure(.malformed, "Dòng \(line) (dòng tiêu đề): dấu ngoặc kép đặt sai chỗ. Hãy sửa dòng này rồi nhập lại.")
    }
    static func missingColumns(_ names: [String]) -> TableFailure {
        TableFailure(.missingColumn, "Dòng tiêu đề thiếu cột bắt buộc: \(names.joined(separator: ", ")). Hãy thêm cột rồi nhập lại.")
    }
}
