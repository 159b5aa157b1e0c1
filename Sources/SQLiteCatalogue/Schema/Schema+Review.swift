extension Schema {
    /// A record may be rejected, which its table refused, so the table is made anew. What is derived from it (triggers of the figures) is
    /// made again at the opening.
    static let review = """
        CREATE TABLE record_next (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            scan INTEGER NOT NULL REFERENCES scan(seq),
            file TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('archive', 'tthc')),
            form TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('accepted', 'needs_review', 'rejected')),
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
            subject TEXT,
            revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)
        ) STRICT;
        INSERT INTO record_next SELECT *, 1 FROM record;
        DROP TABLE record;
        ALTER TABLE record_next RENAME TO record;
        CREATE INDEX record_by_scan ON record(scan);
        CREATE INDEX record_by_dossier ON record(dossier) WHERE dossier IS NOT NULL;
        CREATE INDEX record_by_number ON record(number_key) WHERE number_key IS NOT NULL;
        CREATE INDEX record_to_review ON record(seq) WHERE status = 'needs_review';
        CREATE INDEX record_rejected ON record(seq) WHERE status = 'rejected';

        -- What was decided on records, and what a new reading changed. The trail bears a digest of each row, not the row: what is
        -- held back as a secret later must be able to go, and the trail stays whole.
        CREATE TABLE revision (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            record TEXT NOT NULL REFERENCES record(id),
            number INTEGER NOT NULL CHECK (number >= 2),
            step TEXT NOT NULL CHECK (step IN ('accepted', 'corrected', 'rejected', 'read_again')),
            who TEXT NOT NULL CHECK (trim(who) <> ''),
            because TEXT,
            at INTEGER NOT NULL,
            changes TEXT NOT NULL CHECK (json_valid(changes)),
            salt TEXT NOT NULL,
            UNIQUE (record, number)
        ) STRICT;

        ALTER TABLE scan ADD COLUMN released_at INTEGER;
        ALTER TABLE scan ADD COLUMN purged_at INTEGER;
        DROP INDEX scan_restricted_once;
        CREATE UNIQUE INDEX scan_restricted_once ON scan(sha256) WHERE state = 'restricted' AND released_at IS NULL;
        -- Marks that a person has said to be none, for these bytes alone.
        CREATE TABLE released_mark (
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            page INTEGER NOT NULL,
            mark TEXT NOT NULL CHECK (mark IN ('mat', 'toi_mat', 'tuyet_mat')),
            who TEXT NOT NULL CHECK (trim(who) <> ''),
            at INTEGER NOT NULL,
            PRIMARY KEY (sha256, page, mark)
        ) STRICT, WITHOUT ROWID;
        """
}
