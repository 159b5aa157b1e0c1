import Foundation
import Indicators
import Records
import TestSupport
import Testing

@Suite("Tables that cannot be read at all")
struct TableFailureTests {
    @Test(
        "say why and what to do",
        arguments: [
            (Data(), TableFailure.Code.empty), (Data("\n \n".utf8), .empty), (Data([0x50, 0x4B, 0x03, 0x04, 0, 0]), .spreadsheet),
            (Data([0xD0, 0xCF, 0x11, 0xE0]), .spreadsheet), (Data([0x4D, 0xE3, 0x20, 0x68]), .notUTF8),
            (Data([0xFF, 0xFE, 0x4D, 0x00]), .notUTF8), (Data([0x4D, 0x00, 0x61, 0x00]), .notUTF8),
            (Data("title,unit\nA,B\n".utf8), .missingColumn), (Data("\"file_code\"x,title\n1,A\n".utf8), .malformed),
            (Data("file_code,title\n1,A\n2,\"B\n3,C\n".utf8), .malformed),
            (Data(("file_code,title\n" + String(repeating: "1,a\"b\n", count: 101)).utf8), .malformed),
        ])
    func failures(_ bytes: Data, code: TableFailure.Code) throws {
        let failure = try #require(throws: TableFailure.self) { try InventoryTable.read(.bytes(bytes)) }
        #expect(failure.code == code)
        #expect(failure.message.hasSuffix("."))
    }

    @Test("A missing column is named, an open quote has its line")
    func messages() throws {
        let missing = try #require(throws: TableFailure.self) { try InventoryTable.read(.bytes(Data("Tiêu đề\nA\n".utf8))) }
        #expect(missing.message.contains("file_code (Mã hồ sơ)"))
        let open = try #require(throws: TableFailure.self) { try CaseTable.read(.bytes(Data("case_code\n\"1\n2\"\n\"3\n4\n".utf8))) }
        #expect(open.message.hasPrefix("Dòng 4:"))
    }

    @Test("An inventory is no register of cases, though it has codes too: its items would be cases that no command takes out again")
    func inventoryAsCases() throws {
        let text = "Mã hồ sơ;Tiêu đề hồ sơ;Ngày bắt đầu;Ngày kết thúc;Đơn vị;Số trang\nM-1;A;;;VP;7\n"
        let failure = try #require(throws: TableFailure.self) { try CaseTable.read(.bytes(Data(text.utf8))) }
        #expect(failure.code == .otherTable && failure.message.contains("inventory import"))
        let named = "Mã hồ sơ;Tên hồ sơ;Ngày tiếp nhận\nC-1;Khai sinh;02/10/2026\n"
        #expect(try CaseTable.read(.bytes(Data(named.utf8))).rows.map(\.caseCode) == ["C-1"])
    }

    @Test("Rows and bytes are bounded")
    func bounds() throws {
        let tooMany = Data(("file_code,title\n" + String(repeating: "\n", count: TableLimits.maximumRows)).utf8)
        #expect(try #require(throws: TableFailure.self) { try InventoryTable.read(.bytes(tooMany)) }.code == .tooManyRows)
        let tooLarge = Data(repeating: 0x41, count: TableLimits.maximumBytes + 1)
        #expect(try #require(throws: TableFailure.self) { try InventoryTable.read(.bytes(tooLarge)) }.code == .tooLarge)
    }

    @Test("A file is read where it lies; a missing one cannot be opened")
    func files() throws {
        let path = TestRun.folder.appending(path: "\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: path) }
        try Data("case_code\n1\n".utf8).write(to: path)
        #expect(try CaseTable.read(.file(path.path)).rows.map(\.caseCode) == ["1"])
        #expect(
            try #require(throws: TableFailure.self) { try CaseTable.read(.file(path.path + ".no")) }.code == .unreadable)
        let folder = try #require(throws: TableFailure.self) { try CaseTable.read(.file(TestRun.folder.path)) }
        #expect(folder.code == .folder)
        try Data().write(to: path)
        #expect(try #require(throws: TableFailure.self) { try CaseTable.read(.file(path.path)) }.code == .empty)
    }
}
