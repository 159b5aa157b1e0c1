package import Foundation

/// The table that goes up, as CSV with BOM, which spreadsheets take for UTF-8.
package enum CSVReport {
    package static func bytes(of report: Report) -> Data {
        var rows = [[ReportWords.title(report)], [ReportWords.state(report)], [], ReportWords.headings]
        rows += report.figures.map { ReportWords.cells($0).map(\.plain) }
        if !report.changes.isEmpty { rows += [[], ReportChanges.headings] + report.changes.map { ReportChanges.cells($0).map(\.plain) } }
        rows += [[], [ReportWords.estimate]]
        return Data(("\u{FEFF}" + rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()).utf8)
    }

    /// A cell that a spreadsheet would take for a formula begins with a quote mark, as the spreadsheets themselves write it.
    private static func quoted(_ cell: String) -> String {
        let safe = cell.first.map { "=+-@\t".contains($0) } == true ? "'" + cell : cell
        guard safe.contains(where: { "\",\n\r".contains($0) }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}

/// How an amendment is shown.
enum ReportChanges {
    static let headings = ["Chỉ số", "Đơn vị", "Đã báo cáo", "Tỷ lệ đã báo cáo", "Nay là", "Tỷ lệ nay là"]

    static func cells(_ change: Report.Change) -> [ReportCell] {
        func part(_ numbers: Report.Numbers?) -> [ReportCell] {
            [.text(numbers.map { "\($0.numerator)/\($0.denominator)" } ?? "–"), numbers.map { .share($0.value) } ?? .text("–")]
        }
        return [.text(ReportWords.name(change.code)), .text(ReportWords.unit(change.unit))] + part(change.before) + part(change.after)
    }
}
