import Foundation
import GRDB
import Records
import SQLiteCatalogue
import TestSupport

/// A folder with a catalogue in it, gone with the test.
final class TemporaryCatalogue {
    let folder: URL
    var path: String { folder.appending(path: "catalogue.sqlite").path }

    init() throws {
        folder = TestRun.folder.appending(path: "catalogue-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func open() throws -> SQLiteCatalogue { try SQLiteCatalogue(path: path, roles: Samples.roles) }

    /// Works on the file behind the catalogue's back.
    @discardableResult
    func tamper<Value>(_ work: (Database) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(5)
        return try DatabaseQueue(path: path, configuration: configuration).writeWithoutTransaction(work)
    }

    /// Whether the bytes of `text` stand anywhere in the files of the catalogue.
    func holds(_ text: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).contains { file in
            try Data(contentsOf: file).range(of: Data(text.utf8)) != nil
        }
    }
}
