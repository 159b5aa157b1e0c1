// The bound of `scripts/bench`: a warm Tesseract engine that does nothing but recognise pictures that are decoded already.
//
//     bench-bound LANGUAGES RESOLUTION      then a path a line on standard input; answers the number of words, a line each
//
// Built by scripts/bench from Sources/C alone: nothing of the program that is measured is in it.
import CLeptonica
import CTesseract
import Foundation

func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

func complain(_ line: String) -> Never {
    FileHandle.standardError.write(Data("bench-bound: \(line)\n".utf8))
    exit(1)
}

let words = CommandLine.arguments
guard words.count == 3, let resolution = Int32(words[2]) else { complain("LANGUAGES RESOLUTION") }
guard let engine = TessBaseAPICreate(), TessBaseAPIInit2(engine, nil, words[1], OEM_LSTM_ONLY) == 0 else { complain("no language data \(words[1])") }
TessBaseAPISetVariable(engine, "debug_file", "/dev/null")
// As SoHoa sets it: without a second pass over doubtful lines in search of white on black. The bound is the lower for it.
TessBaseAPISetVariable(engine, "tessedit_do_invert", "0")
say("ready")
while let path = readLine() {
    var picture = pixRead(path)
    guard picture != nil else { complain("cannot read \(path)") }
    TessBaseAPISetPageSegMode(engine, PSM_AUTO)
    TessBaseAPISetImage2(engine, picture)
    TessBaseAPISetSourceResolution(engine, resolution)
    guard TessBaseAPIRecognize(engine, nil) == 0, let text = TessBaseAPIGetUTF8Text(engine) else { complain("cannot recognise \(path)") }
    say(String(String(cString: text).split(whereSeparator: \.isWhitespace).count))
    TessDeleteText(text)
    TessBaseAPIClear(engine)
    pixDestroy(&picture)
}
TessBaseAPIEnd(engine)
TessBaseAPIDelete(engine)
