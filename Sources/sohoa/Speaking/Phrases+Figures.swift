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
    static func notHeads(_ file: String, _ line: Int) -> String {
        say(
            "\(file):\(line): không phải mã băm hằng ngày của sohoa trail heads --json",
            "\(file):\(line): no daily hash as of sohoa trail heads --json")
    }
    static func rewritten(_ head: TrailHead) -> String {
        say(
            "nhật ký đã bị viết lại: mục \(head.entry) (cuối ngày \(head.day)) không còn mang mã băm đã cất",
            "the trail was rewritten: entry \(head.entry) (the last of \(head.day)) no longer has the hash that was kept")
    }
}
