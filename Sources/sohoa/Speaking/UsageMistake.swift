import Foundation

/// What the parser of the command line says of wrong usage, in Vietnamese. It speaks English and gives its errors as text alone; what is
/// not known here is passed on as it is.
enum UsageMistake {
    static func inVietnamese(_ message: String) -> String {
        for (pattern, said) in sentences {
            guard let expression = try? NSRegularExpression(pattern: "^\(pattern)$", options: .dotMatchesLineSeparators) else { continue }
            let whole = NSRange(message.startIndex..., in: message)
            guard let match = expression.firstMatch(in: message, range: whole) else { continue }
            // Choices stand as "'a', 'b' or 'c'", as "'a' and 'b'", or one a line.
            return expression.replacementString(for: match, in: message, offset: 0, template: said)
                .replacing(#/\s*\n\s*- /#, with: ", ").replacing(/' (?:and|or) '/, with: "' hoặc '")
        }
        return message
    }

    /// Patterns of swift-argument-parser's sentences (its `ErrorMessageGenerator`); `$1` is what it quotes.
    private static let sentences: [(pattern: String, said: String)] = [
        ("Unknown option '([^']*)'\\. Did you mean '([^']*)'\\?", "không có tùy chọn $1; có phải là $2?"),
        ("Unknown option '([^']*)'", "không có tùy chọn $1"),
        ("Missing value for '([^']*)'", "thiếu giá trị của $1"),
        ("Missing expected argument '([^']*)'", "thiếu $1"),
        ("Missing one of: (.*)", "thiếu một trong: $1"),
        ("Missing required subcommand\\.", "thiếu lệnh con"),
        ("Unexpected argument '(.*)'", "thừa \"$1\""),
        ("\\d+ unexpected arguments: (.*)", "thừa: $1"),
        ("The option '([^']*)' does not take any value, but '(.*)' was specified\\.", "$1 không nhận giá trị, nhưng có \"$2\""),
        ("The value '(.*)' is invalid for '([^']*)'\\. Please provide one of (.*)\\.", "\"$1\" không hợp lệ cho $2; hãy ghi một trong: $3"),
        (
            "The value '(.*)' is invalid for '([^']*)'\\. Please provide one of the following:\\s*- (.*)",
            "\"$1\" không hợp lệ cho $2; hãy ghi một trong: $3"
        ),
        ("The value '(.*)' is invalid for '([^']*)'.*", "\"$1\" không hợp lệ cho $2"),
        ("Invalid option: (.*)", "tùy chọn sai: $1"),
    ]
}
