package import Records

extension Indicator.Code {
    /// What is counted, in words for whoever has to answer for the figure.
    package var definition: String {
        switch self {
        case .archivesDigitized:
            """
            Tỷ lệ số hóa tài liệu lưu trữ = số hồ sơ đã số hóa xong / số hồ sơ trong phạm vi của mục lục hồ sơ được duyệt. Hồ sơ xong khi đã \
            quét đủ số trang ghi trong mục lục, mọi văn bản đã có bản PDF lưu trữ còn nguyên vẹn và không còn văn bản nào chờ rà soát. Văn bản, trang xong khi tự \
            nó đạt như vậy. Không tính hồ sơ mật và hồ sơ đã tiêu hủy. Tính đến thời điểm lập, không theo kỳ.
            """
        case .tthcDigitized:
            """
            Tỷ lệ số hóa hồ sơ TTHC = số hồ sơ có ít nhất một thành phần đã số hóa và, nếu thủ tục có kết quả giấy, đã số hóa kết quả / số hồ sơ \
            tiếp nhận trong kỳ. Thành phần dùng lại từ hồ sơ khác không tính là thành phần đã số hóa. \(Self.unreviewed) \(Self.caveat)
            """
        case .tthcResultElectronic:
            """
            Tỷ lệ trả kết quả điện tử = số hồ sơ có kết quả là văn bản điện tử / số hồ sơ tiếp nhận trong kỳ thuộc thủ tục có kết quả giấy. \
            \(Self.unreviewed) \(Self.caveat)
            """
        case .dataReused:
            """
            Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa = số hồ sơ có ít nhất một thành phần dùng lại dữ liệu đã số hóa / số hồ sơ tiếp nhận trong \
            kỳ. Tìm, xem hoặc tải về không tính là dùng lại. \(Self.caveat)
            """
        }
    }

    /// The two readings of no. 4.3, in words: what the ledger proves, and what the one-stop system reports beside it.
    package static let strictReuse = """
        Nghĩa chặt (strict): hồ sơ có ít nhất một lượt dùng lại ghi trong sổ dùng lại (ai, lúc nào, thành phần nào, từ bản ghi nào), chưa bị \
        hủy và bản ghi nguồn còn giá trị.
        """
    package static let proxyReuse = """
        Nghĩa rộng (proxy): như nghĩa chặt, cộng thêm hồ sơ mà hệ thống một cửa báo là có dùng lại (DuocTaiSuDung hoặc MaKetQuaThayThe), \
        dù sổ dùng lại không có lượt nào để chứng minh.
        """

    /// The formulas of QĐ 766 ask whether a paper was digitised, not whether what was read of it was looked through.
    private static let unreviewed =
        "Giấy tờ còn chờ rà soát hoặc chưa có bản PDF lưu trữ vẫn được tính, vì công thức chỉ xét đã số hóa hay chưa; giấy tờ bị loại, bị giữ lại hoặc không còn nguyên vẹn thì không."
    private static let caveat =
        "Hồ sơ không có ngày tiếp nhận không được tính. Đây là số liệu ước tính để đối chiếu với hệ thống một cửa."

    /// What can be left out of the denominator.
    var exclusions: [IndicatorStanding.Excluded] {
        switch self {
        case .archivesDigitized: [.secret, .destroyed]
        case .tthcDigitized, .dataReused: [.noReceivedOn]
        case .tthcResultElectronic: [.noReceivedOn, .noResultRequired, .resultUnknown]
        }
    }

    /// What can still be missing.
    var pendings: [IndicatorStanding.Pending] {
        switch self {
        case .archivesDigitized: [.notStarted, .noPageCount, .pagesMissing, .needsReview, .noArchivalCopy, .fixityFailed]
        case .tthcDigitized: [.notDigitized, .resultMissing, .resultUnknown, .fixityFailed]
        case .tthcResultElectronic: [.resultMissing, .resultScanned]
        case .dataReused: [.notReused]
        }
    }
}
