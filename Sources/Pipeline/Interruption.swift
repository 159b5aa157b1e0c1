internal import Records

/// Why a scan was left in the middle. The clerk's file is where it was, the spool keeps what was done, and a later try goes on.
package enum Interruption: Error, Sendable, Equatable {
    /// The program is being stopped.
    case stopping
    /// The file changed or went away.
    case sourceChanged
    /// This user may not read the file.
    case noAccess(String)
    /// A pipe, a device, a link: nothing that holds a scan.
    case notAFile
    /// The disk is full or cannot be written: a person must help.
    case noRoom(String)
    /// The catalogue is held by another process, or anything else that passes.
    case failed(String)

    /// Runs one step of store or catalogue and says in our words why it broke off.
    static func wrap<Value>(_ step: () async throws -> Value) async throws(Interruption) -> Value {
        do { return try await step() } catch { throw Interruption(error) }
    }

    static func wrap<Value>(_ step: () throws -> Value) throws(Interruption) -> Value {
        do { return try step() } catch { throw Interruption(error) }
    }

    init(_ error: any Error) {
        self =
            switch error {
            case let interruption as Interruption: interruption
            case StoreFailure.sourceChanged: .sourceChanged
            case StoreFailure.noAccess(let cause): .noAccess(cause)
            case StoreFailure.notAFile: .notAFile
            case StoreFailure.noRoom(let cause), CatalogueFailure.noRoom(let cause): .noRoom(cause)
            case StoreFailure.failed(let cause): .failed(cause)
            case CatalogueFailure.busy(let cause), CatalogueFailure.unusable(let cause), CatalogueFailure.refused(let cause): .failed(cause)
            case CatalogueFailure.outdated: .failed("the catalogue has changed meanwhile")
            case is CancellationError: .stopping
            default: .failed("\(type(of: error))")
            }
    }
}
