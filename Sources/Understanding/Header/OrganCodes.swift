/// Abbreviations of organs and units that symbols end with: conventional ones, so that a misread letter can be put right.
enum OrganCodes {
    static let known: Set<String> = [
        "UBND", "HĐND", "ĐU", "TU", "HU", "TW", "MTTQ", "BTV", "VP", "VPĐU", "BCĐ", "BCH", "CA", "CAX", "BCHQS", "TTPVHCC", "TTHCC",
        "VHXH", "KT", "TNHS", "TNTKQ", "LĐTBXH", "TCKH", "TNMT", "NV", "TP", "HĐBC", "UBBC", "UBKT", "BTG", "BTC", "BDV", "BXDĐ", "HCC",
    ]

    /// Those that a công văn's symbol begins with: the issuing organ, before the unit that drafted it (NĐ 30/2020/NĐ-CP, appendix I, II.3).
    static let issuers: Set<String> = ["UBND", "HĐND", "ĐU", "VPĐU", "VP", "MTTQ", "TTPVHCC", "TTHCC", "BCHQS", "BCĐ"]

    /// Read forms that can only be one of the conventional ones.
    private static let misread: [String: String] = [
        "UBNĐ": "UBND", "ƯBND": "UBND", "ỦBND": "UBND", "UBNO": "UBND", "UBNI": "UBND", "UBNP": "UBND", "UPND": "UBND", "UEND": "UBND",
        "UBNDP": "UBND", "ỤBND": "UBND", "UBMD": "UBND", "UBHD": "UBND", "HDND": "HĐND", "HĐNĐ": "HĐND", "HPND": "HĐND", "DU": "ĐU", "ĐƯ": "ĐU",
        "ĐỤ": "ĐU", "ĐỦ": "ĐU", "PU": "ĐU", "VPDU": "VPĐU", "BCD": "BCĐ",
    ]

    static func repaired(_ code: String) -> String {
        if known.contains(code) { return code }
        if let right = misread[code] { return right }
        let plain = Lettering.plain(code)
        let alike = known.filter { Lettering.plain($0) == plain }
        return alike.count == 1 ? alike.first ?? code : code
    }
}
