import Foundation
import Records

/// What the catalogue counts. Its totals are read anew each time, so they survive a restart.
enum CatalogueMetrics {
    /// - Parameters:
    ///   - pipelines: shown with 0 where the catalogue knows nothing of them yet.
    ///   - oldestWaiting: when the oldest file was seen that the catalogue may not know yet.
    static func families(_ counts: CatalogueCounts, pipelines: [String], oldestWaiting: Date?, now: Date) -> [MetricFamily] {
        let names = Set(pipelines).union(counts.scans.keys.map(\.pipeline)).union(counts.pages.keys.map(\.pipeline)).sorted()
        let restricted = counts.scans.filter { $0.key.state == .restricted }.values.reduce(0, +)
        let age = [counts.oldestUnfinished, oldestWaiting].compactMap(\.self).min().map { max(0, now.timeIntervalSince($0)) } ?? 0
        return [
            MetricFamily("sohoa_scans", .counter, "Files taken, by what became of them.", scans(counts, names)),
            MetricFamily("sohoa_pages", .counter, "Pages of recorded files, by where their text comes from.", pages(counts, names)),
            MetricFamily("sohoa_review_records", .gauge, "Records that wait for a person.", counts.recordsToReview),
            MetricFamily(
                "sohoa_damaged_records", .gauge, "Records whose original or archival copy the last sohoa verify found changed or missing.",
                counts.damagedRecords),
            MetricFamily("sohoa_restricted_scans", .gauge, "Files held back as state secrets.", restricted),
            MetricFamily(
                "sohoa_oldest_unprocessed_scan_seconds", .gauge,
                "Time since the oldest file that is not yet processed was seen in its inbox or taken; 0 when there is none.",
                [MetricFamily.Sample(value: age)]),
        ]
    }

    private static func scans(_ counts: CatalogueCounts, _ pipelines: [String]) -> [MetricFamily.Sample] {
        pipelines.flatMap { pipeline in
            ScanState.allCases.filter(\.isOutcome).map { state in
                MetricFamily.Sample(
                    labels: [("pipeline", pipeline), ("outcome", state.rawValue)],
                    value: Double(counts.scans[.init(pipeline: pipeline, state: state)] ?? 0))
            }
        }
    }

    private static func pages(_ counts: CatalogueCounts, _ pipelines: [String]) -> [MetricFamily.Sample] {
        pipelines.flatMap { pipeline in
            PageReading.TextSource.allCases.map { source in
                MetricFamily.Sample(
                    labels: [("pipeline", pipeline), ("source", source.rawValue)],
                    value: Double(counts.pages[.init(pipeline: pipeline, source: source)] ?? 0))
            }
        }
    }
}
