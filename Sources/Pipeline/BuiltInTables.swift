/// The tables that ship, for where the folder of pipelines holds none: the same text as in the checkout, which a test holds.
enum BuiltInTables {
    static let procedures = """
        # Bảng thủ tục hành chính: thành phần hồ sơ, giấy tờ nào thay được, dùng được bao lâu.
        # Đây là cấu hình, không phải văn bản pháp luật: hãy đối chiếu với quyết định công bố thủ tục đang áp dụng ở địa phương rồi sửa cho đúng.
        #
        # Đã đối chiếu tháng 11/2026. Không truy cập trực tiếp Cổng Dịch vụ công quốc gia và cơ sở dữ liệu văn bản, chỉ xem các bản chép công khai:
        #   [1] dữ liệu của Cổng do VoidKeishi/OpenGOV chép ngày 18/7/2026: mã và tên của cả mười thủ tục; thành phần, kết quả của sáu thủ tục
        #   [2] dữ liệu của Cổng do hongdienvbhp/BangNiemYetVinhBao chép tháng 9/2026: 1.001193 (trùng với [1]) và 2.000815
        #   [3] Bộ pháp điển, diepxuan/diepxuan.github.io chép ngày 13/5/2026: Luật Hộ tịch, NĐ 23/2015, NĐ 20/2021 (chưa cập nhật hết các sửa đổi)
        #   [4] NĐ 123/2015/NĐ-CP (bản gốc, chưa hợp nhất) và NĐ 07/2025/NĐ-CP sửa nghị định ấy, baoduy23/vn-admin-qa-retrieval chép tháng 10/2026
        #   [5] điều luật trích trong bài của thuvienphapluat.vn, tnt305/tai_lieu_noi_bo chép tháng 12/2025
        # CHƯA đối chiếu: toàn văn NĐ 18/2026/NĐ-CP (mới xem tin báo chí ngày 16/01/2026: Điều 13 sửa NĐ 123/2015/NĐ-CP, giấy tờ tùy thân được tra cứu),
        # NQ 66.7/2025/NQ-CP, NĐ 280/2025/NĐ-CP, NĐ 58/2026/NĐ-CP (chỉ biết Cổng nêu làm căn cứ); những gì thay đổi sau ngày các bản chép; thành phần của
        # 2.000884, 1.001776, 1.012812 trên Cổng; quy định riêng của tỉnh. Giấy tờ chỉ cần trong vài trường hợp (ủy quyền, mang thai hộ, trẻ bị bỏ rơi,
        # chứng minh nơi cư trú, người nước ngoài) không liệt kê hết. Mã 1.003554 của hòa giải tranh chấp đất đai trong bản trước: không thấy ở đâu.
        #
        #   code        mã thủ tục, không kèm mã cơ quan
        #   name        tên, có thể gọn hơn trên Cổng
        #   source      căn cứ, và đã đối chiếu với bản chép nào ở trên
        #   result      mẫu giấy tờ kết quả; [] khi không có giấy kết quả được số hóa. Văn bản hành chính phải kèm loại, như trong types.yaml: van_ban/TB,
        #               van_ban/QĐ; giấy mời, hợp đồng... trong cùng hồ sơ khi đó là thành phần. Giấy ban hành trước ngày tiếp nhận không là kết quả.
        #               Sổ hồ sơ không ghi có cần kết quả không thì theo đây: có mẫu là cần, [] là không cần; chưa rõ thì bỏ hẳn khóa này.
        #   components  code, name, forms (mẫu giấy tờ thay được, như trong forms.yaml), required (mặc định true),
        #               reuse: allowed | never (lập riêng cho hồ sơ này) | shown (chỉ xuất trình, không lưu),
        #               valid_months: số tháng có giá trị kể từ ngày cấp (bỏ trống: không có thời hạn)

        - code: "1.001193"
          name: Đăng ký khai sinh
          source: "Luật Hộ tịch 2014, Điều 16 khoản 1; NĐ 123/2015/NĐ-CP, Điều 2 và 9. Từ 09/01/2025 không đòi giấy chứng nhận kết hôn của cha mẹ, cơ quan tự tra cứu (NĐ 07/2025/NĐ-CP, Điều 2 khoản 5). QĐ 163/QĐ-BTP ngày 16/01/2026. Đối chiếu [1] [2] [3] [4] [5]."
          result: [giay_khai_sinh, trich_luc_khai_sinh]
          components:
            - { code: to_khai_khai_sinh, name: Tờ khai đăng ký khai sinh, forms: [to_khai_khai_sinh, to_khai], reuse: never }
            - { code: giay_chung_sinh, name: Giấy chứng sinh hoặc giấy tờ thay giấy chứng sinh, forms: [giay_chung_sinh] }
            - { code: giay_chung_nhan_ket_hon, name: "Giấy chứng nhận kết hôn của cha mẹ, khi không tra cứu được", forms: [giay_chung_nhan_ket_hon, trich_luc_ket_hon], required: false }
            - { code: cccd, name: Giấy tờ tùy thân của người đi đăng ký, forms: [cccd], required: false, reuse: shown }

        - code: "1.000894"
          name: Đăng ký kết hôn
          source: "Luật Hộ tịch 2014, Điều 18; NĐ 123/2015/NĐ-CP, Điều 2, 10 và 23. Từ 09/01/2025 UBND xã tự tra cứu tình trạng hôn nhân, giấy xác nhận do xã cấp không còn dùng để kết hôn trong nước (NĐ 07/2025/NĐ-CP, Điều 2 khoản 7 và 10); chỉ còn giấy của Cơ quan đại diện (Điều 10 khoản 2; Cổng không nêu ở thủ tục này). Thời hạn 6 tháng: Điều 23 khoản 1, NĐ 07/2025/NĐ-CP không sửa. QĐ 163/QĐ-BTP ngày 16/01/2026. Đối chiếu [1] [3] [4] [5]."
          result: [giay_chung_nhan_ket_hon, trich_luc_ket_hon]
          components:
            - { code: to_khai_ket_hon, name: Tờ khai đăng ký kết hôn, forms: [to_khai_ket_hon, to_khai], reuse: never }
            - { code: xac_nhan_hon_nhan, name: "Giấy xác nhận tình trạng hôn nhân do Cơ quan đại diện cấp, của người ở nước ngoài có thời hạn", forms: [xac_nhan_hon_nhan], required: false, valid_months: 6 }
            - { code: cccd, name: Giấy tờ tùy thân của hai bên, forms: [cccd], required: false, reuse: shown }

        - code: "1.000656"
          name: Đăng ký khai tử
          source: "Luật Hộ tịch 2014, Điều 34 khoản 1; NĐ 123/2015/NĐ-CP, Điều 2 và Điều 4 khoản 2. Giấy chứng tử là tên trước năm 2016. QĐ 163/QĐ-BTP ngày 16/01/2026. Đối chiếu [1] [3] [4]."
          result: [trich_luc_khai_tu, giay_chung_tu]
          components:
            - { code: to_khai_khai_tu, name: Tờ khai đăng ký khai tử, forms: [to_khai_khai_tu, to_khai], reuse: never }
            - { code: giay_bao_tu, name: Giấy báo tử hoặc giấy tờ thay giấy báo tử, forms: [giay_bao_tu] }
            - { code: cccd, name: Giấy tờ tùy thân của người đi đăng ký, forms: [cccd], required: false, reuse: shown }

        - code: "1.004873"
          name: Cấp Giấy xác nhận tình trạng hôn nhân
          source: "NĐ 123/2015/NĐ-CP, Điều 21 đến 23. Người đã ly hôn hoặc có vợ, chồng đã chết chỉ khai thông tin giấy tờ, cơ quan tự tra cứu. QĐ 163/QĐ-BTP ngày 16/01/2026. Đối chiếu [1] [4]."
          result: [xac_nhan_hon_nhan]
          components:
            - { code: to_khai_xac_nhan, name: Tờ khai cấp giấy xác nhận tình trạng hôn nhân, forms: [to_khai], reuse: never }
            - { code: giay_to_ly_hon, name: "Trích lục ghi chú ly hôn hoặc giấy tờ vợ, chồng đã chết, khi không tra cứu được", forms: [trich_luc, trich_luc_khai_tu, giay_chung_tu], required: false }
            - { code: cccd, name: Giấy tờ tùy thân, forms: [cccd], required: false, reuse: shown }

        - code: "2.000635"
          name: Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh
          source: "Luật Hộ tịch 2014, Điều 63 và 64; NĐ 123/2015/NĐ-CP, Điều 2. QĐ 163/QĐ-BTP ngày 16/01/2026. Đối chiếu [1] [3] [4]."
          result: [trich_luc, trich_luc_khai_sinh, trich_luc_khai_tu, trich_luc_ket_hon, giay_khai_sinh]
          components:
            - { code: to_khai_trich_luc, name: Tờ khai cấp bản sao trích lục hộ tịch, forms: [to_khai], reuse: never }
            - { code: cccd, name: Giấy tờ tùy thân, forms: [cccd], required: false, reuse: shown }

        - code: "2.000815"
          name: Chứng thực bản sao từ bản chính
          source: "NĐ 23/2015/NĐ-CP, Điều 20 khoản 1 và 2: xuất trình bản chính, không lưu. QĐ 3152/QĐ-BTP ngày 31/10/2025. Tên và mã theo [1], thành phần theo [2], điều khoản theo [3]."
          result: []
          components:
            - { code: ban_chinh, name: Bản chính giấy tờ cần chứng thực, forms: [], reuse: shown }

        - code: "2.000884"
          name: Chứng thực chữ ký trong giấy tờ, văn bản
          source: "NĐ 23/2015/NĐ-CP, Điều 24 khoản 1 (sửa bởi NĐ 07/2025/NĐ-CP). Tên và mã theo [1], thành phần theo điều luật [3], chưa xem trên Cổng."
          result: []
          components:
            - { code: giay_to_ky, name: "Giấy tờ, văn bản sẽ ký", forms: [don_xac_nhan, don_de_nghi, to_khai], reuse: never }
            - { code: cccd, name: Giấy tờ tùy thân còn giá trị, forms: [cccd], reuse: shown }

        - code: "1.004222"
          name: Đăng ký thường trú
          source: "Luật Cư trú 2020, Điều 20 và 21; NĐ 154/2024/NĐ-CP, Điều 5 và 6; công an xã giải quyết. Chỗ ở và quan hệ được tra cứu trước, không tra cứu được mới xuất trình giấy tờ. QĐ 1523/QĐ-BCA-C06 ngày 26/3/2026. Kết quả: thông báo kết quả giải quyết thủ tục về cư trú (CT08), theo [1]. Đối chiếu [1] [5]."
          result: [van_ban/TB]
          components:
            - { code: to_khai_cu_tru, name: "Tờ khai thay đổi thông tin cư trú (CT01, CT02)", forms: [to_khai], reuse: never }
            - { code: cho_o_hop_phap, name: "Giấy tờ chứng minh chỗ ở hợp pháp, khi không tra cứu được", forms: [giay_chung_nhan_qsdd], required: false }
            - { code: quan_he_nhan_than, name: "Giấy tờ chứng minh quan hệ nhân thân, khi không tra cứu được", forms: [giay_khai_sinh, trich_luc_khai_sinh, giay_chung_nhan_ket_hon, trich_luc_ket_hon], required: false }

        - code: "1.001776"
          name: Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng
          source: "NĐ 20/2021/NĐ-CP, Điều 7 (chỉ tờ khai) và Điều 8 khoản 1 điểm a (giấy tờ xuất trình tùy đối tượng). Tên và mã theo [1], thành phần theo điều luật [3], chưa xem trên Cổng và chưa xem các sửa đổi; trợ cấp hưu trí xã hội nay là thủ tục khác (1.014027). Kết quả: quyết định của chủ tịch UBND (Điều 8), chưa xem trên Cổng."
          result: [van_ban/QĐ]
          components:
            - { code: to_khai_tro_cap, name: "Tờ khai đề nghị trợ giúp xã hội, nhận chăm sóc, nuôi dưỡng", forms: [to_khai], reuse: never }
            - { code: giay_khai_sinh, name: "Giấy khai sinh của trẻ em (xuất trình)", forms: [giay_khai_sinh, trich_luc_khai_sinh], required: false }
            - { code: xac_nhan_khuyet_tat, name: "Giấy xác nhận khuyết tật (xuất trình)", forms: [giay_xac_nhan_khuyet_tat], required: false }
            - { code: cccd, name: Giấy tờ tùy thân, forms: [cccd], required: false, reuse: shown }

        - code: "1.012812"
          name: Hòa giải tranh chấp đất đai
          source: "Luật Đất đai 2024, Điều 235 khoản 2; NĐ 102/2024/NĐ-CP, Điều 105. Tên và mã theo [1], điều luật theo [5]; thành phần theo bản tóm tắt QĐ 2228/QĐ-UBND (phamhungVpdklk/TTHC-2228), nguồn thứ cấp, chưa xem trên Cổng. Kết quả: biên bản hòa giải (Điều 235 khoản 2)."
          result: [van_ban/BB]
          components:
            - { code: don_hoa_giai, name: Đơn yêu cầu hòa giải, forms: [don_de_nghi], reuse: never }
            - { code: giay_chung_nhan_qsdd, name: Giấy tờ liên quan đến việc sử dụng đất, forms: [giay_chung_nhan_qsdd], required: false }

        """

