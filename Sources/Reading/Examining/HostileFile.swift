import Glibc
import Records

/// A file of unknown content, read in pieces: never mapped, because it may shrink while it is looked at.
struct HostileFile: ~Copyable {
    private let descriptor: Int32
    let size: Int

    init(_ path: String) throws(ReadingFailure) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw ReadingFailure(.unreadable, "open: errno \(errno)", mayPass: true) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw ReadingFailure(.unsupported, "not a regular file")
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Up to `count` bytes from `offset`; fewer at the end of the file.
    func bytes(at offset: Int, count: Int) throws(ReadingFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
        var filled = 0
        while filled < bytes.count {
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe pread(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled, off_t(offset + filled))
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw ReadingFailure(.unreadable, "read: errno \(errno)", mayPass: true) }
            if got == 0 { break }
            filled += got
        }
        return Array(bytes.prefix(filled))
    }
}

/// Walks a file byte by byte, a block in memory at a time.
struct ByteWalker: ~Copyable {
    private static let blockBytes = 1 << 16

    private let file: HostileFile
    private var block: [UInt8] = []
    private var blockStart = 0
    private(set) var position = 0

    init(_ file: consuming HostileFile) { self.file = file }

    /// The next byte; nil at the end of the file.
    mutating func next() throws(ReadingFailure) -> UInt8? {
        if position - blockStart >= block.count || position < blockStart {
            guard position < file.size else { return nil }
            block = try file.bytes(at: position, count: Self.blockBytes)
            blockStart = position
            if block.isEmpty { return nil }
        }
        defer { position += 1 }
        return block[position - blockStart]
    }

    /// The next `count` (at most 8) bytes as a big-endian number; nil at the end of the file.
    mutating func number(bytes count: Int) throws(ReadingFailure) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let byte = try next() else { return nil }
            number = number << 8 | Int(byte)
        }
        return number
    }

    /// Moves on; whether the place is still inside the file.
    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, count <= file.size - position else { return false }
        position += count
        return true
    }
}
