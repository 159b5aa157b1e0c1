internal import Foundation
internal import Logging
internal import Records

/// The four ends of a scan. Each is one transaction in the catalogue; the spool is emptied after it, the inbox last of all.
extension ScanPipeline {
    /// The outcome that these bytes have had before, if they have: a duplicate, a restricted file again, or our own outcome from
    /// before a crash, when only the inbox was left to empty.
    func knownAlready(_ spooled: SpooledScan) async throws(Interruption) -> Scan? {
        let settled = try await Interruption.wrap { try await catalogue.settledScan(spooled.sha256) }
        let own = try await Interruption.wrap { try await catalogue.scan(id: spooled.id) }
        let unreleased = try await unreleasedTwin(of: spooled)
        let earlier: Scan?
        if let own, own.state.isOutcome {
            earlier = own
        } else if let unreleased {
            earlier = unreleased
        } else if let settled, settled.state == .restricted {
            earlier = settled
        } else if let settled {
            earlier = try await duplicate(spooled, of: settled)
        } else {
            return nil
        }
        if let own, let earlier, own.id != earlier.id {
            // A start after a crash told of it as waiting before it was known to be the earlier one.
            try await Interruption.wrap { try await catalogue.forget(scan: own.id) }
        }
        try Interruption.wrap { try store.discard(spooled.sha256) }
        return earlier
    }

    /// The ended scan of the very same inbox file that has not left its folder yet.
    private func unreleasedTwin(of spooled: SpooledScan) async throws(Interruption) -> Scan? {
        guard let path = spooled.inboxPath.map(InboxPath.init) else { return nil }
        let unreleased = try await Interruption.wrap { try await catalogue.unreleasedScans() }
        return unreleased.first {
            $0.sha256 == spooled.sha256 && $0.pipeline == spooled.pipeline && $0.inboxPath.map(InboxPath.init) == path
        }
    }

    private func duplicate(_ spooled: SpooledScan, of first: Scan) async throws(Interruption) -> Scan {
        var work = ScanWork(spooled, pipeline: pipelines.first { $0.name == spooled.pipeline }, life: ScanLife())
        work.scan.mediaType = first.mediaType
        work.scan.pages = first.pages
        work.scan.duplicateOf = first.id
        if work.pipeline == nil { work.scan.pipeline = first.pipeline }
        work.ended(.duplicate, at: clock())
        return try await end(work.scan)
    }

    func reject(_ work: ScanWork, _ reason: SetAsideReason) async throws(Interruption) -> Scan {
        var work = work
        work.scan.reason = reason
        work.ended(.rejected, at: clock())
        let scan = try await end(work.scan)
        try Interruption.wrap { try store.discard(work.hash) }
        return scan
    }

    /// Holds a file back. From here on nothing but its hash, the page, the mark and the time is known of it.
    func restrict(_ work: ScanWork, _ finding: SecretFinding) async throws(Interruption) -> Scan {
        var work = work
        work.scan.fileName = nil
        work.scan.inboxPath = nil
        work.scan.markedPage = finding.page
        work.scan.reason = SetAsideReason(.secretMark, mark: finding.mark)
        work.ended(.restricted, at: clock())
        let scan = try await end(work.scan)
        try Interruption.wrap { try store.discard(work.hash) }
        return scan
    }

    private func end(_ scan: Scan) async throws(Interruption) -> Scan {
        try await Interruption.wrap { try await catalogue.end(scan, by: actor) }
        log.info("a scan ended", metadata: ["scan": "\(scan.id)", "pipeline": "\(scan.pipeline)", "outcome": "\(scan.state.rawValue)"])
        return scan
    }

    /// Understands the pages in the store and enters scan, records, index and trail in one transaction.
    func enterIntoCatalogue(_ work: inout ScanWork) async throws(Interruption) {
        var records: [Record] = []
        for record in try makeRecords(of: work) { records.append(try await archived(record, of: work)) }
        if work.pipeline == nil, let kind = records.first?.kind, let pipeline = pipelines.first(where: { $0.kind == kind }) {
            work.scan.pipeline = pipeline.name
        }
        work.ended(.recorded, at: clock())
        let (scan, entered) = (work.scan, records)
        try await Interruption.wrap {
            try await catalogue.record(scan, records: entered, by: actor) { page in PageText(try store.reading(of: page, of: scan.sha256)) }
        }
        log.info(
            "a scan ended", metadata: ["scan": "\(scan.id)", "pipeline": "\(scan.pipeline)", "outcome": "recorded", "records": "\(records.count)"])
    }

    func makeRecords(of work: ScanWork) throws(Interruption) -> [Record] {
        let count = max(1, work.scan.pages ?? 1)
        let pages = (work.pipeline?.sideOrder ?? .asScanned).pages(of: count)
        var summaries: [PageSummary] = []
        for page in pages ?? Array(1...count) { summaries.append(understander.summary(of: try reading(page, of: work))) }
        var records: [Record] = []
        for (index, part) in understander.split(summaries, by: work.pipeline?.separating ?? Separating()).enumerated() {
            records.append(try makeRecord(part, number: index + 1, of: work))
        }
        return pages == nil ? records.map(inScannedOrder) : records
    }

    /// Why a record of a stack whose fronts and backs are not equally many waits for a person.
    static let sidesUnequal = "sides_unequal"

    private func inScannedOrder(_ record: Record) -> Record {
        var record = record
        record.reviewReasons.append(Self.sidesUnequal)
        record.status = .needsReview
        return record
    }

    private func makeRecord(_ part: RecordPages, number: Int, of work: ScanWork) throws(Interruption) -> Record {
        var opening: [PageReading] = []
        for page in part.pages.prefix(understander.openingPages) { opening.append(try reading(page, of: work)) }
        var closing: PageReading?
        if part.pages.count > opening.count, let last = part.pages.last { closing = try reading(last, of: work) }
        let now = clock()
        let context = RecordContext(
            pages: part, fileName: work.spooled.fileName, folders: work.spooled.folders, pipeline: work.pipeline, today: CalendarDate(of: now))
        let draft = understander.record(opening: opening, closing: closing, context: context)
        return Record(
            id: "\(work.scan.id)-\(number)", scan: work.scan.id, file: work.spooled.fileName, pages: part.pages, kind: draft.kind, form: draft.form,
            status: draft.reviewReasons.isEmpty ? .accepted : .needsReview, reviewReasons: draft.reviewReasons, fields: draft.fields,
            barcodes: part.barcodes, dossier: draft.dossier, createdAt: now)
    }

    private func reading(_ page: Int, of work: ScanWork) throws(Interruption) -> PageReading {
        try Interruption.wrap { try store.reading(of: page, of: work.hash) }
    }
}
