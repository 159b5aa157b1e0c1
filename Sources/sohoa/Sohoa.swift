import ArgumentParser
import Foundation
import Glibc
import Records

/// The command line. Each command has its own file; this one holds what they share: where the data is, and how the program ends.
@main
struct Sohoa: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sohoa", abstract: Phrases.sohoa, discussion: Phrases.sohoaMore, version: Version.text,
        subcommands: [
            Serve.self, Ingest.self, ScansCommand.self, Search.self, Show.self, Review.self, Restricted.self, Inventory.self, Cases.self, Reuse.self,
            CoversCommand.self,
            Route.self,
            IndicatorsCommand.self, WarningsCommand.self, ReportCommand.self, Trail.self, Verify.self, Backup.self, Restore.self, Evaluate.self,
            Doctor.self, WorkerCommand.self,
        ])

    @Option(name: .long, help: ArgumentHelp(Phrases.dataHelp, valueName: "dir"))
    var data = "./sohoa-data"

    @Option(name: .long, help: ArgumentHelp(Phrases.configHelp, valueName: "file"))
    var config: String?

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot(CommandLineWords.globalOptionsFirst(Array(CommandLine.arguments.dropFirst())))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(error)
        }
    }

    /// Says what went wrong, in one line where it is ours, and ends with the exit code of the interface.
    private static func end(_ error: any Error) -> Never {
        if let complaint = error as? Complaint {
            StandardError.say("sohoa: \(complaint.message)")
            Foundation.exit(complaint.code.rawValue)
        }
        if let failure = error as? CatalogueFailure {
            StandardError.say("sohoa: \(Phrases.cause(of: failure))")
            Foundation.exit(ExitStatus.failed.rawValue)
        }
        if let code = error as? ExitStatus { Foundation.exit(code.rawValue) }
        guard exitCode(for: error) == .success else {
            let isUsage = exitCode(for: error) == .validationFailure
            StandardError.say("sohoa: " + (isUsage ? Phrases.wrongUsage(message(for: error)) : message(for: error)))
            Foundation.exit(isUsage ? ExitStatus.usage.rawValue : ExitStatus.failed.rawValue)
        }
        print(fullMessage(for: error))
        Foundation.exit(ExitStatus.done.rawValue)
    }
}

/// How the program ends.
enum ExitStatus: Int32, Error {
    case done = 0
    /// Something failed and was said.
    case failed = 1
    /// Wrong usage or configuration.
    case usage = 2
    /// Some inputs were set aside: rejected or restricted.
    case setAside = 3
}

/// An error in one line: what, which file, what to do.
struct Complaint: Error {
    var message: String
    var code: ExitStatus

    init(_ message: String, code: ExitStatus = .failed) {
        self.message = message
        self.code = code
    }
}

/// `--data` and `--config` belong before the command; people write them after it too.
enum CommandLineWords {
    static func globalOptionsFirst(_ words: [String]) -> [String] {
        var first: [String] = []
        var rest: [String] = []
        var index = words.startIndex
        while index < words.endIndex, words[index] != "--" {
            let word = words[index]
            if ["--data", "--config"].contains(word), index + 1 < words.endIndex {
                first += [word, words[index + 1]]
                index += 1
            } else if word.hasPrefix("--data=") || word.hasPrefix("--config=") {
                first.append(word)
            } else {
                rest.append(word)
            }
            index += 1
        }
        return first + rest + words[index...]
    }
}
