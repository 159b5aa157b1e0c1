import Foundation

/// Everything that people read, in one place: Vietnamese first, English where the locale asks for it.
enum Phrases {
    /// Whether the locale says English. Anything else, no locale too, is Vietnamese: this is an office in Vietnam.
    static let isEnglish: Bool = {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("en") ?? false
    }()

    static func say(_ vietnamese: String, _ english: String) -> String { isEnglish ? english : vietnamese }
}
