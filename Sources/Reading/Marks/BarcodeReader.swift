import CLeptonica
import CZBar
import Foundation
import Records

/// Reads the barcodes of a page: QR, Code 128 and Code 39, the three that offices print.
enum BarcodeReader {
    private static let symbologies: [(type: zbar_symbol_type_t, name: String)] = [
        (ZBAR_QRCODE, "QR"), (ZBAR_CODE128, "CODE-128"), (ZBAR_CODE39, "CODE-39"),
    ]
    /// A line of text now and then looks like a short bar code.
    private static let minimumLength: Int32 = 4

    /// The codes in some areas of a page that share no pixels.
    /// - Parameter density: every how manieth line of pixels is looked along, across and down.
    static func barcodes(on grey: Raster, in areas: [PixelBox], density: Int32, page: Int) throws(ReadingFailure) -> [Barcode] {
        if areas.isEmpty { return [] }
        guard let scanner = unsafe zbar_image_scanner_create() else { return [] }
        defer { unsafe zbar_image_scanner_destroy(scanner) }
        unsafe zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        for symbology in symbologies {
            unsafe zbar_image_scanner_set_config(scanner, symbology.type, ZBAR_CFG_ENABLE, 1)
            if symbology.type != ZBAR_QRCODE { unsafe zbar_image_scanner_set_config(scanner, symbology.type, ZBAR_CFG_MIN_LEN, minimumLength) }
        }
        unsafe zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, density)
        unsafe zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, density)
        // Text as its bytes: ZBar otherwise guesses an encoding, and takes Vietnamese UTF-8 for Big5.
        unsafe zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1)
        var found: [Barcode] = []
        for area in areas {
            let clip = try grey.clipped(x: area.x, y: area.y, width: area.width, height: area.height)
            found += (unsafe scan(clip, with: scanner, page: page)).map { $0.placed(in: area, on: grey) }
        }
        return found
    }

    private static func scan(_ grey: Raster, with scanner: OpaquePointer, page: Int) -> [Barcode] {
        let (width, height) = (grey.width, grey.height)
        var pixels = [UInt8](repeating: 255, count: width * height)
        grey.withLines { y, bytes in
            for x in 0..<width { unsafe pixels[y * width + x] = bytes[x ^ 3] }
        }
        return unsafe pixels.withUnsafeBytes { buffer in
            guard let image = unsafe zbar_image_create() else { return [] }
            defer { unsafe zbar_image_destroy(image) }
            unsafe zbar_image_set_format(image, fourCC("Y800"))
            unsafe zbar_image_set_size(image, UInt32(width), UInt32(height))
            unsafe zbar_image_set_data(image, buffer.baseAddress, UInt(buffer.count), nil)
            guard unsafe zbar_scan_image(scanner, image) > 0 else { return [] }
            var found: [Barcode] = []
            var symbol = unsafe zbar_image_first_symbol(image)
            while let current = unsafe symbol {
                if let barcode = unsafe barcode(current, page: page, width: width, height: height) { found.append(barcode) }
                unsafe symbol = unsafe zbar_symbol_next(current)
            }
            return found
        }
    }

    private static func barcode(_ symbol: OpaquePointer, page: Int, width: Int, height: Int) -> Barcode? {
        let type = unsafe zbar_symbol_get_type(symbol)
        guard let name = symbologies.first(where: { $0.type == type })?.name, let data = unsafe zbar_symbol_get_data(symbol) else { return nil }
        let bytes = unsafe Data(bytes: data, count: Int(zbar_symbol_get_data_length(symbol)))
        let text = String(data: bytes, encoding: .utf8) ?? String(data: bytes, encoding: .isoLatin1) ?? ""
        let box = Box.around(
            (0..<(unsafe zbar_symbol_get_loc_size(symbol))).map { index in
                let x = Double(unsafe zbar_symbol_get_loc_x(symbol, index)) / Double(width)
                let y = Double(unsafe zbar_symbol_get_loc_y(symbol, index)) / Double(height)
                return Box(x: x, y: y, width: 0, height: 0)
            })
        return text.isEmpty ? nil : Barcode(page: page, format: name, text: text.precomposedStringWithCanonicalMapping, box: box)
    }

    private static func fourCC(_ code: String) -> UInt { code.utf8.reversed().reduce(0) { $0 << 8 | UInt($1) } }
}

extension Barcode {
    /// The code of an area, with its box on the page.
    fileprivate func placed(in area: PixelBox, on page: Raster) -> Barcode {
        var code = self
        let (width, height) = (Double(page.width), Double(page.height))
        let (across, down) = (Double(area.width) / width, Double(area.height) / height)
        code.box = box.map {
            Box(
                x: Double(area.x) / width + $0.x * across, y: Double(area.y) / height + $0.y * down, width: $0.width * across,
                height: $0.height * down)
        }
        return code
    }
}
