import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// A clerk at work: look, correct, accept, reject; two clerks at once; and what is left when the power fails.
    @Suite("Review") struct ReviewTests {
        /// A paper whose number and day were left blank.
        private static let blanks = "archive/huong-dan-hai-mat.pdf"

        private func taken(_ name: String = blanks, in workplace: Workplace) async throws -> JSON {
            let run = try await workplace.sohoa("ingest", "--json", "--pipeline", "archive", "\(Samples.folder)/\(name)")
            return try #require(try run.lines.first?["records"][0])
        }

        @Test("A correction is checked, kept with its author, found, written into the PDF, and leaves nothing to be asked")
        func correct() async throws {
            let workplace = try Workplace()
            let record = try await taken(in: workplace)
            let id = try #require(record["id"].text)
            #expect(record["review_reasons"] == .list([.text("missing:number"), .text("missing:issued_on")]))
            let refused = try await workplace.sohoa("review", "accept", id, "--by", "chị Na")
            #expect(refused.code == 1 && refused.errors.contains("--incomplete") && refused.errorLines.count == 1)

            for (values, says) in [
                (["so=1"], "không có trường \"so\""), (["number=mười"], "number"), (["number=27", "issued_on=2026-02-30"], "issued_on"),
                (["number"], "TRƯỜNG="),
            ] {
                let wrong = try await workplace.sohoa(["review", "correct", id, "--by", "chị Na"] + values)
                #expect(wrong.code == 2 && wrong.errors.contains(says) && wrong.errorLines.count == 1, "\(wrong.errors)")
            }
            #expect(try await workplace.sohoa("review", "show", id, "--json").lines.first?["revision"].integer == 1, "something was half done")

            let subject = "Thu gom rác thải ở bản Hua Nậm".decomposedStringWithCanonicalMapping
            let run = try await workplace.sohoa(
                "review", "correct", id, "number=27", "issued_on=05/03/2026", "subject=\(subject)", "--by", "chị Na", "--because", "xem bản giấy",
                "--json")
            let corrected = try #require(try run.lines.first, "\(run.errors)")
            #expect(run.code == 0 && corrected["status"] == .text("accepted") && corrected["review_reasons"] == .list([]))
            let number = corrected["fields"]["number"]
            #expect(number["value"] == .text("27") && number["source"] == .text("clerk") && number["confidence"].number == 1)
            #expect(corrected["fields"]["issued_on"]["value"] == .text("2026-03-05"))
            let printed = try #require(corrected["fields"]["subject"]["raw"].text)
            #expect(corrected["sha256"] != record["sha256"] && corrected["pdf"] != record["pdf"])

            let shown = try #require(try await workplace.sohoa("review", "show", id, "--json").lines.first)
            let step = shown["history"][0]
            #expect(step["by"] == .text("chị Na") && step["step"] == .text("corrected") && step["because"] == .text("xem bản giấy"))
            #expect(step["changes"].items.contains(.object(["field": .text("number"), "before": .null, "after": .text("27")])))
            #expect(step["changes"].items.contains { $0["field"] == .text("subject") && $0["before"] == .text(printed) })
            #expect(shown["evidence"]["text"].text?.isEmpty == false && shown["evidence"]["score"].number ?? 0 > 0.5)

            #expect(try await workplace.sohoa("search", "--json", "\"bản Hua Nậm\"").lines.map { $0["record"].text } == [id])
            #expect(try await workplace.sohoa("search", "--json", "--number", "27/HD-UBND").lines.count == 1)
            try await workplace.sohoa("show", id, "--pdf", "\(workplace.root)/bản.pdf")
            let said = try await workplace.tool("pdfinfo", "-meta", "\(workplace.root)/bản.pdf")
            #expect(said.contains("27/HD-UBND") && said.contains("2026-03-05") && said.contains("bản Hua Nậm"))
            let verified = try await workplace.sohoa("verify")
            #expect(verified.code == 0, "\(verified.output)")
            #expect(Files.below("\(workplace.data)/store").filter { $0.hasSuffix(".pdf") }.count == 1, "the old copy stays")
            let entry = try #require(
                try await workplace.sohoa("trail", "list", "--subject", id, "--json").lines.first { $0["what"] == .text("record_corrected") })
            #expect(entry["who"] == .text("chị Na") && entry["detail"].text?.contains("digest") == true)
            #expect(entry["detail"].text?.contains("Hua Nậm") == false, "values stand in the trail, from which nothing can be taken away")
        }

        @Test("Whoever comes later does not silently win, and what is asked for by revision is not done on another one")
        func twoClerks() async throws {
            let workplace = try Workplace()
            let id = try #require(try await taken(in: workplace)["id"].text)
            async let first = workplace.sohoa("review", "correct", id, "number=1", "--by", "chị Na")
            async let second = workplace.sohoa("review", "correct", id, "number=2", "--by", "anh Tú")
            let runs = try await [first, second]
            #expect(runs.map(\.code).sorted() == [0, 1], "\(runs.map(\.errors))")
            let loser = try #require(runs.first { $0.code == 1 })
            #expect(loser.errors.contains("--over") && (loser.errors.contains("chị Na") || loser.errors.contains("anh Tú")))

            async let place = workplace.sohoa("review", "correct", id, "place=Nậm Sơn A", "--by", "chị Na")
            async let signer = workplace.sohoa("review", "correct", id, "signer_name=Lù Thị B", "--by", "anh Tú")
            #expect(try await [place, signer].map(\.code) == [0, 0])
            let shown = try #require(try await workplace.sohoa("review", "show", id, "--json").lines.first)
            #expect(shown["fields"]["place"]["value"] == .text("Nậm Sơn A") && shown["fields"]["signer_name"]["value"] == .text("Lù Thị B"))
            #expect(shown["revision"].integer == 4)

            let stale = try await workplace.sohoa("review", "reject", id, "--by", "anh Tú", "--because", "quét nhầm", "--revision", "2")
            #expect(stale.code == 1 && stale.errors.contains("review show"))
            #expect(try await workplace.sohoa("review", "correct", id, "number=9", "--by", "bà Tư", "--over").code == 0)
            #expect(try await workplace.sohoa("verify").code == 0)
        }

        @Test("A rejected record counts in nothing and is not found, is not lost, and comes back")
        func reject() async throws {
            let workplace = try Workplace()
            try await workplace.sohoa("inventory", "import", "\(Samples.folder)/muc_luc.csv", "--fonds", "NS")
            let id = try #require(try await taken("archive/HS-2026-07.0000001.pdf", in: workplace)["id"].text)
            func pages() async throws -> Int? {
                try await workplace.sohoa("inventory", "list", "--json").lines.first { $0["file_code"] == .text("HS-2026-07") }?["scanned_pages"]
                    .integer
            }
            #expect(try await pages() == 1)
            #expect(try await workplace.sohoa("review", "reject", id, "--by", "chị Na", "--because", " ").code == 2)
            #expect(try await workplace.sohoa("review", "reject", id, "--by", "chị Na", "--because", "quét nhầm").code == 0)
            #expect(try await pages() == 0)
            #expect(try await workplace.sohoa("search", "--json", "--dossier", "HS-2026-07").lines.isEmpty)
            #expect(try await workplace.sohoa("search", "--json", "--rejected", "--dossier", "HS-2026-07").lines.count == 1)
            #expect(try await workplace.sohoa("review", "list", "--rejected", "--json").lines.map { $0["id"].text } == [id])
            #expect(try await workplace.sohoa("review", "correct", id, "number=1", "--by", "chị Na").code == 1)
            #expect(try await workplace.sohoa("show", id, "--json").lines.first?["status"] == .text("rejected"))
            #expect(try await workplace.sohoa("review", "accept", id, "--by", "chị Na", "--incomplete").code == 0)
            #expect(try await pages() == 1)
            #expect(try await workplace.sohoa("verify").code == 0)
        }

        @Test("A paper scanned twice is a warning in words; the place on the page is shown in a file and on a terminal that draws")
        func duplicateAndPicture() async throws {
            let workplace = try Workplace()
            let first = try await taken("archive/cong-van-dao-on.jpg", in: workplace)
            let copy = "\(workplace.scratch)/bản chụp lại.png"
            try await workplace.tool("convert", "\(Samples.folder)/archive/cong-van-dao-on.jpg", copy)
            let run = try await workplace.sohoa("ingest", "--json", "--pipeline", "archive", copy)
            let second = try #require(try run.lines.first?["records"][0])
            let (id, twin) = (try #require(second["id"].text), try #require(first["id"].text))
            #expect(second["review_reasons"].items.contains(.text("duplicate:\(twin)")) && second["status"] == .text("needs_review"))
            let words = try await workplace.sohoa("review", "show", id).output
            #expect(words.contains("có thể trùng với \(twin)") && words.contains("--crop"))

            let picture = "\(workplace.root)/ảnh.png"
            #expect(try await workplace.sohoa("review", "show", id, "--field", "number", "--crop", picture).code == 0)
            #expect(try Files.bytes(picture).prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
            #expect(try await workplace.sohoa("review", "show", id, "--crop", picture).code == 1, "a file that is there is written over")
            #expect(try await workplace.sohoa("review", "show", id, "--field", "khong-co", "--crop", "x.png").code == 2)
            #expect(try await onTerminal(answering: "\u{1B}[?62;4;22c", workplace, id).contains("\u{1B}Pq\"1;1;"))
            #expect(try await onTerminal(answering: "\u{1B}[?62;22c", workplace, id).contains("\u{1B}Pq") == false)
            #expect(try await workplace.sohoa("review", "accept", id, "--by", "chị Na").code == 0)
            #expect(try await workplace.sohoa("review", "list", "--json").lines.isEmpty)
        }

        /// What a terminal gets that answers the question what it is.
        private func onTerminal(answering answer: String, _ workplace: Workplace, _ id: String) async throws -> String {
            let program = """
                import os, pty, sys
                pid, fd = pty.fork()
                if pid == 0: os.execv(sys.argv[2], sys.argv[2:])
                said = b""
                while True:
                    try: part = os.read(fd, 65536)
                    except OSError: break
                    if not part: break
                    said += part
                    if b"\\x1b[c" in part: os.write(fd, sys.argv[1].encode())
                os.waitpid(pid, 0)
                sys.stdout.buffer.write(said)
                """
            let run = try await Program.run(
                "/usr/bin/python3",
                ["-c", program, answer, try Program.path()] + workplace.globalArguments + ["review", "show", id, "--field", "number"],
                in: workplace.root, environment: workplace.environment, scratch: workplace.scratch)
            return run.output
        }

        @Test("Killed at any moment, a correction is done whole or not at all")
        func killed() async throws {
            let workplace = try Workplace()
            let id = try #require(try await taken(in: workplace)["id"].text)
            let whole = try await KilledRun(["review", "correct", id, "number=100", "--by", "chị Na"], in: workplace)
            let seed = SeededRandom.killSeed("review correct at \(whole.changes) changes")
            var random = SeededRandom(seed: seed)
            let rounds = 10
            var (killed, last) = (0, "100")
            for (round, moment) in KilledRun.moments(rounds, ofChanges: whole.changes, &random).enumerated() {
                let run = try await KilledRun(["review", "correct", id, "number=\(round + 1)", "--by", "chị Na"], in: workplace, atChange: moment)
                killed += run.wasKilled ? 1 : 0
                let verified = try await workplace.sohoa("verify")
                #expect(verified.code == 0, "seed \(seed), change \(moment): \(verified.output)")
                let shown = try #require(try await workplace.sohoa("review", "show", id, "--json").lines.first)
                #expect(shown["revision"].integer == shown["history"].items.count + 1, "seed \(seed), change \(moment)")
                let number = shown["fields"]["number"]["value"].text ?? ""
                #expect(number == "\(round + 1)" || run.wasKilled && number == last, "seed \(seed), change \(moment)")
                last = number
            }
            #expect(killed > rounds / 2, "seed \(seed): of \(rounds) runs with \(whole.changes) changes only \(killed) were killed before their end")
        }

        @Test("What was decided cannot be changed behind the trail's back")
        func tampered() async throws {
            let workplace = try Workplace()
            let id = try #require(try await taken(in: workplace)["id"].text)
            try await workplace.sohoa("review", "correct", id, "number=27", "--by", "chị Na")
            try await workplace.database("UPDATE revision SET who = who, changes = replace(changes, '27', '28')")
            let verified = try await workplace.sohoa("verify")
            #expect(verified.code == 1 && verified.output.contains(id))
        }

        @Test(
            "With a full disk nothing of a decision is done, and it is said",
            .enabled(if: DiskFullTests.canMount, "needs root and mount"))
        func fullDisk() async throws {
            let disk = try SmallDisk(megabytes: 24)
            defer { disk.unmount() }
            let workplace = try Workplace(data: "\(disk.path)/data")
            let id = try #require(try await taken(in: workplace)["id"].text)
            let before = try await workplace.sohoa("show", id, "--json").output
            try disk.fill(leaving: 40_000)
            let run = try await workplace.sohoa("review", "correct", id, "number=27", "issued_on=2026-03-05", "--by", "chị Na")
            #expect(run.code == 1 && run.errorLines.count == 1, "\(run.errors)")
            disk.free()
            #expect(try await workplace.sohoa("show", id, "--json").output == before)
            #expect(try await workplace.sohoa("verify").code == 0)
            #expect(try await workplace.sohoa("review", "correct", id, "number=27", "--by", "chị Na").code == 0)
        }
    }
}
