package import Foundation

/// The table that goes up, as CSV with BOM, which spreadsheets take for UTF-8.
package enum CSVReport {
    package static func bytes(of report: Report) -> Data {
        var rows = [[ReportWords.title(report)], [ReportWords.state(report)], [], ReportWords.headings]
        rows += report.figures.map { ReportWords.cells($0).map(\.plain) }
        if !report.changes.isEmpty { rows += [[], ReportChanges.headings] + report.changes.map { ReportChanges.cells($0).map(\.plain) } }
        if !report.moves.isEmpty { rows += [[], ReportChanges.moveHeadings] + report.moves.map { ReportChanges.cells($0).map(\.plain) } }
        rows += [[], [ReportWords.estimate], [ReportWords.days(report)]]
        return Data(("\u{FEFF}" + rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()).utf8)
    }

    /// A cell that a spreadsheet would take for a formula begins with a quote mark, as the spreadsheets themselves write it.
    private static func quoted(_ cell: String) -> String {
        let safe = cell.first.map { "=+-@\t".contains($0) } == true ? "'" + cell : cell
        guard safe.contains(where: { "\",\n\r".contains($0) }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
