/// The vocabulary that ships, for where the folder of pipelines holds none: the same text as in the checkout, which a test holds.
enum BuiltInVocabulary {
    static let types = """
        # Các loại văn bản: mã, tên, và cách văn bản mang tên và mã ấy.
        # Nguồn: 29 loại văn bản hành chính và bản sao của NĐ 30/2020/NĐ-CP, Điều 7 và phụ lục III; công văn và thư công không có mã trong phụ lục, ở đây
        # là CV và TC_THU. Loại của Đảng ngoài các loại ấy (KL) theo giấy tờ đã gặp, CHƯA đối chiếu với hướng dẫn của Văn phòng Trung ương Đảng.
        #
        #   code     mã, đúng chữ hoa chữ thường như trong ký hiệu; văn bản có tên loại gần giống nhau thì loại đứng trước thắng
        #   name     tên loại; cũng là dòng tên loại in trên văn bản
        #   symbols  mã khác gặp trong ký hiệu mà vẫn là loại này
        #   number   optional: văn bản loại này có thể không có số và ký hiệu (mặc định required)
        #   printed  false: văn bản không in tên loại và ký hiệu không mang mã (mặc định true); CV phải có trong bảng

        - { code: NQ, name: Nghị quyết }
        - { code: QĐ, name: Quyết định }
        - { code: CT, name: Chỉ thị }
        - { code: QC, name: Quy chế, number: optional }
        - { code: QyĐ, name: Quy định }
        - { code: TC, name: Thông cáo }
        - { code: TB, name: Thông báo }
        - { code: HD, name: Hướng dẫn }
        - { code: CTr, name: Chương trình, symbols: [CTHĐ] }
        - { code: KH, name: Kế hoạch, symbols: [KHHĐ, KHPH] }
        - { code: PA, name: Phương án }
        - { code: ĐA, name: Đề án }
        - { code: DA, name: Dự án }
        - { code: BC, name: Báo cáo }
        - { code: BB, name: Biên bản, number: optional }
        - { code: TTr, name: Tờ trình }
        - { code: HĐ, name: Hợp đồng, number: optional }
        - { code: CĐ, name: Công điện }
        - { code: BGN, name: Bản ghi nhớ, number: optional }
        - { code: BTT, name: Bản thỏa thuận, number: optional }
        - { code: GUQ, name: Giấy ủy quyền, number: optional }
        - { code: GM, name: Giấy mời, symbols: [GMH], number: optional }
        - { code: GGT, name: Giấy giới thiệu }
        - { code: GNP, name: Giấy nghỉ phép }
        - { code: PG, name: Phiếu gửi, number: optional }
        - { code: PC, name: Phiếu chuyển, number: optional }
        - { code: PB, name: Phiếu báo, number: optional }
        - { code: KL, name: Kết luận }
        - { code: CV, name: Công văn, printed: false }
        - { code: TC_THU, name: Thư công, printed: false }
        - { code: SY, name: Sao y, printed: false }
        - { code: TrS, name: Trích sao, printed: false }
        - { code: SL, name: Sao lục, printed: false }

        """

