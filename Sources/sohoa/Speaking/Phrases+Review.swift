import Pipeline
import Records
import Understanding

/// What is said of review: what people are asked, what they decide, and what is not taken.
extension Phrases {
    static let reviewMore = say(
        "Xem (show), rồi chấp nhận (accept), sửa (correct) hoặc loại (reject). Ai làm gì, lúc nào, trước và sau ra sao đều được giữ.",
        "Look (show), then accept, correct or reject. Who did what and when, before and after, is kept.")
    static let reviewShowMore = say(
        "Ảnh chỗ cần xem: --crop TỆP.png ghi ra tệp; màn hình biết vẽ (sixel) thì hiện ngay. Mã bản ghi lấy từ review list.",
        "The place on the paper: --crop OUT.png writes a picture; a terminal that draws (sixel) shows it at once. Ids come from review list.")
    static let reviewAccept = say("Chấp nhận bản ghi như đang có.", "Accepts a record as it stands.")
    static let reviewAcceptMore = say(
        "Giá trị đã được người chấp nhận thì lần đọc lại không đổi nữa. Thiếu trường bắt buộc: thêm --incomplete. Chấp nhận cũng khôi phục bản ghi đã loại.",
        "What a person has accepted, no new reading changes. Where a required field is missing, say --incomplete. Accepting also brings a rejected record back."
    )
    static let reviewCorrect = say("Sửa trường: số, ngày, cơ quan, hồ sơ…", "Corrects fields: number, date, agency, dossier…")
    static let reviewCorrectMore = say(
        """
        Ví dụ: sohoa review correct MÃ number=15 issued_on=2026-01-05 "subject=Kế hoạch năm 2026" --by "chị Na"
        TRƯỜNG= (để trống) nghĩa là giấy không có. Người: persons.1.name=…, persons.1.id_number=… Nơi nhận: "recipients=A; B". Xếp vào hồ sơ: dossier=MÃ.
        Sai một giá trị thì không giá trị nào được ghi. Giá trị người khác đã sửa chỉ bị thay khi có --over.
        """,
        """
        As in: sohoa review correct ID number=15 issued_on=2026-01-05 "subject=Kế hoạch năm 2026" --by "chị Na"
        FIELD= (empty) says that the paper has none. Persons: persons.1.name=…, persons.1.id_number=… Recipients: "recipients=A; B". Filing: dossier=CODE.
        One wrong value, and none is taken. What another person has written is written over only with --over.
        """)
    static let reviewReject = say(
        "Loại bản ghi (không phải giấy tờ, quét nhầm); không mất.", "Rejects a record (no paper, scanned in error); it is kept.")
    static let reviewRejectMore = say(
        "Bản ghi bị loại không được tính và không hiện khi tìm; xem bằng review list --rejected, khôi phục bằng review accept.",
        "A rejected record counts in nothing and is not found; see review list --rejected, bring it back with review accept.")
    static let byWhomHelp = say("Người quyết định.", "Who decides.")
    static let seenHelp = say(
        "Bản sửa số mấy đã xem; nếu bản ghi đã đổi từ đó thì không làm gì.",
        "The revision that was looked at; where it has changed since, nothing is done.")
    static let incompleteHelp = say("Chấp nhận dù thiếu trường bắt buộc.", "Accepts although a required field is missing.")
    static let overHelp = say("Thay cả giá trị người khác đã sửa.", "Also writes over what another person has written.")
    static let assignmentHelp = say("TRƯỜNG=GIÁ TRỊ, một hoặc nhiều.", "FIELD=VALUE, one or more.")
    static let rejectedHelp = say("Những bản ghi đã bị loại.", "The rejected ones.")
    static let withRejectedHelp = say("Tìm cả những bản ghi đã bị loại.", "Looks through rejected records too.")
    static let cropHelp = say("Ghi ảnh chỗ cần xem ra tệp PNG này.", "Writes the place on the paper to this PNG file.")
    static let cropFieldHelp = say("Chỉ xem chỗ của trường này.", "Only where this field stands.")
    static let sourceWord = say("Nguồn", "Source")
    static let otherReadings = say("Cách đọc khác", "Other readings")

    static func source(_ source: Field.Source) -> String {
        switch source {
        case .ocr: say("nhận dạng", "OCR")
        case .textLayer: say("lớp chữ", "text layer")
        case .barcode: say("mã vạch", "barcode")
        case .fileName: say("tên tệp", "file name")
        case .clerk: say("người sửa", "clerk")
        }
    }
    static func revision(_ number: Int) -> String { say("bản \(number)", "revision \(number)") }
    static func readAs(_ raw: String) -> String { say("đọc là \"\(raw)\"", "read as \"\(raw)\"") }

