/// Bounds on what a client may ask.
package enum WebLimits {
    /// Characters of one query parameter.
    package static let maximumParameterLength = 1_000
    /// Bytes of a whole query string, as sent. All parameters of a search at their longest in three-byte letters do not fit: nobody sends that.
    package static let maximumQueryBytes = 16_384
    /// Characters of a record's id.
    package static let maximumIdentifierLength = 200
    /// Connections at once; more wait.
    package static let maximumConnections = 256
    /// Seconds after which a silent connection is closed.
    package static let idleSeconds: Int64 = 60
    /// Bytes of the body of a request: one reuse with a long reason is a tenth of it.
    package static let maximumBodyBytes = 16_384
    /// Seconds that the indicators of one scrape serve the next ones.
    package static let figureSeconds = 5.0
}
