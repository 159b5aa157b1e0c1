import DurableFiles
import Foundation
import Intake
import Records

/// The files that a command line names. What cannot be taken is told, and the rest is taken.
struct SourceFiles {
    private(set) var sources: [ScanSource] = []
    /// One line each: which file, what is wrong, what to do.
    private(set) var problems: [String] = []
    private let pipeline: String?

    /// Files as given, whatever they are called; of folders every file below them, by name, but those that an inbox leaves alone too:
    /// hidden ones, and ones that a program is still making.
    init(_ paths: [String], pipeline: String?) {
        self.pipeline = pipeline
        for path in paths { add(path) }
    }

    private mutating func add(_ path: String) {
        guard FileManager.default.fileExists(atPath: path) else { return problems.append(Phrases.noSuchFile(path)) }
        do {
            try addFolder(path, folders: [])
        } catch {
            guard error.isNoFolder else { return problems.append(Phrases.cannotList(path, error.cause)) }
            add(path, name: String(path.split(separator: "/").last ?? ""), folders: [])
        }
    }

    private mutating func addFolder(_ folder: String, folders: [String]) throws(FileFailure) {
        for entry in try Folder.entries(of: folder).sorted(by: { $0.name < $1.name }) where !FolderInbox.isLeftAlone(entry.name) {
            let path = "\(folder)/\(entry.name)"
            if entry.otherName != nil {
                if entry.kind != .other { problems.append(Phrases.nameNotUTF8(path)) }
                continue
            }
            switch entry.kind {
            case .file: add(path, name: entry.name, folders: folders)
            case .folder:
                do { try addFolder(path, folders: folders + [entry.name]) } catch { problems.append(Phrases.cannotList(path, error.cause)) }
            case .other: break
            }
        }
    }

    /// A link that a person names is followed; it keeps its own name.
    private mutating func add(_ path: String, name: String, folders: [String]) {
        let location = URL(fileURLWithPath: Folder.real(path)).path
        sources.append(ScanSource(location: location, fileName: name, folders: folders, pipeline: pipeline, inboxPath: nil))
    }
}