    /// `persons.2.born_on` → `Người 2: ngày sinh`.
    static func fieldName(path: String) -> String {
        let parts = path.split(separator: ".").map(String.init)
        guard parts.count == 3 else { return fieldName(path) }
        return "\(fieldName(parts[0])) \(parts[1]): \(personFields[parts[2]].map { say($0, parts[2]) } ?? parts[2])"
    }
    private static let personFields = [
        "name": "họ tên", "id_number": "số định danh", "born_on": "ngày sinh", "sex": "giới tính", "address": "nơi cư trú",
    ]

    static func evidence(_ evidence: FormEvidence) -> String {
        let form = evidence.typeName ?? evidence.form
        guard let score = evidence.score else {
            return say("Mẫu: chưa rõ; không thấy tên loại nào đã biết", "Form: unknown; no known title was found")
        }
        if evidence.source == .clerk { return say("Mẫu: \(form), do người sửa ghi", "Form: \(form), as a person wrote") }
        let quoted: String? = evidence.text.map { "\"\($0)\"" }
        let onPage: String? = evidence.page.map { page($0) }
        let place = [quoted, onPage].compactMap(\.self).joined(separator: ", ")
        return say("Mẫu: \(form) (\(percent(score))), vì \(place)", "Form: \(form) (\(percent(score))), by \(place)")
    }

    static func step(_ revision: Revision) -> String {
        let what =
            switch revision.step {
            case .accepted: say("chấp nhận", "accepted")
            case .corrected: say("sửa", "corrected")
            case .rejected: say("loại", "rejected")
            case .readAgain: say("đọc lại", "read again")
            }
        let because = revision.because.map { ": \($0)" } ?? ""
        return "  \(self.revision(revision.number))  \(moment(revision.at))  \(revision.by)  \(what)\(because)"
    }
    static func change(_ change: Revision.Change) -> String {
        let name = change.field == RecordFacts.status ? say("Trạng thái", "status") : fieldName(path: change.field)
        if change.before == change.after { return say("\(name): xác nhận \(change.after ?? "–")", "\(name): confirmed \(change.after ?? "–")") }
        return "\(name): \(value(change.before, of: change.field)) → \(value(change.after, of: change.field))"
    }

    private static func value(_ text: String?, of field: String) -> String {
        guard let text else { return "–" }
        return field == RecordFacts.status ? Record.Status(rawValue: text).map(status) ?? text : text
    }

    static func pieceTitle(_ names: [String], page: Int) -> String {
        (names.map { fieldName($0) } + [self.page(page)]).joined(separator: ", ")
    }
    static func cropHint(_ id: String) -> String {
        say("Ảnh chỗ cần xem: sohoa review show \(id) --crop anh.png", "The place on the paper: sohoa review show \(id) --crop out.png")
    }
    static func cropWritten(_ path: String) -> String { say("Đã ghi \(path)", "Wrote \(path)") }
    static func fileThere(_ path: String) -> String {
        say("\(path): đã có tệp này; chọn tên khác", "\(path): this file is there already; choose another name")
    }
    static func cropNotWritten(_ path: String, _ cause: String) -> String {
        say("\(path): không ghi được ảnh (\(cause)); kiểm tra thư mục và quyền ghi", "\(path): the picture could not be written (\(cause))")
    }
    static func noCrop(_ id: String, _ code: SetAsideReason.Code) -> String {
        say(
            "\(id): không cắt được ảnh trang (\(code.rawValue)); chạy sohoa verify",
            "\(id): no picture of the page (\(code.rawValue)); run sohoa verify")
    }
    static func noPlace(_ id: String) -> String { say("\(id): bản ghi không có trang nào để xem", "\(id): the record has no page to be seen") }

