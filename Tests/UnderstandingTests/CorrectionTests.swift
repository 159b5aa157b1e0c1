import Foundation
import Records
import Testing

@testable import Understanding

/// What a person may write, and what it answers.
@Suite("Corrections") struct CorrectionTests {
    private static let units = UnitTable([AdministrativeUnit(code: "NS", name: "xã Nậm Sơn")])

    private func record(_ change: (inout Record) -> Void = { _ in }) -> Record {
        var record = Record(
            id: "r", scan: "s", file: "a.pdf", pages: [1], kind: .archive, form: "van_ban", status: .needsReview, reviewReasons: [], fields: Fields(),
            createdAt: Date(timeIntervalSince1970: 0))
        record.fields.typeCode = Field("KH", confidence: 0.9, page: 1, source: .ocr)
        record.fields.symbol = Field("KH-UBND", confidence: 0.5, page: 1, box: Box(x: 0.1, y: 0.1, width: 0.2, height: 0.02), source: .ocr)
        change(&record)
        return record
    }

    private func corrected(_ record: Record, _ values: String..., pipeline: PipelineDefinition? = nil) throws -> Record {
        try ClerkCorrection(values, units: Self.units, vocabulary: Shipped.vocabulary, today: today).applied(to: record, pipeline: pipeline).record
    }

    @Test(
        "A value is brought to the form of its field",
        arguments: [
            ("issued_on=05/01/2026", "issued_on", "2026-01-05"), ("number= 05 ", "number", "05"), ("number=15a", "number", "15a"),
            ("subject=  Kế   hoạch\u{301} ", "subject", "Kế hoạch\u{301}"), ("urgency=hoả tốc", "urgency", "HỎA TỐC"),
            ("agency_unit=NS", "agency_unit", "NS"), ("type_code=qđ", "type_code", "QĐ"), ("procedure_code=1.001193", "procedure_code", "1.001193"),
        ])
    func accepted(_ assignment: String, _ field: String, _ value: String) throws {
        let field = try #require(try corrected(record(), assignment).fields[field])
        #expect(field.value == value.precomposedStringWithCanonicalMapping && field.source == .clerk && field.confidence == 1)
    }

    @Test("NFD is kept as NFC")
    func unicodeForms() throws {
        let text = "Số hóa tài liệu"
        let found = try corrected(record(), "subject=\(text.decomposedStringWithCanonicalMapping)").fields.subject?.value
        #expect(found?.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars) == true)
    }

    @Test(
        "A value that cannot be is refused",
        arguments: [
            "issued_on=2026-13-01", "issued_on=2026-11-22", "issued_on=1944-12-31", "issued_on=hôm qua", "number=mười", "number=15/KH",
            "symbol=KH UBND",
            "symbol=-", "type_code=XX", "form=giay_la", "kind=khac", "persons.1.id_number=123", "persons.1.id_number=013187005518x",
            "persons.1.born_on=2027-01-01", "persons.1.sex=x", "agency_unit=khong-co", "urgency=nhanh", "subject=a\u{0}b", "kind=", "form=",
        ])
    func wrongValue(_ assignment: String) {
        let mistake = #expect(throws: CorrectionMistake.self) {
            try ClerkCorrection([assignment], units: Self.units, vocabulary: Shipped.vocabulary, today: today)
        }
        guard case .wrongValue = mistake else { return #expect(mistake == nil, "\(String(describing: mistake))") }
    }

    @Test(
        "What is no field, no assignment, or given twice is refused",
        arguments: [["so=1"], ["number"], ["number=1", "number=2"], ["persons.0.name=A"], ["persons.1.khac=A"], ["persons=A"], ["=1"]])
    func wrongUsage(_ values: [String]) {
        #expect(throws: CorrectionMistake.self) { try ClerkCorrection(values, units: Self.units, vocabulary: Shipped.vocabulary, today: today) }
    }

    @Test("What was read is kept with the value, and where it stood")
    func raw() throws {
        let field = try #require(try corrected(record(), "symbol=KH-HĐND").fields.symbol)
        #expect(field.raw == "KH-UBND" && field.page == 1 && field.box != nil)
        let again = try #require(try corrected(try corrected(record(), "symbol=KH-HĐND"), "symbol=KH-ĐU").fields.symbol)
        #expect(again.raw == "KH-UBND")
    }

    @Test("A correction answers the reasons about its field and leaves the others")
    func reasons() throws {
        let asked = record {
            $0.reviewReasons = ["missing:number", "low_confidence:symbol", "missing:subject", "page_count", "conflict:type_code", "unknown_form"]
        }
        let pipeline = PipelineDefinition(name: "archive", title: "", kind: .archive, requiredFields: ["number", "subject"])
        #expect(
            try corrected(asked, "number=15", pipeline: pipeline).reviewReasons == [
                "low_confidence:symbol", "missing:subject", "page_count", "conflict:type_code", "unknown_form",
            ])
        #expect(
            try corrected(asked, "symbol=KH-UBND", pipeline: pipeline).reviewReasons == [
                "missing:number", "missing:subject", "page_count", "unknown_form",
            ])
        #expect(
            try corrected(asked, "type_code=QĐ", pipeline: pipeline).reviewReasons
                == ["missing:number", "low_confidence:symbol", "missing:subject", "page_count"])
        let done = try corrected(asked, "number=15", "symbol=QĐ-UBND", "subject=Về việc A", "type_code=QĐ", pipeline: pipeline)
        #expect(done.reviewReasons == ["page_count"] && done.status == .needsReview)
        #expect(done.fields.typeName?.value == "Quyết định" && done.form == "van_ban")
    }

    @Test("A required field that is emptied is missing")
    func emptied() throws {
        let pipeline = PipelineDefinition(name: "archive", title: "", kind: .archive, requiredFields: ["symbol"])
        let found = try corrected(record(), "symbol=", pipeline: pipeline)
        #expect(found.fields.symbol == nil && found.reviewReasons == ["missing:symbol"] && found.status == .needsReview)
    }

    @Test("Persons are written one fact at a time, and checked against each other")
    func persons() throws {
        let first = try corrected(record(), "persons.1.name=Lù Thị Dung", "persons.1.id_number=013302003316", "persons.1.born_on=2002-05-01")
        #expect(first.fields.persons.count == 1 && first.fields.persons[0].name?.value == "Lù Thị Dung")
        #expect(first.reviewReasons == [])
        let wrong = try corrected(first, "persons.1.born_on=1990-05-01")
        #expect(wrong.reviewReasons == ["conflict:persons"] && wrong.status == .needsReview)
        #expect(try corrected(wrong, "persons.1=").fields.persons.isEmpty)
        #expect(throws: CorrectionMistake.noPerson(3, next: 2)) { try corrected(first, "persons.3.name=A") }
    }

    @Test("A code of a case files the record anew where the printed code had filed it")
    func filing() throws {
        let filed = record {
            $0.dossier = "H35.88.73-261012-0231"
            $0.fields.dossierCode = Field("H35.88.73-261012-0231", confidence: 0.9, page: 1, source: .ocr)
        }
        #expect(try corrected(filed, "dossier_code=H35.88.73-261012-0232").dossier == "H35.88.73-261012-0232")
        var elsewhere = filed
        elsewhere.dossier = "HS-1"
        #expect(try corrected(elsewhere, "dossier_code=H35.88.73-261012-0232").dossier == "HS-1")
        #expect(try corrected(filed, "dossier=HS-2").dossier == "HS-2")
        #expect(try corrected(filed, "dossier=").dossier == nil)
    }
}
