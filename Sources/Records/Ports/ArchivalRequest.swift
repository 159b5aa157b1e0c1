package import Foundation

/// What the archival copy of one record is made of: a PDF/A-1b of two layers, the pages as scanned and their text (TT 05/2025/TT-BNV).
package struct ArchivalRequest: Sendable, Equatable, Codable {
    /// The scan, which stays as it is.
    package var path: String
    package var mediaType: MediaType
    /// Pages of the scan, from 1, in the order of the copy.
    package var pages: [Int]
    /// The stored reading (JSON of a `PageReading`) of each of `pages`.
    package var readings: [String]
    /// Where the copy is written. What is there is replaced; nothing is left there when it fails.
    package var output: String
    package var properties: Properties

    package init(path: String, mediaType: MediaType, pages: [Int], readings: [String], output: String, properties: Properties) {
        self.path = path
        self.mediaType = mediaType
        self.pages = pages
        self.readings = readings
        self.output = output
        self.properties = properties
    }

    /// What the copy says of itself, in its XMP and its information dictionary.
    package struct Properties: Sendable, Equatable, Codable {
        /// `Kế hoạch 80-KH/ĐU: Số hóa tài liệu`: what a viewer shows as the title.
        package var title: String
        /// The issuing agency.
        package var agency: String?
        /// `15/QĐ-UBND`.
        package var number: String?
        package var issuedOn: CalendarDate?
        package var subject: String?
        /// The record.
        package var identifier: String
        /// When the scan was taken: the copy of the same scan is the same, whenever it is made.
        package var createdAt: Date

        package init(
            title: String, agency: String? = nil, number: String? = nil, issuedOn: CalendarDate? = nil, subject: String? = nil, identifier: String,
            createdAt: Date
        ) {
            self.title = title
            self.agency = agency
            self.number = number
            self.issuedOn = issuedOn
            self.subject = subject
            self.identifier = identifier
            self.createdAt = createdAt
        }
    }
}
