import Records

/// The full name under a signature (NĐ 30/2020/NĐ-CP, appendix I, zone 7b).
enum SignerName {
    private static let mostLines = 10
    /// A name whose middle stands farther right of the axis has lost its first word under the seal.
    private static let farthest = 0.011

    static func find(in block: SignatureBlock) -> Field? {
        guard var name = block.below.prefix(mostLines).lazy.compactMap(PersonNames.signature).first else { return nil }
        if let axis = block.axis, let box = name.box, box.middle.x - axis > farthest { name.confidence = min(name.confidence, 0.3) }
        return name
    }
}
