import DurableFiles
import Foundation
import Pipeline
import Records

/// A part of a page that shows where a field stands, or should stand.
struct PagePiece: Sendable {
    /// What is to be seen there.
    var names: [String]
    var page: Int
    var box: Box

    static let names = Fields.singleNames + [RecordFacts.recipients, RecordFacts.persons]
    static func isField(_ name: String) -> Bool { names.contains(name) }

    /// Pieces at most, so that a record in much doubt does not fill the screen.
    private static let most = 8
    /// Where a field that was not found stands on most papers: the head of the first page.
    private static let head = Box(x: 0, y: 0, width: 1, height: 0.4)
    /// Around a field, as a share of the page's height.
    private static let margin = 0.012

    /// The places of one field, or of all that a person is asked about.
    static func pieces(of record: Record, field: String?) -> [PagePiece] {
        let names = field.map { [$0] } ?? asked(of: record)
        var pieces: [PagePiece] = []
        for name in names {
            for piece in places(of: name, in: record) {
                if let same = pieces.firstIndex(where: { $0.page == piece.page && $0.box == piece.box }) {
                    pieces[same].names.append(name)
                } else {
                    pieces.append(piece)
                }
            }
        }
        if pieces.isEmpty, let page = record.pages.first { pieces = [PagePiece(names: names, page: page, box: head)] }
        return Array(pieces.prefix(most))
    }

    private static func asked(of record: Record) -> [String] {
        var names: [String] = []
        for reason in record.reviewReasons {
            guard let name = reason.split(separator: ":", maxSplits: 1).last.map(String.init), isField(name), !names.contains(name) else { continue }
            names.append(name)
        }
        return names
    }

    private static func places(of name: String, in record: Record) -> [PagePiece] {
        let fields = record.everyField.filter { RecordFacts.root($0.name) == name }.map(\.field)
        let boxes = fields.compactMap { field in field.page.flatMap { page in field.box.map { (page, $0) } } }
        guard !boxes.isEmpty else { return record.pages.first.map { [PagePiece(names: [name], page: $0, box: head)] } ?? [] }
        return Dictionary(grouping: boxes, by: \.0).sorted { $0.key < $1.key }.compactMap { page, found in
            Box.around(found.map(\.1)).map { PagePiece(names: [name], page: page, box: line(around: $0)) }
        }
    }

    /// The whole width: what stands beside it helps to read it.
    private static func line(around box: Box) -> Box {
        let top = max(0, box.y - margin)
        return Box(x: 0, y: top, width: 1, height: min(1, box.bottom + margin) - top)
    }
}

extension Installation {
    /// Pixels across a picture for the screen, and for a file.
    private static let drawnWidth = 1000
    private static let writtenWidth = 2000

    /// The piece as PNG, readable by its owner alone: it may show a person's data. What is there already is not overwritten.
    func write(_ piece: PagePiece, of record: Record, to path: String) async throws {
        guard !Folder.exists(path) else { throw Complaint(Phrases.fileThere(path)) }
        guard let picture = try await crops([piece], of: record, widest: Self.writtenWidth, form: .png).first else { return }
        do { try DurableWrite.replace(path, with: Array(picture)) } catch { throw Complaint(Phrases.cropNotWritten(path, error.cause)) }
    }

    func drawings(of pieces: [PagePiece], _ record: Record) async throws -> [(PagePiece, Data)] {
        Array(zip(pieces, try await crops(pieces, of: record, widest: Self.drawnWidth, form: .sixel)))
    }

    /// Only a worker parses the scan.
    private func crops(_ pieces: [PagePiece], of record: Record, widest: Int, form: CropRequest.Form) async throws -> [Data] {
        guard let scan = try await catalogue.scan(id: record.scan), let type = scan.mediaType else { throw Complaint(Phrases.noPlace(record.id)) }
        let (store, original) = (store, store.original(of: scan.sha256))
        do {
            return try await withWorkers { workers, _ in
                var pictures: [Data] = []
                for piece in pieces {
                    var request = CropRequest(
                        path: original, mediaType: type, page: piece.page,
                        rotation: try store.reading(of: piece.page, of: scan.sha256).rotation, boxes: [piece.box], widest: widest)
                    request.form = form
                    pictures += try await workers.crop(request)
                }
                return pictures
            }
        } catch let failure as ReadingFailure {
            throw Complaint(Phrases.noCrop(record.id, failure.code))
        } catch let failure as StoreFailure {
            throw Complaint(Phrases.cause(of: failure))
        }
    }

    /// The words that stand where the title was found.
    func evidence(ofFormOf record: Record) async throws -> FormEvidence {
        let type = record.fields.typeCode
        var text: String?
        if let page = type?.page, let box = type?.box, let scan = try await catalogue.scan(id: record.scan),
            let reading = try? store.reading(of: page, of: scan.sha256)
        {
            let words = reading.lines.flatMap(\.words).filter { word in
                let (x, y) = word.box.middle
                return (box.x...box.right).contains(x) && (box.y...box.bottom).contains(y)
            }
            text = words.isEmpty ? nil : words.map(\.text).joined(separator: " ")
        }
        return FormEvidence(
            form: record.form, typeName: record.fields.typeName?.value, score: type?.confidence, page: type?.page, text: text, source: type?.source)
    }
}
