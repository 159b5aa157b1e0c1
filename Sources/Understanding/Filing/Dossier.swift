import Foundation
import Records

/// Which dossier or case a record is filed under, strongest first: the cover sheet, a barcode with the case code, the case code read on
/// the page, the folder it lay in, the file's name.
enum Dossier {
    static func of(_ context: RecordContext, caseCode: Field?) -> String? {
        context.pages.coverCode ?? caseCode?.value ?? folder(context.folders) ?? fileCode(context.fileName)
    }

    private static func folder(_ folders: [String]) -> String? {
        folders.last.map(VietnameseText.squashed).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `CODE.NNNNNNN.pdf`: the name that TT 05/2025/TT-BNV gives to scanned documents of a file.
    static func fileCode(_ name: String) -> String? {
        guard let match = name.precomposedStringWithCanonicalMapping.wholeMatch(of: /(?<code>.+)\.\d{7}\.[A-Za-z]{3,4}/) else { return nil }
        let code = VietnameseText.squashed(String(match.code))
        return code.isEmpty ? nil : code
    }
}
