import Records

/// A sheet that separates: its code files the pages behind it under a dossier or a case.
enum CoverSheet {
    /// What a cover sheet's barcode says; nil when no barcode of the page is a cover's. `SOHOA|1|dossier=CODE` is printed by
    /// `sohoa covers`; `SEP|CODE|…` comes from other scanning software.
    static func code(in barcodes: [Barcode]) -> String? {
        barcodes.lazy.compactMap { code(in: $0.text) }.first
    }

    static func code(in text: String) -> String? {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map { VietnameseText.squashed(String($0)) }
        guard parts.count >= 2 else { return nil }
        if parts[0] == "SEP" { return parts[1].isEmpty ? nil : parts[1] }
        guard parts.count >= 3, parts[0] == "SOHOA", parts[1] == "1" else { return nil }
        let code = parts[2...].lazy.filter { $0.hasPrefix("dossier=") }.map { String($0.dropFirst("dossier=".count)) }.first
        return code?.isEmpty == false ? code : nil
    }
}
