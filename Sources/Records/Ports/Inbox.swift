package import Foundation

/// One watched folder: what lies in it ready to be taken, and where files go when they are done with.
package protocol Inbox: Sendable {
    var pipeline: PipelineDefinition { get }

    /// Looks at the whole folder: the truth, whatever events say. Files that have been quiet long enough and are not being
    /// worked on already, oldest first.
    func look() throws(InboxFailure) -> [InboxFile]

    /// Asks for an offered file again when its turn has come, which may be long after: as it lies there now. Nil when it has changed
    /// or gone; then it is offered again once it is quiet.
    func begin(_ file: InboxFile) -> InboxFile?

    /// The file is not whole yet: it is offered again when it changes, or after a while.
    func putBack(_ file: InboxFile)

    /// The file leaves the inbox as the outcome demands; done already is no error.
    ///
    /// - Returns: nil when it has left. A file that has changed since it was offered stays and is returned as it is now, still in the
    ///   caller's hands: only its bytes tell whether it is another.
    func release(_ file: InboxFile, as departure: Departure) throws(InboxFailure) -> InboxFile?

    /// What lies in the folder and has not left it.
    var backlog: InboxBacklog { get }

    /// What the last look found and cannot take, in English, without names; nil when all is well.
    var complaint: String? { get }

    /// Whether a file lies at this path now.
    func holds(_ path: InboxPath) -> Bool

    /// Returns when it is worth looking again: something happened in the folder, a file has become quiet, or the interval is over.
    func waitForChange() async
}

/// A file's path below its inbox. Two paths are the same only when their bytes are: a name in NFC and one in NFD are two files.
package struct InboxPath: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static func == (a: InboxPath, b: InboxPath) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    package var description: String { text }
    package var name: String { text.utf8.lastIndex(of: 47).map { String(text[text.index(after: $0)...]) } ?? text }
    /// Folders between inbox and file, outermost first.
    package var folders: [String] { text.split(separator: "/").dropLast().map(String.init) }
}

/// Files that wait in an inbox, as the last look saw them.
package struct InboxBacklog: Sendable, Equatable {
    /// Files that are not being worked on yet.
    package var files: Int
    /// When the oldest file that has not left was first seen, worked on or not.
    package var oldestSeen: Date?

    package init(files: Int = 0, oldestSeen: Date? = nil) {
        self.files = files
        self.oldestSeen = oldestSeen
    }

    /// Both together.
    package static func + (a: InboxBacklog, b: InboxBacklog) -> InboxBacklog {
        InboxBacklog(files: a.files + b.files, oldestSeen: [a.oldestSeen, b.oldestSeen].compactMap(\.self).min())
    }
}

/// A file that is ready to be looked into.
package struct InboxFile: Sendable, Equatable {
    package var path: InboxPath
    /// Where the file lies in the file system.
    package var location: String
    /// Tells this state of the file from a later one under the same name; only the inbox reads it.
    package var version: String
    /// It has been unchanged for so long that, if it is not whole now, it never will be.
    package var isOverdue: Bool

    package init(path: InboxPath, location: String, version: String, isOverdue: Bool) {
        self.path = path
        self.location = location
        self.version = version
        self.isOverdue = isOverdue
    }
}

/// How a file leaves its inbox.
package enum Departure: Sendable, Equatable {
    /// To `done/`, or removed, as the pipeline says.
    case done
    /// To `rejected/`, with a letter to the clerk beside it.
    case rejected(SetAsideReason)
    /// To `restricted/`, for the person in charge of secrets.
    case restricted
}

/// The folder could not be read, or a file not be moved. A retry helps once a person has helped.
package struct InboxFailure: Error, Sendable, Equatable {
    /// English, for the log; no file name.
    package var cause: String

    package init(_ cause: String) { self.cause = cause }
}
