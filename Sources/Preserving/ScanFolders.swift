internal import Records

/// Where things lie below the data folder. Spool and store share one file system, so that a scan moves between them in one rename.
///
///     spool/HASH/{original, claim.json, lock, pages/0001.json, pages/0001.failed-1}
///     store/ab/HASH/…                                the same, once it may stay, and archival/RECORD.pdf
struct ScanFolders: Sendable {
    let data: String

    var spool: String { data + "/spool" }
    var store: String { data + "/store" }

    func spooled(_ hash: ContentHash) -> String { "\(spool)/\(hash.hex)" }
    /// 256 folders, by the first byte of the hash: a folder of a million entries is slow on every file system.
    func shelf(_ hash: ContentHash) -> String { "\(store)/\(hash.hex.prefix(2))" }
    func stored(_ hash: ContentHash) -> String { "\(shelf(hash))/\(hash.hex)" }
}

/// Names inside the folder of one scan.
enum ScanFile {
    static let original = "original"
    static let claim = "claim.json"
    static let lock = "lock"
    static let pages = "pages"

    static let archival = "archival"

    static func archivalCopy(_ record: String) -> String { "\(archival)/\(record).pdf" }
    static func reading(_ page: Int) -> String { "\(pages)/\(padded(page)).json" }
    static func isReading(_ name: String) -> Bool { name.hasPrefix(pages + "/") && name.hasSuffix(".json") }
    static func failure(_ page: Int, _ count: Int) -> String { "\(pages)/\(padded(page)).failed-\(count)" }

    private static func padded(_ page: Int) -> String {
        let digits = String(page)
        return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}
