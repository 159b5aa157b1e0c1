internal import DurableFiles
internal import Foundation
package import Records

/// What is known of a scan's pages while it is read.
extension FileScanStore {
    package func save(_ reading: PageReading, of hash: ContentHash) async throws(StoreFailure) {
        let bytes = try Self.encoded(reading)
        do {
            try DurableWrite.replace("\(place(of: hash))/\(ScanFile.reading(reading.page))", with: bytes)
        } catch {
            throw StoreFailure(error)
        }
    }

    package func reading(of page: Int, of hash: ContentHash) throws(StoreFailure) -> PageReading {
        do {
            let bytes = try DurableWrite.contents(of: "\(place(of: hash))/\(ScanFile.reading(page))")
            return try JSONDecoder().decode(PageReading.self, from: Data(bytes))
        } catch let failure as FileFailure {
            throw StoreFailure(failure)
        } catch {
            throw .failed("the reading of page \(page) of \(hash) cannot be understood")
        }
    }

    package func pagesRead(of hash: ContentHash) throws(StoreFailure) -> Set<Int> {
        Set(try pageFiles(of: hash).compactMap { name in name.hasSuffix(".json") ? Int(name.dropLast(5)) : nil })
    }

    package func noteFailure(of page: Int, of hash: ContentHash) throws(StoreFailure) {
        let count = (try failures(of: hash)[page] ?? 0) + 1
        do {
            try DurableWrite.replace("\(place(of: hash))/\(ScanFile.failure(page, count))", with: [])
        } catch {
            throw StoreFailure(error)
        }
    }

    package func failures(of hash: ContentHash) throws(StoreFailure) -> [Int: Int] {
        var counts: [Int: Int] = [:]
        for name in try pageFiles(of: hash) {
            let parts = name.split(separator: ".failed-")
            if parts.count == 2, let page = Int(parts[0]) { counts[page, default: 0] += 1 }
        }
        return counts
    }

    private func pageFiles(of hash: ContentHash) throws(StoreFailure) -> [String] {
        do {
            return try Folder.entries(of: "\(place(of: hash))/\(ScanFile.pages)").map(\.name)
        } catch {
            throw StoreFailure(error)
        }
    }
}
