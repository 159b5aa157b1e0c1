import Foundation
import Glibc
import Records
import Testing

@testable import Reading

/// The worker's loop and its limits, each in a process of its own.
@Suite("A worker") struct WorkerTests {
    @Test("Answers what it is asked, and what it does not understand")
    func answers() throws {
        let desk = WorkerDesk()
        let path = Samples.folder.appending(path: "archive/bien-ban-xoay-ngang.tif").path
        let request = try JSONEncoder().encode(WorkerRequest.examine(path: path))
        #expect(desk.answer(desk.question(request)) == .examined(Examination(mediaType: .tiff, pages: 1)))
        guard case .failed = desk.answer(desk.question(Data("{".utf8))) else {
            Issue.record("nonsense was answered")
            return
        }
    }

    @Test("Cuts pieces out of the upright page")
    func crops() throws {
        // Lies on its side by a quarter: upright, its title stands in the upper half.
        let path = Samples.folder.appending(path: "archive/bien-ban-xoay-ngang.tif").path
        let reading = try Samples.read("archive/bien-ban-xoay-ngang.tif")
        let halves = [Box(x: 0, y: 0, width: 1, height: 0.5), Box(x: 0, y: 0.5, width: 1, height: 0.5)]
        let request = CropRequest(path: path, mediaType: .tiff, page: 1, rotation: reading.rotation, boxes: halves, widest: 10_000)
        guard case .cropped(let pieces) = WorkerDesk().answer(.success(.crop(request))) else {
            Issue.record("no pieces")
            return
        }
        let read = try pieces.map { piece in
            try Samples.withFile(piece) { try PageRecogniser().read(PageRequest(path: $0, mediaType: .jpeg, page: 1, languages: "vie")) }
        }
        #expect(read.map { $0.text.contains("BIÊN BẢN") } == [true, false])
        #expect(read.allSatisfy { $0.width == reading.width && abs(2 * $0.height - reading.height) <= 2 })
    }

    @Test("Ends with its input")
    func endOfInput() async {
        await #expect(processExitsWith: .success) {
            setenv("OMP_THREAD_LIMIT", "1", 1)
            close(STDIN_FILENO)
            _ = open("/dev/null", O_RDONLY)
            Worker.run(WorkerLimits())
        }
    }

    @Test("Gets no more memory than its limit")
    func memory() async {
        await #expect(processExitsWith: .success) {
            let limits = WorkerLimits()
            limits.apply()
            exit(malloc(limits.memoryBytes) == nil ? 0 : 1)
        }
    }

    @Test("Is ended by the kernel when a request takes too long")
    func time() async {
        await #expect(processExitsWith: .signal(SIGXCPU)) {
            var limits = WorkerLimits()
            limits.pageSeconds = 0
            limits.allowNextRequest()
            while true {}
        }
    }

    @Test("Opens no more files than its limit, and writes none larger")
    func files() async {
        await #expect(processExitsWith: .success) {
            var limits = WorkerLimits()
            limits.openFiles = 256
            limits.fileBytes = 1024
            limits.apply()
            let opened = (0..<512).map { _ in open("/dev/null", O_RDONLY) }
            signal(SIGXFSZ, SIG_IGN)
            opened.filter { $0 >= 0 }.prefix(4).forEach { close($0) }
            let file = tmpfile()
            let wrote = fwrite([UInt8](repeating: 1, count: 4096), 1, 4096, file)
            let flushed = fflush(file)
            exit(opened.contains(-1) && (wrote < 4096 || flushed != 0) ? 0 : 1)
        }
    }

    @Test("Knows its libraries, and that the language data is there")
    func libraries() {
        let report = Libraries.report(languages: ["vie"])
        #expect(report.allSatisfy { $0.isFit }, "\(report)")
        #expect(report.contains { $0.name == "tesseract data vie" })
        #expect(report.contains { $0.name == "tesseract data Vietnamese" && $0.detail.isEmpty }, "the model for worn print")
        #expect(Libraries.report(languages: ["vie", "no_such_language"]).count { !$0.isFit } == 1)
    }

    @Test("The model for worn print is that of the languages' script; a language without one has none")
    func scripts() {
        #expect(Engines.scripts(of: "vie+eng") == "Vietnamese+eng")
        #expect(Engines().scriptEngine(for: "vie")?.languages == "Vietnamese")
        #expect(Engines().scriptEngine(for: "eng") == nil)
    }
}
