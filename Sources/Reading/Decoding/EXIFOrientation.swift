import CLeptonica
import Records

/// How a camera says that its picture is to be turned (EXIF tag 0x0112, values 1 to 8).
struct EXIFOrientation {
    var value: Int

    private static let headBytes = 1 << 16
    private static let tag = 0x0112

    static func read(_ path: String) throws(ReadingFailure) -> EXIFOrientation {
        let head = try HostileFile(path).bytes(at: 0, count: headBytes)
        return EXIFOrientation(value: orientation(in: head) ?? 1)
    }

    /// The picture turned and mirrored as the tag asks.
    func applied(to raster: Raster) throws(ReadingFailure) -> Raster {
        let turned = try raster.turned(quarters: [3: 2, 4: 2, 5: 1, 6: 1, 7: 3, 8: 3][value] ?? 0)
        guard [2, 4, 5, 7].contains(value) else { return turned }
        return try turned.made("mirroring") { unsafe pixFlipLR(nil, $0) }
    }

    /// Walks the head's segments to APP1 `Exif`, and its first directory to the tag.
    private static func orientation(in head: [UInt8]) -> Int? {
        guard let start = head.firstRange(of: Array("Exif\0\0".utf8))?.upperBound, start + 8 <= head.count else { return nil }
        let tiff = head[start...]
        let isLittle = tiff.starts(with: [0x49, 0x49])
        func number(at offset: Int, bytes: Int) -> Int? {
            guard offset >= 0, start + offset + bytes <= head.count else { return nil }
            let part = head[(start + offset)..<(start + offset + bytes)]
            return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2) else { return nil }
        for entry in 0..<min(count, 100) where number(at: directory + 2 + entry * 12, bytes: 2) == tag {
            return number(at: directory + 2 + entry * 12 + 8, bytes: 2)
        }
        return nil
    }
}
