import Foundation
import Records
import Testing

@testable import Reading

/// Pages that are pictures: their pixels, one by one, whatever codes them and however the page turns them.
@Suite("Decoding a scanned page of a PDF") struct PDFScanTests {
    /// 20 by 30 pixels, dark in the upper left quarter, light elsewhere.
    static func picture(_ entries: String, dark: String, light: String, side: Int = 1) -> String {
        let upper = String(repeating: dark, count: 10 / side) + String(repeating: light, count: 10 / side)
        let lower = String(repeating: light, count: 20 / side)
        let rows = String(repeating: upper, count: 15) + String(repeating: lower, count: 15)
        return "<< /Type /XObject /Subtype /Image /Width 20 /Height 30 \(entries) /Filter /ASCIIHexDecode /Length \(rows.utf8.count) >>"
            + "\nstream\n\(rows)\nendstream"
    }

    /// A page of 20 by 30 points that draws pictures.
    static func page(_ pictures: [String], contents: String = "q 20 0 0 30 0 0 cm /I0 Do Q", entries: String = "") -> Data {
        let names = pictures.indices.map { "/I\($0) \($0 + 5) 0 R" }.joined(separator: " ")
        return HandmadeFiles.pdf(
            [
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 20 30] /Contents 4 0 R /Resources << /XObject << \(names) >> >> \(entries) >>",
                "<< /Length \(contents.utf8.count) >>\nstream\n\(contents)\nendstream",
            ] + pictures)
    }

    static let grey = picture("/BitsPerComponent 8 /ColorSpace /DeviceGray", dark: "20", light: "D0")

    /// The shades (0...255) at the corners of the decoded page: upper left, upper right, lower left, lower right; nil where it was drawn.
    static func corners(_ pdf: Data) throws -> (shades: [Int], width: Int, height: Int)? {
        try Samples.withFile(pdf) { path in
            guard let image = try PDFScan(PDFStructure(path), page: 1)?.image() else { return nil }
            let (width, height) = (image.raster.width, image.raster.height)
            var shades: [Int] = []
            try image.raster.grey().withLines { y, line in
                if y == 0 || y == height - 1 { shades += [Int(line[0 ^ 3]), Int(line[(width - 1) ^ 3])] }
            }
            return (shades, width, height)
        }
    }

    @Test(
        "Grey, colour, palettes, inversions, stencils, every depth",
        arguments: [
            (grey, [32, 208]),
            (picture("/BitsPerComponent 8 /ColorSpace /DeviceGray /Decode [1 0]", dark: "20", light: "D0"), [223, 47]),
            (picture("/BitsPerComponent 8 /ColorSpace /DeviceRGB", dark: "202020", light: "D0D0D0"), [32, 208]),
            (picture("/BitsPerComponent 16 /ColorSpace /DeviceGray", dark: "20FF", light: "D0FF"), [32, 208]),
            (picture("/BitsPerComponent 4 /ColorSpace /DeviceGray", dark: "22", light: "DD", side: 2), [34, 221]),
            (picture("/BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 1 <101010F0F0F0>]", dark: "00", light: "01"), [16, 240]),
            (picture("/BitsPerComponent 8 /ColorSpace [/Indexed /DeviceGray 1 <10F0>]", dark: "00", light: "01"), [16, 240]),
        ])
    func samples(picture: String, shades: [Int]) throws {
        let page = try #require(try Self.corners(Self.page([picture])))
        #expect(page.shades == [shades[0], shades[1], shades[1], shades[1]])
        #expect((page.width, page.height) == (20, 30))
    }

    @Test(
        "Black and white stay 1 bit",
        arguments: [
            ("/BitsPerComponent 1 /ColorSpace /DeviceGray", true), ("/BitsPerComponent 1 /ColorSpace /DeviceGray /Decode [1 0]", false),
            ("/ImageMask true", true), ("/ImageMask true /Decode [1 0]", false),
            ("/BitsPerComponent 1 /ColorSpace [/Indexed /DeviceRGB 1 <000000FFFFFF>]", true),
        ])
    func bilevel(entries: String, isBlack: Bool) throws {
        // Rows of 20 bits in 3 bytes: the first eight are dark in the upper half.
        let rows = String(repeating: "00FFFF", count: 15) + String(repeating: "FFFFFF", count: 15)
        let picture =
            "<< /Subtype /Image /Width 20 /Height 30 \(entries) /Filter /ASCIIHexDecode /Length \(rows.utf8.count) >>\nstream\n\(rows)\nendstream"
        let page = Self.page([picture])
        let corners = try #require(try Self.corners(page))
        #expect(corners.shades == (isBlack ? [0, 255, 255, 255] : [255, 0, 0, 0]))
        let depth = try Samples.withFile(page) { try PDFScan(PDFStructure($0), page: 1)?.image()?.raster.depth }
        #expect(depth == 1)
    }

    @Test(
        "Pages turned by their dictionary and by their contents are upright",
        arguments: [
            ("/Rotate 90", "20 0 0 30 0 0", [208, 32, 208, 208]), ("/Rotate 180", "20 0 0 30 0 0", [208, 208, 208, 32]),
            ("/Rotate -90", "20 0 0 30 0 0", [208, 208, 32, 208]), ("/Rotate 90", "0 30 -20 0 20 0", [32, 208, 208, 208]),
            ("", "-20 0 0 -30 20 30", [208, 208, 208, 32]), ("/CropBox [0 0 20 15]", "20 0 0 30 0 0", [208, 208, 208, 208]),
            ("/CropBox [0 15 20 30]", "20 0 0 30 0 0", [32, 208, 32, 208]), ("/MediaBox [100 50 120 80]", "20 0 0 30 100 50", [32, 208, 208, 208]),
        ])
    func turned(entries: String, matrix: String, shades: [Int]) throws {
        let page = Self.page([Self.grey], contents: "q \(matrix) cm /I0 Do Q", entries: entries)
        #expect(try Self.corners(page)?.shades == shades)
    }

    @Test("A scan in strips, with hidden text, and with a margin")
    func parts() throws {
        let strips = "q 20 0 0 15 0 15 cm /I0 Do Q q 20 0 0 15 0 0 cm /I1 Do Q"
        let stripped = try #require(try Self.corners(Self.page([Self.grey, Self.grey], contents: strips)))
        #expect((stripped.width, stripped.height) == (40, 60))
        #expect(stripped.shades == [32, 208, 208, 208])
        let text = "q 20 0 0 30 0 0 cm /I0 Do Q BT 3 Tr /F 12 Tf (Quyet dinh) Tj ET"
        #expect(try Self.corners(Self.page([Self.grey], contents: text))?.shades == [32, 208, 208, 208])
        let margin = try #require(try Self.corners(Self.page([Self.grey], contents: "q 19 0 0 28.5 0.5 0.75 cm /I0 Do Q")))
        #expect((margin.width, margin.height) == (21, 32))
        #expect(margin.shades == [255, 255, 255, 255] || margin.shades == [32, 208, 208, 208])
    }

    @Test("A fax with half as many dots down as across is stretched")
    func fax() throws {
        let page = Self.page([Self.grey], contents: "q 20 0 0 60 0 0 cm /I0 Do Q", entries: "/MediaBox [0 0 20 60]")
        let corners = try #require(try Self.corners(page))
        #expect((corners.width, corners.height) == (20, 60))
    }

    @Test(
        "What is not for us to decode is drawn",
        arguments: [
            page([picture("/BitsPerComponent 8 /ColorSpace /DeviceCMYK", dark: "000000DF", light: "0000002F")]),
            page([grey], contents: "q 20 0 0 30 0 0 cm /I0 Do Q 0 0 5 5 re f"), page([grey], contents: "q -20 0 0 30 20 0 cm /I0 Do Q"),
            page([picture("/BitsPerComponent 8 /ColorSpace /DeviceGray /Mask [0 9]", dark: "20", light: "D0")]),
        ])
    func drawn(pdf: Data) throws {
        #expect(try Self.corners(pdf) == nil)
        try Samples.withFile(pdf) { path in
            let image = try PageRecogniser().decode(PageRequest(path: path, mediaType: .pdf, page: 1, languages: "vie")).0
            // 100 dpi, because so few pixels are no scan.
            #expect((image.raster.width, image.raster.height) == (27, 41))
        }
    }

    @Test("A picture that lacks samples is damaged")
    func lacking() throws {
        let short = Self.grey.replacing("/Height 30", with: "/Height 40")
        #expect(throws: ReadingFailure.self) { try Self.corners(Self.page([short])) }
    }

    @Test("G4 rows are decoded, not drawn, and damage among them is found")
    func g4() throws {
        let path = Samples.folder.appending(path: "tthc/H35.88.73-261006-0219/to-khai-khai-tu.pdf").path
        let image = try #require(try PDFScan(PDFStructure(path), page: 1)?.image())
        let drawn = try PDFDecoder.decode(PDFPage(path, number: 1), images: PDFStructure(path).images(ofPage: 1))
        #expect(image.raster.depth == 1)
        #expect((image.raster.width, image.raster.height) == (drawn.raster.width, drawn.raster.height))
        let paper = try (image.raster.grey().level(share: 0.5), drawn.raster.grey().level(share: 0.5))
        #expect(paper == (255, 255))
        var bytes = try Samples.bytes("tthc/H35.88.73-261006-0219/to-khai-khai-tu.pdf")
        let rows = try #require(try ArchivalCopy.images(path).first)
        let start = try #require(bytes.firstRange(of: Data(rows))).lowerBound
        bytes.replaceSubrange((start + rows.count / 3)..<(start + rows.count / 2), with: Data(count: rows.count / 2 - rows.count / 3))
        try Samples.withFile(bytes) { path in
            _ = #expect(throws: ReadingFailure.self) {
                try PageRecogniser().decode(PageRequest(path: path, mediaType: .pdf, page: 1, languages: "vie"))
            }
        }
    }
}
