import CLeptonica
import Foundation
import Records

/// Cuts pieces out of a page for people to look at.
struct PageCropper {
    private static let quality: Int32 = 75

    /// A picture for each box, in order.
    func crops(_ request: CropRequest) throws(ReadingFailure) -> [Data] {
        let page = PageRequest(path: request.path, mediaType: request.mediaType, page: request.page, languages: "")
        let upright = try PageRecogniser().decode(page).0.raster.turned(quarters: request.rotation / 90)
        var crops: [Data] = []
        for box in request.boxes { crops.append(try crop(box, of: upright, request)) }
        return crops
    }

    private func crop(_ box: Records.Box, of page: Raster, _ request: CropRequest) throws(ReadingFailure) -> Data {
        let (width, height) = (Double(page.width), Double(page.height))
        let piece = try page.clipped(
            x: Int(box.x * width), y: Int(box.y * height), width: max(1, Int(box.width * width)), height: max(1, Int(box.height * height)))
        let shown = piece.depth == 1 ? try piece.grey() : piece
        let sized = try shown.scaled(by: min(1, Double(request.widest) / Double(shown.width)))
        switch request.form {
        case .jpeg: return try sized.jpeg(quality: Self.quality)
        case .png: return try sized.png()
        case .sixel: return try Sixel.drawing(of: sized)
        }
    }
}

extension Raster {
    fileprivate func png() throws(ReadingFailure) -> Data {
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        let status = withPix { unsafe pixWriteMem(&bytes, &count, $0, Int32(IFF_PNG)) }
        defer { unsafe lept_free(bytes) }
        guard status == 0, let start = unsafe bytes else { throw ReadingFailure(.unreadable, "PNG encoding failed") }
        return unsafe Data(bytes: start, count: count)
    }

    fileprivate func jpeg(quality: Int32) throws(ReadingFailure) -> Data {
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        let status = withPix { unsafe pixWriteMemJpeg(&bytes, &count, $0, quality, 0) }
        defer { unsafe lept_free(bytes) }
        guard status == 0, let start = unsafe bytes else { throw ReadingFailure(.unreadable, "JPEG encoding failed") }
        return unsafe Data(bytes: start, count: count)
    }
}