    static let forms = """
        # Các mẫu giấy tờ của thủ tục hành chính, nhận ra bằng tên in trên giấy.
        # Nguồn: hộ tịch theo các biểu mẫu của TT 04/2020/TT-BTP; giấy tiếp nhận theo TT 03/2025/TT-VPCP; thẻ căn cước và giấy chứng nhận đất theo giấy
        # đã gặp. CHƯA đối chiếu từng tên với văn bản.
        #
        #   form     mẫu, như trong procedures.yaml và routing.yaml
        #   code     mã giấy tờ (type_code của hồ sơ số hóa)
        #   name     tên mẫu
        #   titles   các tên in trên giấy, có dấu hay không đều khớp; tên dài hơn thắng tên ngắn mà nó chứa, hai tên như nhau thì mẫu đứng trước thắng
        #   role     result: giấy kết quả, khi thủ tục của hồ sơ không có trong procedures.yaml; receipt: giấy của bộ phận một cửa, mang mã hồ sơ
        #            thay vì nhân thân, không tính là thành phần; không ghi: component
        #   birth    true: giấy có con và cha mẹ cùng một họ

        - { form: to_khai_khai_sinh, code: TK_KHAI_SINH, name: Tờ khai đăng ký khai sinh, titles: [Tờ khai đăng ký khai sinh, Tờ khai đăng ký lại khai sinh], birth: true }
        - { form: to_khai_ket_hon, code: TK_KET_HON, name: Tờ khai đăng ký kết hôn, titles: [Tờ khai đăng ký kết hôn, Tờ khai đăng ký lại kết hôn] }
        - { form: to_khai_khai_tu, code: TK_KHAI_TU, name: Tờ khai đăng ký khai tử, titles: [Tờ khai đăng ký khai tử, Tờ khai đăng ký lại khai tử] }
        - { form: to_khai, code: TO_KHAI, name: Tờ khai, titles: [Tờ khai, Phiếu khai] }
        - { form: trich_luc_khai_sinh, code: TRICH_LUC_KHAI_SINH, name: Trích lục khai sinh, titles: [Trích lục khai sinh, Trích lục giấy khai sinh], birth: true, role: result }
        - { form: trich_luc_khai_tu, code: TRICH_LUC_KHAI_TU, name: Trích lục khai tử, titles: [Trích lục khai tử], role: result }
        - { form: trich_luc, code: TRICH_LUC, name: Trích lục, titles: [Trích lục], role: result }
        - { form: giay_khai_sinh, code: GIAY_KHAI_SINH, name: Giấy khai sinh, titles: [Giấy khai sinh], birth: true, role: result }
        - { form: giay_chung_nhan_ket_hon, code: GCN_KET_HON, name: Giấy chứng nhận kết hôn, titles: [Giấy chứng nhận kết hôn, Giấy chứng nhận đăng ký kết hôn], role: result }
        - { form: trich_luc_ket_hon, code: TRICH_LUC_KET_HON, name: Trích lục kết hôn, titles: [Trích lục kết hôn], role: result }
        - { form: giay_chung_tu, code: GIAY_CHUNG_TU, name: Giấy chứng tử, titles: [Giấy chứng tử], role: result }
        - { form: xac_nhan_hon_nhan, code: XN_HON_NHAN, name: Giấy xác nhận tình trạng hôn nhân, titles: [Giấy xác nhận tình trạng hôn nhân], role: result }
        - { form: giay_chung_sinh, code: GIAY_CHUNG_SINH, name: Giấy chứng sinh, titles: [Giấy chứng sinh] }
        - { form: giay_bao_tu, code: GIAY_BAO_TU, name: Giấy báo tử, titles: [Giấy báo tử] }
        - { form: giay_xac_nhan_khuyet_tat, code: XN_KHUYET_TAT, name: Giấy xác nhận khuyết tật, titles: [Giấy xác nhận khuyết tật], role: result }
        - { form: giay_xac_nhan, code: GIAY_XAC_NHAN, name: Giấy xác nhận, titles: [Giấy xác nhận] }
        - { form: giay_chung_nhan_qsdd, code: GCN_QSDĐ, name: Giấy chứng nhận quyền sử dụng đất, titles: [Giấy chứng nhận quyền sử dụng đất, Giấy chứng nhận quyền sở hữu], role: result }
        - { form: bien_nhan, code: BIEN_NHAN, name: Giấy tiếp nhận hồ sơ và hẹn trả kết quả, titles: [Giấy tiếp nhận hồ sơ và hẹn trả kết quả, Giấy tiếp nhận hồ sơ, Giấy biên nhận hồ sơ, Biên nhận hồ sơ, Giấy biên nhận], role: receipt }
        - { form: cccd, code: CCCD, name: Căn cước, titles: [Căn cước công dân, Thẻ căn cước, Căn cước, Chứng minh nhân dân] }
        - { form: don_xac_nhan, code: DON_XAC_NHAN, name: Đơn xin xác nhận, titles: [Đơn xin xác nhận, Đơn đề nghị xác nhận] }
        - { form: don_de_nghi, code: DON_DE_NGHI, name: Đơn đề nghị, titles: [Đơn đề nghị, Đơn xin, Đơn yêu cầu, Đơn đăng ký, Giấy đề nghị] }

        """

