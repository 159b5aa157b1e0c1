/// Where the server listens: `127.0.0.1:8080`, `[::1]:8080`, or a port alone, which means this machine only.
package struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    package static let defaultHost = "127.0.0.1"
    package static let defaultPort = 8080

    package var host: String
    /// 0 lets the system choose; `WebApplication` tells which it was.
    package var port: Int

    package init(host: String = ListenAddress.defaultHost, port: Int = ListenAddress.defaultPort) {
        self.host = host
        self.port = port
    }

    /// `HOST:PORT`, `HOST`, `:PORT` or `PORT`; an IPv6 host stands in brackets. Nil for anything else.
    package init?(_ text: String) {
        if let port = Self.port(text[...]) {
            self.init(port: port)
            return
        }
        guard let match = text.wholeMatch(of: /(?:\[([0-9A-Fa-f:.]+)\]|([^\s:\[\]]*))(?::([0-9]+))?/), !text.isEmpty else { return nil }
        let host = match.1 ?? match.2 ?? ""
        guard let port = match.3.map(Self.port) ?? Self.defaultPort else { return nil }
        self.init(host: host.isEmpty ? Self.defaultHost : String(host), port: port)
    }

    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    private static func port(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let port = Int(text), port <= 65_535 else { return nil }
        return port
    }
}
