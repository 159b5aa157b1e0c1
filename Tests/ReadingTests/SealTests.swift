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

        @Test("A seal over print is found by its outermost of three rings, to half a millimetre", arguments: [UInt8(20), 140, 185])
        func outermost(shade: UInt8) throws {
            let path = Samples.folder.appending(path: "archive/HS-2026-01.0000001.pdf").path
            let (image, _) = try PageRecogniser().decode(PageRequest(path: path, mediaType: .pdf, page: 1, languages: "vie"))
            let page = try image.raster.grey().copy()
            let (x, y, millimetre) = (120.0, 190.0, image.resolution / 25.4)
            page.withLines { row, bytes in
                for column in 0..<page.width {
                    let distance = hypot(Double(column) / millimetre - x, Double(row) / millimetre - y)
                    let isInk = [(10.5, 0.15), (15.8, 0.2), (17.4, 0.45)].contains { abs(distance - $0.0) <= $0.1 }
                    if isInk { unsafe bytes[column ^ 3] = min(bytes[column ^ 3], shade) }
                }
            }
            let rings = try SealSearch.rings(on: page, resolution: image.resolution).map { $0.scaled(by: 1 / millimetre) }
            #expect(rings.count == 1, "\(rings)")
            let ring = try #require(rings.first)
            #expect(hypot(ring.x - x, ring.y - y) < 0.5 && abs(ring.radius - 17.6) < 0.5, "\(ring)")
        }

        @Test(
            "The signer's name is read under the seal, in grey and in black and white",
            arguments: [("archive/HS-2026-01.0000001.pdf", "Hà Đình Khôi"), ("archive/HS-2026-03/bao-cao-9-thang.tif", "Cầm Bá Thụ")])
        func name(file: String, name: String) throws {
            #expect(try Samples.read(file, page: 2).text.contains(name))
        }
    }
}

@Suite("Circles") struct CircleTests {
    @Test("A ring beside the page, where turning has moved it, takes nothing from the page", arguments: [-30.0, 130.0, 100, 0])
    func beside(x: Double) throws {
        let page = try ImageDecoder.decode(
            PageRequest(path: Samples.folder.appending(path: "archive/cong-van-dao-on.jpg").path, mediaType: .jpeg, page: 1, languages: "vie")
        ).raster.clipped(x: 0, y: 0, width: 100, height: 80).grey().copy()
        let ring = SealRing(x: x, y: 40, radius: 20)
        RingStrokes(of: ring, on: page, black: 128, pixelsPerMillimetre: 2).wipe(on: page, paper: 255)
        #expect(page.columns(from: x - 20, through: x + 20).allSatisfy { (0..<100).contains($0) })
        #expect(page.columns(from: 120, through: 160).isEmpty && page.columns(from: -9, through: -3).isEmpty)
    }

    @Test("A circle is found from part of it")
    func arc() throws {
        let arc = (0..<60).map { step -> (x: Double, y: Double) in
            let angle = Double(step) / 60 * .pi
            return (200 + 80 * cos(angle), 150 + 80 * sin(angle))
        }
        let circle = try #require(SealRing(through: arc))
        #expect(abs(circle.x - 200) < 0.01 && abs(circle.y - 150) < 0.01 && abs(circle.radius - 80) < 0.01)
    }

    @Test("Points on a line, or too few of them, make none")
    func none() {
        #expect(SealRing(through: (0..<9).map { (x: Double($0), y: 2 * Double($0)) }) == nil)
        #expect(SealRing(through: [(0, 0), (1, 0)]) == nil)
    }
}
