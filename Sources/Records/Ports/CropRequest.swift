/// Which pieces of a page's picture are wanted, to be shown to people.
package struct CropRequest: Sendable, Equatable, Codable {
    package var path: String
    package var mediaType: MediaType
    /// From 1.
    package var page: Int
    /// Degrees by which the page as displayed is turned clockwise to be upright, as its reading says.
    package var rotation: Int
    /// On the upright page.
    package var boxes: [Box]
    /// Pixels that a piece may be wide; larger ones are made smaller.
    package var widest: Int
    package var form = Form.jpeg

    package enum Form: String, Sendable, Codable {
        case jpeg, png
        /// What terminals draw.
        case sixel
    }

    package init(path: String, mediaType: MediaType, page: Int, rotation: Int, boxes: [Box], widest: Int) {
        self.path = path
        self.mediaType = mediaType
        self.page = page
        self.rotation = rotation
        self.boxes = boxes
        self.widest = widest
    }
}
