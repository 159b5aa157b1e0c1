import CQPDF

/// Single values of a PDF's objects.
extension PDFStructure {
    func value(_ dictionary: qpdf_oh, _ key: String) -> qpdf_oh { unsafe qpdf_oh_get_key_if_dict(data, dictionary, key) }
    func has(_ dictionary: qpdf_oh, _ key: String) -> Bool { unsafe qpdf_oh_is_null(data, value(dictionary, key)) == 0 }
    func isStream(_ object: qpdf_oh) -> Bool { unsafe qpdf_oh_is_stream(data, object) != 0 }
    func isDictionary(_ object: qpdf_oh) -> Bool { unsafe qpdf_oh_is_dictionary(data, object) != 0 }

    /// With its stroke: `/Image`; empty for what is no name.
    func name(_ object: qpdf_oh) -> String {
        guard unsafe qpdf_oh_is_name(data, object) != 0, let name = unsafe qpdf_oh_get_name(data, object) else { return "" }
        return unsafe String(cString: name)
    }

    func integer(_ object: qpdf_oh) -> Int? {
        var value: Int64 = 0
        return unsafe qpdf_oh_get_value_as_longlong(data, object, &value) != 0 ? Int(value) : nil
    }

    func truth(_ object: qpdf_oh) -> Bool {
        var value: QPDF_BOOL = 0
        return unsafe qpdf_oh_get_value_as_bool(data, object, &value) != 0 && value != 0
    }

    func items(_ array: qpdf_oh) -> [qpdf_oh] {
        guard unsafe qpdf_oh_is_array(data, array) != 0 else { return [] }
        return (0..<(unsafe qpdf_oh_get_array_n_items(data, array))).map { unsafe qpdf_oh_get_array_item(data, array, $0) }
    }

    func decimals(_ array: qpdf_oh) -> [Double] {
        items(array).map { item in
            var value = 0.0
            _ = unsafe qpdf_oh_get_value_as_number(data, item, &value)
            return value
        }
    }

    /// The bytes of a string.
    func string(_ object: qpdf_oh) -> [UInt8]? {
        guard unsafe qpdf_oh_is_string(data, object) != 0 else { return nil }
        var count = 0
        guard let bytes = unsafe qpdf_oh_get_binary_string_value(data, object, &count) else { return nil }
        return unsafe UnsafeRawBufferPointer(start: bytes, count: count).map { $0 }
    }

    /// As it is written in the file, references followed once.
    func written(_ object: qpdf_oh) -> String? {
        guard let text = unsafe qpdf_oh_unparse_resolved(data, object) else { return nil }
        return unsafe String(cString: text)
    }

    /// A stream's bytes as they stand in the file.
    func codedBytes(of stream: qpdf_oh) -> [UInt8]? { bytes(of: stream, undoing: qpdf_dl_none) }
}
