import Testing
import Web

@Suite("The address to listen on")
struct ListenAddressTests {
    @Test(
        "as people write it; without a host it is this machine only",
        arguments: [
            ("8081", "127.0.0.1:8081"), (":8081", "127.0.0.1:8081"), ("0.0.0.0:80", "0.0.0.0:80"), ("localhost", "localhost:8080"),
            ("[::1]:9000", "[::1]:9000"), ("[::]", "[::]:8080"), ("127.0.0.1:0", "127.0.0.1:0"),
        ])
    func good(_ text: String, _ address: String) throws {
        #expect(try #require(ListenAddress(text)).description == address)
    }

    @Test("not otherwise", arguments: ["", "a:b", "a:65536", "a:-1", "::1", "[::1", "[::1]x", "a b:1", "http://a:1", "a:1:2", "[]:1"])
    func bad(_ text: String) { #expect(ListenAddress(text) == nil) }
}
