import Foundation
import Records
import Testing

@testable import Reading

/// Wherever on a page of text codes stand, and however large or pale they are, they are found.
@Suite("Places of bar codes") struct CodeAreaTests {
    private static func page(_ name: String) throws -> PageImage {
        let path = Samples.folder.appending(path: name).path
        let request = PageRequest(path: path, mediaType: try FileExaminer().examine(path).mediaType, page: 1, languages: "vie")
        var page = try PageRecogniser().decode(request).0
        page.raster = try page.raster.grey().copy()
        return page
    }

    /// - Parameters:
    ///   - size: of the code, in millimetres.
    ///   - black: of its ink, 1 as black as it was printed.
    ///   - place: of its corner, in millimetres.
    @Test(
        "A code on a page of text is found, small and large, black and pale, in the text and at the edge",
        arguments: zip(
            [(14.0, 1.0), (14, 0.4), (22, 1), (22, 0.4), (60, 1), (60, 0.5)], [(120.0, 12.0), (90, 140), (25, 250), (20, 110), (75, 90), (40, 200)]))
    func found(_ code: (size: Double, black: Double), _ place: (x: Double, y: Double)) throws {
        let receipt = try Self.page("tthc/giay-tiep-nhan-qr.pdf")
        let printed = try #require(try receipt.barcodes(page: 1).first)
        let box = PixelBox(try #require(printed.box), on: receipt.raster).grown(by: 2)
        let cut = try receipt.raster.clipped(x: box.x, y: box.y, width: box.width, height: box.height)

        #expect(try Self.page("archive/cong-van-dao-on.jpg").barcodes(page: 1).isEmpty)
        // Now and then the decoder itself misses a pale code: how its modules fall on the pixels decides.
        let read = try (0..<4).count { try isFound(printed.text, cut, code, place, shift: $0) }
        #expect(read >= (code.black == 1 ? 4 : 3))
    }

    @Test("A scrap of paper smaller than a code is a page without codes", arguments: [(20, 20), (60, 40), (200, 30), (15, 2000)])
    func scrap(_ width: Int, _ height: Int) throws {
        var page = try Self.page("archive/cong-van-dao-on.jpg")
        page.raster = try page.raster.clipped(x: 300, y: 100, width: width, height: height)
        #expect(try page.barcodes(page: 1).isEmpty)
    }

    private func isFound(
        _ text: String, _ cut: Raster, _ code: (size: Double, black: Double), _ place: (x: Double, y: Double), shift: Int
    ) throws -> Bool {
        let page = try Self.page("archive/cong-van-dao-on.jpg")
        let millimetre = page.resolution / 25.4
        let scaled = try cut.scaled(by: code.size * millimetre / Double(cut.width))
        let (left, top, quiet) = (Int(place.x * millimetre) + shift, Int(place.y * millimetre) + shift, Int(3 * millimetre))
        let (wide, high, shades) = (scaled.width, scaled.height, scaled.lines())
        page.raster.withLines { y, bytes in
            for x in max(0, left - quiet)..<min(page.raster.width, left + wide + quiet) where (top - quiet..<top + high + quiet).contains(y) {
                let isCode = (left..<left + wide).contains(x) && (top..<top + high).contains(y)
                let shade = isCode ? Int(shades[(y - top) * wide + x - left]) : 255
                unsafe bytes[x ^ 3] = UInt8(255 - Int(code.black * Double(255 - shade)))
            }
        }
        let found = try page.barcodes(page: 1)
        guard let middle = found.first?.box?.middle else { return false }
        #expect(found.map(\.text) == [text])
        #expect(abs(middle.x * Double(page.raster.width) / millimetre - place.x - code.size / 2) < 4)
        #expect(abs(middle.y * Double(page.raster.height) / millimetre - place.y - code.size / 2) < 4)
        return true
    }
}
