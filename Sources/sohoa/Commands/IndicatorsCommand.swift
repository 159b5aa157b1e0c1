import ArgumentParser
import Foundation
import Records

/// The numbers that the office is judged by, with what it takes to prove them.
struct IndicatorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "indicators", abstract: Phrases.indicators, discussion: Phrases.indicatorsMore)

    @ParentCommand var sohoa: Sohoa
    @Option(name: .long, help: ArgumentHelp(Phrases.periodHelp, valueName: "period")) var period: Period?
    @Option(name: .long, help: ArgumentHelp(Phrases.unitHelp, valueName: "code")) var unit: String?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    func run() async throws {
        let house = try Installation.open(sohoa)
        let today = CalendarDate(of: Date())
        let chosen = period ?? .month(year: today.year, month: today.month)
        let indicators = try await Complaint.fromCatalogue { try await house.indicators(period: chosen, unit: unit) }
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
                indicator.value.map(Phrases.percent) ?? Phrases.unknown, Phrases.percent(indicator.target), Phrases.standing(indicator.status),
            ])
        }
        try table.show()
        try Answer.say(Phrases.estimate)
    }
}
