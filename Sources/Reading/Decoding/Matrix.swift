/// A change of coordinates as PDF writes it: x' = ax + cy + e, y' = bx + dy + f.
struct Matrix: Equatable {
    var a: Double
    var b: Double
    var c: Double
    var d: Double
    var e: Double
    var f: Double

    init(a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0) {
        (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
    }

    /// Six numbers as a PDF has them.
    init(_ values: [Double]) { self.init(a: values[0], b: values[1], c: values[2], d: values[3], e: values[4], f: values[5]) }

    var values: [Double] { [a, b, c, d, e, f] }

    /// This change first, then `next`.
    func then(_ next: Matrix) -> Matrix {
        Matrix(
            a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c, d: c * next.b + d * next.d,
            e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
    }

    /// Nil where it flattens the plane.
    var inverse: Matrix? {
        let determinant = a * d - b * c
        guard abs(determinant) > 1e-12 else { return nil }
        return Matrix(
            a: d / determinant, b: -b / determinant, c: -c / determinant, d: a / determinant, e: (c * f - d * e) / determinant,
            f: (b * e - a * f) / determinant)
    }

    func applied(x: Double, y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

    /// The box around the unit square once it is changed: where an image lies.
    var bounds: (left: Double, bottom: Double, right: Double, top: Double) {
        let corners = [applied(x: 0, y: 0), applied(x: 1, y: 0), applied(x: 0, y: 1), applied(x: 1, y: 1)]
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        return (xs.min() ?? 0, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0)
    }

    static func moved(x: Double, y: Double) -> Matrix { Matrix(e: x, f: y) }
    static func scaled(x: Double, y: Double) -> Matrix { Matrix(a: x, d: y) }

    /// From a page as displayed, turned clockwise by `/Rotate`, to the page as it stands in the file, so wide and high there.
    static func undoingRotation(_ degrees: Int, width: Double, height: Double) -> Matrix {
        switch degrees {
        case 90: Matrix(a: 0, b: 1, c: -1, d: 0, e: width, f: 0)
        case 180: Matrix(a: -1, b: 0, c: 0, d: -1, e: width, f: height)
        case 270: Matrix(a: 0, b: -1, c: 1, d: 0, e: 0, f: height)
        default: Matrix()
        }
    }
}
