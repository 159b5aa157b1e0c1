import Records

/// Marks of urgency, in the left column under the number (NĐ 30/2020/NĐ-CP, appendix I, zone 10b).
enum Urgency {
    private static let marks: [(plain: String, value: String)] = [("hoa toc", "HỎA TỐC"), ("thuong khan", "THƯỢNG KHẨN"), ("khan", "KHẨN")]
    private static let zone = 0.45

    static func find(on reading: PageReading, in rows: [PrintedLine]) -> Field? {
        let page = reading.page
        for stamp in reading.stamps where stamp.box.y < zone {
            if let mark = mark(Lettering.plain(stamp.text)) {
                return Field(mark, confidence: min(0.95, stamp.confidence + 0.05), page: page, box: stamp.box, source: .ocr)
            }
        }
        for row in rows where row.isCapitals {
            if let mark = mark(row.plain) { return Field(mark, lines: [row], certainty: 0.95) }
        }
        return nil
    }

    private static func mark(_ plain: String) -> String? {
        marks.first { $0.plain.utf8.count > 5 ? Fuzzy.same(plain, $0.plain) : plain == $0.plain }?.value
    }
}
