/// The version of this program, as CHANGELOG.md counts.
enum Version {
    static let text = "0.1.0"
}
