import Foundation
import Indicators
import Records

/// What must be reached, by whom and by when, as the file writes it.
extension Configuration {
    /// `{ target: 0.8, due: 2026-12-31, responsible: Văn phòng }`; `target: null` where the plan sets none.
    struct Goal: Decodable {
        /// 0...1.
        var target: Double?
        var due: CalendarDate?
        var responsible: String?

        enum CodingKeys: String, CodingKey, CaseIterable { case target, due, responsible }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            // Not to be written by leaving it out, which may be a slip.
            target = try container.decodeNil(forKey: .target) ? nil : try container.decode(Double.self, forKey: .target)
            if let target, !(0...1).contains(target) {
                throw DecodingError.dataCorruptedError(forKey: .target, in: container, debugDescription: "no share")
            }
            due = try container.decodeIfPresent(CalendarDate.self, forKey: .due)
            responsible = try container.decodeIfPresent(String.self, forKey: .responsible)
        }
    }

    /// One goal, or several one after the other.
    struct Goals: Decodable {
        var stages: [Goal]

        init(from decoder: any Decoder) throws {
            guard var list = try? decoder.unkeyedContainer() else {
                stages = [try Goal(from: decoder)]
                return
            }
            stages = []
            while !list.isAtEnd { stages.append(try list.decode(Goal.self)) }
            guard !stages.isEmpty else { throw DecodingError.dataCorruptedError(in: list, debugDescription: "no goal") }
        }

        /// Whether each stage but one has a day, and each another, so that there is no doubt which counts.
        var followOneAnother: Bool { Set(stages.map { $0.due?.description }).count == stages.count }

        fileprivate var targets: [Targets.Goal] {
            stages.map { Targets.Goal(target: $0.target, due: $0.due, responsible: $0.responsible) }
        }
    }

    /// A unit whose goals differ from the installation's, or whose name metrics would take for a person's.
    struct Unit: Decodable {
        /// As the tables name it.
        var unit: String
        /// Those that differ.
        var targets: [String: Goals]?

        enum CodingKeys: String, CodingKey, CaseIterable { case unit, targets }

        /// As an import would store it.
        var name: String { VietnameseText.squashed(unit) }
    }

    /// What may stand as a unit in metrics, whatever it looks like.
    var namedUnits: Set<String> { Set((units ?? []).map(\.name)) }

    /// The first unit that has no name, the whole's or one that is there already.
    var wrongUnit: String? {
        var names: Set = ["", IndicatorCalculator.wholeInstallation]
        return (units ?? []).map(\.name).first { !names.insert($0).inserted }
    }

    /// When something is worth a warning.
    struct Warnings: Decodable {
        /// Nil: nobody has to report every month, so no month is late.
        var reportDay: Int?
        var reviewDays: Int?
        var jumpPoints: Int?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case reportDay = "report_day"
            case reviewDays = "review_days"
            case jumpPoints = "jump_points"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let isSaid = container.contains(.reportDay)
            reportDay = isSaid ? try container.decodeIfPresent(Int.self, forKey: .reportDay) : Watch.Bounds().reportDay
            reviewDays = try container.decodeIfPresent(Int.self, forKey: .reviewDays)
            jumpPoints = try container.decodeIfPresent(Int.self, forKey: .jumpPoints)
        }
    }

    /// The usual targets, due at the end of the year, with those of the file in their place.
    func goals(for year: Int) -> Targets {
        var goals = Targets.usual(dueAtEndOf: year)
        for (unit, targets) in [(nil, targets)] + (units ?? []).map({ ($0.name, $0.targets) }) {
            for (code, own) in targets ?? [:] { if let code = Indicator.Code(rawValue: code) { goals.set(own.targets, for: code, of: unit) } }
        }
        return goals
    }
}
