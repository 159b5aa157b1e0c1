import Records

/// A font without outlines: text set in it is found, selected and copied, and nothing is seen.
///
/// Every character is half as wide as it is high, a space a quarter; the text layer stretches words to their places.
struct InvisibleFont {
    static let letterWidth = 0.5
    static let spaceWidth = 0.25

    /// The font's object number.
    let number: Int
    private let unicode: Int

    init(writingTo objects: PDFObjects) throws(ReadingFailure) {
        let program = Self.trueType
        let file = try objects.addCompressedStream("/Length1 \(program.count)", program)
        let descriptor = try objects.add(
            "<</Type/FontDescriptor/FontName/Invisible/Flags 4/FontBBox[0 0 500 1000]/ItalicAngle 0/Ascent 1000/Descent -1/CapHeight 1000"
                + "/StemV 80/FontFile2 \(file) 0 R>>")
        let glyphs = try objects.addCompressedStream("", Self.glyphNumbers)
        unicode = objects.reserve()
        let descendant = try objects.add(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Invisible/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + "/FontDescriptor \(descriptor) 0 R/CIDToGIDMap \(glyphs) 0 R/DW 500/W[32[250]]>>")
        number = try objects.add(
            "<</Type/Font/Subtype/Type0/BaseFont/Invisible/Encoding/Identity-H/DescendantFonts[\(descendant) 0 R]/ToUnicode \(unicode) 0 R>>")
    }

    /// Writes what the codes mean, once it is known which first bytes they have.
    func finish(firstBytes: Set<UInt8>, to objects: PDFObjects) throws(ReadingFailure) {
        try objects.writeCompressedStream(unicode, "", Array(Self.unicodeMap(firstBytes.isEmpty ? [0] : firstBytes).utf8))
    }

    /// Of each UTF-16 code: the letter, but for the space.
    private static var glyphNumbers: [UInt8] {
        var numbers = [UInt8](repeating: 0, count: 2 << 16)
        for code in 0..<(1 << 16) { numbers[2 * code + 1] = code == 32 ? 2 : 1 }
        return numbers
    }

    /// Codes are UTF-16 already. A range may not cross a first byte (ISO 32000-1, 9.10.3), and 100 ranges make a block.
    private static func unicodeMap(_ firstBytes: Set<UInt8>) -> String {
        var text = "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def"
        text += "/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n"
        let sorted = firstBytes.sorted()
        for start in stride(from: 0, to: sorted.count, by: 100) {
            let block = sorted[start..<min(start + 100, sorted.count)]
            text += "\(block.count) beginbfrange\n"
            for byte in block {
                let (first, last) = (PDFSyntax.hexadecimal([byte, 0]), PDFSyntax.hexadecimal([byte, 0xFF]))
                text += "\(first)\(last)\(first)\n"
            }
            text += "endbfrange\n"
        }
        return text + "endcmap CMapName currentdict/CMap defineresource pop end end"
    }

    /// A TrueType font of the tables that a PDF asks for: three glyphs (none, letter, space) without contours.
    private static var trueType: [UInt8] {
        let tables: [(tag: String, bytes: [UInt8])] = [
            // One glyph record of no contours; the others have none at all.
            ("glyf", words(Array(repeating: 0, count: 6))),
            ("head", words([1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000] + Array(repeating: 0, count: 8) + [0, 0, 500, 1000, 0, 8, 2, 0, 0])),
            ("hhea", words([1, 0, 1000, 0xFFFF, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 3])),
            ("hmtx", words([500, 0, 500, 0, 250, 0])),
            ("loca", words([0, 6, 6, 6])),
            ("maxp", words([1, 0, 3, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])),
        ]
        var offset = 12 + 16 * tables.count
        var directory = words([1, 0, tables.count, 64, 2, 16 * tables.count - 64])
        var data: [UInt8] = []
        for (tag, bytes) in tables {
            let padded = bytes + Array(repeating: 0, count: (4 - bytes.count % 4) % 4)
            directory += Array(tag.utf8) + long(checksum(padded)) + long(UInt32(offset)) + long(UInt32(bytes.count))
            data += padded
            offset += padded.count
        }
        return directory + data
    }

    private static func words(_ values: [Int]) -> [UInt8] { values.flatMap { [UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] } }
    private static func long(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) } }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        stride(from: 0, to: bytes.count, by: 4).reduce(0) { sum, start in
            sum &+ bytes[start..<(start + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
    }
}
