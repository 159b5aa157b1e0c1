import Foundation

/// Pictures byte by byte: notes that keep a file whole and make it another, and pictures that nobody should decode.
enum Picture {
    /// The same PNG with a text chunk before its end.
    static func png(_ png: Data, noting note: String) -> Data {
        let end = 12
        return png.dropLast(end) + chunk("tEXt", Data("Comment\u{0}\(note)".utf8)) + png.suffix(end)
    }

    /// The same JPEG with a comment segment after its start.
    static func jpeg(_ jpeg: Data, noting note: String) -> Data {
        jpeg.prefix(2) + [0xFF, 0xFE] + bigEndian(UInt16(note.utf8.count + 2)) + Data(note.utf8) + jpeg.dropFirst(2)
    }

    /// A few hundred bytes that ask for `side` x `side` pixels of one bit.
    static func pngBomb(side: UInt32) -> Data {
        let header = bigEndian(side) + bigEndian(side) + [1, 0, 0, 0, 0]
        let emptyDeflate = Data([0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01])
        return Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) + chunk("IHDR", header) + chunk("IDAT", emptyDeflate) + chunk("IEND", Data())
    }

    /// The same as a TIFF: one strip, one bit a pixel, packed.
    static func tiffBomb(side: UInt32) -> Data { tiff(side: side, compression: 32773, strip: Data(repeating: 0x81, count: 64)) }

    /// A TIFF as some copies leave it: its directory is there, its coded data was never written.
    static func tiffOfZeros(side: UInt32) -> Data { tiff(side: side, compression: 4, strip: Data(count: 4000)) }

    private static func tiff(side: UInt32, compression: UInt32, strip: Data) -> Data {
        let fields: [(tag: UInt16, kind: UInt16, value: UInt32)] = [
            (256, 4, side), (257, 4, side), (258, 3, 1), (259, 3, compression), (262, 3, 0), (273, 4, 8), (277, 3, 1), (278, 4, side),
            (279, 4, UInt32(strip.count)),
        ]
        var tiff = Data([0x49, 0x49, 0x2A, 0x00]) + littleEndian(UInt32(8 + strip.count)) + strip + littleEndian(UInt16(fields.count))
        for field in fields { tiff += littleEndian(field.tag) + littleEndian(field.kind) + littleEndian(UInt32(1)) + littleEndian(field.value) }
        return tiff + littleEndian(UInt32(0))
    }

    private static func chunk(_ type: String, _ content: Data) -> Data {
        let body = Data(type.utf8) + content
        return bigEndian(UInt32(content.count)) + body + bigEndian(checksum(body))
    }

    /// CRC-32 as in PNG (ISO 3309).
    private static func checksum(_ bytes: Data) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }

    static func bigEndian(_ value: some FixedWidthInteger) -> Data { withUnsafeBytes(of: value.bigEndian) { Data($0) } }
    static func littleEndian(_ value: some FixedWidthInteger) -> Data { withUnsafeBytes(of: value.littleEndian) { Data($0) } }
}
