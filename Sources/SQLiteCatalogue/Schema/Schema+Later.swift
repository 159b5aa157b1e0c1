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
}
