import Foundation
import Records

/// What things are called.
extension Phrases {
    static let when = say("Lúc", "When")
    static let file = say("Tệp", "File")
    static let outcome = say("Kết quả", "Outcome")
    static let state = say("Trạng thái", "State")
    static let pages = say("trang", "pages")
    static let pageWord = say("Trang", "Page")
    static let what = say("Nội dung", "What")
    static let why = say("Lý do", "Why")
    static let who = say("Người", "Who")
    static let recordWord = say("Bản ghi", "Record")
    static let recordsWord = say("bản ghi", "records")
    static let filesWord = say("tệp", "files")
    static let field = say("Trường", "Field")
    static let value = say("Giá trị", "Value")
    static let sure = say("Tin cậy", "Sure")
    static let mark = say("Dấu", "Mark")
    static let folder = say("Thư mục", "Folder")
    static let fileCode = say("Mã hồ sơ", "File code")
    static let caseCode = say("Mã hồ sơ", "Case")
    static let title = say("Tiêu đề", "Title")
    static let scanned = say("Đã quét", "Scanned")
    static let fonds = say("Phông", "Fonds")
    static let items = say("Hồ sơ", "Items")
    static let done = say("Xong", "Done")
    static let secretWord = say("Mật", "Secret")
    static let destroyedWord = say("Đã hủy", "Destroyed")
    static let procedure = say("Thủ tục", "Procedure")
    static let received = say("Tiếp nhận", "Received")
    static let componentsWord = say("Thành phần", "Components")
    static let resultWord = say("Kết quả", "Result")
    static let reusedWord = say("Dùng lại", "Reused")
    static let indicatorWord = say("Chỉ số", "Indicator")
    static let unitWord = say("Đơn vị", "Unit")
    static let periodWord = say("Kỳ", "Period")
    static let countWord = say("Tử/mẫu", "Count")
    static let targetWord = say("Chỉ tiêu", "Target")
    static let unknown = say("chưa biết", "unknown")
    static let noTarget = say("không đặt chỉ tiêu", "no target set")
    static let untitled = say("(không rõ trích yếu)", "(no subject)")
    static let dataFolder = say("Thư mục dữ liệu", "Data folder")
    static let diskWord = say("Đĩa", "Disk")

    static func page(_ page: Int) -> String { say("trang \(page)", "page \(page)") }
    static func folderOf(_ title: String) -> String { say("Thư mục của \"\(title)\"", "Folder of \"\(title)\"") }
    static func sameAs(_ id: String) -> String { say("trùng với \(id)", "same as \(id)") }
    static func percent(_ share: Double) -> String {
        "\((share * 100).formatted(.number.precision(.fractionLength(0...2)).locale(Locale(identifier: isEnglish ? "en" : "vi")))) %"
    }

