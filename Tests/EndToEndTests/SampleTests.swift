import Foundation
import Testing

extension EndToEnd {
    /// `ingest` over every sample of the checkout, against what is printed on them.
    @Suite("Samples", WithSampleRun()) struct SampleTests {
        /// Fields that the present engine cannot read on one sample, each with its reason. Everything else must be right.
        static let hard: [String: Set<String>] = [
            // One bit a pixel, lying on its side: the year is read "202G". A date that is not sure is not given.
            "archive/bien-ban-xoay-ngang.tif": ["issued_on"],
            // The other of the couple is named in a sentence, not in a field of the form.
            "tthc/H35.88.73-261019-0245.0000001.pdf": ["persons"],
        ]

        /// What is compared. Papers of procedures are known by their form, their people and their dossier.
        private static func names(_ kind: JSON) -> [String] {
            kind == .text("tthc") ? ["type_code", "number", "issued_on"] : ["type_code", "number", "symbol", "issued_on", "agency"]
        }

        static let paths: [String] = (try? Samples.expected().keys.sorted()) ?? []

        @Test("Every sample has its outcome, pages and reason", arguments: paths)
        func outcome(path: String) throws {
            let expected = try #require(try Samples.expected()[path])
            let result = try #require(try SampleRun.now.results[path], "no line for \(path)")
            #expect(result["outcome"] == expected["outcome"])
            #expect(result["pages"] == expected["pages"] || expected["pages"] == .null)
            #expect(result["reason"]["code"] == expected["reason"]["code"])
            #expect(result["reason"]["mark"] == expected["reason"]["mark"])
            #expect(result["records"].items.count == expected["records"].items.count)
        }

        @Test("Every record has the kind, the form and the fields that are printed", arguments: paths)
        func fields(path: String) throws {
            let expected = try #require(try Samples.expected()[path])["records"].items
            let found = try #require(try SampleRun.now.results[path])["records"].items
            try #require(found.count == expected.count)
            for (record, printed) in zip(found, expected) {
                for key in ["kind", "form", "pages", "dossier"] { #expect(record[key] == printed[key], "\(key)") }
                for name in Self.names(record["kind"]) where !Self.isHard(name, path) {
                    #expect(plain(record["fields"][name]["value"]) == plain(printed[name]), "\(name)")
                }
                for person in printed["persons"].items.compactMap({ $0["id_number"].text }) where !Self.isHard("persons", path) {
                    #expect(record["fields"]["persons"].items.contains { $0["id_number"]["value"].text == person }, "\(person)")
                }
                if record["kind"] == .text("archive"), !Self.isHard("subject", path) {
                    compareSubject(record["fields"]["subject"]["value"], printed["subject"])
                }
            }
        }

        private static func isHard(_ field: String, _ path: String) -> Bool { hard[path]?.contains(field) ?? false }

        private func plain(_ value: JSON) -> String? { value.text.map(Likeness.plain) }

        private func compareSubject(_ found: JSON, _ printed: JSON) {
            switch (found.text, printed.text) {
            case (nil, nil): break
            case (let found?, let printed?): #expect(Likeness.of(found, printed) >= 0.95, "subject \"\(found)\", printed \"\(printed)\"")
            default: Issue.record("subject \(found), printed \(printed)")
            }
        }

        @Test("The words of every record are found, with marks and without", arguments: paths)
        func words(path: String) async throws {
            let run = try SampleRun.now
            let expected = try #require(try Samples.expected()[path])["records"].items
            let found = try #require(run.results[path])["records"].items
            for (record, printed) in zip(found, expected) {
                for word in printed["words"].items.compactMap(\.text) {
                    for query in [word, Likeness.unmarked(word)] {
                        let hits = try await run.workplace.sohoa("search", "--json", "--limit", "50", query).lines
                        #expect(hits.contains { $0["record"] == record["id"] }, "\"\(query)\" does not find it")
                    }
                }
            }
        }

        @Test("Some files were set aside, and the exit code says so")
        func exitCode() throws {
            let run = try SampleRun.now
            #expect(run.run.code == 3)
            #expect(try run.run.lines.count == Self.paths.count)
        }

        @Test("The sources are as they were")
        func sourcesUntouched() throws { #expect(try SampleRun.sources() == SampleRun.now.sourcesBefore) }

        @Test("Of a paper with a secrecy mark nothing is kept or said but hash, page, mark and time")
        func secrets() async throws {
            let run = try SampleRun.now
            let words = Samples.secretWords + Samples.secretWordsFolded
            for (name, bytes) in try Files.contents(below: run.workplace.data) {
                for word in words + Samples.secretFiles { #expect(!Files.hold(bytes, word), "\"\(word)\" stands in \(name)") }
            }
            for word in words { #expect(!run.run.output.contains(word) && !run.run.errors.contains(word), "\"\(word)\" was said") }
            for file in Samples.secretFiles { #expect(!run.run.errors.contains(file), "\(file) was named on standard error") }
            for word in words { #expect(try await run.workplace.sohoa("search", "--json", "\"\(word)\"").output.isEmpty) }
            let held = try await run.workplace.sohoa("restricted", "list", "--json").lines
            #expect(Set(held.compactMap { $0["mark"].text }) == ["mat", "toi_mat", "tuyet_mat"])
            #expect(held.allSatisfy { $0.keys == ["sha256", "pipeline", "page", "mark", "at"] })
        }

        @Test("What was kept is whole, and the same files again are duplicates of the first")
        func again() async throws {
            let run = try SampleRun.now
            #expect(try await run.workplace.sohoa("verify", "--json").code == 0)
            let path = "archive/cong-van-dao-on.jpg"
            let again = try await run.workplace.sohoa("ingest", "--json", "\(Samples.folder)/\(path)")
            let line = try #require(try again.lines.first)
            #expect(again.code == 0)
            #expect(line["outcome"] == .text("duplicate"))
            #expect(line["records"][0]["id"] == run.results[path]?["records"][0]["id"])
        }
    }
}
