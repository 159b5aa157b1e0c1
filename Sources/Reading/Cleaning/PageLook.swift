import CLeptonica
import Records

/// How a page is shown to the engine: at which resolution, and in which tones.
struct PageLook: Equatable {
    /// Dots per inch.
    var resolution: Double
    private var tone: Tone

    private enum Tone {
        /// As scanned, without seals.
        case plain
        /// Ink against the paper around it, the strongest black: for faded print, uneven light, what shows through.
        case even
        /// The median of neighbours: for print full of specks.
        case calm
    }

    /// Pixels at 200 dpi: the median is of a square of so many.
    private static let median: Int32 = 3

    /// Dots per inch. The engine brings every line to a height of 36 pixels before it looks at letters, which office print (13 to 14
    /// points, NĐ 30/2020 annex I) has at 200 dpi: more pixels take time to lay out, and letters gain nothing.
    static let usualResolution = 200.0
    /// What pages are read as.
    static func usual(isPale: Bool) -> PageLook { PageLook(resolution: usualResolution, tone: isPale ? .even : .plain) }
    /// What pages that read badly are tried as.
    static let others = [PageLook(resolution: 250, tone: .even), PageLook(resolution: usualResolution, tone: .calm)]

    /// The page's print in grey.
    func text(of page: PageImage) throws(ReadingFailure) -> Raster {
        let separate = try InkSeparation.text(of: page.raster, resolution: page.resolution)
        let text = try Streaks.removed(from: separate, resolution: page.resolution)
        switch tone {
        case .plain: return text
        case .even: return try GreySeals.removed(from: InkPlane.dark(of: text).blackOnWhite(), resolution: page.resolution)
        case .calm: return try text.made("median") { unsafe pixMedianFilter($0, Self.median, Self.median) }
        }
    }
}
