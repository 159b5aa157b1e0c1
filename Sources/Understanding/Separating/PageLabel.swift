import Foundation
import Records

extension PageLabel {
    private static let margin = 0.09

    /// `Trang 2/5`, `2/5`: alone on a line at the top or the foot of a page.
    init?(on layout: PageLayout) {
        for line in layout.lines where line.middle < Self.margin || line.middle > 1 - Self.margin {
            guard let match = line.plain.wholeMatch(of: /(?:(?:trang|tr|page) )?(\d{1,3}) (\d{1,3})/), line.text.contains("/"),
                let number = Int(match.1), let total = Int(match.2), number >= 1, number <= total
            else { continue }
            self.init(number: number, total: total)
            return
        }
        return nil
    }
}
