import CLeptonica
import CTesseract
import Foundation
import Records

/// Tesseract with its language data loaded: takes a second to make, so it is kept from page to page.
@safe final class TesseractEngine {
    let languages: String
    private let api: OpaquePointer

    init(languages: String) throws(ReadingFailure) {
        LeptonicaChatter.silence()
        self.languages = languages
        guard let api = unsafe TessBaseAPICreate() else { throw ReadingFailure(.crashed, "no memory for Tesseract", mayPass: true) }
        unsafe self.api = unsafe api
        guard unsafe TessBaseAPIInit2(api, nil, languages, OEM_LSTM_ONLY) == 0 else {
            throw .installation("Tesseract finds no language data \(languages)")
        }
        for (name, value) in Self.settings { unsafe TessBaseAPISetVariable(api, name, value) }
    }

    deinit {
        unsafe TessBaseAPIEnd(api)
        unsafe TessBaseAPIDelete(api)
    }

    /// White on black is not looked for: it costs a second pass over every doubtful line.
    private static let settings = ["debug_file": "/dev/null", "tessedit_do_invert": "0"]

    /// The words on a picture, in Tesseract's reading order, with boxes in its pixels.
    func recognise(_ raster: Raster, resolution: Double, mode: PageMode = .page) throws(ReadingFailure) -> [RecognisedWord] {
        try raster.withPix { pix throws(ReadingFailure) in
            unsafe TessBaseAPISetPageSegMode(api, mode.segmentation)
            unsafe TessBaseAPISetImage2(api, pix)
            unsafe TessBaseAPISetSourceResolution(api, Int32(resolution.rounded()))
            defer { unsafe TessBaseAPIClear(api) }
            guard unsafe TessBaseAPIRecognize(api, nil) == 0 else { throw ReadingFailure(.unreadable, "recognition failed") }
            return words()
        }
    }

    private func words() -> [RecognisedWord] {
        guard let iterator = unsafe TessBaseAPIGetIterator(api) else { return [] }
        defer { unsafe TessResultIteratorDelete(iterator) }
        guard let place = unsafe TessResultIteratorGetPageIterator(iterator) else { return [] }
        var words: [RecognisedWord] = []
        var line = -1
        var block = -1
        repeat {
            if unsafe TessPageIteratorIsAtBeginningOf(place, RIL_BLOCK) != 0 { block += 1 }
            if unsafe TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) != 0 { line += 1 }
            if let word = unsafe word(iterator, place, line: line, block: block) { words.append(word) }
        } while unsafe TessResultIteratorNext(iterator, RIL_WORD) != 0
        return words
    }

    private func word(_ iterator: OpaquePointer, _ place: OpaquePointer, line: Int, block: Int) -> RecognisedWord? {
        guard let text = unsafe TessResultIteratorGetUTF8Text(iterator, RIL_WORD) else { return nil }
        defer { unsafe TessDeleteText(text) }
        var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard unsafe TessPageIteratorBoundingBox(place, RIL_WORD, &left, &top, &right, &bottom) != 0 else { return nil }
        var word = RecognisedWord(
            text: unsafe String(cString: text).precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines),
            confidence: Double(unsafe TessResultIteratorConfidence(iterator, RIL_WORD)) / 100,
            left: Int(left), top: Int(top), right: Int(right), bottom: Int(bottom), line: line, block: block)
        if BlankSearch.mayStandBeside(word.text) { word.signs = unsafe signs(of: iterator, count: word.text.count) }
        return word
    }

    /// The columns of each sign of the iterator's word; none where the engine counts its signs otherwise.
    private func signs(of iterator: OpaquePointer, count: Int) -> [Range<Int>] {
        guard let copy = unsafe TessResultIteratorCopy(iterator) else { return [] }
        defer { unsafe TessResultIteratorDelete(copy) }
        guard let place = unsafe TessResultIteratorGetPageIterator(copy) else { return [] }
        var signs: [Range<Int>] = []
        repeat {
            var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            guard unsafe TessPageIteratorBoundingBox(place, RIL_SYMBOL, &left, &top, &right, &bottom) != 0 else { return [] }
            signs.append(Int(left)..<max(Int(left), Int(right)))
            if unsafe TessPageIteratorIsAtFinalElement(place, RIL_WORD, RIL_SYMBOL) != 0 { break }
        } while unsafe TessResultIteratorNext(copy, RIL_SYMBOL) != 0
        return signs.count == count ? signs : []
    }
}

/// How much of a page a picture shows.
enum PageMode {
    case page, block, line

    fileprivate var segmentation: TessPageSegMode {
        switch self {
        case .page: PSM_AUTO
        case .block: PSM_SINGLE_BLOCK
        case .line: PSM_SINGLE_LINE
        }
    }
}
