/// One type of document: its code, its name as registers write it, and how papers bear it.
package struct DocumentType: Sendable, Hashable {
    package var code: String
    package var name: String
    /// Other codes that symbols bear for it: `KHHĐ` for a plan.
    package var symbols: [String]
    /// Whether such papers may go without number and symbol.
    package var mayLackNumber: Bool
    /// Whether such papers bear the name as their title and the code in their symbol. A công văn does not, nor a copy.
    package var isPrinted: Bool

    package init(_ code: String, _ name: String, symbols: [String] = [], mayLackNumber: Bool = false, isPrinted: Bool = true) {
        self.code = code
        self.name = name
        self.symbols = symbols
        self.mayLackNumber = mayLackNumber
        self.isPrinted = isPrinted
    }

    /// The code of the type that has neither title nor code on its papers; every table of types holds it.
    package static let letterCode = "CV"
}
