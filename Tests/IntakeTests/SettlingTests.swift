import DurableFiles
import Records
import Testing

@testable import Intake

@Suite("Settling") struct SettlingTests {
    private let start = ContinuousClock.now
    private let path = InboxPath("a.pdf")

    private func settling() -> Settling { Settling(quiet: .seconds(2), giveUp: .seconds(120)) }
    private func stamp(_ size: Int, modified: Int = 1) -> FileStamp { FileStamp(size: size, modified: modified, inode: 7, device: 1) }

    @Test("A file is offered once, after it has been quiet, never before")
    func quiet() {
        var settling = settling()
        #expect(settling.observe([path: stamp(10)], at: start).isEmpty)
        #expect(settling.observe([path: stamp(10)], at: start + .seconds(1.9)).isEmpty)
        #expect(settling.observe([path: stamp(10)], at: start + .seconds(2)).map(\.path) == [path])
        #expect(settling.observe([path: stamp(10)], at: start + .seconds(60)).isEmpty)
    }

    @Test("Every change begins the quiet anew, also one that keeps the size")
    func changing() {
        var settling = settling()
        _ = settling.observe([path: stamp(10)], at: start)
        #expect(settling.observe([path: stamp(20)], at: start + .seconds(2)).isEmpty)
        #expect(settling.observe([path: stamp(20, modified: 2)], at: start + .seconds(4)).isEmpty)
        #expect(settling.observe([path: stamp(20, modified: 2)], at: start + .seconds(6)).count == 1)
    }

    @Test("A file older than the daemon is watched like any other: its clock is not ours")
    func oldFile() {
        var settling = settling()
        #expect(settling.observe([path: stamp(10, modified: 0)], at: start).isEmpty)
    }

    @Test("A file put back is offered again after a pause that grows, and is overdue once the bound has passed")
    func putBack() {
        var settling = settling()
        _ = settling.observe([path: stamp(10)], at: start)
        var now = start + .seconds(2)
        var offers: [Bool] = []
        while now < start + .seconds(200), offers.last != true {
            for due in settling.observe([path: stamp(10)], at: now) {
                offers.append(due.isOverdue)
                #expect(settling.begin(due.path, due.stamp, at: now) == due.isOverdue)
                settling.putBack(due.path, at: now)
            }
            now += .seconds(1)
        }
        #expect(offers.last == true)
        #expect((3...10).contains(offers.count), "looked \(offers.count) times in two minutes")
    }

    @Test("When its turn comes, a file that changed meanwhile is watched anew, and its age stays")
    func turn() {
        var settling = settling()
        _ = settling.observe([path: stamp(10)], at: start)
        #expect(settling.observe([path: stamp(10)], at: start + .seconds(2)).count == 1)
        #expect(settling.begin(path, stamp(20), at: start + .seconds(200)) == nil)
        #expect(settling.notBegun == 1 && settling.firstSeen == start)
        #expect(settling.observe([path: stamp(20)], at: start + .seconds(201)).isEmpty)
        #expect(settling.observe([path: stamp(20)], at: start + .seconds(202)).map(\.isOverdue) == [false])
        #expect(settling.begin(path, stamp(20), at: start + .seconds(203)) == false)
        #expect(settling.notBegun == 0)
    }

    @Test("A file that became overdue while it waited for its turn is overdue; one that is gone is forgotten")
    func lateTurn() {
        var settling = settling()
        let other = InboxPath("b.pdf")
        _ = settling.observe([path: stamp(10), other: stamp(11)], at: start)
        let due = settling.observe([path: stamp(10), other: stamp(11)], at: start + .seconds(2))
        #expect(due.map(\.isOverdue) == [false, false])
        #expect(settling.begin(path, stamp(10), at: start + .seconds(120)) == true)
        #expect(settling.begin(other, nil, at: start + .seconds(120)) == nil)
        settling.gone(path)
        #expect(settling.firstSeen == nil)
    }

    @Test("A file that goes and comes again is another file")
    func comesAgain() {
        var settling = settling()
        _ = settling.observe([path: stamp(10)], at: start)
        _ = settling.observe([:], at: start + .seconds(1))
        #expect(settling.observe([path: stamp(10)], at: start + .seconds(3)).isEmpty)
    }

    @Test("Oldest first")
    func order() {
        var settling = settling()
        let files = [InboxPath("b"): stamp(1, modified: 5), InboxPath("a"): stamp(1, modified: 9), InboxPath("c"): stamp(1, modified: 1)]
        _ = settling.observe(files, at: start)
        #expect(settling.observe(files, at: start + .seconds(2)).map(\.path.text) == ["c", "b", "a"])
    }
}
