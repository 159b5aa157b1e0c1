import Records

/// The table of contents of a HEIC: which items there are, and where their data lies (ISO/IEC 14496-12, 8.11).
struct HEICContents {
    /// Bytes of the file; without a length, all that follow.
    struct Place: Hashable {
        var offset: Int
        var length: Int
    }

    private(set) var types: [Int: String] = [:]
    /// Of items whose data lies in the file itself, not in the table.
    private(set) var places: [Int: [Place]] = [:]

    static var cut: ReadingFailure { ReadingFailure(.truncated, "HEIC without all of its boxes and data", mayPass: true) }

    /// - Parameter table: what is inside the box `meta`.
    init(table: [UInt8]) throws(ReadingFailure) {
        var cursor = Cursor(table[...])
        try cursor.skip(4)
        while let (type, inside) = try cursor.box() {
            if type == "iinf" { try readTypes(Cursor(inside)) }
            if type == "iloc" { try readPlaces(Cursor(inside)) }
        }
    }

    func items(ofType type: String) -> [Int] { types.filter { $0.value == type }.map(\.key) }

    private mutating func readTypes(_ inside: Cursor) throws(ReadingFailure) {
        var cursor = inside
        let version = try cursor.number(4) >> 24
        try cursor.skip(version == 0 ? 2 : 4)
        while let (type, inside) = try cursor.box() {
            guard type == "infe" else { continue }
            var entry = Cursor(inside)
            let version = try entry.number(4) >> 24
            guard version >= 2 else { continue }
            let item = try entry.number(version == 2 ? 2 : 4)
            try entry.skip(2)
            types[item] = try entry.name()
        }
    }

    private mutating func readPlaces(_ inside: Cursor) throws(ReadingFailure) {
        var cursor = inside
        let version = try cursor.number(4) >> 24
        let sizes = try cursor.number(2)
        let (offset, length, base) = (sizes >> 12, sizes >> 8 & 0xF, sizes >> 4 & 0xF)
        let index = version == 0 ? 0 : sizes & 0xF
        // Without it, a few bytes could tell of billions of places.
        guard offset + length > 0 else { throw ReadingFailure(.unreadable, "a table without places") }
        for _ in 0..<(try cursor.number(version < 2 ? 2 : 4)) {
            let item = try cursor.number(version < 2 ? 2 : 4)
            let method = version == 0 ? 0 : try cursor.number(2) & 0xF
            try cursor.skip(2)
            let start = try cursor.number(base)
            for _ in 0..<(try cursor.number(2)) {
                try cursor.skip(index)
                let (begin, overflow) = start.addingReportingOverflow(try cursor.number(offset))
                let place = Place(offset: begin, length: try cursor.number(length))
                guard !overflow, !begin.addingReportingOverflow(place.length).overflow else { throw Self.cut }
                if method == 0 { places[item, default: []].append(place) }
            }
        }
    }

    /// Reads on and on; at the end of its bytes the file is not whole.
    private struct Cursor {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

        /// A big-endian number.
        mutating func number(_ bytes: Int) throws(ReadingFailure) -> Int {
            guard bytes <= 8, rest.count >= bytes, bytes < 8 || (rest.first ?? 0) < 0x80 else { throw cut }
            defer { rest = rest.dropFirst(bytes) }
            return rest.prefix(bytes).reduce(0) { $0 << 8 | Int($1) }
        }

        mutating func name() throws(ReadingFailure) -> String {
            guard rest.count >= 4 else { throw cut }
            defer { rest = rest.dropFirst(4) }
            return String(decoding: rest.prefix(4), as: UTF8.self)
        }

        mutating func skip(_ bytes: Int) throws(ReadingFailure) {
            guard rest.count >= bytes else { throw cut }
            rest = rest.dropFirst(bytes)
        }

        /// The next box: its type, and what is inside it; nil at the end.
        mutating func box() throws(ReadingFailure) -> (String, ArraySlice<UInt8>)? {
            if rest.isEmpty { return nil }
            guard let box = ISOBox(rest, remaining: rest.count), box.size <= rest.count else { throw cut }
            defer { rest = rest.dropFirst(box.size) }
            return (box.type, rest.prefix(box.size).dropFirst(box.head))
        }
    }
}
