import Foundation
import Testing

extension EndToEnd {
    /// Cover sheets from the printer back through the scanner.
    @Suite("Covers") struct CoverTests {
        /// One whose inventory is this table.
        private func workplace(listing table: String) async throws -> Workplace {
            let workplace = try Workplace()
            let inventory = "\(workplace.scratch)/mục lục.csv"
            try Data(table.utf8).write(to: URL(fileURLWithPath: inventory))
            try await workplace.sohoa("inventory", "import", inventory, "--fonds", "UBND")
            return workplace
        }

        @Test("Papers behind printed covers are filed in their dossiers; the covers are no pages of theirs")
        func filed() async throws {
            let workplace = try await workplace(listing: "file_code,title\nHS-2026-01,Kế hoạch số hóa\n")
            let printed = "\(workplace.scratch)/bìa.pdf"
            let run = try await workplace.sohoa("covers", "--dossier", "HS-2026-01", "Hộp 7/Ử-2", "-o", printed, "--json")
            #expect(run.code == 0, "\(run.errors)")
            #expect(try run.lines.map { $0["dossier"].text } == ["HS-2026-01", "Hộp 7/Ử-2"])
            #expect(try run.lines.map { $0["title"] } == [.text("Kế hoạch số hóa"), .null])
            #expect(run.errors.contains("Hộp 7/Ử-2"), "the code that nothing lists is told")
            let words = try await workplace.tool("pdftotext", "-layout", printed, "-")
            for expected in ["TỜ BÌA HỒ SƠ", "HS-2026-01", "Kế hoạch số hóa", "Hộp 7/Ử-2"] { #expect(words.contains(expected), "\(expected)") }

            // As a worn scanner gives it: 100 dpi, grey, askew, smudged.
            try await workplace.tool("pdftoppm", "-r", "100", "-gray", "-png", printed, "\(workplace.scratch)/bìa")
            let paper = "\(workplace.scratch)/giấy.png"
            try Samples.bytes("archive/thong-bao-tiep-cong-dan.png").write(to: URL(fileURLWithPath: paper))
            let stack = "\(workplace.scratch)/lô quét.tif"
            try await workplace.tool(
                "convert", "(", "\(workplace.scratch)/bìa-1.png", "-rotate", "3", "-blur", "0x0.8", "+repage", ")", paper,
                "\(workplace.scratch)/bìa-2.png",
                paper,
                "-depth", "8",
                "-colorspace", "Gray", "-alpha", "off", "-compress", "zip", stack)
            let result = try #require(try await workplace.sohoa("ingest", "--json", stack).lines.first)
            #expect(result["outcome"] == .text("recorded") && result["pages"] == .number(4))
            #expect(result["records"].items.map { $0["pages"] } == [.list([.number(2)]), .list([.number(4)])])
            #expect(result["records"].items.map { $0["dossier"].text } == ["HS-2026-01", "Hộp 7/Ử-2"])
        }

        @Test("A code that cannot stand in a cover is wrong usage; a secret item of the inventory gets none")
        func refused() async throws {
            let workplace = try await workplace(listing: "file_code,title,state\nHS-MAT,Hồ sơ,secret\n")
            let printed = "\(workplace.scratch)/bìa.pdf"
            for (code, exit) in [("a|b", Int32(2)), ("  ", 2), (String(repeating: "x", count: 101), 2), ("HS-MAT", 1)] {
                let run = try await workplace.sohoa("covers", "--dossier", code, "-o", printed)
                #expect(run.code == exit && run.errorLines.count == 1, "\(code): \(run.errors)")
                #expect(!FileManager.default.fileExists(atPath: printed))
            }
            #expect(try await workplace.sohoa("covers", "-o", printed).code == 2)
        }
    }
}
