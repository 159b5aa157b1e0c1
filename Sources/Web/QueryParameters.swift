import Foundation
import Hummingbird
import Records

/// The parameters of a query, decoded as forms are (`+` is a space) and checked. A parameter that is unknown, given twice or too long is
/// a problem that names it: a misspelt filter must not widen a search in silence.
struct QueryParameters {
    private let values: [String: String]

    init(_ request: Request, allowed: Set<String>) throws(Problem) {
        let query = request.uri.query ?? ""
        guard query.utf8.count <= WebLimits.maximumQueryBytes else {
            throw .parameter("*", "Chuỗi truy vấn dài hơn \(WebLimits.maximumQueryBytes) byte.")
        }
        var values: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0]) ?? String(parts[0])
            guard allowed.contains(name) else {
                throw .parameter(String(name.prefix(100)), "Không có tham số này. Các tham số: \(allowed.sorted().joined(separator: ", ")).")
            }
            guard values[name] == nil else { throw .parameter(name, "Tham số được ghi hai lần.") }
            values[name] = try Self.value(parts.count > 1 ? parts[1] : "", of: name)
        }
        self.values = values
    }

    /// NFC, trimmed; nil when absent or empty.
    subscript(name: String) -> String? {
        guard let value = values[name], !value.isEmpty else { return nil }
        return value
    }

    /// - Parameter read: nil for what cannot be read.
    func value<Value>(_ name: String, _ hint: String, read: (String) -> Value?) throws(Problem) -> Value? {
        guard let text = self[name] else { return nil }
        guard let value = read(text) else { throw .parameter(name, hint) }
        return value
    }

    private static func value(_ raw: Substring, of name: String) throws(Problem) -> String {
        guard let text = decoded(raw), !text.unicodeScalars.contains("\0") else {
            throw .parameter(name, "Giá trị không được mã hóa đúng (phải là UTF-8).")
        }
        guard text.count <= WebLimits.maximumParameterLength else {
            throw .parameter(name, "Giá trị dài hơn \(WebLimits.maximumParameterLength) ký tự.")
        }
        return VietnameseText.squashed(text)
    }

    private static func decoded(_ text: Substring) -> String? { text.replacing("+", with: " ").removingPercentEncoding }
}
