import Records

/// The title says one type and the symbol another (`KẾ HOẠCH`, `38/QĐ-UBND`): one of them was misread, or the paper is wrong
/// (NĐ 30/2020/NĐ-CP, appendix III: the symbol begins with the type's code).
enum TypeCheck {
    static func reasons(_ paper: Paper, _ fields: Fields) -> [String] {
        guard case .document(let type)? = paper.title?.kind, let symbol = fields.symbol,
            let other = paper.lexicon.symbols.repaired(symbol.value)?.type, other != type
        else { return [] }
        return ["conflict:type_code"]
    }
}
