/// The three degrees of state secrecy (độ mật). A paper that bears one never enters the catalogue.
package enum SecretMark: String, Sendable, Codable, CaseIterable {
    case mat
    case toiMat = "toi_mat"
    case tuyetMat = "tuyet_mat"
}

/// A mark that the screen has found: which, and on which page. Never the words around it.
package struct SecretFinding: Sendable, Hashable, Codable {
    package var mark: SecretMark
    /// From 1.
    package var page: Int

    package init(mark: SecretMark, page: Int) {
        self.mark = mark
        self.page = page
    }
}
