package import Foundation
import Records

/// The report as one printable page with small charts; it loads nothing.
package enum HTMLReport {
    package static func bytes(of report: Report) -> Data {
        let whole = report.figures.filter { $0.unit == IndicatorCalculator.wholeInstallation }
        let body = """
            <header>\(report.authority.map { "<p class=\"authority\">\(escaped($0))</p>" } ?? "")
            <h1>\(escaped(ReportWords.title(report)))</h1>
            <p class="note">\(escaped(ReportWords.state(report))) \(escaped(ReportWords.estimate))</p></header>
            <section class="cards">\(whole.map { card($0, report.trends[$0.code] ?? []) }.joined())</section>
            <h2>Số liệu</h2>\(table(ReportWords.headings, report.figures.map(ReportWords.cells)))
            \(report.changes.isEmpty ? "" : "<h2>\(ReportChanges.title)</h2>" + table(ReportChanges.headings, report.changes.map(ReportChanges.cells)))
            \(report.moves.isEmpty ? "" : "<h2>\(ReportChanges.moveTitle)</h2>" + table(ReportChanges.moveHeadings, report.moves.map(ReportChanges.cells)))
            \(extents(whole.first?.extents))
            \(warnings(report.warnings))
            <h2>Định nghĩa</h2><dl>\(Indicator.Code.allCases.map { "<dt>\(escaped(ReportWords.name($0.rawValue)))</dt><dd>\(escaped($0.definition))</dd>" }.joined())
            <dt>4.3</dt><dd>\(escaped(Indicator.Code.strictReuse)) \(escaped(Indicator.Code.proxyReuse))</dd></dl>
            <p class="note">\(escaped(ReportWords.notLaw)) \(escaped(ReportWords.days(report)))</p>
            """
        return Data(
            """
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(ReportWords.title(report)))</title><style>\(style)</style></head>
            <body>\(body)</body></html>

            """.utf8)
    }

    private static func card(_ figure: Report.Figure, _ trend: [Report.Point]) -> String {
        """
        <article><h3>\(escaped(ReportWords.name(figure.code)))</h3><p class="value">\(escaped(ReportWords.percent(figure.value)))</p>
        \(bar(figure.value, target: figure.target))
        <p>\(figure.numerator)/\(figure.denominator) · \(escaped(goal(figure)))</p>
        \(line(trend, target: figure.target))</article>
        """
    }

    private static func goal(_ figure: Report.Figure) -> String {
        figure.target.map { "chỉ tiêu \(ReportWords.percent($0)) · \(ReportWords.status(figure))" } ?? ReportWords.noTarget
    }

    /// How far, and the target as a mark where one is set. An unknown figure has no bar.
    private static func bar(_ value: Double?, target: Double?) -> String {
        let mark = target.map { tenths($0 * 200) }.map { "<line x1=\"\($0)\" y1=\"0\" x2=\"\($0)\" y2=\"14\" \(Ink.goal)/>" } ?? ""
        let filled = value.map { "<rect x=\"0\" y=\"2\" width=\"\(tenths($0 * 200))\" height=\"10\" \(Ink.done)/>" } ?? ""
        return """
            <svg viewBox="0 0 200 14" role="img" aria-label="\(escaped(ReportWords.percent(value)))"><rect x="0" y="2" width="200" height="10" \(Ink.all)/>\(filled)\(mark)</svg>
            """
    }

    /// The last months; an unknown month breaks the line.
    private static func line(_ points: [Report.Point], target: Double?) -> String {
        guard points.contains(where: { $0.value != nil }), points.count > 1 else { return "" }
        let step = 200 / Double(points.count - 1)
        var pieces: [[String]] = [[]]
        var dots = ""
        for (index, point) in points.enumerated() {
            guard let value = point.value else {
                pieces.append([])
                continue
            }
            let (x, y) = (tenths(Double(index) * step), tenths(46 - value * 42))
            pieces[pieces.count - 1].append("\(x),\(y)")
            dots +=
                "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"1.6\" \(Ink.done)><title>\(point.month): \(escaped(ReportWords.percent(value)))</title></circle>"
        }
        let lines = pieces.filter { $0.count > 1 }.map { "<polyline points=\"\($0.joined(separator: " "))\" \(Ink.line)/>" }.joined()
        let goal = target.map { tenths(46 - $0 * 42) }.map { "<line x1=\"0\" y1=\"\($0)\" x2=\"200\" y2=\"\($0)\" \(Ink.goal)/>" } ?? ""
        return """
            <svg viewBox="-3 0 206 60" class="trend" role="img" aria-label="Diễn biến theo tháng">\(goal)\
            <line x1="0" y1="46" x2="200" y2="46" \(Ink.axis)/>\(lines)\(dots)<text x="0" y="58" \(Ink.letters)>\(points.first?.month ?? "")</text>\
            <text x="200" y="58" text-anchor="end" \(Ink.letters)>\(points.last?.month ?? "")</text></svg>
            """
    }

    private static func extents(_ extents: Indicator.Extents?) -> String {
        guard let extents, extents.item.of > 0 else { return "" }
        let rows: [[ReportCell]] = [("Hồ sơ", extents.item), ("Văn bản", extents.document), ("Trang", extents.page)].map { name, extent in
            ReportWords.cells(of: extent, name)
        }
        return "<h2>Tài liệu lưu trữ theo hồ sơ, văn bản và trang</h2>" + table(ReportWords.extentHeadings, rows)
    }

    private static func warnings(_ warnings: [Warning]) -> String {
        if warnings.isEmpty { return "" }
        let items = warnings.map { warning in
            let subjects = warning.subjects.prefix(20).joined(separator: ", ") + (warning.subjects.count > 20 ? ", …" : "")
            return "<li>\(escaped(ReportWords.warning(warning)))\(subjects.isEmpty ? "" : "<br><small>\(escaped(subjects))</small>")</li>"
        }
        return "<h2>Cảnh báo</h2><ul>\(items.joined())</ul>"
    }

    private static func table(_ headings: [String], _ rows: [[ReportCell]]) -> String {
        let head = headings.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
        let body = rows.map { cells in
            "<tr>"
                + cells.map { cell in
                    if case .text(let text) = cell { return "<td>\(escaped(text))</td>" }
                    return "<td class=\"number\">\(escaped(cell.plain))</td>"
                }.joined() + "</tr>"
        }
        return "<table><thead><tr>\(head)</tr></thead><tbody>\(body.joined())</tbody></table>"
    }

    private static func tenths(_ number: Double) -> String { String(format: "%.1f", number) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    private static let style = """
        @page{size:A4 landscape;margin:12mm}body{font:11pt/1.4 "Times New Roman","Liberation Serif",serif;color:#111;margin:1.5rem;max-width:72rem}\
        h1{font-size:17pt;margin:.2em 0}h2{font-size:13pt;margin:1.2em 0 .4em}h3{font-size:11pt;margin:0}.authority{font-weight:bold;margin:0}\
        .note{font-style:italic;margin:.2em 0}.cards{display:grid;grid-template-columns:repeat(4,1fr);gap:12px}\
        article{border:1px solid #999;padding:8px 10px;break-inside:avoid}article p{margin:.2em 0;font-size:10pt}article .value{font-size:20pt}\
        table{border-collapse:collapse;width:100%;font-size:9.5pt}th,td{border:1px solid #999;padding:3px 5px;text-align:left;vertical-align:top}\
        th{background:#dce6f1}.number{text-align:right;white-space:nowrap}thead{display:table-header-group}tr{break-inside:avoid}\
        svg{display:block;width:100%}dt{font-weight:bold}dd{margin:0 0 .5em}
        """
}

/// What the charts are drawn with: attributes, since not every program that prints a page knows style sheets inside of a picture.
private enum Ink {
    static let all = "fill=\"#e3e3e3\""
    static let done = "fill=\"#2f6db3\""
    static let goal = "stroke=\"#b3261e\" stroke-width=\"1.5\""
    static let axis = "stroke=\"#999\" stroke-width=\"0.6\""
    static let line = "fill=\"none\" stroke=\"#2f6db3\" stroke-width=\"1.6\""
    static let letters = "font-size=\"8\" fill=\"#444\""
}
