/// One metric with all its series, before it is written in a format.
struct MetricFamily: Equatable {
    enum Kind: String { case gauge, counter, histogram, info }

    /// Without `_total`, `_bucket` or `_info`: the format adds what belongs to the kind.
    var name: String
    var kind: Kind
    var help: String
    var samples: [Sample]

    struct Sample: Equatable {
        /// `_bucket`, `_sum`, `_count` of a histogram; else empty.
        var suffix = ""
        /// In this order. Never a person, a file or a code of a case.
        var labels: [(name: String, value: String)] = []
        var value: Double

        static func == (a: Sample, b: Sample) -> Bool {
            a.suffix == b.suffix && a.value == b.value && a.labels.elementsEqual(b.labels, by: ==)
        }
    }

    init(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
        self.name = name
        self.kind = kind
        self.help = help
        self.samples = samples
    }

    /// A gauge or counter without labels.
    init(_ name: String, _ kind: Kind, _ help: String, _ value: Int) {
        self.init(name, kind, help, [Sample(value: Double(value))])
    }
}
