/// The life of one scan as a pure state machine: events in, the next action out. It has no clock and does no I/O, so that every
/// order of events (and every place where the power can fail) can be tested without a file.
///
///     claimed ──wholeness──▶ reading ──last page──▶ screened ──▶ promoted ──▶ recorded
///        │                      │ marked page ──▶ restricted
///        └── set aside ◀────────┘ attempts used up
package struct ScanLife: Sendable, Equatable {
    /// How often one page may fail before its file is set aside. Two: the first failure can be the machine's (memory was
    /// short, a worker was restarted); the second is the page's.
    package static let attemptsPerPage = 2

    package enum State: Sendable, Equatable {
        /// Its bytes are in the spool. Next: `reading`, or `ended` when it is not whole.
        case claimed
        /// Some pages are still to be read. Next: `reading`, `screened`, or `ended`.
        case reading(left: Set<Int>)
        /// Every page is read and bears no mark. Next: `promoted`.
        case screened
        /// Its bytes are in the store. Next: `ended(.recorded)`.
        case promoted
        /// Final.
        case ended(ScanState)
    }

    package enum Event: Sendable, Equatable {
        /// The file is whole and has pages `1...pages`; those in `alreadyRead` have a result in the spool.
        case examined(pages: Int, alreadyRead: Set<Int>)
        /// The file cannot be used.
        case refused(SetAsideReason)
        /// A page was read and bears no mark.
        case read(page: Int)
        /// A page bears a mark of secrecy.
        case marked(SecretFinding)
        /// A page was not read this time.
        case failed(page: Int, SetAsideReason)
        /// Bytes and readings are in the store, synced.
        case stored
        /// The catalogue has the records.
        case catalogued
    }

    package enum Action: Sendable, Equatable {
        case read(pages: [Int])
        case promote
        case catalogue
        case restrict(SecretFinding)
        case reject(SetAsideReason)
        /// The file that the clerk dropped may leave its inbox.
        case release
        case nothing
    }

    package private(set) var state = State.claimed
    private var attempts: [Int: Int]

    /// - Parameter attempts: failures of pages so far, from an earlier run.
    package init(attempts: [Int: Int] = [:]) { self.attempts = attempts }

    /// Takes one event and says what to do next. Events after the end, which late answers of workers are, do nothing.
    package mutating func event(_ event: Event) -> Action {
        switch (state, event) {
        case (.claimed, .examined(let pages, let alreadyRead)):
            guard pages > 0 else { return end(.rejected, .reject(SetAsideReason(.noPages))) }
            let left = Set(1...pages).subtracting(alreadyRead)
            return left.isEmpty ? screened() : reading(left: left)
        case (.claimed, .refused(let reason)), (.reading, .refused(let reason)):
            return end(.rejected, .reject(reason))
        case (.reading(var left), .read(let page)):
            left.remove(page)
            state = .reading(left: left)
            return left.isEmpty ? screened() : .nothing
        case (.claimed, .marked(let finding)), (.reading, .marked(let finding)):
            return end(.restricted, .restrict(finding))
        case (.reading, .failed(let page, let reason)):
            attempts[page, default: 0] += 1
            return attempts[page, default: 0] < Self.attemptsPerPage ? .read(pages: [page]) : end(.rejected, .reject(reason))
        case (.screened, .stored):
            state = .promoted
            return .catalogue
        case (.promoted, .catalogued):
            return end(.recorded, .release)
        default:
            return .nothing
        }
    }

    private mutating func reading(left: Set<Int>) -> Action {
        state = .reading(left: left)
        return .read(pages: left.sorted())
    }

    private mutating func screened() -> Action {
        state = .screened
        return .promote
    }

    private mutating func end(_ outcome: ScanState, _ action: Action) -> Action {
        state = .ended(outcome)
        return action
    }
}
