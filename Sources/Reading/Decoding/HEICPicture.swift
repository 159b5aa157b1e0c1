import CHEIF
import Records

/// The primary picture of a HEIC, which libheif turns, mirrors and crops as the file asks: what EXIF says of that counts here no more.
@safe struct HEICPicture: ~Copyable {
    private let handle: OpaquePointer

    /// Opens the file, and sees that its primary picture is within the budget, as stored and as shown.
    init(_ path: String) throws(ReadingFailure) {
        guard let context = unsafe heif_context_alloc() else { throw ReadingFailure(.tooLarge, "no memory for a HEIC") }
        // The handle keeps what it needs of it.
        defer { unsafe heif_context_free(context) }
        unsafe heif_context_set_max_decoding_threads(context, 0)
        try unsafe Self.check(heif_context_read_from_file(context, path, nil))
        var primary: OpaquePointer?
        try unsafe Self.check(heif_context_get_primary_image_handle(context, &primary))
        guard let handle = unsafe primary else { throw ReadingFailure(.unreadable, "HEIC without a primary picture") }
        do throws(ReadingFailure) {
            try unsafe Self.checkSize(heif_image_handle_get_ispe_width(handle), heif_image_handle_get_ispe_height(handle))
            try unsafe Self.checkSize(heif_image_handle_get_width(handle), heif_image_handle_get_height(handle))
        } catch {
            unsafe heif_image_handle_release(handle)
            throw error
        }
        unsafe self.handle = unsafe handle
    }

    deinit { unsafe heif_image_handle_release(handle) }

    /// The picture in sRGB, on white where it is transparent.
    func raster() throws(ReadingFailure) -> Raster {
        guard let options = unsafe heif_decoding_options_alloc() else { throw ReadingFailure(.tooLarge, "no memory for a HEIC") }
        defer { unsafe heif_decoding_options_free(options) }
        unsafe options.pointee.convert_hdr_to_8bit = 1
        unsafe options.pointee.strict_decoding = 1
        var decoded: OpaquePointer?
        try unsafe Self.check(heif_decode_image(handle, &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, options))
        guard let image = unsafe decoded else { throw ReadingFailure(.unreadable, "HEIC decoding failed") }
        defer { unsafe heif_image_release(image) }
        guard unsafe heif_image_get_decoding_warnings(image, 0, nil, 0) == 0 else { throw ReadingFailure(.unreadable, "HEIC data is damaged") }
        let (width, height) = unsafe (Int(heif_image_get_primary_width(image)), Int(heif_image_get_primary_height(image)))
        try PixelBudget.checkDecoding(width: width, height: height, bitsPerPixel: 32)
        var stride: Int32 = 0
        guard let pixels = unsafe heif_image_get_plane(image, heif_channel_interleaved, &stride), stride >= 4 * width else {
            throw ReadingFailure(.unreadable, "HEIC without pixels")
        }
        let colours = SRGBTransform(from: profile())
        let isFaded = unsafe heif_image_handle_is_premultiplied_alpha(handle) != 0
        for y in 0..<height {
            let line = unsafe UnsafeMutableRawPointer(pixels + y * Int(stride)).assumingMemoryBound(to: UInt32.self)
            unsafe colours?.apply(to: line, count: width)
            for x in 0..<width { unsafe line[x] = Self.opaque(line[x], isFaded: isFaded) }
        }
        return try unsafe Raster(cairoPixels: pixels, stride: Int(stride), width: width, height: height)
    }

    /// The ICC profile that the picture brings.
    private func profile() -> [UInt8] {
        let count = unsafe heif_image_handle_get_raw_color_profile_size(handle)
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: count)
        return unsafe heif_image_handle_get_raw_color_profile(handle, &bytes).code == heif_error_Ok ? bytes : []
    }

    /// From 0xAABBGGRR, faded by alpha or not, to 0x00RRGGBB on white.
    private static func opaque(_ pixel: UInt32, isFaded: Bool) -> UInt32 {
        let alpha = pixel >> 24
        func part(_ shift: UInt32) -> UInt32 {
            let value = pixel >> shift & 0xFF
            if alpha == 255 { return value }
            return min(255, (isFaded ? value : (value * alpha + 127) / 255) + 255 - alpha)
        }
        return part(0) << 16 | part(8) << 8 | part(16)
    }

    private static func checkSize(_ width: Int32, _ height: Int32) throws(ReadingFailure) {
        try PixelBudget.checkDecoding(width: Int(width), height: Int(height), bitsPerPixel: 32)
    }

    /// What libheif says in words may quote the file.
    @unsafe private static func check(_ error: heif_error) throws(ReadingFailure) {
        guard unsafe error.code != heif_error_Ok else { return }
        let detail = unsafe "libheif error \(error.code.rawValue).\(error.subcode.rawValue)"
        if unsafe error.subcode == heif_suberror_End_of_data { throw ReadingFailure(.truncated, detail) }
        if unsafe error.code == heif_error_Memory_allocation_error { throw ReadingFailure(.tooLarge, detail) }
        guard unsafe error.code == heif_error_Unsupported_feature else { throw ReadingFailure(.unreadable, detail) }
        var failure = ReadingFailure(.unsupported, detail)
        failure.format = .heif
        throw failure
    }
}
