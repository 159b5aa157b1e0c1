internal import Logging
internal import Records

/// The archival copies of a scan's records, made when its bytes and readings are in the store.
extension ScanPipeline {
    /// Why a record without a copy waits for a person.
    static let noCopy = ReviewReason.noArchivalCopy

    /// The record with its archival copy. One that cannot be made holds nothing up: the original is kept, and a person is told.
    func archived(_ record: Record, of work: ScanWork) async throws(Interruption) -> Record {
        var record = record
        record.copy = try await archivalCopy(of: record, work.scan, name: record.id)
        if record.copy == nil {
            record.reviewReasons.append(Self.noCopy)
            record.status = .needsReview
        }
        return record
    }

    /// A name for a later copy of a record, beside the one that the catalogue knows: which stays until it knows the new one.
    static func laterName(of record: Record) -> String { "\(record.id).\(String(UInt32.random(in: 1 << 28 ... .max), radix: 16))" }

    /// Nil where it cannot be made of these bytes.
    func archivalCopy(of record: Record, _ scan: Scan, name: String) async throws(Interruption) -> ArchivalCopy? {
        let hash = scan.sha256
        let output = try Interruption.wrap { try store.archivalPath(of: name, of: hash) }
        let request = ArchivalRequest(
            path: store.original(of: hash), mediaType: scan.mediaType ?? .pdf, pages: record.pages,
            readings: record.pages.map { store.readingPath(of: $0, of: hash) }, output: output, properties: record.archivalProperties(scan))
        for _ in 0..<ScanLife.attemptsPerPage {
            do {
                try await reader.archive(request)
                return try await Interruption.wrap { try await store.keepArchivalCopy(of: name, of: hash) }
            } catch let failure as ReadingFailure {
                if Task.isCancelled { throw .stopping }
                if failure.isInstallationFault { throw .noRoom(failure.detail) }
                log.notice(
                    "an archival copy was not made",
                    metadata: ["record": "\(record.id)", "code": "\(failure.code.rawValue)", "detail": "\(failure.detail)"])
                if !failure.mayPass { return nil }
            } catch let interruption as Interruption {
                throw interruption
            } catch {
                throw .failed("\(error)")
            }
        }
        return nil
    }
}

extension Record {
    /// What the copy says of itself: what is printed on the paper, and nothing of the person it is about.
    func archivalProperties(_ scan: Scan) -> ArchivalRequest.Properties {
        let number = [fields.number?.value, fields.symbol?.value].compactMap { $0 }.joined(separator: "/")
        let title = [fields.typeName?.value, number.isEmpty ? nil : number].compactMap { $0 }.joined(separator: " ")
        let whole = [title, fields.subject?.value ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        return ArchivalRequest.Properties(
            title: whole.isEmpty ? id : whole, agency: fields.agency?.value, number: number.isEmpty ? nil : number,
            issuedOn: fields.issuedOn.flatMap { CalendarDate($0.value) }, subject: fields.subject?.value, identifier: id, createdAt: scan.takenAt)
    }
}
