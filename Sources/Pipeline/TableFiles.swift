internal import DurableFiles
package import Records
internal import Yams

/// The tables beside the pipelines: procedures with their components, which unit is responsible for what, and the words of papers. A file
/// that is wrong is refused with its line.
package enum TableFiles {
    package typealias Mistake = PipelineFiles.Mistake

    package static let proceduresName = "procedures.yaml"
    package static let routingName = "routing.yaml"
    /// Files of the folder that are no pipelines.
    static let names: Set<String> = [proceduresName, routingName, typesName, formsName, wordsName]

    /// - Parameter folder: the folder of pipelines, nil for the usual one. Where the file is not there, the built-in table serves.
    package static func procedures(folder: String?) throws(Mistake) -> [Procedure] {
        let (text, file) = try text(of: proceduresName, in: folder, builtIn: BuiltInTables.procedures)
        let types = try self.text(of: typesName, in: folder, builtIn: BuiltInVocabulary.types)
        return try procedures(text, file: file, types: try documentTypes(types.text, file: types.file).map(\.code))
    }

    package static func routing(folder: String?) throws(Mistake) -> [RoutingRule] {
        let (text, file) = try text(of: routingName, in: folder, builtIn: BuiltInTables.routing)
        return try routing(text, file: file)
    }

    /// - Parameter types: codes of documents that a result may have.
    package static func procedures(_ yaml: String, file: String, types: [String]) throws(Mistake) -> [Procedure] {
        var codes: Set<String> = []
        return try entries(yaml, file: file).map { node throws(Mistake) in
            let entry = try TableEntry(node, file: file, known: ["code", "name", "source", "result", "components"])
            let code = try entry.text("code")
            guard codes.insert(code).inserted else { throw entry.mistake("code: mã \(code) đã có ở trên") }
            return Procedure(
                code: code, name: try entry.text("name"), source: try entry.text("source"), resultForms: try results(entry, types: types),
                components: try (entry.nodes("components")).map { node throws(Mistake) in try component(node, file: file) })
        }
    }

    /// An administrative document ends a procedure only by its type: else any paper of the case would.
    private static func results(_ entry: TableEntry, types: [String]) throws(Mistake) -> [String]? {
        let results = try entry.optionalTexts("result")
        for result in results ?? [] {
            let parts = result.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            if result == PaperForm.document {
                throw entry.mistake("result: \(result) phải kèm loại văn bản, ví dụ \(result)/TB, \(result)/QĐ", at: "result")
            }
            guard parts.count > 1 else { continue }
            guard parts.count == 2, parts[0] == PaperForm.document else {
                throw entry.mistake("result: \(result): chỉ \(PaperForm.document) mới kèm loại, ví dụ \(PaperForm.document)/TB", at: "result")
            }
            guard types.contains(parts[1]) else { throw entry.mistake("result: không có loại văn bản \(parts[1]) trong \(typesName)", at: "result") }
        }
        return results
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

    static func entries(_ yaml: String, file: String) throws(Mistake) -> [Node] {
        guard let root = try root(of: yaml, file: file), root.null == nil else { return [] }
        guard let list = root.sequence else { throw Mistake(file: file, line: 1, message: "phải là một danh sách, mỗi mục bắt đầu bằng dấu -") }
        return Array(list)
    }

    static func root(of yaml: String, file: String) throws(Mistake) -> Node? {
        do { return try compose(yaml: yaml) } catch let error as YamlError { throw Mistake(error, file: file) } catch {
            throw Mistake(file: file, line: 1, message: "\(error)")
        }
    }

    static func text(of name: String, in folder: String?, builtIn: String) throws(Mistake) -> (text: String, file: String) {
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
