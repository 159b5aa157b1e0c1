/// What the styles of a workbook say of numbers: which are dates, and which are written with leading zeros.
struct CellStyles {
    enum Kind: Equatable {
        case plain, date
        /// Digits at least.
        case padded(Int)
    }

    private var kinds: [Kind] = []

    init(_ archive: ZipArchive) {
        guard let part = archive.xml("xl/styles.xml") else { return }
        var codes: [Int: String] = [:]
        var isInCells = false
        while let node = part.next() {
            switch node {
            case .begin("numFmt"):
                if let id = part.attribute("numFmtId").flatMap({ Int($0) }) { codes[id] = part.attribute("formatCode") ?? "" }
            case .begin("cellXfs"): isInCells = true
            case .end("cellXfs"): isInCells = false
            case .begin("xf") where isInCells:
                let id = part.attribute("numFmtId").flatMap { Int($0) } ?? 0
                kinds.append(Self.kind(id, codes[id]))
            default: continue
            }
        }
    }

    subscript(style: Int?) -> Kind { style.flatMap { kinds.indices.contains($0) ? kinds[$0] : nil } ?? .plain }

    /// The built-in formats of dates (ECMA-376, 18.8.30), and those that name days, months or years.
    static func kind(_ id: Int, _ code: String?) -> Kind {
        guard let code else { return (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id) ? .date : .plain }
        let letters = meaning(of: code)
        if letters.contains(where: { "dmyDMY".contains($0) }) && !letters.lowercased().hasPrefix("general") { return .date }
        let zeros = code.split(separator: ";").first ?? ""
        return zeros.count > 1 && zeros.allSatisfy { $0 == "0" } ? .padded(zeros.count) : .plain
    }

    /// A format without what stands in quotes, between brackets or behind a backslash: those are shown as they are.
    private static func meaning(of code: String) -> String {
        var result = ""
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for character in code {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == "[" {
                isBracketed = true
            } else if character == "]" {
                isBracketed = false
            } else if !isQuoted && !isBracketed {
                result.append(character)
            }
        }
        return result
    }
}
