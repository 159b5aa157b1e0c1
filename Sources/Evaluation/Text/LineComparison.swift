/// A printed line beside what was read of it, letter by letter.
package struct LineComparison: Sendable, Equatable {
    /// One step from the printed line to the read one. Neighbouring letters of one kind stand together.
    package enum Step: Sendable, Equatable {
        case same(String)
        /// What is printed, and what was read in its place; one of them may be empty.
        case differs(printed: String, read: String)
    }

    package private(set) var steps: [Step] = []
    /// The letters of the page that were compared.
    package private(set) var range: Range<Int>
    package private(set) var edits: Int

    /// Sets the line against the stretch of the page that is nearest to it, where both ends are free.
    package init(of line: [Unicode.Scalar], in page: [Unicode.Scalar]) {
        guard !line.isEmpty, !page.isEmpty else {
            range = 0..<0
            edits = line.count
            steps = line.isEmpty ? [] : [.differs(printed: String(line), read: "")]
            return
        }
        let near = line.count <= page.count ? BestStretch(of: line, in: page).range : 0..<page.count
        let slack = line.count / Self.slackShare + 2
        let window = max(0, near.lowerBound - slack)..<min(page.count, near.upperBound + slack)
        let table = Self.table(line, page[window])
        let last = table[line.count]
        var column = last.indices.min { last[$0] < last[$1] } ?? 0
        // Where the last letter was misread, to have read another one is as near as to have read none, and says more.
        while column + 1 < last.count, last[column + 1] == last[column] { column += 1 }
        edits = last[column]
        let end = window.lowerBound + column
        var row = line.count
        var backwards: [Step] = []
        while row > 0 {
            let letter = line[row - 1]
            if column > 0, table[row][column] == table[row - 1][column - 1] + (letter == page[window.lowerBound + column - 1] ? 0 : 1) {
                let read = page[window.lowerBound + column - 1]
                backwards.append(letter == read ? .same(String(letter)) : .differs(printed: String(letter), read: String(read)))
                (row, column) = (row - 1, column - 1)
            } else if table[row][column] == table[row - 1][column] + 1 {
                backwards.append(.differs(printed: String(letter), read: ""))
                row -= 1
            } else {
                backwards.append(.differs(printed: "", read: String(page[window.lowerBound + column - 1])))
                column -= 1
            }
        }
        range = window.lowerBound + column..<end
        steps = Self.joined(backwards.reversed())
    }

    /// Of a line's length, how far the nearest stretch may reach beyond the best one of its length: a fourth.
    private static let slackShare = 4

    /// Edits from the first letters of the line to the stretches of the page that end at each letter; any may begin anywhere.
    private static func table(_ line: [Unicode.Scalar], _ page: ArraySlice<Unicode.Scalar>) -> [[Int]] {
        let page = Array(page)
        var table = [Array(repeating: 0, count: page.count + 1)]
        for (number, letter) in line.enumerated() {
            let above = table[number]
            var row = [number + 1]
            for column in page.indices {
                row.append(min(above[column] + (letter == page[column] ? 0 : 1), above[column + 1] + 1, row[column] + 1))
            }
            table.append(row)
        }
        return table
    }

    private static func joined(_ steps: [Step]) -> [Step] {
        steps.reduce(into: []) { steps, step in
            switch (steps.last, step) {
            case (.same(let before), .same(let letter)): steps[steps.count - 1] = .same(before + letter)
            case (.differs(let printed, let read), .differs(let morePrinted, let moreRead)):
                steps[steps.count - 1] = .differs(printed: printed + morePrinted, read: read + moreRead)
            default: steps.append(step)
            }
        }
    }
}

extension String {
    fileprivate init(_ letters: [Unicode.Scalar]) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: letters)
        self.init(view)
    }
}
