import Foundation
import Pipeline
import Records
import TestSupport
import Testing

@Suite("The table of units") struct UnitFileTests {
    private static let header = "code,name,parent,from,until,successor\n"

    @Test("The table that ships is the built-in one")
    func shipped() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../pipelines/units.csv")
        #expect(try String(contentsOf: file, encoding: .utf8) == UnitFile.builtIn)
    }

    @Test("63 provinces on the eve of the mergers, 34 from that day on: each code belongs to one, each that ended leads to one of today")
    func provinces() throws {
        let table = try UnitFile.parse(UnitFile.builtIn, file: "units.csv")
        let codes = (1...99).map { $0 < 10 ? "0\($0)" : "\($0)" }
        let all = codes.flatMap { [$0, "\($0)-1"] }.compactMap(table.unit)
        for (day, count) in [("2025-06-30", 63), ("2025-07-01", 34), ("2026-11-01", 34)] {
            let date = try #require(CalendarDate(day))
            let there = all.filter { $0.existed(on: date) }
            #expect(there.count == count && Set(there.map { $0.code.prefix(2) }).count == count, "\(day)")
        }
        for unit in all {
            var last = unit
            while let next = last.successor { last = try #require(table.unit(next), "\(last.code)") }
            #expect(last.until == nil, "\(unit.code)")
        }
    }

    @Test(
        "A name that several units bore is told apart by the day",
        arguments: [
            ("TỈNH YÊN BÁI", "2025-06-30", "15-1", "tỉnh Lào Cai"), ("tỉnh Lào Cai", "2025-06-30", "10", "tỉnh Lào Cai"),
            ("tỉnh Lào Cai", "2025-07-01", "15", nil), ("tỉnh Thừa Thiên Huế", "2024-12-31", "46-1", "thành phố Huế"),
            ("tỉnh Đồng Nai", "2026-04-29", "75-1", "thành phố Đồng Nai"), ("thành phố Đồng Nai", "2026-04-30", "75", nil),
            ("tỉnh Hà Tây", "2008-07-31", "28", "thành phố Hà Nội"),
        ] as [(String, String, String, String?)])
    func names(name: String, day: String, code: String, successor: String?) throws {
        let table = try UnitFile.parse(UnitFile.builtIn, file: "units.csv")
        let date = try #require(CalendarDate(day))
        let units = table.units(named: name).filter { $0.existed(on: date) }
        #expect(units.map(\.code) == [code])
        #expect(units.first?.successor.flatMap(table.unit)?.name == successor)
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
