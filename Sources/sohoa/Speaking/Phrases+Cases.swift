import Indicators
import Records

/// What is said of cases, reuse and who is responsible.
extension Phrases {
    static let caseShow = say(
        "Một hồ sơ: từng thành phần, kết quả, còn thiếu gì để được tính.", "One case: each component, the result, and what keeps it from counting.")
    static let reuseFind = say(
        "Tìm giấy tờ đã có của người nộp, hợp với thành phần hồ sơ.", "What is on file for the applicant and fits a component.")
    static let reuseFindMore = say(
        "Khớp theo số định danh trước, rồi theo họ tên (có cảnh báo). Thành phần và thời hạn lấy từ pipelines/procedures.yaml.",
        "By identity number first, then by name (with a warning). Components and validity come from pipelines/procedures.yaml.")
    static let reuseUndo = say("Hủy một lần dùng lại.", "Undoes one reuse.")
    static let reuseUndoMore = say(
        "Sổ không xóa dòng nào: lệnh này ghi một dòng ngược lại.", "Nothing is deleted from the ledger: this writes the opposite of the line.")
    static let reuseIDHelp = say("Mã lượt dùng lại, như reuse list in ra.", "Id of the reuse, as reuse list prints it.")
    static let route = say("Đơn vị phụ trách giấy tờ: gợi ý và quyết định.", "Which unit is responsible: suggested, and decided.")
    static let routeMore = say(
        "Gợi ý theo pipelines/routing.yaml (loại, thủ tục, từ trong trích yếu); người dùng đổi được, việc đổi được ghi vết.",
        "Suggested by pipelines/routing.yaml (type, procedure, words); a person can change it, which leaves a trace.")
    static let routeShow = say("Đơn vị phụ trách một bản ghi.", "The unit responsible for a record.")
    static let routeSet = say("Đặt đơn vị phụ trách.", "Makes a unit responsible.")

    static let reuseWord = say("Lượt", "Reuse")
    static let undoesWord = say("Hủy lượt", "Undoes")
    static let formWord = say("Mẫu", "Form")
    static let issuedWord = say("Ngày cấp", "Issued")
    static let validUntilWord = say("Có giá trị đến", "Valid until")
    static let noteWord = say("Lưu ý", "Note")
    static let otherPapers = say("Giấy tờ khác trong hồ sơ", "Other papers of the case")
    static let missingOptional = say("không có (không bắt buộc)", "none (not required)")
    static let nothingToReuse = say("Chưa có giấy tờ nào dùng lại được.", "Nothing on file can be reused.")

    static func noCase(_ code: String) -> String {
        say("\(code): không có hồ sơ này; xem sohoa cases list", "\(code): no such case; see sohoa cases list")
    }
    static func noProcedure(_ code: String?) -> String {
        say(
            "Bảng thủ tục chưa có thủ tục \(code ?? "(hồ sơ không ghi mã)"); thêm vào pipelines/procedures.yaml.",
            "The table has no procedure \(code ?? "(the case names none)"); add it to pipelines/procedures.yaml.")
    }
    static func reuseUndone(_ caseCode: String, _ component: String) -> String {
        say("Đã hủy: hồ sơ \(caseCode), thành phần \(component).", "Undone: case \(caseCode), component \(component).")
    }
    static func reuseUndoneBefore(_ event: ReuseEvent) -> String {
        say(
            "Đã hủy từ trước: hồ sơ \(event.caseCode), thành phần \(event.component), \(event.by) hủy lúc \(moment(event.at)); không ghi thêm gì.",
            "Undone before: case \(event.caseCode), component \(event.component), by \(event.by) at \(moment(event.at)); nothing was written.")
    }
    static let responsibleUnit = say("Đơn vị phụ trách", "Responsible")
    static func routed(_ responsible: Responsible) -> String {
        guard let unit = responsible.unit else { return say("chưa rõ", "not known") }
        guard let who = responsible.chosen?.by else { return say("\(unit) (gợi ý)", "\(unit) (suggested)") }
        let decided = say("\(unit), do \(who) đặt", "\(unit), decided by \(who)")
        guard let suggested = responsible.suggested, suggested != unit else { return decided }
        return decided + say(" (gợi ý: \(suggested))", " (suggested: \(suggested))")
    }

    static func notes(of offer: ReuseOffer) -> [String] {
        var notes: [String] = []
        switch offer.validity {
        case .valid: break
        case .unknown:
            notes.append(say("không đọc được ngày cấp nên chưa rõ còn hạn không", "its day of issue is not known, so neither is its validity"))
        case .expired: notes.append(say("đã hết hạn", "expired"))
        }
        switch offer.match {
        case .idNumber: break
        case .nameAndBirth: notes.append(say("khớp theo họ tên và năm sinh, không có số định danh", "by name and year of birth, without a number"))
        case .name: notes.append(say("chỉ khớp theo họ tên; hãy kiểm tra đúng người", "by name alone; check that it is the same person"))
        case .similarName:
            notes.append(say("họ tên khác dấu; chỉ dùng lại được khi ghi rõ lý do", "the name has other marks; to be reused with a reason only"))
        }
        if offer.record.status == .needsReview { notes.append(say("chưa được rà soát", "waits for review")) }
        return notes
    }

    static func state(_ state: CaseSheet.State) -> String {
        switch state {
        case .onFile: say("đã có", "on file")
        case .reused: say("dùng lại", "reused")
        case .missing: say("thiếu", "missing")
        case .doubtful: say("cần kiểm tra", "doubtful")
        case .shown: say("chỉ xuất trình", "only shown")
        }
    }

    static func state(_ result: CaseSheet.Result) -> String {
        switch result {
        case .onFile: say("đã có", "on file")
        case .missing: say("thiếu", "missing")
        case .doubtful: say("cần kiểm tra", "doubtful")
        case .notRequired: say("không yêu cầu", "not required")
        case .unknown: unknown
        }
    }

    static func doubt(_ doubt: CaseSheet.Doubt) -> String {
        switch doubt {
        case .expired: say("đã hết hạn", "expired")
        case .anotherPerson: say("mang tên người khác", "another person's")
        case .otherMarks: say("tên khác dấu, không có gì khác để đối chiếu", "its name has other marks, and nothing else to compare by")
        case .personUnknown: say("không đối chiếu được người", "the person could not be compared")
        case .otherForm: say("không thuộc loại thay được thành phần này", "of a form that does not serve")
        case .unread: say("chưa được rà soát", "waits for review")
        case .undated: say("chưa rõ ngày ban hành", "its day of issue is not known")
        case .damaged: say("bản gốc hoặc bản lưu trữ bị thay đổi", "its files have changed")
        case .rejected: say("nguồn đã bị loại khi rà soát", "its source was rejected")
        case .gone: say("nguồn bị giữ lại hoặc không còn", "its source is held back or gone")
        case .notReusable: say("thành phần không dùng lại được", "no component to be reused")
        }
    }

    static func otherReuse(_ other: CaseSheet.OtherReuse) -> String {
        let notes = other.doubts.map(doubt) + other.remarks.map(remark)
        let doubts = notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
        return say(
            "Dùng lại ngoài các thành phần của hồ sơ: \(other.event.component) ← \(other.event.fromRecord), \(other.event.by) ghi\(doubts)",
            "Reused for no component of the case: \(other.event.component) ← \(other.event.fromRecord), by \(other.event.by)\(doubts)")
    }

    static func standing(_ standing: IndicatorStanding) -> String { self.standing(standing.name, standing.why) }
}
