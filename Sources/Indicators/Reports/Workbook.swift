import CXLSXWriter
import Foundation

/// A workbook of libxlsxwriter. Everything that it hands out lives until `close`, which frees it.
@safe final class Workbook {
    fileprivate let book: UnsafeMutablePointer<lxw_workbook>
    private var isOpen = true

    init(_ path: String, title: String, created: Date) throws(ReportFailure) {
        guard let book = unsafe workbook_new(path) else { throw ReportFailure(cause: "workbook_new") }
        unsafe self.book = unsafe book
        unsafe strdup(title).map { copy in
            var properties = unsafe lxw_doc_properties()
            unsafe properties.title = copy
            unsafe properties.created = time_t(created.timeIntervalSince1970)
            _ = unsafe workbook_set_properties(book, &properties)
            unsafe free(copy)
        }
    }

    deinit { if isOpen { _ = unsafe workbook_close(book) } }

    /// Writes the file and frees everything.
    func close() throws(ReportFailure) {
        isOpen = false
        let error = unsafe workbook_close(book)
        guard error == LXW_NO_ERROR else { throw unsafe ReportFailure(cause: String(cString: lxw_strerror(error))) }
    }

    /// - Parameter widths: of the columns, in characters.
    func sheet(_ name: String, widths: [Double], _ style: Style) -> Sheet {
        let sheet = unsafe workbook_add_worksheet(book, name)
        for (column, width) in widths.enumerated() { _ = unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil) }
        return unsafe Sheet(sheet: sheet, style: style, widths: widths)
    }

    fileprivate func format(_ prepare: (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<lxw_format>? {
        let format = unsafe workbook_add_format(book)
        unsafe format.map { unsafe prepare($0) }
        return unsafe format
    }
}

/// The few looks that cells have.
enum Look { case title, bold, note, heading, text, number, share }

/// The looks as formats of one workbook.
@safe struct Style {
    fileprivate let title: UnsafeMutablePointer<lxw_format>?
    fileprivate let bold: UnsafeMutablePointer<lxw_format>?
    fileprivate let note: UnsafeMutablePointer<lxw_format>?
    fileprivate let heading: UnsafeMutablePointer<lxw_format>?
    fileprivate let text: UnsafeMutablePointer<lxw_format>?
    fileprivate let number: UnsafeMutablePointer<lxw_format>?
    fileprivate let share: UnsafeMutablePointer<lxw_format>?

    init(_ book: Workbook) {
        func format(_ prepare: @escaping (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<lxw_format>? {
            unsafe book.format { format in
                unsafe format_set_font_name(format, "Times New Roman")
                unsafe format_set_font_size(format, 12)
                unsafe prepare(format)
            }
        }
        func boxed(_ prepare: @escaping (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<lxw_format>? {
            unsafe format { format in
                unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
                unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
                unsafe prepare(format)
            }
        }
        unsafe title = unsafe format { format in
            unsafe format_set_bold(format)
            unsafe format_set_font_size(format, 16)
        }
        unsafe bold = unsafe format { unsafe format_set_bold($0) }
        unsafe note = unsafe format { unsafe format_set_italic($0) }
        unsafe heading = unsafe boxed { format in
            unsafe format_set_bold(format)
            unsafe format_set_text_wrap(format)
            unsafe format_set_bg_color(format, 0xDCE6F1)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        unsafe text = unsafe boxed { unsafe format_set_text_wrap($0) }
        unsafe number = unsafe boxed { unsafe format_set_num_format($0, "#,##0") }
        unsafe share = unsafe boxed { format in
            unsafe format_set_num_format(format, "0.00%")
            unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
            unsafe format_set_indent(format, 1)
        }
    }
}

/// One sheet. A text is always written as text: nothing becomes a formula.
@safe struct Sheet {
    fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>?
    fileprivate let style: Style
    fileprivate let widths: [Double]

    func write(_ cell: ReportCell, _ row: Int, _ column: Int, _ look: Look) {
        let (row, column, format) = unsafe (UInt32(row), UInt16(column), style.format(look))
        switch cell {
        case .text(let text): _ = unsafe worksheet_write_string(sheet, row, column, text, format)
        case .number(let number): _ = unsafe worksheet_write_number(sheet, row, column, Double(number), format)
        case .share(let share?): _ = unsafe worksheet_write_number(sheet, row, column, share, format)
        case .share(nil): _ = unsafe worksheet_write_string(sheet, row, column, cell.plain, format)
        }
    }

    /// A line of its own above or between tables.
    func line(_ text: String, _ row: Int, _ look: Look) {
        _ = unsafe worksheet_set_row(sheet, UInt32(row), look == .title ? Self.titleHeight : Self.lineHeight, nil)
        write(.text(text), row, 0, look)
    }

    /// A table with its header from `row` on. Returns the row behind it.
    func table(_ headings: [String], _ rows: [[ReportCell]], at row: Int) -> Int {
        fit(headings, at: row)
        for (column, heading) in headings.enumerated() { write(.text(heading), row, column, .heading) }
        for (index, cells) in rows.enumerated() {
            fit(cells.map(\.plain), at: row + 1 + index)
            for (column, cell) in cells.enumerated() { write(cell, row + 1 + index, column, cell.look) }
        }
        return row + 1 + rows.count
    }

    /// Height for wrapped texts: neither Excel nor LibreOffice measures rows that another program wrote.
    private func fit(_ texts: [String], at row: Int) {
        let lines = zip(texts, widths).map { text, width in (Double(text.count) * Self.widthOfLetter / width).rounded(.up) }.max() ?? 1
        _ = unsafe worksheet_set_row(sheet, UInt32(row), min(Self.tallest, max(1, lines) * Self.lineHeight), nil)
    }

    /// Of a column's unit, a digit of the default font.
    private static let widthOfLetter = 0.95
    /// Points.
    private static let lineHeight = 16.0
    /// Points.
    private static let titleHeight = 26.0
    /// Points: the most that Excel takes.
    private static let tallest = 409.0

    /// A4, as wide as one page.
    func page(landscape: Bool, freezeBelow row: Int?) {
        unsafe worksheet_set_paper(sheet, 9)
        if landscape { unsafe worksheet_set_landscape(sheet) }
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
        if let row { unsafe worksheet_freeze_panes(sheet, UInt32(row), 0) }
    }
}

extension Style {
    fileprivate func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
        switch look {
        case .title: unsafe title
        case .bold: unsafe bold
        case .note: unsafe note
        case .heading: unsafe heading
        case .text: unsafe text
        case .number: unsafe number
        case .share: unsafe share
        }
    }
}

extension ReportCell {
    fileprivate var look: Look {
        switch self {
        case .text: .text
        case .number: .number
        case .share: .share
        }
    }
}
