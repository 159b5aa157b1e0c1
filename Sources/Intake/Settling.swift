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
        /// Looks so far that found it not whole.
        var looks = 0
        var isOut = false
    }

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
        watched = watched.filter { $0.value.isOut || files[$0.key] != nil }
        var due: [Due] = []
        for (path, stamp) in files {
            guard var file = watched[path] else {
                watched[path] = Watched(stamp: stamp, since: now, due: now + quiet)
                continue
            }
            if file.isOut { continue }
            if file.stamp != stamp {
                file = Watched(stamp: stamp, since: now, due: now + quiet)
            } else if file.due <= now {
                file.isOut = true
                due.append(Due(path: path, stamp: stamp, isOverdue: now - file.since >= giveUp))
            }
            watched[path] = file
        }
        return due.sorted { ($0.stamp.modified, $0.path.text) < ($1.stamp.modified, $1.path.text) }
    }

    /// The file was looked into and is not whole yet, or could not be taken now.
    mutating func putBack(_ path: InboxPath, at now: ContinuousClock.Instant) {
        guard var file = watched[path] else { return }
        file.isOut = false
        file.looks += 1
        let pause = min(Self.longestPause, quiet * (1 << min(file.looks, 16)))
        file.due = min(now + pause, max(now, file.since + giveUp))
        watched[path] = file
    }

    /// The file has left the folder.
    mutating func gone(_ path: InboxPath) { watched[path] = nil }

    /// When the next file becomes due; nil when none is waiting.
    var nextDue: ContinuousClock.Instant? { watched.values.filter { !$0.isOut }.map(\.due).min() }
}
