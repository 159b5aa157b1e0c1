import Foundation
import Records
import Testing

@testable import Reading

extension EngineTests {
    /// Marks of secrecy of which no reading is left.
    @Suite("Marks under seals") struct CutMarkTests {
        /// The first page in grey, at 200 dpi, with a seal of the print's own black over a place in millimetres.
        private func page(_ name: String, sealAt place: (x: Double, y: Double)?) throws -> PageImage {
            let path = Samples.folder.appending(path: name).path
            let examination = try FileExaminer().examine(path)
            let request = PageRequest(path: path, mediaType: examination.mediaType, page: 1, languages: "vie")
            var page = try PageRecogniser().decode(request).0.at(PageLook.usualResolution)
            page.raster = try page.raster.grey().copy()
            guard let place else { return page }
            let scale = page.resolution / 25.4
            let width = page.raster.width
            page.raster.withLines { y, bytes in
                for x in 0..<width {
                    let distance = hypot(Double(x) / scale - place.x, Double(y) / scale - place.y)
                    // Two rings and what stands in the middle (TT 37/2010/TT-BCA: 36 mm across).
                    if (16.8...17.7).contains(distance) || (11.1...11.5).contains(distance) || distance < 3.5 { unsafe bytes[x ^ 3] = 20 }
                }
            }
            return page
        }

        private func stamps(_ page: PageImage) throws -> [PageReading.Stamp] {
            try StampFinder(engine: TesseractEngine(languages: "vie")).stamps(on: page, besides: [])
        }

        private func isMark(_ stamp: PageReading.Stamp) -> Bool { stamp.framed && VietnameseText.folded(stamp.text).contains("mat") }

        @Test("A framed mark with a seal as black across it is told by its lines and its shape")
        func sealed() throws {
            let clear = try page("archive/dau-mat-do.pdf", sealAt: nil)
            let mark = try #require(try stamps(clear).first(where: isMark))
            let place = (
                x: mark.box.middle.x * Double(clear.raster.width) / clear.resolution * 25.4 - 9,
                y: mark.box.middle.y * Double(clear.raster.height) / clear.resolution * 25.4 + 3
            )
            let stamps = try stamps(page("archive/dau-mat-do.pdf", sealAt: place))
            #expect(stamps.contains(where: isMark), "\(stamps)")
        }

        /// What a reading of the whole page holds, but for what stands at a place.
        private func lines(_ name: String, outside place: Box) throws -> [PageReading.Line] {
            let path = Samples.folder.appending(path: name).path
            let request = PageRequest(path: path, mediaType: try FileExaminer().examine(path).mediaType, page: 1, languages: "vie")
            return try PageRecogniser().read(request).lines.filter { line in
                !line.words.contains {
                    abs($0.box.middle.x - place.middle.x) < place.width && abs($0.box.middle.y - place.middle.y) < place.height / 2
                }
            }
        }

        @Test("A mark worn to crumbs, its frame open everywhere, is told where no seal stands", arguments: [55, 62])
        func worn(percent: Int) throws {
            let page = try page("archive/dau-mat-do.pdf", sealAt: nil)
            let mark = try #require(try stamps(page).first(where: isMark)).box
            let lines = try lines("archive/dau-mat-do.pdf", outside: mark)
            let place = PixelBox(mark, on: page.raster).grown(by: 24)
            page.raster.withLines { y, bytes in
                guard place.y..<(place.y + place.height) ~= y else { return }
                for x in place.x..<(place.x + place.width) {
                    // Crumbs of two pixels, black on white, at places that follow no pattern.
                    let crumb = (UInt64(x / 2) &* 73_856_093 ^ UInt64(y / 2) &* 19_349_663) &* 0x9E37_79B9_7F4A_7C15 >> 40
                    unsafe bytes[x ^ 3] = unsafe bytes[x ^ 3] < 190 && crumb % 100 >= UInt64(percent) ? 0 : 255
                }
            }
            let stamps = try StampFinder(engine: TesseractEngine(languages: "vie")).stamps(on: page, besides: lines)
            #expect(stamps.contains(where: isMark), "\(stamps)")
        }

        @Test(
            "Pages without a mark have none, with and without a seal at their top",
            arguments: ["archive/cong-van-bao-mat-mat-ong.pdf", "archive/cong-van-dao-on.jpg", "tthc/don-xac-nhan.png"])
        func none(name: String) throws {
            for place in [nil, (x: 55.0, y: 60.0)] { #expect(try !stamps(page(name, sealAt: place)).contains(where: isMark)) }
        }
    }
}
