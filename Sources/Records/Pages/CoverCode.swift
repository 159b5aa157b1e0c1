/// What the QR code of a cover sheet says: the dossier or case that the pages behind it belong to. Whoever prints it and whoever reads it
/// share this.
package struct CoverCode: Sendable, Equatable {
    package let dossier: String

    /// Letters of a code at most: with more of them the squares of the QR code become too small for a worn scanner.
    package static let longest = 100
    private static let maker = "SOHOA"
    private static let version = "1"
    private static let dossierKey = "dossier="

    /// Nil for what cannot stand in a cover's code: nothing, too much, or a sign that parts its fields.
    package init?(dossier: String) {
        let code = VietnameseText.squashed(dossier)
        guard !code.isEmpty, code.count <= Self.longest, !code.contains("|") else { return nil }
        self.dossier = code
    }

    /// Nil for the text of any other barcode. `SEP|CODE|…` comes from other scanning software.
    package init?(barcode text: String) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map { VietnameseText.squashed(String($0)) }
        guard parts.count >= 2 else { return nil }
        if parts[0] == "SEP" {
            dossier = parts[1]
        } else {
            guard parts.count >= 3, parts[0] == Self.maker, parts[1] == Self.version,
                let code = parts[2...].first(where: { $0.hasPrefix(Self.dossierKey) })
            else { return nil }
            dossier = String(code.dropFirst(Self.dossierKey.count))
        }
        if dossier.isEmpty { return nil }
    }

    /// `SOHOA|1|dossier=CODE`.
    package var text: String { [Self.maker, Self.version, Self.dossierKey + dossier].joined(separator: "|") }
}
