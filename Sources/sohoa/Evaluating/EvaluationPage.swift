import Evaluation
import Foundation

/// An evaluation as one HTML file that needs nothing beside it: figures, and the worst lines with their pictures.
struct EvaluationPage {
    private let figures: Figures
    private let pictures: [Data?]
    private let title: String

    /// Pixels.
    static let widestPicture = 1400
    private static let confusionsShown = 40

    /// - Parameter pictures: JPEG, one for each of the worst lines; nil where there is none.
    init(figures: Figures, pictures: [Data?], title: String) {
        self.figures = figures
        self.pictures = pictures
        self.title = title
    }

    func write(to path: String) throws {
        do { try Data(html.utf8).write(to: URL(fileURLWithPath: path)) } catch { throw Complaint(Phrases.notWritten(path, Phrases.cause(of: error))) }
    }

    private var html: String {
        """
        <!doctype html>
        <html lang="\(Phrases.isEnglish ? "en" : "vi")">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(Self.escaped(Phrases.evaluationOf(title)))</title>
        <style>\(EvaluationStyle.css)</style>
        <main>
        <h1>\(Self.escaped(Phrases.evaluationOf(title)))</h1>
        <p class="facts">\(facts.map(Self.escaped).joined(separator: "<br>"))</p>
        <section><h2>\(Phrases.textTitle)</h2>\(textTable)</section>
        <div class="pair">
        <section><h2>\(Phrases.wordConfidenceTitle)</h2>\(calibration(figures.words))</section>
        <section><h2>\(Phrases.fieldConfidenceTitle)</h2>\(calibration(figures.confidences[nil] ?? .init()))</section>
        </div>
        <section><h2>\(Phrases.confusionsTitle)</h2><p class="confusions">\(confusions)</p></section>
        <section><h2>\(Phrases.worstLinesTitle)</h2><p class="facts">\(Phrases.worstLinesMore)</p>
        \(zip(figures.worstLines, pictures).map(card).joined(separator: "\n"))
        </section>
        </main>
        </html>

        """
    }

    private var facts: [String] {
        let secrecy = figures.secrecy
        return [
            Phrases.outcomesFigure(right: figures.outcomes.right, wrong: figures.outcomes.wrong),
            Phrases.secrecyFigure(
                held: secrecy.held, marked: secrecy.held + secrecy.missed.count, alarms: secrecy.falseAlarms.count,
                plain: secrecy.passed + secrecy.falseAlarms.count),
            Phrases.splitsFigure(right: figures.splits.right, wrong: figures.splits.wrong),
        ]
    }

    private var textTable: String {
        let head = [Phrases.groupWord, Phrases.pages, "CER", "CER_line", "WER", Phrases.wordsFound]
        let rows = figures.textByGroup.map { group, tally in
            [group.rawValue, String(tally.pages)]
                + [tally.letterErrors, tally.lineErrors, tally.wordErrors, tally.found].map { $0.map(Phrases.hundredths) ?? "–" }
        }
        return table(head, rows)
    }

    private func table(_ head: [String], _ rows: [[String]]) -> String {
        func row(_ cells: [String], _ tag: String) -> String { "<tr>" + cells.map { "<\(tag)>\(Self.escaped($0))</\(tag)>" }.joined() + "</tr>" }
        return "<table>\(row(head, "th"))\(rows.map { row($0, "td") }.joined())</table>"
    }

    /// A bar for what is stated and one for what is right; where they are equally long, confidence can be believed.
    private func calibration(_ tally: CalibrationTally) -> String {
        let rows = tally.buckets.filter { $0.count > 0 }.map { bucket in
            let (stated, right) = (bucket.meanStated ?? 0, bucket.shareRight ?? 0)
            return """
                <tr><td>\(Phrases.span(bucket.from, bucket.to))</td><td class="bars"><i style="width:\(Self.css(stated))"></i><b style="width:\(Self.css(right))"></b></td>\
                <td>\(Phrases.hundredths(stated))</td><td>\(Phrases.hundredths(right))</td><td>\(bucket.count)</td></tr>
                """
        }
        let head =
            "<tr><th>\(Phrases.statedWord)</th><th></th><th>\(Phrases.meanWord)</th><th>\(Phrases.rightWord)</th><th>\(Phrases.countOf)</th></tr>"
        return "<table>\(head)\(rows.joined())</table>"
    }

