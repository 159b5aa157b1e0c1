import Records

/// What stands on cover sheets, and what is said of them.
extension Phrases {
    static let covers = say("In tờ bìa có mã QR cho hồ sơ.", "Cover sheets with a QR code for dossiers.")
    static let coversMore = say(
        "Đặt tờ bìa trên các giấy tờ của hồ sơ rồi quét cùng một lượt: giấy tờ phía sau được xếp vào hồ sơ đó, cho đến tờ bìa kế tiếp. Mã có thể là mã hồ sơ trong mục lục hoặc mã hồ sơ thủ tục hành chính.\nVí dụ: sohoa covers --dossier HS-2026-01 HS-2026-02 -o to-bia.pdf",
        "Lay the sheet on the papers of a dossier and scan them together: what follows is filed there, up to the next cover. A code is one of the inventory or of a case.\nAs in: sohoa covers --dossier HS-2026-01 HS-2026-02 -o covers.pdf"
    )
    static let coverDossierHelp = say("Mã hồ sơ; có thể nhiều mã, mỗi mã một tờ.", "Codes of dossiers or cases, a sheet each.")
    static let coverOutputHelp = say("Tệp PDF để in (- là đầu ra chuẩn).", "The PDF to print (- for standard output).")
    static let coversTitle = say("Tờ bìa phân tách hồ sơ", "Cover sheets")
    static let coverHeading = say("TỜ BÌA HỒ SƠ", "DOSSIER COVER SHEET")
    static let coverAdvice = [
        say("Đặt tờ này trên các giấy tờ của hồ sơ rồi quét cùng một lượt.", "Lay this sheet on the papers of the dossier and scan them together."),
        say(
            "Giấy tờ phía sau được xếp vào hồ sơ này, cho đến tờ bìa kế tiếp.", "What follows is filed in this dossier, up to the next cover sheet."),
        say("Tờ bìa không tính là trang số hóa, dùng lại được nhiều lần.", "The sheet is not counted as a page; use it again."),
    ]

    static func coverFacts(_ item: InventoryItem) -> [String] {
        let place = [say("Phông ", "Fonds ") + item.fonds, item.box.map { say("hộp ", "box ") + $0 }].compactMap(\.self)
        let extent = [
            item.retention.map { say("Thời hạn bảo quản: ", "Retention: ") + $0 },
            item.totalPages.map { say("số trang theo mục lục: \($0)", "pages by the inventory: \($0)") },
        ].compactMap(\.self)
        return [place, extent].map { $0.joined(separator: " · ") }.filter { !$0.isEmpty }
    }

    static func coverFacts(_ file: Case) -> [String] {
        [file.procedureCode.map { say("Mã thủ tục: ", "Procedure: ") + $0 }, file.unit].compactMap(\.self)
    }

    static func noCoverCode(_ code: String) -> String {
        say(
            "“\(code)” không dùng làm mã tờ bìa được: mã có từ 1 đến \(CoverCode.longest) ký tự, không có dấu |",
            "“\(code)” cannot be a cover's code: 1 to \(CoverCode.longest) characters without |")
    }
    static func coverUnlisted(_ code: String) -> String {
        say(
            "\(code): không có trong mục lục và danh sách hồ sơ thủ tục; tờ bìa chỉ mang mã, hãy kiểm tra lại mã",
            "\(code): neither in the inventory nor among the cases; the cover bears the code alone, check it")
    }
    static func coverOfSecret(_ code: String) -> String {
        say(
            "\(code): mục lục ghi là hồ sơ mật, không được số hóa; không in tờ bìa",
            "\(code): a secret item of the inventory is not digitised; no cover")
    }
    static func coversNotWritten(_ path: String, _ cause: String) -> String {
        say(
            "\(path): không ghi được tờ bìa (\(cause)); kiểm tra thư mục và quyền ghi",
            "\(path): the covers could not be written (\(cause)); check the folder")
    }
}
