/// The head of a box (ISO/IEC 14496-12, 4.2): how long the box is, and what.
struct ISOBox {
    static let longestHead = 16

    let type: String
    /// Bytes, the head included; of one without end, as many as there are.
    let size: Int
    /// Bytes of the head.
    let head: Int

    /// Nil where no box begins.
    init?(_ bytes: some Collection<UInt8>, remaining: Int) {
        let bytes = Array(bytes.prefix(Self.longestHead))
        guard bytes.count >= 8, bytes[4..<8].allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        type = String(decoding: bytes[4..<8], as: UTF8.self)
        let short = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
        head = short == 1 ? 16 : 8
        switch short {
        case 0: size = remaining
        case 1:
            guard bytes.count == Self.longestHead, bytes[8] < 0x80 else { return nil }
            size = bytes[8...].reduce(0) { $0 << 8 | Int($1) }
        default: size = short
        }
        guard size >= head else { return nil }
    }
}
