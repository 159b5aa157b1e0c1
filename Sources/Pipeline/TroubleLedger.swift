internal import Logging
internal import Records
internal import Synchronization

/// What keeps work from going on, pipeline by pipeline: said once in the log, shown until it is over.
final class TroubleLedger: Sendable {
    /// What is in trouble.
    enum Subject: Hashable {
        /// Looking into the folder.
        case folder
        /// Taking what lies there: the disk, the catalogue.
        case work
        /// One file that can neither be taken nor moved.
        case file(InboxPath)
    }

    private let state = Mutex<[String: [Subject: String]]>([:])
    private let log: Logger

    init(log: Logger) { self.log = log }

    /// By pipeline, in English, without names of files.
    var troubles: [String: String] {
        state.withLock { state in
            state.filter { !$0.value.isEmpty }.mapValues { Set($0.values).sorted().joined(separator: "; ") }
        }
    }

    /// - Parameter trouble: nil when it is over.
    func set(_ trouble: String?, of subject: Subject, in pipeline: String) {
        let before = state.withLock { state in
            defer { state[pipeline, default: [:]][subject] = trouble }
            return state[pipeline]?[subject]
        }
        if let trouble, trouble != before {
            log.error("a folder cannot be worked on", metadata: ["pipeline": "\(pipeline)", "cause": "\(trouble)"])
        }
    }

    /// Forgets the files that are no longer there.
    func forget(in pipeline: String, _ isGone: (InboxPath) -> Bool) {
        let files = state.withLock { state in
            (state[pipeline] ?? [:]).keys.compactMap { subject in if case .file(let path) = subject { path } else { nil } }
        }
        for path in files where isGone(path) { set(nil, of: .file(path), in: pipeline) }
    }
}
