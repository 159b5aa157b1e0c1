import CExpat
import CHEIF
import CLCMS2
import CLeptonica
import CPoppler
import CQPDF
import CTIFF
import CTesseract
import CZBar
import CZip
import Foundation
import Records

/// The C libraries that reading stands on, and whether they are fit for use: for `sohoa doctor`.
package enum Libraries {
    /// - Parameter languages: of every pipeline, as Tesseract names them.
    package static func report(languages: [String]) -> [LibraryReport] {
        var (major, minor, patch): (UInt32, UInt32, UInt32) = (0, 0, 0)
        let zbar = unsafe zbar_version(&major, &minor, &patch) == 0 ? "\(major).\(minor).\(patch)" : nil
        return [
            LibraryReport("tesseract", version: unsafe TessVersion().map { unsafe String(cString: $0) }),
            LibraryReport("leptonica", version: leptonicaVersion()),
            LibraryReport("poppler", version: unsafe poppler_get_version().map { unsafe String(cString: $0) }),
            LibraryReport("qpdf", version: unsafe qpdf_get_qpdf_version().map { unsafe String(cString: $0) }),
            LibraryReport("zbar", version: zbar),
            LibraryReport("libtiff", version: unsafe TIFFGetVersion().map { unsafe firstLine(String(cString: $0)) }),
            LibraryReport("libheif", version: unsafe heif_get_version().map { unsafe String(cString: $0) }),
            LibraryReport("libzip", version: unsafe zip_libzip_version().map { unsafe String(cString: $0) }),
            LibraryReport("expat", version: unsafe XML_ExpatVersion().map { unsafe String(cString: $0) }),
            LibraryReport("lcms2", version: String(cmsGetEncodedCMMversion())),
        ] + languages.map(languageData) + languages.compactMap(scriptData)
    }

    /// Loads the data, because a file that is there may still be of another version.
    private static func languageData(_ languages: String) -> LibraryReport {
        do throws(ReadingFailure) {
            _ = try Chatter.muted { () throws(ReadingFailure) in try TesseractEngine(languages: languages) }
            return LibraryReport("tesseract data \(languages)", version: "", isFit: true)
        } catch {
            return LibraryReport("tesseract data \(languages)", version: "", isFit: false, detail: error.detail)
        }
    }

    /// The model for worn print, which pages can be read without.
    private static func scriptData(_ languages: String) -> LibraryReport? {
        let scripts = Engines.scripts(of: languages)
        guard scripts != languages else { return nil }
        let isThere = Engines().scriptEngine(for: languages) != nil
        return LibraryReport(
            "tesseract data \(scripts)", version: "", isFit: true,
            detail: isThere ? "" : "not installed: worn print is read less well (Debian: tesseract-ocr-script-viet)")
    }

    private static func leptonicaVersion() -> String? {
        guard let text = unsafe getLeptonicaVersion() else { return nil }
        defer { unsafe lept_free(text) }
        return unsafe String(cString: text)
    }

    private static func firstLine(_ text: String) -> String { text.split(separator: "\n").first.map(String.init) ?? text }
}

/// One library: its name, version, and what is wrong with it.
package struct LibraryReport: Sendable, Equatable {
    package var name: String
    /// Empty where there is none.
    package var version: String
    package var isFit: Bool
    /// What is wrong, in English; empty when all is well.
    package var detail: String

    init(_ name: String, version: String, isFit: Bool, detail: String = "") {
        self.name = name
        self.version = version
        self.isFit = isFit
        self.detail = detail
    }

    init(_ name: String, version: String?) {
        self.init(name, version: version ?? "", isFit: version != nil, detail: version == nil ? "gives no version" : "")
    }
}
