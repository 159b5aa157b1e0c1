import Foundation
import Records
import Testing

@testable import Reading

/// One page at a time: a page takes seconds of a core, and other tests wait for theirs.
@Suite("The engine", .serialized) enum EngineTests {}

extension EngineTests {
    /// Pages read with the real engine.
    @Suite("Reading a page") struct RecogniserTests {
        @Test("A scan gives words with places and confidence")
        func scan() throws {
            let reading = try Samples.read("archive/cong-van-dao-on.jpg")
            #expect(reading.source == .ocr)
            #expect((reading.confidence ?? 0) > 0.85)
            #expect(VietnameseText.folded(reading.text).contains("cong hoa xa hoi chu nghia viet nam"))
            for box in reading.lines.flatMap(\.words).map(\.box) { #expect(box.x >= 0 && box.y >= 0 && box.right <= 1 && box.bottom <= 1) }
        }

        @Test("A born-digital page is read from its text")
        func textLayer() throws {
            let reading = try Samples.read("archive/HS-2026-07.0000001.pdf")
            #expect(reading.source == .textLayer)
            #expect(abs((reading.confidence ?? 0) - PDFText.confidence) < 1e-9)
            #expect(reading.text.contains("Số: 12/CTr-UBND\n"), "the header's columns run into each other")
            #expect(reading.text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        }

        @Test(
            "A page that lies otherwise is turned",
            arguments: [("archive/giay-moi-nguoc-dau.pdf", [180]), ("archive/bien-ban-xoay-ngang.tif", [90, 270])])
        func turned(name: String, rotations: [Int]) throws {
            let reading = try Samples.read(name)
            #expect(rotations.contains(reading.rotation))
            #expect(reading.height > reading.width)
            #expect((reading.confidence ?? 0) > 0.8)
        }

        @Test("A page that leans is measured")
        func skew() throws {
            let reading = try Samples.read("archive/to-trinh-nghieng-3-do.pdf")
            #expect(abs(abs(reading.skew ?? 0) - 3) < 0.5)
            #expect((reading.confidence ?? 0) > 0.85)
        }

        @Test("A back with the front showing through is blank, the front is not")
        func blank() throws {
            #expect(try Samples.read("archive/huong-dan-hai-mat.pdf", page: 2).isBlank)
            #expect(try !Samples.read("archive/huong-dan-hai-mat.pdf", page: 1).isBlank)
        }

        @Test("A QR code is read")
        func barcode() throws {
            let barcodes = try Samples.read("tthc/giay-tiep-nhan-qr.pdf").barcodes
            #expect(barcodes.map(\.format) == ["QR"])
            #expect(barcodes.first?.text.contains("H35.88.73") == true)
        }

        @Test("A page that is not there, and one whose data is damaged, are errors, never white pages")
        func damaged() throws {
            #expect(throws: ReadingFailure.self) { try Samples.read("archive/bien-ban-xoay-ngang.tif", page: 2) }
            #expect(throws: ReadingFailure.self) { try Samples.read("archive/HS-2026-07.0000001.pdf", page: 2) }
            for name in ["archive/cong-van-dao-on.jpg", "archive/HS-2026-01.0000001.pdf"] {
                var bytes = try Samples.bytes(name)
                let scan = try #require(bytes.firstRange(of: Data([0xFF, 0xDA]))).upperBound
                bytes.replaceSubrange((scan + 4000)..<(scan + 12000), with: Data(count: 8000))
                try Samples.withFile(bytes) { path in
                    let examination = try FileExaminer().examine(path)
                    let failure = #expect(throws: ReadingFailure.self) {
                        try PageRecogniser().read(PageRequest(path: path, mediaType: examination.mediaType, page: 1, languages: "vie"))
                    }
                    #expect(failure?.code == .unreadable)
                }
            }
        }
    }

    /// Marks of secrecy: a miss breaks the law.
    @Suite("Finding stamps") struct StampTests {
        @Test(
            "A framed mark is read, red, grey, or black on white",
            arguments: [
                "archive/dau-mat-do.pdf": "MAT", "archive/dau-toi-mat-xam.pdf": "TOI MAT", "archive/dau-tuyet-mat-den-trang.tif": "TUYET MAT",
            ])
        func mark(name: String, text: String) throws {
            let stamps = try Samples.read(name).stamps
            #expect(stamps.contains { $0.framed && $0.confidence > 0.6 && VietnameseText.folded($0.text).uppercased() == text }, "\(stamps)")
        }

        @Test("A mark set across the page is read")
        func across() throws {
            let path = Samples.folder.appending(path: "archive/dau-mat-do.pdf").path
            let upright = try PageRecogniser().decode(PageRequest(path: path, mediaType: .pdf, page: 1, languages: "vie")).0
            let turned = PageImage(raster: try upright.raster.turned(quarters: 1), statedResolution: upright.resolution)
            let stamps = try StampFinder(engine: TesseractEngine(languages: "vie")).stamps(on: turned, besides: [])
            let mark = stamps.first { VietnameseText.folded($0.text).uppercased() == "MAT" }
            #expect(mark.map { $0.framed && $0.confidence > 0.6 && $0.box.height > $0.box.width } == true, "\(stamps)")
            // Where it stands: at the top left of the upright page, so at the top right of this one.
            #expect((mark?.box.x ?? 0) > 0.6)
        }

        @Test(
            "Words that only sound like it are no stamps",
            arguments: ["archive/cong-van-bao-mat-mat-ong.pdf", "archive/cong-van-dao-on.jpg", "archive/HS-2026-01.0000001.pdf"])
        func decoy(name: String) throws {
            for stamp in try Samples.read(name).stamps { #expect(!VietnameseText.folded(stamp.text).contains("mat")) }
        }
    }
}
