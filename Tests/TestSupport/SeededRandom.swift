import Foundation

/// Chance that can be had again: the seed is said, and a failing run is repeated with it.
package struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// A seed for one run, which is printed; `SOHOA_KILL_SEED` repeats one.
    package static func killSeed(_ what: String) -> UInt64 {
        let seed = ProcessInfo.processInfo.environment["SOHOA_KILL_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000)
        print("kill -9, \(what): SOHOA_KILL_SEED=\(seed)")
        return seed
    }

    /// SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
