import Foundation

/// Tells which digit a shape is, or that it is none: a small convolutional network, trained by scripts/train-digits on digits written by many
/// hands (docs/handwriting.md).
///
/// Two layers of filters, each followed by the largest of every 2 × 2, then one hidden layer: 21,000 weights, a fifth of a million
/// multiplications a shape.
struct DigitClassifier: Sendable {
    /// The class of what is no digit; 0 to 9 are the digits.
    static let none = 10
    static let classes = 11

    /// The network that the program carries; decoded once. Nil only where its text is damaged, which a test would show.
    static let builtIn = DigitClassifier(base64: DigitWeights.text)

    private static let maps = (first: 12, second: 24)
    private static let hidden = 80
    private static let windows = (first: 5, second: 3)
    /// Cells a side behind each layer: its filters, then its pooling.
    private static let sides = (first: 16, firstPooled: 8, second: 6, secondPooled: 3)

    private let first: WeightLayer
    private let second: WeightLayer
    private let third: WeightLayer
    private let last: WeightLayer

    init?(base64 text: String) {
        guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else { return nil }
        var bytes = Array(data)[...]
        let pooled = Self.maps.second * Self.sides.secondPooled * Self.sides.secondPooled
        guard let first = WeightLayer(&bytes, rows: Self.maps.first, columns: Self.windows.first * Self.windows.first),
            let second = WeightLayer(&bytes, rows: Self.maps.second, columns: Self.maps.first * Self.windows.second * Self.windows.second),
            let third = WeightLayer(&bytes, rows: Self.hidden, columns: pooled),
            let last = WeightLayer(&bytes, rows: Self.classes, columns: Self.hidden), bytes.isEmpty
        else { return nil }
        (self.first, self.second, self.third, self.last) = (first, second, third, last)
    }

    /// How likely each class is, 11 shares that sum to 1.
    /// - Parameter shape: `DigitShape.side` × `DigitShape.side` shares of ink, line by line.
    func probabilities(of shape: [Float]) -> [Float] {
        let one = Self.pooled(
            Self.filtered(shape, maps: 1, side: DigitShape.side, by: first, window: Self.windows.first), maps: Self.maps.first, side: Self.sides.first
        )
        let two = Self.pooled(
            Self.filtered(one, maps: Self.maps.first, side: Self.sides.firstPooled, by: second, window: Self.windows.second), maps: Self.maps.second,
            side: Self.sides.second)
        return Self.softmax(last.times(third.times(two).map { max(0, $0) }))
    }

    /// Each filter laid over every place, what is negative cut off.
    private static func filtered(_ input: [Float], maps: Int, side: Int, by layer: WeightLayer, window: Int) -> [Float] {
        let across = side - window + 1
        var output = [Float](repeating: 0, count: layer.rows * across * across)
        for row in 0..<layer.rows {
            let start = row * across * across
            for place in start..<start + across * across { output[place] = layer.biases[row] }
            for map in 0..<maps {
                for dy in 0..<window {
                    for dx in 0..<window {
                        let weight = layer.weights[row * layer.columns + (map * window + dy) * window + dx]
                        for y in 0..<across {
                            let (from, to) = ((map * side + y + dy) * side + dx, start + y * across)
                            for x in 0..<across { output[to + x] += weight * input[from + x] }
                        }
                    }
                }
            }
        }
        return output.map { max(0, $0) }
    }

    /// The largest of every 2 × 2 cells.
    private static func pooled(_ input: [Float], maps: Int, side: Int) -> [Float] {
        var output: [Float] = []
        output.reserveCapacity(input.count / 4)
        for map in 0..<maps {
            for y in stride(from: 0, to: side, by: 2) {
                for x in stride(from: 0, to: side, by: 2) {
                    let at = (map * side + y) * side + x
                    output.append(max(max(input[at], input[at + 1]), max(input[at + side], input[at + side + 1])))
                }
            }
        }
        return output
    }

    private static func softmax(_ scores: [Float]) -> [Float] {
        let top = scores.max() ?? 0
        let powers = scores.map { exp($0 - top) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}

/// The weights of one layer, line by line, and a bias for each.
private struct WeightLayer: Sendable {
    let rows: Int
    let columns: Int
    let weights: [Float]
    let biases: [Float]

    /// Takes a scale for each row, the rows as signed bytes, and the biases from the front of `bytes`; nil where there are too few.
    init?(_ bytes: inout ArraySlice<UInt8>, rows: Int, columns: Int) {
        guard bytes.count >= rows * (columns + 8) else { return nil }
        self.rows = rows
        self.columns = columns
        let scales = Self.floats(&bytes, count: rows)
        weights = bytes.prefix(rows * columns).enumerated().map { Float(Int8(bitPattern: $0.element)) * scales[$0.offset / columns] }
        bytes = bytes.dropFirst(rows * columns)
        biases = Self.floats(&bytes, count: rows)
    }

    private static func floats(_ bytes: inout ArraySlice<UInt8>, count: Int) -> [Float] {
        let values = (0..<count).map { index in
            Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[bytes.startIndex + 4 * index + $1]) << UInt32(8 * $1) })
        }
        bytes = bytes.dropFirst(4 * count)
        return values
    }

    func times(_ input: [Float]) -> [Float] {
        (0..<rows).map { row in
            var sum = biases[row]
            for column in 0..<columns { sum += weights[row * columns + column] * input[column] }
            return sum
        }
    }
}
