/// Bounds on a table, so that a wrong file costs seconds and megabytes, not the machine.
package enum TableLimits {
    /// Bytes of a file: a commune's inventory has under a tenth of it.
    package static let maximumBytes = 64 << 20
    /// Rows of a table, blank lines and header included.
    package static let maximumRows = 1_000_000
    /// Rows with misplaced quotes: more, and the file is no table.
    package static let maximumMalformedRows = 100
    /// Rows among which the header is looked for: titles and remarks stand above it.
    package static let rowsBeforeHeader = 30
    /// Bytes of one row of a workbook.
    package static let maximumRowBytes = 4 << 20
    /// Characters of a code: of a case, an item, a unit, a component.
    package static let maximumCodeLength = 100
    /// Characters of any other text.
    package static let maximumTextLength = 2_000
    /// Pages or documents of one item.
    package static let maximumCount = 1_000_000
    /// Components of one case.
    package static let maximumComponents = 200
}
