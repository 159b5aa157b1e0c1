import Foundation
import Pipeline
import Records
import TestSupport
import Testing

@Suite("The table of units") struct UnitFileTests {
    private static let header = "code,name,parent,from,until,successor\n"

    @Test("The table that ships is the built-in one, and holds the provinces of today")
    func shipped() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../pipelines/units.csv")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text == UnitFile.builtIn)
        let table = try UnitFile.parse(text, file: "units.csv")
        let old = try #require(table.units(named: "TỈNH YÊN BÁI").first)
        #expect(old.successor.flatMap(table.unit)?.name == "tỉnh Lào Cai")
        #expect(try old.existed(on: #require(CalendarDate("2025-06-30"))) && !old.existed(on: #require(CalendarDate("2025-07-01"))))
    }

    @Test(
        "A line that is wrong is refused with its number",
        arguments: [
            ("mã,tên\n", 1, "dòng đầu"), (header + "# người đọc\nC1,xã Nậm Sơn\n", 3, "6 cột"), (header + ",xã Nậm Sơn,,,,\n", 2, "để trống"),
            (header + "C1,xã Nậm Sơn,,hôm nay,,\n", 2, "không phải là ngày"), (header + "C1,xã A,,,,\nC1,xã B,,,,\n", 0, "hai lần"),
        ])
    func mistakes(text: String, line: Int, part: String) {
        let mistake = #expect(throws: PipelineFiles.Mistake.self) { try UnitFile.parse(text, file: "units.csv") }
        #expect(mistake?.line == line)
        #expect(mistake?.message.contains(part) == true, "\(mistake?.message ?? "")")
    }

    @Test("A folder without a table gets the built-in one, its own where it has one")
    func folders() throws {
        let folder = TestRun.folder.appending(path: "units-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try UnitFile.load(folder: folder).unit("12")?.name == "tỉnh Lai Châu")
        try Data((Self.header + "C1,xã Nậm Sơn,,01/07/2025,,\n").utf8).write(to: URL(filePath: "\(folder)/units.csv"))
        let table = try UnitFile.load(folder: folder)
        #expect(table.unit("12") == nil)
        #expect(table.units(named: "Xã Nậm Sơn").map(\.code) == ["C1"])
    }
}
