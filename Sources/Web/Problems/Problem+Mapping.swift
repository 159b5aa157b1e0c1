import Hummingbird
import Records

extension Problem {
    /// What a client may know of an error. Messages of the catalogue and of unknown errors stay inside.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let failure as CatalogueFailure: self.init(failure)
        case let unknown as UnknownUnit: self = .unknownUnit(unknown)
        case let error as any HTTPResponseError: self.init(status: error.status)
        default: self = .internalError
        }
    }

    private init(_ failure: CatalogueFailure) {
        switch failure {
        case .busy, .outdated: self = .busy
        case .noRoom: self = .noRoom
        case .unusable: self = .internalError
        case .refused, .noReuse: self = .refused
        }
    }

    private init(status: HTTPResponse.Status) {
        switch status.code {
        case 404: self = .notFound
        case 400..<500:
            self.init(
                kind: "refused", status: status, title: Self.refused.title, detail: "Yêu cầu bị từ chối. Hãy kiểm tra lại rồi gửi lại.")
        default: self = .internalError
        }
    }
}
