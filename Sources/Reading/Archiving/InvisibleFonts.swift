import Records

/// Fonts without outlines: text set in them is found, selected and copied, and nothing is seen.
///
/// A code is one byte, so that a text layer stays short: ASCII is its own, other characters get the next that is free. What one font
/// cannot hold is set in a further one. Every character is half as wide as it is high, a space a quarter; the text layer stretches words
/// to their places.
final class InvisibleFonts {
    static let letterWidth = 0.5
    static let spaceWidth = 0.25

    /// One font's characters.
    private struct Font {
        /// Its object.
        var number: Int
        /// In the order of their codes, which are `InvisibleFonts.codes`.
        var characters: [UInt16] = []
    }

    private static let ascii: ClosedRange<UInt16> = 0x20...0x7E
    private static let codes = Array(UInt8(0x80)...0xFF) + Array(UInt8(0x0E)...0x1F)

    private let objects: PDFObjects
    private var fonts: [Font] = []
    /// Of each character that is not ASCII: its font, and its code there.
    private var places: [UInt16: (font: Int, code: UInt8)] = [:]

    init(_ objects: PDFObjects) { self.objects = objects }

    /// What sets a text: codes, and the font of each run of them.
    func coded(_ text: String) -> [(font: Int, codes: [UInt8])] {
        var runs: [(font: Int, codes: [UInt8])] = []
        for unit in text.utf16 {
            let place = Self.ascii.contains(unit) ? (font: runs.last?.font ?? 0, code: UInt8(unit)) : place(of: unit)
            if runs.last?.font == place.font { runs[runs.count - 1].codes.append(place.code) } else { runs.append((place.font, [place.code])) }
        }
        return runs
    }

    /// What a page that uses these fonts names them.
    func resources(_ used: Set<Int>) -> String {
        let names = used.sorted().map { index in
            while fonts.count <= index { addFont() }
            return "/F\(index) \(fonts[index].number) 0 R"
        }
        return names.isEmpty ? "" : "/Font<<\(names.joined())>>"
    }

    /// Writes the fonts, once it is known what they hold.
    func finish() throws(ReadingFailure) {
        guard !fonts.isEmpty else { return }
        let program = Self.trueType
        let file = try objects.addCompressedStream("/Length1 \(program.count)", program)
        let descriptor = try objects.add(
            "<</Type/FontDescriptor/FontName/Invisible/Flags 4/FontBBox[0 0 500 1000]/ItalicAngle 0/Ascent 1000/Descent -1/CapHeight 1000"
                + "/StemV 80/MissingWidth 500/FontFile2 \(file) 0 R>>")
        for font in fonts {
            let unicode = try objects.addCompressedStream("", Array(Self.unicodeMap(font.characters).utf8))
            try objects.write(
                font.number,
                "<</Type/Font/Subtype/TrueType/BaseFont/Invisible/FirstChar 32/LastChar 32/Widths[250]/FontDescriptor \(descriptor) 0 R"
                    + "/ToUnicode \(unicode) 0 R>>")
        }
    }

    private func place(of unit: UInt16) -> (font: Int, code: UInt8) {
        if let place = places[unit] { return place }
        if fonts.isEmpty || fonts[fonts.count - 1].characters.count == Self.codes.count { addFont() }
        let last = fonts.count - 1
        let place = (font: last, code: Self.codes[fonts[last].characters.count])
        fonts[last].characters.append(unit)
        places[unit] = place
        return place
    }

    private func addFont() { fonts.append(Font(number: objects.reserve())) }

    /// What the codes mean. 100 entries make a block (ISO 32000-1, 9.10.3).
    private static func unicodeMap(_ characters: [UInt16]) -> String {
        var text = "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/Invisible def/CMapType 2 def\n"
        text += "1 begincodespacerange<00><FF>endcodespacerange\n1 beginbfrange<20><7E><0020>endbfrange\n"
        for start in stride(from: 0, to: characters.count, by: 100) {
            let block = start..<min(start + 100, characters.count)
            text += "\(block.count) beginbfchar\n"
            for index in block {
                let unit = characters[index]
                text += PDFSyntax.hexadecimal([codes[index]]) + PDFSyntax.hexadecimal([UInt8(unit >> 8), UInt8(unit & 0xFF)]) + "\n"
            }
            text += "endbfchar\n"
        }
        return text + "endcmap CMapName currentdict/CMap defineresource pop end end"
    }

    /// A TrueType font of the tables that a PDF asks for: three glyphs (none, letter, space) without contours.
    private static var trueType: [UInt8] {
        let glyphs = (0..<256).map { $0 == 0 ? 0 : $0 == 32 ? 2 : UInt8(1) }
        let tables: [(tag: String, bytes: [UInt8])] = [
            // Codes to glyphs: the Macintosh encoding, format 0.
            ("cmap", words([0, 1, 1, 0, 0, 12, 0, 262, 0]) + glyphs),
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
