/// Why a file was set aside instead of becoming a record: a code for programs, a sentence for the clerk.
package struct SetAsideReason: Sendable, Hashable, Codable {
    package enum Code: String, Sendable, Codable, CaseIterable {
        case empty, truncated, unsupported, encrypted
        case noPages = "no_pages"
        case tooLarge = "too_large"
        case timedOut = "timed_out"
        case crashed, unreadable
        case noAccess = "no_access"
        case secretMark = "secret_mark"
    }

    package var code: Code
    /// One or two Vietnamese sentences: what is wrong and what to do. Never content of the file.
    package var message: String
    /// Only with `secret_mark`.
    package var mark: SecretMark?

    package init(_ code: Code, message: String? = nil, mark: SecretMark? = nil) {
        self.code = code
        self.message = message ?? code.explanation
        self.mark = mark
    }

    private enum CodingKeys: String, CodingKey { case code, message, mark }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(message, forKey: .message)
        try container.encodeIfPresent(mark, forKey: .mark)
    }
}

extension SetAsideReason.Code {
    /// What is wrong and what to do, in words that a clerk understands.
    package var explanation: String {
        switch self {
        case .empty: "Tệp rỗng (0 byte). Hãy quét lại và thả lại tệp vào thư mục."
        case .truncated: "Tệp không đầy đủ: bị cắt cụt hoặc chưa chép xong. Hãy chép lại từ máy quét hoặc quét lại."
        case .unsupported: "Loại tệp không được hỗ trợ. Hãy quét thành PDF, TIFF, JPEG, PNG, WebP hoặc HEIC."
        case .encrypted: "Tệp PDF có mật khẩu. Hãy gỡ mật khẩu (hoặc quét lại bản giấy) rồi thả lại."
        case .noPages: "Tệp không có trang nào. Hãy quét lại."
        case .tooLarge: "Trang ảnh quá lớn so với giới hạn an toàn. Hãy quét lại ở 200–300 dpi."
        case .timedOut: "Đọc tệp quá lâu nên đã dừng. Hãy quét lại; nếu vẫn vậy, báo người quản trị."
        case .crashed: "Chương trình đọc bị lỗi với tệp này. Hãy quét lại; nếu vẫn vậy, báo người quản trị."
        case .unreadable: "Không đọc được nội dung tệp: tệp hỏng. Hãy quét lại."
        case .noAccess: "Chương trình không có quyền đọc tệp này. Hãy nhờ người quản trị cấp quyền đọc rồi thả lại tệp."
        case .secretMark: "Tài liệu có dấu chỉ độ mật, không được đưa vào hệ thống. Hãy giao cho người phụ trách bảo mật."
        }
    }
}
