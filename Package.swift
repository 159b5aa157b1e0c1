// swift-tools-version: 6.2
import PackageDescription

/// Settings that every target shares: each is a class of mistakes that the compiler refuses.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Strict memory safety on top: every pointer that crosses to C is marked `unsafe` where it does.
let strictMemory = strict + [.strictMemorySafety()]

func library(_ name: String, package: String) -> Target.Dependency { .product(name: name, package: package) }

func c(_ name: String, pkgConfig: String, debian: String) -> Target {
    .systemLibrary(name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let package = Package(
    name: "sohoa",
    products: [.executable(name: "sohoa", targets: ["sohoa"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        c("CTesseract", pkgConfig: "tesseract", debian: "libtesseract-dev"),
        c("CLeptonica", pkgConfig: "lept", debian: "libleptonica-dev"),
        c("CPoppler", pkgConfig: "poppler-glib", debian: "libpoppler-glib-dev"),
        c("CQPDF", pkgConfig: "libqpdf", debian: "libqpdf-dev"),
        c("CZBar", pkgConfig: "zbar", debian: "libzbar-dev"),
        c("CTIFF", pkgConfig: "libtiff-4", debian: "libtiff-dev"),
        c("CHEIF", pkgConfig: "libheif", debian: "libheif-dev"),
        c("CZip", pkgConfig: "libzip", debian: "libzip-dev"),
        c("CExpat", pkgConfig: "expat", debian: "libexpat1-dev"),
        c("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
        c("CQREncode", pkgConfig: "libqrencode", debian: "libqrencode-dev"),
        c("CCairo", pkgConfig: "cairo-pdf", debian: "libcairo2-dev"),
        c("CLCMS2", pkgConfig: "lcms2", debian: "liblcms2-dev"),

        .target(name: "Records", swiftSettings: strictMemory),
        .target(name: "DurableFiles", swiftSettings: strictMemory),
        .target(name: "Intake", dependencies: ["Records", "DurableFiles"], swiftSettings: strictMemory),
        .target(
            name: "Reading",
            dependencies: ["Records", "CTesseract", "CLeptonica", "CPoppler", "CQPDF", "CZBar", "CTIFF", "CHEIF", "CLCMS2", "CZip", "CExpat"],
            swiftSettings: strictMemory),
        .target(name: "Understanding", dependencies: ["Records"], swiftSettings: strictMemory),
        .target(name: "Covers", dependencies: ["Records", "CQREncode", "CCairo"], swiftSettings: strictMemory),
        .target(name: "Evaluation", dependencies: ["Records"], swiftSettings: strictMemory),
        .target(
            name: "Preserving", dependencies: ["Records", "DurableFiles", library("Crypto", package: "swift-crypto")],
            swiftSettings: strictMemory),
        .target(
            name: "SQLiteCatalogue",
            dependencies: ["Records", library("GRDB", package: "GRDB.swift"), library("Crypto", package: "swift-crypto")],
            swiftSettings: strictMemory),
        .target(
            name: "Indicators", dependencies: ["Records", "CXLSXWriter"],
            swiftSettings: strictMemory),
        .target(
            name: "Pipeline",
            dependencies: [
                "Records", "DurableFiles", library("Logging", package: "swift-log"), library("Yams", package: "Yams"),
                library("Subprocess", package: "swift-subprocess"), library("SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strictMemory),
        .target(
            name: "Web",
            dependencies: [
                "Records", library("Hummingbird", package: "hummingbird"), library("Logging", package: "swift-log"),
            ],
            swiftSettings: strictMemory),
        .executableTarget(
            name: "sohoa",
            dependencies: [
                "Records", "DurableFiles", "Intake", "Reading", "Understanding", "Preserving", "SQLiteCatalogue", "Indicators", "Evaluation",
                "Covers",
                "Pipeline",
                "Web", library("ArgumentParser", package: "swift-argument-parser"),
                library("Logging", package: "swift-log"),
                library("ServiceLifecycle", package: "swift-service-lifecycle"), library("UnixSignals", package: "swift-service-lifecycle"),
                library("Yams", package: "Yams"),
            ],
            swiftSettings: strictMemory),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "RecordsTests", dependencies: ["Records"], swiftSettings: strict),
        .testTarget(name: "IntakeTests", dependencies: ["Intake", "DurableFiles", "Records", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "ReadingTests", dependencies: ["Reading", "Records", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "EvaluationTests", dependencies: ["Evaluation", "Records"], swiftSettings: strict),
        .testTarget(name: "UnderstandingTests", dependencies: ["Understanding", "Pipeline", "Records"], swiftSettings: strict),
        .testTarget(
            name: "CatalogueContractTests",
            dependencies: ["SQLiteCatalogue", "Records", "TestSupport", library("GRDB", package: "GRDB.swift")], swiftSettings: strict),
        .testTarget(name: "IndicatorsTests", dependencies: ["Indicators", "Records", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ScenarioTests", dependencies: ["Indicators", "SQLiteCatalogue", "Preserving", "Records", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Records", "TestSupport", library("Hummingbird", package: "hummingbird"),
                library("HummingbirdTesting", package: "hummingbird"), library("Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Pipeline", "Preserving", "Intake", "SQLiteCatalogue", "DurableFiles", "Records", "TestSupport",
                library("Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(name: "HouseTests", swiftSettings: strict),
        .testTarget(name: "EndToEndTests", dependencies: ["sohoa", "Records", "TestSupport"], swiftSettings: strict),
    ]
)
