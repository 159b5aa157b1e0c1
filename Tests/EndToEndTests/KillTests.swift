import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Power cuts: whatever moment the daemon dies at, every scan is taken exactly once.
    @Suite("Killed") struct KillTests {
        /// How often the daemon is killed while there is work.
        static let kills = 22
        static let seed = SeededRandom.killSeed("the daemon")

        @Test("Killed at many moments, the daemon comes to the same end as undisturbed")
        func exactlyOnce() async throws {
            let disturbed = try Workplace()
            let files = try await Self.batch(in: disturbed)
            let undisturbed = try Workplace()
            let expected = try await runThrough(files, in: undisturbed)
            #expect(expected.scans.values.reduce(0, +) == files.count)

            try await runKilled(files, in: disturbed)
            let found = try await EndState(of: disturbed)
            #expect(found.scans == expected.scans, "seed \(Self.seed)")
            #expect(found.folders == expected.folders, "seed \(Self.seed)")
            for (hash, records) in expected.records { #expect(found.records[hash] == records, "seed \(Self.seed)") }
            let verified = try await disturbed.sohoa("verify", "--json")
            #expect(verified.code == 0, "seed \(Self.seed): \(verified.output)")
            #expect(Files.below("\(disturbed.data)/spool").isEmpty, "seed \(Self.seed)")
        }

        /// Small pictures, and among them one twice, one that must be held back, two that are not whole, and one of three pages.
        private static func batch(in workplace: Workplace) async throws -> [(name: String, bytes: Data)] {
            var files: [(name: String, bytes: Data)] = []
            for number in 1...33 { files.append(("\(number).png", try await Drawing.shared.tiny("lô \(number)", in: workplace))) }
            files.insert(("3 bản sao.png", files[2].bytes), at: 7)
            files.insert(("25 trước.png", files[25].bytes), at: 20)
            files.insert(("giữ lại.tif", try Samples.bytes("archive/dau-tuyet-mat-den-trang.tif")), at: 12)
            files.insert(("dở.png", files[0].bytes.prefix(2000)), at: 4)
            files.insert(("không phải.pdf", Data("<html></html>".utf8)), at: 16)
            files.insert(
                ("ba trang.tiff", try await Drawing.shared.scan("Trang một", "Trang hai", "Trang ba", format: "tiff", in: workplace)), at: 10)
            files.insert(("ba trang nữa.pdf", HandmadePDF(lines: ["Trang mot", "Trang hai", "Trang ba"]).data), at: 24)
            return files
        }

        private func runThrough(_ files: [(name: String, bytes: Data)], in workplace: Workplace) async throws -> EndState {
            for file in files { try workplace.drop(file.bytes, as: file.name) }
            let daemon = try await Daemon(workplace)
            try await finished(files.count, of: daemon)
            try await daemon.stop()
            return try await EndState(of: workplace)
        }

        /// A few files more for each life of the daemon, so that no life is idle; then a last life to the end.
        private func runKilled(_ files: [(name: String, bytes: Data)], in workplace: Workplace) async throws {
            var random = SeededRandom(seed: Self.seed)
            var left = files[...]
            for life in 0..<Self.kills {
                let share = (left.count + Self.kills - life - 1) / (Self.kills - life)
                for file in left.prefix(share) { try workplace.drop(file.bytes, as: file.name) }
                left = left.dropFirst(share)
                let daemon = try await Daemon(workplace)
                try await momentOfDeath(in: workplace, &random)
                try await daemon.kill()
            }
            let processes = Processes(workplace: workplace)
            try await eventually("no worker outlives its daemon", within: .seconds(10)) { processes.workers.isEmpty }
            let daemon = try await Daemon(workplace)
            try await finished(files.count, of: daemon)
            #expect(try await daemon.stop().code == 0)
        }

        /// Some time after it serves, or right after something has happened that must not be torn from what follows it.
        private func momentOfDeath(in workplace: Workplace, _ random: inout SeededRandom) async throws {
            let watched: [() -> [String]] = [
                { Files.below("\(workplace.data)/spool") }, { Files.below("\(workplace.data)/store") }, { workplace.files(.inbox) },
                { workplace.files(.done) }, { Files.stamps(["\(workplace.data)/catalogue.sqlite-wal"]) },
            ]
            let choice = Int.random(in: 0...watched.count, using: &random)
            guard watched.indices.contains(choice) else { return try await pass(.milliseconds(Int.random(in: 0...1500, using: &random))) }
            let times = Int.random(in: 1...3, using: &random)
            let deadline = ContinuousClock.now + .seconds(3)
            for _ in 0..<times {
                let before = watched[choice]()
                while ContinuousClock.now < deadline, watched[choice]() == before { try await pass(.microseconds(500)) }
            }
            if Bool.random(using: &random) { try await pass(.milliseconds(Int.random(in: 0...30, using: &random))) }
        }

        private func finished(_ count: Int, of daemon: Daemon) async throws {
            try await eventually("the inbox is empty, not \(daemon.workplace.files(.inbox)); the daemon says: \(daemon.errors)") {
                daemon.workplace.files(.inbox).isEmpty
            }
            try await eventually("\(count) scans have ended", every: .milliseconds(300)) {
                let scans = try await daemon.workplace.scans()
                return scans.allSatisfy { $0["outcome"] != .null } && scans.count >= count
            }
        }
    }
}
