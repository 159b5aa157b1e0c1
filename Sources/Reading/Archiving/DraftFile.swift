import Glibc
import Records

/// A file that is written from its beginning to its end, beside the one that it replaces, and removed unless it is kept.
final class DraftFile {
    private static let blockBytes = 1 << 16

    private let output: String
    private let draft: String
    private let descriptor: Int32
    private var block: [UInt8] = []
    private var isKept = false
    /// Bytes written so far.
    private(set) var length = 0
    /// Of the bytes written so far.
    private(set) var digest = ContentDigest()

    /// A draft that a killed worker left behind has the same name, and is written over.
    init(replacing output: String) throws(ReadingFailure) {
        self.output = output
        draft = output + ".draft"
        descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure("open") }
    }

    deinit {
        close(descriptor)
        if !isKept { _ = unsafe unlink(draft) }
    }

    func write(_ bytes: [UInt8]) throws(ReadingFailure) {
        length += bytes.count
        digest.add(bytes)
        block += bytes
        if block.count >= Self.blockBytes { try flush() }
    }

    /// Gives the file its name, once all of it is on the disk.
    func keep() throws(ReadingFailure) {
        try flush()
        guard fsync(descriptor) == 0 else { throw Self.failure("sync") }
        guard unsafe rename(draft, output) == 0 else { throw Self.failure("rename") }
        isKept = true
        let folder = output.lastIndex(of: "/").map { String(output[...$0]) } ?? "."
        let parent = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { throw Self.failure("open folder") }
        defer { close(parent) }
        guard fsync(parent) == 0 else { throw Self.failure("sync folder") }
    }

    private func flush() throws(ReadingFailure) {
        var written = 0
        while written < block.count {
            let count = unsafe block.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure("write") }
            written += count
        }
        block.removeAll(keepingCapacity: true)
    }

    private static func failure(_ what: String) -> ReadingFailure {
        let code = errno
        let detail = unsafe "archival copy: \(what): \(String(cString: strerror(code)))"
        return [ENOSPC, EDQUOT, EROFS].contains(code) ? .installation(detail) : ReadingFailure(.crashed, detail, mayPass: true)
    }
}

/// Tells contents apart, not more: 128-bit FNV-1a.
struct ContentDigest {
    private var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B

    mutating func add(_ bytes: [UInt8]) { for byte in bytes { state = (state ^ UInt128(byte)) &* Self.prime } }

    var hexadecimal: String {
        let digits = String(state, radix: 16, uppercase: true)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
