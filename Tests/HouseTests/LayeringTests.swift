import Foundation
import Testing

/// The walls of the house: what each room may import. The table in docs/architecture.md says why.
@Suite("Layering") struct LayeringTests {
    /// Our own targets and outside modules that a target may name; the standard library's are allowed everywhere they do no harm.
    static let allowed: [String: Set<String>] = [
        "Records": ["Foundation"],
        "DurableFiles": ["Glibc"],
        "Intake": ["Records", "DurableFiles", "Foundation", "Glibc", "Synchronization"],
        "Reading": [
            "Records", "Foundation", "Glibc", "Synchronization", "CTesseract", "CLeptonica", "CPoppler", "CQPDF", "CZBar", "CTIFF", "CHEIF", "CLCMS2",
            "CZip",
            "CExpat",
        ],
        "Understanding": ["Records", "Foundation"],
        "Evaluation": ["Records", "Foundation"],
        "Covers": ["Records", "CQREncode", "CCairo"],
        "Preserving": ["Records", "DurableFiles", "Foundation", "Glibc", "Synchronization", "Crypto"],
        "SQLiteCatalogue": ["Records", "Foundation", "Glibc", "Synchronization", "GRDB", "Crypto"],
        "Indicators": ["Records", "Foundation", "CXLSXWriter"],
        "Pipeline": ["Records", "DurableFiles", "Foundation", "Synchronization", "Logging", "Subprocess", "SystemPackage", "Yams"],
        "Web": ["Records", "Foundation", "Synchronization", "Logging", "Hummingbird", "HTTPTypes", "NIOCore", "NIOPosix"],
    ]

    static let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources").standardizedFileURL

    @Test("A room imports only what its wall lets through", arguments: allowed.keys.sorted())
    func imports(room: String) throws {
        let allowed = try #require(Self.allowed[room])
        for file in try Self.swiftFiles(of: room) {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(
                of:
                    /(?m)^\s*(?:@\w+\s+)?(?:(?:package|public|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|func|var|let|typealias|protocol)\s+)?(\w+)/
            ) {
                #expect(allowed.contains(String(match.1)), "\(room)/\(file.lastPathComponent) imports \(match.1)")
            }
        }
    }

    @Test("Every room has its row in the table")
    func everyRoomIsListed() throws {
        let rooms = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path).filter { $0 != "C" && $0 != "sohoa" && !$0.hasPrefix(".") }
        #expect(Set(rooms) == Set(Self.allowed.keys))
    }

    @Test("The C folders hold a module map and a one-line shim, nothing else")
    func shims() throws {
        let folder = Self.sources.appending(path: "C")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)
            #expect(Set(files) == ["module.modulemap", "shim.h"], "Sources/C/\(name)")
        }
    }

    @Test("Outside its own file, nothing forces, stubs or leaves work for later")
    func nothingLeftOver() throws {
        let banned = ["try!", "as!", "fatalError(", "TO" + "DO", "FIX" + "ME"]
        for room in Self.allowed.keys.sorted() + ["sohoa"] {
            for file in try Self.swiftFiles(of: room) {
                let text = try String(contentsOf: file, encoding: .utf8)
                for word in banned { #expect(!text.contains(word), "\(room)/\(file.lastPathComponent) has \(word)") }
            }
        }
    }

    @Test("The pipelines in the checkout are those that ship inside the program")
    func builtInPipelines() throws {
        let files = ["BuiltInPipelines", "BuiltInTables", "BuiltInVocabulary"]
        let builtIn = try files.map { try String(contentsOf: Self.sources.appending(path: "Pipeline/\($0).swift"), encoding: .utf8) }.joined()
        for name in ["archive", "tthc", "procedures", "routing", "types", "forms", "words"] {
            let yaml = try String(contentsOf: Self.sources.appending(path: "../pipelines/\(name).yaml").standardizedFileURL, encoding: .utf8)
            let indented = yaml.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { $0.isEmpty ? "" : "        \($0)" }
            #expect(builtIn.contains(indented.joined(separator: "\n")), "pipelines/\(name).yaml")
        }
    }

    private static func swiftFiles(of room: String) throws -> [URL] {
        let folder = sources.appending(path: room)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return paths.filter { $0.hasSuffix(".swift") }.map { folder.appending(path: $0) }
    }
}
