import Testing

/// The built program as people and machines meet it: commands, folders, HTTP. One test at a time, since each uses every core.
@Suite("End to end", .serialized, .timeLimit(.minutes(10))) enum EndToEnd {}
