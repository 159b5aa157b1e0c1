import Records
import Testing

@testable import Evaluation

/// Letters as the comparisons take them.
func letters(_ text: String) -> [Unicode.Scalar] { Array(VietnameseText.squashed(text).unicodeScalars) }

@Suite("Text against what is printed") struct TextTests {
    @Test(
        "Of two texts the longest common subsequence is shared, in whatever places",
        // "ABCBDAB" and "BDCABA" share BCBA: 7 + 6 − 2 × 4.
        arguments: [("ABCBDAB", "BDCABA", 5), ("abc", "abc", 0), ("abc", "xyz", 6), ("", "ab", 2)])
    func shared(pattern: String, text: String, distance: Int) {
        #expect(SharedLetters(letters(pattern)[...]).distance(to: letters(text)[...]) == distance)
    }

    @Test("A pattern longer than one machine word is compared as a short one is")
    func longPattern() {
        let pattern = letters(String(repeating: "cộng hòa ", count: 20))
        var text = pattern
        text.remove(at: 100)
        text.insert("x", at: 30)
        #expect(SharedLetters(pattern[...]).distance(to: text[...]) == 2)
    }

    @Test("A line is found wherever it stands, and only its own edits count")
    func lineInPage() {
        let page = letters("QUYẾT ĐỊNH Về việc kiện toan Tổ công nghệ số cộng đồng Căn cứ Luật Tổ chức")
        #expect(LineEdits.of(letters("Về việc kiện toàn Tổ công nghệ số cộng đồng"), in: page) == 1)
        #expect(LineEdits.of(letters("Căn cứ Luật Tổ chức"), in: page) == 0)
    }

    @Test("A line that was not read costs all its letters, and never more")
    func lostLine() {
        #expect(LineEdits.of(letters("Nơi nhận"), in: []) == 8)
        #expect(LineEdits.of(letters("zzzz"), in: letters("aaaaaaaaaaaa")) == 4)
        #expect(LineEdits.of(letters("một dòng dài"), in: letters("mộ")) == 10)
    }

    @Test("Figures of a page, counted by hand")
    func page() {
        // Printed: 9 + 1 + 6 letters. Read in the other order, with one letter wrong.
        let comparison = PageComparison(read: "để nghi\nKế hoạch", printed: "Kế  hoạch\nđề nghị")
        #expect(comparison.tally.letters == 16)
        #expect(comparison.tally.lineLetters == 15)
        // "đề nghị" read "để nghi": two letters.
        #expect(comparison.tally.lineEdits == 2)
        #expect(comparison.misread.map(\.line) == ["đề nghị"])
        #expect(comparison.tally.words == 4)
        #expect(comparison.tally.wordsFound == 2)
        // In this order "Kế hoạch" has to go in before and out behind: four words.
        #expect(comparison.tally.wordEdits == 4)
        #expect(comparison.tally.found == 0.5)
    }

    @Test("A page of which nothing was read has lost every letter, every line and every word")
    func emptyPage() {
        let tally = PageComparison(read: "", printed: "Số: 15\nKính gửi").tally
        #expect(tally.letterErrors == 1)
        #expect(tally.lineErrors == 1)
        #expect(tally.wordErrors == 1)
        #expect(tally.found == 0)
    }

    @Test("Sums are of letters, not means of pages")
    func sums() {
        var sum = TextTally()
        sum += PageComparison(read: "ab", printed: "ab").tally
        sum += PageComparison(read: "abcdefgx", printed: "abcdefgh").tally
        #expect(sum.pages == 2)
        #expect(sum.letterErrors == 0.1)
        #expect(TextTally().letterErrors == nil)
    }
}

