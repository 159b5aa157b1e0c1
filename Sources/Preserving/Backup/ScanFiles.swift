internal import DurableFiles
internal import Foundation
internal import Records

/// The files of one scan as a backup lists them, beside them.
struct ScanFiles: Codable, Equatable {
    var files: [Entry] = []

    struct Entry: Codable, Equatable {
        /// Below the scan's folder.
        var name: String
        var bytes: Int
        /// Of the source, in nanoseconds since 1970: with the size it tells whether the source is still what was copied.
        var modified: Int
        var sha256: ContentHash
    }

    /// Its name inside the scan's folder.
    static let name = "files.json"

    subscript(name: String) -> Entry? { files.first { $0.name == name } }

    var bytes: Int { files.reduce(0) { $0 + $1.bytes } }

    /// Nil where there is none that can be understood.
    static func read(_ folder: String) -> ScanFiles? {
        guard let bytes = try? DurableWrite.contents(of: "\(folder)/\(name)") else { return nil }
        return try? JSONDecoder().decode(ScanFiles.self, from: Data(bytes))
    }

    func write(_ folder: String) throws(FileFailure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(self) else { return }
        try DurableWrite.replace("\(folder)/\(Self.name)", with: [UInt8](bytes))
    }
}

/// What is wrong with the files of a scan: names below the data folder.
package struct FileFaults: Sendable, Equatable {
    /// Listed, and not there.
    package var lost: [String] = []
    /// There, and not what was taken.
    package var damaged: [String] = []

    package init() {}

    package static func + (a: FileFaults, b: FileFaults) -> FileFaults {
        var both = a
        both.lost += b.lost
        both.damaged += b.damaged
        return both
    }
    package var isEmpty: Bool { lost.isEmpty && damaged.isEmpty }
}
