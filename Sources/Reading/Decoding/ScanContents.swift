/// Follows what a page draws as long as that is what scanners write: pictures, and text that is not shown, or shown over them.
struct ScanContents {
    /// A picture or a form that the page draws.
    struct Drawing {
        var name: String
        var matrix: Matrix
        /// What sets the fill colour, for a stencil; nil when it is not a plain one.
        var colour: String?
    }

    private struct State {
        var matrix: Matrix
        var colour: String? = "0 g"
        /// How text is drawn; 3 is not at all.
        var textMode = 0
    }

    /// Saved states within each other.
    private static let deepest = 64
    private static let unseenText = 3

    private let page: (left: Double, bottom: Double, right: Double, top: Double)
    private var state: State
    private var saved: [State] = []
    /// Rectangles of the path that is being made; nil once it has other parts.
    private var path: [Matrix]? = []
    private var isClipping = false
    private var clips: [Matrix] = []
    private var hidesText = false
    /// Whether text lies over the pictures.
    private(set) var showsText = false

    /// `page` is the part that is displayed, in the coordinates that `matrix` leads to.
    init(matrix: Matrix, page: (left: Double, bottom: Double, right: Double, top: Double)) {
        state = State(matrix: matrix)
        self.page = page
    }

    /// The drawings in their order; nil when the page shows anything else. `isOpaque` tells of a graphics state by its name.
    mutating func drawings(in bytes: [UInt8], isOpaque: (String) -> Bool) -> [Drawing]? {
        var contents = PDFContents(bytes)
        var drawings: [Drawing] = []
        while let (name, operands) = contents.next() {
            if name == "Do" {
                guard let object = operands.last?.name, isUnclipped, !showsText else { return nil }
                drawings.append(Drawing(name: object, matrix: state.matrix, colour: state.colour))
            } else if name == "gs" {
                guard let state = operands.last?.name, isOpaque(state) else { return nil }
            } else if ["f", "F", "f*"].contains(name) {
                // White below the picture is the paper.
                guard drawings.isEmpty, state.colour == "1 g" || state.colour == "1 1 1 rg" else { return nil }
                path = []
            } else if ["Tj", "TJ", "'", "\""].contains(name) {
                if state.textMode == Self.unseenText { hidesText = true } else { showsText = true }
                guard !showsText || !drawings.isEmpty else { return nil }
            } else {
                guard follow(name, operands) else { return nil }
            }
        }
        // Which of two kinds of text is seen is not for us to tell apart.
        return showsText && hidesText ? nil : drawings
    }

    /// Whether an operator leaves the page a scan.
    private mutating func follow(_ name: String, _ operands: [PDFContents.Operand]) -> Bool {
        let numbers = operands.compactMap(\.number)
        switch name {
        case "q":
            saved.append(state)
            return saved.count <= Self.deepest
        case "Q": state = saved.popLast() ?? state
        case "cm":
            guard numbers.count == 6 else { return false }
            state.matrix = Matrix(numbers).then(state.matrix)
        case "g", "rg": state.colour = (numbers.map { PDFSyntax.number($0) } + [name]).joined(separator: " ")
        case "k", "cs", "sc", "scn": state.colour = nil
        case "Tr": state.textMode = Int(numbers.first ?? 0)
        default: return followPath(name, numbers) || Self.harmless.contains(name)
        }
        return true
    }

    private mutating func followPath(_ name: String, _ numbers: [Double]) -> Bool {
        switch name {
        case "re":
            guard numbers.count == 4 else { return false }
            path?.append(Matrix(a: numbers[2], d: numbers[3], e: numbers[0], f: numbers[1]).then(state.matrix))
        case "m", "l", "c", "v", "y", "h": path = nil
        case "W", "W*": isClipping = true
        case "n":
            if isClipping {
                guard let path, path.count == 1 else { return false }
                clips += path
            }
            isClipping = false
            path = []
        default: return false
        }
        return true
    }

    /// Whether what is clipped is only what the page does not show, or what the picture does not reach. A clip is taken to last.
    private var isUnclipped: Bool {
        let image = state.matrix.bounds
        let tolerance = 0.01 * max(page.right - page.left, page.top - page.bottom)
        return clips.allSatisfy { clip in
            let clip = clip.bounds
            return clip.left <= max(page.left, image.left) + tolerance && clip.bottom <= max(page.bottom, image.bottom) + tolerance
                && clip.right >= min(page.right, image.right) - tolerance && clip.top >= min(page.top, image.top) - tolerance
        }
    }

    /// Text state, line state, strokes' colours, and marks: they show nothing.
    private static let harmless: Set<String> = [
        "BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "Tc", "Tw", "Tz", "TL", "Ts", "w", "J", "j", "M", "d", "ri", "i", "G", "RG", "K", "CS", "SC", "SCN",
        "BMC", "BDC", "EMC", "MP", "DP", "BX", "EX",
    ]
}
