import Foundation
import Glibc

/// What the terminal in front of the user can do.
enum Terminal {
    /// How long a terminal may take to answer, in milliseconds.
    private static let patience: Int32 = 300
    /// The answer to "what are you" is no longer than this, in bytes.
    private static let longestAnswer = 256

    /// Whether it draws pictures: asked with the standard question (DA1), to which such a terminal answers with a 4 among its abilities.
    static func drawsSixels() -> Bool {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return false }
        var before = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return false }
        var raw = before
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        guard unsafe tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { return false }
        defer { _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &before) }
        guard (try? Answer.write(Data("\u{1B}[c".utf8))) != nil else { return false }
        return abilities(in: answer()).contains("4")
    }

    /// Up to the `c` that ends it.
    private static func answer() -> String {
        var bytes: [UInt8] = []
        while bytes.count < longestAnswer, bytes.last != UInt8(ascii: "c") {
            var poller = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&poller, 1, patience) > 0 else { break }
            var byte: UInt8 = 0
            guard unsafe read(STDIN_FILENO, &byte, 1) == 1 else { break }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `ESC [ ? 62 ; 4 ; 22 c` → 4, 22: the first number says which terminal it is like.
    private static func abilities(in answer: String) -> [Substring] {
        guard let start = answer.range(of: "\u{1B}[?"), answer.hasSuffix("c") else { return [] }
        return Array(answer[start.upperBound...].dropLast().split(separator: ";").dropFirst())
    }
}
