"""The papers themselves. Communes, people, numbers and events are all invented."""

from datetime import date

from generator.administrative import Office, Paper
from generator.page import BLACK, CENTRE, GAP, LEFT, MEASURE, RIGHT_COLUMN
from generator.procedures import Form, Person

# --- offices -------------------------------------------------------------------------------------------------------------

NAM_SON = Office((), ("ỦY BAN NHÂN DÂN", "XÃ NẬM SƠN"), "Nậm Sơn", ("ỦY BAN NHÂN DÂN XÃ NẬM SƠN", "TỈNH VÂN LĨNH"))
HOA_BAN = Office((), ("ỦY BAN NHÂN DÂN", "XÃ HOA BAN"), "Hoa Ban", ("ỦY BAN NHÂN DÂN XÃ HOA BAN", "TỈNH VÂN LĨNH"))
CULTURE = Office(
    ("UBND XÃ NẬM SƠN",), ("PHÒNG VĂN HÓA - XÃ HỘI",), "Nậm Sơn", ("PHÒNG VĂN HÓA - XÃ HỘI", "XÃ NẬM SƠN"),
)
COUNCIL = Office((), ("HỘI ĐỒNG NHÂN DÂN", "XÃ HOA BAN"), "Hoa Ban", ("HỘI ĐỒNG NHÂN DÂN XÃ HOA BAN", "TỈNH VÂN LĨNH"))
PARTY = Office(
    ("ĐẢNG BỘ TỈNH VÂN LĨNH",), ("ĐẢNG ỦY XÃ HOA BAN",), "Hoa Ban", ("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG ỦY XÃ HOA BAN"),
)

