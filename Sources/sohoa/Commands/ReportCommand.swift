import ArgumentParser
import DurableFiles
import Foundation
import Indicators
import Records

/// The monthly report, as a workbook, a table, data, or a page to print.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "report", abstract: Phrases.report, discussion: Phrases.reportMore)

    @ParentCommand var sohoa: Sohoa
    @Option(name: .long, help: ArgumentHelp(Phrases.periodHelp, valueName: "period")) var period: Period?
    @Option(name: .long, help: ArgumentHelp(Phrases.formatHelp, valueName: "format")) var format: ReportForm?
    @Option(name: .shortAndLong, help: ArgumentHelp(Phrases.outputHelp, valueName: "out")) var output: String
    @Flag(name: .long, help: ArgumentHelp(Phrases.amendmentHelp)) var amendment = false
    @Option(name: .long, help: ArgumentHelp(Phrases.byHelp, valueName: "user")) var by: String?

    /// What was asked for; else what the file's ending says; a workbook where it has none.
    private func chosenForm() throws -> ReportForm {
        let ending = output == "-" ? "" : URL(filePath: output).pathExtension.lowercased()
        if let form = format ?? ReportForm(ending: ending) { return form }
        guard ending.isEmpty else { throw Complaint(Phrases.unknownForm(output), code: .usage) }
        return .xlsx
    }

    func run() async throws {
        let form = try chosenForm()
        let house = try Installation.open(sohoa)
        let who = try Installation.acting(by)
        let today = CalendarDate(of: Date())
        let period = period ?? .month(year: today.year, month: today.month)
        let report: (bytes: Data, amendment: Int?)
        if period.isOver(at: today) {
            do {
                report = try await issued(period, form, house, by: who)
            } catch CatalogueFailure.refused(let sentence) {
                throw Complaint("\(period): \(sentence)")
            }
        } else {
            guard !amendment else { throw Complaint(Phrases.nothingToAmend(period), code: .usage) }
            report = (try house.rendered(try await house.freshReport(of: period), as: form), nil)
        }
        let bytes = report.bytes
        try await leaveTrace(of: period, form, amendment: report.amendment, house, by: who)
        if output == "-" { return try Answer.write(bytes) }
        do throws(FileFailure) { try DurableWrite.replace(output, with: [UInt8](bytes), mode: 0o640) } catch {
            throw Complaint(Phrases.reportNotWritten(output, error.cause))
        }
        StandardError.say(Phrases.pdfWritten(output))
    }

    /// Each time that a report is handed out, in whatever form; noted before it is shown.
    /// - Parameter amendment: the number of a frozen report; nil while its period runs.
    private func leaveTrace(of period: Period, _ form: ReportForm, amendment: Int?, _ house: Installation, by who: String) async throws {
        var detail = ["form": form.rawValue]
        detail["amendment"] = amendment.map(String.init)
        let entry = AuditEntry(
            at: Date(), who: who, what: .reportExported, subject: period.description, detail: try Backup.text(of: detail))
        try await Complaint.fromCatalogue { try await house.catalogue.audit(entry) }
    }

    /// Nothing is frozen in the middle of an import: where something may be issued, it waits for its turn.
    private func issued(_ period: Period, _ form: ReportForm, _ house: Installation, by who: String) async throws -> (bytes: Data, amendment: Int?) {
        let isIssued = try await !house.catalogue.issuedReports(of: period.description).isEmpty
        if isIssued, !amendment { return try await handedOut(period, form, house, by: who) }
        let turn = try await ImportTurn.taken(in: house.data, saying: Phrases.reportWaits)
        let report = try await handedOut(period, form, house, by: who)
        turn.end()
        return report
    }

    /// The bytes of the first issue; or, where an amendment is asked for, of the latest one, which is made when figures have changed since.
    private func handedOut(_ period: Period, _ form: ReportForm, _ house: Installation, by who: String) async throws -> (bytes: Data, amendment: Int?)
    {
        let now = Date()
        var issues = try await house.catalogue.issuedReports(of: period.description).map(Report.decode)
        var fresh = try await house.freshReport(of: period, now: now)
        if issues.isEmpty {
            guard !amendment else { throw Complaint(Phrases.nothingToAmend(period)) }
            issues = [try await issue(fresh, house, by: who, at: now)]
        }
        (fresh.changes, fresh.moves) = (issues.last?.changes(to: fresh) ?? [], issues.last?.moves(to: fresh) ?? [])
        let isOther = !fresh.changes.isEmpty || !fresh.moves.isEmpty
        if amendment, isOther {
            fresh.amendment = issues.count
            issues.append(try await issue(fresh, house, by: who, at: now))
        } else if isOther {
            StandardError.say(Self.notice(of: fresh, for: period))
        }
        guard let report = amendment ? issues.last : issues.first, report.amendment > 0 || !amendment else {
            throw Complaint(Phrases.nothingToAmend(period))
        }
        let kept = try await house.catalogue.reportFile(of: period.description, amendment: report.amendment, form: form.rawValue)
        if let kept { return (kept, report.amendment) }
        let made = try await house.catalogue.keep(
            reportFile: try house.rendered(report, as: form), of: period.description, amendment: report.amendment, form: form.rawValue, by: who,
            at: now)
        return (made, report.amendment)
    }

    /// What became other since the report was frozen. The archive is told apart: work on it after the period belongs to later reports.
    private static func notice(of fresh: Report, for period: Period) -> String {
        let archive = Indicator.Code.archivesDigitized.rawValue
        let changes = fresh.changes.filter { $0.code != archive }
        let cases = Set(fresh.moves.lazy.filter { $0.code != archive }.map(\.subject)).sorted()
        return changes.isEmpty && cases.isEmpty ? Phrases.archiveWentOn(period) : Phrases.figuresChanged(period, changes.count, cases: cases)
    }

    /// Freezes it, in every form at once: no later version of the program makes another of it.
    private func issue(_ report: Report, _ house: Installation, by who: String, at: Date) async throws -> Report {
        var forms: [String: Data] = [:]
        for form in ReportForm.allCases { forms[form.rawValue] = try house.rendered(report, as: form) }
        return try Report.decode(
            try await house.catalogue.issue(
                report: try report.json(), of: report.period, amendment: report.amendment, forms: forms, by: who, at: at))
    }
}

