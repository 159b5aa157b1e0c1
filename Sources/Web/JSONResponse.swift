import Foundation
import Hummingbird

/// Values as JSON bodies: keys sorted, so that the same answer is the same bytes.
enum JSONResponse {
    static func response(_ value: some Encodable, status: HTTPResponse.Status = .ok, mediaType: String = "application/json") throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        let body = ByteBuffer(bytes: try encoder.encode(value))
        return Response(status: status, headers: [.contentType: mediaType + "; charset=utf-8"], body: ResponseBody(byteBuffer: body))
    }
}
