import CLCMS2
import CLeptonica
import Foundation
import Records
import TestSupport
import Testing

@testable import Reading

extension EngineTests {
    /// Photographs as phones code them, made from a sample by ImageMagick, which has libheif and x265 write them.
    @Suite("Reading a HEIC") final class HEICTests {
        private static let letter = "archive/cong-van-dao-on.jpg"
        private let folder = TestRun.folder.appending(path: "heic-\(UUID().uuidString)")

        init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

        deinit { try? FileManager.default.removeItem(at: folder) }

        @Test("Is read like the picture that it was made from, and its copy is one that every reader of PDF knows")
        func letter() throws {
            let path = try heic("-quality", "80")
            #expect(try FileExaminer().examine(path) == Examination(mediaType: .heic, pages: 1))
            let reading = try PageRecogniser().read(PageRequest(path: path, mediaType: .heic, page: 1, languages: "vie"))
            let original = try Samples.read(Self.letter)
            #expect((reading.width, reading.height) == (original.width, original.height))
            #expect(VietnameseText.folded(reading.text).contains("cong hoa xa hoi chu nghia viet nam"))
            #expect((reading.confidence ?? 0) > 0.85)
            try ArchivalCopy.with(path, reading: { _ in reading }) { copy in
                #expect(try copy.run("qpdf", "--check").isContent)
                #expect(try copy.words().contains { $0.text == "NAM" })
                let page = try ScannedPages(path: path, mediaType: .heic).page(1)
                #expect(page.images.map(\.image.filter) == ["/DCTDecode"])
                #expect(page.images.first?.image.width == original.width)
            }
        }

        @Test("One that breaks off, or whose end is still zeros, may still be growing", arguments: [0, 1, 10, 50, 90, 99])
        func cut(percent: Int) throws {
            let bytes = try small()
            let head = bytes.prefix(bytes.count * percent / 100)
            for part in [bytes.prefix(max(4, head.count)), head + Data(count: bytes.count - head.count)] {
                let failure = try #require(try Samples.failure(part))
                #expect(failure.code == .truncated && failure.mayPass)
            }
        }

        @Test("One whose data does not begin as a picture does is an error, never a grey page")
        func damaged() throws {
            var bytes = try small()
            let data = try #require(bytes.firstRange(of: Data("mdat".utf8))).upperBound
            bytes.replaceSubrange((data + 4)..<(data + 204), with: Data(repeating: 0xFF, count: 200))
            try Samples.withFile(bytes) { path in
                let failure = #expect(throws: ReadingFailure.self) { try Self.decode(path) }
                #expect(failure?.code == .unreadable)
            }
        }

        @Test("One with a hole may still be filled: a copy over the network writes in any order")
        func hole() throws {
            var bytes = try small()
            bytes.replaceSubrange((bytes.count / 2)..<(bytes.count / 2 + 4096), with: Data(count: 4096))
            #expect(try Samples.failure(bytes)?.code == .truncated)
        }

        @Test(
            "What is transparent is white, ten bits are eight, and colours become sRGB",
            arguments: [
                (["-transparent", "white", "-background", "black", "-alpha", "background", "PNG32:"], [], 100),
                (["-depth", "16", "PNG48:"], ["-b", "10"], 100), (["-profile", "icc:", "PNG24:"], [], 65),
            ] as [([String], [String], Int)])
        func kinds(conversion: [String], coding: [String], red: Int) throws {
            let (profile, png, path) = (folder.path + "/p3.icc", folder.path + "/page.png", folder.path + "/page.heic")
            try Data(Self.displayP3()).write(to: URL(filePath: profile))
            let files = conversion.map { $0 == "icc:" ? profile : $0.hasPrefix("PNG") ? $0 + png : $0 }
            try Tool.run(["convert", "-size", "400x566", "xc:white", "-fill", "rgb(100,180,100)", "-draw", "rectangle 0,0 200,100"] + files)
            try Tool.run(["heif-enc"] + coding + ["-o", path, png])
            let raster = try Self.decode(path).raster
            let (bar, paper) = (raster.colour(x: 100, y: 50), raster.colour(x: 300, y: 400))
            #expect(abs(bar.red - red) < 10 && abs(bar.green - 182) < 10, "\(bar)")
            #expect(min(paper.red, paper.green, paper.blue) > 250, "\(paper)")
        }

