import Records

/// What a person may write into a field, brought to the form in which the field is kept.
enum FieldValue {
    /// Characters of a name, a title, a subject.
    private static let longest = 1000
    private static let longestCode = 100
    private static let longestNumber = 11
    private static let longestSymbol = 30
    private static let earliestBirth = 1850

    /// - Parameter text: NFC, white space squashed, not empty.
    static func checked(
        _ text: String, for name: String, units: UnitTable, _ catalogue: FormCatalogue, today: CalendarDate
    ) throws(CorrectionMistake) -> String {
        func expect(_ value: String?, _ expected: CorrectionMistake.Expected) throws(CorrectionMistake) -> String {
            guard let value else { throw .wrongValue(field: name, value: text, expected) }
            return value
        }
        switch name.split(separator: ".").last.map(String.init) ?? name {
        case "kind": return try expect(Record.Kind(rawValue: text)?.rawValue, .oneOf(Record.Kind.allCases.map(\.rawValue)))
        case "form": return try expect(catalogue.forms.first { $0 == text }, .oneOf(catalogue.forms))
        case "type_code": return try expect(catalogue.type(ofCode: text)?.code, .oneOf(catalogue.codes))
        case "number": return try expect(isNumber(text) ? text : nil, .number)
        case "symbol": return try expect(isSymbol(text) ? text : nil, .symbol)
        case "issued_on": return try expect(day(text, from: IssueDate.earliest, to: today), .dayOfIssue)
        case "born_on": return try expect(day(text, from: earliestBirth, to: today), .dayOfBirth)
        case "id_number": return try expect(identity(text), .identityNumber)
        case "sex": return try expect(sexes[VietnameseText.folded(text)], .oneOf(["Nam", "Nữ"]))
        case "urgency": return try expect(urgencies.first { VietnameseText.exact($0) == VietnameseText.exact(text) }, .oneOf(urgencies))
        case "agency_unit": return try expect(units.unit(text)?.code, .text(longest: longestCode))
        case "procedure_code": return try expect(CaseCode.procedure(in: text) == text ? text : nil, .caseCode)
        case "dossier", "dossier_code": return try expect(isText(text, longest: longestCode) ? text : nil, .text(longest: longestCode))
        default: return try expect(isText(text, longest: longest) ? text : nil, .text(longest: longest))
        }
    }

    private static let sexes = ["nam": "Nam", "nu": "Nữ"]
    private static let urgencies = ["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]

    private static func isText(_ text: String, longest: Int) -> Bool {
        text.count <= longest && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    /// Digits, and a letter behind them: `15`, `05`, `15a`.
    private static func isNumber(_ text: String) -> Bool { text.count <= longestNumber && text.wholeMatch(of: /[0-9]{1,10}[a-zđ]?/) != nil }

    private static func isSymbol(_ text: String) -> Bool {
        text.count <= longestSymbol && text.contains(where: \.isLetter)
            && text.allSatisfy { $0.isLetter || ($0.isASCII && $0.isNumber) || "-/.&".contains($0) }
            && text.first.map { $0.isLetter || $0.isNumber } == true
    }

    private static func day(_ text: String, from year: Int, to today: CalendarDate) -> String? {
        CalendarDate(text).flatMap { $0.year >= year && $0 <= today ? $0.description : nil }
    }

    private static func identity(_ text: String) -> String? {
        let digits = text.filter { !$0.isWhitespace && $0 != "." }
        return digits.allSatisfy({ $0.isASCII && $0.isNumber }) && PersonValues.isIdentity(digits) ? digits : nil
    }
}
