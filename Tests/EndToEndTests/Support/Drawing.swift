import Foundation

/// Small scans that are read in a fraction of a second: a few large words on a strip of paper.
///
/// Drawn once each; the many files that a test needs are made of them by adding a note that is no picture.
actor Drawing {
    static let shared = Drawing()
    private var drawn: [String: Data] = [:]

    static let sentences = [
        "Số hóa tài liệu lưu trữ xã Nậm Sơn", "Lịch tiếp công dân tháng mười", "Bảo vệ rừng đầu nguồn", "Sửa chữa mái nhà đa năng",
        "Phòng chống bệnh đạo ôn",
    ]

    /// A PNG or JPEG of one line of words; `tiff` may hold more pages, a line each.
    func scan(_ sentences: String..., format: String = "png", in workplace: Workplace) async throws -> Data {
        let key = sentences.joined(separator: "\n") + format
        if let data = drawn[key] { return data }
        let path = "\(workplace.scratch)/\(UUID().uuidString).\(format)"
        let pages = sentences.flatMap { ["-size", "900x200", "caption:\($0)"] }
        let arguments =
            ["convert", "-background", "white", "-fill", "black", "-font", "Liberation-Sans", "-pointsize", "40"] + pages
            + ["-colorspace", "Gray", "-depth", "8", "-density", "200", "-units", "PixelsPerInch", path]
        let run = try await Program.run("/usr/bin/env", arguments, in: workplace.root, scratch: workplace.scratch)
        guard run.code == 0 else { throw Workplace.ToolFailed(name: "convert", said: run.errors) }
        let data = try Files.bytes(path)
        drawn[key] = data
        return data
    }

    /// A PNG that no other test and no other note has.
    func tiny(_ note: String, in workplace: Workplace) async throws -> Data {
        let sentence = Self.sentences[note.utf8.reduce(0) { ($0 + Int($1)) % Self.sentences.count }]
        return Picture.png(try await scan(sentence, in: workplace), noting: note)
    }
}
