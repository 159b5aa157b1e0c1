import Records

/// How a form is laid out: one column of rows, two side by side, or a table with a column a person.
struct FormColumns {
    private let rows: [[PrintedLine]]
    private let lexicon: Lexicon

    init(_ layout: PageLayout, _ lexicon: Lexicon) {
        rows = layout.rows
        self.lexicon = lexicon
    }

    /// Rows to be read one after another; where two name labels stand on one row, the left half comes before the right.
    func streams() -> [[PrintedLine]] {
        guard let divide = rows.lazy.compactMap(divide).first else { return [rows.compactMap(PrintedLine.joined)] }
        let left = rows.compactMap { PrintedLine.joined($0.filter { $0.box.x < divide - 0.02 }) }
        let right = rows.compactMap { PrintedLine.joined($0.filter { $0.box.x >= divide - 0.02 }) }
        return [left, right]
    }

    /// Where the second of two name labels on a row begins.
    private func divide(_ row: [PrintedLine]) -> Double? {
        let named = row.filter { LabelledRow($0, lexicon.labels).entries.first?.kind == .name }
        return named.count >= 2 ? named[1].box.x : nil
    }

    /// The persons of a table whose first column holds the labels and each further column a person; nil when the page has none.
    mutating func table(today: CalendarDate) -> [Person]? {
        var persons: [Person] = []
        var centres: [Double] = []
        for row in rows where row.count >= 2 {
            guard let label = bareLabel(row[0]) else { continue }
            if centres.isEmpty {
                let names = row.dropFirst().compactMap { PersonValues.name(in: $0, lexicon.surnames) }
                guard label == .name, names.count >= 2, names.count == row.count - 1 else { continue }
                centres = row.dropFirst().map(\.centre)
                persons = names.map { Person(name: $0) }
                continue
            }
            for cell in row.dropFirst() {
                guard let field = LabelledPersons.value(label, in: cell, today: today, lexicon.surnames),
                    let column = Self.nearest(cell.centre, in: centres)
                else { continue }
                persons[column].fill(label, field)
            }
        }
        return persons.isEmpty ? nil : persons
    }

    /// The label that a cell consists of.
    private func bareLabel(_ cell: PrintedLine) -> PersonLabel.Kind? {
        let labelled = LabelledRow(cell, lexicon.labels)
        guard labelled.entries.count == 1, let entry = labelled.entries.first else { return nil }
        return entry.value.map { $0.letters < 3 } ?? true ? entry.kind : nil
    }

    private static func nearest(_ centre: Double, in centres: [Double]) -> Int? {
        centres.indices.min { abs(centres[$0] - centre) < abs(centres[$1] - centre) }
    }
}
