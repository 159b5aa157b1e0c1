package import Records

/// The definitions as code: how one subject stands to one indicator.
///
/// The formulas for procedures follow QĐ 766/QĐ-TTg (2022), group "số hóa hồ sơ", numbers 4.1 to 4.3; the unit is the case, not the
/// page. There is no legal formula for the archive rate; ours is `InventoryProgress.isDone`.
package enum IndicatorRule {
    /// Archives: independent of any period, for an item is done or it is not.
    package static func standing(of progress: InventoryProgress) -> IndicatorStanding {
        switch progress.item.state {
        case .secret: return .excluded(.secret)
        case .destroyed: return .excluded(.destroyed)
        case .inScope: break
        }
        if progress.isDone { return .counted }
        if progress.records == 0 { return .pending(.notStarted) }
        guard let total = progress.item.totalPages else { return .pending(.noPageCount) }
        if progress.scannedPages < total { return .pending(.pagesMissing) }
        return .pending(progress.needsReview > 0 ? .needsReview : .noArchivalCopy)
    }

    /// Procedures: nil for a case that was received in another period. A case without a date is excluded, and shown, in each.
    package static func standing(of progress: CaseProgress, for code: Indicator.Code, in period: Period) -> IndicatorStanding? {
        guard let received = progress.file.receivedOn else { return .excluded(.noReceivedOn) }
        if let days = period.days, !days.contains(received) { return nil }
        switch code {
        case .archivesDigitized: return nil
        case .tthcDigitized: return digitized(progress)
        case .tthcResultElectronic: return resultElectronic(progress)
        case .dataReused: return progress.reuses > 0 ? .counted : .pending(.notReused)
        }
    }

    /// No. 4.2: at least one digitised component and, where a result paper is required, a digitised result. When the register does
    /// not say whether one is required, a result on file fulfils either reading; without one the case stays pending.
    private static func digitized(_ progress: CaseProgress) -> IndicatorStanding {
        guard progress.componentRecords > 0 else { return .pending(.notDigitized) }
        if progress.resultRecords > 0 { return .counted }
        switch progress.file.resultRequired {
        case false: return .counted
        case true: return .pending(.resultMissing)
        case nil: return .pending(.resultUnknown)
        }
    }

    /// No. 4.1: of the cases that require a result paper, those whose result came as an electronic document.
    private static func resultElectronic(_ progress: CaseProgress) -> IndicatorStanding {
        switch progress.file.resultRequired {
        case false: return .excluded(.noResultRequired)
        case nil: return .excluded(.resultUnknown)
        case true: break
        }
        if progress.electronicResults > 0 { return .counted }
        return .pending(progress.resultRecords > 0 ? .resultScanned : .resultMissing)
    }
}