extension ReportForm: ExpressibleByArgument {}

/// What should be looked at before an inspector does.
struct WarningsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "warnings", abstract: Phrases.warnings, discussion: Phrases.warningsMore)

    @ParentCommand var sohoa: Sohoa
    @Option(name: .long, help: ArgumentHelp(Phrases.periodHelp, valueName: "period")) var period: Period?
    @Flag(name: .long, help: ArgumentHelp(Phrases.jsonHelp)) var json = false

    private struct Line: Encodable {
        let warning: Indicators.Warning

        private enum CodingKeys: String, CodingKey { case code, indicator, count, subjects, message }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(warning.code, forKey: .code)
            try container.encode(warning.indicator, forKey: .indicator)
            try container.encode(warning.count, forKey: .count)
            try container.encode(warning.subjects, forKey: .subjects)
            try container.encode(ReportWords.warning(warning), forKey: .message)
        }
    }

    func run() async throws {
        let house = try Installation.open(sohoa)
        let today = CalendarDate(of: Date())
        let warnings = try await Complaint.fromCatalogue {
            try await house.still().warnings(in: period ?? .month(year: today.year, month: today.month))
        }
        if json { return try warnings.forEach { try Answer(json: true).line(Line(warning: $0)) } }
        if warnings.isEmpty { return try Answer.say(Phrases.noWarnings) }
        for warning in warnings {
            try Answer.say("• \(ReportWords.warning(warning))")
            if !warning.subjects.isEmpty {
                try Answer.say("  \(warning.subjects.prefix(10).joined(separator: ", "))\(warning.subjects.count > 10 ? ", …" : "")")
            }
        }
    }
}
