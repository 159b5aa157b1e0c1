import Records

/// Walks a PNG's chunks to the last, `IEND`.
enum PNGWalk {
    /// The number of pages: 1.
    static func check(_ file: consuming HostileFile) throws(ReadingFailure) -> Int {
        var walker = ByteWalker(file)
        _ = walker.skip(8)
        var hasData = false
        while let length = try walker.number(bytes: 4), let type = try walker.number(bytes: 4) {
            let end = walker.position + length
            if type == Chunk.header { try checkHeader(&walker) }
            if type == Chunk.data { hasData = true }
            guard type != 0, walker.skip(end - walker.position), try walker.number(bytes: 4) != nil else { throw cut }
            if type == Chunk.end { return hasData ? 1 : 0 }
        }
        throw cut
    }

    private enum Chunk {
        static let header = 0x4948_4452
        static let data = 0x4944_4154
        static let end = 0x4945_4E44
    }

    private static var cut: ReadingFailure { ReadingFailure(.truncated, "PNG without its last chunk", mayPass: true) }

    private static func checkHeader(_ walker: inout ByteWalker) throws(ReadingFailure) {
        guard let width = try walker.number(bytes: 4), let height = try walker.number(bytes: 4), let bits = try walker.number(bytes: 1),
            let colourType = try walker.number(bytes: 1)
        else { throw cut }
        let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colourType] ?? 4
        try PixelBudget.checkDecoding(width: width, height: height, bitsPerPixel: bits * channels)
    }
}
