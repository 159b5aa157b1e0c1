import Foundation
import Records
import TestSupport
import Testing

@testable import Reading

/// An archival copy that is made for one test.
struct ArchivalCopy {
    let folder: URL
    let path: String

    /// Whole scans among the samples, and how they were made.
    static let samples = [
        "archive/HS-2026-01.0000001.pdf", "archive/HS-2026-03/bao-cao-9-thang.tif", "archive/HS-2026-07.0000001.pdf",
        "archive/bien-ban-xoay-ngang.tif", "archive/cong-van-dao-on.jpg", "archive/dau-mat-do.pdf", "archive/nghi-quyet-hdnd-300dpi.pdf",
        "archive/thong-bao-tiep-cong-dan.png", "tthc/H35.88.73-261006-0219/to-khai-khai-tu.pdf", "tthc/H35.88.73-261012-0231/to-khai-khai-sinh.jpg",
        "tthc/don-xac-nhan.png",
    ]

    static let properties = ArchivalRequest.Properties(
        title: "Kế hoạch 80-KH/ĐU: Số hóa <tài liệu> & lưu trữ", agency: "ỦY BAN NHÂN DÂN XÃ BUM NƯA", number: "80-KH/ĐU",
        issuedOn: CalendarDate(year: 2026, month: 1, day: 5), subject: "Số hóa tài liệu", identifier: "0190b2a4",
        createdAt: Date(timeIntervalSince1970: 0))

    /// Some words, set anywhere on a page.
    static func reading(page: Int, rotation: Int = 0, skew: Double? = nil, words: [PageReading.Word] = words) -> PageReading {
        let lines = [PageReading.Line(words: words, block: 0)]
        return PageReading(page: page, lines: lines, source: .ocr, rotation: rotation, skew: skew, width: 1654, height: 2339, resolution: 200)
    }

    static let words = ["ỦY", "BAN", "NHÂN", "DÂN", "(xã)"].enumerated().map { index, text in
        PageReading.Word(text: text, confidence: 0.9, box: Box(x: 0.1 + 0.08 * Double(index), y: 0.1, width: 0.07, height: 0.012))
    }

    /// Makes a copy of a scan for the length of `body`, of all its pages unless told.
    static func with<Result>(
        _ scan: String, mediaType: MediaType? = nil, pages: [Int]? = nil, reading: (Int) throws -> PageReading = { reading(page: $0) },
        _ body: (ArchivalCopy) throws -> Result
    ) throws -> Result {
        let folder = TestRun.folder.appending(path: "archival-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let examination = try mediaType.map { Examination(mediaType: $0, pages: 1) } ?? FileExaminer().examine(scan)
        let pages = pages ?? Array(1...examination.pages)
        var readings: [String] = []
        for page in pages {
            let file = folder.appending(path: "\(page).json")
            try JSONEncoder().encode(reading(page)).write(to: file)
            readings.append(file.path)
        }
        let copy = ArchivalCopy(folder: folder, path: folder.appending(path: "copy.pdf").path)
        try ArchivalWriter().write(
            ArchivalRequest(
                path: scan, mediaType: examination.mediaType, pages: pages, readings: readings, output: copy.path, properties: properties))
        return try body(copy)
    }

    var bytes: Data { get throws { try Data(contentsOf: URL(filePath: path)) } }

    /// The coded bytes of a page's pictures.
    static func images(_ path: String, page: Int = 1) throws -> [[UInt8]] {
        let structure = try PDFStructure(path)
        return try structure.images(ofPage: page).compactMap { structure.codedBytes(of: $0.object) }
    }

    /// The words that Poppler finds, each once for each place.
    func words(page: Int = 1) throws -> [PageReading.Word] { try PDFPage(path, number: page).text().lines.flatMap(\.words) }

    /// Runs a program on the copy; what it says, and whether it was content.
    func run(_ program: String, _ arguments: String...) throws -> (output: String, isContent: Bool) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments + [path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), process.terminationStatus == 0)
    }
}
