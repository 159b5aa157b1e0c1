/// The components that a case asks for: those that its register lists, as far as the tables understand them; without a list those of its
/// procedure.
///
/// Registers write codes, names of components, or names of papers, with or without marks. A code that no procedure knows stands for a paper of
/// the form that it names. Where something cannot be understood at all, the procedure's own list stands in, so that nothing is missed.
package struct CaseComponents: Sendable, Equatable {
    /// Nil where no table knows it.
    package let procedure: Procedure?
    package let components: [Procedure.Component]
    /// What the register lists and no table knows, as it stands there.
    package let unknown: [String]
    /// Codes of components by what the register calls them, folded.
    private let codes: [String: String]

    package init(of file: Case, by table: ProcedureTable) {
        procedure = table.procedures.of(file)
        let own = procedure?.components ?? []
        var listed: [Procedure.Component] = []
        var unknown: [String] = []
        var codes: [String: String] = [:]
        for entry in file.components.flatMap({ Self.parts(of: $0, own, table) }) {
            guard let component = Self.component(entry, own, table) else {
                unknown.append(entry)
                continue
            }
            codes[VietnameseText.folded(entry)] = component.code
            if !listed.contains(where: { $0.code == component.code }) { listed.append(component.handedIn) }
        }
        self.unknown = unknown
        self.codes = codes
        if file.components.isEmpty {
            components = own
        } else {
            let others = listed.filter { component in !own.contains { $0.code == component.code } }
            components = unknown.isEmpty ? listed : own.map { component in listed.first { $0.code == component.code } ?? component } + others
        }
    }

    /// The component that a person names, by its code, its name, or as the register calls it.
    package func component(called text: String) -> Procedure.Component? {
        let folded = VietnameseText.folded(text)
        let code = components.contains { $0.code == text } ? text : codes[folded]
        return components.first { $0.code == code } ?? components.first { VietnameseText.folded($0.name) == folded }
    }

    /// Whether anything says what the case asks for.
    package var isKnown: Bool { procedure != nil || !components.isEmpty || !unknown.isEmpty }

    /// People part a list by commas too, but a name may hold one.
    private static func parts(of entry: String, _ own: [Procedure.Component], _ table: ProcedureTable) -> [String] {
        if component(entry, own, table) != nil { return [entry] }
        return entry.split(whereSeparator: { $0 == "," || $0.isNewline }).map { VietnameseText.squashed(String($0)) }.filter { !$0.isEmpty }
    }

    private static func component(_ entry: String, _ own: [Procedure.Component], _ table: ProcedureTable) -> Procedure.Component? {
        if let coded = own.first(where: { $0.code == entry }) { return coded }
        let folded = VietnameseText.folded(entry)
        if let named = own.first(where: { VietnameseText.folded($0.name) == folded }) { return named }
        guard let form = table.form(called: entry) else { return nil }
        let served = own.first { $0.forms.contains(form.code) }
        if let served, entry != form.code { return served }
        return Procedure.Component(
            code: form.code, name: form.name, forms: [form.code], reuse: served?.reuse ?? .allowed, validMonths: served?.validMonths)
    }
}

extension Procedure.Component {
    /// As a register lists it: what elsewhere is only shown, this office keeps.
    fileprivate var handedIn: Procedure.Component {
        var component = self
        if reuse == .shown { component.reuse = .allowed }
        return component
    }
}
