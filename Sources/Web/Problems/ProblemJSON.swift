import Hummingbird

/// The body of `application/problem+json` (RFC 9457, section 3), with extension members where they apply.
struct ProblemJSON: Encodable {
    let problem: Problem
    /// The path of the request, without its query.
    let instance: String
    /// Stands in the log beside the cause.
    let request: String?

    private enum CodingKeys: String, CodingKey { case type, title, status, detail, instance, request, parameter, checks }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(problem.type, forKey: .type)
        try container.encode(problem.title, forKey: .title)
        try container.encode(problem.status.code, forKey: .status)
        try container.encode(problem.detail, forKey: .detail)
        try container.encode(instance, forKey: .instance)
        try container.encodeIfPresent(request, forKey: .request)
        try container.encodeIfPresent(problem.parameter, forKey: .parameter)
        try container.encodeIfPresent(problem.checks, forKey: .checks)
    }
}
