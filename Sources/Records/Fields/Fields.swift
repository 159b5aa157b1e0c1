/// The metadata of a record, as in NĐ 30/2020/NĐ-CP (appendix VI) and on papers of administrative procedures.
///
/// Absent is nil, and stands as `null` in JSON: a number that cannot be read is not a number.
package struct Fields: Sendable, Equatable, Codable {
    /// Code of the document type (NĐ 30/2020/NĐ-CP): `KH`, `QĐ`, `CV`, …
    package var typeCode: Field?
    package var typeName: Field?
    /// The digits alone: `15`.
    package var number: Field?
    /// What follows the number: `KH-UBND`.
    package var symbol: Field?
    /// ISO date, whole: `2026-01-05`.
    package var issuedOn: Field?
    package var place: Field?
    package var agency: Field?
    package var parentAgency: Field?
    /// Code of the unit that the agency belongs to, in the office's table of units; the printed name stays as it is.
    package var agencyUnit: Field?
    /// Trích yếu, without the type's name or a leading "V/v".
    package var subject: Field?
    package var signerName: Field?
    package var signerTitle: Field?
    package var recipients: [Field] = []
    package var urgency: Field?
    /// Mã hồ sơ of the file or of the case.
    package var dossierCode: Field?
    package var procedureCode: Field?
    package var persons: [Person] = []

    package init() {}

    enum CodingKeys: String, CodingKey, CaseIterable {
        case typeCode = "type_code"
        case typeName = "type_name"
        case number, symbol
        case issuedOn = "issued_on"
        case place, agency
        case parentAgency = "parent_agency"
        case agencyUnit = "agency_unit"
        case subject
        case signerName = "signer_name"
        case signerTitle = "signer_title"
        case recipients, urgency
        case dossierCode = "dossier_code"
        case procedureCode = "procedure_code"
        case persons
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        for (name, field) in single { try container.encode(field, forKey: name) }
        try container.encode(recipients, forKey: .recipients)
        try container.encode(persons, forKey: .persons)
    }

    private var single: [(CodingKeys, Field?)] {
        [
            (.typeCode, typeCode), (.typeName, typeName), (.number, number), (.symbol, symbol), (.issuedOn, issuedOn), (.place, place),
            (.agency, agency), (.parentAgency, parentAgency), (.agencyUnit, agencyUnit), (.subject, subject), (.signerName, signerName),
            (.signerTitle, signerTitle),
            (.urgency, urgency), (.dossierCode, dossierCode), (.procedureCode, procedureCode),
        ]
    }

    /// The field of a JSON name (`issued_on`); nil when absent. Lists are not reached this way.
    package subscript(name: String) -> Field? {
        get { single.first { $0.0.rawValue == name }?.1 }
        set {
            guard let key = CodingKeys(rawValue: name) else { return }
            switch key {
            case .typeCode: typeCode = newValue
            case .typeName: typeName = newValue
            case .number: number = newValue
            case .symbol: symbol = newValue
            case .issuedOn: issuedOn = newValue
            case .place: place = newValue
            case .agency: agency = newValue
            case .parentAgency: parentAgency = newValue
            case .agencyUnit: agencyUnit = newValue
            case .subject: subject = newValue
            case .signerName: signerName = newValue
            case .signerTitle: signerTitle = newValue
            case .urgency: urgency = newValue
            case .dossierCode: dossierCode = newValue
            case .procedureCode: procedureCode = newValue
            case .recipients, .persons: break
            }
        }
    }

    /// The JSON names of the single-valued fields, in the order of the interface.
    package static var singleNames: [String] { Fields().single.map(\.0.rawValue) }
}

/// A person named on a paper of an administrative procedure. Personal data: every look at it leaves a trace.
package struct Person: Sendable, Equatable, Codable {
    package var name: Field?
    /// Số định danh cá nhân (12 digits) or CMND (9 digits).
    package var idNumber: Field?
    /// ISO date.
    package var bornOn: Field?
    package var sex: Field?
    package var address: Field?

    package init(name: Field? = nil, idNumber: Field? = nil, bornOn: Field? = nil, sex: Field? = nil, address: Field? = nil) {
        self.name = name
        self.idNumber = idNumber
        self.bornOn = bornOn
        self.sex = sex
        self.address = address
    }

    /// The JSON names of its fields.
    package static let names = CodingKeys.allCases.map(\.rawValue)

    /// The field of a JSON name (`id_number`).
    package subscript(name: String) -> Field? {
        get {
            switch CodingKeys(rawValue: name) {
            case .name: self.name
            case .idNumber: idNumber
            case .bornOn: bornOn
            case .sex: sex
            case .address: address
            case nil: nil
            }
        }
        set {
            switch CodingKeys(rawValue: name) {
            case .name: self.name = newValue
            case .idNumber: idNumber = newValue
            case .bornOn: bornOn = newValue
            case .sex: sex = newValue
            case .address: address = newValue
            case nil: break
            }
        }
    }

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name
        case idNumber = "id_number"
        case bornOn = "born_on"
        case sex, address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(idNumber, forKey: .idNumber)
        try container.encode(bornOn, forKey: .bornOn)
        try container.encode(sex, forKey: .sex)
        try container.encode(address, forKey: .address)
    }
}
