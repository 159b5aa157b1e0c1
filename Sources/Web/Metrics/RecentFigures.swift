import Foundation
import Records

/// The indicators of the last scrape, for those that follow at once: however many ask, the kept sums are walked over once in a while.
actor RecentFigures {
    private var last: (figures: [Indicator], periods: [Period], at: Date)?

    /// The figures of these periods, at most `WebLimits.figureSeconds` old.
    func figures(of periods: [Period], at now: Date, from source: WebApplication.Indicators) async throws -> [Indicator] {
        if let last, last.periods == periods, (0..<WebLimits.figureSeconds).contains(now.timeIntervalSince(last.at)) { return last.figures }
        let figures = try await source(periods, nil, nil)
        last = (figures, periods, now)
        return figures
    }
}
