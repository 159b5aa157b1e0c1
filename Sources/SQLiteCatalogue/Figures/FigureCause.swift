import Records

/// Why figures changed although no command of a person or the daemon did anything to them: what an entry `figures_settled` says.
enum FigureCause {
    /// Nothing had been computed before.
    case first
    /// Another version of the program counts otherwise.
    case version
    /// The office's tables say otherwise which papers are results and receipts: by name, before and after.
    case tables([String: [[String]?]])
    /// Rows were changed by something that left no entry.
    case outside

    /// Whether it stands in the trail even where it changes no figure.
    var isTold: Bool {
        if case .tables = self { true } else { false }
    }
}

extension FigureCause: Encodable {
    private enum CodingKeys: String, CodingKey { case cause, changed }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .first: try container.encode("first", forKey: .cause)
        case .version: try container.encode("version", forKey: .cause)
        case .outside: try container.encode("outside", forKey: .cause)
        case .tables(let changed):
            try container.encode("tables", forKey: .cause)
            try container.encode(changed, forKey: .changed)
        }
    }
}

extension PaperRoles {
    /// What differs, before and after: `results`, `receipts`, and the results of procedures by their codes.
    func changes(to other: PaperRoles) -> [String: [[String]?]] {
        var changes: [String: [[String]?]] = [:]
        if results != other.results { changes["results"] = [results, other.results] }
        if receipts != other.receipts { changes["receipts"] = [receipts, other.receipts] }
        for code in Set(resultsByProcedure.keys).union(other.resultsByProcedure.keys) {
            let (before, after) = (resultsByProcedure[code], other.resultsByProcedure[code])
            if before != after { changes[code] = [before, after] }
        }
        return changes
    }
}
