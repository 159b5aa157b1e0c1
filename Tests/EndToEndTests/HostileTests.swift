import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Files that are broken, locked, false or meant to harm, among good ones.
    @Suite("Hostile files") struct HostileTests {
        /// A file and the code that it must be rejected with; nil when it must be recorded all the same.
        struct Case {
            let name: String
            let bytes: Data
            let code: String?
        }

        @Test("Each is set aside with its reason, the good ones are recorded, and nothing dies")
        func amongGoodOnes() async throws {
            let workplace = try Workplace(Workplace.Watching(settle: 0.2, giveUp: 0.6))
            let cases = try await Self.cases(in: workplace)
            let daemon = try await Daemon.ready(workplace)
            for file in cases { try workplace.drop(file.bytes, as: file.name) }
            try await workplace.emptied()
            try await eventually("every file has ended") { try await workplace.scans().filter { $0["outcome"] != .null }.count == cases.count }
            let scans = Dictionary(uniqueKeysWithValues: try await workplace.scans().map { ($0["file"].text ?? "?", $0) })
            for file in cases {
                let scan = try #require(scans[file.name], "\(file.name)")
                #expect(scan["outcome"].text == (file.code == nil ? "recorded" : "rejected"), "\(file.name)")
                #expect(scan["reason"]["code"].text == file.code, "\(file.name)")
            }
            let letters = Set(cases.filter { $0.code != nil }.flatMap { [$0.name, $0.name + ".reason.txt"] })
            #expect(Set(workplace.files(.rejected)) == letters)
            #expect(daemon.isRunning)
            #expect(try await daemon.get("/readyz").status == 200)
            #expect(try await daemon.metric("sohoa_worker_restarts_total") <= 2)
            #expect(try await daemon.stop().code == 0)
        }

        private static func cases(in workplace: Workplace) async throws -> [Case] {
            try await broken(in: workplace) + zeroed(in: workplace) + locked(in: workplace) + falseOnes() + bombs() + good(in: workplace)
        }

        /// Cut after 10, 50 and 90 % of their bytes.
        private static func broken(in workplace: Workplace) async throws -> [Case] {
            let whole: [(name: String, bytes: Data)] = [
                ("pdf", try Samples.bytes("archive/HS-2026-07.0000001.pdf")),
                ("linear.pdf", try await qpdf(["--linearize"], try Samples.bytes("archive/giay-moi-nguoc-dau.pdf"), in: workplace)),
                ("tif", try Samples.bytes("archive/HS-2026-03/bao-cao-9-thang.tif")),
                ("tail.tiff", try await Drawing.shared.scan("Trang một", "Trang hai", format: "tiff", in: workplace)),
                ("jpg", try Samples.bytes("archive/cong-van-dao-on.jpg")), ("png", try Samples.bytes("archive/thong-bao-tiep-cong-dan.png")),
            ]
            return whole.flatMap { file in
                [10, 50, 90].map { Case(name: "cắt \($0).\(file.name)", bytes: file.bytes.prefix(file.bytes.count * $0 / 100), code: "truncated") }
            }
        }

        /// Of full length, but the last third was never written: what a copy that broke off leaves on some shares.
        private static func zeroed(in workplace: Workplace) async throws -> [Case] {
            func zeroed(_ bytes: Data) -> Data { bytes.prefix(bytes.count * 2 / 3) + Data(count: bytes.count / 3) }
            let linear = try await qpdf(["--linearize"], try Samples.bytes("archive/to-trinh-nghieng-3-do.pdf"), in: workplace)
            return [
                Case(name: "không.pdf", bytes: zeroed(linear), code: "truncated"),
                Case(name: "không.tiff", bytes: zeroed(try await Drawing.shared.scan("Đuôi rỗng", format: "tiff", in: workplace)), code: "truncated"),
                Case(name: "không.jpg", bytes: zeroed(try Samples.bytes("archive/cong-van-dao-on.jpg")), code: "truncated"),
                Case(name: "không.png", bytes: zeroed(try Samples.bytes("archive/thong-bao-tiep-cong-dan.png")), code: "truncated"),
                Case(name: "không có nét.tif", bytes: Picture.tiffOfZeros(side: 800), code: "unreadable"),
                Case(name: "toàn không.pdf", bytes: Data(count: 5000), code: "truncated"),
            ]
        }

        private static func locked(in workplace: Workplace) async throws -> [Case] {
            let plain = HandmadePDF(lines: ["Van ban co mat khau"]).data
            return [
                Case(name: "mật khẩu.pdf", bytes: try await qpdf(["--encrypt", "mở", "chủ", "256", "--"], plain, in: workplace), code: "encrypted"),
                Case(name: "chỉ khóa sửa.pdf", bytes: try await qpdf(["--encrypt", "", "chủ", "256", "--"], plain, in: workplace), code: nil),
            ]
        }

        /// Not what their names say.
        private static func falseOnes() -> [Case] {
            [
                Case(name: "rỗng.pdf", bytes: Data(), code: "empty"),
                Case(name: "trang web.pdf", bytes: Data("<!DOCTYPE html><html><body>404</body></html>\n".utf8), code: "unsupported"),
                Case(name: "chữ.pdf", bytes: Data("Kính gửi: Ủy ban nhân dân xã\n".utf8), code: "unsupported"),
                Case(name: "nén.pdf", bytes: Data([0x50, 0x4B, 0x03, 0x04, 20, 0, 0, 0]) + Data(count: 200), code: "unsupported"),
                Case(name: "không trang.pdf", bytes: HandmadePDF(lines: []).data, code: "no_pages"),
                Case(
                    name: "đảo đuôi.pdf", bytes: Picture.png((try? Samples.bytes("tthc/don-xac-nhan.png")) ?? Data(), noting: "đuôi pdf"), code: nil),
            ]
        }

        /// Little bytes, many pixels.
        private static func bombs() -> [Case] {
            [
                Case(name: "bom.png", bytes: Picture.pngBomb(side: 20_000), code: "too_large"),
                Case(name: "bom.tif", bytes: Picture.tiffBomb(side: 20_000), code: "too_large"),
                Case(name: "trang 5 mét.pdf", bytes: HandmadePDF(lines: ["Ban do quy hoach"], side: 14_400, letters: 900).data, code: nil),
            ]
        }

        private static func good(in workplace: Workplace) async throws -> [Case] {
            var cases: [Case] = []
            for number in 1...3 {
                cases.append(Case(name: "tốt \(number).png", bytes: try await Drawing.shared.tiny("tốt \(number)", in: workplace), code: nil))
            }
            let lot = try await Drawing.shared.scan("Một trang ảnh", format: "jpg", in: workplace)
            return cases + [Case(name: "tốt.jpg", bytes: Picture.jpeg(lot, noting: "tốt"), code: nil)]
        }

        private static func qpdf(_ options: [String], _ bytes: Data, in workplace: Workplace) async throws -> Data {
            let path = "\(workplace.scratch)/\(UUID().uuidString)"
            try bytes.write(to: URL(fileURLWithPath: path + ".in"))
            let run = try await Program.run(
                "/usr/bin/env", ["qpdf"] + options + [path + ".in", path + ".pdf"], in: workplace.root, scratch: workplace.scratch)
            guard run.code == 0 else { throw Workplace.ToolFailed(name: "qpdf", said: run.errors) }
            return try Files.bytes(path + ".pdf")
        }
    }
}
