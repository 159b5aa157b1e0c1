import Records
import Testing

@Suite("The life of a scan") struct ScanLifeTests {
    private static let crash = SetAsideReason(.crashed)

    @Test("A whole file is read, promoted, catalogued, and only then released")
    func straightThrough() {
        var life = ScanLife()
        #expect(life.event(.examined(pages: 2, alreadyRead: [])) == .read(pages: [1, 2]))
        #expect(life.event(.read(page: 2)) == .nothing)
        #expect(life.event(.read(page: 1)) == .promote)
        #expect(life.event(.stored) == .catalogue)
        #expect(life.event(.catalogued) == .release)
        #expect(life.state == .ended(.recorded))
    }

    @Test("After a restart only the pages that are missing are read")
    func resume() {
        var life = ScanLife()
        #expect(life.event(.examined(pages: 3, alreadyRead: [1, 3])) == .read(pages: [2]))
        var complete = ScanLife()
        #expect(complete.event(.examined(pages: 2, alreadyRead: [1, 2])) == .promote)
    }

    @Test("A page may fail once; the second time its file is set aside")
    func attempts() {
        var life = ScanLife()
        _ = life.event(.examined(pages: 1, alreadyRead: []))
        #expect(life.event(.failed(page: 1, Self.crash)) == .read(pages: [1]))
        #expect(life.event(.failed(page: 1, Self.crash)) == .reject(Self.crash))
        #expect(life.state == .ended(.rejected))
    }

    @Test("Failures of an earlier run count")
    func attemptsSurvive() {
        var life = ScanLife(attempts: [1: 1])
        _ = life.event(.examined(pages: 1, alreadyRead: []))
        #expect(life.event(.failed(page: 1, Self.crash)) == .reject(Self.crash))
    }

    @Test("A mark on any page restricts the whole file, and nothing after it counts")
    func marked() {
        var life = ScanLife()
        _ = life.event(.examined(pages: 3, alreadyRead: []))
        _ = life.event(.read(page: 1))
        let finding = SecretFinding(mark: .toiMat, page: 2)
        #expect(life.event(.marked(finding)) == .restrict(finding))
        for late in [ScanLife.Event.read(page: 3), .stored, .catalogued, .failed(page: 3, Self.crash)] {
            #expect(life.event(late) == .nothing)
        }
        #expect(life.state == .ended(.restricted))
    }

    @Test("After a page is lost the others are still read; the file is rejected after the last, for the first loss")
    func lostPage() {
        var life = ScanLife()
        _ = life.event(.examined(pages: 3, alreadyRead: []))
        #expect(life.event(.lost(page: 1, SetAsideReason(.unreadable))) == .nothing)
        #expect(life.event(.failed(page: 2, Self.crash)) == .read(pages: [2]))
        #expect(life.event(.failed(page: 2, Self.crash)) == .nothing)
        #expect(life.event(.read(page: 3)) == .reject(SetAsideReason(.unreadable)))
        #expect(life.state == .ended(.rejected))
    }

    @Test("A mark wins over a lost page, in either order")
    func markAndLoss() {
        let finding = SecretFinding(mark: .mat, page: 2)
        let loss = ScanLife.Event.lost(page: 1, SetAsideReason(.unreadable))
        for events in [[loss, .marked(finding)], [.marked(finding), loss]] {
            var life = ScanLife()
            _ = life.event(.examined(pages: 2, alreadyRead: []))
            #expect(Set(events.map { "\(life.event($0))" }) == ["\(ScanLife.Action.nothing)", "\(ScanLife.Action.restrict(finding))"])
            #expect(life.state == .ended(.restricted))
        }
    }

    @Test("A file without pages, and one that is refused, are rejected")
    func refused() {
        var empty = ScanLife()
        #expect(empty.event(.examined(pages: 0, alreadyRead: [])) == .reject(SetAsideReason(.noPages)))
        var locked = ScanLife()
        #expect(locked.event(.refused(SetAsideReason(.encrypted))) == .reject(SetAsideReason(.encrypted)))
    }

    @Test("Nothing is stored or catalogued before every page is read", arguments: [ScanLife.Event.stored, .catalogued])
    func order(early: ScanLife.Event) {
        var life = ScanLife()
        #expect(life.event(early) == .nothing)
        _ = life.event(.examined(pages: 1, alreadyRead: []))
        #expect(life.event(early) == .nothing)
    }

    @Test("Every reason says what to do, in Vietnamese", arguments: SetAsideReason.Code.allCases)
    func reasons(code: SetAsideReason.Code) {
        #expect(code.explanation.contains("Hãy"))
    }
}
