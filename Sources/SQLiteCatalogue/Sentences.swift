/// Everything that this target says to people, in one place. One line each; never content of a paper, never a name of a file.
enum Sentences {
    static let newerVersion =
        "Cơ sở dữ liệu do phiên bản sohoa mới hơn tạo ra. Hãy cập nhật sohoa, hoặc khôi phục bản sao lưu của phiên bản này."
    static let damaged = "Cơ sở dữ liệu hỏng hoặc không phải của sohoa. Hãy chạy `sohoa verify`, rồi khôi phục từ bản sao lưu."
    static let noRoom = "Ổ đĩa đầy hoặc bị lỗi nên không ghi được. Hãy giải phóng chỗ trống hoặc kiểm tra ổ đĩa."
    static let denied =
        "Không mở hoặc không ghi được tệp cơ sở dữ liệu. Hãy kiểm tra thư mục dữ liệu có đó không và người chạy sohoa có quyền đọc, ghi không."
    static let busy = "Cơ sở dữ liệu đang được tiến trình khác dùng quá lâu. Hãy thử lại sau ít phút."
    static let stopped = "Việc đang làm đã bị dừng trước khi xong. Hãy thử lại."
    static let notAllowed = "Dữ liệu không hợp lệ nên không được ghi vào cơ sở dữ liệu."
    static let pageUnread = "Không đọc được văn bản của một trang nên chưa ghi nhận tệp nào. Hãy thử lại."
    static let alreadyRestricted = "Tệp này đã bị giữ lại vì có dấu chỉ độ mật nên không được ghi nhận."
    static let alreadyRecorded = "Nội dung tệp này đã được ghi nhận trước đó."
    static let wrongState = "Trạng thái của tệp không hợp với thao tác này."
    static let wrongPages = "Các trang của hồ sơ không khớp với các trang của tệp."
    static let unknownScan = "Không có tệp nào mang mã này."
    static let unknownRecord = "Không có tài liệu nào mang mã này."
    static let unknownReuse = "Sổ dùng lại không có lượt nào mang mã này."
    static let undoingOfUndoing = "Mã này là một lượt hủy; không hủy được lượt hủy. Hãy ghi lại lượt dùng lại."
    static let incompleteReuse = "Một lượt hủy phải ghi rõ người thực hiện."
    static let reuseIdentityTaken = "Mã của lượt tái sử dụng này đã được dùng cho một lượt khác."
    static let reportChanged =
        "Báo cáo đã chốt không còn đúng như khi phát hành nên không giao lại được. Hãy chạy `sohoa verify`, rồi khôi phục từ bản sao lưu."
    static let reportGone =
        "Nhật ký ghi rằng báo cáo này đã phát hành, nhưng bản đã chốt không còn nên không lập lại. Hãy chạy `sohoa verify`, rồi khôi phục từ bản sao lưu."
    static let otherFonds = "Có mã hồ sơ đã thuộc phông khác. Hãy sửa mã hoặc nhập dưới đúng phông."
    static let notRestricted = "Không có tệp nào đang bị giữ lại mang mã băm này. Xem `sohoa restricted list`."
    static let emptySearch = "Hãy nhập ít nhất một từ cần tìm, hoặc một điều kiện lọc (loại, cơ quan, ngày, số, người, mã hồ sơ)."
    static let otherRebuild = "Một lần lập lại chỉ mục khác vừa bắt đầu nên lần này dừng lại."
}
