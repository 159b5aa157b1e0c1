import Records

/// A receipt is printed on the day that its case's code names: where that day cannot be read, the code says it, unless what can be read of
/// month and year says otherwise.
enum ReceiptDay {
    private static let certainty = 0.9

    static func settled(_ fields: Fields, of paper: Paper) -> Field? {
        guard fields.issuedOn == nil, let code = fields.dossierCode, let day = CaseCode.day(of: code.value), day <= paper.context.today,
            let layout = paper.first
        else { return fields.issuedOn }
        let header = HeaderZone(layout, above: paper.title?.line)
        let partly = (header.right + header.left).lazy.compactMap { row in DateWords(row).map { $0.monthAndYear(in: row) } }.first
        if let month = partly?.month, month != day.month { return nil }
        if let year = partly?.year, year != day.year { return nil }
        return code.with(day.description, certainty: certainty)
    }
}
