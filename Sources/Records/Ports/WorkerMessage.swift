package import Foundation

/// What a reading worker is asked: one line of JSON each.
package enum WorkerRequest: Sendable, Equatable, Codable {
    case examine(path: String)
    case read(PageRequest)
    case archive(ArchivalRequest)
    /// Pieces of a page, to be looked at.
    case crop(CropRequest)
    /// The rows of a workbook, written down at `output`.
    case table(path: String, output: String)
    /// Whether pages in these languages can be read here at all: loads the engine.
    case prepare(languages: String)
}

/// What it answers: one line of JSON each, in the order of the questions.
package enum WorkerAnswer: Sendable, Equatable, Codable {
    case examined(Examination)
    case read(PageReading)
    case archived
    /// A JPEG for each box.
    case cropped([Data])
    case tabled
    case prepared
    case failed(ReadingFailure)
}
