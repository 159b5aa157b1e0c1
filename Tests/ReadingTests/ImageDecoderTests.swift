import CLeptonica
import Foundation
import Records
import TestSupport
import Testing

@testable import Reading

/// Picture files of every kind that scanners, cameras and programs write, made by other programs from one page.
@Suite("Decoding a picture file", .serialized) final class ImageDecoderTests {
    private let folder = TestRun.folder.appending(path: "pictures-\(UUID().uuidString)")

    /// An A4 page at 100 dpi: white, a blue bar in the upper left corner, black lines in the middle.
    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try run("convert", "-size", "827x1169", "xc:white", "-fill", "blue", "-draw", "rectangle 0,0 200,100")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @Test(
        "Colours and sides are right, whatever codes them",
        arguments: [
            ["page.jpg"], ["page.jpg", "-colorspace", "CMYK"], ["page.jpg", "-interlace", "JPEG"], ["page.png", "-define", "png:color-type=6"],
            ["page.png", "-define", "png:bit-depth=16"], ["page.png", "-interlace", "PNG"], ["page.png", "-type", "Palette"],
            ["page.tif", "-compress", "LZW"], ["page.tif", "-compress", "Zip", "-depth", "16"], ["page.tif", "-compress", "JPEG"],
            ["page.tif", "-compress", "None", "-interlace", "plane"], ["page.tif", "-compress", "LZW", "-define", "tiff:tile-geometry=256x256"],
            ["page.tif", "-compress", "LZW", "-colorspace", "CMYK", "-alpha", "off", "-depth", "8"],
            ["page.tif", "-compress", "LZW", "-alpha", "set"],
            ["page.tif", "-compress", "RLE"], ["page.webp", "-quality", "90"], ["page.webp", "-define", "webp:lossless=true"],
            ["page.heic", "-quality", "90"],
        ])
    func kinds(arguments: [String]) throws {
        let image = try decode(arguments)
        #expect((image.raster.width, image.raster.height) == (827, 1169))
        let colour = try image.raster.deepened(to: 32)
        let (bar, paper) = (Self.colour(of: colour, x: 50, y: 50), Self.colour(of: colour, x: 700, y: 50))
        #expect(bar.blue > 180 && bar.red < 90 && bar.green < 90, "\(bar)")
        #expect(paper.blue > 240 && paper.red > 240 && paper.green > 240, "\(paper)")
    }

    @Test(
        "Black and white are 1 bit, whichever of the two is zero",
        arguments: [["-compress", "Group4"], ["-compress", "Fax"], ["-compress", "LZW"]])
    func bilevel(compression: [String]) throws {
        for photometric in ["min-is-white", "min-is-black"] {
            let image = try decode(
                ["page.tif", "-threshold", "50%", "-type", "Bilevel", "-depth", "1", "-define", "quantum:polarity=\(photometric)"] + compression)
            #expect(image.raster.depth == 1)
            #expect(image.raster.blackPixels(in: PixelBox(x: 20, y: 20, width: 100, height: 50)) == 5_000)
            #expect(image.raster.blackPixels(in: PixelBox(x: 400, y: 20, width: 100, height: 50)) == 0)
        }
    }

    @Test(
        "A resolution that is missing or absurd is estimated from the page",
        arguments: [("1", 100.0), ("9999", 100), ("0", 100), ("72", 100), ("254", 100), ("100", 100), ("142", 142), ("141.7", 141.7)])
    func resolution(stated: String, expected: Double) throws {
        let image = try decode(["page.jpg", "-units", "PixelsPerInch", "-density", stated])
        #expect(abs(image.resolution - expected) < 1.5)
    }

    @Test("A fax's pixels become square before it is read")
    func fax() throws {
        let path = try file([
            "page.tif", "-resize", "1728x1143!", "-threshold", "50%", "-compress", "Group4", "-units", "PixelsPerInch", "-density", "204x98",
        ])
        let image = try PageRecogniser().decode(PageRequest(path: path, mediaType: .tiff, page: 1, languages: "vie")).0
        #expect((image.raster.width, image.raster.height) == (1728, 2379))
        // The archival copy keeps the data as it is, on a page of its true size.
        let page = try TIFFStream.page(path, number: 1)
        #expect(abs(page.width - 610) < 2 && abs(page.height - 840) < 2)
    }

    @Test("What lost nothing loses nothing on its way into the archive, and is not blown up")
    func archived() throws {
        for arguments in [["page.tif", "-type", "Palette", "-compress", "LZW"], ["page.png", "-define", "png:color-type=6"]] {
            let path = try file(arguments)
            let page = try ScannedPages(path: path, mediaType: try FileExaminer().examine(path).mediaType).page(1)
            #expect(page.images.map(\.image.filter) == ["/FlateDecode"])
        }
    }

    @Test("A WebP that breaks off may still be growing", arguments: [1, 40, 99])
    func cut(percent: Int) throws {
        let bytes = try Data(contentsOf: URL(filePath: file(["page.webp", "-quality", "90"])))
        let failure = try #require(try Samples.failure(bytes.prefix(bytes.count * percent / 100)))
        #expect(failure.code == .truncated && failure.mayPass)
    }

    private func decode(_ arguments: [String]) throws -> PageImage {
        let path = try file(arguments)
        return try ImageDecoder.decode(PageRequest(path: path, mediaType: try FileExaminer().examine(path).mediaType, page: 1, languages: ""))
    }

    /// The page as a file of this name, converted so.
    private func file(_ arguments: [String]) throws -> String {
        let path = folder.appending(path: arguments[0]).path
        try Tool.run(["convert", folder.path + "/page.miff", "-density", "100", "-units", "PixelsPerInch"] + arguments.dropFirst() + [path])
        return path
    }

    private func run(_ arguments: String...) throws { try Tool.run(arguments + [folder.path + "/page.miff"]) }

    private static func colour(of raster: Raster, x: Int32, y: Int32) -> (red: Int32, green: Int32, blue: Int32) {
        var (red, green, blue): (Int32, Int32, Int32) = (0, 0, 0)
        raster.withPix { pix in _ = pixGetRGBPixel(pix, x, y, &red, &green, &blue) }
        return (red, green, blue)
    }
}
