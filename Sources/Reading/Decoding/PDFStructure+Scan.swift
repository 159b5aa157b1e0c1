import CQPDF
import Records

extension PDFStructure {
    /// The degrees by which a page is displayed turned, if the page does nothing but draw one image upright over all of itself.
    func rotationOfPlainPage(_ page: Int) -> Int? {
        let object = unsafe qpdf_get_page_n(data, page - 1)
        guard unsafe qpdf_oh_has_key(data, object, "/Annots") == 0, let matrix = soleImageMatrix(of: object) else { return nil }
        let box = numbers(unsafe qpdf_oh_get_key(data, object, unsafe qpdf_oh_has_key(data, object, "/CropBox") != 0 ? "/CropBox" : "/MediaBox"))
        guard box.count == 4, box[2] > box[0], box[3] > box[1] else { return nil }
        let wanted = [box[2] - box[0], 0, 0, box[3] - box[1], box[0], box[1]]
        let tolerance = 0.01 * max(wanted[0], wanted[3])
        guard zip(matrix, wanted).allSatisfy({ abs($0 - $1) <= tolerance }) else { return nil }
        var rotation: Int32 = 0
        _ = unsafe qpdf_oh_get_value_as_int(data, qpdf_oh_get_key(data, object, "/Rotate"), &rotation)
        return rotation % 90 == 0 ? Int((rotation % 360 + 360) % 360) : nil
    }

    /// The matrix of a page whose contents are `q? a b c d e f cm /Name Do Q?`.
    private func soleImageMatrix(of page: qpdf_oh) -> [Double]? {
        let contents = unsafe qpdf_oh_get_key(data, page, "/Contents")
        guard unsafe qpdf_oh_is_stream(data, contents) != 0, let bytes = bytes(of: contents, undoing: qpdf_dl_specialized), bytes.count < 400
        else { return nil }
        var words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        if words.first == "q" { words.removeFirst() }
        if words.last == "Q" { words.removeLast() }
        guard words.count == 9, words[6] == "cm", words[7].hasPrefix("/"), words[8] == "Do" else { return nil }
        let matrix = words.prefix(6).compactMap { Double($0) }
        return matrix.count == 6 ? matrix : nil
    }

    private func numbers(_ array: qpdf_oh) -> [Double] {
        guard unsafe qpdf_oh_is_array(data, array) != 0 else { return [] }
        return (0..<(unsafe qpdf_oh_get_array_n_items(data, array))).map { index in
            var value = 0.0
            _ = unsafe qpdf_oh_get_value_as_number(data, qpdf_oh_get_array_item(data, array, index), &value)
            return value
        }
    }
}
