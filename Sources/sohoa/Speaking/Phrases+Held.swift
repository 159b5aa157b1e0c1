import Foundation
import Pipeline
import Records

/// What is said of files that are held back, and of reading again.
extension Phrases {
    static let restrictedRelease = say("Trả lại tệp bị giữ nhầm: không phải tài liệu mật.", "Gives back a file that was held back in error.")
    static let releaseMore = say(
        "Tệp trở về inbox và được xử lý như tệp thường. Dấu ở trang đó không giữ tệp này lại nữa; dấu ở trang khác thì vẫn giữ. Ai trả lại và vì sao được ghi vết.",
        "The file goes back to its inbox and is taken like any other. The mark on that page holds these bytes back no more; one on another page still does. Who and why stand in the trail."
    )
    static let restrictedPurge = say("Xóa tệp bị giữ lại khỏi máy này.", "Removes a held-back file from this machine.")
    static let purgeMore = say(
        "Ghi đè, đồng bộ, cắt ngắn rồi xóa tệp của người quét. \(purgeLimits) Không hoàn tác được.",
        "Overwrites, syncs, truncates and removes the clerk's file. \(purgeLimits) It cannot be undone.")
    static let purgeLimits = say(
        "Không bảo đảm được: ổ SSD, hệ tệp ghi bản mới (btrfs, ZFS, ảnh chụp nhanh), thư mục mạng và các bản sao lưu có thể còn giữ nội dung cũ.",
        "What cannot be promised: SSDs, copy-on-write file systems (btrfs, ZFS, snapshots), network shares and backups may still hold what was there."
    )
    static let heldFileHelp = say(
        "Tệp bị giữ, hoặc mã băm như restricted list in ra (8 ký tự đầu trở lên).",
        "The file, or its hash as restricted list prints it (8 digits or more).")

    static func cannotReadHeld(_ path: String) -> String {
        say("\(path): không đọc được tệp để biết mã băm; kiểm tra quyền đọc", "\(path): the file cannot be read for its hash; check permissions")
    }
    static func notHeld(_ name: String) -> String {
        say("\(name): không phải tệp đang bị giữ lại; xem sohoa restricted list", "\(name): is not held back; see sohoa restricted list")
    }
    static func severalHeld(_ name: String) -> String {
        say("\(name): có nhiều tệp mang mã băm như vậy; ghi dài hơn", "\(name): several files have such a hash; write more of it")
    }
    static func heldFileGone(_ hash: ContentHash) -> String {
        say(
            "\(hash.hex): không thấy tệp trong các thư mục restricted/; ghi đường dẫn của tệp",
            "\(hash.hex): no such file lies in any restricted/ folder; give its path")
    }
    static func purgedBefore(_ scan: Scan) -> String {
        say("\(scan.sha256.hex): đã xóa trước đó", "\(scan.sha256.hex): was removed before")
    }
    static func purgedAt(_ date: Date) -> String { say("đã xóa \(moment(date))", "removed \(moment(date))") }
    static func released(_ scan: Scan) -> String {
        say("\(scan.sha256.hex): đã trả lại, không còn bị giữ.", "\(scan.sha256.hex): released.")
    }
    static func releasedBefore(_ scan: Scan) -> String {
        say("\(scan.sha256.hex): đã được trả lại trước đó.", "\(scan.sha256.hex): was released before.")
    }
    static func backInInbox(_ file: String) -> String {
        let name = Table.oneLine(file, at: 300)
        return say("Đã chuyển về \(name).", "Moved to \(name).")
    }
    static func takeItYourself(_ file: String?) -> String {
        let name = file.map { Table.oneLine($0, at: 300) } ?? say("TỆP", "FILE")
        return say(
            "Tệp không nằm trong thư mục restricted/; xử lý bằng sohoa ingest \(name).",
            "The file lies in no restricted/ folder; take it with sohoa ingest \(name).")
    }
    static func purged(_ scan: Scan, _ count: Int) -> String {
        say("\(scan.sha256.hex): đã ghi đè và xóa \(count) tệp.", "\(scan.sha256.hex): \(count) files overwritten and removed.")
    }
    static func notPurged(_ hash: ContentHash, _ cause: String) -> String {
        say(
            "\(hash.hex): chưa xóa xong (\(cause)); kiểm tra quyền ghi rồi chạy lại",
            "\(hash.hex): not removed (\(cause)); check permissions and run again")
    }
    static func notHeldBack(_ hash: ContentHash, _ cause: String) -> String {
        say(
            "\(hash.hex): đã giữ lại nhưng chưa dọn xong tệp (\(cause)); kiểm tra đĩa rồi chạy lại",
            "\(hash.hex): is held back, but its files are not set aside yet (\(cause)); check the disk and run again")
    }
    static func notGivenBack(_ file: String, _ cause: String) -> String {
        let name = Table.oneLine(file, at: 300)
        return say(
            "\(name): đã trả lại nhưng chưa chuyển được về inbox (\(cause)); chạy lại",
            "\(name): is released but could not be moved (\(cause)); run again")
    }

