/// The JPEG strips of a TIFF page put together into one JPEG without decoding any: each strip becomes a restart interval.
struct JPEGStrips {
    private let strips: [Strip?]
    private let tables: [UInt8]

    /// `tables` is the abbreviated JPEG that holds what strips leave out.
    init(_ strips: [[UInt8]], tables: [UInt8]) {
        self.strips = strips.map(Strip.init)
        let isWhole = tables.count > 4 && tables.starts(with: [0xFF, 0xD8]) && tables.suffix(2) == [0xFF, 0xD9]
        self.tables = isWhole ? Array(tables[2..<(tables.count - 2)]) : []
    }

    /// Nil where the strips are not of one kind.
    func joined(height: Int) -> [UInt8]? {
        let strips = strips.compactMap(\.self)
        guard strips.count == self.strips.count, let first = strips.first, (1...0xFFFF).contains(height) else { return nil }
        var jpeg = [0xFF, 0xD8] + tables + first.head(height: height)
        if strips.count > 1 {
            // Every strip but the last fills its interval.
            let alike = strips.dropFirst().allSatisfy { $0.head(height: height) == first.head(height: height) }
            let level = strips.dropLast().allSatisfy { $0.height == first.height }
            guard alike, level, !first.hasRestarts, (1...0xFFFF).contains(first.units), first.height % first.unitHeight == 0 else { return nil }
            jpeg += [0xFF, 0xDD, 0, 4, UInt8(first.units >> 8), UInt8(first.units & 0xFF)]
        }
        jpeg += first.scanHeader
        for (index, strip) in strips.enumerated() {
            if index > 0 { jpeg += [0xFF, 0xD0 + UInt8((index - 1) % 8)] }
            jpeg += strip.data
        }
        return jpeg + [0xFF, 0xD9]
    }

    /// One strip, taken apart.
    private struct Strip {
        /// Segments before the scan.
        private var segments: [[UInt8]] = []
        private(set) var scanHeader: [UInt8] = []
        /// Coded rows.
        private(set) var data: [UInt8] = []
        private(set) var height = 0
        private(set) var hasRestarts = false
        /// Rows of pixels that one row of coded units has, and units of the whole strip.
        private(set) var unitHeight = 8
        private(set) var units = 0

        /// Nil for what is not a baseline JPEG of one scan.
        init?(_ bytes: [UInt8]) {
            guard bytes.starts(with: [0xFF, 0xD8]), bytes.suffix(2) == [0xFF, 0xD9] else { return nil }
            var place = 2
            while place + 4 <= bytes.count, bytes[place] == 0xFF {
                let length = Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
                guard length >= 2, place + 2 + length <= bytes.count - 2 else { return nil }
                let segment = Array(bytes[place..<(place + 2 + length)])
                place += 2 + length
                switch segment[1] {
                case 0xDA:
                    scanHeader = segment
                    data = Array(bytes[place..<(bytes.count - 2)])
                    return
                case 0xC0, 0xC1: guard readFrame(segment) else { return nil }
                case 0xC2...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: return nil
                case 0xDD: hasRestarts = true
                default: break
                }
                segments.append(segment)
            }
            return nil
        }

        /// The segments before the scan, with a frame of this height.
        func head(height: Int) -> [UInt8] {
            segments.flatMap { segment -> [UInt8] in
                var segment = segment
                if (0xC0...0xC1).contains(segment[1]) { segment.replaceSubrange(5..<7, with: [UInt8(height >> 8), UInt8(height & 0xFF)]) }
                return segment
            }
        }

        private mutating func readFrame(_ segment: [UInt8]) -> Bool {
            guard segment.count >= 13, segment.count == 10 + 3 * Int(segment[9]) else { return false }
            height = Int(segment[5]) << 8 + Int(segment[6])
            let width = Int(segment[7]) << 8 + Int(segment[8])
            // A scan of one component is coded block by block, whatever its sampling.
            let sampling = segment[9] == 1 ? [0x11] : stride(from: 11, to: segment.count, by: 3).map { Int(segment[$0]) }
            let across = 8 * (sampling.map { $0 >> 4 }.max() ?? 1)
            unitHeight = 8 * (sampling.map { $0 & 15 }.max() ?? 1)
            guard across > 0, unitHeight > 0 else { return false }
            units = (width + across - 1) / across * ((height + unitHeight - 1) / unitHeight)
            return true
        }
    }
}
