/// What a paper filed under a case is to that case, by its form.
package enum PaperRole {
    /// Forms of papers that a procedure ends with. Everything else that is filed under a case is a component, save the receipts.
    package static let resultForms: Set<String> = [
        "giay_khai_sinh", "trich_luc_khai_sinh", "giay_chung_nhan_ket_hon", "trich_luc_ket_hon", "giay_chung_tu", "trich_luc_khai_tu",
        "xac_nhan_hon_nhan", "giay_chung_nhan_qsdd", "giay_chung_nhan", "trich_luc",
    ]

    /// Forms that the office hands out on the way: neither component nor result.
    package static let receiptForms: Set<String> = ["bien_nhan"]
}

extension Record {
    package var isResultPaper: Bool { PaperRole.resultForms.contains(form) }
}
