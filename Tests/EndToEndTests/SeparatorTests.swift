import Foundation
import Testing

extension EndToEnd {
    /// Separator sheets between papers, through the real engines.
    @Suite("Separators") struct SeparatorTests {
        /// Bars of a patch code at 100 dpi, from a place on: 20 pixels for a wide one, 8 for a narrow one and for each space.
        private static func bars(_ wide: [Bool], from start: Int, _ bar: (Int, Int) -> String) -> String {
            var place = start
            return wide.map { isWide in
                defer { place += (isWide ? 20 : 8) + 8 }
                return bar(place, place + (isWide ? 19 : 7))
            }.joined(separator: " ")
        }

        @Test("Sheets with patch codes part records, whichever way they lie, and belong to none")
        func patches() async throws {
            let workplace = try Workplace()
            let yaml = "kind: archive\nsplit_by_content: false\n"
            try Data(yaml.utf8).write(to: URL(fileURLWithPath: "\(workplace.root)/pipelines/archive.yaml"))
            let paper = "\(workplace.scratch)/giấy.png"
            try Samples.bytes("archive/thong-bao-tiep-cong-dan.png").write(to: URL(fileURLWithPath: paper))
            let lying = Self.bars([false, true, false, true], from: 60) { "rectangle 280,\($0) 540,\($1)" }
            let standing = Self.bars([true, false, false, true], from: 100) { "rectangle \($0),300 \($1),560" }
            let other = Self.bars([true, true, false, false], from: 60) { "rectangle 280,\($0) 540,\($1)" }
            let sheets = ["t": (lying, "1.5"), "2": (standing, "-1"), "1": (other, "0")]
            for (name, (bars, degrees)) in sheets {
                try await workplace.tool(
                    "convert", "-size", "827x1169", "xc:white", "-fill", "black", "-draw", bars, "-rotate", degrees, "-blur", "0x0.7", "+repage",
                    "\(workplace.scratch)/\(name).png")
            }
            let stack = "\(workplace.scratch)/lô quét.tif"
            try await workplace.tool(
                "convert", paper, "\(workplace.scratch)/t.png", paper, "\(workplace.scratch)/2.png", paper, "\(workplace.scratch)/1.png", "-depth",
                "8",
                "-colorspace", "Gray", "-alpha", "off", "-compress", "zip", stack)
            let result = try #require(try await workplace.sohoa("ingest", "--json", "--pipeline", "archive", stack).lines.first)
            #expect(result["records"].items.map { $0["pages"].items.count } == [1, 1, 2], "a patch 1 separates nothing")
            #expect(result["records"].items.map { $0["pages"][0] } == [.number(1), .number(3), .number(5)])
        }
    }
}
