import Foundation

/// The sample scans of the checkout and what a reader must find in them.
enum Samples {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../samples").standardizedFileURL.path

    static func bytes(_ name: String) throws -> Data { try Files.bytes("\(folder)/\(name)") }

    /// By path from the samples' folder.
    static func expected() throws -> [String: JSON] { try JSON.parse(try bytes("expected.json")).members }

    /// Words that stand on the three papers with a mark of secrecy and on no other sample.
    static let secretWords = [
        "Tình hình giả định", "Diễn tập giả định", "diễn tập giả định", "phục vụ kiểm thử", "kiểm tra việc phát hiện và giữ lại",
        "như bản sao của một bản sao", "chỉ còn khung kép", "quét xám nên màu đỏ", "Đơn vị kiểm thử",
    ]

    /// The same without marks, as an index keeps words.
    static let secretWordsFolded = ["tinh hinh gia dinh", "dien tap gia dinh", "phuc vu kiem thu", "chi con khung kep", "don vi kiem thu"]

    static let secretFiles = ["dau-mat-do", "dau-toi-mat-xam", "dau-tuyet-mat-den-trang"]
}
