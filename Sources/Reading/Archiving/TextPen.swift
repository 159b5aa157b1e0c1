/// Writes text operators, and says only what changes.
struct TextPen {
    private(set) var operators: [UInt8] = []
    /// Of the text set so far.
    private(set) var usedFonts: Set<Int> = []
    private let fonts: InvisibleFonts
    /// What text is set in, and what the next is to be as large as.
    private var font = (index: 0, size: 0)
    private var size = 0
    /// The start of the line (`Td`).
    private var line = (x: 0, y: 0)
    /// Where the next letter stands.
    private var position = 0.0
    private var stretch = 100

    /// Baselines so close count as one; Poppler breaks lines at half a point.
    private static let sameLine = 3.0
    private static let stretches = 1...10_000
    /// Percent are rounded to such steps, but for narrow text: what a step leaves over, the next word makes up for.
    private static let stretchStep = 5.0
    private static let narrow = 50.0

    init(_ fonts: InvisibleFonts) { self.fonts = fonts }

    mutating func take(size: Int) { self.size = size }

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
        let exact = 100 * (end - position) / natural
        let step = exact < Self.narrow ? 1 : Self.stretchStep
        let wanted = (exact / step).rounded() * step
        let bounded = Int(min(max(wanted, Double(Self.stretches.lowerBound)), Double(Self.stretches.upperBound)))
        if bounded != stretch { add("\(bounded) Tz") }
        stretch = bounded
        for run in fonts.coded(text) {
            if font != (run.font, size) { add("/F\(run.font) \(size) Tf") }
            font = (run.font, size)
            usedFonts.insert(run.font)
            operators += PDFSyntax.string(run.codes)
            add("Tj\n")
        }
        position += natural * Double(stretch) / 100
    }

    private mutating func add(_ text: String) { operators += Array(text.utf8) }
}
