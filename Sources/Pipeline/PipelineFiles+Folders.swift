internal import DurableFiles
internal import Records

/// Where the pipelines' folders lie.
extension PipelineFiles {
    /// A pipeline and where it is written.
    struct Written {
        var pipeline: PipelineDefinition
        var file: String
        /// The line of its `folder:`; nil where it has the usual one.
        var folderLine: Int?
    }

    /// The folder that holds a pipeline's `inbox/` where its file names none.
    package static func usualFolder(of name: String, data: String) -> String { "\(data)/folders/\(name)" }

    /// The pipelines with their folders as absolute paths. Two pipelines in one folder, or one below the other's, would take each other's
    /// files, and which of them did would be chance: that is refused.
    static func placed(_ written: [Written], data: String) throws(Mistake) -> [PipelineDefinition] {
        var placed: [(written: Written, path: String)] = []
        for var one in written {
            if let folder = one.pipeline.folder, !folder.hasPrefix("/") { one.pipeline.folder = "\(data)/\(folder)" }
            let path = real(one.pipeline.folder ?? usualFolder(of: one.pipeline.name, data: data))
            if let other = placed.first(where: { isSameOrNested($0.path, path) }) {
                let (guilty, victim) = one.folderLine == nil ? (other.written, one) : (one, other.written)
                throw Mistake(
                    file: guilty.file, line: guilty.folderLine ?? 1,
                    message:
                        "folder: trùng, chứa hoặc nằm trong thư mục của quy trình \"\(victim.pipeline.name)\"; mỗi quy trình cần một thư mục riêng")
            }
            placed.append((one, path))
        }
        return placed.map(\.written.pipeline)
    }

    /// Without links, `.`, `..`, and with `/` at its end.
    private static func real(_ path: String) -> String {
        var parts: [Substring] = []
        for part in Folder.real(path).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.map { $0 + "/" }.joined()
    }

    private static func isSameOrNested(_ a: String, _ b: String) -> Bool {
        a.utf8.starts(with: b.utf8) || b.utf8.starts(with: a.utf8)
    }
}
