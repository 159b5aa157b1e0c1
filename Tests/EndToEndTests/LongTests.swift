import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// What takes minutes: only where `SOHOA_LONG_TESTS` is set.
    @Suite("Long", .enabled(if: ProcessInfo.processInfo.environment["SOHOA_LONG_TESTS"] != nil, "set SOHOA_LONG_TESTS"), .timeLimit(.minutes(60)))
    struct LongTests {
        @Test("A file of 300 pages takes no more memory in the daemon than one of 10")
        func memoryDoesNotGrow() async throws {
            let short = try await peak(pages: 10)
            let long = try await peak(pages: 300)
            #expect(Double(long) <= Double(short) * 1.1, "\(short) KiB with 10 pages, \(long) KiB with 300")
        }

        /// The daemon's largest resident memory while it takes one file, in KiB.
        private func peak(pages: Int) async throws -> Int {
            let workplace = try Workplace()
            let daemon = try await Daemon.ready(workplace)
            try workplace.drop(HandmadePDF(lines: (1...pages).map { "Trang so \($0)" }).data, as: "dày.pdf")
            try await workplace.emptied(within: .seconds(1800))
            try await eventually("it is recorded") { try await workplace.scans("recorded").first?["pages"].integer == pages }
            let peak = try #require(Processes.peakMemory(of: daemon.pid))
            try await daemon.stop()
            return peak
        }
    }
}
