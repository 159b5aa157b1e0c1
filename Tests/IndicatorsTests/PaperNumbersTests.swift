import Foundation
import Indicators
import Records
import Testing

import struct Records.Record

@Suite("Numbers of papers")
struct PaperNumbersTests {
    @Test(
        "Numbers that are missing are told up to the highest, or to as many papers as are listed",
        arguments: [
            (["H-1.0000001.pdf", "H-1.0000003.tif"], nil, [2]), (["H-1.0000001.pdf", "H-1.0000003.tif"], 5, [2, 4, 5]),
            (["H-1.0000002.pdf", "H-1.0000001.pdf"], 2, []), (["scan 1.pdf", "H-10.0000009.pdf", "H-1.12.pdf", "H-1.0000000.pdf"], 5, []),
            ([], 3, []),
            (["scan 1.pdf", "H-1.0000002.pdf"], 2, [1]), (["H-1.0000002.pdf", "H-1.0000002.pdf"], nil, [1]),
        ] as [([String], Int?, [Int])])
    func missing(files: [String], listed: Int?, expected: [Int]) {
        let records = files.map {
            Record(
                id: $0, scan: "s", file: $0, pages: [1], kind: .archive, form: "van_ban", status: .accepted, reviewReasons: [], fields: Fields(),
                createdAt: Date(timeIntervalSince1970: 0))
        }
        let numbers = PaperNumbers(records, of: InventoryItem(fileCode: "H-1", fonds: "P", title: "x", totalDocuments: listed))
        #expect(numbers.missing == expected)
    }

    @Test("A number that files of several scans bear is there twice; papers of one file bear it all")
    func doubled() {
        let records = [
            ("a", "H-1.0000001.pdf"), ("b", "H-1.0000001.tif"), ("c", "H-1.0000002.pdf"), ("c", "H-1.0000002.pdf"), ("d", "x.pdf"), ("e", "x.pdf"),
        ]
        .map { scan, file in
            Record(
                id: "\(scan)-\(file)", scan: scan, file: file, pages: [1], kind: .archive, form: "van_ban", status: .accepted, reviewReasons: [],
                fields: Fields(), createdAt: Date(timeIntervalSince1970: 0))
        }
        #expect(PaperNumbers(records, of: InventoryItem(fileCode: "H-1", fonds: "P", title: "x")).doubled == [1])
    }

    @Test("A mistyped number does not list millions")
    func bounded() {
        let record = Record(
            id: "r", scan: "s", file: "H-1.9999999.pdf", pages: [1], kind: .archive, form: "van_ban", status: .accepted, reviewReasons: [],
            fields: Fields(), createdAt: Date(timeIntervalSince1970: 0))
        let numbers = PaperNumbers([record], of: InventoryItem(fileCode: "H-1", fonds: "P", title: "x"))
        #expect(numbers.missing.count == PaperNumbers.longestList && PaperNumber.padded(12) == "0000012")
    }
}
