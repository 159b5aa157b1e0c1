import Foundation
import Records
import Testing

@testable import Reading

/// A few bytes that ask for gigabytes of pixels.
@Suite("The pixel budget") struct PixelBudgetTests {
    static let bombs: [String: Data] = [
        "TIFF of 20000 x 20000": HandmadeFiles.tiff(width: 20_000, height: 20_000),
        "TIFF of 4 billion columns": HandmadeFiles.tiff(width: .max, height: .max),
        "PNG of 60000 x 60000": HandmadeFiles.png(width: 60_000, height: 60_000),
        "JPEG of 65000 x 65000": (try? HandmadeFiles.jpeg(width: 65_000, height: 65_000)) ?? Data(),
        "PDF with an image of 30000 x 30000": HandmadeFiles.pdf(imageSide: 30_000),
    ]

    @Test("Is checked before anything is decoded", arguments: bombs.keys.sorted())
    func bomb(name: String) throws {
        let bytes = try #require(Self.bombs[name])
        let failure = try #require(try Samples.failure(bytes))
        #expect(failure.code == .tooLarge)
        #expect(!failure.mayPass)
    }

    @Test("Lets an A0 plan at 200 dpi pass, and a small JPEG")
    func large() throws {
        try PixelBudget.checkDecoding(width: 6622, height: 9362, bitsPerPixel: 1)
        try PixelBudget.checkDecoding(width: 6622, height: 9362, bitsPerPixel: 24)
        #expect(try Samples.examine(HandmadeFiles.jpeg()) == Examination(mediaType: .jpeg, pages: 1))
    }

    @Test("Bounds the page, not only its images: 200 inches wide is read coarsely, 400 is refused")
    func widePage() throws {
        let drawing = "<< /Length 44 >>\nstream\n0 0 1 RG 400 w 1000 1000 m 13000 13000 l S  \nendstream"
        for (side, code) in [(14_400, nil), (28_800, SetAsideReason.Code.tooLarge)] {
            let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(side) \(side)] /Contents 4 0 R >>"
            let bytes = HandmadeFiles.pdf([PDFExaminerTests.catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, drawing])
            try Samples.withFile(bytes) { path in
                #expect(try FileExaminer().examine(path).pages == 1)
                let request = PageRequest(path: path, mediaType: .pdf, page: 1, languages: "vie")
                do {
                    let reading = try PageRecogniser().read(request)
                    #expect(code == nil)
                    #expect(reading.width * reading.height <= PixelBudget.read)
                } catch let failure as ReadingFailure { #expect(failure.code == code) }
            }
        }
    }

    @Test("Brings a page that is too fine down to a lower resolution")
    func scale() {
        let scale = PixelBudget.readingScale(width: 10_000, height: 14_000)
        #expect(abs(10_000 * scale * 14_000 * scale - Double(PixelBudget.read)) < 1)
        #expect(PixelBudget.readingScale(width: 2480, height: 3508) == 1)
    }
}