    static let againHelp = say(
        "Đọc lại từ bản gốc trong kho những bản ghi này (cả tệp chứa chúng); điều người đã sửa giữ nguyên.",
        "Reads these records again from the originals in the store (their whole scans); what people corrected stays.")
    static let allHelp = say("Cùng --again: mọi bản ghi.", "With --again: every record.")
    static let sinceHelp = say("Cùng --again: những tệp nhận từ ngày này.", "With --again: scans taken on or after this day.")
    static let nothingNamed = say("thiếu path: ghi tệp hoặc thư mục cần đọc", "no path: name files or folders to read")
    static let againWithoutRecords = say(
        "--again: ghi mã bản ghi, hoặc --all, --since, --pipeline", "--again: name records, or give --all, --since or --pipeline")
    static let againAlone = say("--all và --since chỉ dùng cùng --again", "--all and --since belong to --again")
    static let againBoth = say(
        "--again: ghi mã bản ghi, hoặc --all/--since/--pipeline, không cả hai",
        "--again: name records, or give --all, --since or --pipeline, not both")

    static func heldBackNow(_ scan: Scan) -> String {
        let mark = scan.reason?.mark.map(markName) ?? ""
        let page = scan.markedPage.map { self.page($0) } ?? ""
        return say(
            "\(scan.sha256.hex): thấy dấu \(mark), \(page); cả tệp đã bị giữ lại và gỡ khỏi hệ thống. Tệp nguồn ở nơi khác (nếu có) vẫn còn: giao cho người phụ trách.",
            "\(scan.sha256.hex): bears \(mark), \(page); the whole file is held back and everything of it removed. Copies elsewhere, if any, are still there."
        )
    }
    static func notReadAgain(_ interruption: Interruption) -> String {
        if case .failed(let cause) = interruption {
            return say("không đọc lại được, dữ liệu cũ giữ nguyên (\(cause))", "could not be read again; what was there stays (\(cause))")
        }
        return self.interruption(interruption)
    }
    static func outcome(_ outcome: RereadRecord.Outcome) -> String {
        switch outcome {
        case .unchanged: say("không đổi", "unchanged")
        case .changed: say("có thay đổi", "changed")
        case .added: say("bản ghi mới, cần người xem", "new, to be reviewed")
        case .withdrawn: say("rút: các trang đã thuộc bản ghi khác", "withdrawn: its pages belong to others now")
        case .stranded:
            say(
                "giữ vì đã có người làm việc trên đó; các trang nay thuộc bản ghi khác",
                "kept, for people have worked on it; its pages belong to others now")
        }
    }
    static func keptValue(_ kept: Revision.Change) -> String {
        say(
            "\(fieldName(path: kept.field)): giữ \(kept.before ?? "–"); nay đọc là \(kept.after ?? "–")",
            "\(fieldName(path: kept.field)): stays \(kept.before ?? "–"); is read as \(kept.after ?? "–")")
    }
}
