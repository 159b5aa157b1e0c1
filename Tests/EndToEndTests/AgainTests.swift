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

        @Test("Killed at any moment, everything is as it was or as it is read now; again it goes through")
        func killed() async throws {
            let workplace = try Workplace()
            try unit("A", in: workplace)
            let id = try #require(try await one("\(Samples.folder)/archive/lo-quet-2-to-bia.pdf", in: workplace)["id"].text)
            try #require(try await unit(of: id, in: workplace).code == "A")
            try unit("B", in: workplace)
            let whole = try await KilledRun(["ingest", "--again", id], in: workplace)
            try #require(try await unit(of: id, in: workplace).code == "B")

            let seed = SeededRandom.killSeed("ingest --again at \(whole.changes) changes")
            var random = SeededRandom(seed: seed)
            let rounds = 8
            var (killed, last) = (0, "B")
            for (round, moment) in KilledRun.moments(rounds, ofChanges: whole.changes, &random).enumerated() {
                try unit("C\(round)", in: workplace)
                let run = try await KilledRun(["ingest", "--again", id], in: workplace, atChange: moment)
                killed += run.wasKilled ? 1 : 0
                let found = try await unit(of: id, in: workplace)
                #expect(found.code == "C\(round)" || run.wasKilled && found.code == last, "seed \(seed), change \(moment)")
                #expect(found.isWhole, "seed \(seed), change \(moment)")
                let verified = try await workplace.sohoa("verify")
                #expect(verified.code == 0, "seed \(seed), change \(moment): \(verified.output)")
                last = found.code
            }
            #expect(killed > rounds / 2, "seed \(seed): of \(rounds) runs with \(whole.changes) changes only \(killed) were killed before their end")
            #expect(try await workplace.sohoa("ingest", "--again", id).code == 0)
            #expect(try await unit(of: id, in: workplace).code == "C\(rounds - 1)")
        }

        /// Gives the agency of the samples this code in the table of units, so that reading again changes a field.
        private func unit(_ code: String, in workplace: Workplace) throws {
            let table = "code,name,parent,from,until,successor\n\(code),xã Nậm Sơn,,,,\n"
            try Data(table.utf8).write(to: URL(fileURLWithPath: "\(workplace.root)/pipelines/units.csv"))
        }

        /// The unit that the record has, and whether its history tells of as many changes as it says.
        private func unit(of id: String, in workplace: Workplace) async throws -> (code: String, isWhole: Bool) {
            let shown = try #require(try await workplace.sohoa("review", "show", id, "--json").lines.first)
            return (shown["fields"]["agency_unit"]["value"].text ?? "", shown["revision"].integer == shown["history"].items.count + 1)
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
