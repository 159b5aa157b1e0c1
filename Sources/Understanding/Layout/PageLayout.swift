import Foundation
import Records

/// A page's lines cut where columns part, from top to bottom.
///
/// A recogniser often runs the two columns of a header together; the gap between them, or the words with which every right
/// column begins, tells where to cut (NĐ 30/2020/NĐ-CP, appendix I: zones 2 and 3 on the left, 1 and 4 on the right).
struct PageLayout: Sendable {
    let page: Int
    /// Cut at columns, sorted from top to bottom, then from left to right.
    let lines: [PrintedLine]
    /// Cut likewise, in the order of the reading.
    let inReadingOrder: [PrintedLine]
    let isBlank: Bool
    /// By how much of its width a page that leans moves what stands straight below, for each of its height.
    let lean: Double

    init(_ reading: PageReading) {
        page = reading.page
        isBlank = reading.isBlank
        let aspect = reading.width > 0 ? Double(reading.height) / Double(reading.width) : 1.414
        lean = -tan((reading.skew ?? 0) * .pi / 180) * aspect
        let source: Field.Source = reading.source == .ocr ? .ocr : .textLayer
        inReadingOrder = reading.lines.flatMap { line in
            let whole = PrintedLine(words: line.words, page: reading.page, source: source)
            return ColumnCut.parts(of: whole, aspect: aspect)
        }
        lines = inReadingOrder.sorted { ($0.middle, $0.box.x) < ($1.middle, $1.box.x) }
    }

    /// From one line of the body to the next: the lower quartile of the steps between full lines, fractions of the page's height.
    var linePitch: Double {
        let full = lines.filter { $0.letters >= 20 && $0.box.width > 0.4 }
        let steps = zip(full, full.dropFirst()).map { $1.middle - $0.middle }.filter { $0 > 0.008 && $0 < 0.045 }.sorted()
        return steps.isEmpty ? 0.021 : max(0.015, steps[steps.count / 4])
    }

    /// Lines on one row of print, each row from left to right. What stands above one another on a page that leans is not one row.
    var rows: [[PrintedLine]] {
        var rows: [[PrintedLine]] = []
        for line in lines {
            if let last = rows.last, last[0].isLevel(with: line), !last.contains(where: { Self.overlap($0, line) }) {
                rows[rows.count - 1].append(line)
            } else {
                rows.append([line])
            }
        }
        return rows.map { $0.sorted { $0.box.x < $1.box.x } }
    }

    private static func overlap(_ a: PrintedLine, _ b: PrintedLine) -> Bool {
        min(a.box.right, b.box.right) - max(a.box.x, b.box.x) > 0.5 * min(a.box.width, b.box.width)
    }
}
