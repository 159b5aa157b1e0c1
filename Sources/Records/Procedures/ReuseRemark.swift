/// What is said of a reuse that is written all the same: nothing speaks against it, but something could not be held against anything.
package enum ReuseRemark: String, Sendable, CaseIterable {
    /// Neither the table of procedures nor the register says what the case asks for.
    case componentsUnknown = "components_unknown"
    /// Paper and case have nothing in common by which the person could be compared.
    case personUnknown = "person_unknown"
    /// The paper was taken in after the case was received: it was on file, but not yet here.
    case takenLater = "taken_later"
}

/// A reuse as whoever wrote it is told of it, with what is to be known of it.
package struct ReuseAnswer: Sendable, Encodable {
    package var event: ReuseEvent
    /// Each with its sentence for people.
    package var remarks: [(remark: ReuseRemark, message: String)]

    package init(event: ReuseEvent, remarks: [(remark: ReuseRemark, message: String)]) {
        self.event = event
        self.remarks = remarks
    }

    private enum CodingKeys: String, CodingKey { case remarks }

    private struct Remark: Encodable {
        let code: String
        let message: String
    }

    /// The keys of the event, and `remarks`.
    package func encode(to encoder: any Encoder) throws {
        try event.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(remarks.map { Remark(code: $0.remark.rawValue, message: $0.message) }, forKey: .remarks)
    }
}
