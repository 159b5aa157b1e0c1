import Records
import Testing

@Suite("Encodings from before Unicode") struct LegacyTextTests {
    static let sentence = "Uỷ ban nhân dân xã thực hiện nhiệm vụ được giao, ở đây đã rõ: kỹ, ý, nghĩa, ẵm, quỵt, dẫn, chỗ, lẽ, ngữ, ưỡn, kỳ"

    @Test("TCVN3, as .VnTime has it")
    func tcvn3() {
        let text = "Uû ban nh©n d©n x· thùc hiÖn nhiÖm vô ®­îc giao, ë ®©y ®· râ: kü, ý, nghÜa, ½m, quþt, dÉn, chç, lÏ, ng÷, ­ìn, kú"
        #expect(LegacyEncoding.tcvn3.unicode(text) == Self.sentence)
        #expect(LegacyEncoding.tcvn3.unicode("ñy ban nh©n d©n x·", capitals: true) == "ỦY BAN NHÂN DÂN XÃ")
    }

    @Test("VNI, as VNI-Times has it")
    func vni() {
        let text =
            "Uyû ban nhaân daân xaõ thöïc hieän nhieäm vuï ñöôïc giao, ôû ñaây ñaõ roõ: kyõ, yù, nghóa, aüm, quît, daãn, choã, leõ, ngöõ, öôõn, kyø"
        #expect(LegacyEncoding.vni.unicode(text) == Self.sentence)
        #expect(LegacyEncoding.vni.unicode("UÛY BAN NHAÂN DAÂN XAÕ ÑOÂNG") == "ỦY BAN NHÂN DÂN XÃ ĐÔNG")
    }

    @Test(
        "What could be a syllable",
        arguments: [
            ("nghiêng", true), ("Quyết", true), ("giờ", true), ("gì", true), ("khuỷu", true), ("ƯƠNG", true), ("oách", true), ("quốc", true),
            ("nh©n", false), ("thùc", false), ("hiÖn", false), ("quyêt", true), ("quyềt", false), ("strength", false), ("bcd", false), ("", false),
        ])
    func syllable(word: String, isPossible: Bool) { #expect(VietnameseSyllable.isPossible(word) == isPossible) }

    @Test("Vietnamese is told from the same text in another encoding")
    func share() {
        #expect(VietnameseSyllable.share(in: Self.sentence).share > 0.95)
        #expect(VietnameseSyllable.share(in: "Uû ban nh©n d©n x· thùc hiÖn nhiÖm vô ®­îc giao").share < 0.5)
    }
}
