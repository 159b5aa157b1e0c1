import Records

/// What is said of figures.
extension Phrases {
    static let asOfHelp = say(
        "Số liệu tại cuối ngày này, tính lại từ nhật ký ghi vết.", "The figures as they were at the end of that day, computed from the trail.")
    static let asOfFuture = say("--as-of: ngày này chưa tới", "--as-of: that day is still to come")

    /// What stands beside an indicator: its extents, what is reported, and its other reading.
    static func besides(_ indicator: Indicator) -> [String] {
        let name = indicatorName(indicator.code)
        var lines: [String] = []
        if let extents = indicator.extents, indicator.denominator > 0 {
            func part(_ word: String, _ extent: Extent) -> String {
                "\(word) \(extent.done)/\(extent.of)"
                    + (extent.waiting > 0 ? say(" (\(extent.waiting) đang chờ)", " (\(extent.waiting) waiting)") : "")
                    + (extent.unknown > 0 ? say(" (\(extent.unknown) hồ sơ không ghi)", " (\(extent.unknown) items do not say)") : "")
            }
            lines.append(
                "\(name): "
                    + [
                        part(say("hồ sơ", "items"), extents.item), part(say("văn bản", "documents"), extents.document),
                        part(say("trang", "pages"), extents.page),
                    ].joined(separator: ", "))
        }
        if let reported = indicator.reported {
            lines.append(
                say(
                    "\(name): hệ thống một cửa báo \(reported.numerator)/\(indicator.denominator), trong đó \(reported.withoutEvidence) chưa có chứng cứ ở đây",
                    "\(name): the one-stop system reports \(reported.numerator)/\(indicator.denominator), \(reported.withoutEvidence) of them without evidence here"
                ))
        }
        if let readings = indicator.readings, readings.proxy != readings.strict, let value = readings.proxy.value {
            lines.append(say("\(name), nghĩa rộng (proxy): \(percent(value))", "\(name), proxy reading: \(percent(value))"))
        }
        return lines
    }

    static let trail = say(
        "Nhật ký ghi vết: ai làm gì, lúc nào, số liệu đổi ra sao.", "The trail: who did what, when, and what it did to the figures.")
    static let trailMore = say(
        "Nhật ký chỉ được ghi thêm; mỗi mục mang mã băm của mục trước. sohoa verify kiểm tra cả chuỗi.",
        "The trail is only appended to; each entry bears the hash of the one before it. sohoa verify walks the chain.")
    static let trailList = say("Các mục của nhật ký.", "The entries.")
    static let trailAcknowledge = say(
        "Trả lời cho một lần số liệu đổi mà không lệnh nào làm.", "Answer for a change of figures that no command made.")
    static let trailAcknowledgeMore = say(
        "sohoa verify nêu số của mục khi có ai sửa thẳng vào cơ sở dữ liệu. Hãy tìm ra ai đã sửa, rồi ghi lại lý do; mục cũ vẫn còn trong nhật ký.",
        "sohoa verify names the entry when something wrote to the database directly. Find out who it was, then note why; the entry itself stays in the trail."
    )
    static let entryHelp = say("Số của mục, như sohoa verify nêu.", "The entry's number, as sohoa verify names it.")
    static let becauseOfChangeHelp = say("Ai đã sửa và vì sao.", "Who changed it, and why.")
    static func nothingFromOutside(_ entry: Int) -> String {
        say(
            "Mục \(entry) không phải là lần số liệu đổi ngoài lệnh; xem sohoa verify.",
            "Entry \(entry) is no change of figures from outside; see sohoa verify.")
    }
    static func acknowledged(_ entry: Int) -> String {
        say("Đã ghi câu trả lời cho mục \(entry).", "The answer for entry \(entry) is noted.")
    }
    static let trailHeads = say("Mã băm cuối mỗi ngày, để giữ ở nơi khác.", "The last hash of each day, to be kept elsewhere.")
    static let trailHeadsMore = say(
        "Ghi ra tệp (sohoa trail heads --json > heads.jsonl) và cất ngoài máy này. Sau này sohoa verify --heads heads.jsonl cho biết nhật ký có bị viết lại không.",
        "Write them to a file (sohoa trail heads --json > heads.jsonl) and keep it off this machine. Later, sohoa verify --heads heads.jsonl tells whether history was rewritten."
    )
    static let headsHelp = say(
        "Đối chiếu nhật ký với các mã băm hằng ngày đã cất (sohoa trail heads --json).",
        "Holds the trail against daily hashes that were kept (sohoa trail heads --json).")
    static let subjectHelp = say("Chỉ những mục về mã này.", "Only entries about this code.")
    static let entryWord = say("Mục", "Entry")
    static let subjectWord = say("Về", "Subject")
    static let changesWord = say("Số liệu đổi", "Figures changed")
    static let dayWord = say("Ngày", "Day")
    static let hashWord = say("Mã băm", "Hash")
    /// - Parameter folder: of the tables that this command came with; nil for the built-in ones.
    static func unknownUnit(_ unknown: UnknownUnit) -> String {
        let units = unknown.told.map { $0.joined(separator: ", ") }
        return say(
            "\(unknown.unit): không có đơn vị này"
                + (units.map { $0.isEmpty ? "; chưa có đơn vị nào" : "; các đơn vị: \($0)" } ?? "; xem sohoa indicators"),
            "\(unknown.unit): no such unit" + (units.map { $0.isEmpty ? "; none is known yet" : "; the units: \($0)" } ?? "; see sohoa indicators"))
    }

