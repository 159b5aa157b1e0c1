import Records

/// What an auditor with paper and pencil knows of the office, and how he counts: by the words of the definitions, from plain lists,
/// without a line of the program's own counting.
struct NaiveOffice {
    struct Item {
        var unit: String?
        var state: String
        var pages: Int?
    }

    struct File {
        var unit: String?
        var procedure: String?
        var received: String?
        var needsResult: Bool?
        var saysReused: Bool?
    }

    struct Paper {
        var dossier: String?
        var form: String
        var pages: Int
        var waits: Bool
        var hasCopy: Bool
        var isElectronic: Bool
        var isHeldBack = false
        var isDamaged = false
    }

    struct Reuse {
        var file: String
        var paper: String
        var isUndone = false
    }

    var items: [String: Item] = [:]
    var files: [String: File] = [:]
    var papers: [String: Paper] = [:]
    var reuses: [String: Reuse] = [:]

    struct Numbers: Equatable, CustomStringConvertible {
        var numerator = 0
        var denominator = 0
        var proxy = 0
        var description: String { "\(numerator)/\(denominator) (\(proxy))" }
    }

    /// What the office's tables say: of cases whose procedure no table knows, and of the one that it does know.
    static let roles = PaperRoles(
        forms: [
            PaperForm("giay_khai_sinh", "A", "", titles: [], role: .result), PaperForm("trich_luc", "B", "", titles: [], role: .result),
            PaperForm("bien_nhan", "C", "", titles: [], role: .receipt),
        ],
        procedures: [
            Procedure(code: "2.000635", name: "", source: "", resultForms: ["trich_luc"], components: []),
            Procedure(code: "2.000815", name: "", source: "", resultForms: [], components: []),
        ])

    private static func isResult(_ form: String, of procedure: String?) -> Bool {
        if procedure?.hasPrefix("2.000815") == true { return false }
        return form == "trich_luc" || (form == "giay_khai_sinh" && procedure?.hasPrefix("2.000635") != true)
    }

    /// The register's word, else what the office knows of the procedure.
    private static func needsResult(_ file: File) -> Bool? {
        if let said = file.needsResult { return said }
        guard let procedure = file.procedure else { return nil }
        return procedure.hasPrefix("2.000635") ? true : procedure.hasPrefix("2.000815") ? false : nil
    }

    /// Papers by dossier, of those that are not held back.
    private var filed: [String: [Paper]] { Dictionary(grouping: papers.values.filter { $0.dossier != nil && !$0.isHeldBack }) { $0.dossier ?? "" } }

    /// Each indicator of each unit and of the whole, for the cases whose day of reception begins with `prefixes`.
    func count(receivedIn prefixes: [String]) -> [String: Numbers] {
        var numbers: [String: Numbers] = [:]
        func add(_ code: String, _ unit: String?, _ counts: Bool, proxy: Bool = false) {
            for unit in ["all"] + (unit.map { [$0] } ?? []) {
                numbers["\(code) \(unit)", default: Numbers()].denominator += 1
                if counts { numbers["\(code) \(unit)", default: Numbers()].numerator += 1 }
                if counts || proxy { numbers["\(code) \(unit)", default: Numbers()].proxy += 1 }
            }
        }
        let filed = filed
        for (code, item) in items where item.state == "in_scope" {
            let own = filed[code] ?? []
            let isWhole = item.pages.map { own.map(\.pages).reduce(0, +) >= $0 } ?? false
            add("archives_digitized", item.unit, !own.isEmpty && isWhole && own.allSatisfy { !$0.waits && $0.hasCopy && !$0.isDamaged })
        }
        var served: Set<String> = []
        for reuse in reuses.values where !reuse.isUndone && papers[reuse.paper].map({ !$0.isHeldBack }) == true { served.insert(reuse.file) }
        for (code, file) in files {
            guard let received = file.received, prefixes.contains(where: { received.hasPrefix($0) }) else { continue }
            let sound = (filed[code] ?? []).filter { $0.form != "bien_nhan" && !$0.isDamaged }
            let results = sound.filter { Self.isResult($0.form, of: file.procedure) }
            let needsResult = Self.needsResult(file)
            let hasComponent = sound.count > results.count
            add("tthc_digitized", file.unit, hasComponent && (!results.isEmpty || needsResult == false))
            if needsResult == true { add("tthc_result_electronic", file.unit, results.contains { $0.isElectronic }) }
            add("data_reused", file.unit, served.contains(code), proxy: file.saysReused == true)
        }
        return numbers
    }
}
