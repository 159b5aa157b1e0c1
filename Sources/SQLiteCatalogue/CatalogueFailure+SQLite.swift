import GRDB
import Records

extension CatalogueFailure {
    /// What an error of SQLite means for whoever asked.
    ///
    /// Only SQLite's own message is passed on: statements and their arguments may hold what people have typed or what a paper says.
    init(_ error: any Error) {
        switch error {
        case let failure as CatalogueFailure: self = failure
        case let error as DatabaseError: self = Self.meaning(of: error)
        case is CancellationError: self = .busy(Sentences.stopped)
        case is RowDecodingError, is DecodingError: self = .unusable(Sentences.damaged)
        default: self = .refused(Sentences.notAllowed)
        }
    }

    private static func meaning(of error: DatabaseError) -> CatalogueFailure {
        let said = " (SQLite \(error.extendedResultCode.rawValue): \(oneLine(error.message)))"
        switch error.resultCode {
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return .noRoom(Sentences.denied + said)
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM: return .noRoom(Sentences.noRoom + said)
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: return .busy(Sentences.busy + said)
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: return .busy(Sentences.stopped + said)
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: return .refused(Sentences.notAllowed + said)
        default: return .unusable(Sentences.damaged + said)
        }
    }

    private static func oneLine(_ message: String?) -> String {
        (message ?? "?").split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
