import Foundation

/// The bytes of a table one by one, from memory or from a file, in memory that does not grow with the file.
struct ByteFeed {
    private var handle: FileHandle?
    private var chunk: [UInt8]
    private var place = 0
    private static let chunkBytes = 1 << 16

    /// Without a byte order mark.
    init(_ bytes: Data) throws(TableFailure) {
        guard bytes.count <= TableLimits.maximumBytes else { throw .tooLarge }
        chunk = [UInt8](bytes)
        try skipMark()
    }

    /// Bytes that were at hand of another feed.
    init(ahead bytes: ArraySlice<UInt8>) { chunk = Array(bytes) }

    init(contentsOf path: String) throws(TableFailure) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType != .typeDirectory else { throw .folder }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
        guard attributes?[.size] as? Int ?? 0 <= TableLimits.maximumBytes else { throw .tooLarge }
        self.handle = handle
        chunk = []
        try fill()
        try skipMark()
    }

    private mutating func skipMark() throws(TableFailure) {
        if Self.spreadsheetSignatures.contains(where: { chunk.starts(with: $0) }) { throw .spreadsheet }
        if chunk.starts(with: Self.oldSpreadsheetSignature) { throw .oldSpreadsheet }
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    /// ZIP: `.xlsx`, `.ods`.
    private static let spreadsheetSignatures: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    /// The compound file: `.xls`, and any workbook with a password.
    private static let oldSpreadsheetSignature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    /// The bytes that are at hand without reading further: the beginning of the table, when nothing was taken yet.
    var ahead: ArraySlice<UInt8> { chunk[place...] }

    var peeked: UInt8? {
        mutating get throws(TableFailure) {
            if place == chunk.count { try fill() }
            return place < chunk.count ? chunk[place] : nil
        }
    }

    mutating func next() throws(TableFailure) -> UInt8? {
        guard let byte = try peeked else { return nil }
        place += 1
        return byte
    }

    private mutating func fill() throws(TableFailure) {
        guard let handle else { return }
        do {
            chunk = [UInt8](try handle.read(upToCount: Self.chunkBytes) ?? Data())
            place = 0
        } catch {
            throw .unreadable
        }
    }
}
