import CLeptonica
import Records

/// Writes the objects of a PDF 1.4 one after the other, and the table of their places at the end.
final class PDFObjects {
    private let file: DraftFile
    /// Of each object number, from 1; 0 while it is only reserved.
    private var offsets: [Int] = []

    init(_ file: DraftFile) throws(ReadingFailure) {
        self.file = file
        // Four bytes above 127 tell programs that move files that this one is binary (ISO 19005-1, 6.1.2).
        try file.write(Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3] + Array("\n".utf8))
    }

    /// A number for an object that is written later.
    func reserve() -> Int {
        offsets.append(0)
        return offsets.count
    }

    func write(_ number: Int, _ body: [UInt8]) throws(ReadingFailure) {
        offsets[number - 1] = file.length
        try file.write(Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8))
    }

    func write(_ number: Int, _ body: String) throws(ReadingFailure) { try write(number, Array(body.utf8)) }

    /// Writes an object; its number.
    func add(_ body: String) throws(ReadingFailure) -> Int {
        let number = reserve()
        try write(number, body)
        return number
    }

    /// Writes a stream; its number. `entries` is what its dictionary says beside its length.
    func addStream(_ entries: String, _ bytes: [UInt8]) throws(ReadingFailure) -> Int {
        let number = reserve()
        try writeStream(number, entries, bytes)
        return number
    }

    func addCompressedStream(_ entries: String, _ bytes: [UInt8]) throws(ReadingFailure) -> Int {
        let number = reserve()
        try writeCompressedStream(number, entries, bytes)
        return number
    }

    func writeCompressedStream(_ number: Int, _ entries: String, _ bytes: [UInt8]) throws(ReadingFailure) {
        try writeStream(number, entries + "/Filter/FlateDecode", Self.compressed(bytes))
    }

    private func writeStream(_ number: Int, _ entries: String, _ bytes: [UInt8]) throws(ReadingFailure) {
        offsets[number - 1] = file.length
        try file.write(Array("\(number) 0 obj\n<<\(entries)/Length \(bytes.count)>>\nstream\n".utf8))
        try file.write(bytes)
        try file.write(Array("\nendstream\nendobj\n".utf8))
    }

    /// Writes the table and the trailer.
    func finish(root: Int, info: Int) throws(ReadingFailure) {
        let table = file.length
        let identifier = file.digest.hexadecimal
        var text = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer\n<</Size \(offsets.count + 1)/Root \(root) 0 R/Info \(info) 0 R/ID[<\(identifier)><\(identifier)>]>>\n"
        try file.write(Array((text + "startxref\n\(table)\n%%EOF\n").utf8))
    }

    static func compressed(_ bytes: [UInt8]) throws(ReadingFailure) -> [UInt8] {
        // zlib refuses a null pointer, which an empty array is.
        let input = bytes.isEmpty ? [UInt8(ascii: "\n")] : bytes
        var count = 0
        guard let data = unsafe zlibCompress(input, input.count, &count) else { throw ReadingFailure(.tooLarge, "no memory for compression") }
        defer { unsafe lept_free(data) }
        return unsafe Array(UnsafeBufferPointer(start: data, count: count))
    }

    /// Nil where the data is damaged.
    static func decompressed(_ bytes: [UInt8]) -> [UInt8]? {
        var count = 0
        guard !bytes.isEmpty, let data = unsafe zlibUncompress(bytes, bytes.count, &count) else { return nil }
        defer { unsafe lept_free(data) }
        return unsafe Array(UnsafeBufferPointer(start: data, count: count))
    }
}
