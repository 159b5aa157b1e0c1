import Foundation
import Records

/// What the report says, in Vietnamese: it goes to Vietnamese authorities, whatever the locale of whoever makes it.
package enum ReportWords {
    package static let estimate = "Số liệu ước tính để đối chiếu với hệ thống một cửa."
    static let notLaw = """
        Tỷ lệ số hóa tài liệu lưu trữ chưa có công thức pháp quy; cách tính nêu ở phần Định nghĩa. Ba tỷ lệ về hồ sơ TTHC tính theo QĐ 766/QĐ-TTg \
        (2022), nhóm "số hóa hồ sơ", mục 4.1 đến 4.3.
        """

    /// Which day each figure is of: the archive has no period, so that its figure in a closed month's report is not the last point of its chart.
    static func days(_ report: Report) -> String {
        """
        Số liệu hồ sơ TTHC là của các hồ sơ tiếp nhận trong kỳ; số liệu tài liệu lưu trữ là tại thời điểm lập báo cáo (\(moment(report.issuedAt))), \
        diễn biến theo tháng của nó là ở cuối mỗi tháng.
        """
    }

    /// `13:52 ngày 22/11/2026`, where the office is: seven hours ahead of UTC all year.
    static func moment(_ moment: Date) -> String {
        let minutes = (Int(moment.timeIntervalSince1970.rounded(.down)) / 60 + 7 * 60) % (24 * 60)
        let (hour, minute) = (minutes / 60, minutes % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute) ngày \(day(CalendarDate(of: moment)))"
    }

    static func title(_ report: Report) -> String {
        let kind = report.amendment > 0 ? "Bản điều chỉnh số \(report.amendment) của báo cáo" : "Báo cáo"
        return "\(kind) số hóa và sử dụng lại dữ liệu, \(period(report.period))"
    }

    static func state(_ report: Report) -> String {
        if report.amendment > 0 { return "Điều chỉnh sau khi đã chốt; báo cáo gốc giữ nguyên." }
        return report.isFinal ? "Đã chốt." : "Tạm tính: kỳ chưa kết thúc."
    }

    package static func period(_ text: String) -> String {
        switch Period(text) {
        case .month(let year, let month): "tháng \(month) năm \(year)"
        case .quarter(let year, let quarter): "quý \(quarter) năm \(year)"
        case .year(let year): "năm \(year)"
        case .all, nil: "từ trước đến nay"
        }
    }

    static func name(_ code: String) -> String {
        switch Indicator.Code(rawValue: code) {
        case .archivesDigitized: "Số hóa tài liệu lưu trữ"
        case .tthcDigitized: "Số hóa hồ sơ TTHC (4.2)"
        case .tthcResultElectronic: "Kết quả điện tử (4.1)"
        case .dataReused: "Sử dụng lại dữ liệu số hóa (4.3)"
        case nil: code
        }
    }

    /// Names of sheets have at most 31 characters.
    static func sheet(_ code: String) -> String {
        switch Indicator.Code(rawValue: code) {
        case .archivesDigitized: "Lưu trữ"
        case .tthcDigitized: "Số hóa TTHC"
        case .tthcResultElectronic: "Kết quả điện tử"
        case .dataReused: "Sử dụng lại"
        case nil: code
        }
    }

    static func unit(_ unit: String?) -> String {
        switch unit {
        case nil: "(không ghi)"
        case IndicatorCalculator.wholeInstallation: "Toàn đơn vị"
        case let unit?: unit
        }
    }

    static func target(_ figure: Report.Figure) -> ReportCell { figure.target.map { .share($0) } ?? .text(noTarget) }

    static let noTarget = "không đặt chỉ tiêu"

    static func status(_ figure: Report.Figure) -> String { figure.target == nil ? "Không đánh giá" : status(figure.status) }

    private static func status(_ status: String) -> String {
        switch Indicator.Status(rawValue: status) {
        case .met: "Đạt"
        case .onTrack: "Đúng tiến độ"
        case .behind: "Chậm"
        case .unknown, nil: "Chưa biết"
        }
    }

    static func standing(_ line: Report.Line) -> String {
        switch line.standing {
        case "counted": "Được tính"
        case "pending": "Chưa đạt"
        default: "Không tính"
        }
    }

    static func why(_ why: String?) -> String { why.map { reasons[$0] ?? $0 } ?? "" }

    private static let reasons = [
        "not_started": "chưa bắt đầu", "no_page_count": "mục lục không ghi số trang", "pages_missing": "thiếu trang", "needs_review": "chờ rà soát",
        "no_archival_copy": "chưa có bản lưu trữ PDF", "fixity_failed": "tệp không còn nguyên vẹn", "not_digitized": "chưa có thành phần số hóa",
        "result_missing": "thiếu kết quả", "result_unknown": "chưa rõ có kết quả giấy không", "result_scanned": "kết quả là bản quét giấy",
        "not_reused": "chưa dùng lại", "secret": "mật", "destroyed": "đã tiêu hủy", "no_received_on": "không có ngày tiếp nhận",
        "no_result_required": "thủ tục không có kết quả giấy",
    ]

    /// What is left, in one cell: `thiếu trang 3; chờ rà soát 1`.
    static func counts(_ counts: [String: Int]) -> String {
        counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { "\(why($0.key)) \($0.value)" }.joined(separator: "; ")
    }

    /// `82,5 %`: as Vietnam writes decimals; unknown is never a number.
    package static func percent(_ value: Double?) -> String {
        guard let value else { return "chưa biết" }
        let hundredths = Int((value * 10_000).rounded())
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole) %" }
        return rest % 10 == 0 ? "\(whole),\(rest / 10) %" : "\(whole),\(rest < 10 ? "0" : "")\(rest) %"
    }

    static func day(_ day: CalendarDate?) -> String {
        guard let day else { return "" }
        let parts = day.description.split(separator: "-")
        return "\(parts[2])/\(parts[1])/\(parts[0])"
    }

    package static func warning(_ warning: Warning) -> String {
        let name = warning.indicator.map(Self.name) ?? ""
        // A fall is told however small: rounded to whole points it may be none.
        let points = warning.count == 0 ? "chưa tới 1 điểm phần trăm" : "\(abs(warning.count)) điểm phần trăm"
        switch warning.code {
        case .noUpdate: return "Trong kỳ chưa có cập nhật nào" + (warning.subjects.first.map { "; lần cuối \($0)" } ?? "")
        case .falls: return "\(name): giảm \(points) so với kỳ trước"
        case .jumps: return "\(name): thay đổi đột ngột \(points) so với kỳ trước"
        case .backlogAges: return "\(warning.count) bản ghi chờ rà soát quá lâu"
        case .caseWithoutComponents: return "\(warning.count) hồ sơ TTHC chưa có thành phần nào được số hóa"
        case .morePagesThanListed: return "\(warning.count) hồ sơ lưu trữ có nhiều trang hơn mục lục ghi"
        case .paperNumbers:
            return "\(warning.count) hồ sơ lưu trữ có số thứ tự văn bản bị trùng hoặc bị hụt; xem sohoa inventory status --level page"
        case .oddUnit:
            return "\(warning.count) dòng có cột Đơn vị giống họ tên, số định danh, hoặc quá nhiều đơn vị khác nhau; kiểm tra cột của bảng nhập"
        case .unfiled:
            return "\(warning.count) bản ghi chưa thuộc hồ sơ nào nên không được tính; xem sohoa show, xếp bằng sohoa review correct … dossier=MÃ"
        case .unlisted: return "\(warning.count) dòng không còn trong bảng nhập mới nhất"
        }
    }

    static let headings = [
        "Chỉ số", "Đơn vị", "Tử số", "Mẫu số", "Tỷ lệ", "Chỉ tiêu", "Hạn", "Tình trạng", "Đơn vị chịu trách nhiệm", "Một cửa báo",
        "Nghĩa rộng (proxy)",
        "Còn lại", "Không tính",
    ]

    static let extentHeadings = ["Tính theo", "Đã xong", "Đã có, đang chờ", "Chưa có", "Tổng số", "Mục lục không ghi", "Không tính"]

    /// The archive in one of its three units, under `extentHeadings`.
    static func cells(of extent: Extent, _ name: String) -> [ReportCell] {
        [.text(name)] + [extent.done, extent.waiting, extent.missing, extent.of, extent.unknown, extent.excluded].map { .number($0) }
    }

    /// The cells of a figure under `headings`; the first numbers as numbers.
    static func cells(_ figure: Report.Figure) -> [ReportCell] {
        [
            .text(name(figure.code)), .text(unit(figure.unit)), .number(figure.numerator), .number(figure.denominator), .share(figure.value),
            target(figure), .text(day(figure.due)), .text(status(figure)), .text(figure.responsible ?? ""),
            figure.reported.map { .number($0) } ?? .text(""), figure.code == Indicator.Code.dataReused.rawValue ? .share(figure.proxy) : .text(""),
            .text(counts(figure.pending)), .text(counts(figure.excluded)),
        ]
    }
}

/// A cell of the report's table, before it is written in a form.
enum ReportCell: Equatable {
    case text(String)
    case number(Int)
    /// 0...1, or unknown.
    case share(Double?)

    var plain: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .share(let share): ReportWords.percent(share)
        }
    }
}
