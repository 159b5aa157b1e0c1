import CQPDF
import Records

/// A PDF's objects, as qpdf resolves them: pages and the images they name, without drawing any.
@safe struct PDFStructure: ~Copyable {
    /// Only for use while this structure lives.
    let data: qpdf_data?
    /// Whether the cross-reference table was unusable and qpdf searched the file for objects.
    let wasRebuilt: Bool

    init(_ path: String) throws(ReadingFailure) {
        var data = unsafe qpdf_init()
        unsafe qpdf_silence_errors(data)
        unsafe qpdf_set_suppress_warnings(data, 1)
        let status = unsafe qpdf_read(data, path, nil)
        if status & QPDF_ERRORS != 0 {
            let failure = unsafe Self.failure(data)
            unsafe qpdf_cleanup(&data)
            throw failure
        }
        wasRebuilt = unsafe Self.mentionsRebuilding(data)
        unsafe self.data = unsafe data
        _ = unsafe qpdf_push_inherited_attributes_to_page(data)
    }

    deinit {
        var data = unsafe data
        unsafe qpdf_cleanup(&data)
    }

    func countPages() throws(ReadingFailure) -> Int {
        let pages = unsafe qpdf_get_num_pages(data)
        guard pages >= 0 else { throw unsafe Self.failure(data) }
        return Int(pages)
    }

    /// Throws unless the page's contents and images are in the file.
    func checkPage(_ page: Int) throws(ReadingFailure) {
        defer { unsafe qpdf_oh_release_all(data) }
        let object = unsafe qpdf_get_page_n(data, page - 1)
        guard unsafe qpdf_oh_is_dictionary(data, object) != 0 else { throw missing("page \(page)") }
        let contents = try contents(of: object, page: page)
        let drawn = Self.drawnNames(in: contents)
        guard drawn.isEmpty || drawn.isSubset(of: objectNames(of: object)) else { throw missing("an object that page \(page) draws") }
        for image in try images(in: object) {
            try PixelBudget.checkDecoding(width: image.width, height: image.height, bitsPerPixel: image.bitsPerPixel)
            guard hasData(image.object) else { throw missing("an image of page \(page)") }
        }
    }

    /// The images that a page names, those inside forms included.
    func images(ofPage page: Int) throws(ReadingFailure) -> [PDFImage] {
        try images(in: unsafe qpdf_get_page_n(data, page - 1))
    }

    /// A stream's bytes as they stand in the file, or with all but image compression undone.
    func bytes(of stream: qpdf_oh, undoing level: qpdf_stream_decode_level_e) -> [UInt8]? {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        var filtered: QPDF_BOOL = 0
        let status = unsafe qpdf_oh_get_stream_data(data, stream, level, &filtered, &buffer, &count)
        guard status & QPDF_ERRORS == 0, let buffer = unsafe buffer else { return nil }
        defer { unsafe buffer.deallocate() }
        return unsafe Array(UnsafeBufferPointer(start: buffer, count: count))
    }
}

extension PDFStructure {
    /// Forms within forms, and images of one page: bounds on what a hostile page may make us walk.
    private static var maximumDepth: Int { 4 }
    private static var maximumImages: Int { 2_000 }

    private func images(in page: qpdf_oh) throws(ReadingFailure) -> [PDFImage] {
        var images: [PDFImage] = []
        try collect(from: page, into: &images, depth: 0)
        return images
    }

    private func collect(from owner: qpdf_oh, into images: inout [PDFImage], depth: Int) throws(ReadingFailure) {
        let resources = unsafe qpdf_oh_get_key(data, owner, "/Resources")
        guard unsafe qpdf_oh_is_dictionary(data, resources) != 0 else { return }
        let objects = unsafe qpdf_oh_get_key(data, resources, "/XObject")
        guard unsafe qpdf_oh_is_dictionary(data, objects) != 0 else { return }
        for name in names(of: objects) {
            let object = unsafe qpdf_oh_get_key(data, objects, name)
            guard unsafe qpdf_oh_is_stream(data, object) != 0 else { throw missing("an object that a page draws") }
            let dictionary = unsafe qpdf_oh_get_dict(data, object)
            if unsafe qpdf_oh_is_name_and_equals(data, qpdf_oh_get_key(data, dictionary, "/Subtype"), "/Image") != 0 {
                guard images.count < Self.maximumImages else { throw ReadingFailure(.tooLarge, "more than \(Self.maximumImages) images on a page") }
                images.append(image(object, dictionary))
            } else if depth < Self.maximumDepth {
                try collect(from: dictionary, into: &images, depth: depth + 1)
            }
        }
    }

