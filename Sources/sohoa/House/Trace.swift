import Foundation
import Records

/// The traces that looks at personal data leave. Each is written before anything is shown; where it cannot be written, nothing is.
extension Installation {
    /// Who acts: the one that was named, else the user of the machine. Nobody acts in the daemon's name: a person's doing would pass for the
    /// program's, and a user of the machine who is called so is told by his number.
    static func acting(_ named: String?) throws -> String {
        guard let named else {
            let user = ProcessInfo.processInfo.environment["USER"].flatMap { AuditEntry.isDaemon($0) ? nil : $0 }
            return user ?? "uid \(getuid())"
        }
        let who = VietnameseText.squashed(named)
        guard !who.isEmpty else { throw Complaint(Phrases.emptyOption("--by"), code: .usage) }
        guard !AuditEntry.isDaemon(who) else { throw Complaint(Phrases.nameOfDaemon(who), code: .usage) }
        return who
    }

    /// What is given as a reason; nil where nothing is.
    static func reason(_ because: String?) throws -> String? {
        guard let reason = because.map(VietnameseText.squashed), !reason.isEmpty else { return nil }
        if let fault = ReasonFault(in: reason) { throw Complaint("--because: \(Phrases.reason(fault))", code: .usage) }
        return reason
    }

    func leaveTrace(of record: Record, by who: String?) async throws {
        guard let entry = AuditEntry.view(of: record, by: try Self.acting(who), at: Date()) else { return }
        try await catalogue.audit(entry)
    }
}

/// The trace of a list: one entry, written when the first record of a person is about to be shown.
struct ListTrace {
    private let house: Installation
    private let list: String
    private let narrowed: String?
    private let who: String
    private var isLeft = false

    init(_ house: Installation, list: String, narrowed: String? = nil, by who: String?) throws {
        self.house = house
        self.list = list
        self.narrowed = narrowed
        self.who = try Installation.acting(who)
    }

    mutating func note(_ records: [Record]) async throws {
        if records.contains(where: \.isPersonal) { try await leave() }
    }

    /// Of a reason that is shown, which may name a person.
    mutating func note(reason: String?) async throws {
        if reason != nil { try await leave() }
    }

    private mutating func leave() async throws {
        guard !isLeft else { return }
        try await house.catalogue.audit(.listing(list, narrowed: narrowed, by: who, at: Date()))
        isLeft = true
    }
}
