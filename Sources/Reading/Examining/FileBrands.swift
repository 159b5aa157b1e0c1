/// What a file of boxes says it is in its first one, `ftyp` (ISO/IEC 14496-12, 4.3): phones write a general brand first and the true one behind.
struct FileBrands {
    private let names: Set<String>

    private static let pictures: Set = ["heic", "heix", "heim", "heis", "mif1"]
    private static let otherwiseCoded: Set = ["avif", "avis"]

    /// Nil where the head is not that of such a file.
    init?(head: [UInt8]) {
        guard head.count >= 12, head[4..<8].elementsEqual("ftyp".utf8) else { return nil }
        let size = head[..<4].reduce(0) { $0 << 8 | Int($1) }
        func name(at place: Int) -> String { String(decoding: head[place..<(place + 4)], as: UTF8.self) }
        names = Set([name(at: 8)] + stride(from: 16, to: max(16, min(size, head.count) - 3), by: 4).map(name))
    }

    /// Whether a few bytes may still grow into such a head.
    static func isStart(_ head: [UInt8]) -> Bool {
        head.count < 12 && head.starts(with: [0, 0]) && "ftyp".utf8.starts(with: head.dropFirst(4).prefix(4))
    }

    var isAVIF: Bool { !names.isDisjoint(with: Self.otherwiseCoded) }
    var isHEIC: Bool { !isAVIF && !names.isDisjoint(with: Self.pictures) }
}
