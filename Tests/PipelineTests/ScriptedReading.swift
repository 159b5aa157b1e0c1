import Foundation
import Records
import Synchronization

/// A reader that answers as scripted, page by page, and notes what it is asked.
final class ScriptedReader: PageReader {
    private let pages: Int
    private let failures: [Int: ReadingFailure]
    private let copyFailures: Mutex<[ReadingFailure]>
    private let onRead: @Sendable (PageRequest) async -> Void
    private let asked = Mutex<[Int]>([])
    private let archived = Mutex<[Int]>([])

    /// - Parameters:
    ///   - failures: by page, every time it is read.
    ///   - copyFailures: of the tries to write an archival copy, the first first; then they succeed.
    ///   - onRead: what happens while a page is read.
    init(
        pages: Int, failures: [Int: ReadingFailure] = [:], copyFailures: [ReadingFailure] = [],
        onRead: @escaping @Sendable (PageRequest) async -> Void = { _ in }
    ) {
        self.copyFailures = Mutex(copyFailures)
        self.pages = pages
        self.failures = failures
        self.onRead = onRead
    }

    /// Pages in the order in which they were asked for.
    var pagesAsked: [Int] { asked.withLock(\.self) }
    /// Pages in the order in which they stand in the archival copies.
    var pagesArchived: [Int] { archived.withLock(\.self) }

    func examine(_ path: String) async throws(ReadingFailure) -> Examination { Examination(mediaType: .pdf, pages: pages) }

    func read(_ request: PageRequest) async throws(ReadingFailure) -> PageReading {
        asked.withLock { $0.append(request.page) }
        await onRead(request)
        if let failure = failures[request.page] { throw failure }
        return PageReading(page: request.page, lines: [], source: .ocr, width: 10, height: 10, resolution: 300)
    }
}

extension ScriptedReader {
    /// Writes the record's id where the copy should stand.
    func archive(_ request: ArchivalRequest) async throws(ReadingFailure) {
        if let failure = copyFailures.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { throw failure }
        archived.withLock { $0 += request.pages }
        guard FileManager.default.createFile(atPath: request.output, contents: Data(request.properties.identifier.utf8)) else {
            throw ReadingFailure(.crashed, "not written")
        }
    }
}

/// Finds a mark on the pages that it is told, and makes one record of every file.
struct ScriptedUnderstander: Understander {
    var marked: Set<Int> = []

    func secretMark(on page: PageReading) -> SecretMark? { marked.contains(page.page) ? .mat : nil }
    func split(_ pages: [PageSummary], by separating: Separating) -> [RecordPages] { [RecordPages(pages: pages.map(\.page))] }
    func summary(of page: PageReading) -> PageSummary {
        PageSummary(page: page.page, isBlank: false, barcodes: [], isCover: false, coverCode: nil)
    }
    func record(opening: [PageReading], closing: PageReading?, context: RecordContext) -> RecordDraft {
        RecordDraft(kind: .archive, form: "van_ban", fields: Fields(), reviewReasons: [], dossier: nil)
    }
}

/// Holds up whoever comes until it is opened.
final class Gate: Sendable {
    private enum State { case closed([CheckedContinuation<Void, Never>]), open }
    private let state = Mutex(State.closed([]))

    func pass() async {
        await withCheckedContinuation { waiter in
            let isOpen = state.withLock { state in
                guard case .closed(let waiting) = state else { return true }
                state = .closed(waiting + [waiter])
                return false
            }
            if isOpen { waiter.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            defer { state = .open }
            if case .closed(let waiting) = state { return waiting }
            return []
        }
        for waiter in waiting { waiter.resume() }
    }
}
