import Records

/// Where things stand on a cover sheet, in points: A4, all of it centred.
struct CoverLayout: ~Copyable {
    static let width = 595.28
    static let height = 841.89
    private static let margin = 57.0
    /// 60 mm: wide enough for a scan of 100 dpi.
    private static let codeSide = 170.0
    /// Rows of a title at most; what is longer ends in "…".
    private static let mostRows = 6

    private let pen: CoverPen
    private var y = 0.0

    init(_ pen: consuming CoverPen) { self.pen = pen }

    mutating func draw(_ cover: Cover) throws(CoverFailure) {
        y = 90
        center(cover.heading, size: 22, isBold: true)
        y += 14
        try drawCode(cover.code)
        // A quiet zone of four squares belongs to the code.
        y += 52
        center(cover.code.dossier, size: 26, isBold: true)
        y += 10
        if let title = cover.title { center(title, size: 15, isBold: false) }
        y += 6
        for fact in cover.facts { center(fact, size: 11, isBold: false) }
        y = max(y + 20, 690)
        pen.fill(x: Self.margin, y: y - 26, width: Self.width - 2 * Self.margin, height: 0.7)
        for line in cover.advice { center(line, size: 11, isBold: false) }
        pen.endPage()
    }

    func finish() throws(CoverFailure) { try pen.finish() }

    private mutating func drawCode(_ code: CoverCode) throws(CoverFailure) {
        let squares = try QRSquares(code.text)
        let side = Self.codeSide / Double(squares.width)
        let left = (Self.width - Self.codeSide) / 2
        for row in 0..<squares.width {
            // Neighbours in one stroke: printers leave hairlines between squares drawn one by one.
            var column = 0
            while column < squares.width {
                let run = (column..<squares.width).prefix { squares.isDark($0, row) }.count
                if run > 0 { pen.fill(x: left + Double(column) * side, y: y + Double(row) * side, width: Double(run) * side, height: side + 0.05) }
                column += max(run, 1)
            }
        }
        y += Self.codeSide
    }

    private mutating func center(_ text: String, size: Double, isBold: Bool) {
        pen.setFont(size: size, isBold: isBold)
        for row in rows(of: text) {
            pen.write(row, x: (Self.width - pen.width(of: row)) / 2, baseline: y)
            y += size * 1.4
        }
    }

    private func rows(of text: String) -> [String] {
        let room = Self.width - 2 * Self.margin
        var rows: [String] = [""]
        for word in text.split(separator: " ").flatMap({ pieces(of: String($0), room: room) }) {
            let longer = rows[rows.count - 1].isEmpty ? word : rows[rows.count - 1] + " " + word
            if pen.width(of: longer) <= room { rows[rows.count - 1] = longer } else { rows.append(word) }
        }
        guard rows.count > Self.mostRows else { return rows }
        return rows.prefix(Self.mostRows - 1) + [rows[Self.mostRows - 1] + " …"]
    }

    /// A word that is wider than the sheet is cut.
    private func pieces(of word: String, room: Double) -> [String] {
        var pieces: [String] = [""]
        for letter in word {
            if pen.width(of: pieces[pieces.count - 1] + String(letter)) > room { pieces.append("") }
            pieces[pieces.count - 1].append(letter)
        }
        return pieces
    }
}
