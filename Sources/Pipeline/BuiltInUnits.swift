/// The table of units that ships, for where none is: the same text as `pipelines/units.csv` in the checkout, which a test holds.
extension UnitFile {
    package static let builtIn = """
        # Đơn vị hành chính: để nối tên cơ quan in trên giấy với đơn vị có thật vào ngày ban hành. Tên in trên giấy không bao giờ bị sửa.
        # Hãy thêm các huyện cũ và các xã của mình: mỗi dòng một đơn vị; "until" là ngày đơn vị không còn nữa; "successor" là mã đơn vị kế tục.
        # Tỉnh: mã theo QĐ 124/2004/QĐ-TTg, từ 01/7/2025 theo QĐ 19/2025/QĐ-TTg; sắp xếp theo NQ 202/2025/QH15 (bảy tỉnh giữ tên mà mang mã của tỉnh kia
        # nên có hai dòng); Huế: NQ 175/2024/QH15; Đồng Nai: NQ 30/2026/QH16; Hà Tây: NQ 15/2008/QH12. Mã đã sang đơn vị khác thì dòng cũ thêm "-1".
        # Đã đối chiếu tháng 11/2026, chỉ với bản chép công khai: 63 tỉnh cũ và 34 tỉnh mới (mã, tên) khớp thanglequoc/vietnamese-provinces-database (8/2026),
        # đơn vị kế tục khớp bảng của bản đồ sáp nhập chép ở đó và, trừ Tuyên Quang, Bắc Ninh, Thành phố Hồ Chí Minh, lời của NQ 202/2025/QH15 trích ở
        # tnt305/tai_lieu_noi_bo. CHƯA xem bản ký của các văn bản. Thay đổi trước năm 2008 (tách, nhập, đổi tên) CHƯA có ở đây; "from" trống: không xét.
        code,name,parent,from,until,successor
        01,thành phố Hà Nội,,,,
        02,tỉnh Hà Giang,,,2025-07-01,08
        04,tỉnh Cao Bằng,,,,
        06,tỉnh Bắc Kạn,,,2025-07-01,19
        08,tỉnh Tuyên Quang,,,,
        10,tỉnh Lào Cai,,,2025-07-01,15
        11,tỉnh Điện Biên,,,,
        12,tỉnh Lai Châu,,,,
        14,tỉnh Sơn La,,,,
        15-1,tỉnh Yên Bái,,,2025-07-01,15
        15,tỉnh Lào Cai,,2025-07-01,,
        17,tỉnh Hòa Bình,,,2025-07-01,25
        19,tỉnh Thái Nguyên,,,,
        20,tỉnh Lạng Sơn,,,,
        22,tỉnh Quảng Ninh,,,,
        24-1,tỉnh Bắc Giang,,,2025-07-01,24
        24,tỉnh Bắc Ninh,,2025-07-01,,
        25,tỉnh Phú Thọ,,,,
        26,tỉnh Vĩnh Phúc,,,2025-07-01,25
        27,tỉnh Bắc Ninh,,,2025-07-01,24
        28,tỉnh Hà Tây,,,2008-08-01,01
        30,tỉnh Hải Dương,,,2025-07-01,31
        31,thành phố Hải Phòng,,,,
        33,tỉnh Hưng Yên,,,,
        34,tỉnh Thái Bình,,,2025-07-01,33
        35,tỉnh Hà Nam,,,2025-07-01,37
        36,tỉnh Nam Định,,,2025-07-01,37
        37,tỉnh Ninh Bình,,,,
        38,tỉnh Thanh Hóa,,,,
        40,tỉnh Nghệ An,,,,
        42,tỉnh Hà Tĩnh,,,,
        44-1,tỉnh Quảng Bình,,,2025-07-01,44
        44,tỉnh Quảng Trị,,2025-07-01,,
        45,tỉnh Quảng Trị,,,2025-07-01,44
        46-1,tỉnh Thừa Thiên Huế,,,2025-01-01,46
        46,thành phố Huế,,2025-01-01,,
        48,thành phố Đà Nẵng,,,,
        49,tỉnh Quảng Nam,,,2025-07-01,48
        51,tỉnh Quảng Ngãi,,,,
        52-1,tỉnh Bình Định,,,2025-07-01,52
        52,tỉnh Gia Lai,,2025-07-01,,
        54,tỉnh Phú Yên,,,2025-07-01,66
        56,tỉnh Khánh Hòa,,,,
        58,tỉnh Ninh Thuận,,,2025-07-01,56
        60,tỉnh Bình Thuận,,,2025-07-01,68
        62,tỉnh Kon Tum,,,2025-07-01,51
        64,tỉnh Gia Lai,,,2025-07-01,52
        66,tỉnh Đắk Lắk,,,,
        67,tỉnh Đắk Nông,,,2025-07-01,68
        68,tỉnh Lâm Đồng,,,,
        70,tỉnh Bình Phước,,,2025-07-01,75-1
        72,tỉnh Tây Ninh,,,2025-07-01,80
        74,tỉnh Bình Dương,,,2025-07-01,79
        75-1,tỉnh Đồng Nai,,,2026-04-30,75
        75,thành phố Đồng Nai,,2026-04-30,,
        77,tỉnh Bà Rịa - Vũng Tàu,,,2025-07-01,79
        79,thành phố Hồ Chí Minh,,,,
        80-1,tỉnh Long An,,,2025-07-01,80
        80,tỉnh Tây Ninh,,2025-07-01,,
        82-1,tỉnh Tiền Giang,,,2025-07-01,82
        82,tỉnh Đồng Tháp,,2025-07-01,,
        83,tỉnh Bến Tre,,,2025-07-01,86
        84,tỉnh Trà Vinh,,,2025-07-01,86
        86,tỉnh Vĩnh Long,,,,
        87,tỉnh Đồng Tháp,,,2025-07-01,82
        89,tỉnh An Giang,,,2025-07-01,91
        91-1,tỉnh Kiên Giang,,,2025-07-01,91
        91,tỉnh An Giang,,2025-07-01,,
        92,thành phố Cần Thơ,,,,
        93,tỉnh Hậu Giang,,,2025-07-01,92
        94,tỉnh Sóc Trăng,,,2025-07-01,92
        95,tỉnh Bạc Liêu,,,2025-07-01,96
        96,tỉnh Cà Mau,,,,

        """
}
