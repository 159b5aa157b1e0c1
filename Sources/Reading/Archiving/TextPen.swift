/// Writes text operators, and says only what changes.
struct TextPen {
    private(set) var operators: [UInt8] = []
    /// Of the UTF-16 codes set so far.
    private(set) var firstBytes: Set<UInt8> = []
    private var size = 0
    /// The start of the line (`Td`).
    private var line = (x: 0, y: 0)
    /// Where the next letter stands.
    private var position = 0.0
    private var stretch = 100

    /// Baselines so close count as one; Poppler breaks lines at half a point.
    private static let sameLine = 3.0
    private static let stretches = 1...10_000

    mutating func take(size: Int) {
        if size != self.size { add("/F \(size) Tf\n") }
        self.size = size
    }

    /// Moves to a place, or, without `x`, on to where the pen stands, at another height.
    mutating func move(x: Double?, y: Double) {
        guard x != nil || abs(y - Double(line.y)) > Self.sameLine else { return }
        let next = (x: Int((x ?? position).rounded()), y: Int(y.rounded()))
        add("\(next.x - line.x) \(next.y - line.y) Td\n")
        line = next
        position = Double(next.x)
    }

    /// Sets text that is `natural` wide, stretched so that it ends at `end`.
    mutating func set(_ text: String, natural: Double, upTo end: Double) {
        let wanted = (100 * (end - position) / natural).rounded()
        let bounded = Int(min(max(wanted, Double(Self.stretches.lowerBound)), Double(Self.stretches.upperBound)))
        if bounded != stretch { add("\(bounded) Tz") }
        stretch = bounded
        for unit in text.utf16 { firstBytes.insert(UInt8(unit >> 8)) }
        operators += PDFSyntax.string(PDFSyntax.utf16(text))
        add("Tj\n")
        position += natural * Double(stretch) / 100
    }

    private mutating func add(_ text: String) { operators += Array(text.utf8) }
}
