import Testing

@Suite("SQLite keeps the contract of the catalogue")
struct SQLiteContractTests {
    @Test(arguments: CatalogueContract.checks)
    func contract(_ check: CatalogueContract.Check) async throws {
        let place = try TemporaryCatalogue()
        try await CatalogueContract { try place.open() }.run(check)
    }
}
