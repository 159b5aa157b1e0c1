/// What a file is by its bytes, never by its name: clerks rename files, and scanners name them badly.
package enum MediaType: String, Sendable, Codable, CaseIterable {
    case pdf = "application/pdf"
    case tiff = "image/tiff"
    case jpeg = "image/jpeg"
    case png = "image/png"
    case webp = "image/webp"
    case heic = "image/heic"
}
