import CLeptonica
import Records

extension Raster {
    /// Copies Cairo's 32-bit pixels (0x00RRGGBB) into Leptonica's (0xRRGGBB00), or into 8 bits when all of them are grey.
    @unsafe convenience init(cairoPixels: UnsafeMutablePointer<UInt8>, stride: Int, width: Int, height: Int) throws(ReadingFailure) {
        let isGrey = unsafe Self.isGrey(cairoPixels, stride: stride, width: width, height: height)
        guard let pix = unsafe pixCreateNoInit(Int32(width), Int32(height), isGrey ? 8 : 32), let data = unsafe pixGetData(pix) else {
            throw ReadingFailure(.tooLarge, "no memory for the page")
        }
        let wordsPerLine = Int(unsafe pixGetWpl(pix))
        for y in 0..<height {
            let source = unsafe UnsafeRawPointer(cairoPixels + y * stride).assumingMemoryBound(to: UInt32.self)
            let line = unsafe data + y * wordsPerLine
            if isGrey {
                // Leptonica keeps the bytes of a word from the highest to the lowest.
                let bytes = unsafe UnsafeMutableRawPointer(line).assumingMemoryBound(to: UInt8.self)
                for x in 0..<width { unsafe bytes[x ^ 3] = UInt8(truncatingIfNeeded: source[x]) }
            } else {
                for x in 0..<width { unsafe line[x] = source[x] << 8 }
            }
        }
        try unsafe self.init(owning: pix, "page copy")
    }

    private static func isGrey(_ pixels: UnsafeMutablePointer<UInt8>, stride: Int, width: Int, height: Int) -> Bool {
        for y in 0..<height {
            let line = unsafe UnsafeRawPointer(pixels + y * stride).assumingMemoryBound(to: UInt32.self)
            var difference: UInt32 = 0
            for x in 0..<width { unsafe difference |= (line[x] ^ (line[x] >> 8)) & 0xFFFF }
            if difference != 0 { return false }
        }
        return true
    }
}
