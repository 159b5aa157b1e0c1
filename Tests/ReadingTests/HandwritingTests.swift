import Foundation
import Records
import Testing

@testable import Reading

extension EngineTests {
    /// A paper whose number and day were left blank, filled in by a pen.
    @Suite("Reading what is written into blanks") struct HandwritingTests {
        private static let paper = "archive/huong-dan-hai-mat.pdf"

        /// The paper's first page at 200 dpi with digits drawn into its blanks, and what is read on it.
        private func words(number: String, day: String) throws -> [RecognisedWord] {
            let path = Samples.folder.appending(path: Self.paper).path
            let page = try PageRecogniser().decode(PageRequest(path: path, mediaType: .pdf, page: 1, languages: "vie")).0.at(PageLook.usualResolution)
            let grey = try page.raster.grey().copy()
            let engine = try TesseractEngine(languages: "vie")
            let printed = try engine.recognise(grey, resolution: page.resolution)
            for blank in BlankSearch(words: printed, width: grey.width, height: grey.height).blanks() {
                let pen = Pen(left: blank.left, right: blank.right, base: blank.print.y + blank.print.height)
                switch blank.kind {
                case .number: pen.write(number, on: grey)
                case .day: pen.write(day, on: grey)
                case .month: break
                }
            }
            return try HandwrittenDigits().completed(engine.recognise(grey, resolution: page.resolution), on: grey)
        }

        @Test("Digits in a blank are read, and say that they are written", arguments: ["14"])
        func written(day: String) throws {
            #expect(try words(number: "", day: day).filter(\.isHandwritten).map(\.text) == [day])
        }

        @Test("Nothing is read where nothing is written")
        func blank() throws {
            #expect(try words(number: "", day: "").allSatisfy { !$0.isHandwritten })
            let reading = try Samples.read(Self.paper)
            #expect(reading.lines.flatMap(\.words).allSatisfy { !$0.isHandwritten })
        }

        @Test("A stroke of a signature is no number")
        func scrawl() throws {
            #expect(try words(number: "~", day: "").allSatisfy { !$0.isHandwritten || $0.confidence < 0.6 })
        }

        @Test(
            "Printed numbers stay as the engine reads them",
            arguments: ["archive/thong-bao-tiep-cong-dan.png", "archive/HS-2026-03/bao-cao-9-thang.tif"])
        func printed(name: String) throws {
            #expect(try Samples.read(name).lines.flatMap(\.words).allSatisfy { !$0.isHandwritten })
        }
    }
}

/// The network and what leads to it.
@Suite("Digits by hand") struct DigitTests {
    private func part(_ rows: [String], scale: Int = 4) -> InkPart {
        InkPart(
            rows.enumerated().flatMap { y, row in
                row.enumerated().filter { $0.element == "#" }.flatMap { x, _ in
                    (0..<scale * scale).map { InkPart.Pixel(x: x * scale + $0 % scale, y: y * scale + $0 / scale) }
                }
            })
    }

    private func read(_ rows: [String]) throws -> Int? {
        let likely = try #require(DigitClassifier.builtIn).probabilities(of: DigitShape.cells(of: part(rows)))
        #expect(abs(likely.reduce(0, +) - 1) < 1e-4)
        return likely.indices.max { likely[$0] < likely[$1] }
    }

    @Test("Plain shapes")
    func plain() throws {
        #expect(try read(["..##..", ".#..#.", "#....#", "#....#", "#....#", "#....#", "#....#", ".#..#.", "..##.."]) == 0)
        #expect(try read(["#", "#", "#", "#", "#", "#", "#", "#"]) == 1)
        #expect(try read(["######", ".....#", "....#.", "....#.", "...#..", "...#..", "..#...", "..#..."]) == 7)
        #expect(try read(["##########", "##########"]) == DigitClassifier.none)
    }

    @Test("Weights that are cut short are none", arguments: ["", "AAAA", "no base 64"])
    func damaged(text: String) { #expect(DigitClassifier(base64: text) == nil) }

    @Test("A shape's cells hold its ink, in the middle", arguments: [(3, 40), (40, 3), (7, 7), (100, 31)])
    func cells(width: Int, height: Int) {
        let cells = DigitShape.cells(of: InkPart((0..<width * height).map { InkPart.Pixel(x: 5 + $0 % width, y: 9 + $0 / width) }))
        #expect(cells.count == DigitShape.side * DigitShape.side)
        #expect(cells.allSatisfy { $0 >= 0 && $0 < 1.001 })
        let middle = DigitShape.side / 2
        #expect([(middle, middle), (middle - 1, middle), (middle, middle - 1)].contains { cells[$0.0 * DigitShape.side + $0.1] > 0.99 })
    }

    @Test(
        "What may stand in a blank",
        arguments: [
            ("0", false, false), ("00", false, false), ("05", true, true), ("31", true, true), ("32", true, false), ("1234", true, false),
            ("12345", false, false), ("", false, false),
        ])
    func allowed(digits: String, asNumber: Bool, asDay: Bool) {
        func blank(_ kind: WrittenBlank.Kind) -> WrittenBlank {
            WrittenBlank(
                kind: kind, left: 0, right: 1, print: PixelBox(x: 0, y: 0, width: 1, height: 1), before: 0, behind: 1, signsBefore: 1, signsToDrop: 0,
                read: "", confidence: 0)
        }
        #expect(blank(.number(mark: "/")).allows(digits) == asNumber)
        #expect(blank(.day).allows(digits) == asDay)
    }
}

/// Draws strokes as a ball pen does: 1, 4, 7, and a scrawl.
private struct Pen {
    let left: Int
    let right: Int
    let base: Int
    private static let height = 30.0
    private static let half = 1

    private static let strokes: [Character: [[(x: Double, y: Double)]]] = [
        "1": [[(0.2, 0.3), (0.5, 0), (0.5, 1)]],
        "4": [[(0.4, 0), (0, 0.62), (0.9, 0.6)], [(0.65, 0.3), (0.62, 1)]],
        "7": [[(0, 0.04), (0.8, 0), (0.4, 1)]],
        "~": [[(0, 0.5), (0.5, 0), (0.4, 1), (0.9, 0.2), (1.2, 0.9), (1.6, 0.1), (1.9, 0.8), (2.6, 0.4)]],
    ]

    func write(_ text: String, on page: Raster) {
        let step = 0.85 * Self.height
        var x = Double(left + right) / 2 - step * Double(text.count) / 2 + 3
        for sign in text {
            for stroke in Self.strokes[sign] ?? [] {
                for (start, end) in zip(stroke, stroke.dropFirst()) { line(from: start, to: end, at: x, on: page) }
            }
            x += step
        }
    }

    private func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), at left: Double, on page: Raster) {
        let steps = 80
        let places = (0...steps).map { step in
            let share = Double(step) / Double(steps)
            return (
                x: Int(left + Self.height * (start.x + share * (end.x - start.x))),
                y: Int(Double(base) - Self.height * (1 - start.y - share * (end.y - start.y)))
            )
        }
        let width = page.width
        page.withLines { y, bytes in
            for place in places where abs(place.y - y) <= Self.half {
                for x in place.x - Self.half...place.x + Self.half where (0..<width).contains(x) { bytes[x ^ 3] = 40 }
            }
        }
    }
}
