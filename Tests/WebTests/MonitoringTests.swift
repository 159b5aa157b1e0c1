import Foundation
import Testing

@testable import Web

@Suite("Example alerts and dashboard")
struct MonitoringTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/monitoring").standardizedFileURL

    @Test("Every metric that they name is one that is served", arguments: ["alerts.yaml", "dashboard.json"])
    func names(_ file: String) async throws {
        let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        let served = try await Fixture().get("/metrics").text
        let names = Set(text.matches(of: /sohoa_[a-z_]+/).map { String($0.output) })
        #expect(names.count > 3)
        for name in names { #expect(served.contains("# TYPE \(name) "), "\(name)") }
    }

    @Test("The dashboard is JSON with a query in every panel")
    func dashboard() throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "dashboard.json"))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let panels = try #require(object["panels"] as? [[String: Any]])
        #expect(panels.count >= 8)
        for panel in panels {
            let targets = try #require(panel["targets"] as? [[String: Any]])
            #expect(targets.allSatisfy { ($0["expr"] as? String)?.contains("sohoa_") == true }, "\(panel["title"] ?? "")")
        }
    }
}
