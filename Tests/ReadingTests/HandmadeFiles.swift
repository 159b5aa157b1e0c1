import Foundation

/// Small files written by hand, byte for byte what a test needs.
enum HandmadeFiles {
    /// A PDF of these objects (numbered from 1, the first being the catalogue), with a correct cross-reference table unless it is moved.
    static func pdf(_ objects: [String], trailer: String = "", tableOffsetError: Int = 0) -> Data {
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += String(format: "%010d 00000 n \n", offset) }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(table + tableOffsetError)\n%%EOF\n"
        return Data(text.utf8)
    }

    /// A PDF of one page with one image of so many pixels, a square in 1 bit, of which only a few bytes are there.
    static func pdf(imageSide: Int, pageSide: Int = 595) -> Data {
        let contents = "q \(pageSide) 0 0 \(pageSide) 0 0 cm /I Do Q"
        return pdf([
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(pageSide) \(pageSide)] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
            "<< /Length \(contents.utf8.count) >>\nstream\n\(contents)\nendstream",
            "<< /Type /XObject /Subtype /Image /Width \(imageSide) /Height \(imageSide) /BitsPerComponent 1 /ColorSpace /DeviceGray /Length 4 >>\nstream\nabcd\nendstream",
        ])
    }

    /// A black-and-white TIFF of one uncompressed strip of 8 bytes, whatever its dimensions claim.
    static func tiff(width: UInt32, height: UInt32) -> Data {
        var bytes = Data([0x49, 0x49, 0x2A, 0x00, 16, 0, 0, 0]) + Data(repeating: 0xFF, count: 8)
        let entries: [(tag: UInt16, value: UInt32)] = [
            (256, width), (257, height), (258, 1), (259, 1), (262, 1), (273, 8), (277, 1), (278, height), (279, 8),
        ]
        bytes.append(little: UInt16(entries.count))
        for entry in entries {
            bytes.append(little: entry.tag)
            bytes.append(little: UInt16(4))
            bytes.append(little: UInt32(1))
            bytes.append(little: entry.value)
        }
        bytes.append(little: UInt32(0))
        return bytes
    }

    /// A grey JPEG of 16 x 16 white pixels whose frame may claim other dimensions.
    static func jpeg(width: UInt16 = 16, height: UInt16 = 16) throws -> Data {
        var bytes = Data(base64Encoded: white) ?? Data()
        let frame = bytes.firstRange(of: Data([0xFF, 0xC0]))?.upperBound ?? 0
        bytes.replaceSubrange((frame + 3)..<(frame + 7), with: [UInt8(height >> 8), UInt8(height & 0xFF), UInt8(width >> 8), UInt8(width & 0xFF)])
        return bytes
    }

    /// A PNG's head, chunk sums left out, with an end but without data.
    static func png(width: UInt32, height: UInt32) -> Data {
        var bytes = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]) + Data("IHDR".utf8)
        bytes.append(contentsOf: withUnsafeBytes(of: width.bigEndian, Array.init))
        bytes.append(contentsOf: withUnsafeBytes(of: height.bigEndian, Array.init))
        bytes.append(contentsOf: [8, 6, 0, 0, 0] + [0, 0, 0, 0])
        return bytes + Data([0, 0, 0, 0]) + Data("IEND".utf8) + Data([0xAE, 0x42, 0x60, 0x82])
    }

    private static let white =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////wAALCAAQABABAREA/8QA"
        + "FQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/ALQH/9k="
}

extension Data {
    fileprivate mutating func append<Number: FixedWidthInteger>(little number: Number) {
        append(contentsOf: Swift.withUnsafeBytes(of: number.littleEndian, Array.init))
    }
}
