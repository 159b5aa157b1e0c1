import Records

/// The figures of dossiers, computed from their records: the one place that says what a record counts as.
///
/// A record counts while it is accepted or waits for review, and its scan is recorded. What was withdrawn or held back takes its
/// count back, and so does a reuse of it.
enum FigureSQL {
    static let caseColumns = CaseFigures.CodingKeys.allCases.map(\.rawValue)
    static let itemColumns = ItemFigures.CodingKeys.allCases.map(\.rawValue)

    /// Those that figures in the trail from before them lack.
    static let laterColumns: Set = [ItemFigures.CodingKeys.doneDocuments.rawValue, ItemFigures.CodingKeys.donePages.rawValue]

    static func table(of kind: TrailChange.Kind) -> (name: String, columns: [String]) {
        switch kind {
        case .caseFile: ("case_state", caseColumns)
        case .item: ("item_state", itemColumns)
        }
    }

    /// The cases of `case_tally` that were received in the period.
    static func sum(of period: Period) -> String {
        guard let days = period.days else { return "sum(cases * (month <> ''))" }
        let (first, last) = (days.lowerBound.description.prefix(7), days.upperBound.description.prefix(7))
        return "sum(cases * (month BETWEEN '\(first)' AND '\(last)'))"
    }

    private static let stands = "record.status IN ('accepted', 'needs_review') AND scan.state = 'recorded'"

    /// See `FigureCatalogue.misnumberedItems`. Of a file that holds several papers only the first has a number of its own, so papers are counted,
    /// not numbers.
    static let misnumbered = """
        WITH numbered AS (
            SELECT item.file_code AS code, paper_number(record.file, item.file_code) AS number, count(*) AS papers, count(DISTINCT scan.seq) AS scans
            FROM inventory_item AS item CROSS JOIN record ON record.dossier = item.file_code JOIN scan ON scan.seq = record.scan
            WHERE item.state = 'in_scope' AND \(stands) GROUP BY 1, 2
        )
        SELECT numbered.code FROM numbered JOIN item_state AS state ON state.code = numbered.code
        WHERE number IS NOT NULL GROUP BY numbered.code HAVING max(scans) > 1 OR sum(papers) < max(number)
            OR (state.scanned_pages >= state.total_pages AND state.records < state.total_documents)
        ORDER BY numbered.code
        """

    private static let isDamaged = "EXISTS (SELECT 1 FROM fixity_fault WHERE fixity_fault.record = record.id)"

    private static func columns(_ names: [String]) -> String { names.map { "state.\($0) AS old_\($0)" }.joined(separator: ", ") }

