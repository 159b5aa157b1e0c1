import CLCMS2
import Records

/// Colour profiles (ICC) for and of pictures.
enum ColourProfile {
    /// The newest that PDF 1.4 knows (ISO 19005-1, 6.2.2).
    private static let version = 2.1
    private static let creationDate = 24..<36
    /// Points of the tone curve: the error stays below a ten-thousandth.
    private static let curvePoints = 64
    private static let gamma = 2.2

    /// sRGB (IEC 61966-2-1), always the same bytes.
    static func sRGB() throws(ReadingFailure) -> [UInt8] {
        var white = cmsCIExyY(x: 0.3127, y: 0.3290, Y: 1)
        var primaries = cmsCIExyYTRIPLE(
            Red: cmsCIExyY(x: 0.64, y: 0.33, Y: 1), Green: cmsCIExyY(x: 0.30, y: 0.60, Y: 1), Blue: cmsCIExyY(x: 0.15, y: 0.06, Y: 1))
        let parameters = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
        guard let exact = unsafe cmsBuildParametricToneCurve(nil, 4, parameters) else { throw failure }
        defer { unsafe cmsFreeToneCurve(exact) }
        let points = (0..<curvePoints).map { index in
            unsafe UInt16((65_535 * cmsEvalToneCurveFloat(exact, Float(index) / Float(curvePoints - 1))).rounded())
        }
        guard let curve = unsafe cmsBuildTabulatedToneCurve16(nil, UInt32(points.count), points) else { throw failure }
        defer { unsafe cmsFreeToneCurve(curve) }
        var curves: [OpaquePointer?] = unsafe [curve, curve, curve]
        guard let profile = unsafe cmsCreateRGBProfile(&white, &primaries, &curves) else { throw failure }
        defer { _ = unsafe cmsCloseProfile(profile) }
        return try unsafe saved(profile)
    }

    /// Grey as screens show it, always the same bytes: a fifth of sRGB, for pages without colour.
    static func grey() throws(ReadingFailure) -> [UInt8] {
        var white = cmsCIExyY(x: 0.3127, y: 0.3290, Y: 1)
        guard let curve = unsafe cmsBuildGamma(nil, gamma) else { throw failure }
        defer { unsafe cmsFreeToneCurve(curve) }
        guard let profile = unsafe cmsCreateGrayProfile(&white, curve) else { throw failure }
        defer { _ = unsafe cmsCloseProfile(profile) }
        return try unsafe saved(profile)
    }

    @unsafe private static func saved(_ profile: cmsHPROFILE) throws(ReadingFailure) -> [UInt8] {
        unsafe cmsSetProfileVersion(profile, version)
        var count: UInt32 = 0
        guard unsafe cmsSaveProfileToMem(profile, nil, &count) != 0 else { throw failure }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        guard unsafe cmsSaveProfileToMem(profile, &bytes, &count) != 0, bytes.count > creationDate.upperBound else { throw failure }
        // 2000-01-01 in place of the time of this call.
        bytes.replaceSubrange(creationDate, with: [0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
        return bytes
    }

    /// Whether a profile that a picture brings may stand in the copy.
    static func isFit(_ bytes: [UInt8], components: Int) -> Bool {
        guard let profile = unsafe cmsOpenProfileFromMem(bytes, UInt32(clamping: bytes.count)) else { return false }
        defer { _ = unsafe cmsCloseProfile(profile) }
        let classes = [cmsSigInputClass, cmsSigDisplayClass, cmsSigOutputClass, cmsSigColorSpaceClass]
        let space = unsafe cmsGetColorSpace(profile)
        return unsafe cmsGetProfileVersion(profile) < 3 && classes.contains(cmsGetDeviceClass(profile))
            && (components == 3 ? space == cmsSigRgbData : components == 1 && space == cmsSigGrayData)
    }

    private static var failure: ReadingFailure { ReadingFailure(.crashed, "Little CMS makes no profile", mayPass: true) }
}
