/// A row of a table that is imported: what stands in it under which column.
package protocol TableValue: Sendable, Equatable {
    /// The columns that a table may have, by the names that the catalogue gives them.
    associatedtype Column: RawRepresentable<String> & CaseIterable & Hashable & Sendable

    /// Takes what stands in these columns from `earlier`: a table without a column says nothing of it.
    mutating func keep(_ columns: Set<Column>, of earlier: Self)
}

extension Case: TableValue {
    package enum Column: String, CaseIterable, Sendable {
        case caseCode = "case_code"
        case procedureCode = "procedure_code"
        case procedureName = "procedure_name"
        case unit
        case applicantName = "applicant_name"
        case applicantID = "applicant_id"
        case receivedOn = "received_on"
        case closedOn = "closed_on"
        case channel
        case resultRequired = "result_required"
        case components
        case reportedDigitized = "reported_digitized"
        case reportedReused = "reported_reused"
        case replacementResult = "replacement_result"
    }

    package mutating func keep(_ columns: Set<Column>, of earlier: Case) {
        for column in columns {
            switch column {
            case .caseCode: caseCode = earlier.caseCode
            case .procedureCode: procedureCode = earlier.procedureCode
            case .procedureName: procedureName = earlier.procedureName
            case .unit: unit = earlier.unit
            case .applicantName: applicantName = earlier.applicantName
            case .applicantID: applicantID = earlier.applicantID
            case .receivedOn: receivedOn = earlier.receivedOn
            case .closedOn: closedOn = earlier.closedOn
            case .channel: channel = earlier.channel
            case .resultRequired: resultRequired = earlier.resultRequired
            case .components: components = earlier.components
            case .reportedDigitized: reportedDigitized = earlier.reportedDigitized
            case .reportedReused: reportedReused = earlier.reportedReused
            case .replacementResult: replacementResult = earlier.replacementResult
            }
        }
    }
}

extension InventoryItem: TableValue {
    /// All but the fonds, which is said beside the table.
    package enum Column: String, CaseIterable, Sendable {
        case fileCode = "file_code"
        case title
        case startDate = "start_date"
        case endDate = "end_date"
        case retention
        case totalPages = "total_pages"
        case totalDocuments = "total_documents"
        case box, unit, state
    }

    package mutating func keep(_ columns: Set<Column>, of earlier: InventoryItem) {
        for column in columns {
            switch column {
            case .fileCode: fileCode = earlier.fileCode
            case .title: title = earlier.title
            case .startDate: startDate = earlier.startDate
            case .endDate: endDate = earlier.endDate
            case .retention: retention = earlier.retention
            case .totalPages: totalPages = earlier.totalPages
            case .totalDocuments: totalDocuments = earlier.totalDocuments
            case .box: box = earlier.box
            case .unit: unit = earlier.unit
            case .state: state = earlier.state
            }
        }
    }
}
