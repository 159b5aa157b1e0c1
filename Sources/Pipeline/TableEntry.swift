internal import Records
internal import Yams

/// One entry of a table, its keys checked one by one.
struct TableEntry {
    typealias Mistake = PipelineFiles.Mistake
    private let file: String
    private let line: Int
    private var values: [String: Node] = [:]

    init(_ node: Node, file: String, known: [String]) throws(Mistake) {
        self.file = file
        line = node.mark?.line ?? 1
        guard let map = node.mapping else { throw Mistake(file: file, line: line, message: "phải là các cặp \"khóa: giá trị\"") }
        for (key, value) in map {
            guard let name = key.string, known.contains(name) else {
                throw Mistake(
                    file: file, line: key.mark?.line ?? line,
                    message: "không có khóa \"\(key.string ?? "?")\"; các khóa: \(known.joined(separator: ", "))")
            }
            values[name] = value
        }
    }

    private init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    func mistake(_ message: String) -> Mistake { Mistake(file: file, line: line, message: message) }

    /// In the value of a key that is there.
    func mistake(_ message: String, at key: String) -> Mistake { Mistake(file: file, line: values[key]?.mark?.line ?? line, message: message) }

    func optionalText(_ key: String) throws(Mistake) -> String? {
        guard let node = values[key] else { return nil }
        guard let text = node.string.map(VietnameseText.squashed), !text.isEmpty else {
            throw mistake("\(key): phải là một chuỗi ký tự, không để trống")
        }
        return text
    }

    func text(_ key: String) throws(Mistake) -> String {
        guard let text = try optionalText(key) else { throw mistake("thiếu khóa \"\(key)\"") }
        return text
    }

    func nodes(_ key: String) throws(Mistake) -> [Node] {
        guard let node = values[key] else { return [] }
        guard let list = node.sequence else { throw mistake("\(key): phải là một danh sách") }
        return Array(list)
    }

    func texts(_ key: String) throws(Mistake) -> [String] {
        try nodes(key).map { node throws(Mistake) in
            guard let text = node.string.map(VietnameseText.squashed), !text.isEmpty else { throw mistake("\(key): phải là danh sách chuỗi ký tự") }
            return text
        }
    }

    /// Nil where the key is not there, which may be another thing than an empty list.
    func optionalTexts(_ key: String) throws(Mistake) -> [String]? { values[key] == nil ? nil : try texts(key) }

    func flag(_ key: String) throws(Mistake) -> Bool? {
        guard let node = values[key] else { return nil }
        guard let flag = node.bool else { throw mistake("\(key): phải là true hoặc false") }
        return flag
    }

    func number(_ key: String, in range: ClosedRange<Int>) throws(Mistake) -> Int? {
        guard let node = values[key] else { return nil }
        guard let number = node.int, range.contains(number) else {
            throw mistake("\(key): phải là số nguyên từ \(range.lowerBound) đến \(range.upperBound)")
        }
        return number
    }

    /// One of a few words; nil where the key is not there.
    func word(_ key: String, of known: [String]) throws(Mistake) -> String? {
        guard let word = try optionalText(key) else { return nil }
        guard known.contains(word) else { throw mistake("\(key): phải là \(known.dropLast().joined(separator: ", ")) hoặc \(known.last ?? "")") }
        return word
    }

    /// The entry under a key; one without keys where there is none.
    func entry(_ key: String, known: [String]) throws(Mistake) -> TableEntry {
        try values[key].map { node throws(Mistake) in try TableEntry(node, file: file, known: known) } ?? TableEntry(file: file, line: line)
    }
}
