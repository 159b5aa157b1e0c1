import Records

/// Walks a JPEG's segments to its real end: an EXIF thumbnail holds an end marker of its own, so searching for one is not enough.
enum JPEGWalk {
    /// The number of pages: 1.
    static func check(_ file: consuming HostileFile) throws(ReadingFailure) -> Int {
        var walker = ByteWalker(file)
        _ = walker.skip(2)
        while let marker = try nextMarker(&walker) {
            switch marker {
            case 0xD9: return 1
            case 0x01, 0xD0...0xD8: continue
            default:
                guard let length = try walker.number(bytes: 2), length >= 2 else { throw cut }
                let end = walker.position + length - 2
                if isFrame(marker) { try checkFrame(&walker) }
                guard walker.skip(end - walker.position) else { throw cut }
            }
        }
        throw cut
    }

    private static var cut: ReadingFailure { ReadingFailure(.truncated, "JPEG without its end marker", mayPass: true) }

    /// The next marker's code; passes over coded data, stuffed bytes and fill bytes on the way.
    private static func nextMarker(_ walker: inout ByteWalker) throws(ReadingFailure) -> UInt8? {
        while let byte = try walker.next() {
            guard byte == 0xFF else { continue }
            var code: UInt8? = 0xFF
            while code == 0xFF { code = try walker.next() }
            if let code, code != 0x00, !(0xD0...0xD7).contains(code) { return code }
        }
        return nil
    }

    /// Start-of-frame markers: all of C0…CF but the tables C4, C8 and CC.
    private static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }

    private static func checkFrame(_ walker: inout ByteWalker) throws(ReadingFailure) {
        guard let bits = try walker.number(bytes: 1), let height = try walker.number(bytes: 2), let width = try walker.number(bytes: 2),
            let components = try walker.number(bytes: 1)
        else { throw cut }
        try PixelBudget.checkDecoding(width: width, height: height, bitsPerPixel: bits * components)
    }
}
