package import Records

/// One cover sheet: a code for the scanner, and words for people.
package struct Cover: Sendable, Equatable {
    package var code: CoverCode
    package var heading: String
    /// Of the dossier in words, where it is registered.
    package var title: String?
    /// Short lines under the title.
    package var facts: [String]
    /// What to do with the sheet.
    package var advice: [String]

    package init(code: CoverCode, heading: String, title: String?, facts: [String], advice: [String]) {
        self.code = code
        self.heading = heading
        self.title = title
        self.facts = facts
        self.advice = advice
    }

    /// Writes covers as a PDF file, a page each.
    package static func write(_ covers: [Cover], title: String, to path: String) throws(CoverFailure) {
        var layout = CoverLayout(try CoverPen(path: path, title: title))
        for cover in covers { try layout.draw(cover) }
        try layout.finish()
    }
}

/// Covers could not be drawn or written.
package struct CoverFailure: Error {
    /// As the library says it.
    package let cause: String
}
