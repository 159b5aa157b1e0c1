/// What only the running daemon knows. Its counters start anew with it, which scrapers expect.
enum DaemonMetrics {
    static func families(_ gauges: DaemonGauges) -> [MetricFamily] {
        [
            MetricFamily(
                "sohoa_queue_pages", .gauge,
                "Pages that wait for a worker, and one for each file that was seen in an inbox and is not taken yet: its pages are not known.",
                gauges.queuePages),
            MetricFamily(
                "sohoa_store_bytes", .gauge,
                "Bytes that the store and the spool take: originals, what was read of their pages, archival copies; absent until measured.",
                gauges.storeBytes.map { [MetricFamily.Sample(value: Double($0))] } ?? []),
            MetricFamily("sohoa_worker_restarts", .counter, "Workers that ended unasked and were started again.", gauges.workerRestarts),
            MetricFamily("sohoa_page_read_seconds", .histogram, "Time to read one page.", samples(of: gauges.pageReadSeconds)),
            MetricFamily(
                "sohoa_build", .info, "Version of SoHoa and of the Swift that built it.",
                [MetricFamily.Sample(labels: [("version", gauges.version), ("swift", swiftVersion)], value: 1)]),
        ]
    }

    private static func samples(of histogram: DurationHistogram) -> [MetricFamily.Sample] {
        var samples: [MetricFamily.Sample] = []
        var count = 0
        for (bound, own) in zip(histogram.bounds.map { "\($0)" } + ["+Inf"], histogram.counts) {
            count += own
            samples.append(.init(suffix: "_bucket", labels: [("le", bound)], value: Double(count)))
        }
        return samples + [.init(suffix: "_sum", value: histogram.sum), .init(suffix: "_count", value: Double(count))]
    }

    /// The compiler tells its version only to conditions.
    private static var swiftVersion: String {
        #if compiler(>=6.4)
            "6.4 or later"
        #else
            "6.3"
        #endif
    }
}
