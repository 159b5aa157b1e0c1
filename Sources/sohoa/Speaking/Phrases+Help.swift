/// What `--help` teaches.
extension Phrases {
    static let sohoa = say(
        "Biến giấy tờ của xã thành hồ sơ tìm lại được và dùng lại được.", "Turns a commune's paper into records that are found and used again.")
    static let sohoaMore = say(
        """
        Bắt đầu:
          sohoa doctor                      máy này có đủ mọi thứ chưa
          sohoa serve                       chạy nền: thả bản quét vào sohoa-data/folders/archive/inbox
          sohoa ingest THƯ-MỤC              hoặc đọc ngay một thư mục, tệp gốc giữ nguyên
          sohoa search "chuyển đổi số"      tìm
        Mã thoát: 0 xong; 1 có lỗi (đã báo); 2 dùng sai hoặc cấu hình sai; 3 có tệp bị để riêng.
        """,
        """
        To begin:
          sohoa doctor                      is everything here
          sohoa serve                       the daemon: drop scans into sohoa-data/folders/archive/inbox
          sohoa ingest FOLDER               or read a folder now; the sources stay
          sohoa search "chuyển đổi số"      find
        Exit codes: 0 done; 1 something failed and was said; 2 wrong usage or configuration; 3 some inputs were set aside.
        """)
    static let dataHelp = say("Thư mục dữ liệu.", "The data folder.")
    static let configHelp = say("Tệp cấu hình YAML; không có thì dùng mặc định.", "Configuration file (YAML); defaults without it.")
    static let jsonHelp = say("In JSON, mỗi dòng một đối tượng.", "JSON Lines: one object a line.")
    static let byHelp = say(
        "Người thực hiện, để ghi vết; mặc định là người đang đăng nhập máy.", "Who does it, for the trail; by default the user of the machine.")
    static let limitHelp = say("Số kết quả nhiều nhất.", "Results at most.")
    static let recordHelp = say("Mã bản ghi, như lệnh search in ra.", "Id of the record, as search prints it.")

