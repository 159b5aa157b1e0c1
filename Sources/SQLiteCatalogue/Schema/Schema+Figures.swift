extension Schema {
    /// What each case and item contributes to the indicators, kept so that figures need no walk over records, and its history.
    ///
    /// `dossier_changed` notes the codes whose figures may have changed (triggers fill it, whoever writes); `FigureKeeper` works
    /// them off into `case_state` and `item_state` within the same transaction, and the entry of the trail bears the changes.
    /// The tallies are sums over the states, kept by triggers.
    static let figures = """
        ALTER TABLE case_file ADD COLUMN reported_digitized INTEGER CHECK (reported_digitized IN (0, 1));
        ALTER TABLE case_file ADD COLUMN reported_reused INTEGER CHECK (reported_reused IN (0, 1));
        ALTER TABLE case_file ADD COLUMN replacement_result TEXT;
        -- The import that last listed the row, and when one was taken that should have and did not.
        ALTER TABLE case_file ADD COLUMN seen_in INTEGER;
        ALTER TABLE case_file ADD COLUMN seen_line INTEGER;
        ALTER TABLE case_file ADD COLUMN unlisted_at INTEGER;
        ALTER TABLE inventory_item ADD COLUMN seen_in INTEGER;
        ALTER TABLE inventory_item ADD COLUMN seen_line INTEGER;
        ALTER TABLE inventory_item ADD COLUMN unlisted_at INTEGER;
        CREATE TABLE import_run (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            scope TEXT NOT NULL CHECK (scope IN ('inventory', 'cases')),
            who TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX inventory_by_run ON inventory_item(seen_in);
        CREATE INDEX case_by_run ON case_file(seen_in, received_on);
        CREATE TABLE fixity_fault (
            record TEXT PRIMARY KEY NOT NULL REFERENCES record(id),
            found_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE dossier_changed (code TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE figure_rule (one INTEGER PRIMARY KEY CHECK (one = 1), rule TEXT NOT NULL) STRICT;
        CREATE TABLE case_state (
            code TEXT PRIMARY KEY NOT NULL,
            unit TEXT,
            received_on TEXT,
            result_required INTEGER,
            components INTEGER NOT NULL,
            results INTEGER NOT NULL,
            electronic_results INTEGER NOT NULL,
            reuses INTEGER NOT NULL,
            damaged INTEGER NOT NULL,
            reported_digitized INTEGER,
            reported_reused INTEGER,
            unlisted INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX case_state_by_reception ON case_state(received_on);
        CREATE TABLE item_state (
            code TEXT PRIMARY KEY NOT NULL,
            fonds TEXT NOT NULL,
            unit TEXT,
            state TEXT NOT NULL,
            total_pages INTEGER,
            total_documents INTEGER,
            scanned_pages INTEGER NOT NULL,
            records INTEGER NOT NULL,
            needs_review INTEGER NOT NULL,
            without_archival_copy INTEGER NOT NULL,
            damaged INTEGER NOT NULL,
            unlisted INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE case_tally (
            unit TEXT NOT NULL,
            month TEXT NOT NULL,
            result_required INTEGER NOT NULL,
            components INTEGER NOT NULL,
            results INTEGER NOT NULL,
            electronic_results INTEGER NOT NULL,
            reuses INTEGER NOT NULL,
            damaged INTEGER NOT NULL,
            reported_digitized INTEGER NOT NULL,
            reported_reused INTEGER NOT NULL,
            unlisted INTEGER NOT NULL,
            cases INTEGER NOT NULL,
            PRIMARY KEY (
                unit, month, result_required, components, results, electronic_results, reuses, damaged, reported_digitized, reported_reused,
                unlisted)
        ) STRICT, WITHOUT ROWID;
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
            documents_of INTEGER NOT NULL,
            documents_unknown INTEGER NOT NULL,
            pages_done INTEGER NOT NULL,
            pages_of INTEGER NOT NULL,
            pages_unknown INTEGER NOT NULL,
            PRIMARY KEY (
                fonds, unit, state, total_pages, scanned_pages, records, needs_review, without_archival_copy, damaged, unlisted)
        ) STRICT, WITHOUT ROWID;

        -- The hash over what an entry changed; NULL where it changed no figure.
        ALTER TABLE audit ADD COLUMN changes TEXT;
        CREATE INDEX audit_by_time ON audit(at);
        CREATE TABLE change (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            entry INTEGER NOT NULL REFERENCES audit(seq),
            kind TEXT NOT NULL CHECK (kind IN ('item', 'case')),
            subject TEXT NOT NULL,
            before TEXT,
            after TEXT NOT NULL
        ) STRICT;
        CREATE INDEX change_by_subject ON change(kind, subject, entry);
        CREATE INDEX change_by_entry ON change(entry);
        CREATE TRIGGER change_is_not_changed BEFORE UPDATE ON change
            BEGIN SELECT RAISE(ABORT, 'entries of the trail are not changed'); END;
        CREATE TRIGGER change_is_not_deleted BEFORE DELETE ON change
            BEGIN SELECT RAISE(ABORT, 'entries of the trail are not deleted'); END;
        INSERT INTO dossier_changed SELECT case_code FROM case_file UNION SELECT file_code FROM inventory_item;
        """

    /// The ledger is only appended to: an undoing is an event of its own, and the same reuse may be told again after it.
    static let reuseIsLedger = """
        CREATE TABLE reuse_ledger (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            case_code TEXT NOT NULL REFERENCES case_file(case_code),
            component TEXT NOT NULL CHECK (trim(component) <> ''),
            from_record TEXT NOT NULL REFERENCES record(id),
            source_kind TEXT NOT NULL CHECK (source_kind IN ('component', 'result')),
            who TEXT NOT NULL CHECK (trim(who) <> ''),
            because TEXT,
            at INTEGER NOT NULL,
            undoes TEXT UNIQUE REFERENCES reuse_ledger(id)
        ) STRICT;
        INSERT INTO reuse_ledger SELECT reuse.*, NULL FROM reuse;
        DROP TABLE reuse;
        ALTER TABLE reuse_ledger RENAME TO reuse;
        CREATE INDEX reuse_by_record ON reuse(from_record);
        CREATE INDEX reuse_by_case ON reuse(case_code, component);
        """

    /// Which unit a person made responsible for a record, where it differs from what the table suggests.
    static let routes = """
        CREATE TABLE record_route (
            record TEXT PRIMARY KEY NOT NULL REFERENCES record(id),
            unit TEXT NOT NULL CHECK (trim(unit) <> ''),
            who TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        """

    /// Reports of closed periods as they were handed out, for good.
    static let reports = """
        CREATE TABLE report (
            period TEXT NOT NULL,
            amendment INTEGER NOT NULL CHECK (amendment >= 0),
            issued_at INTEGER NOT NULL,
            report BLOB NOT NULL,
            PRIMARY KEY (period, amendment)
        ) STRICT;
        CREATE TABLE report_file (
            period TEXT NOT NULL,
            amendment INTEGER NOT NULL,
            form TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (period, amendment, form),
            FOREIGN KEY (period, amendment) REFERENCES report(period, amendment)
        ) STRICT;
        """
}
