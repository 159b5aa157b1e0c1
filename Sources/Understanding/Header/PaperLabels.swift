import Records

/// Labels before what a paper of a procedure says of itself, folded.
struct PaperLabels: Sendable {
    let offices: [String]
    let requests: [String]
    let dates: [String]

    init(_ words: PaperWords) {
        offices = words.officeLabels.map(Lettering.plain)
        requests = words.requestLabels.map(Lettering.plain)
        dates = words.dateLabels.map(Lettering.plain)
    }
}
