import Records

/// Looks for the mark of a state secret before anything of a page is kept.
///
/// The mark is a framed stamp in bold capitals under the number (NĐ 30/2020/NĐ-CP, appendix I, zone 10a): MẬT, TỐI MẬT, TUYỆT MẬT.
/// In doubt the page is held back: a false alarm costs a person a minute, a miss breaks the law.
enum SecretScreen {
    /// Zone 10a with room for stamps set crookedly.
    private static let zoneRight = 0.47
    private static let zoneBottom = 0.46
    /// A stamp's frame or ink was seen: its whole upper half counts.
    private static let stampRight = 0.62
    private static let stampBottom = 0.52

    /// Wear is forgiven to readings of at least this confidence; below it the space between two lines of print says `ẤT` too.
    private static let leastConfidence = 0.3
    /// Likewise of a stamp across the page: cells of tables are as tall and narrow as that.
    private static let leastConfidenceAcross = 0.6

    static func mark(on reading: PageReading) -> SecretMark? {
        let marks = stamped(reading) + printed(reading)
        return marks.max { rank($0) < rank($1) }
    }

    private static func stamped(_ reading: PageReading) -> [SecretMark] {
        single(reading) + agreeing(reading)
    }

    private static func single(_ reading: PageReading) -> [SecretMark] {
        reading.stamps.compactMap { stamp in
            let inZone = isInZone(stamp)
            let isAcross = stamp.box.height > stamp.box.width
            let isStamp = inZone && stamp.confidence >= (isAcross ? leastConfidenceAcross : leastConfidence)
            return SecretWords.mark(in: stamp.text, isStamp: isStamp)
        }
    }

    /// A framed stamp that two ways of reading take for a worn mark is one, however little sure each of them is.
    private static func agreeing(_ reading: PageReading) -> [SecretMark] {
        let framed = reading.stamps.filter { $0.framed && isInZone($0) }
        return Dictionary(grouping: framed, by: \.box).values.compactMap { readings in
            let marks = readings.compactMap { SecretWords.mark(in: $0.text, isStamp: true) }
            return marks.count >= 2 ? marks.max { rank($0) < rank($1) } : nil
        }
    }

    private static func isInZone(_ stamp: PageReading.Stamp) -> Bool { stamp.box.middle.x < stampRight && stamp.box.middle.y < stampBottom }

    private static func printed(_ reading: PageReading) -> [SecretMark] {
        PageLayout(reading).lines.compactMap { line in
            if let degree = SecretWords.declared(line) { return degree }
            guard line.middle < zoneBottom, let mark = SecretWords.mark(in: line.text, isStamp: false) else { return nil }
            let inZone = line.centre < zoneRight
            return inZone || mark != .mat ? mark : nil
        }
    }

    private static func rank(_ mark: SecretMark) -> Int {
        switch mark {
        case .mat: 0
        case .toiMat: 1
        case .tuyetMat: 2
        }
    }
}
