/// A shape as the network was taught to see it: its box fitted into 18 × 18 cells in the middle of 20 × 20, each cell the share of ink in it.
/// The same as `shown` in scripts/digits/degrade.py.
enum DigitShape {
    static let side = 20
    private static let inner = 18

    /// - Parameter part: at least two pixels tall.
    static func cells(of part: InkPart) -> [Float] {
        let scale = Double(inner) / Double(max(part.width, part.height))
        let (across, down) = (max(1, Int(Double(part.width) * scale + 0.5)), max(1, Int(Double(part.height) * scale + 0.5)))
        let (columns, rows) = (Self.cells(of: part.width, in: across), Self.cells(of: part.height, in: down))
        let (left, top) = ((side - across) / 2, (side - down) / 2)
        var cells = [Float](repeating: 0, count: side * side)
        for pixel in part.pixels {
            for row in rows[pixel.y - part.top] {
                for column in columns[pixel.x - part.left] {
                    cells[(top + row.cell) * side + left + column.cell] += row.share * column.share
                }
            }
        }
        return cells
    }

    /// For each of `pixels` the cells of `count` that it lies in, and its share of each.
    private static func cells(of pixels: Int, in count: Int) -> [[(cell: Int, share: Float)]] {
        let breadth = Double(pixels) / Double(count)
        return (0..<pixels).map { pixel in
            let first = min(count - 1, Int(Double(pixel) / breadth))
            let last = min(count - 1, Int(Double(pixel + 1) / breadth))
            return (first...last).compactMap { cell in
                let overlap = min(Double(cell + 1) * breadth, Double(pixel + 1)) - max(Double(cell) * breadth, Double(pixel))
                return overlap > 0 ? (cell, Float(overlap / breadth)) : nil
            }
        }
    }
}
