import Foundation
import Records
import Testing

@testable import Reading

extension EngineTests {
    /// Seals over the signer's title and name.
    @Suite("Seals") struct SealTests {
        private func rings(_ name: String, page: Int) throws -> [SealRing] {
            let path = Samples.folder.appending(path: name).path
            let examination = try FileExaminer().examine(path)
            let (image, _) = try PageRecogniser().decode(PageRequest(path: path, mediaType: examination.mediaType, page: page, languages: "vie"))
            return try SealSearch.rings(on: image.raster.grey(), resolution: image.resolution).map { ring in
                ring.scaled(by: 25.4 / image.resolution)
            }
        }

        @Test("A seal is found by its ring, where it is and as wide as it is; a page without one has none")
        func found() throws {
            for name in ["archive/HS-2026-01.0000001.pdf", "archive/HS-2026-03/bao-cao-9-thang.tif"] {
                let found = try rings(name, page: 2)
                #expect(found.count == 1, "\(name)")
                let ring = try #require(found.first)
                #expect(abs(ring.radius - 17.5) < 1.5 && ring.x > 100 && ring.x < 160, "\(name): \(ring)")
                let others = try rings(name, page: 1)
                #expect(others.isEmpty, "\(name): \(others)")
            }
        }

        @Test(
            "The signer's name is read under the seal, in grey and in black and white",
            arguments: [("archive/HS-2026-01.0000001.pdf", "Hà Đình Khôi"), ("archive/HS-2026-03/bao-cao-9-thang.tif", "Cầm Bá Thụ")])
        func name(file: String, name: String) throws {
            #expect(try Samples.read(file, page: 2).text.contains(name))
        }
    }
}
