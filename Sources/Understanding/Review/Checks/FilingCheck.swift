import Records

/// Two signs that each name a dossier, and not the same one: a cover sheet, a file called `CODE.NNNNNNN.pdf`, the folder it lay in. The record
/// is filed by the strongest of them; a person says whether that is right. (Codes of cases have a check of their own.)
enum FilingCheck {
    static func reasons(_ context: RecordContext) -> [String] {
        let named = Dossier.fileCode(context.fileName)
        // Behind a cover sheet, a folder is often but the day's; a file that bears a code is meant to lie in its folder.
        let folder = context.pages.coverCode == nil && named != nil ? context.folders.last : nil
        let codes = [context.pages.coverCode, named, folder].compactMap(\.self).map { VietnameseText.exact(VietnameseText.squashed($0)) }
        return Set(codes.filter { !$0.isEmpty && CaseCode.find(in: $0.uppercased()) == nil }).count > 1 ? [ReviewReason.conflictingDossier] : []
    }
}
