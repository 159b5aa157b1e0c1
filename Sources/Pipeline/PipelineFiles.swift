internal import DurableFiles
package import Records
package import Yams

/// Pipelines as people write them: one YAML file each. A file that is wrong is refused with its line, never half understood.
package enum PipelineFiles {
    /// A mistake in a file or folder: which, which line (from 1; 0 where it is not in a line), what, and what would be right. Vietnamese.
    package struct Mistake: Error, Sendable, Equatable, CustomStringConvertible {
        package var file: String
        package var line: Int
        package var message: String
        package var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
    }

    /// Where pipelines are looked for when nobody says another place.
    package static let usualFolder = "./pipelines"

    /// All `*.yaml` and `*.yml` of a folder by name.
    /// - Parameters:
    ///   - folder: the one that a configuration names, which must be there and hold some; nil for the usual one, in whose
    ///     absence the built-in pipelines serve.
    ///   - data: the data folder: a `folder:` that is not absolute is meant from there.
    package static func load(folder chosen: String?, data: String) throws(Mistake) -> [PipelineDefinition] {
        let folder = chosen ?? usualFolder
        let names = try names(in: folder, mayBeMissing: chosen == nil)
        guard !names.isEmpty else {
            guard chosen == nil else { throw Mistake(file: folder, line: 0, message: "thư mục quy trình không có tệp .yaml hay .yml nào") }
            return try builtIn.map { item throws(Mistake) in try parse(item.yaml, file: "\(item.name).yaml") }
        }
        var written: [Written] = []
        for name in names {
            let path = "\(folder)/\(name)"
            guard let bytes = try? DurableWrite.contents(of: path), let text = String(validating: bytes, as: UTF8.self) else {
                throw Mistake(file: path, line: 1, message: "không đọc được tệp; tệp phải là văn bản UTF-8")
            }
            let (pipeline, line) = try read(text, file: path)
            written.append(Written(pipeline: pipeline, file: path, folderLine: line))
        }
        let pipelines = try placed(written, data: data)
        for (pipeline, next) in zip(pipelines, pipelines.dropFirst()) where pipeline.name == next.name {
            throw Mistake(file: folder, line: 0, message: "có hai tệp cho quy trình \"\(pipeline.name)\"; hãy bỏ một tệp")
        }
        return pipelines
    }

    private static func names(in folder: String, mayBeMissing: Bool) throws(Mistake) -> [String] {
        do throws(FileFailure) {
            let entries = try Folder.entries(of: folder)
            return entries.filter { $0.kind != .folder && ending(of: $0.name) != nil && !TableFiles.names.contains($0.name) }.map(\.name).sorted()
        } catch  where error.isMissing && mayBeMissing {
            return []
        } catch {
            throw Mistake(file: folder, line: 0, message: "không đọc được thư mục quy trình (\(error.cause)); kiểm tra đường dẫn và quyền đọc")
        }
    }

    private static func ending(of name: String) -> String? { [".yaml", ".yml"].first { name.hasSuffix($0) } }

    /// - Parameter file: for messages; its name without folder and ending is the pipeline's.
    package static func parse(_ yaml: String, file: String) throws(Mistake) -> PipelineDefinition { try read(yaml, file: file).pipeline }

    /// The pipeline, and the line of its `folder:` where it has one.
    private static func read(_ yaml: String, file: String) throws(Mistake) -> (pipeline: PipelineDefinition, folderLine: Int?) {
        let root: Node?
        do { root = try compose(yaml: yaml) } catch let error as YamlError { throw Mistake(error, file: file) } catch {
            throw Mistake(file: file, line: 1, message: "\(error)")
        }
        guard let map = root?.mapping else { throw Mistake(file: file, line: 1, message: "phải là các cặp \"khóa: giá trị\"") }
        let fileName = String(file.split(separator: "/").last ?? "")
        let name = String(fileName.dropLast(ending(of: fileName)?.count ?? 0))
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-" || $0 == "_") }) else {
            throw Mistake(file: file, line: 1, message: "tên tệp chỉ gồm chữ thường không dấu, chữ số, - và _")
        }
        let settings = try PipelineSettings(map, file: file)
        return (try settings.definition(name: name), settings.values["folder"]?.mark?.line)
    }
}

extension PipelineFiles.Mistake {
    /// Where and why a file is no YAML.
    package init(_ error: YamlError, file: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            self.init(file: file, line: mark.line, message: "không đúng cú pháp YAML: \(problem)")
        case .duplicatedKeysInMapping(_, let context):
            self.init(file: file, line: context.mark.line, message: "một khóa viết hai lần")
        default:
            self.init(file: file, line: 1, message: "không đúng cú pháp YAML: \(error)")
        }
    }
}

