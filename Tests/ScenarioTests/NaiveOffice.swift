import Records

/// What an auditor with paper and pencil knows of the office, and how he counts: by the words of the definitions, from plain lists,
/// without a line of the program's own counting.
struct NaiveOffice {
    struct Item {
        var unit: String?
        var fonds: String
        var state: String
        var pages: Int?
        var isUnlisted = false
    }

    struct File {
        var unit: String?
        var procedure: String?
        var received: String?
        var needsResult: Bool?
        var saysReused: Bool?
        var isUnlisted = false
    }

    struct Scan {
        var pages: Int
        /// Those that came with a text layer of their own.
        var textPages: Set<Int>
        var isHeldBack = false
    }

    struct Paper {
        var scan: String
        var pages: [Int]
        var dossier: String?
        var form: String
        /// Of an administrative document.
        var type: String?
        var issued: String?
        /// Why it waits for a person; it waits while there are any.
        var reasons: Set<String>
        var hasCopy: Bool
        var isDamaged = false
        var isRejected = false
        /// What people decided, which a new reading leaves alone.
        var isAccepted = false
        var corrected: Set<String> = []
        var waived: Set<String> = []
        var isTouched = false
    }

    struct Reuse {
        var file: String
        var paper: String
        var isUndone = false
    }

    var items: [String: Item] = [:]
    var files: [String: File] = [:]
    var scans: [String: Scan] = [:]
    var papers: [String: Paper] = [:]
    var reuses: [String: Reuse] = [:]

    struct Numbers: Equatable, CustomStringConvertible {
        var numerator = 0
        var denominator = 0
        var proxy = 0
        /// Of the archive: that are done, and that are there and wait.
        var pages = 0
        var waitingPages = 0
        var description: String { "\(numerator)/\(denominator) (\(proxy); \(pages) + \(waitingPages))" }
    }

    /// The office has put other tables in the place of the first.
    var hasNewTables = false

    /// What the office's tables say: of cases whose procedure no table knows, and of those that they do know.
    var roles: PaperRoles {
        func form(_ form: String, _ role: PaperRole) -> PaperForm { PaperForm(form, form, "", titles: [], role: role) }
        func procedure(_ code: String, _ results: [String]) -> Procedure {
            Procedure(code: code, name: "", source: "", resultForms: results, components: [])
        }
        if hasNewTables {
            return PaperRoles(
                forms: [form("trich_luc", .result), form("to_khai", .receipt)],
                procedures: [procedure("2.000635", ["giay_khai_sinh"]), procedure("9.999999", ["bien_nhan"])])
        }
        return PaperRoles(
            forms: [form("giay_khai_sinh", .result), form("trich_luc", .result), form("bien_nhan", .receipt)],
            procedures: [procedure("2.000635", ["trich_luc", "van_ban/TB"]), procedure("2.000815", [])])
    }

    private func isReceipt(_ form: String) -> Bool { form == (hasNewTables ? "to_khai" : "bien_nhan") }

    private func isResult(_ paper: Paper, of file: File) -> Bool {
        if let issued = paper.issued, let received = file.received, issued < received { return false }
        let (form, procedure) = (paper.form, file.procedure)
        let isKnown = procedure?.hasPrefix("2.000635") == true
        if hasNewTables { return form == (isKnown ? "giay_khai_sinh" : procedure == "9.999999" ? "bien_nhan" : "trich_luc") }
        if procedure == "2.000815" { return false }
        if isKnown, form == "van_ban" { return paper.type == "TB" }
        return form == "trich_luc" || (form == "giay_khai_sinh" && !isKnown)
    }

    /// The register's word, else what the office's tables say of the procedure.
    private func needsResult(_ file: File) -> Bool? {
        if let said = file.needsResult { return said }
        if file.procedure?.hasPrefix("2.000635") == true { return true }
        if hasNewTables { return file.procedure == "9.999999" ? true : nil }
        return file.procedure == "2.000815" ? false : nil
    }

    /// Whether it is there for anybody to count.
    func stands(_ paper: Paper) -> Bool { !paper.isRejected && scans[paper.scan]?.isHeldBack == false }

    private func isElectronic(_ paper: Paper) -> Bool {
        !paper.pages.isEmpty && paper.pages.allSatisfy { scans[paper.scan]?.textPages.contains($0) == true }
    }

    private var filed: [String: [Paper]] { Dictionary(grouping: papers.values.filter { $0.dossier != nil && stands($0) }) { $0.dossier ?? "" } }

    /// Rows that the latest table of their kind does not list.
    var unlisted: Set<String> { Set(items.filter(\.value.isUnlisted).keys).union(files.filter(\.value.isUnlisted).keys) }

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
            // A page that two papers share is one page, and done when both are.
            func pages(_ papers: [Paper]) -> Set<String> { Set(papers.flatMap { paper in paper.pages.map { "\(paper.scan) \($0)" } }) }
            func isSound(_ paper: Paper) -> Bool { paper.reasons.isEmpty && paper.hasCopy && !paper.isDamaged }
            let (there, waiting) = (pages(own), pages(own.filter { !isSound($0) }))
            let isWhole = item.pages.map { there.count >= $0 } ?? false
            add("archives_digitized", item.unit, !own.isEmpty && isWhole && own.allSatisfy(isSound))
            let listed = item.pages ?? 0
            let done = min(listed, there.subtracting(waiting).count)
            for unit in ["all", item.unit].compactMap(\.self) {
                numbers["archives_digitized \(unit)"]?.pages += done
                numbers["archives_digitized \(unit)"]?.waitingPages += min(listed, there.count) - done
            }
        }
        var served: Set<String> = []
        for reuse in reuses.values where !reuse.isUndone && papers[reuse.paper].map({ stands($0) && !$0.isDamaged }) == true {
            served.insert(reuse.file)
        }
        for (code, file) in files {
            guard let received = file.received, prefixes.contains(where: { received.hasPrefix($0) }) else { continue }
            let sound = (filed[code] ?? []).filter { !isReceipt($0.form) && !$0.isDamaged }
            let results = sound.filter { isResult($0, of: file) }
            let needsResult = needsResult(file)
            let hasComponent = sound.count > results.count
            add("tthc_digitized", file.unit, hasComponent && (!results.isEmpty || needsResult == false))
            if needsResult == true { add("tthc_result_electronic", file.unit, results.contains(where: isElectronic)) }
            add("data_reused", file.unit, served.contains(code), proxy: file.saysReused == true)
        }
        return numbers
    }
}