@Suite("Lines beside each other") struct LineComparisonTests {
    @Test("What differs stands beside what was read for it")
    func steps() {
        let comparison = LineComparison(of: letters("chuyển đổi số"), in: letters("Kế hoạch chuyến đổi sô năm 2026"))
        #expect(
            comparison.steps == [
                .same("chuy"), .differs(printed: "ể", read: "ế"), .same("n đổi s"), .differs(printed: "ố", read: "ô"),
            ])
        #expect(comparison.edits == 2)
        #expect(comparison.read == "chuyến đổi sô")
        #expect(comparison.range == 9..<22)
    }

    @Test("Lost and invented letters stand alone")
    func gaps() {
        #expect(
            LineComparison(of: letters("Nơi nhận"), in: letters("Nơi nhn")).steps == [.same("Nơi nh"), .differs(printed: "ậ", read: ""), .same("n")])
        #expect(
            LineComparison(of: letters("Nơi nhận"), in: letters("Nơxi nhận")).steps == [
                .same("Nơ"), .differs(printed: "", read: "x"), .same("i nhận"),
            ])
        #expect(LineComparison(of: letters("Nơi"), in: []).steps == [.differs(printed: "Nơi", read: "")])
    }

    @Test("Confusions are counted letter by letter, the commonest first")
    func confusions() {
        var tally = ConfusionTally()
        for (printed, read) in [("tổ chức", "tố chức"), ("tổng số", "tống sô"), ("dân số", "dân số"), ("mmmm rn", "mmmm m")] {
            let line = letters(printed)
            tally.add(LineComparison(of: line, in: letters(read)), letters: line.count)
        }
        let found = tally.commonest
        #expect(found.first?.confusion == Confusion(printed: "ổ", read: "ố"))
        #expect(found.first?.count == 2)
        #expect(found.contains { $0.confusion == Confusion(printed: "ố", read: "ô") && $0.count == 1 })
        #expect(found.contains { $0.confusion == Confusion(printed: "rn", read: "m") && $0.count == 1 })
    }

    @Test("A line that was lost confuses nothing")
    func lostLine() {
        var tally = ConfusionTally()
        tally.add(LineComparison(of: letters("Hạnh phúc"), in: letters("qqqqqqqqq")), letters: 9)
        #expect(tally.commonest.isEmpty)
    }
}

@Suite("Confidence") struct CalibrationTests {
    private func reading(_ words: [(String, Double)]) -> PageReading {
        let box = Box(x: 0.1, y: 0.1, width: 0.1, height: 0.02)
        let line = PageReading.Line(words: words.map { PageReading.Word(text: $0.0, confidence: $0.1, box: box) }, block: 0)
        return PageReading(page: 1, lines: [line], source: .ocr, width: 100, height: 100, resolution: 300)
    }

    @Test("Of words that say the same as many are right as the page bears, the surest first; stamps count neither way")
    func words() {
        let verdicts = WordVerdicts(
            reading([("và", 0.5), ("và", 0.9), ("CÔNG", 0.8), ("nghi", 0.7)]), printed: "Kế hoạch và nghị", stamps: ["CÔNG VĂN ĐẾN"]
        ).verdicts
        #expect(verdicts.map(\.confidence) == [0.9, 0.7, 0.5])
        #expect(verdicts.map(\.isRight) == [true, false, false])
    }

    @Test("Buckets hold what was stated and what was right")
    func buckets() throws {
        var tally = CalibrationTally()
        for (confidence, isRight) in [(0.92, true), (0.94, true), (0.90, false), (1.0, true), (0.0, false)] {
            tally.add(confidence: confidence, isRight: isRight)
        }
        let bucket = try #require(tally.buckets.first { $0.from == 0.9 })
        #expect(bucket.count == 3)
        #expect(bucket.shareRight == 2.0 / 3)
        #expect(abs((bucket.meanStated ?? 0) - 0.92) < 1e-9)
        #expect(tally.buckets.last?.count == 1)
        #expect(tally.buckets.first?.count == 1)
        // |2 − 2.76| of the bucket, nothing of the others, over five values.
        #expect(abs((tally.error ?? 0) - 0.152) < 1e-9)
        #expect(CalibrationTally().error == nil)
    }
}
