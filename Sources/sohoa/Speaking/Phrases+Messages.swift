import Foundation
import Pipeline
import Records

/// What is said when something happens or goes wrong: what, which file, what to do.
extension Phrases {
    static func cannotReadConfig(_ path: String) -> String {
        say(
            "\(path): không đọc được tệp cấu hình; kiểm tra đường dẫn, tệp phải là UTF-8",
            "\(path): cannot read the configuration; check the path, it must be UTF-8")
    }
    static func unknownKey(_ path: String, _ line: Int, _ key: String, _ known: [String]) -> String {
        say(
            "\(path):\(line): không có khóa \"\(key)\"; các khóa: \(known.joined(separator: ", "))",
            "\(path):\(line): no key \"\(key)\"; the keys: \(known.joined(separator: ", "))")
    }
    static func wrongConfig(_ path: String, _ what: String) -> String {
        say("\(path): cấu hình sai: \(what)", "\(path): wrong configuration: \(what)")
    }
    static func cannotUseData(_ path: String, _ cause: String) -> String {
        say(
            "\(path): không dùng được thư mục này (\(cause)); kiểm tra quyền và dung lượng đĩa",
            "\(path): cannot use this folder (\(cause)); check permissions and disk")
    }
    static func alreadyServing(_ path: String) -> String {
        say(
            "\(path): đã có một sohoa serve đang chạy trên thư mục này; dừng nó trước",
            "\(path): another sohoa serve runs on this folder; stop it first")
    }
    static func wrongAddress(_ address: String) -> String {
        say("\"\(address)\" không phải địa chỉ HTTP; ví dụ 127.0.0.1:8080", "\"\(address)\" is no HTTP address; as in 127.0.0.1:8080")
    }
    static func serving(_ address: String) -> String { say("sohoa: đang phục vụ tại http://\(address)", "sohoa: serving at http://\(address)") }
    static func serveFailed(_ address: String, _ cause: String) -> String {
        say(
            "không phục vụ được tại \(address) (\(cause)); thử cổng khác bằng --http",
            "cannot serve at \(address) (\(cause)); try another port with --http")
    }
    static func noPipeline(_ name: String, _ known: [String]) -> String {
        say(
            "không có quy trình \"\(name)\"; các quy trình: \(known.joined(separator: ", "))",
            "no pipeline \"\(name)\"; there are: \(known.joined(separator: ", "))")
    }
    static func noSuchFile(_ path: String) -> String { say("\(path): không có tệp này; kiểm tra đường dẫn", "\(path): no such file; check the path") }
    static func cannotList(_ path: String, _ cause: String) -> String {
        say(
            "\(path): không xem được thư mục này (\(cause)); kiểm tra quyền",
            "\(path): this folder cannot be listed (\(cause)); check permissions")
    }
    static func nameNotUTF8(_ path: String) -> String {
        say(
            "\(path): tên không phải UTF-8 nên không đọc; đổi tên rồi chạy lại",
            "\(path): the name is no UTF-8, so it was not read; rename it and run again")
    }
    static func noRecord(_ id: String) -> String { say("\(id): không có bản ghi này; xem sohoa search", "\(id): no such record; see sohoa search") }
    static func noArchivalCopy(_ id: String) -> String { say("\(id): chưa có bản lưu trữ PDF", "\(id): there is no archival PDF yet") }
    static func wrongUsage(_ what: String) -> String {
        func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
        return say(
            "dùng sai: \(oneLine(UsageMistake.inVietnamese(what))); thêm --help để xem cách dùng",
            "wrong usage: \(oneLine(what)); add --help to see how")
    }
    static func wrongLimit(_ most: Int?) -> String {
        guard let most else { return say("--limit: từ 1 trở lên", "--limit: 1 or more") }
        return say("--limit: từ 1 đến \(most)", "--limit: from 1 to \(most)")
    }
    static func unknownOption(_ option: String) -> String { say("không có tùy chọn \(option); xem --help", "no option \(option); see --help") }

    static func interruption(_ interruption: Interruption) -> String {
        switch interruption {
        case .stopping: say("đã dừng giữa chừng; chạy lại lệnh để làm tiếp", "stopped in the middle; run the command again to go on")
        case .sourceChanged:
            say(
                "tệp thay đổi hoặc mất đi trong khi đọc; kiểm tra rồi chạy lại",
                "the file changed or went away while it was read; check and run again")
        case .noAccess(let cause):
            say(
                "không có quyền đọc tệp (\(cause)); cấp quyền đọc cho người chạy sohoa",
                "the file may not be read (\(cause)); give sohoa's user the right to")
        case .notAFile:
            say(
                "không phải tệp thường (ống, thiết bị hoặc liên kết); chỉ đọc được tệp",
                "no plain file (a pipe, a device or a link); only files can be read")
        case .noRoom(let cause):
            say(
                "đĩa đầy hoặc không ghi được (\(cause)); dọn đĩa rồi chạy lại",
                "the disk is full or cannot be written (\(cause)); make room and run again")
        case .failed(let cause):
            say(
                "không xong (\(cause)); chạy lại, nếu vẫn vậy thì báo người quản trị",
                "not done (\(cause)); run again, and tell the administrator if it stays")
        }
    }

