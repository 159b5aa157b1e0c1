/// What a file is that no scan should be, so that the clerk is told by name.
package enum ForeignFormat: String, Sendable, Codable, CaseIterable {
    case heif, avif, gif, bmp, djvu, word, excel, html, rtf, zip, rar, video, program
    case jpeg2000 = "jpeg_2000"
    case powerPoint = "power_point"
    case openDocument = "open_document"
    case oldOffice = "old_office"
    case sevenZip = "7z"
    case postScript = "post_script"

    /// As people call it.
    package var name: String {
        switch self {
        case .heif: "ảnh HEIF không theo chuẩn HEIC"
        case .avif: "ảnh AVIF"
        case .gif: "ảnh GIF"
        case .bmp: "ảnh BMP"
        case .jpeg2000: "ảnh JPEG 2000"
        case .djvu: "tệp DjVu"
        case .word: "tệp Word"
        case .excel: "bảng tính Excel"
        case .powerPoint: "tệp PowerPoint"
        case .openDocument: "tệp OpenDocument (LibreOffice)"
        case .oldOffice: "tệp Office đời cũ (.doc, .xls, .ppt)"
        case .html: "trang web (HTML), có thể do tải về không thành công"
        case .rtf: "tệp RTF"
        case .zip: "tệp nén ZIP"
        case .rar: "tệp nén RAR"
        case .sevenZip: "tệp nén 7z"
        case .video: "tệp video"
        case .program: "tệp chương trình"
        case .postScript: "tệp PostScript"
        }
    }

    /// What the clerk does about it.
    package var advice: String {
        switch self {
        case .zip, .rar, .sevenZip: "Hãy giải nén rồi thả từng tệp bên trong."
        case .word, .excel, .powerPoint, .openDocument, .oldOffice, .rtf: "Hãy xuất thành PDF rồi thả lại."
        case .heif, .avif, .gif, .bmp, .jpeg2000: "Hãy lưu thành JPEG hoặc PNG rồi thả lại."
        default: "Hãy quét thành PDF, TIFF, JPEG hoặc PNG."
        }
    }
}

extension SetAsideReason {
    /// Why a file is set aside that could not be read.
    package init(_ failure: ReadingFailure) {
        let message = failure.format.map { "Tệp là \($0.name), không phải bản quét được hỗ trợ. \($0.advice)" }
        self.init(failure.code, message: message)
    }
}
