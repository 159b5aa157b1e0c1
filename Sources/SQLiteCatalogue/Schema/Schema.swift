import GRDB

/// The tables, as numbered migrations: an older file becomes a newer one step by step, and a file of a newer version is refused.
///
/// A migration that has been released is never changed. Tables are STRICT: SQLite itself refuses a text where a number belongs.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            for statements in [scans, records, trail, counted, SearchIndex.create(SearchIndex.table)] {
                try db.execute(sql: statements)
            }
        }
        migrator.registerMigration("2") { db in try db.execute(sql: reuseIsWhole) }
        migrator.registerMigration("3") { db in try db.execute(sql: filesAsOnDisk) }
        migrator.registerMigration("figures") { db in try db.execute(sql: reuseIsLedger + figures) }
        migrator.registerMigration("routes") { db in try db.execute(sql: routes) }
        migrator.registerMigration("reports") { db in try db.execute(sql: reports) }
        migrator.registerMigration("review") { db in
            try FigureTriggers.remove(in: db)
            try db.execute(sql: review)
        }
        migrator.registerMigration("page places") { db in try db.execute(sql: pagePlaces) }
        migrator.registerMigration("tallies") { db in
            try FigureTriggers.remove(in: db)
            try db.execute(sql: tallies)
            try db.execute(sql: "INSERT INTO case_tally \(FigureTriggers.recount("case"))")
        }
        migrator.registerMigration("ledgers") { db in try db.execute(sql: ledgers) }
        migrator.registerMigration("extents") { db in
            try FigureTriggers.remove(in: db)
            try db.execute(sql: extents)
            try db.execute(sql: "INSERT INTO item_tally \(FigureTriggers.recount("item"))")
        }
        migrator.registerMigration("guards") { db in try Guards.renew(in: db) }
        return migrator
    }

    /// A restricted scan has neither name nor path, and a scan that has not passed its screen has not either: the table itself
    /// refuses them. A hash is recorded once and restricted once.
    private static let scans = """
        CREATE TABLE scan (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            file_name TEXT,
            pipeline TEXT NOT NULL,
            bytes INTEGER NOT NULL CHECK (bytes >= 0),
            media_type TEXT,
            pages INTEGER CHECK (pages >= 0),
            state TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'recorded', 'duplicate', 'restricted', 'rejected')),
            reason_code TEXT,
            reason_message TEXT,
            mark TEXT CHECK (mark IN ('mat', 'toi_mat', 'tuyet_mat')),
            marked_page INTEGER CHECK (marked_page >= 1),
            duplicate_of TEXT,
            taken_at INTEGER NOT NULL,
            finished_at INTEGER,
            seconds REAL,
            inbox_path TEXT,
            CHECK (state NOT IN ('waiting', 'reading', 'restricted') OR (file_name IS NULL AND inbox_path IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX scan_recorded_once ON scan(sha256) WHERE state = 'recorded';
        CREATE UNIQUE INDEX scan_restricted_once ON scan(sha256) WHERE state = 'restricted';
        CREATE INDEX scan_by_hash ON scan(sha256);
        CREATE INDEX scan_by_state ON scan(state);
        CREATE INDEX scan_by_pipeline ON scan(pipeline, state);
        CREATE INDEX scan_unfinished ON scan(taken_at) WHERE state IN ('waiting', 'reading');
        CREATE INDEX scan_unreleased ON scan(seq) WHERE inbox_path IS NOT NULL;
        CREATE TABLE page (
            scan INTEGER NOT NULL REFERENCES scan(seq),
            page INTEGER NOT NULL CHECK (page >= 1),
            text TEXT NOT NULL,
            confidence REAL,
            source TEXT NOT NULL CHECK (source IN ('ocr', 'text_layer', 'legacy_text_layer')),
            rotation INTEGER NOT NULL,
            skew REAL,
            PRIMARY KEY (scan, page)
        ) STRICT;
        -- Pages of recorded scans, kept as a sum because counting a million rows for every scrape of the metrics is slow.
        CREATE TABLE page_tally (
            pipeline TEXT NOT NULL,
            source TEXT NOT NULL,
            pages INTEGER NOT NULL,
            PRIMARY KEY (pipeline, source)
        ) STRICT, WITHOUT ROWID;
        """

    /// `fields` is the record; the columns beside it are what is filtered by, derived from it when it is written.
    private static let records = """
        CREATE TABLE record (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            scan INTEGER NOT NULL REFERENCES scan(seq),
            file TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('archive', 'tthc')),
            form TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('accepted', 'needs_review')),
            review_reasons TEXT NOT NULL CHECK (json_valid(review_reasons)),
            fields TEXT NOT NULL CHECK (json_valid(fields)),
            barcodes TEXT NOT NULL CHECK (json_valid(barcodes)),
            dossier TEXT,
            pdf TEXT,
            pdf_sha256 TEXT CHECK (length(pdf_sha256) = 64),
            created_at INTEGER NOT NULL,
            type_code TEXT,
            type_key TEXT,
            type_name TEXT,
            number TEXT,
            number_key TEXT,
            symbol TEXT,
            symbol_key TEXT,
            symbol_folded TEXT,
            issued_on TEXT CHECK (issued_on IS date(issued_on)),
            agency TEXT,
            agency_folded TEXT,
            subject TEXT
        ) STRICT;
        CREATE INDEX record_by_scan ON record(scan);
        CREATE INDEX record_by_dossier ON record(dossier) WHERE dossier IS NOT NULL;
        CREATE INDEX record_by_number ON record(number_key) WHERE number_key IS NOT NULL;
        CREATE INDEX record_to_review ON record(seq) WHERE status = 'needs_review';
        -- The columns of the key stand first: the quick_check of SQLite 3.40 finds faults that are not there where they do not.
        CREATE TABLE record_page (
            record INTEGER NOT NULL REFERENCES record(seq),
            page INTEGER NOT NULL,
            scan INTEGER NOT NULL,
            PRIMARY KEY (record, page),
            FOREIGN KEY (scan, page) REFERENCES page(scan, page)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX record_page_by_page ON record_page(scan, page);
        CREATE TABLE person (
            record INTEGER NOT NULL REFERENCES record(seq),
            place INTEGER NOT NULL,
            name_folded TEXT,
            id_number TEXT,
            PRIMARY KEY (record, place)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX person_by_id_number ON person(id_number) WHERE id_number IS NOT NULL;
        """
}
