import Foundation

/// What `evaluate` says.
extension Phrases {
    static let evaluate = say(
        "Đo độ chính xác trên những bản quét đã biết đáp án.", "Measures how well scans are read whose truth is known.")
    static let evaluateMore = say(
        """
        Đáp án là tệp TÊN.truth.json cạnh TÊN.pdf (hoặc một expected.json cho cả thư mục); định dạng và định nghĩa các con số ở docs/evaluation.md.
        Không đụng đến dữ liệu của cơ quan: đọc vào một thư mục tạm, xóa khi xong. Bản quét có dấu mật chỉ được tính là bị giữ lại hay không.
        """,
        """
        The truth is NAME.truth.json beside NAME.pdf (or one expected.json for a folder); the format and what the figures mean are in docs/evaluation.md.
        The installation's data is not touched: scans are read into a temporary folder that is removed. Of a scan with a mark of secrecy only whether it was held back is told.
        """)
    static let evaluatedHelp = say("Thư mục bản quét và đáp án.", "Folder of scans and truths.")
    static let resultsHelp = say(
        "Dùng kết quả đã có (của ingest --json) thay vì đọc lại.", "Take results made before (by ingest --json) instead of reading.")
    static let keepHelp = say(
        "Thư mục dữ liệu để đọc vào và giữ lại; tệp đã đọc ở đó không đọc lại.",
        "Data folder to read into and keep; what has been read there is not read again.")
    static let htmlHelp = say(
        "Ghi trang HTML: các dòng đọc kém nhất cạnh ảnh của chúng.", "Writes an HTML page: the worst lines beside their pictures.")
    static let worstHelp = say("Số dòng kém nhất được nêu.", "How many of the worst lines are told.")
    static func notNegative(_ option: String) -> String { say("\(option) phải là số không âm", "\(option) must not be negative") }
    static func noTruths(_ folder: String) -> String {
        say(
            "\(folder): không có bản quét nào có đáp án; đặt TÊN.truth.json cạnh TÊN.pdf, hoặc expected.json trong thư mục",
            "\(folder): no scan has a truth; put NAME.truth.json beside NAME.pdf, or expected.json into the folder")
    }
    static func noTruth(_ path: String) -> String {
        say("\(path): không đúng định dạng đáp án; xem docs/evaluation.md", "\(path): not in the format of a truth; see docs/evaluation.md")
    }
    static func noResult(_ path: String, _ line: Int) -> String {
        say("\(path):\(line): không phải kết quả của ingest --json", "\(path):\(line): not a result of ingest --json")
    }

    static func outcomesFigure(right: Int, wrong: Int) -> String {
        say("Kết cục của tệp: \(right) đúng, \(wrong) sai", "Outcomes of files: \(right) right, \(wrong) wrong")
    }
    static func secrecyFigure(held: Int, marked: Int, alarms: Int, plain: Int) -> String {
        say(
            "Dấu mật: giữ lại \(held)/\(marked) tệp có dấu; báo nhầm \(alarms)/\(plain) tệp không dấu",
            "Marks of secrecy: \(held) of \(marked) marked files held back; \(alarms) false alarms among \(plain) others")
    }
    static let missedMark = say("có dấu mật mà không bị giữ lại", "bears a mark and was not held back")
    static let falseAlarm = say("bị giữ lại dù không có dấu", "held back without a mark")
    static func splitsFigure(right: Int, wrong: Int) -> String {
        say("Tách hồ sơ: \(right) tệp đúng, \(wrong) sai", "Splitting: \(right) files right, \(wrong) wrong")
    }
    static let textTitle = say("Chữ (phần trăm)", "Text (per cent)")
    static let worstFilesTitle = say("Tệp đọc kém nhất", "Files read worst")
    static let groupWord = say("Nhóm", "Group")
    static let wordsFound = say("từ thấy", "words found")
    static let fieldsTitle = say("Trường thông tin (phần trăm)", "Fields (per cent)")
    static let fieldsByTypeTitle = say("Trường thông tin theo mẫu và chất lượng (phần trăm)", "Fields by form and level (per cent)")
    static let familyWord = say("Loại", "Kind")
    static let levelWord = say("Chất lượng", "Level")
    static let verdicts = [say("đúng", "right"), say("sai", "wrong"), say("thiếu", "missing"), say("bịa", "invented")]
    static let precisionWord = say("chính xác", "precision")
    static let recallWord = say("đầy đủ", "recall")
    static let exactWord = say("khớp từng chữ", "exact")
    static let workTitle = say("Không cần người xem", "Needs no person")
    static let acceptedWord = say("tự nhận", "accepted")
    static let share = say("tỷ lệ", "share")
    static let acceptedSound = say("trong đó đúng mọi trường bắt buộc", "of these right in every required field")
    static let acceptedRight = say("trong đó đúng hết", "of these wholly right")
    static let wordConfidenceTitle = say("Độ tin cậy của từ: nói bao nhiêu, đúng bấy nhiêu?", "Confidence of words: is what it says right?")
    static let fieldConfidenceTitle = say("Độ tin cậy của trường", "Confidence of fields")
    static let statedWord = say("Nói", "Stated")
    static let meanWord = say("trung bình", "mean")
    static let rightWord = say("đúng", "right")
    static let countOf = say("số lượng", "count")
    static func span(_ from: Double, _ to: Double) -> String { "\(from.formatted(.number.locale(numbers)))–\(to.formatted(.number.locale(numbers)))" }
    static func calibrationError(_ error: Double) -> String {
        say("Lệch trung bình: \(hundredths(error)) điểm phần trăm", "Off by \(hundredths(error)) points on average")
    }
    static let confusionsTitle = say("Nhầm nhiều nhất (in → đọc)", "Commonest confusions (printed → read)")

    static func evaluationOf(_ folder: String) -> String { say("Đánh giá: \(folder)", "Evaluation: \(folder)") }
    static let worstLinesTitle = say("Những dòng đọc kém nhất", "The worst lines")
    static let worstLinesMore = say(
        "Trên: ảnh cắt từ trang. Giữa: chữ in. Dưới: chữ đọc được, chỗ khác được tô màu.",
        "Above: cut from the page. Then what is printed, then what was read; differences are coloured.")
    static func lettersWrong(_ edits: Int, _ letters: Int) -> String { say("sai \(edits)/\(letters) ký tự", "\(edits) of \(letters) letters wrong") }
    static let printedWord = say("in", "printed")
    static let readWord = say("đọc", "read")
    static let noPicture = say("không rõ chỗ trên trang", "its place on the page is not known")
    static let notRead = say("(không đọc được)", "(not read)")

    private static let numbers = Locale(identifier: isEnglish ? "en" : "vi")

    /// A share in per cent with two decimals, without its sign.
    static func hundredths(_ share: Double) -> String {
        (share * 100).formatted(.number.precision(.fractionLength(2)).locale(numbers))
    }
}
