import Foundation
import Records
import TestSupport
import Testing

@testable import Reading

/// What is written for the archive: judged by other programs, and by reading it back.
@Suite("The archival copy", .serialized) struct ArchivalWriterTests {
    @Test("Is valid PDF/A-1b for a validator and whole for qpdf", arguments: ArchivalCopy.samples)
    func valid(name: String) throws {
        let scan = Self.path(name)
        try ArchivalCopy.with(scan) { copy in
            let qpdf = try copy.run("qpdf", "--check")
            #expect(qpdf.isContent && !qpdf.output.contains("WARNING"), "\(qpdf.output)")
            let script = Samples.folder.appending(path: "../scripts/check-pdfa").standardizedFileURL.path
            let preflight = try copy.run(script)
            #expect(preflight.isContent, "\(preflight.output)")
            #expect(try PDFStructure(copy.path).countPages() == FileExaminer().examine(scan).pages)
        }
    }

    @Test("Keeps a scan's size: each page's, and little more than its bytes", arguments: ArchivalCopy.samples.filter { !$0.contains("HS-2026-07") })
    func size(name: String) throws {
        let scan = Self.path(name)
        try ArchivalCopy.with(scan) { copy in
            let page = try PDFPage(copy.path, number: 1)
            #expect(abs(page.width - 595) < 2 && abs(page.height - 842) < 2 || abs(page.width - 842) < 2 && abs(page.height - 595) < 2)
            // Metadata, font and colour profile take four kilobytes at most, however small the scan.
            #expect(try Double(copy.bytes.count) < 1.02 * Double(Samples.bytes(name).count) + 4_000)
        }
    }

    @Test(
        "Holds the very bytes of a scan's pictures", arguments: ["archive/HS-2026-01.0000001.pdf", "tthc/H35.88.73-261006-0219/to-khai-khai-tu.pdf"])
    func passedThrough(name: String) throws {
        try ArchivalCopy.with(Self.path(name)) { copy in
            let images = try ArchivalCopy.images(copy.path)
            #expect(images.count == 1)
            #expect(try images == ArchivalCopy.images(Self.path(name)))
        }
    }

    @Test("Holds a JPEG file as it is, and an unleaved PNG's rows")
    func files() throws {
        try ArchivalCopy.with(Self.path("archive/cong-van-dao-on.jpg")) { copy in
            let images = try ArchivalCopy.images(copy.path)
            #expect(try images == [Array(Samples.bytes("archive/cong-van-dao-on.jpg"))])
        }
        try ArchivalCopy.with(Self.path("tthc/don-xac-nhan.png")) { copy in
            let rows = try #require(PNGStream.image(Array(Samples.bytes("tthc/don-xac-nhan.png")))).bytes
            #expect(try ArchivalCopy.images(copy.path) == [rows])
        }
    }

    @Test("Is the same whenever it is made")
    func same() throws {
        let scan = Self.path("archive/dau-mat-do.pdf")
        let first = try ArchivalCopy.with(scan) { try $0.bytes }
        #expect(try ArchivalCopy.with(scan) { try $0.bytes } == first)
    }

    @Test("Takes the pages that it is asked for, in their order, and more than one node of the page tree holds")
    func pages() throws {
        let scan = Self.path("archive/HS-2026-01.0000001.pdf")
        try ArchivalCopy.with(scan, pages: [2, 1]) { copy in
            let images = try (first: ArchivalCopy.images(copy.path, page: 1), second: ArchivalCopy.images(copy.path, page: 2))
            #expect(try images.first == ArchivalCopy.images(scan, page: 2))
            #expect(try images.second == ArchivalCopy.images(scan, page: 1))
        }
        let thin = Self.path("tthc/H35.88.73-261006-0219/to-khai-khai-tu.pdf")
        try ArchivalCopy.with(thin, pages: Array(repeating: 1, count: 501), reading: { Self.blank($0) }) { copy in
            let count = try copy.run("qpdf", "--show-npages").output
            #expect(count == "501\n")
            #expect(try PDFPage(copy.path, number: 501).height > 800)
        }
    }

    @Test("Says what it is, the same twice")
    func metadata() throws {
        try ArchivalCopy.with(Self.path("archive/dau-mat-do.pdf")) { copy in
            let said = try copy.run("pdfinfo", "-isodates").output
            for value in ["Kế hoạch 80-KH/ĐU: Số hóa <tài liệu> & lưu trữ", "ỦY BAN NHÂN DÂN XÃ BUM NƯA", "SoHoa", "1970-01-01T00:00:00"] {
                #expect(said.contains(value), "\(value)")
            }
            let packet = try copy.run("pdfinfo", "-meta").output
            for value in ["Số hóa &lt;tài liệu&gt; &amp; lưu trữ", "80-KH/ĐU", "2026-01-05", "0190b2a4", "<pdfaid:conformance>B<"] {
                #expect(packet.contains(value), "\(value)")
            }
        }
    }

    @Test("Leaves nothing behind where it fails")
    func failure() throws {
        let folder = TestRun.folder.appending(path: "archival-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let reading = folder.appending(path: "reading.json")
        try JSONEncoder().encode(ArchivalCopy.reading(page: 1)).write(to: reading)
        var damaged = try Samples.bytes("archive/cong-van-dao-on.jpg")
        let scan = try #require(damaged.firstRange(of: Data([0xFF, 0xDA]))).upperBound
        damaged.replaceSubrange((scan + 4000)..<(scan + 12000), with: Data(count: 8000))
        let broken = folder.appending(path: "broken.jpg")
        try damaged.write(to: broken)
        let sample = Self.path("archive/HS-2026-01.0000001.pdf")
        let requests: [(String, MediaType, [Int], [String])] = [
            (sample, .pdf, [1, 9], [reading.path, reading.path]), (sample, .pdf, [1], [folder.path + "/missing.json"]),
            (sample, .pdf, [1], []), (sample, .pdf, [1], [broken.path]), (broken.path, .jpeg, [1], [reading.path]),
        ]
        for (path, mediaType, pages, readings) in requests {
            let output = folder.appending(path: "copy.pdf").path
            let request = ArchivalRequest(
                path: path, mediaType: mediaType, pages: pages, readings: readings, output: output, properties: ArchivalCopy.properties)
            let failure = #expect(throws: ReadingFailure.self) { try ArchivalWriter().write(request) }
            #expect(failure?.detail.contains("copy") == false && failure?.detail.contains("/") == false)
            #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["reading.json", "broken.jpg"])
        }
    }

    @Test("Is written by the worker")
    func worker() throws {
        let desk = WorkerDesk()
        try ArchivalCopy.with(Self.path("archive/dau-mat-do.pdf")) { copy in
            let output = copy.folder.appending(path: "other.pdf").path
            let request = ArchivalRequest(
                path: Self.path("archive/dau-mat-do.pdf"), mediaType: .pdf, pages: [1], readings: [copy.folder.appending(path: "1.json").path],
                output: output, properties: ArchivalCopy.properties)
            let question = try JSONEncoder().encode(WorkerRequest.archive(request))
            #expect(desk.answer(desk.question(question)) == .archived)
            #expect(try Data(contentsOf: URL(filePath: output)) == copy.bytes)
        }
    }

    static func path(_ name: String) -> String { Samples.folder.appending(path: name).path }

    private static func blank(_ page: Int) -> PageReading {
        PageReading(page: page, lines: [], source: .ocr, width: 1654, height: 2339, resolution: 200, isBlank: true)
    }
}
