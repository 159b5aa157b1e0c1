import Foundation
import Records
import Testing

@testable import Understanding

struct FilingTests {
    private static let printed = "H35.88.73-251013-0231"

    private func page(text: Bool = false, barcode: String? = nil) -> PrintedPage {
        var page = PrintedPage.plan()
        if text { page.line("Mã hồ sơ: \(Self.printed)", y: 0.6) }
        if let barcode { page.barcode(barcode) }
        return page
    }

    @Test("The strongest sign of the dossier wins, in this order")
    func order() {
        let folders = ["2026", "HS-FOLDER"]
        let file = "HS-FILE.0000001.pdf"
        let coded = page(text: true, barcode: "H35.99.33-260902-4120")
        #expect(understood([coded], file: file, folders: folders, cover: "HS-COVER").dossier == "HS-COVER")
        #expect(understood([coded], file: file, folders: folders).dossier == "H35.99.33-260902-4120")
        #expect(understood([page(text: true)], file: file, folders: folders).dossier == Self.printed)
        #expect(understood([page()], file: file, folders: folders).dossier == "HS-FOLDER")
        #expect(understood([page()], file: file).dossier == "HS-FILE")
        #expect(understood([page()]).dossier == nil)
    }

    @Test("Two signs that name different dossiers are asked about; a folder behind a cover sheet may be anything")
    func conflict() {
        func reasons(_ file: String = "scan.pdf", _ folders: [String] = [], _ cover: String? = nil) -> [String] {
            understood([page()], file: file, folders: folders, cover: cover).reviewReasons.filter { $0 == ReviewReason.conflictingDossier }
        }
        #expect(reasons("HS-1.0000001.pdf", [], "HS-2") == [ReviewReason.conflictingDossier])
        #expect(reasons("HS-1.0000001.pdf", ["HS-2"]) == [ReviewReason.conflictingDossier])
        #expect(reasons("HS-1.0000001.pdf", ["2026", "HS-1"]) == [] && reasons("hs-1.0000001.pdf", [], "HS-1") == [])
        #expect(reasons("scan.pdf", ["2026-11-21"], "HS-2") == [] && reasons("scan.pdf", ["HS-2"]) == [])
        #expect(reasons("Hồ-1.0000001.pdf".decomposedStringWithCanonicalMapping, ["Hồ-1"]) == [])
    }

    @Test("A cover's code is not read off the record's own pages")
    func coverIsNoField() {
        #expect(understood([page()], cover: "HS-COVER").fields.dossierCode == nil)
        #expect(understood([page(barcode: "H35.99.33-260902-4120")]).fields.dossierCode?.source == .barcode)
    }

    @Test(
        "Case codes",
        arguments: [
            ("000.00.12.H62-201105-0004", "000.00.12.H62-201105-0004"), ("Mã hồ sơ: H35.88.73-251013-0231.", "H35.88.73-251013-0231"),
            ("H35-251013-0231", "H35-251013-0231"),
            ("H35.88.73-251313-0231", nil), ("H35.88.73-251013-02", nil), ("AH35.88.73-251013-0231", nil), ("Số: 15/QĐ-UBND", nil),
        ])
    func caseCodes(text: String, expected: String?) {
        #expect(CaseCode.find(in: text) == expected)
    }

    @Test(
        "Names of scanned files", arguments: [("HS-01.0000001.pdf", "HS-01"), ("A.B.0000012.PDF", "A.B"), ("scan 01.pdf", nil), ("0000001.pdf", nil)])
    func fileNames(name: String, expected: String?) {
        #expect(Dossier.fileCode(name) == expected)
    }
}
