import Records
import Yams

/// The keys of a configuration file, and the lines they stand on. A key that nobody knows is refused: a misspelt `due` would be a goal
/// without a day.
struct ConfigurationKeys {
    private let root: Node.Mapping
    private let file: String

    init(_ root: Node.Mapping, file: String) {
        self.root = root
        self.file = file
    }

    func refuseUnknown() throws {
        try refuse(in: root, under: [], but: Configuration.CodingKeys.allCases.map(\.rawValue))
        try refuseTargets(root["targets"], under: ["targets"])
        for unit in root["units"]?.sequence ?? [] {
            guard let unit = unit.mapping else { continue }
            try refuse(in: unit, under: ["units"], but: Configuration.Unit.CodingKeys.allCases.map(\.rawValue))
            try refuseTargets(unit["targets"], under: ["units", "targets"])
        }
        if let warnings = root["warnings"]?.mapping {
            try refuse(in: warnings, under: ["warnings"], but: Configuration.Warnings.CodingKeys.allCases.map(\.rawValue))
        }
    }

    private func refuseTargets(_ targets: Node?, under path: [String]) throws {
        guard let targets = targets?.mapping else { return }
        try refuse(in: targets, under: path, but: Indicator.Code.allCases.map(\.rawValue))
        for (code, goals) in targets {
            for goal in goals.sequence.map(Array.init) ?? [goals] {
                guard let goal = goal.mapping else { continue }
                try refuse(in: goal, under: path + [code.string ?? ""], but: Configuration.Goal.CodingKeys.allCases.map(\.rawValue))
            }
        }
    }

    private func refuse(in map: Node.Mapping, under path: [String], but known: [String]) throws {
        for (key, _) in map where !known.contains(key.string ?? "") {
            let name = (path + [key.string ?? "?"]).joined(separator: ".")
            throw Complaint(Phrases.unknownKey(file, key.mark?.line ?? 1, name, known.sorted()), code: .usage)
        }
    }

    /// `FILE:LINE` of the value that is wrong, or of what should have it.
    func place(of error: DecodingError) -> String {
        let path =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            @unknown default: [any CodingKey]()
            }
        var node = Node.mapping(root)
        var line = 1
        for key in path {
            guard
                let next = key.intValue.flatMap({ index in node.sequence.flatMap { $0.indices.contains(index) ? $0[index] : nil } })
                    ?? node.mapping?[Node(key.stringValue)]
            else { break }
            node = next
            line = node.mark?.line ?? line
        }
        return "\(file):\(line)"
    }
}