    static func otherTables(_ folder: String?) -> String {
        let here = folder ?? say("bảng cài sẵn hoặc ./pipelines", "the built-in ones, or ./pipelines")
        return say(
            "bảng loại giấy, thủ tục ở đây (\(here)) khác bảng đang dùng để tính số liệu; số liệu giữ nguyên. Chạy ở thư mục của cơ quan hoặc thêm --config; nếu bảng ở đây mới đúng, hãy khởi động lại sohoa serve, hoặc nhập bằng ingest, cases import, inventory import",
            "the tables of forms and procedures here (\(here)) differ from those that figures are counted by; figures stay. Run it in the office's folder or with --config; if these are right, start sohoa serve anew, or take something in (ingest, cases import, inventory import)"
        )
    }
    static func notHeads(_ file: String, _ line: Int) -> String {
        say(
            "\(file):\(line): không phải mã băm hằng ngày của sohoa trail heads --json",
            "\(file):\(line): no daily hash as of sohoa trail heads --json")
    }
    static func noHeads(_ file: String) -> String {
        say(
            "\(file): không có mã băm nào để đối chiếu; ghi bằng sohoa trail heads --json > \(file)",
            "\(file): there is no daily hash to compare; write it with sohoa trail heads --json > \(file)")
    }
    static func headsCompared(_ count: Int, last: CalendarDate) -> String {
        say("\(count) mã băm hằng ngày, đến hết ngày \(last), còn nguyên", "\(count) daily hashes, up to the end of \(last), still stand")
    }
    static func rewritten(_ head: TrailHead) -> String {
        say(
            "nhật ký đã bị viết lại: mục \(head.entry) (cuối ngày \(head.day)) không còn mang mã băm đã cất",
            "the trail was rewritten: entry \(head.entry) (the last of \(head.day)) no longer has the hash that was kept")
    }

    static let report = say("Báo cáo của kỳ: XLSX, CSV, JSON hoặc HTML để in.", "The report of a period: XLSX, CSV, JSON, or HTML to print.")
    static let reportMore = say(
        "Báo cáo của kỳ đã qua được chốt từ lần lập đầu tiên: lập lại ra đúng từng byte. Số liệu đổi về sau thì lập bản điều chỉnh bằng --amendment.",
        "The report of a past period is frozen at its first issue: issuing it again gives the same bytes. What changes later goes into an amendment (--amendment)."
    )
    static let formatHelp = say(
        "xlsx, csv, json hoặc html; mặc định theo đuôi của tệp, không có đuôi thì xlsx.",
        "xlsx, csv, json or html; as the file's ending says, xlsx where it has none.")
    static func unknownForm(_ file: String) -> String {
        say(
            "\(file): không có dạng báo cáo này; đặt đuôi .xlsx, .csv, .json, .html, hoặc thêm --format",
            "\(file): no such form of a report; end the name in .xlsx, .csv, .json or .html, or add --format")
    }
    static let outputHelp = say("Ghi ra tệp này; - là màn hình.", "Writes to this file; - is standard output.")
    static let amendmentHelp = say("Bản điều chỉnh của báo cáo đã chốt.", "The amendment to a frozen report.")
    static let warnings = say("Cảnh báo: chậm cập nhật, số liệu giảm, tồn đọng, bất thường.", "Warnings: late, falling, ageing, odd.")
    static let warningsMore = say(
        "Ngưỡng đặt trong cấu hình: warnings: { report_day: 15, review_days: 30, jump_points: 30 }.",
        "Bounds stand in the configuration: warnings: { report_day: 15, review_days: 30, jump_points: 30 }.")
    static let noWarnings = say("Không có cảnh báo nào.", "No warnings.")
    static func reportNotMade(_ cause: String) -> String {
        say("không lập được báo cáo (\(cause)); kiểm tra dung lượng đĩa", "the report could not be made (\(cause)); check the disk")
    }
    static func reportNotWritten(_ path: String, _ cause: String) -> String {
        say(
            "\(path): không ghi được báo cáo (\(cause)); kiểm tra thư mục và quyền ghi",
            "\(path): the report could not be written (\(cause)); check the folder")
    }
    static func nothingToAmend(_ period: Period) -> String {
        say("\(period): không có gì để điều chỉnh", "\(period): there is nothing to amend")
    }
    /// - Parameter cases: codes of the cases and items that came, went, or stand otherwise.
    static func figuresChanged(_ period: Period, _ count: Int, cases: [String]) -> String {
        let named = cases.prefix(5).joined(separator: ", ") + (cases.count > 5 ? ", …" : "")
        let figures = count == 0 ? nil : say("\(count) số liệu", "\(count) figures")
        let behind = cases.isEmpty ? nil : say("\(cases.count) hồ sơ (\(named))", "\(cases.count) cases or files (\(named))")
        let what = [figures, behind].compactMap(\.self).joined(separator: say(" và ", " and "))
        return say(
            "\(period): báo cáo đã chốt giữ nguyên, nhưng \(what) đã thay đổi sau đó; lập bản điều chỉnh bằng --amendment",
            "\(period): the frozen report stays, but \(what) have changed since; issue an amendment with --amendment")
    }

