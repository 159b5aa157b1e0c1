import Records

/// One row of a form cut at its labels: `Giới tính: Nam Dân tộc: La Hủ` holds two entries.
struct LabelledRow {
    struct Entry {
        let kind: PersonLabel.Kind
        /// What stands behind the label, up to the next one.
        let value: PrintedLine?
    }

    let entries: [Entry]
    /// The words before the first label, or the whole row where it has none.
    let lead: PrintedLine?

    init(_ row: PrintedLine, _ labels: PersonLabels) {
        let found = Self.labels(in: row, labels)
        var entries: [Entry] = []
        for (position, label) in found.enumerated() {
            let end = position + 1 < found.count ? found[position + 1].range.lowerBound : row.words.count
            let start = label.range.upperBound
            entries.append(Entry(kind: label.kind, value: start < end ? row.slice(start..<end) : nil))
        }
        self.entries = entries
        let first = found.first?.range.lowerBound ?? row.words.count
        lead = first > 0 ? row.slice(0..<first) : nil
    }

    private typealias Found = (kind: PersonLabel.Kind, range: Range<Int>)

    private static func labels(in row: PrintedLine, _ known: PersonLabels) -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < row.words.count {
            if let label = label(at: index, in: row, known) {
                found.append(label)
                index = label.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func label(at index: Int, in row: PrintedLine, _ known: PersonLabels) -> Found? {
        guard !row.plainWords[index].isEmpty, !isTitle(row, at: index) else { return nil }
        for label in known.all {
            guard let end = end(of: label, at: index, in: row) else { continue }
            if label.needsColon, !hasColon(row, at: end - 1) { continue }
            return (label.kind, index..<end)
        }
        return nil
    }

    /// Labels are set in small letters; the same words in capitals are a title.
    private static func isTitle(_ row: PrintedLine, at index: Int) -> Bool {
        let text = row.words[index...].prefix(3).map(\.text).joined(separator: " ")
        return Lettering.letterCount(text) > 5 && Lettering.isCapitals(text)
    }

    /// Where the label's last word ends; words of signs only (`/`) are passed over.
    private static func end(of label: PersonLabels.Label, at index: Int, in row: PrintedLine) -> Int? {
        var words: [String] = []
        var end = index
        while end < row.words.count, words.count < label.words {
            words += row.plainWords[end].split(separator: " ").map(String.init)
            end += 1
        }
        return words.count == label.words && Fuzzy.same(words.joined(separator: " "), label.plain) ? end : nil
    }

    private static func hasColon(_ row: PrintedLine, at index: Int) -> Bool {
        row.words[index].text.hasSuffix(":") || (index + 1 < row.words.count && row.words[index + 1].text.hasPrefix(":"))
    }
}