        @Test("A picture is turned as its file asks, once")
        func turned() throws {
            var bytes = try small()
            // In place of the property that tells the bits of a sample: turned by a quarter, against the clock.
            let property = try #require(bytes.firstRange(of: Data("pixi".utf8)))
            bytes.replaceSubrange(property, with: Data("irot".utf8))
            bytes[property.upperBound] = 1
            try Samples.withFile(bytes) { path in
                let raster = try Self.decode(path).raster
                #expect((raster.width, raster.height) == (1169, 827))
                // What stood at the upper left stands at the lower left.
                #expect(raster.darkness(x: 40, y: 780) > 100 && raster.darkness(x: 40, y: 40) < 40)
            }
        }

        @Test("Pictures beside the primary one are no pages")
        func primary() throws {
            let path = folder.appending(path: "two.heic").path
            let letter = Samples.folder.appending(path: Self.letter).path
            try Tool.run(["convert", letter, "-resize", "400x", "(", "-clone", "0", "-resize", "200x", ")", path])
            #expect(try FileExaminer().examine(path) == Examination(mediaType: .heic, pages: 1))
        }

        @Test("More pixels than the budget are refused before one is decoded")
        func bomb() throws {
            var bytes = try small()
            while let size = bytes.firstRange(of: Self.size(827, 1169)) { bytes.replaceSubrange(size, with: Self.size(30_000, 30_000)) }
            while let size = bytes.firstRange(of: Self.size(828, 1170)) { bytes.replaceSubrange(size, with: Self.size(30_000, 30_000)) }
            let failure = try #require(try Samples.failure(bytes))
            #expect(failure.code == .tooLarge && !failure.mayPass)
        }

        @Test("One that holds AVIF under another name is called by its name")
        func disguised() throws {
            var bytes = try small()
            while let type = bytes.firstRange(of: Data("hvc1".utf8)) { bytes.replaceSubrange(type, with: Data("av01".utf8)) }
            let failure = try #require(try Samples.failure(bytes))
            #expect(failure.code == .unsupported && failure.format == .avif)
        }

        /// The letter as a HEIC, converted so.
        private func heic(_ arguments: String...) throws -> String {
            let path = folder.appending(path: "letter.heic").path
            try Tool.run(["convert", Samples.folder.appending(path: Self.letter).path] + arguments + [path])
            return path
        }

        /// The letter on half the pixels, its upper left corner black.
        private func small() throws -> Data {
            try Data(contentsOf: URL(filePath: heic("-resize", "827x1169!", "-fill", "black", "-draw", "rectangle 0,0 80,80", "-quality", "60")))
        }

        private static func decode(_ path: String) throws -> PageImage {
            try ImageDecoder.decode(PageRequest(path: path, mediaType: .heic, page: 1, languages: ""))
        }

        /// The profile that phones give their pictures.
        private static func displayP3() throws -> [UInt8] {
            var white = cmsCIExyY(x: 0.3127, y: 0.3290, Y: 1)
            var primaries = cmsCIExyYTRIPLE(
                Red: cmsCIExyY(x: 0.680, y: 0.320, Y: 1), Green: cmsCIExyY(x: 0.265, y: 0.690, Y: 1), Blue: cmsCIExyY(x: 0.150, y: 0.060, Y: 1))
            let curve = try #require(cmsBuildParametricToneCurve(nil, 4, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]))
            defer { cmsFreeToneCurve(curve) }
            var curves: [OpaquePointer?] = [curve, curve, curve]
            let profile = try #require(cmsCreateRGBProfile(&white, &primaries, &curves))
            defer { cmsCloseProfile(profile) }
            var count: UInt32 = 0
            cmsSaveProfileToMem(profile, nil, &count)
            var bytes = [UInt8](repeating: 0, count: Int(count))
            cmsSaveProfileToMem(profile, &bytes, &count)
            return bytes
        }

        /// The property that tells how large a picture is.
        private static func size(_ width: UInt32, _ height: UInt32) -> Data {
            var bytes = Data("ispe".utf8) + Data(count: 4)
            for side in [width, height] { bytes.append(contentsOf: withUnsafeBytes(of: side.bigEndian, Array.init)) }
            return bytes
        }
    }
}

extension Raster {
    fileprivate func colour(x: Int32, y: Int32) -> (red: Int, green: Int, blue: Int) {
        var (red, green, blue): (Int32, Int32, Int32) = (0, 0, 0)
        withPix { pix in _ = pixGetRGBPixel(pix, x, y, &red, &green, &blue) }
        return (Int(red), Int(green), Int(blue))
    }

    /// How far a pixel is from white.
    fileprivate func darkness(x: Int32, y: Int32) -> UInt32 {
        var value: UInt32 = 0
        let grey = try? grey()
        grey?.withPix { pix in _ = pixGetPixel(pix, x, y, &value) }
        return 255 - value
    }
}
