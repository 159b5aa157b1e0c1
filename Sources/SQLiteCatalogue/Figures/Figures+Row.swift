import GRDB
import Records

extension CaseFigures {
    /// - Parameter prefix: stands before each column's name.
    init(row: Row, prefix: String = "") throws {
        self.init(
            unit: try row.value(prefix + "unit"), receivedOn: try row.day(prefix + "received_on"),
            resultRequired: try row.value(prefix + "result_required"), components: try row.value(prefix + "components"),
            results: try row.value(prefix + "results"), electronicResults: try row.value(prefix + "electronic_results"),
            reuses: try row.value(prefix + "reuses"), damaged: try row.value(prefix + "damaged"),
            reportedDigitized: try row.value(prefix + "reported_digitized"), reportedReused: try row.value(prefix + "reported_reused"),
            isUnlisted: try row.value(prefix + "unlisted"))
    }
}

extension ItemFigures {
    /// - Parameter prefix: stands before each column's name.
    init(row: Row, prefix: String = "") throws {
        self.init(
            fonds: try row.value(prefix + "fonds"), unit: try row.value(prefix + "unit"), state: try row.choice(prefix + "state"),
            totalPages: try row.value(prefix + "total_pages"), totalDocuments: try row.value(prefix + "total_documents"),
            scannedPages: try row.value(prefix + "scanned_pages"), records: try row.value(prefix + "records"),
            needsReview: try row.value(prefix + "needs_review"), withoutArchivalCopy: try row.value(prefix + "without_archival_copy"),
            damaged: try row.value(prefix + "damaged"), doneDocuments: try row.value(prefix + "done_documents"),
            donePages: try row.value(prefix + "done_pages"), isUnlisted: try row.value(prefix + "unlisted"))
    }
}

extension CaseFigures {
    /// A group of `case_tally`, without its month.
    init(tally row: Row) throws {
        func known(_ column: String) throws -> Bool? {
            let value: Int = try row.value(column)
            return value < 0 ? nil : value > 0
        }
        let unit: String = try row.value("unit")
        self.init(
            unit: unit.isEmpty ? nil : unit, resultRequired: try known("result_required"), components: try row.value("components"),
            results: try row.value("results"), electronicResults: try row.value("electronic_results"), reuses: try row.value("reuses"),
            damaged: try row.value("damaged"), reportedDigitized: try known("reported_digitized"), reportedReused: try known("reported_reused"),
            isUnlisted: try row.value("unlisted"))
    }
}

extension ItemGroup {
    /// A row of `item_tally`.
    init(tally row: Row) throws {
        let unit: String = try row.value("unit")
        let isKnown: Bool = try row.value("total_pages")
        self.init(
            figures: ItemFigures(
                fonds: try row.value("fonds"), unit: unit.isEmpty ? nil : unit, state: try row.choice("state"), totalPages: isKnown ? 1 : nil,
                scannedPages: try row.value("scanned_pages"), records: try row.value("records"), needsReview: try row.value("needs_review"),
                withoutArchivalCopy: try row.value("without_archival_copy"), damaged: try row.value("damaged"),
                isUnlisted: try row.value("unlisted")),
            items: try row.value("items"),
            documents: try Self.extent("documents", row), pages: try Self.extent("pages", row))
    }

    private static func extent(_ name: String, _ row: Row) throws -> Extent {
        Extent(
            done: try row.value("\(name)_done"), waiting: try row.value("\(name)_waiting"), of: try row.value("\(name)_of"),
            unknown: try row.value("\(name)_unknown"))
    }
}