    static func cause(of error: any Error) -> String {
        switch error {
        case CatalogueFailure.noRoom(let cause), CatalogueFailure.busy(let cause), CatalogueFailure.unusable(let cause),
            CatalogueFailure.refused(let cause), StoreFailure.noRoom(let cause), StoreFailure.failed(let cause):
            cause
        case CatalogueFailure.outdated:
            say("dữ liệu đã đổi trong lúc làm; xem lại rồi thử lại", "the data has changed meanwhile; look again and try again")
        case CatalogueFailure.noReuse(let refusal): self.refusal(refusal, because: "--because")
        default: "\(error)"
        }
    }

    static func underWay(read: Int, waiting: Int) -> String {
        say("đã đọc \(read) trang, \(waiting) trang đang chờ", "\(read) pages read, \(waiting) waiting")
    }
    static func remaining(seconds: Int) -> String {
        seconds < 60 ? say("còn \(seconds) giây", "\(seconds) s left") : say("còn \((seconds + 59) / 60) phút", "\((seconds + 59) / 60) min left")
    }
    static func diskLow(_ free: Int) -> String { say("đĩa chỉ còn \(free >> 20) MiB", "only \(free >> 20) MiB left on the disk") }
    static let workersNotProven = say("chưa khởi động được tiến trình đọc", "no reading worker could be started yet")
    static let notWatching = say("chưa xem hết các thư mục", "not all folders have been looked at yet")
    static func foldersInTrouble(_ troubles: [String: String]) -> String {
        troubles.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
    }

    static let nothingYet = say("Chưa nhận tệp nào.", "No file has been taken yet.")
    static let nothingFound = say("Không tìm thấy.", "Nothing found.")
    static let nothingToReview = say("Không có gì chờ xem.", "Nothing waits for review.")
    static let noneRestricted = say("Không có tệp nào bị giữ lại.", "No file is held back.")
    static let noInventory = say(
        "Chưa có mục lục: tỷ lệ số hóa tài liệu lưu trữ là chưa biết. Nhập bằng sohoa inventory import.",
        "No inventory yet: the archive rate is unknown. Import one with sohoa inventory import.")
    static let noCases = say("Chưa có hồ sơ. Nhập bằng sohoa cases import.", "No cases yet. Import them with sohoa cases import.")
    static let noReuse = say("Chưa ghi lần dùng lại nào.", "No reuse has been recorded.")
    static let noFields = say("Không đọc được trường nào.", "No field was read.")
    static let estimate = say("Số liệu ước tính để đối chiếu với hệ thống một cửa.", "Estimates, to be reconciled with the one-stop system.")

    static func imported(_ count: ImportCount, refused: Int) -> String {
        say(
            "Thêm \(count.added), sửa \(count.changed), giữ nguyên \(count.unchanged), không nhận \(refused) dòng.",
            "\(count.added) added, \(count.changed) changed, \(count.unchanged) unchanged, \(refused) refused.")
    }
    static func reuseNoted(_ caseCode: String, _ component: String) -> String {
        say("Đã ghi: hồ sơ \(caseCode), thành phần \(component).", "Recorded: case \(caseCode), component \(component).")
    }
    static func original(_ scan: Scan) -> String { say("bản gốc \(scan.sha256)", "original \(scan.sha256)") }
    static func archivalCopy(_ record: Record) -> String { say("bản lưu trữ của \(record.id)", "archival copy of \(record.id)") }
    static func missing(_ file: String) -> String { say("mất \(file)", "\(file) is missing") }
    static func changed(_ file: String) -> String { say("\(file) đã bị thay đổi", "\(file) has changed") }
    static func pdfWritten(_ path: String) -> String { say("Đã ghi \(path)", "Wrote \(path)") }
    static func notWritten(_ path: String, _ cause: String) -> String {
        say("\(path): không ghi được bản PDF: \(cause)", "\(path): the PDF could not be written: \(cause)")
    }
    static func intact(_ count: Int) -> String { say("\(count) bản nguyên vẹn", "\(count) intact") }
    static func cannotWrite(_ path: String) -> String {
        say("\(path): không ghi được; cấp quyền ghi cho người chạy sohoa", "\(path): cannot be written; give sohoa's user the right to")
    }
    static func freeRoom(_ bytes: Int) -> String { say("còn trống \(bytes >> 30) GiB", "\(bytes >> 30) GiB free") }
}
