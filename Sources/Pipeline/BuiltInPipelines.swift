/// The pipelines that ship, for where no folder of pipelines is: the same text as `pipelines/*.yaml` in the checkout, which a test holds.
extension PipelineFiles {
    package static let builtIn: [(name: String, yaml: String)] = [("archive", archive), ("tthc", tthc)]

    private static let archive = """
        # Tài liệu lưu trữ: văn bản hành chính và văn bản của Đảng.
        # Thả bản quét vào DATA/folders/archive/inbox (hoặc vào folder/inbox khi có khóa "folder";
        # đường dẫn tương đối tính từ thư mục dữ liệu; mỗi quy trình một thư mục riêng).
        title: Tài liệu lưu trữ
        kind: archive

        # Dữ liệu ngôn ngữ của Tesseract.
        languages: vie

        # Tệp phải đứng yên bấy nhiêu giây rồi mới được xem.
        settle_seconds: 2
        # Tệp vẫn chưa trọn vẹn sau bấy nhiêu giây đứng yên thì bị từ chối (máy quét có thể nghỉ vài phút giữa hai trang).
        give_up_seconds: 600
        # Xem lại thư mục sau bấy nhiêu giây, kể cả khi không có tín hiệu (thư mục mạng không gửi tín hiệu).
        rescan_seconds: 10
        # Tệp đã xong: move (chuyển vào done/) hoặc remove (xóa khỏi inbox; bản gốc vẫn nằm trong kho).
        afterwards: move

        # Thiếu một trong các trường này thì văn bản chờ người xem.
        required_fields: [type_code, number, symbol, issued_on, agency, subject]
        # Trường có độ tin cậy dưới mức này thì văn bản chờ người xem.
        minimum_confidence: 0.6

        # Một tệp quét cả chồng giấy được tách thành từng văn bản. Tờ bìa có mã QR luôn tách; ngoài ra:
        # trang có phần đầu riêng (quốc hiệu, số, tên loại) mở đầu một văn bản mới;
        split_by_content: true
        # bấy nhiêu mặt trắng liền nhau thì tách (quét một mặt: 1; quét hai mặt: 3; 0: mặt trắng không tách);
        split_at_blank_sides: 0
        # tờ phân cách có mã vạch (QR, Code 128, Code 39) mang chữ sau đây, hoặc mã patch (đọc thành PATCH 2, PATCH 3, PATCH T);
        # dấu * cuối: chỉ cần bắt đầu như vậy.
        separator_codes: ["PATCH*", SEPARATOR, SEPARATOR SHEET, DOCUMENT SEPARATOR]

        # Máy quét một mặt quét chồng giấy hai lượt vào một tệp: mặt trước, rồi mặt sau. as_scanned: tệp đã đúng thứ tự;
        # backs_reversed: lật cả chồng nên mặt sau của tờ cuối đứng trước (1 3 5 6 4 2); backs_in_order: mặt sau theo thứ tự (1 3 5 2 4 6).
        interleave: as_scanned

        """

    private static let tthc = """
        # Hồ sơ thủ tục hành chính: tờ khai, giấy tờ kèm theo, kết quả, giấy tiếp nhận.
        # Thả bản quét vào DATA/folders/tthc/inbox (hoặc vào folder/inbox khi có khóa "folder";
        # đường dẫn tương đối tính từ thư mục dữ liệu; mỗi quy trình một thư mục riêng).
        title: Hồ sơ thủ tục hành chính
        kind: tthc

        # Dữ liệu ngôn ngữ của Tesseract.
        languages: vie

        # Tệp phải đứng yên bấy nhiêu giây rồi mới được xem.
        settle_seconds: 2
        # Tệp vẫn chưa trọn vẹn sau bấy nhiêu giây đứng yên thì bị từ chối (máy quét có thể nghỉ vài phút giữa hai trang).
        give_up_seconds: 600
        # Xem lại thư mục sau bấy nhiêu giây, kể cả khi không có tín hiệu (thư mục mạng không gửi tín hiệu).
        rescan_seconds: 10
        # Tệp đã xong: move (chuyển vào done/) hoặc remove (xóa khỏi inbox; bản gốc vẫn nằm trong kho).
        afterwards: move

        # Giấy tờ cá nhân có nhiều mẫu; trường bắt buộc theo mẫu được kiểm tra riêng.
        required_fields: []
        # Trường có độ tin cậy dưới mức này thì giấy tờ chờ người xem.
        minimum_confidence: 0.6

        # Một tệp quét cả chồng giấy được tách thành từng văn bản. Tờ bìa có mã QR luôn tách; ngoài ra:
        # trang có phần đầu riêng (quốc hiệu, số, tên loại) mở đầu một văn bản mới;
        split_by_content: true
        # bấy nhiêu mặt trắng liền nhau thì tách (quét một mặt: 1; quét hai mặt: 3; 0: mặt trắng không tách);
        split_at_blank_sides: 0
        # tờ phân cách có mã vạch (QR, Code 128, Code 39) mang chữ sau đây, hoặc mã patch (đọc thành PATCH 2, PATCH 3, PATCH T);
        # dấu * cuối: chỉ cần bắt đầu như vậy.
        separator_codes: ["PATCH*", SEPARATOR, SEPARATOR SHEET, DOCUMENT SEPARATOR]

        # Máy quét một mặt quét chồng giấy hai lượt vào một tệp: mặt trước, rồi mặt sau. as_scanned: tệp đã đúng thứ tự;
        # backs_reversed: lật cả chồng nên mặt sau của tờ cuối đứng trước (1 3 5 6 4 2); backs_in_order: mặt sau theo thứ tự (1 3 5 2 4 6).
        interleave: as_scanned

        """
}