    static func unknownField(_ name: String, _ known: [String]) -> String {
        say(
            "không có trường \"\(name)\"; các trường: \(known.joined(separator: ", "))",
            "no field \"\(name)\"; there are: \(known.joined(separator: ", "))")
    }
    static func mistake(_ mistake: CorrectionMistake) -> String {
        switch mistake {
        case .noValue(let text): say("\"\(text)\": phải viết TRƯỜNG=GIÁ TRỊ", "\"\(text)\": must be FIELD=VALUE")
        case .unknownField(let name, let known): unknownField(name, known)
        case .twice(let name): say("\(name): viết hai lần", "\(name): given twice")
        case .wrongValue(let field, let value, let expected):
            say(
                "\(field): \"\(value)\" không hợp lệ; phải là \(self.expected(expected))",
                "\(field): \"\(value)\" is not valid; must be \(self.expected(expected))")
        case .noPerson(let number, let next):
            say(
                "persons.\(number): chưa có người này; người tiếp theo là persons.\(next)",
                "persons.\(number): there is no such person; the next one is persons.\(next)")
        }
    }
    private static func expected(_ expected: CorrectionMistake.Expected) -> String {
        switch expected {
        case .text(let longest):
            say(
                "chữ có trong bảng, nhiều nhất \(longest) ký tự, trên một dòng", "a text that is known, of at most \(longest) characters, on one line"
            )
        case .number: say("số như 15, 05 hoặc 15a", "a number such as 15, 05 or 15a")
        case .symbol: say("ký hiệu như KH-UBND, không có khoảng trắng", "a symbol such as KH-UBND, without blanks")
        case .dayOfIssue: say("ngày từ năm 1945 đến hôm nay, như 2026-01-05 hoặc 05/01/2026", "a day from 1945 to today, as 2026-01-05 or 05/01/2026")
        case .dayOfBirth: say("ngày sinh không sau hôm nay, như 1990-01-31", "a day of birth not after today, as 1990-01-31")
        case .identityNumber: say("12 chữ số (định danh) hoặc 9 chữ số (CMND)", "12 digits, or the 9 of an old card")
        case .caseCode: say("mã thủ tục như 1.001193", "a procedure's code such as 1.001193")
        case .oneOf(let values): say("một trong: \(values.joined(separator: ", "))", "one of: \(values.joined(separator: ", "))")
        }
    }

    static func incomplete(_ id: String, _ missing: [String]) -> String {
        let names = missing.map { fieldName($0) }.joined(separator: ", ")
        return say(
            "\(id): còn thiếu \(names); sửa bằng review correct, hoặc chấp nhận như vậy bằng --incomplete",
            "\(id): lacks \(names); correct it, or accept it so with --incomplete")
    }
    static func rejectedAlready(_ id: String) -> String {
        say("\(id): bản ghi đã bị loại; khôi phục bằng review accept trước", "\(id): the record is rejected; bring it back with review accept first")
    }
    static func othersValue(_ change: Revision.Change, _ earlier: HumanWork.Decision) -> String {
        say(
            "\(change.field): \(earlier.by) đã ghi \"\(earlier.value ?? "")\"; xem review show, thêm --over nếu vẫn muốn thay",
            "\(change.field): \(earlier.by) has written \"\(earlier.value ?? "")\"; see review show, and add --over to write over it")
    }
    static func changedSince(_ record: Record, _ seen: Int) -> String {
        say(
            "\(record.id): đã đổi từ bản \(seen) sang bản \(record.revision); xem lại bằng review show",
            "\(record.id): has changed from revision \(seen) to \(record.revision); look again with review show")
    }
    static func notRevised(_ id: String, _ failure: ScanPipeline.RevisingFailure) -> String {
        switch failure {
        case .noRecord: noRecord(id)
        case .damagedOriginal:
            say(
                "\(id): bản gốc đã mất hoặc bị thay đổi nên không lập được bản lưu trữ mới; chưa ghi gì; chạy sohoa verify",
                "\(id): the original is missing or changed, so no new archival copy can be made; nothing was written; run sohoa verify")
        case .noCopy:
            say(
                "\(id): không lập được bản lưu trữ PDF mới nên chưa ghi gì; chạy lại, nếu vẫn vậy thì báo người quản trị",
                "\(id): no new archival PDF could be made, so nothing was written; run again, and tell the administrator if it stays")
        case .outdated:
            say("\(id): nhiều người đang sửa cùng lúc; chưa ghi gì; thử lại", "\(id): others are changing it at once; nothing was written; try again")
        }
    }
    static func decided(_ step: Revision.Step, _ record: Record) -> String {
        switch step {
        case .accepted: say("\(record.id): đã chấp nhận (bản \(record.revision)).", "\(record.id): accepted (revision \(record.revision)).")
        case .rejected: say("\(record.id): đã loại (bản \(record.revision)).", "\(record.id): rejected (revision \(record.revision)).")
        case .corrected, .readAgain:
            say(
                "\(record.id): đã sửa (bản \(record.revision)), \(status(record.status)).",
                "\(record.id): corrected (revision \(record.revision)), \(status(record.status)).")
        }
    }
    static func nothingDecided(_ record: Record) -> String {
        say("\(record.id): vốn đã \(status(record.status)).", "\(record.id): is \(status(record.status)) already.")
    }
}
