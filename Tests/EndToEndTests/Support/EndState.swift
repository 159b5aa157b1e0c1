import Foundation

/// What must be the same however often the daemon was killed on the way: identities and times aside, everything.
struct EndState: Equatable {
    /// `hash outcome reason`, as often as there are such scans.
    var scans: [String: Int] = [:]
    /// By hash: the records' pages, fields, texts and reasons for review, in order.
    var records: [String: [JSON]] = [:]
    /// Names in done/, rejected/ and restricted/.
    var folders: [String: Set<String>] = [:]

    init(of workplace: Workplace) async throws {
        for scan in try await workplace.scans() {
            let hash = scan["sha256"].text ?? "?"
            scans["\(hash) \(scan["outcome"].text ?? scan["state"].text ?? "?") \(scan["reason"]["code"].text ?? "")", default: 0] += 1
            for record in scan["records"].items { records[hash, default: []].append(try await Self.content(of: record, in: workplace)) }
        }
        for place in [Workplace.Place.done, .rejected, .restricted] { folders[place.rawValue] = Set(workplace.files(place)) }
    }

    /// The record with its text. Its file's name is left out: of two files with the same bytes, either may be the first.
    private static func content(of record: JSON, in workplace: Workplace) async throws -> JSON {
        let shown = try await workplace.sohoa("show", "--json", record["id"].text ?? "?").lines.first ?? .null
        return .object(
            shown.members.filter { ["pages", "kind", "form", "fields", "text", "review_reasons", "dossier", "barcodes"].contains($0.key) })
    }
}
