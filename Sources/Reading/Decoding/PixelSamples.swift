import CLeptonica
import Records

/// Uncompressed samples as a PDF has them: rows from the top, each beginning at a byte, the first sample in the highest bits.
struct PixelSamples {
    var bytes: [UInt8]
    var width: Int
    var height: Int
    /// A sample: 1, 2, 4, 8 or 16.
    var bits: Int
    var space: ImageStream.ColourSpace

    private var bytesPerRow: Int { (width * bits * space.components + 7) / 8 }

    /// Nil for samples that we cannot tell the colours of; a page that lacks some of its samples is damaged.
    func raster() throws(ReadingFailure) -> Raster? {
        guard [1, 2, 4, 8, 16].contains(bits) else { return nil }
        guard bytes.count >= bytesPerRow * height else { throw ReadingFailure(.unreadable, "an image lacks samples") }
        if bits == 16 { return try highBytes.raster() }
        if case .indexed(let base, _, let colours) = space { return try indexed(base, colours) }
        switch space.components {
        case 1: return try grey()
        case 3: return bits == 8 ? try colour() : nil
        default: return nil
        }
    }

    /// 16 bits a sample cut to 8.
    private var highBytes: PixelSamples {
        var cut = self
        cut.bits = 8
        cut.bytes = stride(from: 0, to: bytes.count, by: 2).map { bytes[$0] }
        return cut
    }

    private func grey() throws(ReadingFailure) -> Raster {
        let raster = try packed()
        switch bits {
        // Leptonica's 1 is black.
        case 1: return try raster.made("inversion") { unsafe pixInvert(nil, $0) }
        case 2: return try raster.made("conversion to grey") { unsafe pixConvert2To8($0, 0, 85, 170, 255, 0) }
        case 4: return try raster.made("conversion to grey") { unsafe pixConvert4To8($0, 0) }
        default: return raster
        }
    }

    private func indexed(_ base: ImageStream.ColourSpace, _ colours: [UInt8]) throws(ReadingFailure) -> Raster? {
        guard bits <= 8, [1, 3].contains(base.components), colours.count >= base.components else { return nil }
        let raster = try packed()
        let entries = stride(from: 0, to: colours.count - base.components + 1, by: base.components).map { start in
            (0..<3).map { Int32(colours[base.components == 3 ? start + $0 : start]) }
        }
        let isWhole = raster.withPix { pix in
            guard let map = unsafe pixcmapCreate(Int32(bits)) else { return false }
            // What a sample beyond the palette shows is the last colour (ISO 32000-1, 8.6.6.3).
            for index in 0..<(1 << bits) {
                let colour = entries[min(index, entries.count - 1)]
                _ = unsafe pixcmapAddColor(map, colour[0], colour[1], colour[2])
            }
            return unsafe pixSetColormap(pix, map) == 0
        }
        return isWhole ? raster : nil
    }

    private func colour() throws(ReadingFailure) -> Raster {
        let raster = try unsafe Raster(owning: pixCreateNoInit(Int32(width), Int32(height), 32), "page copy")
        raster.withPix { pix in
            guard let data = unsafe pixGetData(pix) else { return }
            unsafe bytes.withUnsafeBufferPointer { bytes in
                for pixel in 0..<(width * height) {
                    unsafe data[pixel] = UInt32(bytes[3 * pixel]) << 24 | UInt32(bytes[3 * pixel + 1]) << 16 | UInt32(bytes[3 * pixel + 2]) << 8
                }
            }
        }
        return raster
    }

    /// One sample a pixel, as they are.
    private func packed() throws(ReadingFailure) -> Raster {
        let raster = try unsafe Raster(owning: pixCreate(Int32(width), Int32(height), Int32(bits)), "page copy")
        raster.withPix { pix in
            guard let data = unsafe pixGetData(pix) else { return }
            let wordsPerLine = Int(unsafe pixGetWpl(pix))
            unsafe bytes.withUnsafeBytes { bytes in
                for y in 0..<height {
                    let row = unsafe UnsafeRawBufferPointer(rebasing: bytes[(y * bytesPerRow)..<((y + 1) * bytesPerRow)])
                    unsafe UnsafeMutableRawBufferPointer(start: data + y * wordsPerLine, count: 4 * wordsPerLine).copyMemory(from: row)
                }
            }
            // Leptonica keeps the bytes of a word from the highest to the lowest.
            _ = unsafe pixEndianByteSwap(pix)
            _ = unsafe pixSetPadBits(pix, 0)
        }
        return raster
    }
}
