import Records

/// How an amendment is shown: what became of the figures, and which cases and items that comes from.
enum ReportChanges {
    static let title = "Thay đổi so với lần báo cáo trước"
    static let moveTitle = "Hồ sơ thêm vào, bớt đi, hoặc tình trạng khác trước"
    static let headings = ["Chỉ số", "Đơn vị", "Đã báo cáo", "Tỷ lệ đã báo cáo", "Nay là", "Tỷ lệ nay là", "Khác trước ở"]
    static let moveHeadings = ["Chỉ số", "Mã hồ sơ", "Đơn vị", "Thay đổi", "Đã báo cáo", "Nay là"]

    static func cells(_ change: Report.Change) -> [ReportCell] {
        func part(_ numbers: Report.Numbers?) -> [ReportCell] {
            [.text(numbers.map { "\($0.numerator)/\($0.denominator)" } ?? "–"), numbers.map { .share($0.value) } ?? .text("–")]
        }
        let name: [ReportCell] = [.text(ReportWords.name(change.code)), .text(ReportWords.unit(change.unit))]
        return name + part(change.before) + part(change.after) + [.text(besides(change))]
    }

    static func cells(_ move: Report.Move) -> [ReportCell] {
        let what = move.before == nil ? "thêm vào" : move.after == nil ? "không còn trong kỳ" : "tình trạng khác"
        return [
            .text(ReportWords.name(move.code)), .text(move.subject), .text(ReportWords.unit((move.after ?? move.before)?.unit)), .text(what),
            .text(standing(move.before)), .text(standing(move.after)),
        ]
    }

    private static func standing(_ line: Report.Line?) -> String {
        guard let line else { return "–" }
        let why = ReportWords.why(line.why)
        let reported = line.reported.map { $0 ? "một cửa báo có" : "một cửa báo không" }
        return [ReportWords.standing(line) + (why.isEmpty ? "" : ": \(why)"), reported].compactMap(\.self).joined(separator: "; ")
    }

    /// What differs beside the ratio, before and after; amendments of older versions tell nothing of it.
    private static func besides(_ change: Report.Change) -> String {
        guard let before = change.before, let after = change.after, before.pending != nil else { return "" }
        let parts: [String?] = [
            pair("còn lại", before.pending.map(ReportWords.counts), after.pending.map(ReportWords.counts)),
            pair("không tính", before.excluded.map(ReportWords.counts), after.excluded.map(ReportWords.counts)),
            pair("một cửa báo", before.reported.map(String.init), after.reported.map(String.init)),
            pair("nghĩa rộng", before.proxy.map(ReportWords.percent), after.proxy.map(ReportWords.percent)),
            pair("hồ sơ", shown(before.extents?.item), shown(after.extents?.item)),
            pair("văn bản", shown(before.extents?.document), shown(after.extents?.document)),
            pair("trang", shown(before.extents?.page), shown(after.extents?.page)),
        ]
        return parts.compactMap(\.self).joined(separator: "; ")
    }

    private static func pair(_ name: String, _ before: String?, _ after: String?) -> String? {
        func shown(_ text: String?) -> String { text.flatMap { $0.isEmpty ? nil : $0 } ?? "không" }
        return before == after ? nil : "\(name): \(shown(before)) → \(shown(after))"
    }

    /// All that an extent says: what waits, is not known or is excluded may differ where done and listed do not.
    private static func shown(_ extent: Extent?) -> String? {
        extent.map { extent in
            let rest = [("đang chờ", extent.waiting), ("mục lục không ghi", extent.unknown), ("không tính", extent.excluded)]
            let told = rest.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
            return "\(extent.done)/\(extent.of)" + (told.isEmpty ? "" : " (\(told))")
        }
    }
}
