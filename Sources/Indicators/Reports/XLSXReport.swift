import Foundation
import Records

/// The report as a workbook: the table that goes up, a sheet of cases or items for each indicator, warnings, definitions and sources.
package enum XLSXReport {
    /// Writes the workbook to `path`. The same report gives the same workbook: its time is the report's, not the clock's.
    package static func write(_ report: Report, to path: String) throws(ReportFailure) {
        let book = try Workbook(path, title: ReportWords.title(report), created: report.issuedAt)
        let style = Style(book)
        summary(report, book, style)
        for code in Indicator.Code.allCases { records(report, code, book, style) }
        if !report.moves.isEmpty { moves(report, book, style) }
        warnings(report, book, style)
        definitions(report, book, style)
        try book.close()
    }

    private static func summary(_ report: Report, _ book: Workbook, _ style: Style) {
        let sheet = book.sheet("Tổng hợp", widths: [30, 20, 8, 8, 11, 11, 12, 14, 17, 10, 12, 34, 24], style)
        if let authority = report.authority { sheet.line(authority, 0, .bold) }
        sheet.line(ReportWords.title(report), 1, .title)
        sheet.line(ReportWords.state(report) + " " + ReportWords.estimate, 2, .note)
        var row = sheet.table(ReportWords.headings, report.figures.map(ReportWords.cells), at: 4)
        if !report.changes.isEmpty {
            sheet.line(ReportChanges.title, row + 1, .bold)
            row = sheet.table(ReportChanges.headings, report.changes.map(ReportChanges.cells), at: row + 2)
        }
        let extents = report.figures.first { $0.unit == IndicatorCalculator.wholeInstallation }?.extents
        if let extents {
            sheet.line("Tài liệu lưu trữ theo hồ sơ, văn bản và trang", row + 1, .bold)
            let cells: [[ReportCell]] = [("Hồ sơ", extents.item), ("Văn bản", extents.document), ("Trang", extents.page)].map { name, extent in
                ReportWords.cells(of: extent, name)
            }
            row = sheet.table(ReportWords.extentHeadings, cells, at: row + 2)
        }
        sheet.page(landscape: true, freezeBelow: nil)
    }

    private static func records(_ report: Report, _ code: Indicator.Code, _ book: Workbook, _ style: Style) {
        let sheet = book.sheet(ReportWords.sheet(code.rawValue), widths: [30, 30, 14, 40, 14], style)
        let lines = report.evidence[code.rawValue] ?? []
        let cells: [[ReportCell]] = lines.map { line in
            [
                .text(line.subject), .text(ReportWords.unit(line.unit)), .text(ReportWords.standing(line)), .text(ReportWords.why(line.why)),
                .text(line.reported.map { $0 ? "có" : "không" } ?? ""),
            ]
        }
        _ = sheet.table(["Mã hồ sơ", "Đơn vị", "Được tính", "Lý do", "Một cửa báo"], cells, at: 0)
        sheet.page(landscape: false, freezeBelow: 1)
    }

    private static func moves(_ report: Report, _ book: Workbook, _ style: Style) {
        let sheet = book.sheet("Điều chỉnh", widths: [30, 30, 30, 20, 44, 44], style)
        _ = sheet.table(ReportChanges.moveHeadings, report.moves.map(ReportChanges.cells), at: 0)
        sheet.page(landscape: true, freezeBelow: 1)
    }

    private static func warnings(_ report: Report, _ book: Workbook, _ style: Style) {
        let sheet = book.sheet("Cảnh báo", widths: [70, 90], style)
        let cells: [[ReportCell]] = report.warnings.map { warning in
            [.text(ReportWords.warning(warning)), .text(warning.subjects.prefix(200).joined(separator: ", "))]
        }
        _ = sheet.table(["Cảnh báo", "Hồ sơ, bản ghi liên quan"], cells, at: 0)
        sheet.page(landscape: true, freezeBelow: 1)
    }

    private static func definitions(_ report: Report, _ book: Workbook, _ style: Style) {
        let sheet = book.sheet("Định nghĩa", widths: [34, 110], style)
        var cells: [[ReportCell]] = Indicator.Code.allCases.map { [.text(ReportWords.name($0.rawValue)), .text($0.definition)] }
        cells += [
            [.text("4.3, nghĩa chặt"), .text(Indicator.Code.strictReuse)], [.text("4.3, nghĩa rộng"), .text(Indicator.Code.proxyReuse)],
            [
                .text("Tình trạng"),
                .text(
                    "Đạt: tỷ lệ bằng hoặc trên chỉ tiêu. Đúng tiến độ: tỷ lệ không thấp hơn phần chỉ tiêu ứng với thời gian đã qua, tính theo đường thẳng từ ngày đầu kỳ đến hạn. Chậm: thấp hơn. Chưa biết: không có mẫu số, hoặc không có mốc thời gian."
                ),
            ], [.text("Nguồn"), .text(ReportWords.notLaw)],
            [.text("Thời điểm"), .text(ReportWords.days(report))], [.text("Lập lúc"), .text(ReportWords.moment(report.issuedAt))],
        ]
        _ = sheet.table(["Nội dung", "Cách tính, nguồn"], cells, at: 0)
        sheet.page(landscape: true, freezeBelow: 1)
    }
}

/// Why a report could not be written.
package struct ReportFailure: Error, Sendable, Equatable {
    /// What the library says, in English.
    package var cause: String
}
