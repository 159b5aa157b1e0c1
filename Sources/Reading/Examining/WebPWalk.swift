import Records

/// Tells whether a WebP is whole: as many bytes as its RIFF head says, and one picture, not a film. Damage within is found by decoding.
enum WebPWalk {
    private static let headBytes = 8
    /// Of the flags of an extended file (`VP8X`): animation.
    private static let animation: UInt8 = 0x02

    /// The number of pages: 1.
    static func check(_ file: borrowing HostileFile) throws(ReadingFailure) -> Int {
        let head = try file.bytes(at: 0, count: 32)
        guard head.count == 32 else { throw cut }
        let size = head[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard file.size >= size + headBytes else { throw cut }
        // What a copy has not filled yet is zeros; so is the end of a page that is white below, but not half of it.
        guard try file.bytes(at: size / 2, count: size / 2).contains(where: { $0 != 0 }) else { throw cut }
        if head[12..<16].elementsEqual("VP8X".utf8), head[20] & animation != 0 {
            var failure = ReadingFailure(.unsupported, "an animation")
            failure.format = .video
            throw failure
        }
        return 1
    }

    private static var cut: ReadingFailure { ReadingFailure(.truncated, "WebP shorter than its head says", mayPass: true) }
}