    /// Local time, to the minute.
    static func moment(_ date: Date) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.dateFormat = "yyyy-MM-dd HH:mm"
        return format.string(from: date)
    }

    static func state(_ state: ScanState) -> String {
        switch state {
        case .waiting: say("đang chờ", "waiting")
        case .reading: say("đang đọc", "reading")
        case .recorded: say("đã ghi nhận", "recorded")
        case .duplicate: say("trùng", "duplicate")
        case .restricted: say("giữ lại (mật)", "restricted")
        case .rejected: say("từ chối", "rejected")
        }
    }

    static func markName(_ mark: SecretMark) -> String {
        switch mark {
        case .mat: "MẬT"
        case .toiMat: "TỐI MẬT"
        case .tuyetMat: "TUYỆT MẬT"
        }
    }

    static func kind(_ kind: Record.Kind) -> String {
        switch kind {
        case .archive: say("lưu trữ", "archive")
        case .tthc: say("thủ tục hành chính", "administrative procedure")
        }
    }

    static func status(_ status: Record.Status) -> String {
        switch status {
        case .accepted: say("đã chấp nhận", "accepted")
        case .needsReview: say("cần người xem", "needs review")
        case .rejected: say("đã loại", "rejected")
        }
    }

    static func standing(_ progress: InventoryProgress) -> String {
        switch progress.item.state {
        case .secret: secretWord
        case .destroyed: destroyedWord
        case .inScope: progress.isDone ? done : progress.figures.records == 0 ? say("chưa bắt đầu", "not started") : say("đang làm", "under way")
        }
    }

    static func standing(_ indicator: Indicator) -> String {
        switch indicator.status {
        case .met: say("đạt", "met")
        case .onTrack: say("đúng tiến độ", "on track")
        case .behind: say("chậm", "behind")
        case .unknown: indicator.unknown.map { "\(unknown): \(whyUnknown($0))" } ?? unknown
        }
    }

    private static func whyUnknown(_ reason: Indicator.Unknown) -> String {
        switch reason {
        case .noTarget: noTarget
        case .noDenominator: say("chưa có gì để tính", "nothing to count")
        case .noDueDay: say("chỉ tiêu không ghi hạn", "the target has no due day")
        }
    }

    static func standing(_ standing: String, _ why: String?) -> String {
        let name = ["counted": say("được tính", "counted"), "pending": say("đang chờ", "pending"), "excluded": say("loại trừ", "excluded")][standing]
        return [name ?? standing, why.map { standingReasons[$0].map { say($0, why ?? "") } ?? $0 }].compactMap(\.self).joined(separator: ": ")
    }

    private static let standingReasons = [
        "not_started": "chưa bắt đầu", "no_page_count": "mục lục không ghi số trang", "pages_missing": "thiếu trang", "needs_review": "chờ người xem",
        "no_archival_copy": "chưa có bản lưu trữ PDF", "fixity_failed": "bản gốc hoặc bản lưu trữ đã bị thay đổi",
        "not_digitized": "chưa có thành phần số hóa", "result_missing": "thiếu kết quả",
        "result_unknown": "chưa biết có cần kết quả không", "result_scanned": "kết quả là bản quét giấy", "not_reused": "chưa dùng lại",
        "secret": "mật",
        "destroyed": "đã hủy", "no_received_on": "không có ngày tiếp nhận", "no_result_required": "không yêu cầu kết quả",
    ]

    static func indicatorName(_ code: Indicator.Code) -> String {
        switch code {
        case .archivesDigitized: say("Số hóa tài liệu lưu trữ", "Archives digitised")
        case .tthcDigitized: say("Số hóa hồ sơ TTHC", "Cases digitised")
        case .tthcResultElectronic: say("Kết quả điện tử", "Electronic results")
        case .dataReused: say("Dùng lại dữ liệu số hóa", "Data reused")
        }
    }

    static func checkName(_ check: String) -> String {
        switch check {
        case "original", "originals": say("Bản gốc", "Originals")
        case "archival_copy", "archival_copies": say("Bản lưu trữ PDF", "Archival copies")
        case "heads": say("Mã băm đã cất", "Heads that were kept")
        case "catalogue": say("Danh mục, chỉ mục, ghi vết", "Catalogue, index, trail")
        default: check
        }
    }

    static func fieldName(_ name: String) -> String { fieldNames[name].map { say($0, name) } ?? name }

    private static let fieldNames = [
        "type_code": "Mã loại", "type_name": "Loại", "number": "Số", "symbol": "Ký hiệu", "issued_on": "Ngày ban hành", "place": "Nơi ban hành",
        "agency": "Cơ quan", "parent_agency": "Cơ quan cấp trên", "agency_unit": "Đơn vị hành chính", "subject": "Trích yếu",
        "signer_name": "Người ký", "signer_title": "Chức vụ",
        "recipients": "Nơi nhận", "urgency": "Độ khẩn", "dossier_code": "Mã hồ sơ", "procedure_code": "Mã TTHC", "persons": "Người",
        "text": "Chữ đọc được", "dossier": "Hồ sơ", "form": "Mẫu", "kind": "Nhóm", "pages": "Trang",
    ]

    /// `missing:issued_on` in words.
    static func reviewReason(_ reason: String) -> String {
        if let twin = ReviewReason.duplicated(in: reason) {
            return say(
                "có thể trùng với \(twin): cùng số, ký hiệu, cơ quan và ngày", "may be the same as \(twin): number, symbol, agency and day agree")
        }
        if reason == ReviewReason.conflictingDossier {
            return say("tờ bìa, thư mục và tên tệp chỉ những hồ sơ khác nhau", "cover sheet, folder and file name say different dossiers")
        }
        let parts = reason.split(separator: ":", maxSplits: 1).map(String.init)
        let about = parts.count > 1 ? fieldName(parts[1]) : ""
        switch parts.first {
        case "missing": return say("thiếu \(about)", "missing \(about)")
        case "low_confidence": return say("chưa chắc: \(about)", "not sure: \(about)")
        case "no_archival_copy": return say("chưa có bản lưu trữ PDF", "no archival PDF")
        case "unknown_form": return say("chưa rõ mẫu giấy tờ", "unknown form")
        case "conflict": return say("mâu thuẫn: \(about)", "in conflict: \(about)")
        case "implausible": return say("không thể đúng: \(about)", "implausible: \(about)")
        case "sides_unequal":
            return say(
                "mặt trước và mặt sau không bằng nhau, các trang để theo thứ tự quét",
                "not as many backs as fronts: the pages stand as they were scanned")
        case "page_count": return say("số trang không khớp với số trang in trên giấy", "not as many pages as the paper says")
        case "blank": return say("trang trắng", "blank")
        case ReviewReason.unknownCase:
            return say("danh sách hồ sơ TTHC không có mã hồ sơ này", "the register of cases does not have its case")
        case ReviewReason.splitChanged: return say("đọc lại thì các trang được tách khác trước", "read again, its pages are parted otherwise")
        default: return reason
        }
    }

    static func reference(_ hit: SearchHit) -> String? {
        // As printed: 15/QĐ-UBND by the state, 05-NQ/ĐU by the Party.
        let number = [hit.number, hit.symbol].compactMap(\.self).joined(separator: hit.symbol?.contains("/") == true ? "-" : "/")
        let parts = [hit.typeCode, number.isEmpty ? nil : number].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    static func summary(_ scan: Scan, _ records: [Record]) -> String? {
        if let reason = scan.reason { return reason.message }
        let titles = records.map { record in
            [record.fields.typeCode?.value, record.fields.number?.value, record.fields.subject?.value].compactMap(\.self).joined(separator: " ")
        }
        return titles.joined(separator: " | ")
    }

    static func fileLine(_ file: String, _ pages: [Int], _ dossier: String?) -> String {
        let place = say(
            "\(file), trang \(pages.map(String.init).joined(separator: ","))", "\(file), pages \(pages.map(String.init).joined(separator: ","))")
        return dossier.map { place + say(", hồ sơ \($0)", ", dossier \($0)") } ?? place
    }

    /// The matches of a snippet in bold on a terminal, between brackets elsewhere.
    static func emphasised(_ snippet: String) -> String {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        return snippet.replacing("<b>", with: isTerminal ? "\u{1B}[1m" : "[").replacing("</b>", with: isTerminal ? "\u{1B}[0m" : "]")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}
