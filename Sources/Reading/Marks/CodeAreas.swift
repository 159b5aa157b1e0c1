import CLeptonica
import Records

/// Where on a page bar codes may stand: a good part of their area is black, and it is higher than a line of text. A close look there alone
/// takes a tenth of the time.
enum CodeAreas {
    /// Millimetres of a cell at most. Its share of black is what counts.
    private static let largestCell = 1.5
    /// Cells that one code fills, and what of each is black, of what is between paper and print: half, or less where the code is pale.
    /// Lines of text are an eighth black, and where they are that, lower.
    private typealias Block = (wide: Int, high: Int, black: Double)
    /// Codes of 6 mm and more, standing bars of 4 mm, and lying ones, which are as high as two lines of text.
    private static let blocks: [Block] = [(4, 4, 0.1), (3, 8, 0.1), (8, 3, 0.2)]
    /// Modules as large as a cell leave some white. Cells so many times as large see them as one again.
    private static let coarser = 4
    private static let coarseBlocks: [Block] = [(3, 3, 0.15), (2, 2, 0.25)]
    /// Coarse cells along a page; with fewer there is nothing to leave out.
    private static let leastCells = 3
    /// Millimetres around a block: the code goes on beyond the cells that it fills, and needs white around it.
    private static let margin = 12.0
    /// Of a lying area's width, what the code may go on beyond each of its ends: where its bars are thin, cells are too pale.
    private static let lyingShare = 0.5
    /// Share of the page beyond which it is looked at as a whole.
    private static let mostOfPage = 0.5
    /// Of 255: with less between paper and print, shares of black tell nothing.
    private static let leastContrast = 24

    /// - Returns: Pixels of the page that no two areas share.
    static func areas(on grey: Raster, resolution: Double) throws(ReadingFailure) -> [PixelBox] {
        let page = PixelBox(x: 0, y: 0, width: grey.width, height: grey.height)
        var fold = 1
        while Double(fold * 2) / resolution * 25.4 <= largestCell { fold *= 2 }
        guard min(page.width, page.height) >= leastCells * fold * coarser else { return [page] }
        let sample = try grey.made("sampling") { unsafe pixScaleBySampling($0, 1 / Float(min(8, fold)), 1 / Float(min(8, fold))) }
        let (paper, print) = (sample.level(share: 0.7), sample.level(share: 0.002))
        guard paper - print >= leastContrast else { return [page] }
        func shade(_ black: Double) -> Int { paper - Int(black * Double(paper - print)) }
        let fine = try reduced(grey, by: fold)
        let coarse = try reduced(fine, by: coarser)
        let found =
            try places(of: blocks, on: fine, shade: shade, cell: fold)
            + places(of: coarseBlocks, on: coarse, shade: shade, cell: fold * coarser)
        let margin = Int(margin / 25.4 * resolution)
        let near = joined(found.map { $0.grown(by: margin) })
        let areas = joined(near.map { $0.lengthened(by: lyingShare).cut(to: page) })
        let size = areas.reduce(0) { $0 + $1.width * $1.height }
        return Double(size) > mostOfPage * Double(page.width * page.height) ? [page] : areas
    }

    /// The mean shade of each cell.
    private static func reduced(_ grey: Raster, by fold: Int) throws(ReadingFailure) -> Raster {
        var (small, left) = (grey, fold)
        // What is no power of two, or beyond 16, Leptonica scales by a way that is much slower.
        while left > 1 {
            let step = min(16, left)
            small = try small.made("scaling") { unsafe pixScaleAreaMap($0, 1 / Float(step), 1 / Float(step)) }
            left /= step
        }
        return small
    }

    /// Where cells that are dark enough fill one of the blocks, in pixels of the page.
    private static func places(
        of blocks: [Block], on cells: Raster, shade: (_ black: Double) -> Int, cell: Int
    ) throws(ReadingFailure) -> [PixelBox] {
        var places: [PixelBox] = []
        for block in blocks {
            let dark = try cells.made("dark cells") { unsafe pixThresholdToBinary($0, Int32(shade(block.black))) }
            let filled = try dark.made("blocks") { unsafe pixOpenBrick(nil, $0, Int32(block.wide), Int32(block.high)) }
            places += filled.componentBoxes().map { box in
                PixelBox(x: box.x * cell, y: box.y * cell, width: box.width * cell, height: box.height * cell)
            }
        }
        return places
    }

    /// Places that share pixels become the one that holds both.
    private static func joined(_ places: [PixelBox]) -> [PixelBox] {
        var areas: [PixelBox] = []
        for place in places {
            var area = place
            while let index = areas.firstIndex(where: { $0.overlaps(area) }) { area = area.union(areas.remove(at: index)) }
            areas.append(area)
        }
        return areas
    }
}

extension PixelBox {
    /// Longer by a share at both ends, along its longer side.
    fileprivate func lengthened(by share: Double) -> PixelBox {
        let (across, down) = width >= 2 * height ? (Int(share * Double(width)), 0) : height >= 2 * width ? (0, Int(share * Double(height))) : (0, 0)
        return PixelBox(x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down)
    }
}
