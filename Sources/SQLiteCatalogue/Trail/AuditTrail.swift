import Foundation
import GRDB
import Records

/// The chain of audit entries: each bears the hash of the one before it, so that none can be changed without breaking those behind.
///
/// The hash is SHA-256, in lower-case hexadecimal, of these fields in this order: previous hash, seq, at (milliseconds), who,
/// what, subject, detail; and, where the entry changed figures, the hash of its changes: SHA-256 of kind, subject, before and after of
/// each, in order. A field is written as its length in bytes (decimal), `:`, its UTF-8 bytes, and `,`; an absent one as
/// `~,`. No two different entries have the same encoding. The first entry follows 64 zeros.
enum AuditTrail {
    private static let beginning = String(repeating: "0", count: 64)
    /// Entries whose times say when it is at the least.
    private static let entriesCompared = 9

    /// Appends inside the caller's transaction, with what the transaction changed in the figures so far; its write lock keeps any
    /// other process from appending to the same head.
    static func append(_ entry: AuditEntry, to db: Database) throws {
        try append(entry, changing: try FigureKeeper.settle(in: db), to: db)
    }

    private static func append(_ entry: AuditEntry, changing changes: [TrailChange], to db: Database) throws {
        let head = try Row.fetchOne(db.cachedStatement(sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"))
        var link = Link(
            seq: (try head?.value("seq") ?? 0) + 1, at: entry.at.milliseconds, who: entry.who.storable, what: entry.what.rawValue,
            subject: entry.subject.storable, detail: entry.detail?.storable, previous: try head?.value("hash") ?? beginning,
            changes: changes.isEmpty ? nil : Chain.hash(changes.flatMap(\.fields)), hash: "")
        link.hash = link.computedHash
        let statement = try db.cachedStatement(
            sql: "INSERT INTO audit (seq, at, who, what, subject, detail, previous, changes, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            link.seq, link.at, link.who, link.what, link.subject, link.detail, link.previous, link.changes, link.hash,
        ])
        try save(changes, of: link.seq, in: db)
    }

    private static func save(_ changes: [TrailChange], of entry: Int64, in db: Database) throws {
        let statement = try db.cachedStatement(sql: "INSERT INTO change (entry, kind, subject, before, after) VALUES (?, ?, ?, ?, ?)")
        for change in changes {
            try statement.execute(arguments: [entry, change.kind.rawValue, change.subject, change.before, change.after])
        }
    }

    /// How many entries there are, which is the number of the last.
    static func length(in db: Database) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT ifnull(max(seq), 0) FROM audit")) ?? 0
    }

    /// Entries for changes of figures that no entry of the transaction has taken along: none escapes. They bear the time of the
    /// transaction's own entries; where it has none, the figures change now, and no day that is past may change with them.
    /// - Parameters:
    ///   - last: number of the last entry before the transaction.
    ///   - cause: why figures change without an entry of their own.
    ///   - now: the present time.
    static func settle(after last: Int64, because cause: FigureCause, at now: Date = Date(), in db: Database) throws {
        var isOwed = cause.isTold
        guard try FigureKeeper.isBehind(in: db) || isOwed else { return }
        let own = try Int64.fetchOne(db, sql: "SELECT at FROM audit WHERE seq > ? ORDER BY seq DESC LIMIT 1", arguments: [last])
        let entry = AuditEntry(
            at: try own.map(Date.init(milliseconds:)) ?? presentMoment(now, in: db), who: AuditEntry.daemon, what: .figuresSettled,
            subject: "figures",
            detail: own == nil ? try JSONText.encode(cause) : nil)
        repeat {
            let changes = try FigureKeeper.settle(in: db)
            if !changes.isEmpty || isOwed { try append(entry, changing: changes, to: db) }
            isOwed = false
        } while try FigureKeeper.isBehind(in: db)
    }

    /// Now, but never before the middle one of the last entries' times: one settling may take many entries, and many by a clock that was
    /// set back would outweigh the days that they stand behind. The middle one, for a single clock that ran ahead must not lead them on.
    private static func presentMoment(_ now: Date, in db: Database) throws -> Date {
        let times = try Int64.fetchAll(db, sql: "SELECT at FROM audit ORDER BY seq DESC LIMIT \(entriesCompared)").sorted()
        let middle = times.isEmpty ? nil : Date(milliseconds: times[times.count / 2])
        return max(now, middle ?? .distantPast)
    }

    /// Walks the chain entry by entry. Returns a sentence on the first break; nil when it is whole.
    static func firstBreak(in db: Database) throws -> String? {
        var previous = beginning
        var seq: Int64 = 0
        let links = try Row.fetchCursor(db, sql: "SELECT * FROM audit ORDER BY seq")
        while let row = try links.next() {
            let link = try Link(row)
            guard link.seq == seq + 1 else { return "audit: entry \(seq + 1) is missing" }
            guard link.previous == previous else { return "audit: entry \(link.seq) does not follow from the entry before it" }
            guard link.hash == link.computedHash else { return "audit: entry \(link.seq) was changed after it was written" }
            let changes = try changes(of: link.seq, in: db)
            guard link.changes == (changes.isEmpty ? nil : Chain.hash(changes.flatMap(\.fields))) else {
                return "audit: what entry \(link.seq) changed is not what it changed when it was written"
            }
            (previous, seq) = (link.hash, link.seq)
        }
        // SQLite remembers the highest number that it gave out, which is how entries missing at the end are seen.
        let last = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'audit'") ?? 0
        return last > seq ? "audit: entry \(seq + 1) is missing" : nil
    }

    static func changes(of entry: Int64, in db: Database) throws -> [TrailChange] {
        let statement = try db.cachedStatement(sql: "SELECT kind, subject, before, after FROM change WHERE entry = ? ORDER BY seq")
        return try Row.fetchAll(statement, arguments: [entry]).map { row in
            TrailChange(
                kind: try row.choice("kind"), subject: try row.value("subject"), before: try row.value("before"), after: try row.value("after"))
        }
    }
}

/// How texts are hashed so that no two lists of them come out alike.
private enum Chain {
    static func hash(_ fields: [String?]) -> String {
        let encoded = fields.map { field in field.map { "\($0.utf8.count):\($0)," } ?? "~," }.joined()
        return Digest.of(Data(encoded.utf8))
    }
}

extension TrailChange {
    fileprivate var fields: [String?] { [kind.rawValue, subject, before, after] }
}

/// One entry as it stands in the chain.
private struct Link {
    var seq: Int64
    var at: Int64
    var who: String
    var what: String
    var subject: String
    var detail: String?
    var previous: String
    var changes: String?
    var hash: String

    var computedHash: String {
        Chain.hash([previous, String(seq), String(at), who, what, subject, detail] + (changes.map { [$0] } ?? []))
    }
}

extension Link {
    init(_ row: Row) throws {
        self.init(
            seq: try row.value("seq"), at: try row.value("at"), who: try row.value("who"), what: try row.value("what"),
            subject: try row.value("subject"), detail: try row.value("detail"), previous: try row.value("previous"),
            changes: try row.value("changes"), hash: try row.value("hash"))
    }
}
