internal import Logging
internal import Records

/// What a scan's reading has come to.
package enum ScanProgress: Sendable, Equatable {
    case examined(pages: Int)
    case read(page: Int)
}

extension ScanPipeline {
    package typealias Progress = @Sendable (ScanProgress) -> Void

    /// Reads pages, a few at a time, until every one is read or lost, or one bears a mark of secrecy.
    func read(_ pages: [Int], of work: inout ScanWork, progress: @escaping Progress) async throws(Interruption) -> ScanLife.Action {
        progress(.examined(pages: work.scan.pages ?? pages.count))
        do {
            return try await withThrowingTaskGroup(of: ScanLife.Event.self) { group in
                var left = pages[...]
                for _ in 0..<limits.pagesAhead {
                    if let page = left.popFirst() { readOne(page, of: work, in: &group) }
                }
                while let event = try await group.next() {
                    if case .read(let page) = event { progress(.read(page: page)) }
                    let action = work.life.event(event)
                    switch action {
                    case .read(let again): left.insert(contentsOf: again, at: left.startIndex)
                    case .nothing: break
                    default:
                        group.cancelAll()
                        return action
                    }
                    if let page = left.popFirst() { readOne(page, of: work, in: &group) }
                }
                return .nothing
            }
        } catch {
            throw Interruption(error)
        }
    }

    private func readOne(_ page: Int, of work: ScanWork, in group: inout ThrowingTaskGroup<ScanLife.Event, any Error>) {
        guard let mediaType = work.scan.mediaType else { return }
        let request = PageRequest(
            path: store.original(of: work.hash), mediaType: mediaType, page: page, languages: work.pipeline?.languages ?? Self.defaultLanguages)
        let scan = work.scan.id
        let (hash, released) = (work.hash, work.released)
        group.addTask { try await readAndScreen(request, of: hash, scan: scan, released: released) }
    }

    /// Tesseract's language data where no pipeline says another.
    package static var defaultLanguages: String { "vie" }

    /// One page: read, looked at for a mark of secrecy, and only then written down.
    /// - Parameter released: marks that a person has said to be none.
    private func readAndScreen(
        _ request: PageRequest, of hash: ContentHash, scan: String, released: Set<SecretFinding>
    ) async throws -> ScanLife.Event {
        do {
            let reading = try await reader.read(request)
            try Task.checkCancellation()
            if let finding = understander.secretMark(on: reading).map({ SecretFinding(mark: $0, page: request.page) }), !released.contains(finding) {
                return .marked(finding)
            }
            try await store.save(reading, of: hash)
            return .read(page: request.page)
        } catch let failure as ReadingFailure {
            try Task.checkCancellation()
            log.notice(
                "a page was not read",
                metadata: ["scan": "\(scan)", "page": "\(request.page)", "code": "\(failure.code.rawValue)", "detail": "\(failure.detail)"])
            if failure.isInstallationFault { throw Interruption.failed(failure.detail) }
            try store.noteFailure(of: request.page, of: hash)
            return failure.mayPass
                ? .failed(page: request.page, SetAsideReason(failure.code)) : .lost(page: request.page, SetAsideReason(failure.code))
        }
    }
}