    static let words = """
        # Từ ngữ in trên giấy tờ: tên cơ quan, người ký, họ, nhãn của biểu mẫu. Nhãn và tên cơ quan, có dấu hay không,
        # hoa hay thường đều khớp, chữ đọc sai ít vẫn khớp; riêng organs (mã), bodies, heads và phrases phải ghi đúng như in trên giấy.
        # Nguồn: chữ viết tắt tên cơ quan và cách ghi chức vụ theo NĐ 30/2020/NĐ-CP (phụ lục I, III); nhãn theo biểu mẫu hộ tịch của TT 04/2020/TT-BTP, giấy
        # tiếp nhận và thẻ căn cước; họ và các từ khác theo giấy tờ đã gặp, CHƯA đối chiếu với danh mục nào. Thêm từ của địa phương mình thoải mái.

        # Chữ viết tắt của cơ quan, đơn vị ở cuối ký hiệu.
        #   issuer   true: ký hiệu công văn bắt đầu bằng chữ này (cơ quan ban hành, trước đơn vị soạn thảo)
        #   misread  cách máy đọc sai mà chỉ có thể là chữ này
        organs:
          - { code: UBND, issuer: true, misread: [UBNĐ, ƯBND, ỦBND, UBNO, UBNI, UBNP, UPND, UEND, UBNDP, ỤBND, UBMD, UBHD] }
          - { code: HĐND, issuer: true, misread: [HDND, HĐNĐ, HPND] }
          - { code: ĐU, issuer: true, misread: [DU, ĐƯ, ĐỤ, ĐỦ, PU] }
          - { code: VPĐU, issuer: true, misread: [VPDU] }
          - { code: VP, issuer: true }
          - { code: MTTQ, issuer: true }
          - { code: TTPVHCC, issuer: true }
          - { code: TTHCC, issuer: true }
          - { code: BCHQS, issuer: true }
          - { code: BCĐ, issuer: true, misread: [BCD] }
          - { code: TU }
          - { code: HU }
          - { code: TW }
          - { code: BTV }
          - { code: BCH }
          - { code: CA }
          - { code: CAX }
          - { code: VHXH }
          - { code: KT }
          - { code: TNHS }
          - { code: TNTKQ }
          - { code: LĐTBXH }
          - { code: TCKH }
          - { code: TNMT }
          - { code: NV }
          - { code: TP }
          - { code: HĐBC }
          - { code: UBBC }
          - { code: UBKT }
          - { code: BTG }
          - { code: BTC }
          - { code: BDV }
          - { code: BXDĐ }
          - { code: HCC }

        # Tên cơ quan ở góc trái trên.
        #   beginnings  từ đầu của một tên cơ quan: dòng bắt đầu bằng từ này là cơ quan mới, dòng khác viết tiếp tên ở trên
        #   phrases     cụm từ viết đúng như in: chữ đọc gần giống được sửa theo
        #   others      dòng bắt đầu bằng từ này không phải là cơ quan
        agencies:
          beginnings: [
            Ủy ban, UBND, Hội đồng, HĐND, Đảng bộ, Đảng ủy, Huyện ủy, Tỉnh ủy, Thành ủy, Thị ủy, Quận ủy, Chi bộ, Ban, Phòng, Sở, Trung tâm, Văn phòng,
            Công an, Bộ, Trường, Trạm, Hội, Đoàn, Mặt trận, MTTQ, Cục, Chi cục, Tổng cục, Viện, Tòa án, Công đoàn, Liên đoàn, Kho bạc, Bảo hiểm, Quỹ, Hạt,
            Tổ, Đội, Ngân hàng, Thanh tra, Thường trực, Chính phủ, Thủ tướng, Quốc hội, Bệnh viện, Công ty, Hợp tác xã, Đại học ]
          phrases: [
            ỦY BAN NHÂN DÂN, HỘI ĐỒNG NHÂN DÂN, ĐẢNG BỘ TỈNH, ĐẢNG BỘ XÃ, ĐẢNG BỘ HUYỆN, ĐẢNG ỦY XÃ, ĐẢNG ỦY, HUYỆN ỦY, TỈNH ỦY, BAN CHẤP HÀNH,
            BAN THƯỜNG VỤ, TRUNG TÂM PHỤC VỤ, HÀNH CHÍNH CÔNG, VĂN PHÒNG, CÔNG AN, MẶT TRẬN TỔ QUỐC, PHÒNG KINH TẾ, PHÒNG VĂN HÓA - XÃ HỘI, BAN CHỈ ĐẠO,
            XÃ, PHƯỜNG, TỈNH, HUYỆN, THÀNH PHỐ, THỊ TRẤN, ĐẶC KHU, UBND ]
          others: [
            Công văn đến, Văn bản đến, Số, Ngày, Chuyển, V/v, Về việc, Mật, Tối mật, Tuyệt mật, Khẩn, Thượng khẩn, Hỏa tốc, Kính gửi, Cộng hòa, Độc lập,
            Đảng Cộng sản ]

        # Người ký, viết hoa như in (NĐ 30/2020/NĐ-CP, phụ lục I, II.7).
        #   bodies  tập thể mà người ký thay mặt (TM.)
        #   heads   người đứng đầu; mỗi người có cấp phó (PHÓ …) ký thay (KT.)
        #   others  người ký khác
        signers:
          bodies: [
            ỦY BAN NHÂN DÂN, HỘI ĐỒNG NHÂN DÂN, ĐẢNG ỦY, BAN THƯỜNG VỤ, BAN CHẤP HÀNH, THƯỜNG TRỰC, THƯỜNG TRỰC ĐẢNG ỦY, THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN,
            BAN CHỈ ĐẠO, BAN THƯỜNG TRỰC, CHI BỘ, CHI ỦY, ĐẢNG BỘ ]
          heads: [
            CHỦ TỊCH, BÍ THƯ, CHÁNH VĂN PHÒNG, GIÁM ĐỐC, TRƯỞNG PHÒNG, TRƯỞNG BAN, TRƯỞNG CÔNG AN, CHỦ NHIỆM, CHÁNH THANH TRA, CỤC TRƯỞNG,
            CHI CỤC TRƯỞNG, HIỆU TRƯỞNG, TỔNG GIÁM ĐỐC, VIỆN TRƯỞNG, CHỈ HUY TRƯỞNG, TRẠM TRƯỞNG, BỘ TRƯỞNG, THỦ TRƯỞNG ]
          others: [
            CHỦ TRÌ, CHỦ TỌA, THƯ KÝ, TỔ TRƯỞNG, TRƯỞNG BẢN, TRƯỞNG THÔN, PHÓ BÍ THƯ THƯỜNG TRỰC, CÔNG CHỨC TƯ PHÁP - HỘ TỊCH, NGƯỜI TIẾP NHẬN HỒ SƠ,
            CÁN BỘ TIẾP NHẬN, KẾ TOÁN TRƯỞNG ]

        # Họ của người Kinh và của các dân tộc miền núi phía Bắc: chỉ để biết một tên có được đọc đúng không; tên đọc được không bao giờ bị sửa theo bảng này.
        surnames: [
          Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đào, Đoàn, Vương, Trịnh, Trương, Đinh, Lâm,
          Phùng, Mai, Tô, Hà, Tạ, Chu, Châu, Cao, Thái, Tăng, Quách, Lương, Lưu, Triệu, La, Đàm, Kiều, Nông, Hứa, Ma, Bế, Lục, Vi, Lò,
          Lường, Cầm, Quàng, Tòng, Cà, Lù, Đèo, Đao, Điêu, Vàng, Giàng, Sùng, Thào, Mùa, Hạng, Chang, Cứ, Hờ, Lầu, Vừ, Ly, Má, Tráng, Cháng,
          Pờ, Tẩn, Phàn, Chẻo, Lìa, Lừ, Lỳ, Khoàng, Sìn, Tao, Tống, Bàn, Chảo, Lồ, Seo, Thền, Vù, Phà, Sần, Lã, Lại, Mã, Mạc, Ninh, Nghiêm,
          Nhữ, Khổng, Khúc, Khuất, Giang, Doãn, Bạch, Âu, Cù, Diệp, Đồng, Hàn, Kim, Liễu, Lộc, Lỗ, Mẫn, Ngọ, Phí, Quan, Sầm, Sử, Thạch,
          Thân, Thiều, Tiêu, Tôn, Từ, Tưởng, Uông, Viên, Xa, Đậu, Đường, Hán, Lang, Lèng, Lềnh, Mông, Nhâm, Phạn, Phú, Tất, Trang, Vòng,
          Ông, Ứng ]

        # Nhãn của biểu mẫu, trước phần khai về một người.
        #   kind   name | id | born | born_in_words | sex | address | other (nhãn của việc khác: chỉ để biết phần khai trước nó dừng ở đâu)
        #   colon  true: từ ngắn, chỉ tính khi có dấu hai chấm đi sau
        labels:
          - kind: name
            texts: [
              "Họ, chữ đệm, tên", "Họ, chữ đệm và tên", Họ và tên khai sinh, Họ và tên, Họ tên, Tôi tên là, Tiếp nhận hồ sơ của, Hồ sơ của ]
          - kind: name
            colon: true
            texts: [Ông, Bà, Vợ là bà, Tên tôi là, Chồng là ông, Ông/Bà]
          - kind: id
            texts: [Số định danh cá nhân, Số định danh, Giấy tờ tùy thân, CCCD số, Số CCCD, Số CMND, Số căn cước, Căn cước số, Số/No]
          - kind: born
            texts: ["Ngày, tháng, năm sinh", Ngày sinh, Sinh ngày]
          - kind: born_in_words
            texts: [Ghi bằng chữ, Bằng chữ]
          - kind: sex
            texts: [Giới tính]
          - kind: address
            texts: [Nơi cư trú, Nơi thường trú, Địa chỉ thường trú, Nơi ở hiện tại, Nơi đăng ký thường trú]
          - kind: address
            colon: true
            texts: [Địa chỉ]
          - kind: other
            texts: [
              Dân tộc, Quốc tịch, Nơi sinh, Quê quán, Quan hệ với, "Ngày, tháng, năm đăng ký", Nơi đăng ký, Ngày cấp, Nơi cấp, Đã chết vào lúc, Số điện thoại,
              Nội dung yêu cầu, Năm sinh, Kính gửi, Nguyên nhân, Nơi chết, Có giá trị đến, Place of origin, Ghi rõ họ tên, Ghi rõ họ và tên,
              "Ghi rõ họ, chữ đệm, tên" ]

        # Nhãn của giấy tờ thủ tục, trước điều nói về chính tờ giấy.
        #   offices   cơ quan nhận tờ khai hoặc giữ sổ đăng ký
        #   requests  việc mà giấy tiếp nhận ghi
        #   dates     ngày lập giấy
        papers:
          offices: [Kính gửi, Nơi đăng ký khai sinh, Nơi đăng ký khai tử, Nơi đăng ký kết hôn]
          requests: [Nội dung yêu cầu giải quyết, Về việc giải quyết]
          dates: ["Ngày, tháng, năm đăng ký", "Ngày, tháng, năm / Date", Ngày đăng ký, "Ngày, tháng, năm cấp"]

        """
}
