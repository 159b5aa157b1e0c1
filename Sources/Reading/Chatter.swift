import Glibc

/// Libraries that talk to standard error of their own accord.
enum Chatter {
    /// Runs `work` with standard error closed to everyone in the process. For commands that do one thing at a time; workers have
    /// none at all (`Answers`).
    static func muted<Value, Failure: Error>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        let kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        let nowhere = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
        guard kept >= 0, nowhere >= 0 else { return try work() }
        dup2(nowhere, STDERR_FILENO)
        close(nowhere)
        defer {
            dup2(kept, STDERR_FILENO)
            close(kept)
        }
        return try work()
    }
}
