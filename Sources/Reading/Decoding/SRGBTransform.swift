import CLCMS2
import Records

/// From the colours of a camera's own profile (phones: Display P3) to sRGB.
@safe struct SRGBTransform: ~Copyable {
    private let transform: cmsHTRANSFORM
    /// Little CMS's `TYPE_RGBA_8`, a macro that Swift does not see.
    private static let pixels: UInt32 = 4 << 16 | 1 << 7 | 3 << 3 | 1

    /// Nil where the profile is none of red, green and blue.
    init?(from profile: [UInt8]) {
        guard !profile.isEmpty, let own = unsafe cmsOpenProfileFromMem(profile, UInt32(clamping: profile.count)) else { return nil }
        defer { _ = unsafe cmsCloseProfile(own) }
        guard let common = unsafe cmsCreate_sRGBProfile() else { return nil }
        defer { _ = unsafe cmsCloseProfile(common) }
        guard unsafe cmsGetColorSpace(own) == cmsSigRgbData,
            let transform = unsafe cmsCreateTransform(
                own, Self.pixels, common, Self.pixels, UInt32(INTENT_RELATIVE_COLORIMETRIC), UInt32(cmsFLAGS_COPY_ALPHA))
        else { return nil }
        unsafe self.transform = unsafe transform
    }

    deinit { unsafe cmsDeleteTransform(transform) }

    /// Pixels of red, green, blue and alpha, in this order of bytes.
    @unsafe func apply(to line: UnsafeMutablePointer<UInt32>, count: Int) { unsafe cmsDoTransform(transform, line, line, UInt32(count)) }
}
