/// The life of one scan as a pure state machine: events in, the next action out. It has no clock and does no I/O, so that every
/// order of events (and every place where the power can fail) can be tested without a file.
///
///     claimed ──wholeness──▶ reading ──last page──▶ screened ──▶ promoted ──▶ recorded
///        │                      │ marked page ──▶ restricted
///        └── set aside ◀────────┘ last page, and one of them was lost
///
/// A page that is lost does not end the file at once: the pages after it are still read and screened, because a mark of secrecy on
/// any of them outweighs a rejection, whichever was found first.
package struct ScanLife: Sendable, Equatable {
    /// How often one page may fail before its file is set aside. Two: the first failure can be the machine's (memory was
    /// short, a worker was restarted); the second is the page's.
    package static let attemptsPerPage = 2

    package enum State: Sendable, Equatable {
        /// Its bytes are in the spool. Next: `reading`, or `ended` when it is not whole.
        case claimed
        /// Some pages are still to be read. Next: `reading`, `screened`, or `ended`; never `screened` once a page was `lost`.
        case reading(left: Set<Int>, lost: SetAsideReason?)
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
        /// The file cannot be used: at first sight, before any page.
        case refused(SetAsideReason)
        /// A page was read and bears no mark.
        case read(page: Int)
        /// A page bears a mark of secrecy.
        case marked(SecretFinding)
        /// A page was not read this time.
        case failed(page: Int, SetAsideReason)
        /// A page was not read, and never will be.
        case lost(page: Int, SetAsideReason)
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
            return left.isEmpty ? screened() : reading(left: left, lost: nil)
        case (.claimed, .refused(let reason)):
            return end(.rejected, .reject(reason))
        case (.reading(let left, let lost), .read(let page)):
            return done(with: page, of: left, lost: lost)
        case (.claimed, .marked(let finding)), (.reading, .marked(let finding)):
            return end(.restricted, .restrict(finding))
        case (.reading(let left, let lost), .failed(let page, let reason)):
            attempts[page, default: 0] += 1
            if attempts[page, default: 0] < Self.attemptsPerPage { return .read(pages: [page]) }
            return done(with: page, of: left, lost: lost ?? reason)
        case (.reading(let left, let lost), .lost(let page, let reason)):
            return done(with: page, of: left, lost: lost ?? reason)
        case (.screened, .stored):
            state = .promoted
            return .catalogue
        case (.promoted, .catalogued):
            return end(.recorded, .release)
        default:
            return .nothing
        }
    }

    private mutating func reading(left: Set<Int>, lost: SetAsideReason?) -> Action {
        state = .reading(left: left, lost: lost)
        return .read(pages: left.sorted())
    }

    private mutating func done(with page: Int, of left: Set<Int>, lost: SetAsideReason?) -> Action {
        let left = left.subtracting([page])
        state = .reading(left: left, lost: lost)
        guard left.isEmpty else { return .nothing }
        return lost.map { end(.rejected, .reject($0)) } ?? screened()
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
