/// The words and codes that papers are understood by: tables that an office may change, not rules.
package struct Vocabulary: Sendable, Equatable {
    /// Types of documents; of types whose titles are equally near, the first one counts.
    package var documentTypes: [DocumentType]
    /// Forms of administrative procedures; of titles that are equally near, the first one counts.
    package var paperForms: [PaperForm]
    package var words: PaperWords

    package init(documentTypes: [DocumentType], paperForms: [PaperForm], words: PaperWords) {
        self.documentTypes = documentTypes
        self.paperForms = paperForms
        self.words = words
    }
}
