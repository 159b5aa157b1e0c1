import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
    /// A data folder that runs out of room.
    @Suite("Disk full") struct DiskFullTests {
        /// Whether a small file system can be mounted here, which takes root.
        static let canMount: Bool = {
            guard getuid() == 0 else { return false }
            guard let disk = try? SmallDisk(megabytes: 1) else { return false }
            disk.unmount()
            return true
        }()

        @Test(
            "With a full disk nothing is lost and it is said; when there is room again the work goes on",
            .enabled(if: canMount, "needs root and mount"))
        func fullAndFreed() async throws {
            let disk = try SmallDisk(megabytes: 24)
            defer { disk.unmount() }
            let shares = try Workplace()
            let workplace = try Workplace(data: "\(disk.path)/data", folders: "\(shares.root)/chia sẻ")
            let inbox = "\(shares.root)/chia sẻ/archive/inbox"
            let daemon = try await Daemon(workplace)
            let names = (1...4).map { "\($0).jpg" }
            let picture = try Samples.bytes("archive/cong-van-dao-on.jpg")

            try await drop(Picture.jpeg(picture, noting: names[0]), as: names[0], into: inbox, of: shares)
            try await eventually("the first is recorded") { try await workplace.scans("recorded").count == 1 }
            try disk.fill(leaving: 60_000)
            for name in names.dropFirst() { try await drop(Picture.jpeg(picture, noting: name), as: name, into: inbox, of: shares) }
            try await eventually("the daemon says that there is no room") { daemon.errors.contains("No space left") }
            #expect(try await daemon.get("/healthz").status == 200)
            #expect(try await daemon.get("/readyz").status == 503)
            #expect(Set(Files.below(inbox)) == Set(names.dropFirst()))
            #expect(daemon.isRunning)

            disk.free()
            try await eventually("the inbox is empty") { Files.below(inbox).isEmpty }
            try await eventually("all are recorded") { try await workplace.scans("recorded").count == names.count }
            #expect(try await workplace.scans().count == names.count)
            #expect(Set(Files.below("\(shares.root)/chia sẻ/archive/done")) == Set(names))
            #expect(try await daemon.stop().code == 0)
            #expect(try await workplace.sohoa("verify").code == 0)
            #expect(Files.below("\(workplace.data)/spool").isEmpty)
        }

        private func drop(_ bytes: Data, as name: String, into inbox: String, of shares: Workplace) async throws {
            let draft = "\(shares.scratch)/\(name)"
            try bytes.write(to: URL(fileURLWithPath: draft))
            try #require(rename(draft, "\(inbox)/\(name)") == 0)
        }
    }
}