    private func image(_ object: qpdf_oh, _ dictionary: qpdf_oh) -> PDFImage {
        func number(_ key: String) -> Int {
            var value: Int64 = 0
            _ = unsafe qpdf_oh_get_value_as_longlong(data, qpdf_oh_get_key(data, dictionary, key), &value)
            return Int(value)
        }
        var mask: QPDF_BOOL = 0
        _ = unsafe qpdf_oh_get_value_as_bool(data, qpdf_oh_get_key(data, dictionary, "/ImageMask"), &mask)
        return PDFImage(
            object: object, width: number("/Width"), height: number("/Height"), bitsPerComponent: mask != 0 ? 1 : max(1, number("/BitsPerComponent")))
    }

    private func names(of dictionary: qpdf_oh) -> [String] {
        var names: [String] = []
        unsafe qpdf_oh_begin_dict_key_iter(data, dictionary)
        while unsafe qpdf_oh_dict_more_keys(data) != 0 {
            if let name = unsafe qpdf_oh_dict_next_key(data) { names.append(unsafe String(cString: name)) }
        }
        return names
    }

    /// The names of the images and forms that are there for a page to draw.
    private func objectNames(of page: qpdf_oh) -> Set<String> {
        let resources = unsafe qpdf_oh_get_key(data, page, "/Resources")
        guard unsafe qpdf_oh_is_dictionary(data, resources) != 0 else { return [] }
        let objects = unsafe qpdf_oh_get_key(data, resources, "/XObject")
        return unsafe qpdf_oh_is_dictionary(data, objects) != 0 ? Set(names(of: objects)) : []
    }

    /// The names before `Do` in contents that are as short as those of a scan's page.
    private static func drawnNames(in contents: [UInt8]) -> Set<String> {
        guard contents.count <= maximumScannedContents else { return [] }
        let words = contents.split { [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains($0) }
        let names = zip(words, words.dropFirst()).filter { $1.elementsEqual("Do".utf8) && $0.first == UInt8(ascii: "/") }
        return Set(names.map { String(decoding: $0.0, as: UTF8.self) })
    }

    /// Bytes of contents that are searched for what they draw.
    private static var maximumScannedContents: Int { 4_096 }

    /// What a page draws. Without contents it is a blank page, unless the file had to be rebuilt: then its contents were lost.
    private func contents(of page: qpdf_oh, page number: Int) throws(ReadingFailure) -> [UInt8] {
        let contents = unsafe qpdf_oh_get_key(data, page, "/Contents")
        var streams = [contents]
        if unsafe qpdf_oh_is_array(data, contents) != 0 {
            let count = unsafe qpdf_oh_get_array_n_items(data, contents)
            streams = (0..<count).map { unsafe qpdf_oh_get_array_item(data, contents, $0) }
        } else if unsafe qpdf_oh_is_stream(data, contents) == 0 {
            if wasRebuilt { throw missing("the contents of page \(number)") }
            return []
        }
        for stream in streams where unsafe qpdf_oh_is_stream(data, stream) == 0 || !hasData(stream) {
            throw missing("the contents of page \(number)")
        }
        return streams.flatMap { bytes(of: $0, undoing: qpdf_dl_generalized) ?? [] }
    }

    /// Whether a stream has bytes in the file, and not only zeros.
    private func hasData(_ stream: qpdf_oh) -> Bool {
        guard let bytes = bytes(of: stream, undoing: qpdf_dl_none) else { return false }
        return bytes.isEmpty || bytes.contains { $0 != 0 }
    }

    private func missing(_ what: String) -> ReadingFailure { ReadingFailure(.truncated, "PDF without \(what)", mayPass: true) }

    private static func failure(_ data: qpdf_data?) -> ReadingFailure {
        let error = unsafe qpdf_get_error(data)
        let code = unsafe qpdf_get_error_code(data, error)
        if code == qpdf_e_password || code == qpdf_e_unsupported { return ReadingFailure(.encrypted, "PDF needs a password") }
        return ReadingFailure(.unreadable, "PDF structure does not resolve (qpdf error \(code.rawValue))", mayPass: true)
    }

    private static func mentionsRebuilding(_ data: qpdf_data?) -> Bool {
        var found = false
        while unsafe qpdf_more_warnings(data) != 0 {
            let warning = unsafe qpdf_next_warning(data)
            guard let detail = unsafe qpdf_get_error_message_detail(data, warning) else { continue }
            if unsafe String(cString: detail).contains("reconstruct") { found = true }
        }
        return found
    }
}
