import Records

/// Recognises what people drop beside scans by its first bytes.
enum ForeignSignature {
    /// A ZIP names its parts before each; the first ones tell an office file.
    private static let headBytes = 1 << 16

    static func format(of file: borrowing HostileFile) throws(ReadingFailure) -> ForeignFormat? {
        let head = try file.bytes(at: 0, count: headBytes)
        func starts(_ text: String) -> Bool { head.starts(with: Array(text.utf8)) }
        if starts("PK\u{3}\u{4}") { return package(head) }
        if let brands = FileBrands(head: head) { return brands.isAVIF ? .avif : .video }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldOffice }
        if head.starts(with: [0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20]) || head.starts(with: [0xFF, 0x4F, 0xFF, 0x51]) { return .jpeg2000 }
        if isPage(head) { return .html }
        return plain.first { starts($0.key) }?.value
    }

    private static let plain: [String: ForeignFormat] = [
        "GIF8": .gif, "BM": .bmp, "AT&TFORM": .djvu, "{\\rtf": .rtf, "Rar!": .rar, "7z\u{BC}": .sevenZip, "MZ": .program, "\u{7F}ELF": .program,
        "%!PS": .postScript, "7z": .sevenZip,
    ]

    private static func package(_ head: [UInt8]) -> ForeignFormat {
        func names(_ text: String) -> Bool { head.firstRange(of: Array(text.utf8)) != nil }
        if names("application/vnd.oasis.opendocument") { return .openDocument }
        guard names("[Content_Types].xml") else { return .zip }
        return names("word/") ? .word : names("xl/") ? .excel : names("ppt/") ? .powerPoint : .zip
    }

    /// What a server says in place of a file.
    private static func isPage(_ head: [UInt8]) -> Bool {
        let text = String(decoding: head.prefix(512), as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
    }
}
