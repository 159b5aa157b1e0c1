import Records

/// What is said of wrong usage and wrong configuration.
extension Phrases {
    static func emptyOption(_ option: String) -> String { say("\(option): không được để trống", "\(option): must not be empty") }
    static func nameOfDaemon(_ name: String) -> String {
        say(
            "--by: tên \(name) dành riêng cho chương trình; hãy ghi tên người thực hiện",
            "--by: the name \(name) is the program's own; name the person who does it")
    }
    static let mustBePairs = say("phải là các cặp \"khóa: giá trị\"", "must be pairs of \"key: value\"")
    static func reuseKnown(_ event: ReuseEvent) -> String {
        say(
            "Đã có: hồ sơ \(event.caseCode), thành phần \(event.component), \(event.by) ghi lúc \(moment(event.at)).",
            "Already there: case \(event.caseCode), component \(event.component), recorded by \(event.by) at \(moment(event.at)).")
    }
    static func notAllShown(_ more: Int) -> String {
        say("… và \(more) bản ghi nữa; xem thêm bằng --limit", "… and \(more) more records; see them with --limit")
    }
    static let verboseHelp = say(
        "Ghi nhật ký từng yêu cầu HTTP: đường dẫn mẫu, mã trả lời, thời gian; không ghi điều được hỏi.",
        "Logs each HTTP request: route, status, time; never what was asked.")
    static func noLanguageData(_ languages: String) -> String {
        say(
            "thiếu dữ liệu ngôn ngữ \(languages) của Tesseract; hãy cài (Debian: tesseract-ocr-vie) hoặc sửa languages của quy trình",
            "Tesseract's language data \(languages) is missing; install it (Debian: tesseract-ocr-vie) or mend the pipeline's languages")
    }
    /// What the value of a key of the configuration must be, and how it is written.
    static func mustBe(valueAt path: [String]) -> String {
        switch path.last {
        case "workers", "page_seconds", "report_day", "review_days", "jump_points": say("phải là số nguyên", "must be a whole number")
        case "target":
            say(
                "phải là số từ 0 đến 1 (80 % viết là 0.8, không viết 80), hoặc null khi không đặt chỉ tiêu",
                "must be a number from 0 to 1 (0.8 for 80 %, not 80), or null where no target is set")
        case "due": say("phải là ngày, như 2026-12-31", "must be a day, as 2026-12-31")
        case "http", "pipelines", "authority", "responsible", "unit": say("phải là một chuỗi ký tự", "must be a text")
        case "units": say("phải là danh sách, như - { unit: VP, targets: … }", "must be a list, as - { unit: VP, targets: … }")
        case _? where path.dropLast().contains("targets"):
            say(
                "phải viết như { target: 0.8, due: 2026-12-31, responsible: Văn phòng }, hoặc một danh sách như vậy; { target: null } khi không đặt chỉ tiêu",
                "must be as { target: 0.8, due: 2026-12-31, responsible: Office }, or a list of such; { target: null } where no target is set")
        default: mustBePairs
        }
    }
    static let stagesNeedDays = say(
        "mỗi mức phải có một hạn (due) khác nhau; chỉ một mức được không có hạn", "each stage needs a day (due) of its own; only one may have none")
    static func wrongUnitName(_ name: String) -> String {
        say(
            "đơn vị \"\(name)\": tên để trống, là \"all\" (toàn đơn vị), hoặc đã có ở trên",
            "unit \"\(name)\": empty, \"all\" (the whole), or there already")
    }
    static let missingValue = say("thiếu giá trị", "has no value")
    static let notUnderstood = say("giá trị không hiểu được", "is not understood")
    static let fromAfterTo = say("--from: ngày đầu sau ngày cuối --to", "--from: is later than --to")
}
