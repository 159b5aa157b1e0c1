import Records

/// When a paper of an administrative procedure was made: the day of registration, the header's, or the one above the signature.
enum PaperDate {
    static func find(in paper: Paper, header: HeaderZone) -> IssueDate? {
        guard let layout = paper.first else { return nil }
        let today = paper.context.today
        if let registered = labelled(on: layout, today: today, paper.lexicon.papers) { return registered }
        if let issue = IssueDate.find(in: header.right + header.left, today: today, isPrinted: true), issue.date != nil { return issue }
        return paper.signaturePages.lazy.compactMap { signed(on: $0, today: today) }.first
    }

    /// `Ngày, tháng, năm đăng ký: 19/01/2026`, `Ngày cấp: …`; on a card the date stands under `Ngày, tháng, năm / Date, month, year`.
    private static func labelled(on layout: PageLayout, today: CalendarDate, _ labels: PaperLabels) -> IssueDate? {
        let rows = layout.rows.compactMap(PrintedLine.joined)
        for (index, row) in rows.enumerated() {
            let words = row.plainWords.flatMap { $0.split(separator: " ").map(String.init) }
            guard labels.dates.contains(where: { Fuzzy.index(of: $0, in: words) != nil }) else { continue }
            for candidate in rows[index...].prefix(2) {
                if let date = PersonValues.date(in: candidate, today: today) { return IssueDate(date: date, line: candidate) }
            }
        }
        return nil
    }

    /// `Bum Nưa, ngày 22 tháng 01 năm 2026` over the signature: the lowest row that begins with a place.
    private static func signed(on layout: PageLayout, today: CalendarDate) -> IssueDate? {
        layout.lines.reversed().lazy.compactMap { IssueDate.read($0, today: today) }.first { $0.date != nil && $0.place != nil }
    }
}