    static func archiveWentOn(_ period: Period) -> String {
        say(
            "\(period): báo cáo đã chốt giữ nguyên; kho lưu trữ đã khác từ lúc đó, và việc làm sau kỳ thuộc báo cáo của kỳ sau. Chỉ khi số đã chốt là sai mới cần lập bản điều chỉnh bằng --amendment.",
            "\(period): the frozen report stays; the archive has changed since, and work after the period belongs to later reports. Only where the frozen figure was wrong issue an amendment with --amendment."
        )
    }

    static let rowsWord = say("dòng", "rows")
    static let partialHelp = say(
        "Bảng chỉ là một phần: không đánh dấu những dòng mà bảng không liệt kê.", "The table is a part: rows that it does not list are not marked.")
    static func unlisted(_ count: Int) -> String {
        say(
            "\(count) dòng đã nhập trước đây không còn trong bảng: chỉ đánh dấu, không xóa (xem sohoa warnings).",
            "\(count) rows of earlier imports are no longer listed: they are marked, not deleted (see sohoa warnings).")
    }
    static func moreRefused(_ count: Int) -> String { say("… và \(count) dòng nữa", "… and \(count) more") }
    static func refusedIn(_ file: String) -> String {
        say("Các dòng không nhận nằm trong \(file); sửa ở đó rồi nhập lại.", "The refused rows stand in \(file); mend them there and import it.")
    }
    static func refusedFileNotWritten(_ file: String) -> String {
        say("\(file): không ghi được danh sách dòng không nhận", "\(file): the refused rows could not be written down")
    }
    static func notAWorkbook(_ code: SetAsideReason.Code) -> String {
        switch code {
        case .truncated: say("tệp XLSX không trọn vẹn; hãy sao chép hoặc lưu lại", "the XLSX file is not whole; copy or save it anew")
        case .tooLarge: say("bảng tính quá lớn; hãy chia thành nhiều tệp", "the workbook is too large; split it")
        case .timedOut, .crashed:
            say(
                "không đọc được bảng tính này; hãy mở bằng Excel hoặc LibreOffice, lưu thành CSV UTF-8 rồi nhập lại",
                "this workbook cannot be read; open it, save it as CSV UTF-8 and import that")
        default:
            say(
                "không phải bảng tính XLSX đọc được; hãy mở bằng Excel hoặc LibreOffice, chọn Lưu thành, kiểu Excel Workbook (.xlsx) hoặc CSV UTF-8",
                "no XLSX workbook that can be read; open it and save it as Excel Workbook (.xlsx) or CSV UTF-8")
        }
    }

    static let levelHelp = say(
        "Mức: fonds (phông, mặc định), box (hộp), file (từng hồ sơ còn thiếu) hoặc page (từng văn bản của hồ sơ còn thiếu, số thứ tự bị hụt).",
        "Level: fonds (the default), box, file (each that lacks something), or page (each paper of those, and the numbers that are missing).")
    static let paperWord = say("Văn bản", "Paper")
    static func missingNumber(_ number: String) -> String { say("thiếu văn bản số \(number)", "paper \(number) is missing") }
    static let doubledNumber = say("trùng số thứ tự", "its number is there twice")
    static let misnumbered = say(
        "đủ trang, nhưng số thứ tự văn bản trùng hoặc hụt", "all pages are there, but numbers of papers are double or missing")
    static func pagesStillMissing(_ count: Int) -> String { say("còn thiếu \(count) trang", "\(count) pages missing") }
    static let boxWord = say("Hộp", "Box")
    static let pagesDone = say("Trang xong", "Pages done")
    static let pagesWaiting = say("Trang chờ", "Pages waiting")
    static let missingPages = say("Thiếu trang", "Pages missing")
    static let nothingMissing = say("Không hồ sơ nào còn thiếu.", "No item lacks anything.")
}
