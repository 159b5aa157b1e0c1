/// An administrative procedure as `pipelines/procedures.yaml` describes it: what must be handed in, and what comes out.
package struct Procedure: Sendable, Equatable {
    /// Without the agency behind it: `1.001193`.
    package var code: String
    package var name: String
    /// Where this is written, and how far it was checked.
    package var source: String
    /// Forms of its result paper, an administrative document with its type (`van_ban/TB`); empty where it ends with none, nil where the
    /// table does not say.
    package var resultForms: [String]?
    package var components: [Component]

    /// One paper that the procedure asks for (thành phần hồ sơ).
    package struct Component: Sendable, Equatable {
        package var code: String
        package var name: String
        /// Forms of papers that serve.
        package var forms: [String]
        /// False for a paper that only some cases need.
        package var isRequired: Bool
        package var reuse: Reuse
        /// Months from the day of issue for which the paper serves; nil where it serves for good.
        package var validMonths: Int?

        package init(code: String, name: String, forms: [String], isRequired: Bool = true, reuse: Reuse = .allowed, validMonths: Int? = nil) {
            self.code = code
            self.name = name
            self.forms = forms
            self.isRequired = isRequired
            self.reuse = reuse
            self.validMonths = validMonths
        }
    }

    /// Whether a paper on file can serve.
    package enum Reuse: String, Sendable, CaseIterable {
        case allowed
        /// A declaration made for this very case.
        case never
        /// Only shown at the counter: it is not copied, so nothing is kept.
        case shown
    }

    package init(code: String, name: String, source: String, resultForms: [String]?, components: [Component]) {
        self.code = code
        self.name = name
        self.source = source
        self.resultForms = resultForms
        self.components = components
    }

    /// The code alone of what registers write: `1.001193.000.00.00.H35` → `1.001193`.
    package static func shortCode(_ code: String) -> String {
        let parts = code.split(separator: ".")
        return parts.count > 2 ? parts.prefix(2).joined(separator: ".") : code
    }
}

extension [Procedure] {
    /// By the code of a case; nil where the table does not know it.
    package func of(_ file: Case) -> Procedure? {
        guard let code = file.procedureCode.map(Procedure.shortCode) else { return nil }
        return first { $0.code == code }
    }
}
