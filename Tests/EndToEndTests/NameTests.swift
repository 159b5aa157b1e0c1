import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
    /// What a file is called, and which files are the same.
    @Suite("Names") struct NameTests {
        static let long = String(repeating: "ầ", count: 83) + "ab.png"

        /// Every name is taken and kept byte by byte.
        static let names = [
            "Công văn số 1.png".precomposedStringWithCanonicalMapping, "Công văn số 1.png".decomposedStringWithCanonicalMapping,
            " hai  khoảng trắng .png", "dòng\nmới.png", "-rf.png", "--json.png", "'\"$(x)`%s\\.png", "không-có-đuôi", "NHIỀU.CHẤM.PNG.png", "🗂️.png",
            long,
        ]

        @Test("Any name is taken and kept; NFC and NFD are two files")
        func anyName() async throws {
            #expect(Self.long.utf8.count == 255)
            let workplace = try Workplace()
            for (index, name) in Self.names.enumerated() {
                try workplace.drop(try await Drawing.shared.tiny("tên \(index)", in: workplace), as: name)
            }
            let daemon = try await Daemon.ready(workplace)
            try await workplace.emptied()
            #expect(bytes(workplace.files(.done)) == bytes(Self.names))
            let scans = try await workplace.scans()
            #expect(bytes(scans.compactMap { $0["file"].text }) == bytes(Self.names))
            #expect(bytes(scans.compactMap { $0["records"][0]["file"].text }) == bytes(Self.names), "a record names its file as the scan does")
            #expect(scans.allSatisfy { $0["outcome"] == .text("recorded") })
            try await daemon.stop()
        }

        /// Swift takes NFC and NFD for the same text; bytes tell them apart.
        private func bytes(_ names: [String]) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }

        @Test("A file that is not whole and has the longest name is rejected with its letter")
        func longestRejected() async throws {
            let workplace = try Workplace()
            let daemon = try await Daemon.ready(workplace)
            try workplace.drop(Data("không phải ảnh".utf8), as: Self.long)
            try await workplace.emptied()
            let rejected = workplace.files(.rejected)
            #expect(rejected.contains(Self.long))
            #expect(rejected.contains { $0.hasSuffix(".reason.txt") } && rejected.count == 2)
            try await daemon.stop()
        }

        @Test("A name that is not UTF-8 is made readable and the file is taken")
        func notUTF8() async throws {
            let workplace = try Workplace()
            let draft = "\(workplace.scratch)/draft"
            try await Drawing.shared.tiny("tên TCVN3", in: workplace).write(to: URL(fileURLWithPath: draft))
            let daemon = try await Daemon.ready(workplace)
            let target = Array("\(workplace.folder(.inbox))/c".utf8) + [0xAB] + Array("ng v".utf8) + [0xA8] + Array("n.png".utf8) + [0]
            #expect(rename(draft, target.map { CChar(bitPattern: $0) }) == 0)
            try await eventually("the file is done") { workplace.files(.done) == ["c_ng v_n.png"] }
            #expect(try await workplace.scans("recorded").map { $0["file"] } == [.text("c_ng v_n.png")])
            try await daemon.stop()
        }

        @Test("The same bytes are a duplicate of the first, under any name; other bytes under the same name are another scan")
        func duplicates() async throws {
            let workplace = try Workplace()
            let daemon = try await Daemon.ready(workplace)
            let first = try await Drawing.shared.tiny("bản đầu", in: workplace)
            try workplace.drop(first, as: "a.png")
            try await workplace.emptied()
            try workplace.drop(first, as: "b.png")
            try workplace.drop(first, as: "c.png", into: "tthc")
            try workplace.drop(try await Drawing.shared.tiny("bản khác", in: workplace), as: "a.png")
            for pipeline in ["archive", "tthc"] { try await workplace.emptied(pipeline) }
            let scans = try await workplace.scans()
            #expect(told(scans) == ["a.png recorded", "a.png recorded", "b.png duplicate", "c.png duplicate"])
            #expect(Set(workplace.files(.done)) == ["a.png", "a (2).png", "b.png"])
            #expect(workplace.files(.done, of: "tthc") == ["c.png"])
            let original = try #require(scans.first { $0["outcome"] == .text("recorded") })
            let copies = scans.filter { $0["outcome"] == .text("duplicate") }
            #expect(copies.allSatisfy { $0["sha256"] == original["sha256"] })
            #expect(try await workplace.sohoa("scans", "--outcome", "duplicate").output.contains(try #require(original["id"].text)))
            try await daemon.stop()
        }

        private func told(_ scans: [JSON]) -> [String] { scans.map { "\($0["file"].text ?? "?") \($0["outcome"].text ?? "?")" }.sorted() }

        static let leftAlone = [
            ".ẩn.png", "~khóa.png", "đang quét.png.part", "đang quét.tmp", "đang quét.png.filepart", "đang quét.pdf~", "Thumbs.db",
        ]

        @Test("Links, pipes, hidden files and files that are still being made are left alone")
        func leavesAlone() async throws {
            let workplace = try Workplace()
            let outside = "\(workplace.root)/ngoài.png"
            try await Drawing.shared.tiny("ở ngoài", in: workplace).write(to: URL(fileURLWithPath: outside))
            for name in Self.leftAlone { try workplace.drop(try await Drawing.shared.tiny(name, in: workplace), as: name) }
            #expect(symlink(outside, "\(workplace.folder(.inbox))/liên kết.png") == 0)
            #expect(symlink("/etc", "\(workplace.folder(.inbox))/thư mục") == 0)
            #expect(mkfifo("\(workplace.folder(.inbox))/ống.png", 0o600) == 0)
            let present = Set(workplace.files(.inbox))
            let daemon = try await Daemon.ready(workplace)
            for round in 1...2 {
                try workplace.drop(try await Drawing.shared.tiny("lượt \(round)", in: workplace), as: "lượt \(round).png")
                try await eventually("the file of round \(round) is done") { workplace.files(.done).contains("lượt \(round).png") }
            }
            #expect(Set(workplace.files(.inbox)) == present)
            #expect(try await workplace.scans().count == 2)
            try await daemon.stop()
        }
    }
}
