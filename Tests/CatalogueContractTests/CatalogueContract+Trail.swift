import Foundation
import Records
import Synchronization
import Testing

extension CatalogueContract {
    static let trail: [Check] = [
        Check("the trail takes anything and stays whole") { catalogue async throws in
            for (number, what) in AuditEntry.What.allCases.enumerated() {
                let detail = number.isMultiple(of: 2) ? nil : "{\"a\":1}"
                try await catalogue.audit(
                    AuditEntry(at: Samples.noon + Double(number), who: "lan,3:", what: what, subject: "r~,", detail: detail))
            }
        },
        Check("the trail says who took a scan in, set one aside or held one back; the daemon where nobody is named") { catalogue async throws in
            for (id, number) in [("a", 1), ("b", 2)] {
                let scan = Samples.scan(id, hash: number, state: .recorded, pages: 1)
                try await catalogue.record(scan, records: [Samples.record("r\(id)", scan: id)], by: "lan") { Samples.page($0, "trang") }
            }
            try await catalogue.end(Samples.scan("c", hash: 3, state: .rejected), by: "minh")
            try await catalogue.end(Samples.scan("d", hash: 4, state: .restricted), by: "na")
            try await catalogue.withhold(Samples.scan("b", hash: 2, state: .restricted), by: "tú")
            try await catalogue.end(Samples.scan("e", hash: 5, state: .rejected))
            let trail = try await catalogue.trail(after: 0, limit: 100)
            #expect(
                trail.map { "\($0.what) \($0.subject) \($0.who)" } == [
                    "scan_recorded a lan", "scan_recorded b lan", "scan_rejected c minh", "scan_restricted d na", "scan_restricted b tú",
                    "scan_rejected e sohoa",
                ])
        },
        Check("entries from many at once form one chain") { catalogue async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...20 {
                    group.addTask { try await catalogue.end(Samples.scan("s\(number)", hash: number, state: .rejected)) }
                    group.addTask {
                        try await catalogue.audit(AuditEntry(at: Samples.noon, who: "lan", what: .recordViewed, subject: "r\(number)"))
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await catalogue.scans(in: .rejected, after: nil, limit: 100).count == 20)
        },
        Check("an index that is built anew finds the same, and tells how far it is") { catalogue async throws in
            try await catalogue.rebuildIndex(by: "lan", at: Samples.noon) { _, _ in Issue.record("nothing to tell of") }
            for number in 1...7 { try await catalogue.add("r\(number)", ["Quyết định số \(number)"]) }
            let before = try await catalogue.search(SearchQuery(text: "quyết định"))
            let told = Mutex<[[Int]]>([])
            try await catalogue.rebuildIndex(by: "lan", at: Samples.noon) { done, all in told.withLock { $0.append([done, all]) } }
            #expect(told.withLock { $0.last } == [7, 7])
            #expect(try await catalogue.search(SearchQuery(text: "quyết định")) == before)
            try await catalogue.add("r8", ["Quyết định số 8"])
            #expect(try await catalogue.found("quyết định").count == 8)
        },
    ]
}
