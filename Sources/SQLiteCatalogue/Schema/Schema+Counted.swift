extension Schema {
    /// What there is to digitise, the cases that papers are for, and the reuse of papers.
    static let counted = """
        CREATE TABLE inventory_item (
            file_code TEXT PRIMARY KEY NOT NULL,
            fonds TEXT NOT NULL,
            title TEXT NOT NULL,
            start_date TEXT,
            end_date TEXT,
            retention TEXT,
            total_pages INTEGER CHECK (total_pages >= 0),
            total_documents INTEGER CHECK (total_documents >= 0),
            box TEXT,
            unit TEXT,
            state TEXT NOT NULL CHECK (state IN ('in_scope', 'secret', 'destroyed'))
        ) STRICT;
        CREATE INDEX inventory_by_fonds ON inventory_item(fonds, file_code);
        CREATE TABLE case_file (
            case_code TEXT PRIMARY KEY NOT NULL,
            procedure_code TEXT,
            procedure_name TEXT,
            unit TEXT,
            applicant_name TEXT,
            applicant_id TEXT,
            received_on TEXT,
            closed_on TEXT,
            channel TEXT CHECK (channel IN ('counter', 'online', 'post')),
            result_required INTEGER CHECK (result_required IN (0, 1)),
            components TEXT NOT NULL CHECK (json_valid(components))
        ) STRICT;
        CREATE INDEX case_by_reception ON case_file(received_on);
        CREATE TABLE reuse (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            case_code TEXT NOT NULL REFERENCES case_file(case_code),
            component TEXT NOT NULL,
            from_record TEXT NOT NULL REFERENCES record(id),
            source_kind TEXT NOT NULL CHECK (source_kind IN ('component', 'result')),
            who TEXT NOT NULL,
            because TEXT,
            at INTEGER NOT NULL,
            UNIQUE (case_code, component, from_record)
        ) STRICT;
        CREATE INDEX reuse_by_record ON reuse(from_record);
        """

    /// The trail is only appended to, and SQLite itself holds that: nothing is changed, nothing deleted, nothing put in between.
    static let trail = """
        CREATE TABLE audit (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            who TEXT NOT NULL,
            what TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'audit entries are not changed'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'audit entries are not deleted'); END;
        CREATE TRIGGER audit_is_appended BEFORE INSERT ON audit
            WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM audit)
            BEGIN SELECT RAISE(ABORT, 'audit entries are appended one by one'); END;
        CREATE INDEX audit_by_subject ON audit(subject);
        -- Who is building the search index anew, so that two of them cannot mix.
        CREATE TABLE index_builder (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            id TEXT NOT NULL
        ) STRICT;
        """
}
