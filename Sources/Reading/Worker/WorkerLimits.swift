import Glibc

/// What a worker process allows itself, so that one hostile page costs no more than itself.
package struct WorkerLimits: Sendable, Equatable, Codable {
    /// Address space in bytes. A page in colour at 300 dpi needs under 1 GiB, libraries and language data included.
    package var memoryBytes = 3 << 30
    /// Processor seconds for one request; beyond it the kernel ends the process.
    package var pageSeconds = 120
    /// Processor seconds for each page beyond the first of a request that is about several: an archival copy.
    package var furtherPageSeconds = 10
    /// The largest file that may be written, in bytes.
    package var fileBytes = 1 << 30
    /// Open descriptors.
    package var openFiles = 64
    /// The longest request, in bytes: an archival copy of as many pages as a file may have, each with the path of its reading.
    package var requestBytes = FileExaminer.maximumPages << 10

    package init() {}

    /// Applies all but `pageSeconds` to this process, before it touches any file.
    func apply() {
        Self.lower(RLIMIT_AS, to: memoryBytes)
        Self.lower(RLIMIT_FSIZE, to: fileBytes)
        Self.lower(RLIMIT_NOFILE, to: openFiles)
        Self.lower(RLIMIT_CORE, to: 0)
    }

    /// Grants the next request, about so many pages, its processor time: beside what is used up so far.
    func allowNextRequest(pages: Int = 1) {
        var usage = rusage()
        guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return }
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        var limit = rlimit()
        guard unsafe getrlimit(Int32(RLIMIT_CPU.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, rlim_t(used + 1 + pageSeconds + (pages - 1) * furtherPageSeconds))
        _ = unsafe setrlimit(Int32(RLIMIT_CPU.rawValue), &limit)
    }

    private static func lower(_ resource: __rlimit_resource, to value: Int) {
        var limit = rlimit()
        guard unsafe getrlimit(Int32(resource.rawValue), &limit) == 0 else { return }
        let bound = min(limit.rlim_max, rlim_t(value))
        limit = rlimit(rlim_cur: bound, rlim_max: bound)
        _ = unsafe setrlimit(Int32(resource.rawValue), &limit)
    }
}
