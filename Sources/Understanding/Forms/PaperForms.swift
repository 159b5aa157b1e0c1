import Records

/// The forms of administrative procedures.
struct PaperForms: Sendable {
    /// With its titles, folded.
    let titled: [(form: PaperForm, titles: [String])]
    private let byForm: [String: PaperForm]

    init(_ forms: [PaperForm]) {
        titled = forms.map { ($0, $0.titles.map(Lettering.plain)) }
        byForm = Dictionary(forms.map { ($0.form, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func holds(_ form: String) -> Bool { byForm[form] != nil }
    func isReceipt(_ form: String) -> Bool { byForm[form]?.role == .receipt }
}
