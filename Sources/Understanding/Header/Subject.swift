import Records

/// Trích yếu: what a document is about. Under the type's name, centred and bold; on a công văn small under the number, behind "V/v"
/// (NĐ 30/2020/NĐ-CP, appendix I, zones 5a and 5b).
enum Subject {
    private static let most = 8

    // MARK: Under a title

    static func under(_ title: Title, on layout: PageLayout) -> Field? {
        let below = layout.rows.compactMap { row in
            PrintedLine.joined(row.filter { isInk($0) })
        }.filter { $0.middle > title.line.middle + 0.5 * title.line.height }
        var lines = title.rest.map { [$0] } ?? []
        var previous = title.line
        let pitch = layout.linePitch
        for line in below {
            let step = line.middle - previous.middle
            if isRule(line) { break }
            guard lines.count < most, !goesTooFar(step, pitch: pitch, isFirst: lines.isEmpty), !beginsBody(line), isCentred(line, under: title.line)
            else { break }
            // Behind a subject in small letters, capitals are the issuer who begins the body (`CHỦ TỊCH ỦY BAN NHÂN DÂN …`).
            if line.isCapitals, line.letters > 8, lines.last.map({ !$0.isCapitals }) ?? false { break }
            lines.append(line)
            previous = line
        }
        return field(lines)
    }

    /// The body begins after a wider gap than lines have between them.
    private static func goesTooFar(_ step: Double, pitch: Double, isFirst: Bool) -> Bool { step > pitch * (isFirst ? 2.4 : 1.5) }

    private static func isCentred(_ line: PrintedLine, under title: PrintedLine) -> Bool {
        let reach = title.centre
        return abs(line.centre - reach) < 0.06 || (line.box.x < reach && line.box.right > reach && line.box.x > 0.2)
    }

    private static func isInk(_ line: PrintedLine) -> Bool {
        line.letters >= 2 || line.text.count { "-_—–".contains($0) } >= 3
    }

    /// `-----` or a printed rule under the subject.
    private static func isRule(_ line: PrintedLine) -> Bool {
        let text = line.text.filter { !$0.isWhitespace }
        return text.count >= 3 && text.count { "-_—–=.~*".contains($0) } * 3 >= text.count * 2
    }

    /// Words with which bodies begin.
    private static let bodyBeginnings = [
        "can cu", "kinh gui", "hom nay", "uy ban nhan dan", "hoi dong nhan dan", "chu tich", "thuc hien chi dao", "dieu 1", "i ", "1 ", "phan thu",
        "thoi gian", "ban thuong vu",
    ]

    private static func beginsBody(_ line: PrintedLine) -> Bool {
        let plain = line.plain + " "
        let issuer = line.isCapitals && line.letters > 8
        return bodyBeginnings.contains { beginning in
            guard plain.hasPrefix(beginning) else { return false }
            return !["chu tich", "uy ban nhan dan", "hoi dong nhan dan", "ban thuong vu"].contains(beginning) || issuer
        }
    }

    // MARK: Behind "V/v"

    /// The lines of the left column under the number, from "V/v" on.
    static func behindAbout(in rows: [PrintedLine]) -> Field? {
        guard let start = rows.firstIndex(where: isAbout) else { return nil }
        var lines = [rows[start]]
        for row in rows[(start + 1)...] {
            guard let last = lines.last, lines.count < most else { break }
            guard row.letters >= 3, row.middle - last.middle < 2.6 * max(row.height, last.height), !beginsBody(row) else { break }
            lines.append(row)
        }
        return field(lines)
    }

    static func isAbout(_ row: PrintedLine) -> Bool {
        let words = row.words.prefix(3).map { Lettering.trimmed($0.text).lowercased().filter { !$0.isWhitespace } }
        return words.contains { ["v/v", "v/y", "w/v", "v/w", "vív", "v/v:", "v/", "v/v."].contains($0) || $0.hasPrefix("v/v") }
            || row.plain.hasPrefix("ve viec")
    }

    // MARK: The text

    private static func field(_ lines: [PrintedLine]) -> Field? {
        let text = cleaned(lines.map(\.text).joined(separator: " "))
        guard Lettering.letterCount(text) >= 4 else { return nil }
        return Field(text, lines: lines, certainty: hasWrongQuarter(text) ? 0.55 : 0.96)
    }

    /// `quý HH năm 2026`: a quarter is one of four; engines misread their Roman figures.
    private static func hasWrongQuarter(_ text: String) -> Bool {
        text.matches(of: /\b[Qq]uý (?<quarter>\S+)(?: năm|\/)/).contains {
            !["I", "II", "III", "IV", "1", "2", "3", "4", "này"].contains($0.quarter)
        }
    }

    /// Without specks at the ends and without "V/v"; `Về việc` under a title is part of it.
    static func cleaned(_ text: String) -> String {
        var text = Lettering.trimmed(VietnameseText.squashed(text), of: " .,;:|_-–—'\"`*~[]{}\\/")
        while let first = text.split(separator: " ").first, !first.contains(where: { $0.isCased || $0.isNumber }) {
            text = String(text.dropFirst(first.count).drop { $0 == " " })
        }
        text = text.replacing(/^[^A-Za-zĐđ]{0,3}[VvWw]\s?\/\s?[vVyw]\b[:.]?\s*/, with: "")
        return text.replacing(/\s*[|_~]+\s*/, with: " ")
    }
}
