import Records

/// Takes off the lines that dust on the glass of a sheet feeder draws down a whole page: they cut every letter that they cross.
enum Streaks {
    /// Millimetres: wider lines are rules or edges.
    private static let greatestWidth = 0.4
    /// Shades that a streak is darker than the page to its left and right, at least, of 255.
    private static let leastDepth = 10
    /// Share of the page's height along which it is; rules of tables and letters below each other are shorter.
    private static let leastLength = 0.6
    /// Rows of pixels from one that is looked at to the next.
    private static let step = 4

    /// The page, as the scanner saw it from above, without them; as it is where there are none.
    static func removed(from grey: Raster, resolution: Double) throws(ReadingFailure) -> Raster {
        let reach = max(2, Int((greatestWidth / 25.4 * resolution).rounded()))
        let streaks = columns(of: grey, reach: reach)
        if streaks.isEmpty { return grey }
        let clean = try grey.copy()
        clean.withLines { _, bytes in
            for streak in streaks {
                let (left, right) = (Int(unsafe bytes[(streak.lowerBound - 1) ^ 3]), Int(unsafe bytes[streak.upperBound ^ 3]))
                for x in streak {
                    // Print that the streak crosses stands on both sides of it.
                    let shade = left + (right - left) * (x - streak.lowerBound + 1) / (streak.count + 1)
                    unsafe bytes[x ^ 3] = max(bytes[x ^ 3], UInt8(clamping: shade))
                }
            }
        }
        return clean
    }

    /// Columns of pixels that hold a streak, with a pixel on each side for its soft edge.
    private static func columns(of grey: Raster, reach: Int) -> [Range<Int>] {
        let width = grey.width
        guard width > 4 * reach else { return [] }
        let inside = (reach + 1)..<(width - reach - 1)
        var darker = [Int](repeating: 0, count: width)
        var rows = 0
        grey.withLines { y, bytes in
            guard y % step == 0 else { return }
            rows += 1
            for x in inside where min(Int(unsafe bytes[(x - reach) ^ 3]), Int(unsafe bytes[(x + reach) ^ 3])) - Int(unsafe bytes[x ^ 3]) >= leastDepth
            {
                darker[x] += 1
            }
        }
        let least = Int(leastLength * Double(rows))
        var streaks: [Range<Int>] = []
        for x in inside where darker[x] > least {
            if let last = streaks.last, last.upperBound >= x - 1 {
                streaks[streaks.count - 1] = last.lowerBound..<(x + 2)
            } else {
                streaks.append((x - 1)..<(x + 2))
            }
        }
        return streaks.filter { $0.count <= reach + 2 }
    }
}