    static let serve = say("Chạy nền: theo dõi thư mục, xử lý, phục vụ HTTP.", "The daemon: watches the folders, processes, serves HTTP.")
    static let serveMore = say(
        "Mỗi quy trình trong ./pipelines (hoặc bản dựng sẵn: archive, tthc) có thư mục inbox/, done/, rejected/, restricted/. Dừng bằng Ctrl-C hoặc SIGTERM; lần sau chạy tiếp từ chỗ dừng.",
        "Each pipeline in ./pipelines (or the built-in archive and tthc) has a folder with inbox/, done/, rejected/, restricted/. Stop it with Ctrl-C or SIGTERM; the next start goes on where it was."
    )
    static let httpHelp = say(
        "Địa chỉ HTTP, ví dụ 127.0.0.1:8080 (mặc định); cổng 0 để máy tự chọn.",
        "HTTP address, as 127.0.0.1:8080 (the default); port 0 lets the system choose.")
    static let ingest = say("Xử lý ngay tệp hoặc thư mục; tệp gốc giữ nguyên chỗ cũ.", "Processes files or folders now; leaves the sources alone.")
    static let ingestMore = say(
        "Thư mục được đọc cả các thư mục con, trừ tệp ẩn và tệp tạm (.part, .tmp, ~…). Tệp có tên bắt đầu bằng dấu gạch: viết sau --. Mã thoát 3 khi có tệp bị từ chối hoặc giữ lại.",
        "Folders are read with all below them but hidden and temporary files (.part, .tmp, ~…). For a name that begins with a dash, write -- first. Exit code 3 when files were rejected or held back."
    )
    static let pipelineHelp = say("Quy trình; không nói thì chọn theo nội dung.", "The pipeline; else chosen by what is read.")
    static let pathsHelp = say("Tệp hoặc thư mục.", "Files or folders.")
    static let scans = say("Mọi tệp đã nhận và kết cục của từng tệp.", "Every file ever taken, and what became of it.")
    static let scansMore = say(
        "Tệp bị giữ lại vì dấu mật không có tên, chỉ có mã băm.", "A file held back as a state secret shows no name, only its hash.")
    static let outcomeHelp = say(
        "Chỉ những tệp: waiting, reading, recorded, duplicate, restricted, rejected.",
        "Only those: waiting, reading, recorded, duplicate, restricted, rejected.")
    static let search = say("Tìm bản ghi; tốt nhất đứng trước.", "Finds records, best first.")
    static let searchMore = say(
        "Từ có dấu: khớp đúng dấu đứng trước. Từ không dấu khớp mọi dấu. \"…\" là cụm từ. -từ để loại trừ; khi từ đầu tiên là -từ, viết -- trước. Chỉ lọc mà không có từ nào thì không xếp hạng: score là null.\nVí dụ: sohoa search 'kế hoạch \"chuyển đổi số\" -báo' --type KH --from 2026-01-01",
        "Words with marks rank exact matches first; words without marks match any marks; \"…\" is a phrase; -word excludes (write -- before it when it comes first). With filters alone nothing is ranked, and score is null.\nAs in: sohoa search 'kế hoạch \"chuyển đổi số\" -báo' --type KH --from 2026-01-01"
    )
    static let queryHelp = say("Từ cần tìm; có thể để trống khi có điều kiện lọc.", "Words to find; may be empty with a filter.")
    static let kindHelp = say("archive (lưu trữ) hoặc tthc (thủ tục hành chính).", "archive or tthc.")
    static let typeHelp = say("Loại văn bản: KH, QĐ, CV, …", "Document type: KH, QĐ, CV, …")
    static let agencyHelp = say("Cơ quan ban hành có các chữ này.", "The issuing agency contains this.")
    static let fromHelp = say("Ban hành từ ngày (2026-01-31 hoặc 31/01/2026).", "Issued on or after (2026-01-31 or 31/01/2026).")
    static let toHelp = say("Ban hành đến ngày.", "Issued on or before.")
    static let numberHelp = say("Số văn bản: 80 hoặc 80/KH-UBND.", "Number: 80 or 80/KH-UBND.")
    static let personHelp = say("Tên người hoặc số định danh.", "A person's name or identity number.")
    static let dossierHelp = say("Mã hồ sơ.", "Code of the dossier or case.")
    static let show = say("Một bản ghi: thông tin, nguyên văn, bản lưu trữ PDF.", "One record: its fields, its text, its archival PDF.")
    static let showMore = say(
        "Xem giấy tờ có tên người hoặc giấy tờ thủ tục hành chính thì hệ thống ghi lại ai đã xem và lúc nào.",
        "A look at a record that names a person, or of an administrative procedure, leaves a trace: who and when.")
    static let textHelp = say("In nguyên văn.", "Prints the text.")
    static let pdfHelp = say("Ghi bản lưu trữ PDF ra tệp này.", "Writes the archival PDF to this file.")
    static let review = say("Những bản ghi cần người xem.", "Records that need a person.")
    static let reviewList = say("Danh sách chờ xem và lý do.", "What waits, and why.")
    static let reviewShow = say("Một bản ghi: đã đọc được gì, vì sao cần xem.", "One record: what was read, and why it waits.")
    static let restricted = say("Tệp bị giữ lại vì có dấu chỉ độ mật.", "Files held back as state secrets.")
    static let restrictedList = say("Mã băm, dấu, trang, thời điểm; không có nội dung.", "Hash, mark, page, time; never content.")
    static let inventory = say("Mục lục hồ sơ: những gì phải số hóa.", "The inventory: what there is to digitise.")
    static let inventoryImport = say("Nhập mục lục từ XLSX hoặc CSV.", "Imports an inventory from XLSX or CSV.")
    static let inventoryImportMore = say(
        "Cột (tên tiếng Việt hoặc tiếng Anh): Mã hồ sơ/file_code, Tiêu đề/title, start_date, end_date, Thời hạn bảo quản/retention, Số trang/total_pages, total_documents, Hộp/box, Đơn vị/unit, state. Tiêu đề cột theo thứ tự nào cũng được, dưới vài dòng tên bảng cũng được. Dòng sai được báo kèm số dòng và ghi vào tệp .khong-nhan.csv bên cạnh; dòng đúng vẫn nhận. Nhập lại cùng bảng không đổi gì; dòng không còn trong bảng chỉ bị đánh dấu. Bảng thiếu cột nào thì dòng đã nhập giữ giá trị cũ ở cột đó (cả state); cột có mà ô trống thì xóa giá trị.",
        "Columns (Vietnamese or English): Mã hồ sơ/file_code, Tiêu đề/title, start_date, end_date, Thời hạn bảo quản/retention, Số trang/total_pages, total_documents, Hộp/box, Đơn vị/unit, state. In any order, also below some lines of title. A wrong row is told with its line and written to a file .khong-nhan.csv beside the table; the good ones are taken. The same table again changes nothing; a row that it no longer lists is only marked. Under a column that the table does not have (state too) rows keep what they have; an empty cell of one that it has empties it."
    )
    static let inventoryList = say("Từng hồ sơ và mức độ hoàn thành.", "Each item and how far it is.")
    static let inventoryStatus = say("Tổng hợp theo phông.", "Totals by fonds.")
    static let fondsHelp = say("Mã phông.", "Code of the fonds.")
    static let tableHelp = say("Bảng XLSX, hoặc CSV (UTF-8; phẩy hoặc chấm phẩy).", "A table: XLSX, or CSV (UTF-8; comma or semicolon).")
    static let cases = say("Hồ sơ thủ tục hành chính.", "Cases of administrative procedures.")
    static let casesImport = say("Nhập sổ hồ sơ từ XLSX hoặc CSV.", "Imports the case register from XLSX or CSV.")
    static let casesImportMore = say(
        "Cột: Mã hồ sơ/case_code, Mã TTHC/procedure_code, procedure_name, unit, applicant_name, applicant_id, Ngày tiếp nhận/received_on, closed_on, channel, result_required, components (mã cách nhau bằng ;). Bảng thiếu cột nào thì dòng đã nhập giữ giá trị cũ ở cột đó; cột có mà ô trống thì xóa giá trị.",
        "Columns: Mã hồ sơ/case_code, Mã TTHC/procedure_code, procedure_name, unit, applicant_name, applicant_id, Ngày tiếp nhận/received_on, closed_on, channel, result_required, components (codes separated by ;). Under a column that the table does not have rows keep what they have; an empty cell of one that it has empties it."
    )
    static let casesList = say("Hồ sơ tiếp nhận trong kỳ và giấy tờ đã có.", "Cases of a period and what is on file.")
    static let reuse = say("Sổ dùng lại: thành phần hồ sơ lấy từ dữ liệu đã số hóa.", "The reuse ledger: components served from digitised data.")
    static let reuseMore = say(
        "Tìm, xem và tải về không phải là dùng lại; chỉ ghi bằng lệnh record.", "Searching, viewing and downloading are not reuse; only record is.")
    static let reuseRecord = say("Ghi một lần dùng lại.", "Records one reuse.")
    static let reuseRecordMore = say(
        """
        Thành phần phải là thành phần của hồ sơ: theo sổ hồ sơ, sổ không ghi thì theo pipelines/procedures.yaml. Không ghi được: tờ khai lập riêng cho từng hồ sơ (never), giấy chỉ xuất trình (shown); giấy của chính hồ sơ đó, ban hành sau ngày tiếp nhận, đã bị loại, bị giữ lại hoặc bị thay đổi.
        Phải ghi lý do bằng --because: giấy đã hết hạn, mang tên người khác hoặc tên khác dấu, không thuộc loại thay được thành phần.
        Thành phần mà sổ có ghi thì theo sổ, kể cả khi bảng thủ tục không biết hoặc coi là chỉ xuất trình. Ghi được và báo lại: bảng chưa có thủ tục mà sổ cũng không ghi thành phần; giấy và hồ sơ không có gì chung để đối chiếu người; giấy số hóa sau ngày tiếp nhận.
        """,
        """
        The component must be one of the case's: by its register, else by pipelines/procedures.yaml. Refused: declarations made for each case (never), papers only shown (shown); papers of the case itself, issued after its reception, rejected, held back or changed.
        With --because only: expired papers, another person's or of a name with other marks, papers of a form that does not serve the component.
        What the register lists is taken at its word, also where the table does not know it or has it only shown. Written, and said: neither says what the case asks for; paper and case share nothing to compare the person by; the paper was taken in after the case was received.
        """)
    static let reuseList = say("Các lần dùng lại.", "The ledger.")
    static let caseHelp = say("Mã hồ sơ TTHC.", "Code of the case.")
    static let componentHelp = say("Mã hoặc tên thành phần hồ sơ, như reuse find in ra.", "Code or name of the component, as reuse find prints it.")
    static let fromRecordHelp = say("Bản ghi nguồn.", "The record it comes from.")
    static let becauseHelp = say(
        "Lý do: ít nhất hai từ, không ghi số định danh.", "Why: two words at least, and no identity number.")
    static let indicators = say("Các chỉ số: tử số, mẫu số, đang chờ, loại trừ.", "The numbers: numerator, denominator, pending, excluded.")
    static let indicatorsMore = say(
        "Số không biết thì nói là không biết. Số liệu ước tính để đối chiếu với hệ thống một cửa.",
        "An unknown number is said to be unknown. Estimates, to be reconciled with the one-stop system.")
    static let periodHelp = say(
        "Kỳ: 2026-10, 2026-Q4, 2026 hoặc all; mặc định là tháng này.", "Period: 2026-10, 2026-Q4, 2026 or all; by default this month.")
    static let unitHelp = say("Mã đơn vị.", "Code of the unit.")
    static let indicatorRecordsHelp = say(
        "Liệt kê hồ sơ đứng sau một chỉ số: archives_digitized, tthc_digitized, tthc_result_electronic, data_reused.",
        "Lists what is behind one: archives_digitized, tthc_digitized, tthc_result_electronic, data_reused.")
    static let verify = say("Kiểm tra bản gốc, chỉ mục và chuỗi ghi vết.", "Checks originals, index and audit chain.")
    static let verifyMore = say(
        "Băm lại từng bản gốc. Mã thoát 1 khi có sai lệch.", "Hashes every original again. Exit code 1 when anything differs.")
    static let rebuildHelp = say("Dựng lại chỉ mục tìm kiếm trước khi kiểm tra.", "Builds the search index anew first.")
    static let doctor = say(
        "Máy này có đủ mọi thứ chưa: thư viện, ngôn ngữ, thư mục, đĩa.", "Is everything here: libraries, language data, folders, disk.")
    static let worker = say("(nội bộ) tiến trình đọc trang", "(internal) reading worker")
}
