package import Records

/// What the office must reach, and by when. Plans differ from commune to commune, so nothing here is law: it is configuration.
package struct Targets: Sendable, Equatable {
    /// One goal: a share (0...1) and the last day by which it is due.
    package struct Goal: Sendable, Equatable {
        /// 0...1.
        package var target: Double
        /// Nil when the plan names no day.
        package var due: CalendarDate?

        package init(target: Double, due: CalendarDate? = nil) {
            self.target = target
            self.due = due
        }
    }

    private var goals: [Indicator.Code: Goal]

    /// - Parameter goals: those that differ from the usual ones (`usualTarget(of:)`, without a due day).
    package init(goals: [Indicator.Code: Goal] = [:]) { self.goals = goals }

    /// The usual targets, due on the last day of `year`, as the yearly plans of communes have it.
    package static func usual(dueAtEndOf year: Int) -> Targets {
        let due = CalendarDate(year: year, month: 12, day: 31)
        return Targets(goals: Dictionary(uniqueKeysWithValues: Indicator.Code.allCases.map { ($0, Goal(target: usualTarget(of: $0), due: due)) }))
    }

    package subscript(code: Indicator.Code) -> Goal {
        get { goals[code] ?? Goal(target: Self.usualTarget(of: code)) }
        set { goals[code] = newValue }
    }

    /// What most plans ask for: everything digitised, four fifths of the cases served by reuse.
    package static func usualTarget(of code: Indicator.Code) -> Double {
        switch code {
        case .archivesDigitized, .tthcDigitized, .tthcResultElectronic: 1
        case .dataReused: 0.8
        }
    }
}
