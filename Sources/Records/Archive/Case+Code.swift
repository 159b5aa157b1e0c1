extension Case {
    /// The day of reception that a case code names: `201105` of `000.00.12.H62-201105-0004`. Nil for a code of another make.
    package static func receptionDay(ofCode code: String) -> CalendarDate? {
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, (4...6).contains(parts[2].utf8.count), parts[1].utf8.count == 6,
            parts[1...].allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let number = Int(parts[1])
        else { return nil }
        return CalendarDate(year: 2000 + number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
