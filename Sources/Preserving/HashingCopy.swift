internal import Crypto
internal import DurableFiles
internal import Glibc
internal import Records

/// Copies a file and hashes what it copies, so that the hash is of the bytes that are kept.
enum HashingCopy {
    /// Opening neither follows a link nor waits for the other end of a pipe.
    private static let reading = O_RDONLY | O_NOFOLLOW | O_NONBLOCK

    /// - Throws: `StoreFailure.sourceChanged` when the source did not hold still, `notAFile` when it is a pipe or the like, or a
    ///   `FileFailure`.
    static func copy(_ from: String, to target: String) throws -> (hash: ContentHash, bytes: Int) {
        let source = try OpenFile(from, reading)
        guard try source.isPlain() else { throw StoreFailure.notAFile }
        let before = try source.stamp()
        let sink = try OpenFile(target, O_WRONLY | O_CREAT | O_EXCL, mode: 0o400)
        var hasher = SHA256()
        var bytes = 0
        while true {
            let chunk = try source.read(upTo: DurableWrite.chunkBytes)
            if chunk.isEmpty { break }
            hasher.update(data: chunk)
            try sink.write(chunk)
            bytes += chunk.count
        }
        try sink.sync()
        guard try source.stamp() == before, bytes == before.size, let hash = ContentHash(hasher.finalize()) else { throw StoreFailure.sourceChanged }
        return (hash, bytes)
    }

    static func hash(of path: String) throws -> ContentHash? {
        let file = try OpenFile(path, reading)
        guard try file.isPlain() else { return nil }
        var hasher = SHA256()
        while true {
            let chunk = try file.read(upTo: DurableWrite.chunkBytes)
            if chunk.isEmpty { return ContentHash(hasher.finalize()) }
            hasher.update(data: chunk)
        }
    }
}

extension ContentHash {
    fileprivate init?(_ digest: SHA256Digest) {
        let digits = Array("0123456789abcdef")
        self.init(hex: String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }))
    }
}
