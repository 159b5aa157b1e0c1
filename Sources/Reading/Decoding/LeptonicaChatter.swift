import CLeptonica

/// Leptonica's printing.
enum LeptonicaChatter {
    /// Turns it off: what fails is told by results, and a message may quote the file.
    static func silence() { _ = setMsgSeverity(Int32(L_SEVERITY_NONE)) }
}
