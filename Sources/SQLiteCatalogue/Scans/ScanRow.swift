import GRDB
import Records

/// How a scan stands in its row.
enum ScanRow {
    /// The scan of a row of `scan`.
    static func scan(_ row: Row) throws -> Scan {
        guard let hash = try row.hash("sha256") else { throw CatalogueFailure.unusable(Sentences.damaged) }
        var scan = Scan(
            id: try row.value("id"), sha256: hash, fileName: try row.value("file_name"), pipeline: try row.value("pipeline"),
            bytes: try row.value("bytes"), mediaType: try row.optionalChoice("media_type"), pages: try row.value("pages"),
            state: try row.choice("state"), reason: try reason(row), markedPage: try row.value("marked_page"),
            duplicateOf: try row.value("duplicate_of"), takenAt: try row.date("taken_at"), finishedAt: try row.optionalDate("finished_at"),
            seconds: try row.value("seconds"), inboxPath: try row.value("inbox_path"))
        (scan.releasedAt, scan.purgedAt) = (try row.optionalDate("released_at"), try row.optionalDate("purged_at"))
        return scan
    }

    private static func reason(_ row: Row) throws -> SetAsideReason? {
        guard let code: SetAsideReason.Code = try row.optionalChoice("reason_code") else { return nil }
        return SetAsideReason(code, message: try row.value("reason_message"), mark: try row.optionalChoice("mark"))
    }

    /// Writes the scan, new or in place of what is noted of it, and returns its number. Its place in the order stays.
    @discardableResult
    static func save(_ scan: Scan, in db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(sql: upsert)
        guard let seq = try Int64.fetchOne(statement, arguments: arguments(scan)) else { throw CatalogueFailure.unusable(Sentences.damaged) }
        return seq
    }

    private static let columns = [
        "id", "sha256", "file_name", "pipeline", "bytes", "media_type", "pages", "state", "reason_code", "reason_message", "mark", "marked_page",
        "duplicate_of", "taken_at", "finished_at", "seconds", "inbox_path",
    ]

    private static let upsert = """
        INSERT INTO scan (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (id) DO UPDATE SET \(columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
        RETURNING seq
        """

    private static func arguments(_ scan: Scan) -> StatementArguments {
        [
            scan.id, scan.sha256.hex, scan.fileName, scan.pipeline, scan.bytes, scan.mediaType?.rawValue, scan.pages, scan.state.rawValue,
            scan.reason?.code.rawValue, scan.reason?.message, scan.reason?.mark?.rawValue, scan.markedPage, scan.duplicateOf,
            scan.takenAt.milliseconds, scan.finishedAt?.milliseconds, scan.seconds, scan.inboxPath,
        ]
    }
}

extension Scan {
    /// The scan without what its file is called: before its screen, a name may itself be a secret.
    var nameless: Scan {
        var scan = self
        scan.fileName = nil
        scan.inboxPath = nil
        return scan
    }

    /// All that may be kept of a paper that bears a mark: hash, size, pipeline, mark, page and time. Whatever the caller passes.
    var restrictedRemainder: Scan {
        Scan(
            id: id, sha256: sha256, fileName: nil, pipeline: pipeline, bytes: bytes, state: .restricted,
            reason: SetAsideReason(.secretMark, mark: reason?.mark), markedPage: markedPage, takenAt: takenAt, finishedAt: finishedAt)
    }
}
