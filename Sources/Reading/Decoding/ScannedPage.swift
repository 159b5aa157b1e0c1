import CQPDF

/// A page of a PDF that shows nothing but pictures, as scanners write them, and perhaps a little over them.
struct ScannedPage {
    /// A picture and where it lies.
    struct Picture {
        /// The image, as the page's structure knows it.
        var object: qpdf_oh
        /// From the unit square to the page.
        var matrix: Matrix
        /// What sets the colour, should the image be a stencil: `0 g`.
        var colour: String?
    }

    /// Points, as the page stands in the file, its lower left corner at 0, 0.
    var width: Double
    var height: Double
    /// Degrees clockwise by which the page is displayed turned: 0, 90, 180 or 270.
    var rotation: Int
    /// In the order in which they are drawn.
    var pictures: [Picture] = []
    /// Where something lies over the pictures: a signature's appearance. From the unit square to the page.
    var overlays: [Matrix] = []
    /// Whether text lies over the pictures: a stamp of receipt, a signature's particulars.
    var showsText = false

    /// From this share of a page on, pictures are the page.
    private static let scanShare = 0.85

    /// Whether the pictures are the page, and what lies over them is little.
    var isCovered: Bool {
        let areas = pictures.map { picture in
            let bounds = picture.matrix.bounds
            return (bounds.right - bounds.left) * (bounds.top - bounds.bottom)
        }
        return areas.reduce(0, +) >= Self.scanShare * width * height
    }
}
