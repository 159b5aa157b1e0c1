import Records

/// What lies over a scan, a signature's appearance above all, cut out of the page as displayed: so the scan below stays as it is coded.
struct OverlayPatches {
    private static let resolution = 300.0
    /// Pixels around what is cut out: its edges may reach further.
    private static let margin = 2.0

    private let page: ArchivalPage

    init(_ page: ArchivalPage) { self.page = page }

    func added(from drawn: borrowing PDFPage) throws(ReadingFailure) -> ArchivalPage {
        let size = (width: drawn.width * Self.resolution / 72, height: drawn.height * Self.resolution / 72)
        let scale = PixelBudget.readingScale(width: size.width, height: size.height)
        let raster = try drawn.render(width: max(1, Int(size.width * scale)), height: max(1, Int(size.height * scale)))
        let undo = Matrix.undoingRotation(page.rotation, width: page.width, height: page.height)
        let toPage = Matrix(a: drawn.width / Double(raster.width), d: -drawn.height / Double(raster.height), f: drawn.height).then(undo)
        guard let toPixels = toPage.inverse else { throw ReadingFailure(.unreadable, "a page without size") }
        var page = page
        page.overlays = []
        page.showsText = false
        for overlay in self.page.overlays + text(of: drawn).map({ $0.then(undo) }) {
            let bounds = overlay.then(toPixels).bounds
            let (left, top) = (max(0, bounds.left - Self.margin).rounded(.down), max(0, bounds.bottom - Self.margin).rounded(.down))
            let right = min(Double(raster.width), bounds.right + Self.margin).rounded(.up)
            let bottom = min(Double(raster.height), bounds.top + Self.margin).rounded(.up)
            guard right - left >= 1, bottom - top >= 1 else { continue }
            let patch = try raster.clipped(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top))
            // A picture's unit square has its origin below, rows of pixels run down.
            let place = Matrix(a: right - left, d: top - bottom, e: left, f: bottom).then(toPage)
            page.images.append(PlacedImage(image: try RasterStream.coded(patch, isPrint: true), matrix: place))
        }
        return page
    }

    /// The blocks of printed text, on the page as displayed.
    private func text(of drawn: borrowing PDFPage) -> [Matrix] {
        guard page.showsText else { return [] }
        let blocks = Dictionary(grouping: drawn.text().lines, by: \.block).sorted { $0.key < $1.key }
        return blocks.compactMap { Box.around($0.value.map(\.box)) }.map { box in
            Matrix(a: box.width * drawn.width, d: box.height * drawn.height, e: box.x * drawn.width, f: (1 - box.bottom) * drawn.height)
        }
    }
}
