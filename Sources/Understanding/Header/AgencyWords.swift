/// Words with which the printed name of an organ begins, and whole phrases that stand on nearly every paper.
enum AgencyWords {
    /// Folded first words: a header row that begins with one of them begins an organ; other rows carry the name on.
    static let beginnings: [String] = [
        "uy ban", "ubnd", "hoi dong", "hdnd", "dang bo", "dang uy", "huyen uy", "tinh uy", "thanh uy", "thi uy", "quan uy", "chi bo", "ban",
        "phong", "so", "trung tam", "van phong", "cong an", "bo", "truong", "tram", "hoi", "doan", "mat tran", "mttq", "cuc", "chi cuc", "tong cuc",
        "vien", "toa an", "cong doan", "lien doan", "kho bac", "bao hiem", "quy", "hat", "to", "doi", "ngan hang", "thanh tra", "thuong truc",
        "chinh phu", "thu tuong", "quoc hoi", "benh vien", "cong ty", "hop tac xa", "dai hoc",
    ]

    /// Phrases put right where a reading comes near: marks and letters as they are printed.
    static let phrases: [String] = [
        "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "ĐẢNG BỘ TỈNH", "ĐẢNG BỘ XÃ", "ĐẢNG BỘ HUYỆN", "ĐẢNG ỦY XÃ", "ĐẢNG ỦY", "HUYỆN ỦY", "TỈNH ỦY",
        "BAN CHẤP HÀNH", "BAN THƯỜNG VỤ", "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG", "VĂN PHÒNG", "CÔNG AN", "MẶT TRẬN TỔ QUỐC", "PHÒNG KINH TẾ",
        "PHÒNG VĂN HÓA - XÃ HỘI", "BAN CHỈ ĐẠO", "XÃ", "PHƯỜNG", "TỈNH", "HUYỆN", "THÀNH PHỐ", "THỊ TRẤN", "ĐẶC KHU", "UBND",
    ]

    /// Folded beginnings of rows in the header's left column that are no organ.
    static let others: [String] = [
        "cong van den", "van ban den", "so", "ngay", "chuyen", "v v", "ve viec", "mat", "toi mat", "tuyet mat", "khan", "thuong khan", "hoa toc",
        "kinh gui",
        "cong hoa", "doc lap", "dang cong san",
    ]
}
