internal import DurableFiles
package import Records

/// The scans of a backup, one by one.
extension BackupFolder {
    /// What came of one scan.
    package struct Kept: Sendable {
        package var files: Int
        package var bytes: Int
        /// Files that were copied now; the others were there.
        package var copied: Int
        package var faults: FileFaults

        init(_ outcome: ScanCopy.Outcome) {
            (files, bytes) = (outcome.files.files.count, outcome.files.bytes)
            (copied, faults) = (outcome.copied, outcome.faults)
        }
    }

    /// Copies the files of one recorded scan out of a data folder, as far as they are not here yet.
    /// - Parameter copies: the archival copies that its records name.
    package func keep(_ hash: ContentHash, copies: [ArchivalCopy], from data: String) throws(BackupFailure) -> Kept {
        do throws(FileFailure) {
            return Kept(try ScanCopy(hash, copies: copies).keep(ScanFolders(data: data).stored(hash), in: folder(of: hash)))
        } catch {
            throw .failed(error.description)
        }
    }

    /// Copies them into a data folder, as far as they are not there yet.
    package func restore(_ hash: ContentHash, copies: [ArchivalCopy], to target: RestoreFolder) throws(BackupFailure) -> Kept {
        do throws(FileFailure) {
            return Kept(try ScanCopy(hash, copies: copies).restore(folder(of: hash), to: ScanFolders(data: target.data).stored(hash)))
        } catch {
            throw .failed(error.description)
        }
    }
}
