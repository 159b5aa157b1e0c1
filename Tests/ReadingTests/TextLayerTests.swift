import Foundation
import Records
import TestSupport
import Testing

@testable import Reading

extension EngineTests {
    /// PDFs whose text is another than what they show, made by `samples/generate-layers`.
    @Suite("Text layers that lie", .serialized) final class TextLayerTests {
        private let folder = TestRun.folder.appending(path: "layers-\(UUID().uuidString)")
        private let recogniser = PageRecogniser()

        init() throws {
            try Tool.run(["/usr/bin/python3", Samples.folder.appending(path: "generate-layers").path, "--out", folder.path])
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        @Test("TCVN3, capitals by font, and VNI become Unicode, letter for letter", arguments: ["tcvn3", "vni"])
        func legacy(name: String) throws {
            let reading = try read(name)
            #expect(reading.source == .legacyTextLayer)
            #expect(try words(reading.text) == words(truth(name)))
            #expect(reading.text == reading.text.precomposedStringWithCanonicalMapping)
        }

        @Test(
            "A layer of other letters, of another page, elsewhere, or of the heading only is not believed",
            arguments: [
                "shifted", "foreign", "moved", "heading",
            ])
        func lying(name: String) throws {
            let reading = try read(name)
            #expect(reading.source == .ocr)
            let (read, printed) = try (Set(words(reading.text)), Set(words(truth(name))))
            #expect(Double(printed.intersection(read).count) > 0.9 * Double(printed.count))
        }

        @Test("A page of text and a scan in one file are read each by what it is")
        func mixed() throws {
            #expect(try read("mixed", page: 1).source == .textLayer)
            #expect(try read("mixed", page: 2).source == .ocr)
        }

        private func read(_ name: String, page: Int = 1) throws -> PageReading {
            let path = folder.appending(path: name + ".pdf").path
            return try recogniser.read(PageRequest(path: path, mediaType: .pdf, page: page, languages: "vie"))
        }

        private func truth(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name + ".1.txt"), encoding: .utf8)
        }

        /// In no order: a header's columns may be read in either. Capitals with tones are small letters in TCVN3.
        private func words(_ text: String) -> [String] { text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init).sorted() }
    }
}
