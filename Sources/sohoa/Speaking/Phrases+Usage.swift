import Foundation

/// What is said of wrong usage and wrong configuration.
extension Phrases {
    static func emptyOption(_ option: String) -> String { say("\(option): không được để trống", "\(option): must not be empty") }
    static let mustBePairs = say("phải là các cặp \"khóa: giá trị\"", "must be pairs of \"key: value\"")
    static let fromAfterTo = say("--from: ngày đầu sau ngày cuối --to", "--from: is later than --to")
}
