package import Records

/// The definitions as code: how one subject stands to one indicator.
///
/// The formulas for procedures follow QĐ 766/QĐ-TTg (2022), group "số hóa hồ sơ", numbers 4.1 to 4.3; the unit is the case, not the
/// page. There is no legal formula for the archive rate; ours is `ItemFigures.isDone`.
package enum IndicatorRule {
    /// Archives: independent of any period, for an item is done or it is not.
    package static func standing(of item: ItemFigures) -> IndicatorStanding {
        switch item.state {
        case .secret: return .excluded(.secret)
        case .destroyed: return .excluded(.destroyed)
        case .inScope: break
        }
        if item.isDone { return .counted }
        if item.records == 0 { return .pending(.notStarted) }
        // Before what is only not done yet: a damaged file must not wait unseen behind a page that is missing.
        if item.damaged > 0 { return .pending(.fixityFailed) }
        guard let total = item.totalPages else { return .pending(.noPageCount) }
        if item.scannedPages < total { return .pending(.pagesMissing) }
        if item.needsReview > 0 { return .pending(.needsReview) }
        return .pending(.noArchivalCopy)
    }

    /// Procedures: nil for a case that was received in another period. A case without a date is excluded, and shown, in each.
    package static func standing(of file: CaseFigures, for code: Indicator.Code, in period: Period) -> IndicatorStanding? {
        guard let received = file.receivedOn else { return .excluded(.noReceivedOn) }
        guard period.holds(received) else { return nil }
        switch code {
        case .archivesDigitized: return nil
        case .tthcDigitized: return digitized(file)
        case .tthcResultElectronic: return resultElectronic(file)
        case .dataReused: return file.reuses > 0 ? .counted : .pending(.notReused)
        }
    }

    /// No. 4.2: at least one digitised component and, where a result paper is required, a digitised result. When neither the
    /// register nor the table of procedures says whether one is required, a result on file fulfils either reading; without one the case stays pending.
    private static func digitized(_ file: CaseFigures) -> IndicatorStanding {
        guard file.components > 0 else { return .pending(file.damaged > 0 ? .fixityFailed : .notDigitized) }
        if file.results > 0 || file.resultRequired == false { return .counted }
        if file.damaged > 0 { return .pending(.fixityFailed) }
        return .pending(file.resultRequired == true ? .resultMissing : .resultUnknown)
    }

    /// No. 4.1: of the cases that require a result paper, those whose result came as an electronic document.
    private static func resultElectronic(_ file: CaseFigures) -> IndicatorStanding {
        switch file.resultRequired {
        case false: return .excluded(.noResultRequired)
        case nil: return .excluded(.resultUnknown)
        case true: break
        }
        if file.electronicResults > 0 { return .counted }
        return .pending(file.results > 0 ? .resultScanned : .resultMissing)
    }

    /// Whether the one-stop system itself reports that the case fulfils the indicator; nil when its table does not say.
    package static func isReported(_ file: CaseFigures, for code: Indicator.Code) -> Bool? {
        switch code {
        case .tthcDigitized: file.reportedDigitized
        case .dataReused: file.reportedReused
        case .archivesDigitized, .tthcResultElectronic: nil
        }
    }
}
