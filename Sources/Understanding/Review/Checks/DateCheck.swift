import Records

/// A day of issue that was read whole and cannot be: after today, or before the first paper of the state (1945).
enum DateCheck {
    static func reasons(_ paper: Paper, _ fields: Fields) -> [String] {
        guard fields.issuedOn == nil, let layout = paper.first else { return [] }
        let header = HeaderZone(layout, above: paper.title?.line)
        let isRead = (header.right + header.left).contains { row in
            guard let words = DateWords(row), words.isWhole(in: row) else { return false }
            return words.date(in: row).map { $0.0 > paper.context.today || $0.0.year < IssueDate.earliest } ?? true
        }
        return isRead ? ["implausible:issued_on"] : []
    }
}
