/// One form of the administrative procedures: its code, the code of its paper, and the titles that it is printed under.
package struct PaperForm: Sendable, Hashable {
    package var form: String
    /// The form of every administrative document, which no table lists: its types are.
    package static let document = "van_ban"
    /// Stands in `type_code`, where a document of the archive has its code of NĐ 30/2020/NĐ-CP.
    package var code: String
    package var name: String
    /// A title is of this form when it begins with one of them.
    package var titles: [String]
    /// What it is to a case of a procedure that no table knows. A receipt of the one-stop office names a case instead of persons.
    package var role: PaperRole
    /// Whether it names a child and its parents, who bear one surname.
    package var isOfBirth: Bool

    package init(_ form: String, _ code: String, _ name: String, titles: [String], role: PaperRole = .component, isOfBirth: Bool = false) {
        self.form = form
        self.code = code
        self.name = name
        self.titles = titles
        self.role = role
        self.isOfBirth = isOfBirth
    }
}