    /// The present and the last known figures of the cases among the codes that `changed` selects. Whether a result is required says the
    /// register, and where it does not, the table of procedures. What is a result is what `PaperRoles.role` says.
    /// A result is electronic when every page of it came with a text layer of its own. The `+` keeps SQLite from looking through all
    /// reuses that are no undoings, which is nearly all: https://www.sqlite.org/optoverview.html#disqualifying_where_clause_terms_using_unary_
    static func cases(_ changed: String) -> String {
        """
        WITH changed AS (\(changed)), filed AS (
            SELECT record.dossier,
                CASE WHEN record.issued_on < case_file.received_on THEN 0
                    WHEN short_procedure(case_file.procedure_code) IN (SELECT value FROM json_each(:procedures))
                    THEN short_procedure(case_file.procedure_code) || ' ' || record.form IN (SELECT value FROM json_each(:own_results))
                        OR short_procedure(case_file.procedure_code) || ' ' || record.form || '/' || ifnull(record.type_code, '')
                            IN (SELECT value FROM json_each(:own_results))
                    ELSE record.form IN (SELECT value FROM json_each(:results)) END AS is_result,
                \(isDamaged) AS is_damaged,
                (SELECT min(page.source = 'text_layer') FROM record_page
                    JOIN page ON page.scan = record_page.scan AND page.page = record_page.page
                    WHERE record_page.record = record.seq) AS is_electronic
            FROM changed CROSS JOIN case_file ON case_file.case_code = changed.code
            CROSS JOIN record ON record.dossier = changed.code JOIN scan ON scan.seq = record.scan
            WHERE \(stands) AND record.form NOT IN (SELECT value FROM json_each(:receipts))
        ), papers AS (
            SELECT dossier, sum(NOT is_result AND NOT is_damaged) AS components, sum(is_result AND NOT is_damaged) AS results,
                sum(is_result AND NOT is_damaged AND ifnull(is_electronic, 0)) AS electronic_results, sum(is_damaged) AS damaged
            FROM filed GROUP BY dossier
        ), reused AS (
            SELECT changed.code, count(*) AS reuses FROM changed CROSS JOIN reuse ON reuse.case_code = changed.code
            JOIN record ON record.id = reuse.from_record JOIN scan ON scan.seq = record.scan
            WHERE +reuse.undoes IS NULL AND \(stands) AND NOT \(isDamaged) AND NOT EXISTS (SELECT 1 FROM reuse AS undoing WHERE undoing.undoes = reuse.id)
            GROUP BY changed.code
        )
        SELECT changed.code, case_file.unit, case_file.received_on,
            ifnull(case_file.result_required, CASE WHEN short_procedure(case_file.procedure_code) IN (SELECT value FROM json_each(:procedures))
                THEN short_procedure(case_file.procedure_code) IN (SELECT value FROM json_each(:with_result)) END) AS result_required,
            ifnull(papers.components, 0) AS components,
            ifnull(papers.results, 0) AS results, ifnull(papers.electronic_results, 0) AS electronic_results,
            ifnull(reused.reuses, 0) AS reuses, ifnull(papers.damaged, 0) AS damaged, case_file.reported_digitized,
            CASE WHEN case_file.replacement_result IS NULL THEN case_file.reported_reused ELSE 1 END AS reported_reused,
            case_file.unlisted_at IS NOT NULL AS unlisted, state.code IS NOT NULL AS has_state, \(columns(caseColumns))
        FROM changed CROSS JOIN case_file ON case_file.case_code = changed.code
        LEFT JOIN papers ON papers.dossier = changed.code LEFT JOIN reused ON reused.code = changed.code
        LEFT JOIN case_state AS state ON state.code = changed.code
        ORDER BY changed.code
        """
    }

    /// Likewise for items of the inventory. A page that two records share is counted once, and is done where both are.
    static func items(_ changed: String) -> String {
        """
        WITH changed AS (\(changed)), filed AS (
            SELECT record.seq, record.dossier, record.status, record.pdf, \(isDamaged) AS is_damaged,
                record.status = 'accepted' AND record.pdf IS NOT NULL AND NOT \(isDamaged) AS is_done
            FROM changed CROSS JOIN inventory_item ON inventory_item.file_code = changed.code
            CROSS JOIN record ON record.dossier = changed.code JOIN scan ON scan.seq = record.scan
            WHERE \(stands)
        ), papers AS (
            SELECT dossier, count(*) AS records, sum(status = 'needs_review') AS needs_review, sum(pdf IS NULL) AS without_archival_copy,
                sum(is_damaged) AS damaged, sum(is_done) AS done_documents
            FROM filed GROUP BY dossier
        ), pages AS (
            SELECT dossier, count(*) AS scanned_pages, sum(is_done) AS done_pages FROM (
                SELECT filed.dossier, min(filed.is_done) AS is_done FROM filed JOIN record_page ON record_page.record = filed.seq
                GROUP BY filed.dossier, record_page.scan, record_page.page
            ) GROUP BY dossier
        )
        SELECT changed.code, item.fonds, item.unit, item.state, item.total_pages, item.total_documents,
            ifnull(pages.scanned_pages, 0) AS scanned_pages, ifnull(papers.records, 0) AS records, ifnull(papers.needs_review, 0) AS needs_review,
            ifnull(papers.without_archival_copy, 0) AS without_archival_copy, ifnull(papers.damaged, 0) AS damaged,
            ifnull(papers.done_documents, 0) AS done_documents, ifnull(pages.done_pages, 0) AS done_pages,
            item.unlisted_at IS NOT NULL AS unlisted, state.code IS NOT NULL AS has_state, \(columns(itemColumns))
        FROM changed CROSS JOIN inventory_item AS item ON item.file_code = changed.code
        LEFT JOIN papers ON papers.dossier = changed.code LEFT JOIN pages ON pages.dossier = changed.code
        LEFT JOIN item_state AS state ON state.code = changed.code
        ORDER BY changed.code
        """
    }
}
