import CQPDF
import Records

extension PDFStructure {
    /// Pictures of one page that are taken over one by one, forms within forms, and bytes of contents that are followed.
    private static var maximumImages: Int { 200 }
    private static var maximumDepth: Int { 4 }
    private static var maximumContents: Int { 8 << 20 }

    /// A page (from 1) that shows nothing but pictures, and perhaps a little over them; nil for any other. Its handles live until
    /// `qpdf_oh_release_all`.
    func scannedPage(_ number: Int) throws(ReadingFailure) -> ScannedPage? {
        guard number >= 1, try number <= countPages() else { throw ReadingFailure(.unreadable, "PDF without page \(number)") }
        let page = unsafe qpdf_get_page_n(data, number - 1)
        guard unsafe qpdf_oh_is_dictionary(data, page) != 0 else { throw ReadingFailure(.unreadable, "PDF without page \(number)") }
        guard let box = visibleBox(of: page), let contents = contents(of: page), let rotation = rotation(of: page) else { return nil }
        let matrix = Matrix.moved(x: -box.left, y: -box.bottom)
        var scan = ScannedPage(width: box.right - box.left, height: box.top - box.bottom, rotation: rotation)
        guard collect(contents, value(page, "/Resources"), matrix, into: &scan, depth: 0), !scan.pictures.isEmpty else { return nil }
        scan.overlays = annotations(of: page).map { Matrix(a: $0[2] - $0[0], d: $0[3] - $0[1], e: $0[0], f: $0[1]).then(matrix) }
        return scan.showsText && !scan.isCovered ? nil : scan
    }

    /// Adds the pictures that these contents draw; false when they draw anything else.
    private func collect(_ contents: [UInt8], _ resources: qpdf_oh, _ matrix: Matrix, into page: inout ScannedPage, depth: Int) -> Bool {
        var scan = ScanContents(matrix: matrix, page: (0, 0, page.width, page.height))
        guard let drawings = scan.drawings(in: contents, isOpaque: { isOpaque(value(value(resources, "/ExtGState"), $0)) }) else { return false }
        guard !scan.showsText || depth == 0 else { return false }
        page.showsText = scan.showsText
        for drawing in drawings {
            let object = value(value(resources, "/XObject"), drawing.name)
            guard isStream(object), page.pictures.count < Self.maximumImages else { return false }
            let dictionary = unsafe qpdf_oh_get_dict(data, object)
            guard !has(dictionary, "/OC") else { return false }
            if name(value(dictionary, "/Subtype")) == "/Image" {
                guard !truth(value(dictionary, "/ImageMask")) || drawing.colour != nil else { return false }
                page.pictures.append(ScannedPage.Picture(object: object, matrix: drawing.matrix, colour: drawing.colour))
            } else {
                guard depth < Self.maximumDepth, let inner = bytes(of: object, undoing: qpdf_dl_specialized) else { return false }
                let place = decimals(value(dictionary, "/Matrix"))
                let form = place.count == 6 ? Matrix(place) : Matrix()
                let own = value(dictionary, "/Resources")
                let inherited = isDictionary(own) ? own : resources
                guard collect(inner, inherited, form.then(drawing.matrix), into: &page, depth: depth + 1) else { return false }
            }
        }
        return true
    }

    /// The box that is displayed: the part of the medium inside `/CropBox`.
    private func visibleBox(of page: qpdf_oh) -> (left: Double, bottom: Double, right: Double, top: Double)? {
        func box(_ key: String) -> (left: Double, bottom: Double, right: Double, top: Double)? {
            let sides = decimals(value(page, key))
            guard sides.count == 4 else { return nil }
            return (min(sides[0], sides[2]), min(sides[1], sides[3]), max(sides[0], sides[2]), max(sides[1], sides[3]))
        }
        guard let medium = box("/MediaBox"), !has(page, "/UserUnit") else { return nil }
        let crop = box("/CropBox") ?? medium
        let visible = (
            left: max(medium.left, crop.left), bottom: max(medium.bottom, crop.bottom), right: min(medium.right, crop.right),
            top: min(medium.top, crop.top)
        )
        return visible.right - visible.left >= 1 && visible.top - visible.bottom >= 1 ? visible : nil
    }

    private func rotation(of page: qpdf_oh) -> Int? {
        var rotation: Int32 = 0
        _ = unsafe qpdf_oh_get_value_as_int(data, value(page, "/Rotate"), &rotation)
        return rotation % 90 == 0 ? Int((rotation % 360 + 360) % 360) : nil
    }

    private func contents(of page: qpdf_oh) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        let status = unsafe qpdf_oh_get_page_content_data(data, page, &buffer, &count)
        guard status & QPDF_ERRORS == 0, let buffer = unsafe buffer else { return nil }
        defer { unsafe buffer.deallocate() }
        return count <= Self.maximumContents ? unsafe Array(UnsafeBufferPointer(start: buffer, count: count)) : nil
    }

    /// The boxes of annotations that draw something: that have an appearance and are neither hidden nor without extent.
    private func annotations(of page: qpdf_oh) -> [[Double]] {
        let hidden: Int32 = 1 << 1 | 1 << 5
        return items(value(page, "/Annots")).compactMap { annotation in
            var flags: Int32 = 0
            _ = unsafe qpdf_oh_get_value_as_int(data, value(annotation, "/F"), &flags)
            let box = decimals(value(annotation, "/Rect"))
            guard flags & hidden == 0, box.count == 4, box[0] != box[2], box[1] != box[3] else { return nil }
            let isSeen = has(annotation, "/AP") || !["/Widget", "/Link", "/Popup"].contains(name(value(annotation, "/Subtype")))
            return isSeen ? box : nil
        }
    }

    /// Whether a graphics state lets nothing shine through.
    private func isOpaque(_ state: qpdf_oh) -> Bool {
        guard isDictionary(state) else { return false }
        var alpha = 1.0
        _ = unsafe qpdf_oh_get_value_as_number(data, value(state, "/ca"), &alpha)
        let mask = name(value(state, "/SMask"))
        let mode = name(value(state, "/BM"))
        return alpha == 1 && (!has(state, "/SMask") || mask == "/None") && (!has(state, "/BM") || mode == "/Normal" || mode == "/Compatible")
    }
}
