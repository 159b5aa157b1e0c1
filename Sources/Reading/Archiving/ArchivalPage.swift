/// A page of the copy: its size, how it is turned for display, and the pictures on it.
struct ArchivalPage {
    /// Points, as the page stands in the file, its lower left corner at 0, 0.
    var width: Double
    var height: Double
    /// Degrees clockwise by which the page is displayed turned: 0, 90, 180 or 270.
    var rotation: Int
    var images: [PlacedImage]
    /// Where something lies over the pictures that is yet to be made a picture: a signature's appearance. From the unit square to the page.
    var overlays: [Matrix] = []
    /// Whether text lies over the pictures that is yet to be made a picture: a stamp of receipt, a signature's particulars.
    var showsText = false
}

extension ArchivalPage {
    /// The page of a scan, these being its pictures.
    init(_ page: ScannedPage, images: [PlacedImage]) {
        self.init(
            width: page.width, height: page.height, rotation: page.rotation, images: images, overlays: page.overlays, showsText: page.showsText)
    }
}

/// A picture on a page.
struct PlacedImage {
    var image: ImageStream
    /// From the unit square to the page.
    var matrix: Matrix
    /// What sets the colour of a stencil: `0 g`.
    var colour: String?
}

/// A picture as it stands in the file: coded bytes, and what decodes them.
struct ImageStream {
    var width: Int
    var height: Int
    var bitsPerComponent = 8
    var colourSpace: ColourSpace
    /// `/DCTDecode`.
    var filter: String
    /// `<</K -1>>`.
    var parameters: String?
    /// `[1 0]`.
    var decode: String?
    /// What JBIG2 pages of one file share.
    var globals: [UInt8]?
    var bytes: [UInt8]

    /// What the numbers of a pixel mean.
    enum ColourSpace: Equatable, Sendable {
        /// Device or calibrated: `/DeviceRGB`.
        case plain(String)
        /// An ICC profile.
        case profile([UInt8], components: Int)
        /// A palette of as many bytes a colour as `base` has components.
        indirect case indexed(base: ColourSpace, highest: Int, colours: [UInt8])
        /// 1 bit that lets a colour through or not.
        case stencil

        static let grey = plain("/DeviceGray")
        static let colour = plain("/DeviceRGB")

        /// Whether the device's RGB is meant.
        var isColoured: Bool {
            switch self {
            case .plain: self == .colour
            case .indexed(let base, _, _): base.isColoured
            case .profile, .stencil: false
            }
        }
    }
}
