import Foundation
import Records
import SQLiteCatalogue
import TestSupport

/// A year in the life of a commune, told to the catalogue by the calls that the commands make, and to the naive auditor alike. The same
/// seed is the same year.
struct SimulatedYear {
    var office = NaiveOffice()
    var numbers: SeededRandom
    var serial = 0
    let itemCount: Int
    let caseCount: Int
    let days: Int
    private let mostEvents: Int
    var casesSoFar = 0
    /// How often each thing happened, so that a test can tell that all of them did.
    private(set) var lived: [Event: Int] = [:]

    /// What can happen on any day, with its weight among a hundred.
    enum Event: Int, CaseIterable {
        case scan = 48
        case accept = 9
        case refile = 4
        case changeForm = 3
        case reject = 2
        case holdBack = 1
        case readAgain = 5
        case reuse = 11
        case undo = 6
        case checkFixity = 10
        case correctInventory = 7
        case wholeInventory = -1
        case wholeRegister = -2
    }

    /// - Parameters:
    ///   - days: in which all cases come.
    ///   - mostEvents: that happen on one day.
    init(seed: UInt64, items: Int, cases: Int, days: Int = 365, mostEvents: Int? = nil) {
        numbers = SeededRandom(seed: seed)
        (itemCount, caseCount, self.days) = (items, cases, days)
        self.mostEvents = mostEvents ?? (items + cases) / 150
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }
    mutating func one<Value>(of values: [Value]) -> Value? { values.randomElement(using: &numbers) }

    /// Everything that happens on one day, some of it by a clock that is hours wrong.
    mutating func live(_ day: CalendarDate, number: Int, in catalogue: SQLiteCatalogue) async throws {
        let noon = day.end - 12 * 3600
        if number == 0 { try await importInventory(catalogue, at: noon) }
        try await register(day, number, catalogue, at: noon)
        // Tables of everything come about once a fortnight.
        if chance(7) { try await happen(.wholeInventory, catalogue, at: noon) }
        if chance(7) { try await happen(.wholeRegister, catalogue, at: noon) }
        for _ in 0..<Int.random(in: 0...mostEvents, using: &numbers) {
            try await happen(event(), catalogue, at: noon + Double.random(in: -6 * 3600...6 * 3600, using: &numbers))
        }
    }

    private mutating func event() -> Event {
        let daily = Event.allCases.filter { $0.rawValue > 0 }
        var place = Int.random(in: 0..<daily.map(\.rawValue).reduce(0, +), using: &numbers)
        for event in daily {
            if place < event.rawValue { return event }
            place -= event.rawValue
        }
        return .scan
    }

    private mutating func happen(_ event: Event, _ catalogue: SQLiteCatalogue, at: Date) async throws {
        let happened =
            switch event {
            case .scan: try await scan(catalogue, at: at)
            case .accept: try await accept(catalogue, at: at)
            case .refile: try await refile(catalogue, at: at)
            case .changeForm: try await changeForm(catalogue, at: at)
            case .reject: try await reject(catalogue, at: at)
            case .holdBack: try await holdBack(catalogue, at: at)
            case .readAgain: try await readAgain(catalogue, at: at)
            case .reuse: try await reuse(catalogue, at: at)
            case .undo: try await undo(catalogue, at: at)
            case .checkFixity: try await checkFixity(catalogue, at: at)
            case .correctInventory: try await correctInventory(catalogue, at: at)
            case .wholeInventory: try await wholeInventory(catalogue, at: at)
            case .wholeRegister: try await wholeRegister(catalogue, at: at)
            }
        if happened { lived[event, default: 0] += 1 }
    }
}
