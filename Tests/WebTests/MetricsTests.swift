import Foundation
import Hummingbird
import HummingbirdTesting
import Records
import Synchronization
import Testing

@testable import Web

@Suite("Metrics")
struct MetricsTests {
    static let catalogue = FakeCatalogue {
        $0.counts = CatalogueCounts(
            scans: [
                .init(pipeline: "archive", state: .recorded): 12, .init(pipeline: "archive", state: .restricted): 2,
                .init(pipeline: "tthc", state: .restricted): 1, .init(pipeline: "tthc", state: .waiting): 5,
            ],
            pages: [.init(pipeline: "archive", source: .textLayer): 340], recordsToReview: 4,
            oldestUnfinished: Fixture.now.addingTimeInterval(-90.5))
    }

    static let openMetrics: HTTPFields = [
        .accept: "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5"
    ]

    @Test("The names, labels and values of the interface")
    func series() async throws {
        let response = try await Fixture(catalogue: Self.catalogue).get("/metrics")
        #expect(response.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        let lines = Set(response.text.split(separator: "\n").map(String.init))
        let expected = [
            #"sohoa_indicator_numerator{indicator="archives_digitized",unit="all",period="month"} 41"#,
            #"sohoa_indicator_denominator{indicator="archives_digitized",unit="all",period="quarter"} 50"#,
            #"sohoa_indicator_ratio{indicator="archives_digitized",unit="all",period="year"} 0.82"#,
            #"sohoa_indicator_target_ratio{indicator="archives_digitized",unit="Văn \"phòng\"\\1",period="all"} 1"#,
            #"sohoa_scans_total{pipeline="archive",outcome="recorded"} 12"#, #"sohoa_scans_total{pipeline="tthc",outcome="rejected"} 0"#,
            #"sohoa_pages_total{pipeline="archive",source="text_layer"} 340"#, "sohoa_queue_pages 7", "sohoa_review_records 4",
            "sohoa_restricted_scans 3", "sohoa_oldest_unprocessed_scan_seconds 90.5", "sohoa_store_bytes 123456789012",
            "sohoa_worker_restarts_total 2", #"sohoa_page_read_seconds_bucket{le="0.5"} 1"#, #"sohoa_page_read_seconds_bucket{le="2.0"} 6"#,
            #"sohoa_page_read_seconds_bucket{le="+Inf"} 10"#, "sohoa_page_read_seconds_sum 25.5", "sohoa_page_read_seconds_count 10",
            "# TYPE sohoa_build_info gauge", "# TYPE sohoa_scans_total counter",
        ]
        for line in expected { #expect(lines.contains(line), "\(line)") }
        #expect(lines.contains { $0.hasPrefix(#"sohoa_build_info{version="1.0.0",swift="6."#) })
        #expect(!lines.contains { $0.contains("_ratio{") && $0.contains("Văn") && !$0.contains("target") })
        #expect(!lines.contains { $0.contains("waiting") })
    }

    @Test("A file that lies in an inbox is as old as it was first seen, also where the catalogue knows nothing of it yet")
    func waitingFiles() async throws {
        for (known, seen, age) in [(nil, 300.0, "300"), (90, 300, "300"), (900, 300, "900"), (90, nil, "90")] as [(Double?, Double?, String)] {
            var fixture = Fixture(
                catalogue: FakeCatalogue { $0.counts.oldestUnfinished = known.map { Fixture.now.addingTimeInterval(-$0) } })
            fixture.status.daemon.oldestWaiting = seen.map { Fixture.now.addingTimeInterval(-$0) }
            let text = try await fixture.get("/metrics").text
            #expect(text.contains("\nsohoa_oldest_unprocessed_scan_seconds \(age)\n"), "\(text)")
        }
    }

    @Test("OpenMetrics names families without the suffix of their samples and ends with EOF")
    func openMetricsText() async throws {
        let response = try await Fixture(catalogue: Self.catalogue).get("/metrics", headers: Self.openMetrics)
        #expect(response.headers[.contentType] == "application/openmetrics-text; version=1.0.0; charset=utf-8")
        #expect(response.text.contains("# TYPE sohoa_scans counter\nsohoa_scans_total{"))
        #expect(response.text.contains("# TYPE sohoa_build info\nsohoa_build_info{"))
        #expect(response.text.hasSuffix("\n# EOF\n"))
        #expect(response.text.components(separatedBy: "# EOF").count == 2)
    }

    @Test("promtool finds nothing to say", arguments: [MetricsTests.catalogue, FakeCatalogue()])
    func promtool(_ catalogue: FakeCatalogue) async throws {
        var fixture = Fixture(catalogue: catalogue)
        fixture.status.daemon.pipelines = []
        let text = try await fixture.get("/metrics").text
        #expect(text.hasSuffix("\n# EOF\n"))
        let (status, output) = try Promtool.check(text)
        #expect(status == 0, "\(output)")
        #expect(output.isEmpty)
    }

    @Test("Figures are computed once a scrape for all periods, and again when they are older than the bound, or the day is another")
    func recentFigures() async throws {
        let recent = RecentFigures()
        let looks = Mutex(0)
        func look(_ periods: [Period], after seconds: Double) async throws -> Int {
            let figures = try await recent.figures(of: periods, at: Fixture.now.addingTimeInterval(seconds)) { periods, unit, _ in
                looks.withLock { $0 += 1 }
                return periods.flatMap { Fixture.indicators($0, unit) }
            }
            #expect(figures.map(\.period) == periods.flatMap { [$0, $0] })
            return looks.withLock(\.self)
        }
        #expect(try await look([.year(2026), .all], after: 0) == 1)
        #expect(try await look([.year(2026), .all], after: WebLimits.figureSeconds - 1) == 1)
        #expect(try await look([.year(2026), .all], after: WebLimits.figureSeconds) == 2)
        #expect(try await look([.year(2027), .all], after: WebLimits.figureSeconds) == 3)
        #expect(try await look([.year(2027), .all], after: -1) == 4, "the clock was set back")
    }

    @Test("A table with its columns shifted does not flood the metrics")
    func manyUnits() async throws {
        let lines = try await Self.numerators(["all"] + (0..<500).map { "u\($0)" }, named: ["u7"])
        #expect(Set(lines.map(\.unit)) == ["all", "other", "u7"] && lines.count == 12)
    }

    @Test("What may be a person is no label: it is told together with its like, and nothing is lost")
    func persons() async throws {
        let persons = ["Nguyễn Văn A, 013095004127", "013 095 004 127", "Mai 013095004", "LƯỜNG THỊ MAI", "a\nb", String(repeating: "x", count: 81)]
        let units = ["VP", "H35.88.73", "000.00.12.H62", "Phòng Văn hóa - Xã hội", "Thị trấn Sa Pa", "Bum Nưa"]
        let lines = try await Self.numerators(["all"] + units + persons, named: [])
        #expect(Set(lines.map(\.unit)) == Set(["all", "other"] + units))
        #expect(lines.filter { $0.unit == "other" }.map(\.value) == Array(repeating: "\(persons.count * 3)", count: 4))
        #expect(try await Set(Self.numerators(["all"] + persons, named: [persons[3]]).map(\.unit)) == ["all", "other", persons[3]])
    }

    @Test("One missing of a hundred thousand is not all, also of units that are told together")
    func nearlyAll() async throws {
        let fixture = Fixture(indicators: { periods, _, _ in
            periods.flatMap { period in
                ["all", "Nguyễn Văn A"].flatMap { Fixture.indicators(period, $0) }.map { indicator in
                    var indicator = indicator
                    (indicator.numerator, indicator.denominator) = (99_999, 100_000)
                    return indicator
                }
            }
        })
        let ratios = try await fixture.get("/metrics").text.matches(of: /\nsohoa_indicator_ratio{[^}]*unit="other"[^}]*} ([\d.]+)/)
        #expect(!ratios.isEmpty && ratios.allSatisfy { $0.output.1 == "0.9999" })
    }

    /// Series of numerators where each unit has 3 of 4.
    private static func numerators(_ units: [String], named: Set<String>) async throws -> [(unit: String, value: String)] {
        var fixture = Fixture(indicators: { periods, _, _ in
            periods.flatMap { period in
                units.flatMap { Fixture.indicators(period, $0) }.map { indicator in
                    var indicator = indicator
                    (indicator.numerator, indicator.denominator) = (3, 4)
                    return indicator
                }
            }
        })
        fixture.namedUnits = named
        return try await fixture.get("/metrics").text.matches(of: /\nsohoa_indicator_numerator{[^}]*unit="([^"]*)"[^}]*} (\d+)/)
            .map { (unit: String($0.output.1), value: String($0.output.2)) }
    }
}

/// Prometheus' own judge of an exposition (Debian package `prometheus`).
enum Promtool {
    static func check(_ text: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/promtool")
        process.arguments = ["check", "metrics"]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
