import Hummingbird
import Records

/// Why a request is not answered, as RFC 9457 problem details. Nothing of the machine's inside stands in it.
struct Problem: Error, Equatable {
    /// The end of `type`, for programs.
    var kind: String
    var status: HTTPResponse.Status
    /// For people, in Vietnamese: the kind …
    var title: String
    /// … and this case of it.
    var detail: String
    /// The query parameter that is wrong.
    var parameter: String?
    /// With `methodNotAllowed`: the methods that the path takes.
    var allow: String?
    /// Only of `/readyz`.
    var checks: [ReadinessCheck]?

    var type: String { "urn:sohoa:problem:\(kind)" }

    static let notFound = Problem(
        kind: "not-found", status: .notFound, title: "Không tìm thấy", detail: "Không có đường dẫn này. Hãy kiểm tra lại địa chỉ.")
    static let noRecord = Problem(
        kind: "no-record", status: .notFound, title: "Không tìm thấy", detail: "Không có bản ghi mang mã này.")
    static let noArchivalCopy = Problem(
        kind: "no-archival-copy", status: .notFound, title: "Không tìm thấy", detail: "Bản ghi này chưa có bản PDF lưu trữ.")
    static func methodNotAllowed(allow: String) -> Problem {
        Problem(
            kind: "method-not-allowed", status: .methodNotAllowed, title: "Phương thức không được hỗ trợ",
            detail: "Đường dẫn này chỉ nhận \(allow).", allow: allow)
    }
    static let notJSON = Problem(
        kind: "unsupported-media-type", status: .unsupportedMediaType, title: "Loại nội dung không được hỗ trợ",
        detail: "Chỉ nhận Content-Type: application/json.")
    static let bodyTooLarge = Problem(
        kind: "body-too-large", status: .contentTooLarge, title: "Yêu cầu quá lớn",
        detail: "Thân yêu cầu lớn hơn \(WebLimits.maximumBodyBytes) byte.")
    static let busy = Problem(
        kind: "busy", status: .serviceUnavailable, title: "Hệ thống đang bận", detail: "Cơ sở dữ liệu đang bận. Hãy thử lại sau vài giây.")
    static let noRoom = Problem(
        kind: "no-room", status: .serviceUnavailable, title: "Hệ thống không ghi được",
        detail: "Không ghi được vào cơ sở dữ liệu (đĩa đầy hoặc không có quyền ghi). Hãy báo người quản trị.")
    static let refused = Problem(
        kind: "refused", status: .badRequest, title: "Yêu cầu không hợp lệ", detail: "Yêu cầu này không thực hiện được. Hãy kiểm tra lại các tham số."
    )
    static let internalError = Problem(
        kind: "internal", status: .internalServerError, title: "Lỗi hệ thống",
        detail: "Có lỗi bên trong hệ thống. Hãy báo người quản trị kèm mã yêu cầu.")

    static func parameter(_ name: String, _ detail: String) -> Problem {
        Problem(kind: "invalid-parameter", status: .badRequest, title: "Tham số không hợp lệ", detail: detail, parameter: name)
    }

    static func unknownUnit(_ unknown: UnknownUnit) -> Problem {
        let units = unknown.told.map { $0.isEmpty ? " Chưa có đơn vị nào." : " Các đơn vị: \($0.joined(separator: ", "))." } ?? ""
        return .parameter("unit", "Không có đơn vị này.\(units)")
    }

    static func badBody(_ detail: String, parameter: String? = nil) -> Problem {
        Problem(kind: "invalid-body", status: .badRequest, title: "Nội dung không hợp lệ", detail: detail, parameter: parameter)
    }

    /// The body is well formed, but what it asks for cannot be.
    static func unprocessable(_ parameter: String, _ detail: String) -> Problem {
        Problem(kind: "unprocessable", status: .unprocessableContent, title: "Không thực hiện được", detail: detail, parameter: parameter)
    }

    static func notReady(_ checks: [ReadinessCheck]) -> Problem {
        let failing = checks.filter { !$0.isReady }.map(\.name).joined(separator: ", ")
        return Problem(
            kind: "not-ready", status: .serviceUnavailable, title: "Chưa sẵn sàng", detail: "Chưa sẵn sàng: \(failing).", checks: checks)
    }
}
