import Records

/// Lays out a page for tests: lines of words with boxes as an engine gives them.
struct PrintedPage {
    private var lines: [PageReading.Line] = []
    private var stamps: [PageReading.Stamp] = []
    private var barcodes: [Barcode] = []
    private var block = 0
    /// Degrees that the page leans clockwise.
    var skew: Double?
    let number: Int

    private static let letterWidth = 0.0105
    private static let letterHeight = 0.012

    init(_ number: Int = 1) { self.number = number }

    /// A line that begins at `x`; two texts at different places may stand on the same `y`.
    mutating func line(_ text: String, x: Double = 0.14, y: Double, confidence: Double = 0.95) {
        lines.append(PageReading.Line(words: words(text, x: x, y: y, confidence: confidence), block: block))
        block += 1
    }

    /// A line of which some words were written by hand.
    mutating func line(_ text: String, byHand: [String: Double], x: Double, y: Double) {
        let words = words(text, x: x, y: y, confidence: 0.95).map { word in
            byHand[word.text].map { PageReading.Word(text: word.text, confidence: $0, box: word.box, isHandwritten: true) } ?? word
        }
        lines.append(PageReading.Line(words: words, block: block))
        block += 1
    }

    mutating func centred(_ text: String, on centre: Double = 0.53, y: Double, confidence: Double = 0.95) {
        line(text, x: centre - Double(text.count) * Self.letterWidth / 2, y: y, confidence: confidence)
    }

    /// Two columns that an engine has run together into one line.
    mutating func row(_ left: String, x: Double, _ right: String, at rightX: Double, y: Double) {
        lines.append(
            PageReading.Line(words: words(left, x: x, y: y, confidence: 0.95) + words(right, x: rightX, y: y, confidence: 0.95), block: block))
        block += 1
    }

    /// - Parameter across: whether it was set on with its foot to the side: taller than wide.
    mutating func stamp(_ text: String, x: Double = 0.2, y: Double = 0.14, framed: Bool = true, confidence: Double = 0.8, across: Bool = false) {
        let box = across ? Box(x: x, y: y, width: 0.04, height: 0.07) : Box(x: x, y: y, width: 0.1, height: 0.02)
        stamps.append(PageReading.Stamp(text: text, confidence: confidence, box: box, framed: framed))
    }

    mutating func barcode(_ text: String, format: String = "QR") { barcodes.append(Barcode(page: number, format: format, text: text)) }

    var reading: PageReading {
        var reading = PageReading(
            page: number, lines: lines, source: .ocr, width: 2480, height: 3508, resolution: 300, barcodes: barcodes, stamps: stamps,
            isBlank: lines.isEmpty && barcodes.isEmpty)
        reading.skew = skew
        return reading
    }

    private func words(_ text: String, x: Double, y: Double, confidence: Double) -> [PageReading.Word] {
        var left = x
        return text.split(separator: " ").map { part in
            let width = Double(part.count) * Self.letterWidth
            defer { left += width + Self.letterWidth }
            let box = Box(x: left, y: y, width: width, height: Self.letterHeight)
            return PageReading.Word(text: String(part), confidence: confidence, box: box)
        }
    }
}

extension PrintedPage {
    /// A plan of a commune's committee, as NĐ 30/2020/NĐ-CP sets it.
    static func plan(
        on page: Int = 1, number: String = "Số: 38/KH-UBND", date: String = "Bum Nưa, ngày 03 tháng 02 năm 2026", title: String = "KẾ HOẠCH",
        subject: [String] = ["Thực hiện chuyển đổi số", "trên địa bàn xã năm 2026"]
    ) -> PrintedPage {
        var page = PrintedPage(page)
        page.row("ỦY BAN NHÂN DÂN", x: 0.18, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", at: 0.5, y: 0.06)
        page.row("XÃ BUM NƯA", x: 0.21, "Độc lập - Tự do - Hạnh phúc", at: 0.55, y: 0.08)
        page.row(number, x: 0.17, date, at: 0.54, y: 0.115)
        page.centred(title, y: 0.15)
        for (index, text) in subject.enumerated() { page.centred(text, y: 0.172 + 0.021 * Double(index)) }
        page.body(from: 0.26)
        return page
    }

    mutating func body(from y: Double) {
        for index in 0..<6 {
            line("Ủy ban nhân dân xã Bum Nưa giao các đơn vị tổ chức thực hiện nội dung này", x: 0.14, y: y + 0.021 * Double(index))
        }
    }
}
