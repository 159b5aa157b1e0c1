internal import DurableFiles
package import Records
internal import Yams

/// The tables beside the pipelines: procedures with their components, and which unit is responsible for what. A file that is wrong is
/// refused with its line.
package enum TableFiles {
    package typealias Mistake = PipelineFiles.Mistake

    package static let proceduresName = "procedures.yaml"
    package static let routingName = "routing.yaml"
    /// Files of the folder that are no pipelines.
    static let names: Set<String> = [proceduresName, routingName]

    /// - Parameter folder: the folder of pipelines, nil for the usual one. Where the file is not there, the built-in table serves.
    package static func procedures(folder: String?) throws(Mistake) -> [Procedure] {
        let (text, file) = try text(of: proceduresName, in: folder, builtIn: BuiltInTables.procedures)
        return try procedures(text, file: file)
    }

    package static func routing(folder: String?) throws(Mistake) -> [RoutingRule] {
        let (text, file) = try text(of: routingName, in: folder, builtIn: BuiltInTables.routing)
        return try routing(text, file: file)
    }

    package static func procedures(_ yaml: String, file: String) throws(Mistake) -> [Procedure] {
        var codes: Set<String> = []
        return try entries(yaml, file: file).map { node throws(Mistake) in
            let entry = try TableEntry(node, file: file, known: ["code", "name", "source", "result", "components"])
            let code = try entry.text("code")
            guard codes.insert(code).inserted else { throw entry.mistake("code: mã \(code) đã có ở trên") }
            return Procedure(
                code: code, name: try entry.text("name"), source: try entry.text("source"), resultForms: try entry.texts("result"),
                components: try (entry.nodes("components")).map { node throws(Mistake) in try component(node, file: file) })
        }
    }

    private static func component(_ node: Node, file: String) throws(Mistake) -> Procedure.Component {
        let entry = try TableEntry(node, file: file, known: ["code", "name", "forms", "required", "reuse", "valid_months"])
        let reuse: Procedure.Reuse
        if let word = try entry.optionalText("reuse") {
            guard let known = Procedure.Reuse(rawValue: word) else { throw entry.mistake("reuse: phải là allowed, never hoặc shown") }
            reuse = known
        } else {
            reuse = .allowed
        }
        return Procedure.Component(
            code: try entry.text("code"), name: try entry.text("name"), forms: try entry.texts("forms"),
            isRequired: try entry.flag("required") ?? true,
            reuse: reuse, validMonths: try entry.number("valid_months", in: 1...1200))
    }

    package static func routing(_ yaml: String, file: String) throws(Mistake) -> [RoutingRule] {
        try entries(yaml, file: file).map { node throws(Mistake) in
            let entry = try TableEntry(node, file: file, known: ["unit", "types", "procedures", "forms", "words"])
            return RoutingRule(
                unit: try entry.text("unit"), types: try entry.texts("types"), procedures: try entry.texts("procedures"),
                forms: try entry.texts("forms"), words: try entry.texts("words"))
        }
    }

    private static func entries(_ yaml: String, file: String) throws(Mistake) -> [Node] {
        let root: Node?
        do { root = try compose(yaml: yaml) } catch let error as YamlError { throw Mistake(error, file: file) } catch {
            throw Mistake(file: file, line: 1, message: "\(error)")
        }
        guard let root, root.null == nil else { return [] }
        guard let list = root.sequence else { throw Mistake(file: file, line: 1, message: "phải là một danh sách, mỗi mục bắt đầu bằng dấu -") }
        return Array(list)
    }

    private static func text(of name: String, in folder: String?, builtIn: String) throws(Mistake) -> (text: String, file: String) {
        let path = "\(folder ?? PipelineFiles.usualFolder)/\(name)"
        let bytes: [UInt8]
        do throws(FileFailure) { bytes = try DurableWrite.contents(of: path) } catch {
            if error.isMissing { return (builtIn, name) }
            throw Mistake(file: path, line: 0, message: "không đọc được tệp (\(error.cause)); kiểm tra quyền đọc")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Mistake(file: path, line: 0, message: "không đọc được tệp; tệp phải là văn bản UTF-8")
        }
        return (text, path)
    }
}

/// One entry of a table, its keys checked one by one.
private struct TableEntry {
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

    func mistake(_ message: String) -> Mistake { Mistake(file: file, line: line, message: message) }

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
}
