import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Scanners and shares that write slowly.
    @Suite("Slow copies") struct SlowCopyTests {
        @Test("A file that comes in pieces, with rests longer than the quiet time, is taken once and whole", arguments: ["tif", "pdf", "png", "jpg"])
        func piecewise(format: String) async throws {
            let watching = Workplace.Watching(settle: 0.2, giveUp: 60)
            let workplace = try Workplace(watching)
            let bytes = try await whole(format, in: workplace)
            let daemon = try await Daemon.ready(workplace)
            let path = "\(workplace.folder(.inbox))/đang chép.\(format)"
            try Data().write(to: URL(fileURLWithPath: path))
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            let pieces = 4
            for piece in 0..<pieces {
                try handle.write(contentsOf: bytes[(bytes.count * piece / pieces)..<(bytes.count * (piece + 1) / pieces)])
                try await pass(.seconds(watching.settle * 3))
                if piece < pieces - 1 { #expect(try await workplace.scans().isEmpty) }
            }
            try handle.close()
            try await workplace.emptied()
            try await eventually("it has ended") { try await workplace.scans("recorded").count == 1 }
            #expect(try Files.bytes("\(workplace.folder(.done))/đang chép.\(format)") == bytes)
            #expect(try await workplace.scans().count == 1)
            try await daemon.stop()
        }

        private func whole(_ format: String, in workplace: Workplace) async throws -> Data {
            switch format {
            case "tif": try await Drawing.shared.scan("Chép chậm", format: "tiff", in: workplace)
            case "pdf": HandmadePDF(lines: ["Chep cham", "Trang hai"]).data
            case "png": try await Drawing.shared.tiny("chép chậm", in: workplace)
            default: try await Drawing.shared.scan("Chép chậm", format: "jpg", in: workplace)
            }
        }
    }
}
