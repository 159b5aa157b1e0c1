import Records

/// What is printed on one paper.
package struct TruthRecord: Sendable, Decodable {
    /// Of the scan, from 1; empty where the record is all of it.
    package var pages: [Int]
    /// Values by the name of the field.
    package var values: [String: String]
    /// Fields of which the truth says that they are not printed. Of others without a value it says nothing.
    package var unprinted: Set<String>
    package var persons: [PersonTruth]
    package var secrecy: String?
    /// Number and day were written by hand: leaving them open is right, a wrong value is not.
    package var isNumberHandwritten: Bool

    package struct PersonTruth: Sendable, Equatable {
        package var name: String?
        package var idNumber: String?

        package init(name: String? = nil, idNumber: String? = nil) {
            self.name = name
            self.idNumber = idNumber
        }
    }

    package init(
        pages: [Int] = [], values: [String: String] = [:], unprinted: Set<String> = [], persons: [PersonTruth] = [], isNumberHandwritten: Bool = false
    ) {
        self.pages = pages
        self.values = values
        self.unprinted = unprinted
        self.persons = persons
        self.isNumberHandwritten = isNumberHandwritten
    }

    /// Each field under its own name; some truths call a few otherwise.
    private static let names: [(field: String, keys: [String])] =
        [("type_code", ["type_code", "doc_type_code"]), ("issued_on", ["issued_on", "date_iso"]), ("dossier_code", ["dossier_code"])]
        + ["kind", "form", "number", "symbol", "place", "agency", "parent_agency", "subject", "signer_name", "signer_title", "dossier"].map {
            ($0, [$0])
        }

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct PersonJSON: Decodable {
        var name: String?
        var idNumber: String?

        private enum CodingKeys: String, CodingKey {
            case name
            case idNumber = "id_number"
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func text(_ key: String) -> String? { (try? container.decodeIfPresent(String.self, forKey: Key(key))) ?? nil }
        // At the top of a file `pages` is a number: the record is all of them.
        pages = (try? container.decodeIfPresent([Int].self, forKey: Key("pages"))) ?? []
        values = Dictionary(
            uniqueKeysWithValues: Self.names.compactMap { name in
                name.keys.lazy.compactMap(text).first { !$0.isEmpty }.map { (name.field, $0) }
            })
        let values = values
        unprinted = Set(Self.names.filter { name in values[name.field] == nil && name.keys.contains { container.contains(Key($0)) } }.map(\.field))
        let people =
            try container.decodeIfPresent([PersonJSON].self, forKey: Key("subjects"))
            ?? container.decodeIfPresent([PersonJSON].self, forKey: Key("persons")) ?? []
        persons = people.map { PersonTruth(name: $0.name, idNumber: $0.idNumber) }
        secrecy = text("secrecy")
        isNumberHandwritten = try container.decodeIfPresent(Bool.self, forKey: Key("handwritten_number_and_day")) ?? false
    }
}
