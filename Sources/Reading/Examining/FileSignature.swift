import Records

/// Recognises a file's type by its first bytes; names lie.
enum FileSignature {
    /// A PDF may carry foreign bytes before its header, but not more than this (ISO 32000-1, annex H.3).
    private static let headBytes = 1024

    static func mediaType(of file: borrowing HostileFile) throws(ReadingFailure) -> MediaType {
        let head = try file.bytes(at: 0, count: headBytes)
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if tiffHeads.contains(where: head.starts(with:)) { return .tiff }
        if head.starts(with: Array("RIFF".utf8)), head.dropFirst(8).starts(with: Array("WEBP".utf8)) { return .webp }
        if FileBrands(head: head)?.isHEIC == true { return .heic }
        // A ZIP may hold a PDF near its head.
        if head.firstRange(of: Array("%PDF-".utf8)) != nil, !head.starts(with: Array("PK".utf8)) { return .pdf }
        if head.allSatisfy({ $0 == 0 }) { throw ReadingFailure(.truncated, "the head is zeros", mayPass: true) }
        if isStart(head) || FileBrands.isStart(head) { throw ReadingFailure(.truncated, "the head is cut", mayPass: true) }
        var failure = ReadingFailure(.unsupported, "no known signature")
        failure.format = try ForeignSignature.format(of: file)
        if let format = failure.format { failure.detail = format.rawValue }
        throw failure
    }

    /// Little- and big-endian, classic and BigTIFF.
    private static let tiffHeads: [[UInt8]] = [
        [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A], [0x49, 0x49, 0x2B, 0x00], [0x4D, 0x4D, 0x00, 0x2B],
    ]

    /// Whether a few bytes may still grow into a signature.
    private static func isStart(_ head: [UInt8]) -> Bool {
        let signatures = tiffHeads + [[0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("%PDF-".utf8)]
        return signatures.contains { $0.count > head.count && $0.starts(with: head) }
    }
}
