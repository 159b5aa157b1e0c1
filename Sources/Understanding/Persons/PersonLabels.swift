import Records

/// Labels before what forms ask of a person, folded.
struct PersonLabels: Sendable {
    struct Label: Sendable {
        let plain: String
        let words: Int
        let kind: PersonLabel.Kind
        /// Short ones count only with a colon behind them.
        let needsColon: Bool
    }

    /// Longer labels first, since they hold shorter ones.
    let all: [Label]

    init(_ labels: [PersonLabel]) {
        let folded = labels.map { label in
            let plain = Lettering.plain(label.text)
            return Label(plain: plain, words: plain.split(separator: " ").count, kind: label.kind, needsColon: label.needsColon)
        }
        all = folded.sorted { $0.plain.utf8.count > $1.plain.utf8.count }
    }
}
