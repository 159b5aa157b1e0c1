import CLeptonica

extension PageImage {
    /// A fax has half as many dots down as across; beyond this the file is wrong.
    private static var unevenness: ClosedRange<Double> { 0.4...2.5 }

    /// Whether the resolution is what the file says.
    var isResolutionStated: Bool { raster.withPix { unsafe Double(pixGetXRes($0)) } == resolution }

    /// Dots per inch across and down of the picture as stored, so many pixels wide: this one may be a smaller copy.
    func resolution(ofWidth width: Int) -> (x: Double, y: Double) {
        let stated = raster.withPix { unsafe (x: Double(pixGetXRes($0)), y: Double(pixGetYRes($0))) }
        let across = resolution * Double(width) / Double(raster.width)
        guard isResolutionStated, Self.unevenness.contains(stated.y / stated.x) else { return (across, across) }
        return (across, across * stated.y / stated.x)
    }
}
