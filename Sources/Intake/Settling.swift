internal import DurableFiles
internal import Records

/// Which files have been quiet long enough: a pure state machine fed with whole listings of the folder.
///
/// Quiet is measured by our own observations, never by comparing a file's time with ours: the clocks of scanners and shares are
/// wrong, and a file that lay there before we started may still be being written.
struct Settling {
    /// A file that may be looked into.
    struct Due {
        var path: InboxPath
        var stamp: FileStamp
        var isOverdue: Bool
    }

    private struct Watched {
        var stamp: FileStamp
        /// When the stamp was last seen to change.
        var since: ContinuousClock.Instant
        /// When the file may be offered.
        var due: ContinuousClock.Instant
        /// When it was first seen, as whatever it was then.
        var firstSeen: ContinuousClock.Instant
        /// Looks so far that found it not whole.
        var looks = 0
        var stage = Stage.watched
    }

    /// Whose turn it is.
    private enum Stage { case watched, offered, begun }

    private var watched: [InboxPath: Watched] = [:]
    let quiet: Duration
    let giveUp: Duration
    /// A file that is not whole is looked at again after the quiet time, doubled each time up to this.
    static let longestPause = Duration.seconds(30)

    init(quiet: Duration, giveUp: Duration) {
        self.quiet = quiet
        self.giveUp = giveUp
    }

    /// Takes what lies in the folder now, and returns what is due, which counts as handed out from now on.
    mutating func observe(_ files: [InboxPath: FileStamp], at now: ContinuousClock.Instant) -> [Due] {
        watched = watched.filter { $0.value.stage != .watched || files[$0.key] != nil }
        var due: [Due] = []
        for (path, stamp) in files {
            guard var file = watched[path] else {
                watched[path] = Watched(stamp: stamp, since: now, due: now + quiet, firstSeen: now)
                continue
            }
            if file.stage != .watched { continue }
            if file.stamp != stamp {
                file = changed(file, to: stamp, at: now)
            } else if file.due <= now {
                file.stage = .offered
                due.append(Due(path: path, stamp: stamp, isOverdue: now - file.since >= giveUp))
            }
            watched[path] = file
        }
        return due.sorted { ($0.stamp.modified, $0.path.text) < ($1.stamp.modified, $1.path.text) }
    }

    private func changed(_ file: Watched, to stamp: FileStamp, at now: ContinuousClock.Instant) -> Watched {
        Watched(stamp: stamp, since: now, due: now + quiet, firstSeen: file.firstSeen)
    }

    /// The turn of an offered file has come. Returns whether it is overdue by now; nil when it is gone or no longer what was offered,
    /// and is watched again.
    mutating func begin(_ path: InboxPath, _ stamp: FileStamp?, at now: ContinuousClock.Instant) -> Bool? {
        guard var file = watched[path], let stamp else {
            watched[path] = nil
            return nil
        }
        guard file.stamp == stamp else {
            watched[path] = changed(file, to: stamp, at: now)
            return nil
        }
        file.stage = .begun
        watched[path] = file
        return now - file.since >= giveUp
    }

    /// The file was looked into and is not whole yet, or could not be taken now.
    mutating func putBack(_ path: InboxPath, at now: ContinuousClock.Instant) {
        guard var file = watched[path] else { return }
        file.stage = .watched
        file.looks += 1
        let pause = min(Self.longestPause, quiet * (1 << min(file.looks, 16)))
        file.due = min(now + pause, max(now, file.since + giveUp))
        watched[path] = file
    }

    /// The file has left the folder.
    mutating func gone(_ path: InboxPath) { watched[path] = nil }

    /// When the next file becomes due; nil when none is waiting.
    var nextDue: ContinuousClock.Instant? { watched.values.filter { $0.stage == .watched }.map(\.due).min() }

    /// Files that nobody works on yet.
    var notBegun: Int { watched.values.count { $0.stage != .begun } }

    /// When the oldest file that has not left was first seen.
    var firstSeen: ContinuousClock.Instant? { watched.values.map(\.firstSeen).min() }
}
