import Foundation

/// The bytes of a table as text, or why they are none.
enum TableBytes {
    static func read(contentsOf path: String) throws(TableFailure) -> Data {
        guard !isFolder(path) else { throw .folder }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
        defer { try? handle.close() }
        // Nil is the end of a file without a byte.
        do { return try handle.read(upToCount: TableLimits.maximumBytes + 1) ?? Data() } catch { throw .unreadable }
    }

    private static func isFolder(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType) == .typeDirectory
    }

    /// UTF-8 with or without BOM.
    static func text(of bytes: Data) throws(TableFailure) -> String {
        if bytes.count > TableLimits.maximumBytes { throw .tooLarge }
        if spreadsheetSignatures.contains(where: { bytes.starts(with: $0) }) { throw .spreadsheet }
        let content = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes
        // A zero byte is valid UTF-8, but stands in no text: it is UTF-16 without a BOM, or no text at all.
        guard !content.contains(0), let text = String(data: content, encoding: .utf8) else { throw .notUTF8 }
        return text
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// ZIP (`.xlsx`, `.ods`) and the compound file (`.xls`).
    private static let spreadsheetSignatures: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]]
}
