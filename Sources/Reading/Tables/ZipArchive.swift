import CZip

/// A ZIP file whose parts are read as streams, by libzip. Read in a worker only.
@safe final class ZipArchive {
    private let archive: OpaquePointer

    /// Nil where the file is no ZIP, or not whole.
    init?(_ path: String) {
        var error: Int32 = 0
        guard let archive = unsafe zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &error) else { return nil }
        unsafe self.archive = unsafe archive
    }

    deinit { unsafe zip_discard(archive) }

    func has(_ part: String) -> Bool { unsafe zip_name_locate(archive, part, 0) >= 0 }

    /// The part as XML, read as it is walked. Nil where it is not there.
    func xml(_ part: String) -> XMLPart? {
        guard let file = unsafe zip_fopen(archive, part, 0) else { return nil }
        return unsafe XMLPart(file, of: self)
    }
}
