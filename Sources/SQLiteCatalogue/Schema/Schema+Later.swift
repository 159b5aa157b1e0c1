extension Schema {
    /// A reuse names a component and a person. SQLite cannot add a CHECK to a table, so the table is made anew; rows that name none
    /// were no reuse and are left behind (the trail keeps their entries).
    static let reuseIsWhole = """
        CREATE TABLE reuse_whole (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            case_code TEXT NOT NULL REFERENCES case_file(case_code),
            component TEXT NOT NULL CHECK (trim(component) <> ''),
            from_record TEXT NOT NULL REFERENCES record(id),
            source_kind TEXT NOT NULL CHECK (source_kind IN ('component', 'result')),
            who TEXT NOT NULL CHECK (trim(who) <> ''),
            because TEXT,
            at INTEGER NOT NULL,
            UNIQUE (case_code, component, from_record)
        ) STRICT;
        INSERT INTO reuse_whole SELECT * FROM reuse WHERE trim(component) <> '' AND trim(who) <> '';
        DROP TABLE reuse;
        ALTER TABLE reuse_whole RENAME TO reuse;
        CREATE INDEX reuse_by_record ON reuse(from_record);
        """

    /// A record's file is called as it is on the disk, as its scan's is: a name in another Unicode form would not be found there.
    static let filesAsOnDisk = """
        UPDATE record SET file = scan.file_name FROM scan WHERE scan.seq = record.scan AND scan.file_name IS NOT NULL;
        """

    /// The pages of a record in reading order: a stack whose fronts and backs were scanned one after the other is not read as it was scanned.
    /// Records from before are read by page number.
    static let pagePlaces = """
        ALTER TABLE record_page ADD COLUMN place INTEGER;
        """

    /// The month stands last in the key of the cases' sums: those of any periods come out of one walk in its order. Scans are counted as
    /// they come and go, and the last work has an index of its own: a scrape of the metrics must not read a row a scan or a look.
    static let tallies = """
        DROP TABLE case_tally;
        CREATE TABLE case_tally (
            unit TEXT NOT NULL,
            result_required INTEGER NOT NULL,
            components INTEGER NOT NULL,
            results INTEGER NOT NULL,
            electronic_results INTEGER NOT NULL,
            reuses INTEGER NOT NULL,
            damaged INTEGER NOT NULL,
            reported_digitized INTEGER NOT NULL,
            reported_reused INTEGER NOT NULL,
            unlisted INTEGER NOT NULL,
            month TEXT NOT NULL,
            cases INTEGER NOT NULL,
            PRIMARY KEY (
                unit, result_required, components, results, electronic_results, reuses, damaged, reported_digitized, reported_reused, unlisted,
                month)
        ) STRICT, WITHOUT ROWID;

        -- Scans that were not released, which are counted as what they became.
        CREATE TABLE scan_tally (
            pipeline TEXT NOT NULL,
            state TEXT NOT NULL,
            scans INTEGER NOT NULL,
            PRIMARY KEY (pipeline, state)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER scan_counted AFTER INSERT ON scan WHEN NEW.released_at IS NULL BEGIN
            INSERT INTO scan_tally VALUES (NEW.pipeline, NEW.state, 1) ON CONFLICT DO UPDATE SET scans = scans + 1;
        END;
        CREATE TRIGGER scan_uncounted AFTER DELETE ON scan WHEN OLD.released_at IS NULL BEGIN
            UPDATE scan_tally SET scans = scans - 1 WHERE pipeline = OLD.pipeline AND state = OLD.state;
        END;
        CREATE TRIGGER scan_recounted AFTER UPDATE OF pipeline, state, released_at ON scan BEGIN
            UPDATE scan_tally SET scans = scans - 1 WHERE pipeline = OLD.pipeline AND state = OLD.state AND OLD.released_at IS NULL;
            INSERT INTO scan_tally SELECT NEW.pipeline, NEW.state, 1 WHERE NEW.released_at IS NULL
                ON CONFLICT DO UPDATE SET scans = scans + 1;
        END;
        INSERT INTO scan_tally SELECT pipeline, state, count(*) FROM scan WHERE released_at IS NULL GROUP BY pipeline, state;

        CREATE INDEX audit_of_work ON audit(at)
            WHERE what IN ('scan_recorded', 'inventory_imported', 'cases_imported', 'reuse_recorded');
        """

    /// The ledger of reuse and the reports that were handed out are only appended to, and SQLite itself holds that. A reason for a reuse may
    /// name a person: the trail bears a digest of it, with the row's own salt.
    static let ledgers = """
        ALTER TABLE reuse ADD COLUMN salt TEXT;
        \(appendOnly("reuse", unless: "id = NEW.id OR seq = NEW.seq OR undoes = NEW.undoes"))
        \(appendOnly("report", unless: "period = NEW.period AND amendment = NEW.amendment"))
        \(appendOnly("report_file", unless: "period = NEW.period AND amendment = NEW.amendment AND form = NEW.form"))
        CREATE INDEX audit_of_reuse ON audit(subject) WHERE what IN ('reuse_recorded', 'reuse_undone');
        CREATE INDEX audit_of_reports ON audit(subject) WHERE what = 'report_issued';
        """

    /// - Parameter isThere: what an insertion that replaces a row would meet.
    private static func appendOnly(_ table: String, unless isThere: String) -> String {
        """
        CREATE TRIGGER \(table)_is_not_changed BEFORE UPDATE ON \(table)
            BEGIN SELECT RAISE(ABORT, 'rows of \(table) are not changed'); END;
        CREATE TRIGGER \(table)_is_not_deleted BEFORE DELETE ON \(table)
            BEGIN SELECT RAISE(ABORT, 'rows of \(table) are not deleted'); END;
        CREATE TRIGGER \(table)_is_not_replaced BEFORE INSERT ON \(table) WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(isThere))
            BEGIN SELECT RAISE(ABORT, 'rows of \(table) are not replaced'); END;
        """
    }

    /// Documents and pages that are done are told from those that are only there.
    static let extents = """
        ALTER TABLE item_state ADD COLUMN done_documents INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE item_state ADD COLUMN done_pages INTEGER NOT NULL DEFAULT 0;
        DROP TABLE item_tally;
        CREATE TABLE item_tally (
            fonds TEXT NOT NULL,
            unit TEXT NOT NULL,
            state TEXT NOT NULL,
            total_pages INTEGER NOT NULL,
            scanned_pages INTEGER NOT NULL,
            records INTEGER NOT NULL,
            needs_review INTEGER NOT NULL,
            without_archival_copy INTEGER NOT NULL,
            damaged INTEGER NOT NULL,
            unlisted INTEGER NOT NULL,
            items INTEGER NOT NULL,
            documents_done INTEGER NOT NULL,
            documents_waiting INTEGER NOT NULL,
            documents_of INTEGER NOT NULL,
            documents_unknown INTEGER NOT NULL,
            pages_done INTEGER NOT NULL,
            pages_waiting INTEGER NOT NULL,
            pages_of INTEGER NOT NULL,
            pages_unknown INTEGER NOT NULL,
            PRIMARY KEY (
                fonds, unit, state, total_pages, scanned_pages, records, needs_review, without_archival_copy, damaged, unlisted)
        ) STRICT, WITHOUT ROWID;
        """
}
