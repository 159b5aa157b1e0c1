import Foundation
import Preserving

/// What is said of backups.
extension Phrases {
    static let backup = say(
        "Sao lưu mọi thứ vào một thư mục, kể cả khi sohoa serve đang chạy.", "Copies everything into a folder, also while sohoa serve runs.")
    static let backupMore = say(
        "Thư mục nên nằm ở ổ đĩa khác hoặc máy khác. Chạy lại vào cùng thư mục thì chỉ chép phần mới; bị dừng giữa chừng thì bản sao lưu trước vẫn nguyên. Sao lưu gồm dữ liệu, bản gốc và bản lưu trữ; không gồm tệp còn trong inbox, done, restricted, tệp cấu hình và pipelines. Bản sao lưu cũ ở nơi khác vẫn còn tệp mà về sau mới bị giữ lại vì dấu mật.",
        "Best on another disk or machine. Again into the same folder only copies what is new; stopped halfway, the backup before it stays whole. It holds the catalogue, originals and archival copies; not what still lies in inbox, done and restricted, nor configuration and pipelines. Older backups elsewhere keep files that were held back as secrets later."
    )
    static let backupFolderHelp = say("Thư mục của bản sao lưu; chưa có thì tạo.", "The backup's folder; made where it is missing.")
    static let restore = say("Khôi phục từ bản sao lưu vào thư mục dữ liệu trống.", "Restores a backup into an empty data folder.")
    static let restoreMore = say(
        "Ví dụ: sohoa --data ./sohoa-data-moi restore /mnt/sao-luu. Mỗi tệp được đối chiếu mã băm. Bị dừng giữa chừng thì chạy lại cùng lệnh.",
        "As in: sohoa --data ./new-data restore /mnt/backup. Each file is held against its hash. Stopped halfway, the same command again goes on.")
    static let restoreFolderHelp = say("Thư mục của bản sao lưu.", "The backup's folder.")

    static func backedUp(_ folder: String, _ scans: Int, _ files: Int, _ copied: Int) -> String {
        say(
            "Đã sao lưu vào \(folder): \(scans) bản quét, \(files) tệp, lần này chép \(copied).",
            "Backed up to \(folder): \(scans) scans, \(files) files, \(copied) of them copied now.")
    }
    static func restored(_ data: String, _ scans: Int, _ files: Int, _ madeAt: Date) -> String {
        say(
            "Đã khôi phục vào \(data) bản sao lưu lúc \(moment(madeAt)): \(scans) bản quét, \(files) tệp.",
            "Restored the backup of \(moment(madeAt)) to \(data): \(scans) scans, \(files) files.")
    }
    static func nothingToBackUp(_ data: String) -> String {
        say("\(data): chưa có dữ liệu ở đây; kiểm tra --data", "\(data): there is no data here; check --data")
    }
    static func restoreInBackup(_ data: String) -> String {
        say(
            "\(data): thư mục dữ liệu không được nằm trong bản sao lưu; chọn thư mục khác bằng --data",
            "\(data): the data folder must not lie in the backup; name another with --data")
    }
    static func backupInData(_ folder: String) -> String {
        say(
            "\(folder): bản sao lưu không được nằm trong thư mục dữ liệu; chọn thư mục khác, nên ở ổ đĩa khác",
            "\(folder): a backup must not lie in the data folder; choose another, best on another disk")
    }
    static func backupOfAnother(_ folder: String) -> String {
        say(
            "\(folder): đây là bản sao lưu của dữ liệu khác (nhật ký không khớp); chọn thư mục khác",
            "\(folder): is the backup of other data (the trails differ); choose another folder")
    }
    static func backupUnsteady(_ folder: String) -> String {
        say(
            "\(folder): dữ liệu đổi liên tục trong lúc sao lưu; thử lại sau ít phút",
            "\(folder): the data kept changing meanwhile; try again in some minutes")
    }
    static func restoreUnfinished(_ data: String) -> String {
        say(
            "\(data): việc khôi phục vào đây chưa xong; chạy lại sohoa restore với cùng bản sao lưu, hoặc xóa thư mục này",
            "\(data): a restore to this folder was not finished; run sohoa restore with the same backup again, or remove the folder")
    }
    static func lostInStore(_ file: String) -> String {
        say(
            "\(file): mất hoặc không đọc được trong kho nên không sao lưu được; chạy sohoa verify",
            "\(file): is missing in the store or cannot be read, and was not copied; run sohoa verify")
    }
    static func damagedInStore(_ file: String) -> String {
        say("\(file): đã bị thay đổi trong kho; chạy sohoa verify", "\(file): has changed in the store; run sohoa verify")
    }
    static func lostInBackup(_ file: String) -> String {
        say("\(file): không có trong bản sao lưu", "\(file): is not in the backup")
    }
    static func damagedInBackup(_ file: String) -> String {
        say("\(file): không còn nguyên vẹn trong bản sao lưu", "\(file): is not whole in the backup")
    }
    static func cause(of failure: BackupFailure, _ folder: String, data: String) -> String {
        switch failure {
        case .notABackup:
            say(
                "\(folder): có thứ khác ở đây, không phải bản sao lưu của sohoa; chọn thư mục khác",
                "\(folder): holds something else than a backup of sohoa; choose another folder")
        case .unfinished:
            say("\(folder): bản sao lưu này chưa bao giờ xong", "\(folder): this backup was never finished")
        case .newer:
            say(
                "\(folder): do phiên bản sohoa mới hơn tạo ra; hãy cập nhật sohoa", "\(folder): was made by a newer sohoa; update this one")
        case .busy:
            say("\(folder): một tiến trình khác đang làm việc trên bản sao lưu này", "\(folder): another process works on this backup")
        case .damagedCatalogue:
            say(
                "\(folder): cơ sở dữ liệu trong bản sao lưu đã mất hoặc bị thay đổi; dùng bản sao lưu khác",
                "\(folder): the catalogue in the backup is missing or has changed; use another backup")
        case .occupied:
            say(
                "\(data): thư mục không trống; khôi phục vào thư mục mới bằng --data",
                "\(data): the folder is not empty; restore to a new one with --data")
        case .failed(let cause): cause
        }
    }
}
