import Foundation
import Records
import Testing

@testable import Reading

/// The text under the pictures, as Poppler finds it.
@Suite("The text layer of an archival copy") struct ArchivalTextTests {
    @Test("Words stand where they were read, however the page is turned", arguments: [0, 90, 180, 270])
    func turned(rotation: Int) throws {
        try ArchivalCopy.with(Self.path("archive/dau-mat-do.pdf"), reading: { ArchivalCopy.reading(page: $0, rotation: rotation) }) { copy in
            let page = try PDFPage(copy.path, number: 1)
            #expect((page.height > page.width) == (rotation % 180 == 0))
            Self.expect(ArchivalCopy.words, among: try copy.words())
        }
    }

    @Test("Words of a leaning line stay whole and stand on its slope", arguments: [-5.0, 3.0, 12.0])
    func leaning(degrees: Double) throws {
        let words = ArchivalCopy.words.map { word in
            var word = word
            word.box.y += (word.box.middle.x - 0.5) * tan(degrees * .pi / 180) * 595 / 842 + 0.1
            return word
        }
        try ArchivalCopy.with(
            Self.path("archive/dau-mat-do.pdf"), reading: { ArchivalCopy.reading(page: $0, skew: degrees, words: words) }
        ) { copy in
            Self.expect(words, among: try copy.words())
        }
    }

    @Test("Letters are composed, and what is none is left out")
    func letters() throws {
        let box = Box(x: 0.1, y: 0.1, width: 0.3, height: 0.012)
        let words = [PageReading.Word(text: "Nghi\u{0302}\u{0323}\u{7}\r(\\)", confidence: 1, box: box)]
        try ArchivalCopy.with(Self.path("archive/dau-mat-do.pdf"), reading: { ArchivalCopy.reading(page: $0, words: words) }) { copy in
            #expect(try copy.run("pdftotext").isContent)
            let text = try String(contentsOfFile: copy.folder.appending(path: "copy.txt").path, encoding: .utf8)
            #expect(text.hasPrefix("Nghi\u{0323}\u{0302}(\\)".precomposedStringWithCanonicalMapping))
        }
    }

    @Test("A text of more characters than one font holds keeps them all")
    func manyCharacters() throws {
        let texts = (0..<40).map { row in String(String.UnicodeScalarView((0..<20).compactMap { Unicode.Scalar(0x4E00 + 20 * row + $0) })) }
        let words = texts.enumerated().map { row, text in
            PageReading.Word(text: "a" + text, confidence: 1, box: Box(x: 0.1, y: 0.1 + 0.02 * Double(row), width: 0.5, height: 0.012))
        }
        try ArchivalCopy.with(Self.path("archive/dau-mat-do.pdf"), reading: { ArchivalCopy.reading(page: $0, words: words) }) { copy in
            #expect(try copy.run("pdftotext", "-raw").isContent)
            let text = try String(contentsOfFile: copy.folder.appending(path: "copy.txt").path, encoding: .utf8)
            for word in texts { #expect(text.contains("a" + word)) }
            let script = Samples.folder.appending(path: "../scripts/check-pdfa").standardizedFileURL.path
            #expect(try copy.run(script).isContent)
        }
    }

    /// All of `words` are there, with edges within a hundredth of the page.
    static func expect(_ words: [PageReading.Word], among found: [PageReading.Word]) {
        for word in words {
            let isThere = found.contains { other in
                let (a, b) = (word.box, other.box)
                let edges = [a.x - b.x, a.y - b.y, a.right - b.right, a.bottom - b.bottom]
                return other.text == word.text && edges.allSatisfy { abs($0) < 0.01 }
            }
            #expect(isThere, "\(word)")
        }
    }

    static func path(_ name: String) -> String { Samples.folder.appending(path: name).path }
}

extension EngineTests {
    /// Pages that were really read.
    @Suite("Archiving what was read") struct ArchivalReadingTests {
        @Test(
            "Nearly every word is found again at its place",
            arguments: ["archive/to-trinh-nghieng-3-do.pdf", "archive/bien-ban-xoay-ngang.tif", "archive/HS-2026-07.0000001.pdf"])
        func words(name: String) throws {
            let reading = try Samples.read(name)
            try ArchivalCopy.with(ArchivalTextTests.path(name), reading: { _ in reading }) { copy in
                let found = try copy.words()
                let words = reading.lines.flatMap(\.words)
                let there = words.filter { word in
                    found.contains {
                        let (a, b) = (word.box.middle, $0.box.middle)
                        return $0.text == word.text && abs(a.x - b.x) < 0.01 && abs(a.y - b.y) < 0.01
                    }
                }
                #expect(Double(there.count) > 0.97 * Double(words.count))
                #expect(try PDFPage(copy.path, number: 1).height > 800)
            }
        }
    }
}
