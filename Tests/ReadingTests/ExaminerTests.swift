import Foundation
import Records
import TestSupport
import Testing

@testable import Reading

/// What a file is and whether it is whole, for files that break off, lie or threaten.
@Suite("Examining a file") struct ExaminerTests {
    static let whole = [
        "archive/HS-2026-01.0000001.pdf": Examination(mediaType: .pdf, pages: 2),
        "archive/HS-2026-07.0000001.pdf": Examination(mediaType: .pdf, pages: 1),
        "archive/bien-ban-xoay-ngang.tif": Examination(mediaType: .tiff, pages: 1),
        "archive/HS-2026-03/bao-cao-9-thang.tif": Examination(mediaType: .tiff, pages: 2),
        "archive/cong-van-dao-on.jpg": Examination(mediaType: .jpeg, pages: 1),
        "archive/thong-bao-tiep-cong-dan.png": Examination(mediaType: .png, pages: 1),
    ]

    @Test("A whole file is told by its bytes", arguments: whole.keys.sorted())
    func wholeFile(name: String) throws { #expect(try Samples.examine(Samples.bytes(name)) == Self.whole[name]) }

    @Test("A file that breaks off may still be growing", arguments: whole.keys.sorted(), [1, 10, 50, 90, 99])
    func cut(name: String, percent: Int) throws {
        let bytes = try Samples.bytes(name)
        let failure = try #require(try Samples.failure(bytes.prefix(bytes.count * percent / 100)))
        #expect(failure.code == .truncated)
        #expect(failure.mayPass)
    }

    @Test("A file whose tail is still zeros may still be growing", arguments: whole.keys.sorted(), [0, 10, 50, 90])
    func zeroTail(name: String, percent: Int) throws {
        let bytes = try Samples.bytes(name)
        let head = bytes.prefix(bytes.count * percent / 100)
        let failure = try #require(try Samples.failure(head + Data(count: bytes.count - head.count)))
        #expect(failure.code == .truncated)
        #expect(failure.mayPass)
    }

    @Test("Zeros and white space after the end do no harm", arguments: ["archive/HS-2026-01.0000001.pdf"])
    func padded(name: String) throws { #expect(try Samples.examine(Samples.bytes(name) + Data("\r\n \0\0\0".utf8)) == Self.whole[name]) }

    @Test("An empty file may still be growing")
    func empty() throws { #expect(try Samples.failure(Data()) == ReadingFailure(.empty, "0 bytes", mayPass: true)) }

    @Test(
        "What is neither PDF nor image is refused for good",
        arguments: ["<html><body>Not found</body></html>", "PK\u{3}\u{4} van_ban.pdf%PDF-1.3", "hello"])
    func foreign(text: String) throws {
        let failure = try #require(try Samples.failure(Data(text.utf8)))
        #expect(failure.code == .unsupported)
        #expect(!failure.mayPass)
    }

    @Test(
        "What people drop beside scans is called by its name",
        arguments: [
            ("PK\u{3}\u{4}....[Content_Types].xml...word/document.xml", ForeignFormat.word), ("PK\u{3}\u{4}....a.txt", .zip),
            ("PK\u{3}\u{4}....mimetypeapplication/vnd.oasis.opendocument.text", .openDocument), ("\0\0\0\u{18}ftypmif1\0\0\0\0mif1avif", .avif),
            ("\0\0\0\u{18}ftypmp42\0\0\0\0", .video), ("GIF89a", .gif), ("\u{FEFF}\n<!DOCTYPE html><html>", .html), ("{\\rtf1", .rtf),
        ])
    func named(text: String, format: ForeignFormat) throws {
        let failure = try #require(try Samples.failure(Data(text.utf8)))
        #expect(failure.code == .unsupported && failure.format == format)
        #expect(SetAsideReason(failure).message.contains(format.name))
    }

    @Test("A folder is not a file")
    func folder() { #expect(throws: ReadingFailure.self) { try FileExaminer().examine(TestRun.folder.path) } }
}

/// PDFs that qpdf or Poppler would open with less than they should hold.
@Suite("Examining a PDF") struct PDFExaminerTests {
    static let catalogue = "<< /Type /Catalog /Pages 2 0 R >>"

    @Test("A cross-reference table at a slightly wrong place is rebuilt")
    func wrongTable() throws {
        let bytes = HandmadeFiles.pdf(
            [Self.catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"]
                + ["<< /Length 3 >>\nstream\nq Q\nendstream"], tableOffsetError: 7)
        #expect(try Samples.examine(bytes).pages == 1)
    }

    @Test("No pages")
    func noPages() throws {
        #expect(try Samples.failure(HandmadeFiles.pdf([Self.catalogue, "<< /Type /Pages /Kids [] /Count 0 >>"]))?.code == .noPages)
    }

    @Test("A password")
    func password() throws {
        let junk = "<" + String(repeating: "5A", count: 32) + ">"
        let bytes = HandmadeFiles.pdf(
            [Self.catalogue, "<< /Type /Pages /Kids [] /Count 0 >>", "<< /Filter /Standard /V 1 /R 2 /P -4 /O \(junk) /U \(junk) >>"],
            trailer: "/Encrypt 3 0 R /ID [<00> <00>]")
        let failure = try #require(try Samples.failure(bytes))
        #expect(failure.code == .encrypted)
        #expect(!failure.mayPass)
    }

    @Test("An image that the page names but the file lacks")
    func missingImage() throws {
        let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /I 9 0 R >> >> >>"
        let contents = "<< /Length 24 >>\nstream\nq 9 0 0 9 0 0 cm /I Do Q \nendstream"
        let bytes = HandmadeFiles.pdf([Self.catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, contents])
        #expect(try Samples.failure(bytes)?.code == .truncated)
    }

    @Test("More pages than the bound")
    func tooManyPages() throws {
        let kids = String(repeating: "3 0 R ", count: FileExaminer.maximumPages + 1)
        let bytes = HandmadeFiles.pdf([
            Self.catalogue, "<< /Type /Pages /Kids [\(kids)] /Count \(FileExaminer.maximumPages + 1) >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        ])
        #expect(try Samples.failure(bytes)?.code == .tooLarge)
    }
}
