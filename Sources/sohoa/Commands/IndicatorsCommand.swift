import ArgumentParser
import Foundation
import Indicators
import Records

/// The numbers that the office is judged by, with what it takes to prove them.
struct IndicatorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "indicators", abstract: Phrases.indicators, discussion: Phrases.indicatorsMore)

    @ParentCommand var sohoa: Sohoa
    @Option(name: .long, help: ArgumentHelp(Phrases.periodHelp, valueName: "period")) var period: Period?
    @Option(name: .long, help: ArgumentHelp(Phrases.unitHelp, valueName: "code")) var unit: String?
    @Option(name: .long, help: ArgumentHelp(Phrases.indicatorRecordsHelp, valueName: "indicator")) var records: Indicator.Code?
    @Option(name: .long, help: ArgumentHelp(Phrases.asOfHelp, valueName: "date")) var asOf: CalendarDate?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    func run() async throws {
        let house = try Installation.open(sohoa)
        let now = CalendarDate(of: Date())
        if let asOf, asOf > now { throw Complaint(Phrases.asOfFuture, code: .usage) }
        let today = asOf ?? now
        let chosen = period ?? .month(year: today.year, month: today.month)
        do {
            if let records { return try await prove(records, in: chosen, of: house) }
            try show(await Complaint.fromCatalogue { try await house.indicators(periods: [chosen], unit: unit, asOf: asOf) })
        } catch let unknown as UnknownUnit {
            throw Complaint(Phrases.unknownUnit(unknown))
        }
    }

    private func show(_ indicators: [Indicator]) throws {
        if json {
            for indicator in indicators { try Answer(json: true).line(IndicatorJSON(indicator)) }
            return
        }
        var table = Table([
            Phrases.indicatorWord, Phrases.unitWord, Phrases.periodWord, Phrases.countWord, Phrases.value, Phrases.targetWord, Phrases.state,
        ])
        for indicator in indicators {
            table.add([
                Phrases.indicatorName(indicator.code), indicator.unit, "\(indicator.period)", "\(indicator.numerator)/\(indicator.denominator)",
                indicator.value.map(Phrases.percent) ?? Phrases.unknown, indicator.target.map(Phrases.percent) ?? Phrases.noTarget,
                Phrases.standing(indicator),
            ])
        }
        try table.show()
        for indicator in indicators where indicator.unit == IndicatorCalculator.wholeInstallation {
            for line in Phrases.besides(indicator) { try Answer.say(line) }
        }
        try Answer.say(Phrases.estimate)
    }

    /// What is behind one figure: each case or item, and whether it counts.
    private func prove(_ code: Indicator.Code, in period: Period, of house: Installation) async throws {
        var table = Table([Phrases.caseCode, Phrases.unitWord, Phrases.state, Phrases.noteWord])
        let later = code == .dataReused ? try await house.catalogue.casesReusingLaterRecords(until: asOf?.end ?? Date()) : []
        for evidence in try await house.evidence(for: code, period: period, unit: unit, asOf: asOf) {
            let isLater = evidence.standing == .counted && later.contains(evidence.subject)
            let line = EvidenceLine(evidence, remarks: isLater ? [.takenLater] : [])
            if json { try Answer(json: true).line(line) } else { table.add(line.cells) }
        }
        if !json { try table.isEmpty ? Answer.say(Phrases.nothingFound) : table.show() }
    }
}

/// One case or inventory item behind a figure.
private struct EvidenceLine: Encodable {
    let subject: String
    let unit: String?
    /// `counted`, `pending` or `excluded`.
    let standing: String
    /// What is missing, or why it is excluded; nil when it counts.
    let why: String?
    /// Whether the one-stop system reports it; nil when its table does not say.
    let reported: Bool?
    let remarks: [ReuseRemark]

    var cells: [String?] { [subject, unit, Phrases.standing(standing, why), remarks.map(Phrases.remark).joined(separator: "; ")] }

    init(_ evidence: IndicatorEvidence, remarks: [ReuseRemark]) {
        self.remarks = remarks
        subject = evidence.subject
        unit = evidence.unit
        reported = evidence.isReported
        (standing, why) = (evidence.standing.name, evidence.standing.why)
    }

    private enum CodingKeys: String, CodingKey { case subject, unit, standing, why, reported, remarks }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(subject, forKey: .subject)
        try container.encode(unit, forKey: .unit)
        try container.encode(standing, forKey: .standing)
        try container.encode(why, forKey: .why)
        try container.encode(reported, forKey: .reported)
        try container.encode(remarks.map(\.rawValue), forKey: .remarks)
    }
}

extension Indicator.Code: ExpressibleByArgument {}
