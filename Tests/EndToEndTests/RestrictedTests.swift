import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
    /// Files that are held back: given back, removed, and found only later.
    @Suite("Held back") struct RestrictedTests {
        private static let marked = "archive/dau-mat-do.pdf"

        /// Drops the paper with its mark into the inbox and waits until it is held back. Returns its hash.
        private func held(_ name: String, in workplace: Workplace) async throws -> String {
            try workplace.drop(try Samples.bytes(Self.marked), as: name)
            try await workplace.emptied()
            try #require(workplace.files(.restricted) == [name])
            return try #require(try await workplace.sohoa("restricted", "list", "--json").lines.first?["sha256"].text)
        }

        @Test("Given back, a file goes through its inbox like any other, and its mark is not asked about again")
        func release() async throws {
            let workplace = try Workplace()
            let daemon = try await Daemon(workplace)
            let hash = try await held("HS-1/quét.pdf", in: workplace)
            for (words, code) in [
                (["--because", " "], 2), (["--because", "giấy mẫu", "--by", " "], 2), (["--because", "x"], 2),
                (["--because", "của 013099008041"], 2), (["--because", "giấy mẫu", "--by", "SOHOA"], 2),
            ] as [([String], Int32)] {
                let by = words.contains("--by") ? [] : ["--by", "anh Tư"]
                #expect(try await workplace.sohoa(["restricted", "release", hash] + words + by).code == code)
            }
            #expect(try await workplace.sohoa("restricted", "release", "0123456789ab", "--by", "anh Tư", "--because", "giấy mẫu").code == 1)
            let path = "\(workplace.folder(.restricted))/HS-1/quét.pdf"
            let run = try await workplace.sohoa("restricted", "release", path, "--by", "anh Tư", "--because", "giấy mẫu, không mật", "--json")
            #expect(run.code == 0, "\(run.errors)")
            try await eventually("it is recorded") { try await workplace.scans("recorded").count == 1 }
            try await workplace.emptied()
            #expect(workplace.files(.done) == ["HS-1/quét.pdf"] && workplace.files(.restricted).isEmpty)
            #expect(try await workplace.sohoa("restricted", "list", "--json").lines.isEmpty)
            #expect(try await daemon.metric("sohoa_restricted_scans") == 0)
            let record = try #require(try await workplace.scans("recorded").first?["records"][0])
            #expect(record["dossier"] == .text("HS-1"))
            #expect(try await workplace.sohoa("ingest", "--again", record["id"].text ?? "?", "--json").code == 0)
            let entry = try #require(try await workplace.sohoa("trail", "list", "--json").lines.first { $0["what"] == .text("restricted_released") })
            #expect(entry["who"] == .text("anh Tư") && entry["detail"].text?.contains("giấy mẫu") == true)
            #expect(try await workplace.sohoa("restricted", "release", hash, "--by", "anh Tư", "--because", "làm lại").code == 0)
            #expect(try await workplace.sohoa("restricted", "purge", hash, "--by", "anh Tư", "--because", "làm lại").code == 1)
            #expect(try await workplace.sohoa("verify").code == 0)
            try await daemon.stop()
        }

        @Test("Removed, a file is overwritten and gone, its hash is still held back, and what cannot be promised is said")
        func purge() async throws {
            let workplace = try Workplace()
            let daemon = try await Daemon(workplace)
            let hash = try await held("một.pdf", in: workplace)
            let other = "\(workplace.root)/nối.pdf"
            try #require(link("\(workplace.folder(.restricted))/một.pdf", other) == 0)
            let run = try await workplace.sohoa("restricted", "purge", String(hash.prefix(12)), "--by", "anh Tư", "--because", "bàn giao bản giấy")
            #expect(run.code == 0 && run.output.contains("SSD"), "\(run.errors)")
            #expect(workplace.files(.restricted).isEmpty)
            #expect(try Files.bytes(other).isEmpty, "its bytes are still there under another name")
            #expect(
                try await workplace.sohoa("trail", "list", "--json").lines.contains {
                    $0["what"] == .text("restricted_purged") && $0["who"] == .text("anh Tư")
                })
            #expect(try await workplace.sohoa("restricted", "purge", hash, "--by", "anh Tư", "--because", "làm lại").code == 1)
            let list = try await workplace.sohoa("restricted", "list", "--json").lines
            #expect(list.count == 1 && list[0]["purged_at"].text != nil)
            try workplace.drop(try Samples.bytes(Self.marked), as: "lại.pdf")
            try await eventually("it is held back again") { workplace.files(.restricted) == ["lại.pdf"] }
            #expect(try await workplace.scans("recorded").isEmpty)
            // Killed between its new name and its end, a removal goes on.
            rename("\(workplace.folder(.restricted))/lại.pdf", "\(workplace.folder(.restricted))/.removing-\(hash)")
            #expect(try await workplace.sohoa("restricted", "purge", hash, "--by", "anh Tư", "--because", "làm tiếp").code == 0)
            #expect(workplace.files(.restricted).isEmpty)
            try await daemon.stop()
        }

        @Test("A mark that is found only when a record is read again takes everything of the file away, wherever it stood")
        func foundLater() async throws {
            let workplace = try Workplace()
            let daemon = try await Daemon(workplace)
            let hash = try await held("một.pdf", in: workplace)
            try await workplace.sohoa("restricted", "release", hash, "--by", "anh Tư", "--because", "giấy mẫu")
            try await eventually("it is recorded and done") { workplace.files(.done) == ["một.pdf"] }
            let id = try #require(try await workplace.scans("recorded").first?["records"][0]["id"].text)
            let nonce = "Xoongkiwizq"
            let corrected = try await workplace.sohoa(
                "review", "correct", id, "subject=\(nonce) thử", "place=\(nonce)", "--by", "chị Na", "--because", nonce)
            #expect(corrected.code == 0, "\(corrected.errors)")
            #expect(try await workplace.sohoa("search", "--json", nonce).lines.count == 1)
            for sample in ["cong-van-dao-on.jpg", "thong-bao-tiep-cong-dan.png"] {
                try await workplace.sohoa("ingest", "--pipeline", "archive", "\(Samples.folder)/archive/\(sample)")
            }

            // As if the rule that sees the mark were new.
            try await workplace.database("DELETE FROM released_mark")
            let run = try await workplace.sohoa("ingest", "--again", id, "--by", "chị Na", "--json")
            #expect(run.code == 3, "\(run.errors)")
            let held = try await workplace.sohoa("trail", "list", "--json").lines.last { $0["what"] == .text("scan_restricted") }
            #expect(held?["who"] == .text("chị Na"), "who held it back: \(held as Any)")
            let line = try #require(try run.lines.first)
            #expect(line["outcome"] == .text("restricted") && line["records"] == .list([]) && line["file"] == .null)
            #expect(workplace.files(.restricted) == ["một.pdf"] && workplace.files(.done).isEmpty)
            try await daemon.stop()

            let words = Samples.secretWords + Samples.secretWordsFolded + [nonce, nonce.lowercased(), "một.pdf", "dau-mat-do"]
            for (name, bytes) in try Files.contents(below: workplace.data) where !name.hasPrefix("folders/") {
                for word in words { #expect(!Files.hold(bytes, word), "\"\(word)\" stands in \(name)") }
            }
            for word in words { #expect(!daemon.errors.contains(word) && !run.output.contains(word) && !run.errors.contains(word), "\(word)") }
            #expect(try await workplace.sohoa("show", id).code == 1)
            #expect(try await workplace.sohoa("search", "--json", "--rejected", nonce).lines.isEmpty)
            #expect(try await workplace.scans().filter { $0["outcome"] == .text("restricted") }.allSatisfy { $0["file"] == .null })
            let verified = try await workplace.sohoa("verify")
            #expect(verified.code == 0, "\(verified.output)")
            #expect(try await workplace.sohoa("search", "--json", "đạo ôn").lines.count == 1)
        }

        @Test("A file that was read in place and bears a mark after all lies in restricted/ under its hash; the source stays")
        func inPlace() async throws {
            let workplace = try Workplace()
            let source = "\(Samples.folder)/\(Self.marked)"
            try await workplace.sohoa("ingest", "--pipeline", "archive", source)
            let hash = try #require(try await workplace.sohoa("restricted", "list", "--json").lines.first?["sha256"].text)
            #expect(try await workplace.sohoa("restricted", "release", source, "--by", "anh Tư", "--because", "giấy mẫu").code == 0)
            let taken = try await workplace.sohoa("ingest", "--json", "--pipeline", "archive", source)
            let id = try #require(try taken.lines.first?["records"][0]["id"].text)
            try await workplace.database("DELETE FROM released_mark")
            #expect(try await workplace.sohoa("ingest", "--again", id).code == 3)
            #expect(workplace.files(.restricted) == [String(hash.prefix(16))])
            #expect(try Files.bytes("\(workplace.folder(.restricted))/\(hash.prefix(16))") == Samples.bytes(Self.marked))
            #expect(!Files.below("\(workplace.data)/store").contains { $0.contains(hash) })
        }
    }
}