    static let routing = """
        # Gợi ý đơn vị phụ trách giấy tờ mới. Quy tắc đứng trước thắng; mọi điều kiện có ghi đều phải đúng.
        # Người dùng đổi được bằng sohoa route set; việc đổi được ghi vết.
        #
        #   unit        đơn vị phụ trách
        #   types       mã loại văn bản: KH, CV, …
        #   procedures  mã thủ tục
        #   forms       mẫu giấy tờ
        #   words       từ trong trích yếu, có dấu hay không đều khớp; một từ là đủ

        - { unit: Tư pháp - Hộ tịch, procedures: ["1.001193", "1.000894", "1.000656", "1.004873", "2.000635", "2.000815", "2.000884"] }
        - { unit: Tư pháp - Hộ tịch, forms: [to_khai_khai_sinh, to_khai_ket_hon, to_khai_khai_tu, giay_khai_sinh, giay_chung_nhan_ket_hon, xac_nhan_hon_nhan, trich_luc, trich_luc_khai_sinh, trich_luc_khai_tu] }
        - { unit: Công an xã, procedures: ["1.004222"] }
        - { unit: Văn hóa - Xã hội, procedures: ["1.001776"] }
        - { unit: Kinh tế, procedures: ["1.012812"] }
        - { unit: Kinh tế, forms: [giay_chung_nhan_qsdd] }
        - { unit: Kinh tế, words: [đất đai, quy hoạch, xây dựng, giao thông, trồng cây, bảo vệ rừng, nông nghiệp, ngân sách] }
        - { unit: Văn hóa - Xã hội, words: [chuyển đổi số, người có công, liệt sĩ, khen thưởng, hội thao, giáo dục, y tế, giảm nghèo] }
        - { unit: Văn phòng, types: [CV, TB, GM, KH, BC] }

        """
}
