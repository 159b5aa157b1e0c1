import Foundation

/// PDFs written by hand: as many pages as asked for, of any size, with a line of plain letters on each.
struct HandmadePDF {
    /// One line a page.
    var lines: [String]
    /// Side of the square pages in points (1/72 inch).
    var side = 400
    /// Size of the letters in points.
    var letters = 24
    /// Makes the file another without changing what is on it.
    var note = ""

    var data: Data {
        var pdf = Data("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        func add(_ object: String) {
            offsets.append(pdf.count)
            pdf += Data("\(offsets.count) 0 obj\n\(object)\nendobj\n".utf8)
        }
        add("<< /Type /Catalog /Pages 2 0 R >>")
        add("<< /Type /Pages /Count \(lines.count) /Kids [\(lines.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))] >>")
        add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        for (index, line) in lines.enumerated() {
            let drawing = "BT /F1 \(letters) Tf \(letters) \(side / 2) Td (\(line)) Tj ET"
            add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(side) \(side)] /Contents \(5 + 2 * index) 0 R "
                    + "/Resources << /Font << /F1 3 0 R >> >> >>")
            add("<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream")
        }
        let table = pdf.count
        pdf += Data("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets { pdf += Data("\(String(repeating: "0", count: 10 - String(offset).count))\(offset) 00000 n \n".utf8) }
        pdf += Data("trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n".utf8)
        return note.isEmpty ? pdf : pdf + Data("%\(note)\n".utf8)
    }
}