CHAIR_NAM_SON = dict(signer_title=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], signer="Hà Đình Khôi")
DEPUTY_NAM_SON = dict(signer_title=["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], signer="Quàng Thị Mây")
CHAIR_HOA_BAN = dict(signer_title=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], signer="Cầm Bá Thụ")

# --- administrative papers -----------------------------------------------------------------------------------------------


def ke_hoach():
    return Paper(
        NAM_SON, "KH", "KẾ HOẠCH", "47", "KH-UBND", date(2026, 1, 22),
        ["Số hóa tài liệu lưu trữ và hồ sơ thủ tục hành chính", "trên địa bàn xã Nậm Sơn năm 2026"],
        [
            "Thực hiện chủ trương của cấp trên về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số, Ủy ban "
            "nhân dân xã Nậm Sơn ban hành Kế hoạch số hóa tài liệu lưu trữ và hồ sơ thủ tục hành chính năm 2026 như sau:",
            "*I. MỤC ĐÍCH, YÊU CẦU*",
            "*1. Mục đích*",
            "a) Hình thành kho dữ liệu dùng chung của xã bảo đảm đúng, đủ, sạch, sống; rút ngắn thời gian tra tìm văn bản từ nhiều "
            "giờ xuống còn vài phút; tránh để người dân phải nộp lại giấy tờ mà cơ quan nhà nước đã có.",
            "b) Bảo vệ tài liệu gốc trước nguy cơ ẩm mốc, mối xông sau hai đợt lũ quét tại bản Huổi Tèn và bản Nà Khoang.",
            "*2. Yêu cầu*",
            "a) Không số hóa, không lưu giữ tài liệu chứa bí mật nhà nước trên máy tính có kết nối mạng.",
            "b) Mỗi trang quét phải được một công chức kiểm tra; người kiểm tra chịu trách nhiệm về nội dung đã xác nhận.",
            "*II. CHỈ TIÊU*",
            "1. 100% hồ sơ trong mục lục đã được phê duyệt được quét, nhận dạng và ghi đủ thông tin mô tả trước ngày 15 tháng 12 "
            "năm 2026.",
            "2. 100% hồ sơ thủ tục hành chính tiếp nhận trong năm được số hóa thành phần và kết quả giải quyết.",
            "3. Từ 80% hồ sơ trở lên có ít nhất một thành phần được khai thác, sử dụng lại từ dữ liệu đã số hóa.",
            "*III. NHIỆM VỤ, GIẢI PHÁP*",
            "1. Rà soát, chỉnh lý 214 mét giá tài liệu tại kho lưu trữ; lập mục lục hồ sơ theo từng phông; tách riêng tài liệu hết "
            "giá trị để làm thủ tục tiêu hủy theo quy định.",
            "2. Bố trí một phòng quét tại trụ sở cũ của xã, hai máy quét khổ A4 có nạp giấy tự động, một máy quét phẳng dùng cho "
            "sổ hộ tịch đóng quyển.",
            "3. Quét ở độ phân giải tối thiểu 200 dpi, lưu định dạng PDF/A hai lớp; đặt tên tệp theo mã hồ sơ và số thứ tự văn bản; "
            "dùng tờ bìa có mã QR để tách hồ sơ khi quét theo lô.",
            "4. Hằng tuần đối chiếu số trang đã quét với mục lục; trang mờ, nghiêng hoặc thiếu phải quét lại trong ba ngày làm việc.",
            "5. Sao lưu dữ liệu thành hai bộ, cất giữ tại hai địa điểm; mỗi quý kiểm tra khả năng phục hồi một lần.",
            "*IV. KINH PHÍ*",
            "Kinh phí thực hiện là 186.500.000 đồng (một trăm tám mươi sáu triệu năm trăm nghìn đồng), bố trí từ nguồn chi thường "
            "xuyên của ngân sách xã năm 2026 và các nguồn huy động hợp pháp khác.",
            "*V. TỔ CHỨC THỰC HIỆN*",
            "1. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã là cơ quan thường trực, chủ trì hướng dẫn, đôn đốc; tổng hợp kết "
            "quả báo cáo trước ngày 15 hằng tháng.",
            "2. Trung tâm Phục vụ hành chính công xã số hóa hồ sơ ngay khi tiếp nhận; không yêu cầu người dân nộp bản sao giấy tờ "
            "đã có trong kho dữ liệu.",
            "3. Phòng Kinh tế tham mưu cân đối kinh phí; hướng dẫn thanh quyết toán đúng chế độ.",
            "4. Trưởng các bản tuyên truyền để người dân hiểu lợi ích của việc số hóa, phối hợp thu thập tư liệu về lịch sử địa phương.",
            "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã "
            "để được xem xét, giải quyết./.",
        ],
        ["Đảng ủy xã (b/c)", "Chủ tịch, các PCT UBND xã", "Các phòng, trung tâm thuộc xã", "Trưởng các bản", "Lưu: VT, VP"],
        words=["lũ quét", "Huổi Tèn", "186.500.000 đồng", "sổ hộ tịch", "mối xông"],
        **CHAIR_NAM_SON,
    )


def quyet_dinh():
    members = [
        ("Lường Văn Cánh", "Trưởng bản Pá Lau", "Tổ trưởng"),
        ("Vì Thị Hảo", "Giáo viên Trường THCS Nậm Sơn", "Tổ phó"),
        ("Mùa A Dế", "Bí thư Chi đoàn bản Huổi Tèn", "Thành viên"),
        ("Tòng Thị Lả", "Chi hội trưởng Phụ nữ bản Nà Khoang", "Thành viên"),
        ("Đinh Công Trứ", "Nhân viên bưu điện xã", "Thành viên"),
        ("Sùng Thị Chía", "Y tế bản Co Muông", "Thành viên"),
        ("Hoàng Minh Tiệp", "Công an viên bản Pá Lau", "Thành viên"),
    ]

    def appendix(document):
        rows = [("STT", "Họ và tên", "Chức vụ, nơi công tác", "Nhiệm vụ")]
        rows += [(index, *member) for index, member in enumerate(members, 1)]
        document.skip(1)
        document.table([12, 48, 70, 32], rows, aligned="clll")

    return Paper(
        NAM_SON, "QĐ", "QUYẾT ĐỊNH", "318", "QĐ-UBND", date(2026, 3, 17),
        ["Về việc thành lập Tổ công nghệ số cộng đồng", "các bản Pá Lau, Huổi Tèn, Nà Khoang và Co Muông"],
        [
            "*Điều 1.* Thành lập Tổ công nghệ số cộng đồng liên bản Pá Lau, Huổi Tèn, Nà Khoang và Co Muông gồm các ông, bà có tên "
            "sau đây:",
            appendix,
            "*Điều 2.* Tổ công nghệ số cộng đồng có nhiệm vụ hướng dẫn người dân cài đặt và sử dụng dịch vụ công trực tuyến, thanh "
            "toán không dùng tiền mặt; nhận biết và phòng tránh lừa đảo trên không gian mạng; mỗi tháng sinh hoạt ít nhất một lần "
            "tại nhà văn hóa bản.",
            "Tổ hoạt động theo nguyên tắc tự nguyện; được hỗ trợ tiền xăng xe, cước viễn thông theo quy chế chi tiêu nội bộ của xã.",
            "*Điều 3.* Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Phòng Văn hóa - Xã hội, Trưởng các bản và các ông, bà có tên "
            "tại Điều 1 chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký./.",
        ],
        ["Như Điều 3", "Thường trực Đảng ủy (b/c)", "Lưu: VT, VHXH"],
        grounds=[
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Kế hoạch số 47/KH-UBND ngày 22 tháng 01 năm 2026 của Ủy ban nhân dân xã Nậm Sơn về số hóa tài liệu lưu trữ và "
            "hồ sơ thủ tục hành chính;",
            "Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội tại Tờ trình số 22/TTr-VHXH ngày 12 tháng 3 năm 2026.",
        ],
        decided_by="ỦY BAN NHÂN DÂN XÃ NẬM SƠN",
        words=["Tổ công nghệ số cộng đồng", "Sùng Thị Chía", "lừa đảo", "nhà văn hóa bản", "Tòng Thị Lả"],
        **CHAIR_NAM_SON,
    )


def cong_van():
    return Paper(
        NAM_SON, "CV", None, "612", "UBND-KT", date(2026, 5, 8),
        ["phòng, chống bệnh đạo ôn", "trên lúa vụ chiêm xuân"],
        [
            "Theo kết quả điều tra ngày 06 tháng 5 năm 2026, bệnh đạo ôn lá đã xuất hiện trên 12,4 ha lúa tại cánh đồng Nà Khoang và "
            "cánh đồng Co Muông, tỷ lệ bệnh trung bình 7%, nơi cao 18%. Thời tiết những ngày tới có mưa nhỏ, sương mù, nguy cơ bệnh lây "
            "lan nhanh.",
            "Để hạn chế thiệt hại, Ủy ban nhân dân xã đề nghị:",
            "1. Trưởng các bản vận động bà con thăm đồng hằng ngày; ngừng bón đạm ở ruộng chớm bệnh; giữ mực nước từ 3 đến 5 cm; phun "
            "thuốc theo nguyên tắc bốn đúng vào buổi chiều mát.",
            "2. Tổ khuyến nông cộng đồng cử người hướng dẫn kỹ thuật tại ruộng, ghi nhật ký đồng ruộng và gửi ảnh về Phòng Kinh tế trước "
            "16 giờ mỗi ngày.",
            "3. Hợp tác xã Nông nghiệp Suối Mơ chuẩn bị đủ thuốc, không tăng giá bán; thu gom vỏ bao bì về bể chứa.",
            "Đề nghị các đơn vị khẩn trương thực hiện và báo cáo kết quả trước ngày 15 tháng 5 năm 2026./.",
        ],
        ["Như trên", "Chủ tịch, các PCT UBND xã", "Lưu: VT, KT"],
        addressed_to="Trưởng các bản; Tổ khuyến nông cộng đồng xã.",
        words=["đạo ôn", "Suối Mơ", "khuyến nông cộng đồng", "12,4 ha"],
        **DEPUTY_NAM_SON,
    )


def bao_cao():
    def table(document):
        rows = [
            ("STT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ"),
            ("1", "Hồ sơ lưu trữ đã quét", "1.240", "968", "78,1%"),
            ("2", "Số trang đã nhận dạng", "52.000", "41.317", "79,5%"),
            ("3", "Hồ sơ thủ tục hành chính được số hóa", "2.150", "2.084", "96,9%"),
            ("4", "Hồ sơ có sử dụng lại dữ liệu", "1.720", "1.503", "87,4%"),
            ("5", "Lượt người dân được hướng dẫn", "900", "1.126", "125,1%"),
        ]
        document.table([13, 71, 26, 28, 24], rows, aligned="clccc")

    return Paper(
        HOA_BAN, "BC", "BÁO CÁO", "205", "BC-UBND", date(2026, 9, 28),
        ["Kết quả chuyển đổi số 9 tháng đầu năm 2026", "và nhiệm vụ trọng tâm quý IV năm 2026"],
        [
            "Thực hiện chế độ báo cáo định kỳ, Ủy ban nhân dân xã Hoa Ban báo cáo kết quả chuyển đổi số 9 tháng đầu năm 2026 như sau:",
            "*I. KẾT QUẢ THỰC HIỆN*",
            "1. Công tác chỉ đạo: đã ban hành 04 văn bản; họp giao ban tháng một lần; phân công từng thành viên Ban Chỉ đạo phụ trách bản.",
            "2. Kết quả các chỉ tiêu chủ yếu tính đến ngày 25 tháng 9 năm 2026:",
            table,
            "3. Hạ tầng: hoàn thành lắp đặt 06 điểm phát sóng không dây miễn phí tại nhà văn hóa; bản Phiêng Hạ đã có sóng di động 4G từ "
            "ngày 12 tháng 8, không còn vùng lõm sóng.",
            "4. Kinh tế số: 37 hộ trồng mắc ca và 21 hộ nuôi cá lồng đưa sản phẩm lên sàn thương mại điện tử, doanh thu ước đạt 742 triệu "
            "đồng; chợ phiên Hoa Ban có 64 quầy nhận thanh toán bằng mã QR.",
            "*II. TỒN TẠI, NGUYÊN NHÂN*",
            "1. Tiến độ quét hồ sơ địa chính còn chậm do sổ mục kê khổ A3 phải đưa lên tỉnh để quét.",
            "2. Chất lượng ảnh quét của một số hồ sơ trước năm 2005 thấp, chữ đánh máy mờ, phải nhập tay nhiều trường thông tin.",
            "3. Một bộ phận người cao tuổi chưa có điện thoại thông minh, còn e ngại khi sử dụng dịch vụ công trực tuyến.",
            "*III. NHIỆM VỤ TRỌNG TÂM QUÝ IV*",
            "1. Hoàn thành số hóa 272 hồ sơ lưu trữ còn lại; kiểm tra xác suất 5% số trang đã quét.",
            "2. Mở bốn lớp bồi dưỡng kỹ năng số cho cán bộ bản, mỗi lớp hai ngày.",
            "3. Phối hợp với Đoàn Thanh niên tổ chức chiến dịch “Mỗi nhà một người biết dùng dịch vụ công”.",
            "*IV. KIẾN NGHỊ*",
            "Đề nghị Sở Khoa học và Công nghệ tỉnh Vân Lĩnh hỗ trợ một máy quét khổ A3 và bố trí đường truyền dự phòng cho Trung tâm Phục "
            "vụ hành chính công xã.",
            "Trên đây là báo cáo kết quả chuyển đổi số 9 tháng đầu năm 2026 của Ủy ban nhân dân xã Hoa Ban./.",
        ],
        ["Sở KH&CN tỉnh (b/c)", "Thường trực Đảng ủy xã (b/c)", "Thành viên BCĐ chuyển đổi số", "Lưu: VT, VP"],
        words=["mắc ca", "chợ phiên", "Phiêng Hạ", "41.317", "vùng lõm sóng"],
        **CHAIR_HOA_BAN,
    )


def thong_bao():
    def table(document):
        rows = [
            ("Ngày", "Người tiếp", "Địa điểm"),
            ("02/10/2026", "Ông Hà Đình Khôi, Chủ tịch", "Phòng Tiếp công dân"),
            ("09/10/2026", "Bà Quàng Thị Mây, Phó Chủ tịch", "Nhà văn hóa bản Huổi Tèn"),
            ("16/10/2026", "Ông Hà Đình Khôi, Chủ tịch", "Phòng Tiếp công dân"),
            ("23/10/2026", "Ông Lò Đức Thiện, Phó Chủ tịch", "Nhà văn hóa bản Pá Lau"),
        ]
        document.table([32, 72, 58], rows, aligned="cll")

    return Paper(
        NAM_SON, "TB", "THÔNG BÁO", "129", "TB-UBND", date(2026, 9, 25),
        ["Lịch tiếp công dân tháng 10 năm 2026", "của lãnh đạo Ủy ban nhân dân xã Nậm Sơn"],
        [
            "Ủy ban nhân dân xã Nậm Sơn thông báo lịch tiếp công dân định kỳ tháng 10 năm 2026 như sau:",
            table,
            "Thời gian: buổi sáng từ 7 giờ 30 phút đến 11 giờ 30 phút; buổi chiều từ 13 giờ 30 phút đến 17 giờ 00 phút. Người dân đến phản "
            "ánh mang theo căn cước và tài liệu liên quan.",
            "Riêng buổi tiếp tại các nhà văn hóa bản có công chức địa chính đi cùng để giải đáp về đất đai, tách thửa và ranh giới nương "
            "rẫy. Đề nghị Trưởng các bản thông tin trên loa truyền thanh để nhân dân biết./.",
        ],
        ["Đảng ủy, HĐND xã", "Trưởng các bản", "Đài truyền thanh xã", "Lưu: VT"],
        signer_title=["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], signer="Nguyễn Hải Ninh",
        words=["tiếp công dân", "nương rẫy", "loa truyền thanh", "tách thửa"],
    )


def nghi_quyet_dang_uy():
    return Paper(
        PARTY, "NQ", "NGHỊ QUYẾT", "05", "NQ/ĐU", date(2026, 2, 10),
        ["của Ban Chấp hành Đảng bộ xã về đẩy mạnh chuyển đổi số", "và bảo tồn nghề dệt thổ cẩm giai đoạn 2026 - 2030"],
        [
            "*I. TÌNH HÌNH*",
            "Toàn xã có 1.864 hộ với 8.237 nhân khẩu, gồm bảy dân tộc cùng sinh sống. Những năm qua, hạ tầng số từng bước được đầu tư; nghề "
            "dệt thổ cẩm truyền thống được 143 hộ duy trì, song sản phẩm chưa có thương hiệu, tiêu thụ bấp bênh. Tài liệu lưu trữ của Đảng "
            "ủy các thời kỳ phần lớn còn ở dạng giấy, khó tra cứu.",
            "*II. QUAN ĐIỂM, MỤC TIÊU*",
            "1. Chuyển đổi số phải bắt đầu từ việc có ích cho người dân; lấy sự hài lòng của người dân làm thước đo.",
            "2. Đến hết năm 2030: 100% tài liệu lưu trữ trong phạm vi cho phép được số hóa; 80% hồ sơ được sử dụng lại dữ liệu; xây dựng được "
            "một nhãn hiệu tập thể thổ cẩm Hoa Ban; có ít nhất năm hợp tác xã bán hàng trên môi trường số.",
            "*III. NHIỆM VỤ, GIẢI PHÁP*",
            "1. Các chi bộ đưa nội dung chuyển đổi số vào sinh hoạt thường kỳ; mỗi đảng viên giúp ít nhất hai hộ sử dụng dịch vụ công trực "
            "tuyến.",
            "2. Văn phòng Đảng ủy chủ trì phân loại, chỉnh lý tài liệu; không đưa tài liệu thuộc phạm vi bí mật nhà nước vào diện số hóa.",
            "3. Ủy ban nhân dân xã bố trí quỹ đất xây dựng nhà trưng bày; mở lớp truyền nghề nhuộm chàm cho thanh niên; ghi hình nghệ nhân "
            "để lưu giữ hoa văn cổ.",
            "4. Mặt trận Tổ quốc và các tổ chức chính trị - xã hội giám sát việc thực hiện, kịp thời phản ánh vướng mắc.",
            "*IV. TỔ CHỨC THỰC HIỆN*",
            "Ban Thường vụ Đảng ủy xây dựng kế hoạch, phân công cấp ủy viên phụ trách; sơ kết hằng năm, tổng kết vào cuối nhiệm kỳ. Nghị quyết "
            "này được phổ biến đến các chi bộ, đảng viên.",
        ],
        ["Thường trực Tỉnh ủy (b/c)", "Các chi bộ trực thuộc", "Các đồng chí Đảng ủy viên", "Lưu Văn phòng Đảng ủy"],
        signer_title=["T/M ĐẢNG ỦY", "BÍ THƯ"], signer="Lò Thanh Nghị", party=True,
        words=["thổ cẩm", "nhuộm chàm", "hoa văn cổ", "nhãn hiệu tập thể"],
    )


def to_trinh():
    return Paper(
        CULTURE, "TTr", "TỜ TRÌNH", "31", "TTr-VHXH", date(2026, 4, 6),
        ["Về việc sửa chữa mái nhà đa năng", "Trường Phổ thông dân tộc bán trú Nậm Sơn"],
        [
            "Trận dông lốc đêm 28 tháng 3 năm 2026 đã làm tốc 240 m² mái tôn nhà đa năng của Trường Phổ thông dân tộc bán trú Nậm Sơn, hỏng "
            "hệ thống chiếu sáng và 46 bộ bàn ghế; 312 học sinh phải học thể chất ngoài trời.",
            "Phòng Văn hóa - Xã hội kính trình Ủy ban nhân dân xã xem xét, cho chủ trương sửa chữa với các nội dung sau:",
            "1. Thay mới mái tôn chống nóng, gia cố vì kèo thép, lắp lại dây thu lôi.",
            "2. Kinh phí dự kiến: 97.800.000 đồng từ nguồn dự phòng ngân sách xã năm 2026.",
            "3. Thời gian thi công: 25 ngày, xong trước ngày 30 tháng 5 năm 2026 để phục vụ kỳ thi cuối năm học.",
            "Kính đề nghị Ủy ban nhân dân xã xem xét, quyết định./.",
        ],
        ["Như trên", "Phòng Kinh tế (p/h)", "Lưu: VT"],
        addressed_to="Ủy ban nhân dân xã Nậm Sơn.",
        signer_title=["TRƯỞNG PHÒNG"], signer="Bùi Thu Nga",
        words=["dông lốc", "vì kèo thép", "nhà đa năng", "97.800.000 đồng"],
    )


def giay_moi():
    return Paper(
        HOA_BAN, "GM", "GIẤY MỜI", "88", "GM-UBND", date(2026, 10, 5),
        ["Dự Lễ khánh thành cầu treo Nà Bai"],
        [
            "Ủy ban nhân dân xã Hoa Ban trân trọng kính mời đồng chí tới dự Lễ khánh thành và đưa vào sử dụng cầu treo Nà Bai bắc qua suối Nậm "
            "Hoa, nối bản Nà Bai với trung tâm xã.",
            "*1. Thời gian:* 8 giờ 00 phút, thứ Tư, ngày 14 tháng 10 năm 2026.",
            "*2. Địa điểm:* đầu cầu phía bản Nà Bai, xã Hoa Ban.",
            "*3. Chương trình:* báo cáo quá trình xây dựng; phát biểu của đại biểu nhân dân; cắt băng khánh thành; giao lưu văn nghệ, thi ném "
            "còn và đẩy gậy.",
            "Do đường vào bản đang được mở rộng, đề nghị đại biểu để xe tại sân vận động xã; xe trung chuyển đón từ 7 giờ 15 phút. Đồng chí xác "
            "nhận tham dự với Văn phòng trước ngày 12 tháng 10 năm 2026.",
            "Sự có mặt của đồng chí góp phần vào thành công của buổi lễ. Rất hân hạnh được đón tiếp./.",
        ],
        ["Như trên", "Lưu: VT, VP"],
        addressed_to="Ông Hà Đình Khôi, Chủ tịch UBND xã Nậm Sơn.",
        words=["cầu treo Nà Bai", "suối Nậm Hoa", "ném còn", "xe trung chuyển"],
        **CHAIR_HOA_BAN,
    )


def bien_ban():
    return Paper(
        HOA_BAN, "BB", "BIÊN BẢN", "17", "BB-UBND", date(2026, 6, 19),
        ["Họp bình xét hộ thoát nghèo bản Nà Bai"],
        [
            "Hôm nay, vào hồi 14 giờ 00 phút ngày 19 tháng 6 năm 2026, tại nhà văn hóa bản Nà Bai, xã Hoa Ban tiến hành họp bình xét hộ thoát "
            "nghèo sáu tháng đầu năm 2026.",
            "*I. THÀNH PHẦN*",
            "1. Chủ trì: ông Cầm Bá Thụ, Chủ tịch Ủy ban nhân dân xã.",
            "2. Thư ký: bà Khoàng Thị Nhã, công chức Phòng Văn hóa - Xã hội.",
            "3. Đại diện 58/61 hộ dân trong bản.",
            "*II. NỘI DUNG*",
            "Thư ký đọc danh sách 09 hộ đề nghị xét thoát nghèo. Cuộc họp thảo luận về thu nhập từ trâu bò sinh sản, ao cá và nương dứa của "
            "từng hộ; biểu quyết bằng giơ tay.",
            "Kết quả: 07 hộ đạt trên 50% số phiếu tán thành; 02 hộ đề nghị để lại xét vào cuối năm do nhà ở còn tạm bợ.",
            "Cuộc họp kết thúc vào 16 giờ 30 phút cùng ngày. Biên bản được đọc lại cho mọi người cùng nghe, nhất trí và lập thành hai bản có giá trị "
            "như nhau./.",
        ],
        ["Phòng VHXH", "Lưu: VT"],
        signer_title=["CHỦ TRÌ", "CHỦ TỊCH"], signer="Cầm Bá Thụ",
        words=["bình xét", "nương dứa", "Khoàng Thị Nhã", "trâu bò sinh sản"],
    )


def huong_dan():
    return Paper(
        NAM_SON, "HD", "HƯỚNG DẪN", None, "HD-UBND", None,
        ["Thu gom, phân loại rác thải sinh hoạt tại nguồn"],
        [
            "Để giữ gìn vệ sinh môi trường khu vực chợ và dọc suối Nậm Sơn, Ủy ban nhân dân xã hướng dẫn việc phân loại rác thải sinh hoạt như "
            "sau:",
            "1. Rác hữu cơ (rau, củ, thức ăn thừa) được ủ làm phân bón bằng chế phẩm vi sinh tại vườn nhà.",
            "2. Rác tái chế (chai nhựa, vỏ lon, giấy) giao cho Chi hội Phụ nữ thu gom vào sáng thứ Bảy để gây quỹ “Heo đất nghĩa tình”.",
            "3. Rác nguy hại (pin, bóng đèn, vỏ thuốc trừ sâu) bỏ vào thùng màu vàng đặt tại nhà văn hóa bản.",
            "Hộ vứt rác xuống suối bị nhắc nhở lần đầu; tái phạm thì xử phạt theo quy định. Hướng dẫn này thực hiện từ ngày 01 tháng 9 năm "
            "2026./.",
        ],
        ["Trưởng các bản", "Chi hội Phụ nữ các bản", "Lưu: VT, KT"],
        month_when_blank="tháng 8 năm 2026",
        words=["rác hữu cơ", "Heo đất nghĩa tình", "chế phẩm vi sinh", "thùng màu vàng"],
        **DEPUTY_NAM_SON,
    )


def nghi_quyet_hdnd():
    return Paper(
        COUNCIL, "NQ", "NGHỊ QUYẾT", "09", "NQ-HĐND", date(2025, 12, 18),
        ["Về việc đặt tên đường tại trung tâm xã Hoa Ban"],
        [
            "*Điều 1.* Thông qua việc đặt tên ba tuyến đường tại trung tâm xã Hoa Ban:",
            "1. Đường Hoa Mận: từ cổng chợ phiên đến Trạm Y tế, dài 640 m, mặt đường rộng 7 m.",
            "2. Đường Suối Ngần: từ cầu bê tông đến nhà văn hóa trung tâm, dài 415 m, mặt đường rộng 5,5 m.",
            "3. Đường Đồi Thông: từ trụ sở Công an xã đến Trường Mầm non, dài 380 m, mặt đường rộng 5 m.",
            "*Điều 2.* Giao Ủy ban nhân dân xã tổ chức gắn biển tên đường, đánh số nhà trước ngày 30 tháng 6 năm 2026; Thường trực, các Ban và "
            "đại biểu Hội đồng nhân dân xã giám sát việc thực hiện.",
            "Nghị quyết này đã được Hội đồng nhân dân xã Hoa Ban khóa I, kỳ họp thứ ba thông qua ngày 18 tháng 12 năm 2025 và có hiệu lực từ ngày "
            "01 tháng 01 năm 2026./.",
        ],
        ["HĐND, UBND tỉnh (b/c)", "UBND xã", "Đại biểu HĐND xã", "Lưu: VT"],
        grounds=[
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Xét Tờ trình số 90/TTr-UBND ngày 02 tháng 12 năm 2025 của Ủy ban nhân dân xã; Báo cáo thẩm tra của Ban Kinh tế - Ngân sách; ý kiến "
            "thảo luận của đại biểu tại kỳ họp.",
        ],
        decided_by="HỘI ĐỒNG NHÂN DÂN XÃ HOA BAN",
        signer_title=["CHỦ TỊCH"], signer="Lường Văn Đoan",
        words=["Đường Hoa Mận", "Suối Ngần", "Đồi Thông", "đánh số nhà"],
    )


def chuong_trinh():
    return Paper(
        NAM_SON, "CTr", "CHƯƠNG TRÌNH", "12", "CTr-UBND", date(2026, 2, 3),
        ["Trồng cây phân tán và bảo vệ rừng đầu nguồn", "xã Nậm Sơn năm 2026"],
        [
            "Ủy ban nhân dân xã Nậm Sơn ban hành Chương trình trồng cây phân tán và bảo vệ rừng đầu nguồn năm 2026 với các nội dung sau:",
            "*I. MỤC TIÊU*",
            "1. Trồng mới 18.000 cây gồm lát hoa, giổi xanh và sơn tra; tỷ lệ sống sau sáu tháng đạt từ 85% trở lên.",
            "2. Khoán bảo vệ 1.276 ha rừng đầu nguồn cho cộng đồng bốn bản; không để xảy ra cháy rừng.",
            "*II. NỘI DUNG*",
            "1. Tháng 02: phát động Tết trồng cây tại đồi Pom Khẩu; tiếp nhận cây giống từ vườn ươm của xã.",
            "2. Tháng 3 đến tháng 4: trồng cây dọc đường liên bản, quanh trường học và nghĩa trang.",
            "3. Tháng 5 đến tháng 10: chăm sóc, trồng dặm; tuần tra rừng theo lịch của Tổ bảo vệ rừng.",
            "4. Tháng 11: nghiệm thu, chi trả tiền dịch vụ môi trường rừng qua tài khoản ngân hàng của từng hộ.",
            "*III. TỔ CHỨC THỰC HIỆN*",
            "Phòng Kinh tế chủ trì, phối hợp với Hạt Kiểm lâm khu vực hướng dẫn kỹ thuật; Trưởng các bản lập danh sách hộ nhận cây giống trước "
            "ngày 20 tháng 02 năm 2026; kết quả báo cáo Ủy ban nhân dân xã vào ngày 25 hằng tháng./.",
        ],
        ["Đảng ủy, HĐND xã", "Hạt Kiểm lâm khu vực (p/h)", "Trưởng các bản", "Lưu: VT, KT"],
        words=["giổi xanh", "Pom Khẩu", "dịch vụ môi trường rừng", "vườn ươm"],
        sealed=False,
        **DEPUTY_NAM_SON,
    )


def cong_van_bao_mat():
    """Says 'bảo mật' and 'mật ong' and bears no mark."""
    return Paper(
        HOA_BAN, "CV", None, "734", "UBND-VP", date(2026, 8, 20),
        ["bảo mật tài khoản và quảng bá", "sản phẩm mật ong bạc hà"],
        [
            "Thời gian gần đây, một số hợp tác xã bị chiếm quyền trang bán hàng do đặt mật khẩu quá ngắn. Ủy ban nhân dân xã Hoa Ban đề nghị các "
            "hợp tác xã, hộ kinh doanh thực hiện các nội dung sau:",
            "1. Tăng cường bảo mật tài khoản: đổi mật khẩu ba tháng một lần, bật xác thực hai lớp, không gửi mã xác thực cho người lạ.",
            "2. Hợp tác xã Ong rừng Nậm Hoa cung cấp ảnh, mô tả và phiếu kiểm nghiệm của mật ong bạc hà, mật ong hoa nhãn để đăng trên gian hàng "
            "chung của xã; ghi rõ mật độ, độ ẩm và ngày quay mật.",
            "3. Giữ bí mật thông tin khách hàng, chỉ sử dụng để giao hàng theo quy định về bảo vệ dữ liệu cá nhân.",
            "Đầu mối hướng dẫn: bà Khoàng Thị Nhã, Phòng Văn hóa - Xã hội. Đề nghị các đơn vị triển khai trước ngày 05 tháng 9 năm 2026./.",
        ],
        ["Như trên", "Đoàn Thanh niên xã (p/h)", "Lưu: VT, VP"],
        addressed_to="Các hợp tác xã, hộ kinh doanh trên địa bàn xã.",
        words=["mật ong bạc hà", "xác thực hai lớp", "quay mật", "Ong rừng Nậm Hoa"],
        **CHAIR_HOA_BAN,
    )


FICTION = "Đây là văn bản giả định dùng để thử phần mềm; không có nội dung thật, không thuộc danh mục bí mật nhà nước."


def mat():
    return Paper(
        NAM_SON, "BC", "BÁO CÁO", "03", "BC-UBND", date(2026, 7, 2),
        ["Tình hình giả định phục vụ kiểm thử", "(văn bản không có thật)"],
        [
            FICTION,
            "1. Dấu chỉ mức độ mật ở đầu trang được vẽ bằng máy để kiểm tra việc phát hiện và giữ lại tệp quét.",
            "2. Phần mềm phải dừng xử lý, không lưu chữ, không tạo ảnh thu nhỏ, chỉ ghi lại mã băm, thời gian, số trang và mức độ của dấu.",
            "3. Người được giao nhiệm vụ xem lại tệp và quyết định theo quy định./.",
        ],
        ["Chủ tịch UBND xã", "Lưu: VT"],
        words=[], mark="mat", **CHAIR_NAM_SON,
    )


def tuyet_mat():
    return Paper(
        HOA_BAN, "KH", "KẾ HOẠCH", "01", "KH-UBND", date(2026, 6, 11),
        ["Diễn tập giả định phục vụ kiểm thử", "(văn bản không có thật)"],
        [
            FICTION,
            "1. Dấu chỉ mức độ mật được in đen, tờ giấy được quét đen trắng, như bản sao của một bản sao.",
            "2. Không có màu đỏ để dựa vào: chỉ còn khung kép, chữ in hoa đậm và vị trí của dấu.",
            "3. Nếu còn nghi ngờ, phần mềm giữ tệp lại để người có trách nhiệm xem xét./.",
        ],
        ["Chủ tịch UBND xã", "Lưu: VT"],
        words=[], mark="tuyet_mat", mark_colour=BLACK, **CHAIR_HOA_BAN,
    )


def toi_mat():
    return Paper(
        NAM_SON, "CV", None, "02", "UBND-VP", date(2026, 4, 24),
        ["phối hợp diễn tập giả định", "phục vụ kiểm thử phần mềm"],
        [
            FICTION,
            "1. Dấu nằm dưới trích yếu công văn, được quét xám nên màu đỏ thành màu ghi.",
            "2. Tệp này phải được giữ lại, không đưa vào kho và không tìm thấy được bằng tra cứu./.",
        ],
        ["Như trên", "Lưu: VT"],
        addressed_to="Đơn vị kiểm thử.",
        words=[], mark="toi_mat", **DEPUTY_NAM_SON,
    )


def batch_first():
    return Paper(
        NAM_SON, "CV", None, "745", "UBND-VHXH", date(2026, 6, 2),
        ["rà soát người có công", "và thân nhân liệt sĩ"],
        [
            "Chuẩn bị cho các hoạt động kỷ niệm ngày 27 tháng 7, Ủy ban nhân dân xã Nậm Sơn đề nghị Trưởng các bản:",
            "1. Rà soát người có công, thân nhân liệt sĩ đang sinh sống tại bản; đối chiếu họ tên, năm sinh với danh sách chi trả trợ cấp tháng 5.",
            "2. Ghi rõ tình trạng nhà ở, nhu cầu sửa chữa bể nước, thay mái fibrô xi măng; chụp ảnh bia mộ tại nghĩa trang bản để làm lại tên bị mờ.",
            "3. Gửi kết quả về Phòng Văn hóa - Xã hội trước ngày 20 tháng 6 năm 2026./.",
        ],
        ["Như trên", "Hội Cựu chiến binh xã", "Lưu: VT, VHXH"],
        addressed_to="Trưởng các bản.",
        words=["thân nhân liệt sĩ", "fibrô xi măng", "bia mộ", "Hội Cựu chiến binh"],
        **DEPUTY_NAM_SON,
    )


def batch_second():
    return Paper(
        NAM_SON, "QĐ", "QUYẾT ĐỊNH", "406", "QĐ-UBND", date(2026, 6, 15),
        ["Về việc tặng Giấy khen cho đội bóng chuyền nữ", "bản Co Muông"],
        [
            "*Điều 1.* Tặng Giấy khen cho đội bóng chuyền nữ bản Co Muông đã đoạt giải Nhất Hội thao các dân tộc xã Nậm Sơn năm 2026.",
            "*Điều 2.* Mức thưởng kèm theo Giấy khen là 2.500.000 đồng, chi từ quỹ thi đua, khen thưởng của xã.",
            "*Điều 3.* Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Phòng Kinh tế và đội bóng chuyền nữ bản Co Muông chịu trách nhiệm thi hành "
            "Quyết định này./.",
        ],
        ["Như Điều 3", "Lưu: VT, VHXH"],
        grounds=[
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            "Theo đề nghị của Ban Tổ chức Hội thao các dân tộc xã Nậm Sơn.",
        ],
        decided_by="CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NẬM SƠN",
        signer_title=["CHỦ TỊCH"], signer="Hà Đình Khôi",
        words=["bóng chuyền nữ", "giải Nhất", "Hội thao các dân tộc"],
    )


# --- papers of procedures ------------------------------------------------------------------------------------------------

FATHER = Person("Vàng A Sình", "Nam", date(1995, 3, 12), "004127")
MOTHER = Person("Lường Thị Mai", "Nữ", date(1998, 11, 5), "006380")
CHILD = Person("Vàng Minh Quân", "Nam", date(2026, 9, 28), "001952")
BRIDE = Person("Lù Thị Dung", "Nữ", date(2002, 7, 19), "003316")
GROOM = Person("Điêu Chính Hiệp", "Nam", date(1999, 1, 30), "008041")
DECEASED = Person("Tòng Văn Ín", "Nam", date(1941, 8, 2), "000764")
DAUGHTER = Person("Tòng Thị Phương", "Nữ", date(1969, 4, 23), "002295")
VILLAGER = Person("Mùa Thị Xua", "Nữ", date(1987, 12, 9), "005518")

CASE_BIRTH = "H35.88.73-261012-0231"
CASE_SINGLE = "H35.88.73-261019-0245"
CASE_DEATH = "H35.88.73-261006-0219"

COMMUNE = "Ủy ban nhân dân xã Nậm Sơn"
REGISTRAR = "Hà Đình Khôi"
RIGHT_HAND = RIGHT_COLUMN
LEFT_HAND = LEFT + 0.24 * MEASURE

UNITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def in_words(number):
    """1 to 99, as dates are spelled out on civil-status papers."""
    tens, units = divmod(number, 10)
    if tens == 0:
        return UNITS[units]
    start = "mười" if tens == 1 else f"{UNITS[tens]} mươi"
    if units == 0:
        return start
    return start + " " + ("lăm" if units == 5 else "mốt" if units == 1 and tens > 1 else UNITS[units])


def date_in_words(day):
    century = {19: "một nghìn chín trăm", 20: "hai nghìn không trăm"}[day.year // 100]
    rest = day.year % 100
    year = f"{century} linh {UNITS[rest]}" if 0 < rest < 10 else f"{century} {in_words(rest)}"
    return f"Ngày {in_words(day.day)}, tháng {in_words(day.month)}, năm {year}"


def short(day):
    return f"{day.day:02}/{day.month:02}/{day.year}"


def giay_khai_sinh():
    return Form(
        "giay_khai_sinh", "GIẤY KHAI SINH", "Nậm Sơn", number="79", number_line="Số: 79/2026",
        agency=f"{COMMUNE}, tỉnh Vân Lĩnh", issued_on=date(2026, 10, 14), date_line=False,
        rows=[
            f"Họ, chữ đệm, tên: *{CHILD.name.upper()}*",
            f"Ngày, tháng, năm sinh: {short(CHILD.born_on)} ghi bằng chữ: {date_in_words(CHILD.born_on)}",
            f"Giới tính: {CHILD.sex}{GAP}Dân tộc: Mông{GAP}Quốc tịch: Việt Nam",
            "Nơi sinh: Trung tâm Y tế khu vực Nậm Sơn, tỉnh Vân Lĩnh",
            "Quê quán: xã Nậm Sơn, tỉnh Vân Lĩnh",
            f"Số định danh cá nhân: {CHILD.id_number}",
            f"Họ, chữ đệm, tên người mẹ: *{MOTHER.name.upper()}*",
            f"Năm sinh: {MOTHER.born_on.year}{GAP}Dân tộc: Thái{GAP}Quốc tịch: Việt Nam",
            "Nơi cư trú: bản Huổi Tèn, xã Nậm Sơn, tỉnh Vân Lĩnh",
            f"Họ, chữ đệm, tên người cha: *{FATHER.name.upper()}*",
            f"Năm sinh: {FATHER.born_on.year}{GAP}Dân tộc: Mông{GAP}Quốc tịch: Việt Nam",
            "Nơi cư trú: bản Huổi Tèn, xã Nậm Sơn, tỉnh Vân Lĩnh",
            f"Họ, chữ đệm, tên người đi khai sinh: {FATHER.name.upper()}",
            f"Giấy tờ tùy thân: Căn cước số {FATHER.id_number}",
            f"Nơi đăng ký khai sinh: {COMMUNE}, tỉnh Vân Lĩnh",
            "Ngày, tháng, năm đăng ký: 14/10/2026",
        ],
        signatures=[(RIGHT_HAND, ["NGƯỜI KÝ GIẤY KHAI SINH", "CHỦ TỊCH"], REGISTRAR, NAM_SON.seal)],
        signer=REGISTRAR,
        persons=[(CHILD, ("id", "born", "sex")), (MOTHER, ()), (FATHER, ("id",))],
        words=["Vàng Minh Quân", "Lường Thị Mai", "Trung tâm Y tế khu vực Nậm Sơn"],
    )


def to_khai_khai_sinh():
    return Form(
        "to_khai_khai_sinh", "TỜ KHAI ĐĂNG KÝ KHAI SINH", "Nậm Sơn", issued_on=date(2026, 10, 12),
        agency=COMMUNE, addressed_to=COMMUNE,
        rows=[
            f"Họ, chữ đệm, tên người yêu cầu: {FATHER.name.upper()}",
            "Nơi cư trú: bản Huổi Tèn, xã Nậm Sơn, tỉnh Vân Lĩnh",
            f"Giấy tờ tùy thân: Căn cước số {FATHER.id_number}",
            "Quan hệ với người được khai sinh: Bố đẻ",
            "*Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:*",
            f"Họ, chữ đệm, tên: {CHILD.name.upper()}",
            f"Ngày, tháng, năm sinh: {short(CHILD.born_on)}",
            f"Ghi bằng chữ: {date_in_words(CHILD.born_on)}",
            f"Giới tính: {CHILD.sex}{GAP}Dân tộc: Mông{GAP}Quốc tịch: Việt Nam",
            "Nơi sinh: Trung tâm Y tế khu vực Nậm Sơn, tỉnh Vân Lĩnh",
            "Quê quán: xã Nậm Sơn, tỉnh Vân Lĩnh",
            f"*Họ, chữ đệm, tên người mẹ:* {MOTHER.name.upper()}",
            f"Năm sinh: {MOTHER.born_on.year}; Dân tộc: Thái; Quốc tịch: Việt Nam",
            f"Số định danh cá nhân: {MOTHER.id_number}",
            f"*Họ, chữ đệm, tên người cha:* {FATHER.name.upper()}",
            f"Năm sinh: {FATHER.born_on.year}; Dân tộc: Mông; Quốc tịch: Việt Nam",
            "Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận nhất trí của các bên liên quan "
            "theo quy định pháp luật.",
        ],
        signatures=[(RIGHT_HAND, ["Người yêu cầu", "(Ký, ghi rõ họ, chữ đệm, tên)"], FATHER.name, None)],
        signer=FATHER.name,
        persons=[(CHILD, ("born", "sex")), (MOTHER, ("id",)), (FATHER, ("id",))],
        words=["Bố đẻ", "Huổi Tèn", "Vàng A Sình"],
    )


def trich_luc_khai_tu():
    return Form(
        "trich_luc_khai_tu", "TRÍCH LỤC KHAI TỬ", "Nậm Sơn", number="16", symbol="TLKT-BS", number_line="Số: 16/TLKT-BS",
        header=("TỈNH VÂN LĨNH", ("ỦY BAN NHÂN DÂN", "XÃ NẬM SƠN")), subtitle="(Bản sao)", issued_on=date(2026, 10, 8),
        rows=[
            f"Họ, chữ đệm, tên: *{DECEASED.name.upper()}*",
            f"Ngày, tháng, năm sinh: {short(DECEASED.born_on)}",
            f"Giới tính: {DECEASED.sex}{GAP}Dân tộc: Thái{GAP}Quốc tịch: Việt Nam",
            f"Số định danh cá nhân: {DECEASED.id_number}",
            "Đã chết vào lúc: 04 giờ 20 phút, ngày 03 tháng 10 năm 2026",
            f"Ghi bằng chữ: {date_in_words(date(2026, 10, 3))}",
            "Nơi chết: tại nhà riêng, bản Nà Khoang, xã Nậm Sơn, tỉnh Vân Lĩnh",
            "Nguyên nhân chết: Tuổi già",
            f"Đăng ký khai tử tại: {COMMUNE}, tỉnh Vân Lĩnh",
            "Số: 16/2026 ngày 08 tháng 10 năm 2026",
        ],
        signatures=[(RIGHT_HAND, ["NGƯỜI KÝ TRÍCH LỤC", "PHÓ CHỦ TỊCH"], "Quàng Thị Mây", NAM_SON.seal)],
        signer="Quàng Thị Mây",
        persons=[(DECEASED, ("id", "born", "sex"))],
        words=["Tòng Văn Ín", "Tuổi già", "04 giờ 20 phút"],
    )


def xac_nhan_hon_nhan():
    return Form(
        "xac_nhan_hon_nhan", "GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN", "Nậm Sơn", number="54", symbol="UBND-XNTTHN",
        number_line="Số: 54/UBND-XNTTHN", header=("TỈNH VÂN LĨNH", ("ỦY BAN NHÂN DÂN", "XÃ NẬM SƠN")), issued_on=date(2026, 10, 21),
        rows=[
            f"Xét đề nghị của bà {BRIDE.name} về việc cấp Giấy xác nhận tình trạng hôn nhân,",
            lambda document: document.centred("XÁC NHẬN:", CENTRE, 13.5, "b"),
            f"Họ, chữ đệm, tên: *{BRIDE.name.upper()}*",
            f"Ngày, tháng, năm sinh: {short(BRIDE.born_on)}",
            f"Giới tính: {BRIDE.sex}{GAP}Dân tộc: Lự{GAP}Quốc tịch: Việt Nam",
            f"Giấy tờ tùy thân: Căn cước số {BRIDE.id_number}",
            "Nơi cư trú: bản Co Muông, xã Nậm Sơn, tỉnh Vân Lĩnh",
            "Tình trạng hôn nhân: Hiện tại chưa đăng ký kết hôn với ai",
            f"Giấy này được cấp để: làm thủ tục đăng ký kết hôn với ông {GROOM.name}, sinh ngày {short(GROOM.born_on)}, căn cước số "
            f"{GROOM.id_number}, nơi cư trú: bản Nà Bai, xã Hoa Ban, tỉnh Vân Lĩnh.",
            "Giấy này có giá trị sử dụng trong thời hạn 6 tháng kể từ ngày cấp.",
        ],
        signatures=[(RIGHT_HAND, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Quàng Thị Mây", NAM_SON.seal)],
        signer="Quàng Thị Mây",
        persons=[(BRIDE, ("id", "born", "sex")), (GROOM, ("id", "born"))],
        words=["chưa đăng ký kết hôn", "Lù Thị Dung", "Điêu Chính Hiệp"],
    )


def bien_nhan():
    return Form(
        "bien_nhan", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "Nậm Sơn", number="231", symbol="TNHS", number_line="Số: 231/TNHS",
        header=("UBND XÃ NẬM SƠN", ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG")), issued_on=date(2026, 10, 12),
        subject="Đăng ký khai sinh", case_code=CASE_BIRTH, qr=True,
        rows=[
            f"Trung tâm Phục vụ hành chính công xã Nậm Sơn tiếp nhận hồ sơ của: *{FATHER.name.upper()}*",
            f"Số định danh cá nhân: {FATHER.id_number}",
            "Địa chỉ: bản Huổi Tèn, xã Nậm Sơn, tỉnh Vân Lĩnh",
            "Nội dung yêu cầu giải quyết: Đăng ký khai sinh",
            "Mã thủ tục: 1.001193",
            "Thành phần hồ sơ nộp gồm:",
            "1. Tờ khai đăng ký khai sinh (01 bản chính).",
            "2. Giấy chứng sinh (01 bản chính).",
            "3. Căn cước của người yêu cầu (xuất trình, không thu bản sao).",
            "Thời gian giải quyết hồ sơ theo quy định: 01 ngày làm việc",
            "Thời gian nhận hồ sơ: 09 giờ 15 phút, ngày 12/10/2026",
            "Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 14/10/2026",
            "Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công xã",
        ],
        signatures=[
            (LEFT_HAND, ["NGƯỜI NỘP HỒ SƠ", "(Ký, ghi rõ họ tên)"], FATHER.name, None),
            (RIGHT_HAND, ["NGƯỜI TIẾP NHẬN HỒ SƠ", "(Ký, ghi rõ họ tên)"], "Đèo Hương Ly", None),
        ],
        signer="Đèo Hương Ly",
        persons=[(FATHER, ("id",))],
        words=["xuất trình", "Giấy chứng sinh", "Đèo Hương Ly"],
    )


def to_khai_khai_tu():
    return Form(
        "to_khai_khai_tu", "TỜ KHAI ĐĂNG KÝ KHAI TỬ", "Nậm Sơn", issued_on=date(2026, 10, 6), agency=COMMUNE, addressed_to=COMMUNE,
        rows=[
            f"Họ, chữ đệm, tên người yêu cầu: {DAUGHTER.name.upper()}",
            "Nơi cư trú: bản Nà Khoang, xã Nậm Sơn, tỉnh Vân Lĩnh",
            f"Giấy tờ tùy thân: Căn cước số {DAUGHTER.id_number}",
            "Quan hệ với người đã chết: Con gái",
            "*Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây:*",
            f"Họ, chữ đệm, tên: {DECEASED.name.upper()}",
            f"Ngày, tháng, năm sinh: {short(DECEASED.born_on)}",
            f"Giới tính: {DECEASED.sex}{GAP}Dân tộc: Thái{GAP}Quốc tịch: Việt Nam",
            f"Số định danh cá nhân: {DECEASED.id_number}",
            "Đã chết vào lúc: 04 giờ 20 phút, ngày 03 tháng 10 năm 2026",
            "Nơi chết: tại nhà riêng, bản Nà Khoang, xã Nậm Sơn, tỉnh Vân Lĩnh",
            "Nguyên nhân chết: Tuổi già",
            "Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.",
        ],
        signatures=[(RIGHT_HAND, ["Người yêu cầu", "(Ký, ghi rõ họ, chữ đệm, tên)"], DAUGHTER.name, None)],
        signer=DAUGHTER.name,
        persons=[(DECEASED, ("id", "born", "sex")), (DAUGHTER, ("id",))],
        words=["Tòng Thị Phương", "Con gái", "Nà Khoang"],
    )


def don_xac_nhan():
    return Form(
        "don_xac_nhan", "ĐƠN XIN XÁC NHẬN", "Nậm Sơn", subtitle="(Về việc xác nhận thông tin về cư trú)", issued_on=date(2026, 10, 20),
        agency=COMMUNE, addressed_to=COMMUNE,
        rows=[
            f"Tôi tên là: {VILLAGER.name.upper()}",
            f"Sinh ngày: {short(VILLAGER.born_on)}{GAP}Giới tính: {VILLAGER.sex}",
            f"Số định danh cá nhân: {VILLAGER.id_number}",
            "Nơi thường trú: bản Pá Lau, xã Nậm Sơn, tỉnh Vân Lĩnh",
            "Tôi làm đơn này kính đề nghị Ủy ban nhân dân xã xác nhận gia đình tôi sinh sống ổn định tại bản Pá Lau từ năm 2009 đến nay để bổ "
            "sung hồ sơ vay vốn nuôi dê tại Ngân hàng Chính sách xã hội.",
            "Tôi xin chân thành cảm ơn.",
        ],
        signatures=[
            (LEFT_HAND, ["XÁC NHẬN CỦA TRƯỞNG BẢN"], "Lường Văn Cánh", None),
            (RIGHT_HAND, ["Người làm đơn"], VILLAGER.name, None),
        ],
        signer=VILLAGER.name,
        persons=[(VILLAGER, ("id", "born", "sex"))],
        words=["Mùa Thị Xua", "vay vốn nuôi dê", "Ngân hàng Chính sách xã hội"],
    )
