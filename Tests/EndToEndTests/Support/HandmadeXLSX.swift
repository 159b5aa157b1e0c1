import Foundation

/// A workbook made by hand, part by part, with what real ones have: titles, merged cells, styles, shared and inline texts, a hidden sheet.
enum HandmadeXLSX {
    /// Row 6 is refused (its page count is a word), row 8 repeats a code, and the second sheet has a header of its own.
    static func write(to path: String, in workplace: Workplace) async throws {
        let program = """
            import sys, zipfile
            ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
            texts = ["MỤC LỤC HỒ SƠ", "Hộp số", "Số trang", "Tiêu đề hồ sơ", "Mã hồ sơ", "Từ ngày", "H01", "nhiều"]
            def s(cell, index, style=""): return f'<c r="{cell}" t="s"{style}><v>{index}</v></c>'
            def t(cell, text): return f'<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>'
            def n(cell, number, style=0): return f'<c r="{cell}" s="{style}"><v>{number}</v></c>'
            rows = {
                1: s("A1", 0), 3: s("A3", 1) + s("B3", 2) + s("C3", 3) + s("D3", 4) + s("E3", 5),
                4: s("A4", 6) + n("B4", 3) + t("C4", "Một &amp; hai") + t("D4", "X-1") + n("E4", 45000, 1),
                5: n("B5", "12.0") + t("C5", "Ba") + t("D5", "X-2") + t("E5", "01/02/2020"),
                6: s("B6", 7) + t("C6", "Bốn") + t("D6", "X-3"),
                8: n("B8", 1) + t("C8", "Lặp") + t("D8", "X-1"),
            }
            sheet = "".join(f'<row r="{r}">{c}</row>' for r, c in rows.items())
            second = '<row r="1">' + t("A1", "file_code") + t("B1", "title") + '</row><row r="2">' + n("A2", 7, 2) + t("B2", "Năm") + '</row>'
            hidden = '<row r="1">' + t("A1", "file_code") + t("B1", "title") + '</row><row r="2">' + t("A2", "ẨN") + t("B2", "Ẩn") + '</row>'
            parts = {
                "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
                "xl/workbook.xml": f'<workbook {ns}><sheets><sheet name="Hộp 1" sheetId="1" r:id="rId1"/><sheet name="Ẩn" sheetId="3" state="hidden" r:id="rId3"/><sheet name="Hộp 2" sheetId="2" r:id="rId2"/></sheets></workbook>',
                "xl/_rels/workbook.xml.rels": '<Relationships>' + "".join(f'<Relationship Id="rId{i}" Target="worksheets/sheet{i}.xml"/>' for i in (1, 2, 3)) + '</Relationships>',
                "xl/styles.xml": f'<styleSheet {ns}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
                "xl/sharedStrings.xml": f'<sst {ns}>' + "".join(f'<si><t>{x}</t></si>' for x in texts) + '</sst>',
                "xl/worksheets/sheet1.xml": f'<worksheet {ns}><sheetData>{sheet}</sheetData><mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A4:A6"/></mergeCells></worksheet>',
                "xl/worksheets/sheet2.xml": f'<worksheet {ns}><sheetData>{second}</sheetData></worksheet>',
                "xl/worksheets/sheet3.xml": f'<worksheet {ns}><sheetData>{hidden}</sheetData></worksheet>',
            }
            with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as book:
                for name, part in parts.items(): book.writestr(name, part)
            """
        try await workplace.tool("/usr/bin/python3", "-c", program, path)
    }
}
