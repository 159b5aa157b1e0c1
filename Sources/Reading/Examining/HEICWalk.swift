import Records

/// Tells whether a HEIC is whole: its boxes up to the last, its table of contents, and every coded picture where the table says.
///
/// libheif decodes what it finds of a picture and says nothing of the rest: that there is data all the way is seen here.
enum HEICWalk {
    /// Of the table of contents: a picture of a hundred tiles needs 10 KB.
    private static let largestTable = 4 << 20
    /// No coded picture has as many zeros in a row (ISO/IEC 23008-2, 7.4.2): a copy has not filled them yet.
    private static let zeros = 16
    private static let blockBytes = 1 << 16

    /// The number of pages: 1, the picture that the file itself calls the primary one.
    static func check(_ file: borrowing HostileFile, path: String) throws(ReadingFailure) -> Int {
        let contents = try HEICContents(table: table(of: file))
        let coded = contents.items(ofType: "hvc1")
        if !contents.items(ofType: "av01").isEmpty { throw foreign(.avif) }
        if coded.isEmpty { throw foreign(.heif) }
        try checkData(Set(coded.flatMap { contents.places[$0] ?? [] }), of: file)
        _ = try HEICPicture(path)
        return 1
    }

    /// Looks at every byte of the coded pictures, once.
    private static func checkData(_ places: Set<HEICContents.Place>, of file: borrowing HostileFile) throws(ReadingFailure) {
        var left = file.size
        for place in places {
            guard place.offset <= file.size else { throw HEICContents.cut }
            let end = place.offset + (place.length == 0 ? file.size - place.offset : place.length)
            guard end <= file.size else { throw HEICContents.cut }
            left -= end - place.offset
            guard left >= 0 else { throw ReadingFailure(.unreadable, "pictures that share their data") }
            try checkFilled(place.offset..<end, of: file)
        }
    }

    private static func checkFilled(_ range: Range<Int>, of file: borrowing HostileFile) throws(ReadingFailure) {
        var run = 0
        for start in stride(from: range.lowerBound, to: range.upperBound, by: blockBytes) {
            for byte in try file.bytes(at: start, count: min(blockBytes, range.upperBound - start)) {
                run = byte == 0 ? run + 1 : 0
                guard run < zeros else { throw HEICContents.cut }
            }
        }
    }

    /// What is inside the box `meta`, once every box has been seen to lie in the file.
    private static func table(of file: borrowing HostileFile) throws(ReadingFailure) -> [UInt8] {
        var table: [UInt8]?
        var offset = 0
        while offset < file.size {
            // What follows the last box is not ours: phones append their own notes.
            guard let box = try ISOBox(file.bytes(at: offset, count: ISOBox.longestHead), remaining: file.size - offset) else { break }
            guard box.size <= file.size - offset else { throw HEICContents.cut }
            if box.type == "meta", table == nil {
                guard box.size <= largestTable else { throw ReadingFailure(.tooLarge, "a table of \(box.size) bytes, at most \(largestTable)") }
                table = try file.bytes(at: offset + box.head, count: box.size - box.head)
            }
            offset += box.size
        }
        guard let table else { throw HEICContents.cut }
        return table
    }

    private static func foreign(_ format: ForeignFormat) -> ReadingFailure {
        var failure = ReadingFailure(.unsupported, format.rawValue)
        failure.format = format
        return failure
    }
}
