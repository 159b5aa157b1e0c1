import Records
import Testing

@testable import Understanding

@Suite("What the tables say") struct VocabularyTests {
    private func record(_ pages: [PrintedPage], knowing vocabulary: Vocabulary) -> RecordDraft {
        let readings = pages.map(\.reading)
        let context = RecordContext(
            pages: RecordPages(pages: readings.map(\.page), barcodes: []), fileName: "scan.pdf", folders: [], pipeline: nil, today: today)
        return RuleUnderstander(units: UnitTable(), vocabulary: vocabulary).record(opening: readings, closing: nil, context: context)
    }

    private func page(titled title: String, number: String? = nil) -> PrintedPage {
        var page = PrintedPage()
        page.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", y: 0.07)
        page.centred("Độc lập - Tự do - Hạnh phúc", y: 0.095)
        if let number { page.line(number, y: 0.12) }
        page.centred(title, y: 0.16)
        page.line("Họ, chữ đệm, tên: Giàng Gì Phương", y: 0.22)
        return page
    }

    @Test("A form that an office adds is known by its title, with its code; without it nothing is made of the paper")
    func form() {
        let paper = page(titled: "PHIẾU LÝ LỊCH")
        #expect(record([paper], knowing: Shipped.vocabulary).form == "unknown")
        var vocabulary = Shipped.vocabulary
        vocabulary.paperForms.append(PaperForm("phieu_ly_lich", "PHIEU_LL", "Phiếu lý lịch", titles: ["Phiếu lý lịch"]))
        let draft = record([paper], knowing: vocabulary)
        #expect(draft.form == "phieu_ly_lich" && draft.kind == .tthc && draft.fields.typeCode?.value == "PHIEU_LL")
        #expect(draft.fields.persons.compactMap(\.name?.value) == ["Giàng Gì Phương"])
    }

    @Test("A type that an office adds is known by its title and by its code in the symbol")
    func type() {
        let paper = page(titled: "LỊCH CÔNG TÁC", number: "Số: 12/LCT-UBND")
        #expect(record([paper], knowing: Shipped.vocabulary).fields.typeCode?.value != "LCT")
        var vocabulary = Shipped.vocabulary
        vocabulary.documentTypes.append(DocumentType("LCT", "Lịch công tác"))
        let fields = record([paper], knowing: vocabulary).fields
        #expect(fields.typeCode?.value == "LCT" && fields.typeName?.value == "Lịch công tác")
        #expect(fields.number?.value == "12" && fields.symbol?.value == "LCT-UBND")
    }

    @Test("A label that no table holds begins nobody")
    func label() {
        var vocabulary = Shipped.vocabulary
        vocabulary.words.labels.removeAll { $0.kind == .name }
        #expect(record([page(titled: "GIẤY KHAI SINH")], knowing: vocabulary).fields.persons.isEmpty)
    }
}
