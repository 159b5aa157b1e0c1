import CLeptonica
import Records

/// Reads patch codes: four black bars across a separator sheet, two of them wide. Kodak's specification (bars of 0.20 and 0.08 inches,
/// spaces of 0.08 inches, at least 2 inches long), which scanners and scanning software share.
///
/// Only the codes that separate documents and batches are told. Upside down, T is 3; both separate.
enum PatchReader {
    static let format = "PATCH"
    /// From the sheet's edge inwards; true is a wide bar.
    private static let codes: [(bars: [Bool], text: String)] = [
        ([true, false, false, true], "PATCH 2"), ([true, false, true, false], "PATCH 3"), ([false, true, false, true], "PATCH T"),
    ]

    /// Dots per inch of the search.
    private static let resolution = 75.0
    /// Of black and white, of 255.
    private static let division: UInt8 = 128
    /// Millimetres, with what copying and scanning add and take.
    private static let narrow = 1.2...3.3
    private static let wide = 3.9...6.4
    private static let leastQuiet = 4.0
    /// Millimetres along the bars for which they must be seen, and between two looks at them.
    private static let leastLength = 25.0
    private static let step = 2.5
    /// Millimetres by which the bars may run askew between two looks.
    private static let mostDrift = 0.6

    static func codes(on grey: Raster, resolution: Double, page: Int) throws(ReadingFailure) -> [Barcode] {
        // Above 0.7 pixScaleAreaMap interpolates.
        let scale = resolution > Self.resolution / 0.7 ? Self.resolution / resolution : 1
        let small = try scale < 1 ? grey.made("scaling") { unsafe pixScaleAreaMap($0, Float(scale), Float(scale)) } : grey
        let shades = small.lines()
        let (width, height) = (small.width, small.height)
        let millimetre = resolution * scale / 25.4
        func isBlack(_ x: Int, _ y: Int) -> Bool { shades[y * width + x] < division }
        let down = find(lines: width, length: height, millimetre: millimetre) { isBlack($0, $1) }
        let across = find(lines: height, length: width, millimetre: millimetre) { isBlack($1, $0) }
        return Set(down + across).sorted().map { Barcode(page: page, format: format, text: $0, box: nil) }
    }

    /// The codes whose bars run across the lines.
    private static func find(lines: Int, length: Int, millimetre: Double, isBlack: (Int, Int) -> Bool) -> [String] {
        let step = max(1, Int(Self.step * millimetre))
        let needed = Int(leastLength / Self.step)
        var found: [String] = []
        /// Patterns seen on the line before, with where they begin and for how many lines.
        var running: [(text: String, start: Double, count: Int)] = []
        for line in stride(from: 0, to: lines, by: step) {
            let seen = patterns(length: length, millimetre: millimetre) { isBlack(line, $0) }
            running = seen.map { pattern in
                let before = running.first { $0.text == pattern.text && abs($0.start - pattern.start) <= mostDrift * 2 }
                return (pattern.text, pattern.start, (before?.count ?? 0) + 1)
            }
            found += running.filter { $0.count >= needed }.map(\.text)
        }
        return found
    }

    /// Patch codes along one line, with where they begin, in millimetres.
    private static func patterns(length: Int, millimetre: Double, isBlack: (Int) -> Bool) -> [(text: String, start: Double)] {
        var runs: [(isBlack: Bool, start: Double, length: Double)] = []
        var start = 0
        for place in 1...max(1, length) where place >= length || isBlack(place) != isBlack(start) {
            runs.append((isBlack(start), Double(start) / millimetre, Double(place - start) / millimetre))
            start = min(place, length - 1)
            if place >= length { break }
        }
        var found: [(text: String, start: Double)] = []
        for first in runs.indices where runs[first].isBlack && first + 6 < runs.count {
            let bars = stride(from: first, through: first + 6, by: 2).map { runs[$0].length }
            let spaces = stride(from: first + 1, through: first + 5, by: 2).map { runs[$0].length }
            let isQuiet =
                (first == 0 || runs[first - 1].length >= leastQuiet) && (first + 7 >= runs.count || runs[first + 7].length >= leastQuiet)
            guard isQuiet, spaces.allSatisfy({ narrow.contains($0) }), bars.allSatisfy({ narrow.contains($0) || wide.contains($0) }) else { continue }
            let isWide = bars.map { wide.contains($0) }
            if let code = codes.first(where: { $0.bars == isWide }) { found.append((code.text, runs[first].start)) }
        }
        return found
    }
}
