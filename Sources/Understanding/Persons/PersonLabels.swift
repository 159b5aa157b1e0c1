/// Labels before what forms ask of a person (forms of civil status, TT 04/2020/TT-BTP; receipts; identity cards), folded.
enum PersonLabels {
    enum Kind: Sendable { case name, id, born, bornInWords, sex, address, other }

    struct Label: Sendable {
        let plain: String
        let words: Int
        let kind: Kind
        /// Short ones count only with a colon behind them.
        let needsColon: Bool
    }

    /// Longer labels first, since they hold shorter ones.
    static let all: [Label] =
        (make(
            .name,
            ["ho chu dem ten", "ho chu dem va ten", "ho va ten khai sinh", "ho va ten", "ho ten", "toi ten la", "tiep nhan ho so cua", "ho so cua"])
        + make(.name, ["ong", "ba", "vo la ba", "ten toi la", "chong la ong", "ong ba"], needsColon: true)
        + make(
            .id, ["so dinh danh ca nhan", "so dinh danh", "giay to tuy than", "cccd so", "so cccd", "so cmnd", "so can cuoc", "can cuoc so", "so no"])
        + make(.born, ["ngay thang nam sinh", "ngay sinh", "sinh ngay"])
        + make(.bornInWords, ["ghi bang chu", "bang chu"])
        + make(.sex, ["gioi tinh"])
        + make(.address, ["noi cu tru", "noi thuong tru", "dia chi thuong tru", "noi o hien tai", "noi dang ky thuong tru"])
        + make(.address, ["dia chi"], needsColon: true)
        + make(
            .other,
            [
                "dan toc", "quoc tich", "noi sinh", "que quan", "quan he voi", "ngay thang nam dang ky", "noi dang ky", "ngay cap",
                "noi cap",
                "da chet vao luc", "so dien thoai", "noi dung yeu cau", "nam sinh", "kinh gui", "nguyen nhan", "noi chet", "co gia tri den",
                "place of origin", "ghi ro ho ten", "ghi ro ho va ten", "ghi ro ho chu dem ten",
            ])).sorted { $0.plain.utf8.count > $1.plain.utf8.count }

    private static func make(_ kind: Kind, _ labels: [String], needsColon: Bool = false) -> [Label] {
        labels.map { Label(plain: $0, words: $0.split(separator: " ").count, kind: kind, needsColon: needsColon) }
    }
}
