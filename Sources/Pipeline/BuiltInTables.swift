/// The tables that ship, for where the folder of pipelines holds none: the same text as in the checkout, which a test holds.
enum BuiltInTables {
    static let procedures = """
        # Bảng thủ tục hành chính: thành phần hồ sơ, giấy tờ nào thay được, dùng được bao lâu.
        # Đây là cấu hình, không phải văn bản pháp luật: hãy đối chiếu với quyết định công bố thủ tục đang áp dụng ở địa phương rồi sửa cho đúng.
        #
        #   code        mã thủ tục, không kèm mã cơ quan
        #   source      căn cứ. CHƯA đối chiếu với văn bản và với Cổng Dịch vụ công quốc gia: các điều khoản và thành phần. Mã thủ tục chỉ mới
        #               thấy khớp ở nguồn công khai thứ cấp (cổng của xã, phần mềm mở), riêng 1.003554 chưa thấy ở đâu; mã có thể đã đổi sau
        #               01/7/2025. Thời hạn 6 tháng của giấy xác nhận tình trạng hôn nhân: theo bản đăng lại của TT 04/2020/TT-BTP
        #   result      mẫu giấy tờ kết quả; [] khi không có giấy kết quả được số hóa
        #   components  code, name, forms (mẫu giấy tờ thay được), required (mặc định true),
        #               reuse: allowed | never (lập riêng cho hồ sơ này) | shown (chỉ xuất trình, không lưu),
        #               valid_months: số tháng có giá trị kể từ ngày cấp (bỏ trống: không có thời hạn)

        - code: "1.001193"
          name: Đăng ký khai sinh
          source: "Luật Hộ tịch 2014, Điều 16; NĐ 123/2015/NĐ-CP, Điều 9; TT 04/2020/TT-BTP."
          result: [giay_khai_sinh, trich_luc_khai_sinh]
          components:
            - { code: to_khai_khai_sinh, name: Tờ khai đăng ký khai sinh, forms: [to_khai_khai_sinh, to_khai], reuse: never }
            - { code: giay_chung_sinh, name: Giấy chứng sinh, forms: [giay_chung_sinh] }
            - { code: giay_chung_nhan_ket_hon, name: Giấy chứng nhận kết hôn của cha mẹ, forms: [giay_chung_nhan_ket_hon, trich_luc_ket_hon], required: false }
            - { code: cccd, name: Giấy tờ tùy thân của người đi đăng ký, forms: [cccd], required: false }

        - code: "1.000894"
          name: Đăng ký kết hôn
          source: "Luật Hộ tịch 2014, Điều 18; NĐ 123/2015/NĐ-CP, Điều 10; thời hạn 6 tháng của giấy xác nhận tình trạng hôn nhân: TT 04/2020/TT-BTP, Điều 12 khoản 2."
          result: [giay_chung_nhan_ket_hon, trich_luc_ket_hon]
          components:
            - { code: to_khai_ket_hon, name: Tờ khai đăng ký kết hôn, forms: [to_khai_ket_hon, to_khai], reuse: never }
            - { code: xac_nhan_hon_nhan, name: Giấy xác nhận tình trạng hôn nhân, forms: [xac_nhan_hon_nhan], valid_months: 6 }
            - { code: cccd, name: Giấy tờ tùy thân của hai bên, forms: [cccd], required: false }

        - code: "1.000656"
          name: Đăng ký khai tử
          source: "Luật Hộ tịch 2014, Điều 34; NĐ 123/2015/NĐ-CP, Điều 4 khoản 2."
          result: [giay_chung_tu, trich_luc_khai_tu]
          components:
            - { code: to_khai_khai_tu, name: Tờ khai đăng ký khai tử, forms: [to_khai_khai_tu, to_khai], reuse: never }
            - { code: giay_bao_tu, name: Giấy báo tử hoặc giấy tờ thay giấy báo tử, forms: [giay_bao_tu] }
            - { code: cccd, name: Giấy tờ tùy thân của người đi đăng ký, forms: [cccd], required: false }

        - code: "1.004873"
          name: Cấp Giấy xác nhận tình trạng hôn nhân
          source: "NĐ 123/2015/NĐ-CP, Điều 21 đến 23; TT 04/2020/TT-BTP, Điều 12."
          result: [xac_nhan_hon_nhan]
          components:
            - { code: to_khai_xac_nhan, name: Tờ khai cấp giấy xác nhận tình trạng hôn nhân, forms: [to_khai_xac_nhan, to_khai], reuse: never }
            - { code: giay_to_ly_hon, name: Giấy tờ chứng minh đã ly hôn hoặc vợ chồng đã chết, forms: [trich_luc_khai_tu, giay_chung_tu, quyet_dinh_ly_hon], required: false }
            - { code: cccd, name: Giấy tờ tùy thân, forms: [cccd], required: false }

        - code: "2.000635"
          name: Cấp bản sao trích lục hộ tịch
          source: "Luật Hộ tịch 2014, Điều 63 và 64."
          result: [trich_luc, trich_luc_khai_sinh, trich_luc_khai_tu, trich_luc_ket_hon]
          components:
            - { code: to_khai_trich_luc, name: Tờ khai cấp bản sao trích lục hộ tịch, forms: [to_khai_trich_luc, to_khai], reuse: never }
            - { code: cccd, name: Giấy tờ tùy thân, forms: [cccd], required: false }

        - code: "2.000815"
          name: Chứng thực bản sao từ bản chính
          source: "NĐ 23/2015/NĐ-CP, Điều 20: người yêu cầu xuất trình bản chính, cơ quan chứng thực không lưu bản chính."
          result: []
          components:
            - { code: ban_chinh, name: Bản chính giấy tờ cần chứng thực, forms: [ban_chinh], reuse: shown }

        - code: "2.000884"
          name: Chứng thực chữ ký trong giấy tờ, văn bản
          source: "NĐ 23/2015/NĐ-CP, Điều 24."
          result: []
          components:
            - { code: giay_to_ky, name: "Giấy tờ, văn bản sẽ ký", forms: [don_xac_nhan, don_de_nghi, to_khai], reuse: never }
            - { code: cccd, name: Giấy tờ tùy thân còn giá trị, forms: [cccd], reuse: shown }

        - code: "1.004222"
          name: Đăng ký thường trú
          source: "Luật Cư trú 2020, Điều 21; công an xã giải quyết. Giấy tờ hộ tịch không ghi thời hạn."
          result: [giay_xac_nhan]
          components:
            - { code: to_khai_cu_tru, name: Tờ khai thay đổi thông tin cư trú, forms: [to_khai_cu_tru, to_khai], reuse: never }
            - { code: cho_o_hop_phap, name: Giấy tờ chứng minh chỗ ở hợp pháp, forms: [giay_chung_nhan_qsdd] }
            - { code: quan_he_nhan_than, name: Giấy tờ chứng minh quan hệ nhân thân, forms: [giay_khai_sinh, trich_luc_khai_sinh, giay_chung_nhan_ket_hon, trich_luc_ket_hon], required: false }

        - code: "1.001776"
          name: Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng
          source: "NĐ 20/2021/NĐ-CP, Điều 7; thành phần tùy theo đối tượng, cần đối chiếu với địa phương."
          result: [quyet_dinh]
          components:
            - { code: to_khai_tro_cap, name: Tờ khai đề nghị trợ giúp xã hội, forms: [to_khai_tro_cap, to_khai], reuse: never }
            - { code: giay_khai_sinh, name: Giấy khai sinh, forms: [giay_khai_sinh, trich_luc_khai_sinh], required: false }
            - { code: xac_nhan_khuyet_tat, name: Giấy xác nhận khuyết tật, forms: [giay_xac_nhan_khuyet_tat, giay_xac_nhan], required: false }
            - { code: cccd, name: Giấy tờ tùy thân, forms: [cccd], required: false }

        - code: "1.003554"
          name: Hòa giải tranh chấp đất đai
          source: "Luật Đất đai 2024, Điều 235; cần đối chiếu với địa phương sau khi sắp xếp đơn vị hành chính."
          result: [bien_ban]
          components:
            - { code: don_hoa_giai, name: Đơn yêu cầu hòa giải, forms: [don_de_nghi], reuse: never }
            - { code: giay_chung_nhan_qsdd, name: Giấy tờ về quyền sử dụng đất, forms: [giay_chung_nhan_qsdd], required: false }

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
        - { unit: Kinh tế, procedures: ["1.003554"] }
        - { unit: Kinh tế, forms: [giay_chung_nhan_qsdd] }
        - { unit: Kinh tế, words: [đất đai, quy hoạch, xây dựng, giao thông, trồng cây, bảo vệ rừng, nông nghiệp, ngân sách] }
        - { unit: Văn hóa - Xã hội, words: [chuyển đổi số, người có công, liệt sĩ, khen thưởng, hội thao, giáo dục, y tế, giảm nghèo] }
        - { unit: Văn phòng, types: [CV, TB, GM, KH, BC] }

        """
}
