import Records

/// The full name under a signature (NĐ 30/2020/NĐ-CP, appendix I, zone 7b).
enum SignerName {
    private static let mostLines = 10
    /// A name whose middle stands farther right of the axis has lost its first word under the seal: then there is none.
    private static let farthest = 0.011

    static func find(in block: SignatureBlock) -> Field? {
        let surnames = block.lexicon.surnames
        guard let name = block.below.prefix(mostLines).lazy.compactMap({ PersonNames.signature($0, surnames) }).first else { return nil }
        guard let box = name.box, let axis = block.axis(at: box) else { return name }
        let distance = box.middle.x - axis
        guard distance <= farthest else { return nil }
        // On the axis, and begun with a surname, it is whole.
        let isWhole = abs(distance) < farthest && surnames.begin(name.value)
        return isWhole ? name.with(name.value, certainty: 1.06) : name
    }
}
