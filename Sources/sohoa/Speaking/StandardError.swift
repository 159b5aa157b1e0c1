import Foundation
import Glibc

/// What people see beside the answer: complaints and progress.
enum StandardError {
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func say(_ line: String) { write(line + "\n") }

    static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
