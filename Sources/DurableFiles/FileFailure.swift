internal import Glibc

/// A system call on a file that did not succeed: which, on what, and why.
package struct FileFailure: Error, Sendable, Equatable, CustomStringConvertible {
    package var operation: String
    package var path: String
    /// The system's error number.
    package var code: Int32

    package init(_ operation: String, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// Disk full, quota used up, or read-only: a person must make room or mend the mount; a retry helps after that.
    package var isNoRoom: Bool { [ENOSPC, EDQUOT, EROFS].contains(code) }
    package var isMissing: Bool { [ENOENT, ENOTDIR, ESTALE].contains(code) }
    /// A link where none is followed, a socket, a device without a driver: nothing to read bytes from.
    package var isNoFile: Bool { [ELOOP, ENXIO, ENODEV, EISDIR].contains(code) }
    /// A rename that would have to copy.
    package var isOtherDisk: Bool { code == EXDEV }
    package var isNoFolder: Bool { code == ENOTDIR }
    package var isDenied: Bool { [EACCES, EPERM].contains(code) }

    /// What the system says, without the path: paths may not stand in logs before the screen.
    package var cause: String { unsafe "\(operation): \(String(cString: strerror(code)))" }
    package var description: String { "\(path): \(cause)" }
}
