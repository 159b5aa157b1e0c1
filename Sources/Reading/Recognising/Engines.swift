import Records

/// Tesseract's engines, loaded once and kept: each takes a fifth of a second to make.
final class Engines {
    /// Languages and the models of their whole script: larger, a quarter slower, and better with worn print.
    private static let scripts = ["vie": "Vietnamese"]

    private var loaded: [String: TesseractEngine] = [:]
    private var missing: Set<String> = []

    /// The engine that reads pages in these languages.
    func engine(for languages: String) throws(ReadingFailure) -> TesseractEngine {
        if let engine = loaded[languages] { return engine }
        let made = try TesseractEngine(languages: languages)
        loaded[languages] = made
        return made
    }

    /// The engine for worn print in these languages. Nil where there is none, or its data is not installed: pages are read without it.
    func scriptEngine(for languages: String) -> TesseractEngine? {
        let scripts = Self.scripts(of: languages)
        guard scripts != languages, !missing.contains(scripts) else { return nil }
        do throws(ReadingFailure) { return try Chatter.muted { () throws(ReadingFailure) in try engine(for: scripts) } } catch {
            missing.insert(scripts)
            return nil
        }
    }

    /// The names with scripts in the place of languages that have one.
    static func scripts(of languages: String) -> String {
        languages.split(separator: "+").map { scripts[String($0)] ?? String($0) }.joined(separator: "+")
    }
}
