package import Records

/// What the office must reach, and by when. Plans differ from commune to commune, so nothing here is law: it is configuration.
package struct Targets: Sendable, Equatable {
    /// One goal: a share (0...1), the last day by which it is due, and who has to see to it. Nothing is late where no share is set.
    package struct Goal: Sendable, Equatable {
        /// 0...1; nil where the plan sets none.
        package var target: Double?
        /// Nil when the plan names no day.
        package var due: CalendarDate?
        package var responsible: String?

        package init(target: Double?, due: CalendarDate? = nil, responsible: String? = nil) {
            self.target = target
            self.due = due
            self.responsible = responsible
        }
    }

    private var goals: [Indicator.Code: [Goal]]
    /// Of units that differ from the whole.
    private var own: [String: [Indicator.Code: [Goal]]] = [:]

    /// - Parameter goals: those that differ from the usual ones (`usualTarget(of:)`, without a due day).
    package init(goals: [Indicator.Code: Goal] = [:]) { self.goals = goals.mapValues { [$0] } }

    /// The usual targets, due on the last day of `year`, as the yearly plans of communes have it.
    package static func usual(dueAtEndOf year: Int) -> Targets {
        let due = CalendarDate(year: year, month: 12, day: 31)
        return Targets(goals: Dictionary(uniqueKeysWithValues: Indicator.Code.allCases.map { ($0, Goal(target: usualTarget(of: $0), due: due)) }))
    }

    /// Several goals one after the other: 90 % by 2025, 100 % by 2030. The first that is not past counts, the last when all are.
    /// - Parameter unit: whose they are; nil for the whole, and for every unit without its own.
    package mutating func set(_ stages: [Goal], for code: Indicator.Code, of unit: String? = nil) {
        let stages = stages.sorted { ($0.due?.description ?? "~") < ($1.due?.description ?? "~") }
        if let unit { own[unit, default: [:]][code] = stages } else { goals[code] = stages }
    }

    /// The goal that counts on that day.
    package func goal(_ code: Indicator.Code, of unit: String? = nil, on day: CalendarDate) -> Goal {
        let stages = unit.flatMap { own[$0]?[code] } ?? goals[code] ?? []
        return stages.first { stage in stage.due.map { day <= $0 } ?? true } ?? stages.last ?? Goal(target: Self.usualTarget(of: code))
    }

    /// What most plans ask for: everything digitised, four fifths of the cases served by reuse.
    package static func usualTarget(of code: Indicator.Code) -> Double {
        switch code {
        case .archivesDigitized, .tthcDigitized, .tthcResultElectronic: 1
        case .dataReused: 0.8
        }
    }
}
