import Foundation
import Glibc

/// The processes of one workplace, found by the mark in their environment.
struct Processes {
    let workplace: Workplace

    /// Reading workers that are alive now (a zombie is not).
    var workers: [pid_t] {
        numbers.filter { pid in
            let words = content(pid, "cmdline").split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            return words.dropFirst().first == "worker" && content(pid, "environ").firstRange(of: Data(workplace.mark.utf8)) != nil
                && state(pid) != "Z"
        }
    }

    /// Processor time of the worker that has used most, in hundredths of a second.
    var busiest: Int { workers.map(Self.ticks(of:)).max() ?? 0 }

    private var numbers: [pid_t] { ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { pid_t($0) } }

    private func content(_ pid: pid_t, _ name: String) -> Data { (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(pid)/\(name)"))) ?? Data() }

    private func state(_ pid: pid_t) -> String {
        String(decoding: content(pid, "stat"), as: UTF8.self).split(separator: ")").last?.split(separator: " ").first.map(String.init) ?? ""
    }

    /// Processor time used so far, in hundredths of a second.
    static func ticks(of pid: pid_t) -> Int {
        let fields = ((try? Files.text("/proc/\(pid)/stat")) ?? "").split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    }

    /// The largest resident memory that a process has had so far, in KiB.
    static func peakMemory(of pid: pid_t) -> Int? {
        let status = (try? Files.text("/proc/\(pid)/status")) ?? ""
        return status.firstMatch(of: /VmHWM:\s*(\d+)/).flatMap { Int($0.1) }
    }
}
