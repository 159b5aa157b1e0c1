/// One pipeline: which folder is watched, what is expected there, and how it is treated. Read from `pipelines/NAME.yaml`.
package struct PipelineDefinition: Sendable, Equatable {
    /// Lower-case letters, digits, `-` and `_`; the file's name without its ending.
    package var name: String
    /// Shown to people.
    package var title: String
    package var kind: Record.Kind
    /// The folder that holds `inbox/`, `done/`, `rejected/`, `restricted/`; nil for `DATA/folders/NAME`.
    /// In a pipeline's file a path that is not absolute is meant from the data folder.
    package var folder: String?
    /// Tesseract's language data.
    package var languages: String
    /// Seconds without change before a file is looked at.
    package var settleSeconds: Double
    /// Seconds without change after which a file that is not whole, or may not be read, is rejected. Long, because people pause
    /// between the pages of one scan.
    package var giveUpSeconds: Double
    /// Seconds between looks at the folder when no event comes.
    package var rescanSeconds: Double
    package var afterwards: Afterwards
    /// Fields without which a record needs review, by JSON name.
    package var requiredFields: [String]
    /// A field below this confidence needs review, 0...1.
    package var minimumConfidence: Double
    package var separating: Separating
    /// For scanners that take one side of a stack after the other.
    package var sideOrder: SideOrder

    /// What becomes of the inbox file of a recorded scan.
    package enum Afterwards: String, Sendable, CaseIterable { case move, remove }

    package init(
        name: String, title: String, kind: Record.Kind, folder: String? = nil, languages: String = "vie", settleSeconds: Double = 2,
        giveUpSeconds: Double = 600, rescanSeconds: Double = 10, afterwards: Afterwards = .move, requiredFields: [String] = [],
        minimumConfidence: Double = 0.6, separating: Separating = Separating(), sideOrder: SideOrder = .asScanned
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.folder = folder
        self.languages = languages
        self.settleSeconds = settleSeconds
        self.giveUpSeconds = giveUpSeconds
        self.rescanSeconds = rescanSeconds
        self.afterwards = afterwards
        self.requiredFields = requiredFields
        self.minimumConfidence = minimumConfidence
        self.separating = separating
        self.sideOrder = sideOrder
    }
}
