import CLeptonica
import Foundation
import Records

/// Tells a table's cell from a frame: its sides run on into the cells above or below.
struct CellSides {
    let ink: InkPlane
    let pixelsPerMillimetre: Double

    /// Pixels a millimetre of the look.
    private static let scale = 3.0
    /// Millimetres of a side that is longer than any frame's, and of what is looked at above and below the word's middle.
    private static let longer = 13.5
    private static let reach = (across: 45.0, down: 15.0)
    /// Of the strongest ink, what counts as a line's.
    private static let lineInk = 0.3

    /// Whether such sides stand on the left and on the right of a word.
    func stand(beside box: PixelBox, slope: Double) throws(ReadingFailure) -> Bool {
        let width = Double(box.width) + 2 * Self.reach.across * pixelsPerMillimetre
        let height = 2 * Self.reach.down * pixelsPerMillimetre
        let (middleX, middleY) = (Double(box.x) + Double(box.width) / 2, Double(box.y) + Double(box.height) / 2)
        let (left, top) = (max(0, Int(middleX - width / 2)), max(0, Int(middleY - height / 2)))
        let crop = try ink.raster.clipped(
            x: left, y: top, width: Int(middleX + width / 2) - left, height: Int(middleY + height / 2) - top
        ).made("inversion") { unsafe pixInvert(nil, $0) }
        let small = try crop.rotated(degrees: -atan(slope) * 180 / .pi).scaled(by: Self.scale / pixelsPerMillimetre)
        let map = InkMap(of: small, strongest: small.level(share: 0.03))
        let around = (across: middleX - Double(left) - Double(crop.width) / 2, down: middleY - Double(top) - Double(crop.height) / 2)
        let angle = -atan(slope)
        let x = (Double(crop.width) / 2 + around.across * cos(angle) - around.down * sin(angle)) * Self.scale / pixelsPerMillimetre
        let y = (Double(crop.height) / 2 + around.across * sin(angle) + around.down * cos(angle)) * Self.scale / pixelsPerMillimetre
        let half = Double(box.width) / pixelsPerMillimetre / 2 * Self.scale
        let onLeft = (0..<max(0, Int(x - half))).contains { run(through: Int(y), column: $0, on: map) >= Int(Self.longer * Self.scale) }
        guard onLeft else { return false }
        return (min(map.width, Int(x + half))..<map.width).contains { run(through: Int(y), column: $0, on: map) >= Int(Self.longer * Self.scale) }
    }

    /// How many rows on end hold ink, within a pixel's breadth of the column.
    private func run(through row: Int, column: Int, on map: InkMap) -> Int {
        func isInk(_ y: Int) -> Bool { (column - 1...column + 1).contains { map[$0, y] >= Self.lineInk } }
        guard isInk(row) else { return 0 }
        var (first, last) = (row, row)
        while first > 0, isInk(first - 1) { first -= 1 }
        while last + 1 < map.height, isInk(last + 1) { last += 1 }
        return last - first + 1
    }
}
