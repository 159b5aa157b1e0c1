import Records

/// Who signed: title in capitals and full name at the bottom right (NĐ 30/2020/NĐ-CP, appendix I, zones 7a and 7b).
struct Signer: Sendable {
    var name: Field?
    var title: Field?

    static func find(on layout: PageLayout, _ lexicon: Lexicon) -> Signer? {
        guard let block = SignatureBlock(on: layout, lexicon) else { return nil }
        let signer = Signer(name: SignerName.find(in: block), title: SignerTitle.find(in: block))
        return signer.name == nil && signer.title == nil ? nil : signer
    }
}