/// The keys of one file, checked one by one.
private struct PipelineSettings {
    typealias Mistake = PipelineFiles.Mistake
    let file: String
    let values: [String: Node]
    static let known = [
        "title", "kind", "folder", "languages", "settle_seconds", "give_up_seconds", "rescan_seconds", "afterwards", "required_fields",
        "minimum_confidence", "split_by_content", "split_at_blank_sides", "separator_codes", "interleave",
    ]

    init(_ map: Node.Mapping, file: String) throws(Mistake) {
        self.file = file
        var values: [String: Node] = [:]
        for (key, value) in map {
            let line = key.mark?.line ?? 1
            guard let name = key.string, Self.known.contains(name) else {
                throw Mistake(
                    file: file, line: line, message: "không có khóa \"\(key.string ?? "?")\"; các khóa: \(Self.known.joined(separator: ", "))")
            }
            values[name] = value
        }
        self.values = values
    }

    func definition(name: String) throws(Mistake) -> PipelineDefinition {
        let model = PipelineDefinition(name: name, title: name, kind: .archive)
        let kind = try choice("kind", of: Record.Kind.self)
        guard let kind else { throw Mistake(file: file, line: 1, message: "thiếu khóa \"kind\" (archive hoặc tthc)") }
        let settle = try number("settle_seconds", in: 0.1...3600) ?? model.settleSeconds
        return PipelineDefinition(
            name: name, title: try text("title") ?? name, kind: kind, folder: try text("folder"), languages: try text("languages") ?? model.languages,
            settleSeconds: settle, giveUpSeconds: try number("give_up_seconds", in: settle...86_400) ?? max(settle, model.giveUpSeconds),
            rescanSeconds: try number("rescan_seconds", in: 0.1...3600) ?? model.rescanSeconds,
            afterwards: try choice("afterwards", of: PipelineDefinition.Afterwards.self) ?? model.afterwards, requiredFields: try fieldNames(),
            minimumConfidence: try number("minimum_confidence", in: 0...1) ?? model.minimumConfidence, separating: try separating(),
            sideOrder: try choice("interleave", of: SideOrder.self) ?? model.sideOrder)
    }

    private func separating() throws(Mistake) -> Separating {
        let model = Separating()
        let sides = try number("split_at_blank_sides", in: 0...9) ?? Double(model.blankSides)
        guard sides == sides.rounded() else { throw mistake("split_at_blank_sides", "phải là số nguyên") }
        return Separating(
            byContent: try flag("split_by_content") ?? model.byContent, blankSides: Int(sides), codes: try texts("separator_codes") ?? model.codes)
    }

    private func flag(_ key: String) throws(Mistake) -> Bool? {
        guard let node = values[key] else { return nil }
        guard let flag = node.bool else { throw mistake(key, "phải là true hoặc false") }
        return flag
    }

    private func texts(_ key: String) throws(Mistake) -> [String]? {
        guard let node = values[key] else { return nil }
        guard let list = node.sequence else { throw mistake(key, "phải là danh sách") }
        return try list.map { item throws(Mistake) in
            guard let text = item.string, !text.isEmpty, text != "*" else {
                throw Mistake(file: file, line: item.mark?.line ?? 1, message: "\(key): mỗi mục là một chuỗi ký tự, không để trống")
            }
            return text
        }
    }

    private func mistake(_ key: String, _ message: String) -> Mistake {
        Mistake(file: file, line: values[key]?.mark?.line ?? 1, message: "\(key): \(message)")
    }

    private func text(_ key: String) throws(Mistake) -> String? {
        guard let node = values[key] else { return nil }
        guard let text = node.string, !text.isEmpty else { throw mistake(key, "phải là một chuỗi ký tự, không để trống") }
        return text
    }

    private func number(_ key: String, in range: ClosedRange<Double>) throws(Mistake) -> Double? {
        guard let node = values[key] else { return nil }
        guard let number = node.float ?? node.int.map(Double.init), range.contains(number) else {
            throw mistake(key, "phải là số từ \(range.lowerBound) đến \(range.upperBound)")
        }
        return number
    }

    private func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, of type: Choice.Type) throws(Mistake) -> Choice? {
        guard let node = values[key] else { return nil }
        guard let text = node.string, let choice = Choice(rawValue: text) else {
            throw mistake(key, "phải là một trong: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    private func fieldNames() throws(Mistake) -> [String] {
        guard let node = values["required_fields"] else { return [] }
        guard let list = node.sequence else { throw mistake("required_fields", "phải là danh sách tên trường") }
        var names: [String] = []
        for item in list {
            guard let name = item.string, Fields.singleNames.contains(name) || name == "persons" else {
                throw Mistake(file: file, line: item.mark?.line ?? 1, message: "required_fields: không có trường \"\(item.string ?? "?")\"")
            }
            names.append(name)
        }
        return names
    }
}
