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
    static let usual = PageLook(resolution: usualResolution, tone: .plain)
    /// What pale pages are read as.
    static let pale = PageLook(resolution: 250, tone: .even)
    /// What pages that read badly are tried as.
    static let others = [pale, PageLook(resolution: usualResolution, tone: .calm)]

    /// The page's print in grey, and the seals on it that are as black as the print.
    func text(of page: PageImage) throws(ReadingFailure) -> (text: Raster, blackSeals: [SealRing]) {
        let (separate, seals) = try InkSeparation.text(of: page.raster, resolution: page.resolution)
        let text = try Streaks.removed(from: separate, resolution: page.resolution)
        switch tone {
        case .plain: return (try text.withWhitePaper(), seals)
        case .even: return try GreySeals.removed(from: InkPlane.dark(of: text).blackOnWhite(), resolution: page.resolution)
        case .calm: return (try text.made("median") { unsafe pixMedianFilter($0, Self.median, Self.median) }, seals)
        }
    }
}

extension Raster {
    /// Shades below the usual paper that are still paper, of 255.
    private static let paperGrain = 16

    /// With the paper's grain white: it takes time in every step of the engine, and says nothing.
    fileprivate func withWhitePaper() throws(ReadingFailure) -> Raster {
        let white = level(share: 0.7) - Self.paperGrain
        return white < 128 ? self : try made("white paper") { unsafe pixGammaTRC(nil, $0, 1, 0, Int32(white)) }
    }
}
