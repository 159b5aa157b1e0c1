import Foundation
import Indicators
import Records
import Testing

@Suite("Tables")
struct TableTests {
    func inventory(_ text: String) throws -> TableReading<InventoryItem> { try InventoryTable.read(.bytes(Data(text.utf8))) }
    func cases(_ text: String) throws -> TableReading<Case> { try CaseTable.read(.bytes(Data(text.utf8))) }

    @Test(
        "Every column of the inventory, by its English and its Vietnamese name",
        arguments: [
            "file_code,title,start_date,end_date,retention,total_pages,total_documents,box,unit,state\n",
            "Mã hồ sơ,Tiêu đề,Ngày bắt đầu,Ngày kết thúc,Thời hạn bảo quản,Số trang,Số văn bản,Hộp,Đơn vị,Trạng thái\n",
            "MÃ HỒ SƠ (*),tieu de hồ sơ,Từ ngày,đến ngày,Thời hạn  bảo quản,SỐ TRANG,so van ban,Hộp số,\"Đơn\nvị\",Tình trạng\r\n",
        ])
    func allColumns(header: String) throws {
        let reading = try inventory(header + "HS-01,Kế hoạch,2020-01-02,31/12/2020,Vĩnh viễn,1.250,3,H1,VP,secret\n")
        #expect(reading.refused.isEmpty)
        #expect(
            reading.rows == [
                InventoryItem(
                    fileCode: "HS-01", fonds: "P1", title: "Kế hoạch", startDate: CalendarDate("2020-01-02"), endDate: CalendarDate("2020-12-31"),
                    retention: "Vĩnh viễn", totalPages: 1250, totalDocuments: 3, box: "H1", unit: "VP", state: .secret)
            ])
    }

    @Test("Every column of the cases")
    func allCaseColumns() throws {
        let header =
            "Ngày tiếp nhận;Mã hồ sơ;Mã TTHC;Tên thủ tục;Đơn vị;Người nộp;Số định danh;closed_on;Hình thức;result_required;components;Ghi chú"
        let row = "05/10/2026 08:30;H35-1;1.000894;Kết hôn;TP;Nguyễn Văn A;001090000001;2026-10-09;Trực tuyến;1;\"TP1; TP2;TP1\";x"
        let reading = try cases("\(header)\n\(row)\n")
        #expect(reading.refused.isEmpty)
        #expect(
            reading.rows == [
                Case(
                    caseCode: "H35-1", procedureCode: "1.000894", procedureName: "Kết hôn", unit: "TP", applicantName: "Nguyễn Văn A",
                    applicantID: "001090000001", receivedOn: CalendarDate("2026-10-05"), closedOn: CalendarDate("2026-10-09"), channel: .online,
                    resultRequired: true, components: ["TP1", "TP2"])
            ])
    }

    @Test("Where a register names both who hands the case in and whose it is, the owner is the applicant", arguments: [true, false])
    func owner(first: Bool) throws {
        let names = first ? ["Chủ hồ sơ;Người nộp", "Lò Thị Mai;Dịch vụ Tâm An"] : ["Người nộp;Chủ hồ sơ", "Dịch vụ Tâm An;Lò Thị Mai"]
        let reading = try cases("Mã hồ sơ;\(names[0])\nC-1;\(names[1])\n")
        #expect(reading.rows.map(\.applicantName) == ["Lò Thị Mai"] && reading.remarks.unknownColumns == ["Người nộp"])
    }

    @Test("Columns in any order, unknown ones ignored, empty cells nil", arguments: [",", ";", "\t"])
    func order(_ delimiter: String) throws {
        let text = "Ghi chú|title|file_code|total_pages\nmột|A|1|\n|B|2|7\n\n|C|3".replacing("|", with: delimiter)
        let reading = try inventory("\u{FEFF}" + text)
        #expect(reading.rows.map(\.fileCode) == ["1", "2", "3"])
        #expect(reading.rows.map(\.totalPages) == [nil, 7, nil])
        #expect(reading.refused.isEmpty)
    }

    @Test("A delimiter inside quotes in the header does not mislead")
    func quotedHeader() throws {
        #expect(try inventory("\"file_code\";title;\"a,b,c,d,e\"\n1;A;x\n").rows.count == 1)
    }

    @Test("Text becomes NFC with single spaces, whatever the file holds")
    func normalised() throws {
        let decomposed = "Hồ  sơ\n địa chính".decomposedStringWithCanonicalMapping
        let title = try #require(inventory("file_code,title\n 1 ,\"\(decomposed)\"\n").rows.first?.title)
        #expect(title.unicodeScalars.elementsEqual("Hồ sơ địa chính".unicodeScalars))
    }

    @Test("Refused rows have the line of the file on which they begin, cells with newlines before them or not", arguments: ["\n", "\r\n", "\r"])
    func lines(_ newline: String) throws {
        let lines = [
            "file_code,title,total_pages", "1,\"Tiêu đề", "hai dòng\",5", "", "2,B,năm", "3,C,3", ",D,4", "3,E,5", "4,F \"sai\" ngoặc,5", "5,G,6",
            "6,\"\"\"Trích\"\" dẫn\",7", "7,H, I,8", "8,K,0",
        ]
        let reading = try inventory(lines.joined(separator: newline))
        #expect(reading.rows.map(\.fileCode) == ["1", "3", "3", "5", "6"])
        #expect(reading.rows.last?.title == "\"Trích\" dẫn")
        #expect(reading.refused.map(\.line) == [5, 7, 9, 12, 13])
        #expect(reading.refused.allSatisfy { !$0.reason.contains("năm") && !$0.reason.contains("sai\"") })
    }

    @Test(
        "A cell that cannot be read refuses its row",
        arguments: [
            "1,A,31/02/2026,,,", "1,A,13/2026,,,", "1,A,quý 2 2026,,,", "1,A,2026-12-31,2026-01-01,,", "1,A,2021,2020,,", "1,A,,,-3,", "1,A,,,1.5,",
            "1,A,,,0,",
            "1,A,,,12 tờ,", "1,A,,,#N/A,", "1,A,,,Err:502,", "1,#REF!,,,,", "1,A,,,2000001,", "1,A,,,,bí ẩn", "1,,,,,",
            "\(String(repeating: "x", count: 101)),A,,,,", "1,\(String(repeating: "x", count: 2_001)),,,,",
        ])
    func badCells(_ row: String) throws {
        let reading = try inventory("file_code,title,start_date,end_date,total_pages,state\n\(row)\n2,B,,,,\n")
        #expect(reading.rows.map(\.fileCode) == ["2"])
        #expect(reading.refused.map(\.line) == [2])
    }

    @Test(
        "A case that cannot be read refuses its row",
        arguments: ["1,2026-10-05,2026-10-04,,", "1,,,thư tay,", "1,,,,có lẽ", ",2026-10-05,,,", "1,05-2026,,,"])
    func badCases(_ row: String) throws {
        let reading = try cases("case_code,received_on,closed_on,channel,result_required\n\(row)\n")
        #expect(reading.rows.isEmpty)
        #expect(reading.refused.map(\.line) == [2])
    }

    @Test("The same table again is the same rows")
    func repeatable() throws {
        let text = "file_code,title\n1,A\n2,B\n2,C\n"
        #expect(try inventory(text) == inventory(text))
    }

    @Test(
        "Titles and remarks above the header are passed over, whatever they hold",
        arguments: [
            "MỤC LỤC HỒ SƠ;;;\nNăm 2026, phông UBND xã\n\nSố trang;Mã hồ sơ;Ghi chú;Tiêu đề\n3;HS-1;;Một\n;;;\nx;HS-2;;Hai\n",
            "\"Mục lục, năm 2026\"\nSố trang,Mã hồ sơ,Ghi chú,Tiêu đề\n\n3,HS-1,,Một\n,,,\n\nx,HS-2,,Hai\n",
        ])
    func titles(text: String) throws {
        let reading = try inventory(text)
        #expect(reading.rows.map(\.fileCode) == ["HS-1"] && reading.rows.first?.totalPages == 3)
        #expect(reading.refused.map(\.line) == [7] && reading.refused.first?.cells == ["x", "HS-2", "", "Hai"])
    }

    @Test("Of two lines of headings the one with more columns is taken")
    func twoHeadings() throws {
        let reading = try inventory("Mã hồ sơ,Tiêu đề,Thời gian,\nMã hồ sơ,Tiêu đề,Từ ngày,Đến ngày\n1,A,01/02/2020,03/04/2021\n")
        #expect(reading.rows.map(\.endDate) == [CalendarDate("2021-04-03")] && reading.refused.isEmpty)
    }

    @Test("What the one-stop system reports is kept apart; numbers that lost their zeros get them back")
    func reported() throws {
        let reading = try cases(
            "Mã hồ sơ,CCCD,DuocSoHoa,DuocTaiSuDung,MaKetQuaThayThe\n1,13095004127,1,\"0;0\",\n2,12345678,0,\"0;3\",KQ-9\n3,013095004127,,,0\n4,1,2,9,\n"
        )
        #expect(reading.rows.map(\.applicantID) == ["013095004127", "012345678", "013095004127"])
        #expect(reading.rows.map(\.reportedDigitized) == [true, false, nil])
        #expect(reading.rows.map(\.isReportedReused) == [false, true, nil])
        #expect(reading.rows.map(\.replacementResult) == [nil, "KQ-9", nil])
        #expect(reading.refused.map(\.line) == [5])
    }

    @Test(
        "Years and months of an inventory are their first and last days; what is counted may stand behind its number; a dash is nothing",
        arguments: [
            ("2019;2020;12 trang;", "2019-01-01", "2020-12-31", 12), ("05/2019;tháng 2/2020;1.250 trang;", "2019-05-01", "2020-02-29", 1250),
            ("2019-05;tháng 2 năm 2021;7tr.;", "2019-05-01", "2021-02-28", 7), ("-;–;—;", nil, nil, nil),
            ("01/02/2020;3-4-2020;0;mật", "2020-02-01", "2020-04-03", nil), (";;0 trang;đã tiêu hủy", nil, nil, nil),
        ])
    func asWritten(row: String, start: String?, end: String?, pages: Int?) throws {
        let reading = try inventory("Mã hồ sơ;Tiêu đề;Từ ngày;Đến ngày;Số trang;Tình trạng\nM-1;A;\(row)\n")
        #expect(reading.refused.isEmpty)
        let item = try #require(reading.rows.first)
        #expect(item.startDate?.description == start && item.endDate?.description == end && item.totalPages == pages)
    }

    @Test(
        "Totals and signatures below a table are passed over, and told; names below them too",
        arguments: [
            ["", "Tổng cộng: 2", ""], ["Tổng cộng: 3", "", ""], ["", "", "Cộng 12 hồ sơ (mười hai hồ sơ)"], ["Tổng số trang", "", "120"],
            ["", "", "Ngày 05 tháng 10 năm 2026"], ["", "Người lập bảng", "THỦ TRƯỞNG ĐƠN VỊ"], ["(Ký, ghi rõ họ tên)", "", ""],
        ])
    func footers(cells: [String]) throws {
        let reading = try inventory("Mã hồ sơ;Tiêu đề;Ghi chú\nM-1;A;\n\(cells.joined(separator: ";"))\n")
        #expect(reading.rows.map(\.fileCode) == ["M-1"] && reading.refused.isEmpty && reading.remarks.footers.first == [3])
        let signed = try cases("Mã hồ sơ;Người nộp\nC-1;A\n;Người lập bảng\n\nLò Thị Mai;\nC-2;B\nC-D;C\n")
        #expect(signed.rows.map(\.caseCode) == ["C-1", "C-2", "C-D"] && signed.remarks.footers.first == [3, 5])
    }

    @Test(
        "A row is never taken for a total or a signature because of its words",
        arguments: ["M-2;Tổng cộng;", "Cộng hòa-1;A;", "TM.12;Xác nhận;", "1;Người lập bảng;x", "KT;Mai;"])
    func noFooters(row: String) throws {
        let reading = try inventory("Mã hồ sơ;Tiêu đề;Ghi chú\n\(row)\n")
        #expect(reading.rows.count == 1 && reading.remarks.footers.count == 0)
    }

    @Test(
        "Numbers of columns below the header and headings between rows are no rows, and told",
        arguments: [
            ["1;2;3;4"], ["(1);(2);(3);(4)"], ["A;B;1;2"], ["I;PHÒNG VĂN HÓA;;"], ["II. Phòng Kinh tế;;;"], [";Hộp số 5;;"], ["Năm 2026;;;"],
            ["(1);(2);(3);(4)", "I. Phòng Tư pháp;;;"],
        ])
    func headings(rows: [String]) throws {
        let reading = try inventory("Mã hồ sơ;Tiêu đề;Hộp;Số trang\n\(rows.joined(separator: "\n"))\nM-1;A;1;7\n")
        #expect(reading.rows.map(\.fileCode) == ["M-1"] && reading.refused.isEmpty)
        #expect(reading.remarks.headings.first == Array(2..<2 + rows.count))
        let between = try inventory("Mã hồ sơ;Tiêu đề;Hộp;Số trang\nM-1;A;1;7\nIII;PHẦN BA;;\nM-2;B;1;7\n")
        #expect(between.rows.map(\.fileCode) == ["M-1", "M-2"] && between.remarks.headings.first == [3])
    }

    @Test(
        "A row is never taken for a heading because it looks odd",
        arguments: ["1;2;2;4", "I;Kế hoạch;;7", "A;Kế hoạch năm;;", "HS I;PHÒNG VĂN HÓA;;", "Hộp-5;;;", "V 12;;;", "1;Một;2;3"])
    func noHeadings(row: String) throws {
        let reading = try inventory("Mã hồ sơ;Tiêu đề;Hộp;Số trang\n\(row)\n")
        #expect(reading.rows.count + reading.refused.count == 1 && reading.remarks.headings.count == 0)
    }

    @Test("A header of two lines is read as one")
    func headerOfTwoLines() throws {
        let text = "STT;Mã hồ sơ;Tiêu đề;Thời gian;;Số lượng;\n;;;Từ ngày;Đến ngày;Số văn bản;Số trang\n1;M-1;A;02/01/2020;31/12/2020;3;40\n"
        let item = try #require(try inventory(text).rows.first)
        #expect(item.startDate?.description == "2020-01-02" && item.endDate?.description == "2020-12-31")
        #expect(item.totalDocuments == 3 && item.totalPages == 40)
    }

    @Test(
        "An applicant's number stands without the name of the paper that bears it",
        arguments: [
            ("CMND 063821536", "063821536"), ("CCCD: 001090000001", "001090000001"), ("63821536", "063821536"), ("HC B1234567", "HC B1234567"),
        ])
    func applicantNumbers(cell: String, number: String) throws {
        #expect(try cases("Mã hồ sơ;Số định danh\nC-1;\(cell)\n").rows.first?.applicantID == number)
    }

    @Test(
        "A row that lacks its code is refused, not passed over", arguments: [";Xác nhận tình trạng hôn nhân;7", ";Cộng hòa;", ";Tổng hợp;3", ";;3"])
    func noCode(row: String) throws {
        let reading = try inventory("Mã hồ sơ;Tiêu đề;Số trang\nM-1;A;1\n\(row)\n")
        #expect(reading.refused.map(\.line) == [3] && reading.remarks.footers.count == 0)
    }

    @Test("Headings that are not known are told as written, and rows that were taken and look wrong with their lines")
    func remarks() throws {
        let items = try inventory("STT;Mã hồ sơ;Tiêu đề;Số tờ;Ghi chú;Số lượng  trang\n1;A;Một;3;x;5\n2;B;Hai;4;;\n")
        #expect(items.rows.map(\.totalPages) == [5, nil] && items.remarks.unknownColumns == ["Số tờ"])
        #expect(items.remarks.doubts.mapValues(\.first) == [.noPageCount: [3]])
        let files = try cases("Mã hồ sơ;Ngày tiếp nhận\nA;2027-06-01\nB;2026-11-22\nC;\nD;#N/A\n")
        #expect(files.rows.map(\.caseCode) == ["A", "B", "C"] && files.refused.map(\.line) == [5])
        #expect(files.remarks.doubts.mapValues(\.first) == [.receivedInFuture: [2], .noReceivedOn: [4]])
    }
}
