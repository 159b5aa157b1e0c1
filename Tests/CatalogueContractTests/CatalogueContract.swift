import Records
import Testing

/// What every backend of the catalogue must do. A backend's suite runs each check against an empty catalogue of its own:
///
///     @Test(arguments: CatalogueContract.checks)
///     func contract(_ check: CatalogueContract.Check) async throws {
///         try await CatalogueContract { try PostgresCatalogue(…) }.run(check)
///     }
struct CatalogueContract {
    /// Makes an empty catalogue.
    var make: () async throws -> any Catalogue

    /// One promise, in plain words, and what shows that it is kept.
    struct Check: Sendable, CustomTestStringConvertible {
        var promise: String
        var run: @Sendable (any Catalogue) async throws -> Void

        init(_ promise: String, _ run: @escaping @Sendable (any Catalogue) async throws -> Void) {
            self.promise = promise
            self.run = run
        }

        var testDescription: String { promise }
    }

    static let checks: [Check] = scans + endings + records + searches + counted + imports + reuse + figures + trail + review

    func run(_ check: Check) async throws {
        let catalogue = try await make()
        try await check.run(catalogue)
        let faults = try await catalogue.faults()
        #expect(faults == [], "after: \(check.promise)")
    }
}

/// Whether `work` was refused, with a sentence for people.
func expectRefused(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation, _ work: () async throws -> Void) async {
    do {
        try await work()
        Issue.record(comment ?? "was not refused", sourceLocation: sourceLocation)
    } catch CatalogueFailure.refused(let sentence) {
        #expect(!sentence.isEmpty && !sentence.contains("\n"), comment, sourceLocation: sourceLocation)
    } catch {
        Issue.record(error, comment, sourceLocation: sourceLocation)
    }
}

/// Expects that the catalogue refuses what was told as a reuse, for this reason.
func expectNoReuse(_ refusal: ReuseRefusal, sourceLocation: SourceLocation = #_sourceLocation, _ work: () async throws -> Void) async {
    await #expect(throws: CatalogueFailure.noReuse(refusal), sourceLocation: sourceLocation) { try await work() }
}