    private static func css(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

    private var confusions: String {
        figures.confusions.prefix(Self.confusionsShown).map { confusion, count in
            let (printed, read) = (Self.escaped(FigureTables.visible(confusion.printed)), Self.escaped(FigureTables.visible(confusion.read)))
            return "<span><q>\(printed)</q> → <q>\(read)</q> <small>×\(count)</small></span>"
        }.joined(separator: " ")
    }

    private func card(_ line: WorstLine, _ picture: Data?) -> String {
        let image = picture.map { "<img alt=\"\" src=\"data:image/jpeg;base64,\($0.base64EncodedString())\">" }
        let printed = line.comparison.steps.map { step in
            switch step {
            case .same(let text): Self.escaped(text)
            case .differs(let printed, _): printed.isEmpty ? "" : "<del>\(Self.escaped(printed))</del>"
            }
        }.joined()
        let read = line.comparison.steps.map { step in
            switch step {
            case .same(let text): Self.escaped(text)
            case .differs(_, let read): read.isEmpty ? "<ins class=\"gone\">·</ins>" : "<ins>\(Self.escaped(read))</ins>"
            }
        }.joined()
        // A line of which nothing can be told apart any more was lost, not misread.
        let isLost = line.share >= 0.7
        return """
            <article><header><span>\(Self.escaped(Table.oneLine(line.file, at: 80))), \(Phrases.page(line.page)) · \(line.group.rawValue)</span>\
            <span>\(Phrases.lettersWrong(line.edits, line.printed.unicodeScalars.count))</span></header>
            \(image ?? "<p class=\"nopicture\">\(Phrases.noPicture)</p>")
            <dl><dt>\(Phrases.printedWord)</dt><dd>\(isLost ? Self.escaped(line.printed) : printed)</dd>\
            <dt>\(Phrases.readWord)</dt><dd>\(isLost ? "<ins>\(Self.escaped(line.comparison.read))</ins>" : read)</dd></dl></article>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}

/// How the page looks: quiet, wide enough for a line of a scan, dark where the reader prefers it.
enum EvaluationStyle {
    static let css = """
        :root { color-scheme: light dark; --ink: #1d2430; --quiet: #667085; --paper: #f6f7f9; --card: #fff; --line: #dfe3ea; --bad: #b42318; \
        --badback: #fde4e1; --good: #1c6b3c; --goodback: #dcf3e4; --stated: #b9c3d6; --right: #3867d6 }
        @media (prefers-color-scheme: dark) { :root { --ink: #e7eaf0; --quiet: #98a2b3; --paper: #14181f; --card: #1d232d; --line: #333c4a; \
        --bad: #ffa198; --badback: #57201c; --good: #8ddbab; --goodback: #173b27; --stated: #46526a; --right: #7ea2ff } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif }
        main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 60px }
        h1 { font-size: 1.5rem; margin: 0 0 8px; overflow-wrap: anywhere } h2 { font-size: 1.05rem; margin: 28px 0 8px }
        .facts { color: var(--quiet); margin: 0 0 8px }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 0 28px }
        table { border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: 6px; font-variant-numeric: tabular-nums }
        th, td { padding: 4px 12px; text-align: right; border-top: 1px solid var(--line); white-space: nowrap } tr:first-child > * { border-top: 0 }
        th { font-weight: 600; color: var(--quiet) } th:first-child, td:first-child { text-align: left }
        .bars { width: 150px; min-width: 110px; text-align: left } .bars i, .bars b { display: block; height: 6px; border-radius: 3px; margin: 2px 0 }
        .bars i { background: var(--stated) } .bars b { background: var(--right) }
        .confusions span { display: inline-block; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 2px 10px; margin: 0 4px 6px 0 }
        q { quotes: none; font-family: "Liberation Serif", serif; font-size: 1.4em; line-height: 1.2 } small { color: var(--quiet) }
        article { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; margin: 0 0 14px }
        article header { display: flex; justify-content: space-between; gap: 16px; color: var(--quiet); font-size: .85rem; margin-bottom: 8px }
        article header span { overflow-wrap: anywhere }
        article img { display: block; max-width: 100%; max-height: 160px; background: #fff; border-radius: 4px }
        .nopicture { color: var(--quiet); font-style: italic; margin: 0 }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 12px; margin: 10px 0 0; font-size: 1.1rem } dt { color: var(--quiet); font-size: .85rem; padding-top: .25em }
        dd { margin: 0; font-family: "Liberation Serif", "Times New Roman", serif; overflow-wrap: anywhere; white-space: pre-wrap }
        del { text-decoration: none; background: var(--goodback); color: var(--good); border-radius: 3px } ins { text-decoration: none; background: var(--badback); color: var(--bad); border-radius: 3px }
        """
}
