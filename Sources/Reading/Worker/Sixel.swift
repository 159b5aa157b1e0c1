import CLeptonica
import Foundation
import Records

/// A picture as terminals draw it that know sixels: bands of six rows, colour by colour, runs shortened.
/// (VT330/VT340 Programmer Reference Manual, volume 2, chapter 14.)
enum Sixel {
    /// Colours at most: enough for print, ink and a seal.
    private static let colours: Int32 = 32

    static func drawing(of picture: Raster) throws(ReadingFailure) -> Data {
        let paletted = try picture.made("choice of colours") { pix in
            unsafe pixGetDepth(pix) == 32 ? pixOctreeQuantNumColors(pix, Self.colours, 1) : pixThresholdOn8bpp(pix, 16, 1)
        }
        var text = "\u{1B}Pq\"1;1;\(paletted.width);\(paletted.height)"
        for (index, colour) in palette(of: paletted).enumerated() { text += "#\(index);2;\(colour.red);\(colour.green);\(colour.blue)" }
        var rows: [[UInt8]] = []
        paletted.withLines { _, line in
            rows.append((0..<paletted.width).map { unsafe line[$0 ^ 3] })
            if rows.count == 6 {
                text += band(rows)
                rows = []
            }
        }
        if !rows.isEmpty { text += band(rows) }
        return Data((text + "\u{1B}\\").utf8)
    }

    private static func palette(of picture: Raster) -> [(red: Int32, green: Int32, blue: Int32)] {
        picture.withPix { pix in
            guard let map = unsafe pixGetColormap(pix) else { return [] }
            return (0..<(unsafe pixcmapGetCount(map))).map { index in
                var (red, green, blue): (Int32, Int32, Int32) = (0, 0, 0)
                _ = unsafe pixcmapGetColor(map, index, &red, &green, &blue)
                return (red * 100 / 255, green * 100 / 255, blue * 100 / 255)
            }
        }
    }

    private static func band(_ rows: [[UInt8]]) -> String {
        var text = ""
        for colour in Set(rows.joined()).sorted() {
            text += "#\(colour)"
            var run: (sign: UInt8, length: Int) = (0, 0)
            for x in rows[0].indices {
                var bits: UInt8 = 0
                for (y, row) in rows.enumerated() where row[x] == colour { bits |= 1 << UInt8(y) }
                if bits == run.sign || run.length == 0 {
                    run = (bits, run.length + 1)
                } else {
                    text += shortened(run)
                    run = (bits, 1)
                }
            }
            text += shortened(run) + "$"
        }
        return text + "-"
    }

    private static func shortened(_ run: (sign: UInt8, length: Int)) -> String {
        let sign = String(UnicodeScalar(run.sign + 63))
        return run.length > 3 ? "!\(run.length)\(sign)" : String(repeating: sign, count: run.length)
    }
}
