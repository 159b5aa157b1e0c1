import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
    /// Reading again from the store.
    @Suite("Reading again") struct AgainTests {
        private func one(_ path: String, in workplace: Workplace) async throws -> JSON {
            let run = try await workplace.sohoa("ingest", "--json", "--pipeline", "archive", path)
            return try #require(try run.lines.first?["records"][0], "\(run.errors)")
        }

        @Test("Identity, corrections and filing stay; what else is read otherwise now is told, field by field; the daemon may run")
        func keeps() async throws {
            let workplace = try Workplace()
            let daemon = try await Daemon(workplace)
            let record = try await one("\(Samples.folder)/archive/huong-dan-hai-mat.pdf", in: workplace)
            let id = try #require(record["id"].text)
            let subject = try #require(record["fields"]["subject"]["value"].text)
            try await workplace.sohoa("review", "correct", id, "number=27", "issued_on=2026-03-05", "dossier=HS-2026-09", "--by", "chị Na")
            // As if an older version had read the subject otherwise.
            try await workplace.database("UPDATE record SET fields = replace(fields, '\(subject)', 'Thu gom rac')")
            let run = try await workplace.sohoa("ingest", "--again", id, "--by", "anh Tú", "--json")
            let line = try #require(try run.lines.first, "\(run.errors)")
            #expect(run.code == 0 && line["record"].text == id && line["outcome"] == .text("changed"))
            #expect(line["changes"].items.contains(.object(["field": .text("subject"), "before": .text("Thu gom rac"), "after": .text(subject)])))
            #expect(line["kept"].items.contains(.object(["field": .text("number"), "value": .text("27"), "read": .null])))
            let shown = try #require(try await workplace.sohoa("review", "show", id, "--json").lines.first)
            #expect(shown["fields"]["number"]["value"] == .text("27") && shown["fields"]["number"]["source"] == .text("clerk"))
            #expect(shown["fields"]["subject"]["value"].text == subject && shown["dossier"] == .text("HS-2026-09"))
            #expect(shown["status"] == .text("accepted") && shown["review_reasons"] == .list([]))
            #expect(shown["history"].items.map { $0["step"].text } == ["corrected", "read_again"] && shown["history"][1]["by"] == .text("anh Tú"))
            #expect(try await workplace.sohoa("search", "--json", "\"\(subject)\"").lines.count == 1)

            let unchanged = try await workplace.sohoa("ingest", "--again", "--all", "--json").lines
            #expect(unchanged.map { $0["outcome"].text } == ["unchanged"])
            #expect(try await workplace.sohoa("ingest", "--again", "--since", "2999-01-01", "--json").output.isEmpty)
            #expect(try await workplace.sohoa("scans", "--json").lines.count == 1, "reading again made another scan")
            #expect(try await workplace.sohoa("verify").code == 0)
            #expect(try await daemon.stop().code == 0)
        }

        @Test(
            "What does not go together, and what is not there, is refused before anything is read",
            arguments: [
                (["ingest", "--again"], 2, "--all"), (["ingest", "--all"], 2, "--again"), (["ingest", "--again", "--all", "x"], 2, "--all"),
                (["ingest", "--again", "khong-co"], 1, "khong-co"), (["ingest", "--again", "--pipeline", "khong-co"], 2, "khong-co"),
            ] as [([String], Int32, String)])
        func refused(words: [String], code: Int32, says: String) async throws {
            let run = try await Workplace().sohoa(words)
            #expect(run.code == code && run.errors.contains(says) && run.errorLines.count == 1, "\(run.errors)")
        }

        @Test("Where the pages are parted otherwise now, a record that a person has worked on is not lost")
        func otherSplit() async throws {
            let workplace = try Workplace()
            let run = try await workplace.sohoa("ingest", "--json", "--pipeline", "archive", "\(Samples.folder)/archive/lo-quet-2-to-bia.pdf")
            let records = try #require(try run.lines.first?["records"].items)
            try #require(records.count == 2)
            let ids = records.compactMap { $0["id"].text }
            try await workplace.sohoa("review", "correct", ids[1], "place=Nậm Sơn", "--by", "chị Na")
            // As if both papers had been one record of the first id, and the second one had stood on the cover sheet.
            try await workplace.database(
                "UPDATE record_page SET page = 3 WHERE record = (SELECT seq FROM record WHERE id = '\(ids[1])')")
            let lines = try await workplace.sohoa("ingest", "--again", ids[0], "--json").lines
            #expect(Set(lines.compactMap { $0["record"].text }).isSuperset(of: ids))
            let stranded = try #require(lines.first { $0["record"].text == ids[1] })
            #expect(stranded["outcome"] == .text("stranded") && stranded["review_reasons"].items.contains(.text("split_changed")))
            let added = try #require(lines.first { $0["outcome"] == .text("added") })
            #expect(added["status"] == .text("needs_review"))
            let kept = try #require(try await workplace.sohoa("review", "show", ids[1], "--json").lines.first)
            #expect(kept["fields"]["place"]["value"] == .text("Nậm Sơn"))
            #expect(try await workplace.sohoa("verify").code == 0)
        }

        @Test("Killed while it reads, everything is as it was or as it is read now; again it goes through")
        func killed() async throws {
            let workplace = try Workplace()
            let id = try #require(try await one("\(Samples.folder)/archive/lo-quet-2-to-bia.pdf", in: workplace)["id"].text)
            let before = try await workplace.sohoa("show", id, "--json").output
            var random = SystemRandomNumberGenerator()
            for _ in 1...4 {
                let process = try Program.process(
                    try Program.path(), workplace.globalArguments + ["ingest", "--again", id], in: workplace.root, environment: workplace.environment,
                    output: "/dev/null", errors: "/dev/null")
                try process.run()
                usleep(UInt32.random(in: 300_000...9_000_000, using: &random))
                Glibc.kill(process.processIdentifier, SIGKILL)
                try await eventually("it is dead", every: .milliseconds(2)) { !process.isRunning }
                #expect(try await workplace.sohoa("show", id, "--json").output == before)
                #expect(try await workplace.sohoa("verify").code == 0)
            }
            #expect(try await workplace.sohoa("ingest", "--again", id).code == 0)
        }

        @Test("An original that is no longer what was taken is not read again")
        func damaged() async throws {
            let workplace = try Workplace()
            let id = try #require(try await one("\(Samples.folder)/archive/cong-van-dao-on.jpg", in: workplace)["id"].text)
            let original = try #require(Files.below("\(workplace.data)/store").first { $0.hasSuffix("/original") })
            let path = "\(workplace.data)/store/\(original)"
            chmod(path, 0o600)
            try Data(try Files.bytes(path) + [0]).write(to: URL(fileURLWithPath: path))
            let run = try await workplace.sohoa("ingest", "--again", id)
            #expect(run.code == 1 && run.errors.contains("verify"))
            #expect(try await workplace.sohoa("review", "correct", id, "number=1", "--by", "chị Na").code == 1)
        }
    }
}
