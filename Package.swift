// swift-tools-version: 6.2

import PackageDescription

/// How every target is compiled: Swift 6, and no warning passes.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    // SE-0444: a member is visible only where its module is imported.
    .enableUpcomingFeature("MemberImportVisibility"),
    // SE-0335: an existential is written `any`.
    .enableUpcomingFeature("ExistentialAny"),
    // SE-0409: an import is internal unless it says otherwise.
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The schema's history, in the order in which it is applied. A test holds this list against the folder.
let migrations = [
    "0001_changes.sql", "0002_parties.sql", "0003_intentions.sql", "0004_listings.sql", "0005_deals.sql",
    "0006_deal_events.sql", "0007_figures_and_totals.sql", "0008_views.sql", "0009_listing_events_and_moves.sql",
    "0010_merges_and_reviews.sql", "0011_views_after_corrections.sql", "0012_list_of_corrections.sql",
    "0013_row_checks.sql", "0014_reversals.sql", "0015_versions.sql", "0016_nightly_import.sql",
    "0017_arrivals.sql", "0018_reading_views.sql", "0019_services.sql", "0020_settlement.sql",
    "0021_matching.sql", "0022_certificates.sql", "0023_providers.sql", "0024_fewer_words.sql",
]

/// The named reports of `registry sql`. A test holds this list against the folder too.
let reports = [
    "by-field", "by-venue", "cross-region", "listing-to-deal", "monthly", "top-deals", "unsold-listings", "yearly",
]

/// The templates of the report's page and of a certificate's.
let pages = ["report.html", "report.css", "report.md", "certificate.html", "certificate.css"]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: strict)
}

func tests(of name: String, with imports: [Target.Dependency] = [], besides others: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + imports, path: "Tests/\(name)Tests",
        exclude: others, swiftSettings: strict)
}

let package = Package(
    name: "registry",
    products: [.executable(name: "registry", targets: ["RegistryCLI"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        // Loaded by the program itself, when it first prints a certificate.
        .systemLibrary(name: "CQRencode", providers: [.apt(["libqrencode-dev"])]),
        room("SQLite", imports: ["CSQLite"]),
        .target(
            name: "Migrations", path: "Migrations",
            resources: migrations.map { .embedInCode($0) }, swiftSettings: strict),
        room("Digests", imports: ["CNettle"]),
        room("Archives", imports: ["CDeflate"]),
        room("YAML", imports: ["CYAML"]),
        room("QRCodes", imports: ["CQRencode"]),
        room("Registry", imports: ["Digests"]),
        room("Spreadsheets", imports: ["CZlib", "CDeflate", "CExpat", system]),
        room(
            "RegistryStore", imports: ["SQLite", "Migrations", "Registry", "Spreadsheets", "Digests", "Archives"]),
        room("RegistryProof", imports: ["Registry", "RegistryStore", "Spreadsheets", "Digests", "Archives", system]),
        .target(
            name: "RegistryReports",
            dependencies: ["Registry", "RegistryStore", "RegistryProof", "Spreadsheets", "QRCodes"],
            resources: reports.map { .embedInCode("Named/\($0).sql") } + pages.map { .embedInCode("Pages/\($0)") }
                + ["views", "columns"].map { .embedInCode("Dictionary/\($0).txt") },
            swiftSettings: strict),
        room(
            "RegistryImport", imports: ["Registry", "RegistryStore", "Spreadsheets", "Digests", "YAML", system]),
        .executableTarget(
            name: "RegistryCLI",
            dependencies: [
                "Registry", "RegistryStore", "RegistryProof", "RegistryImport", "RegistryReports", "Spreadsheets",
                "SQLite", "YAML", "QRCodes", argumentParser,
            ], swiftSettings: strict),
        .executableTarget(
            name: "SampleFeed", dependencies: ["Registry", "Spreadsheets", argumentParser],
            resources: [.embedInCode("published-figures.csv")], swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "FuzzEntries",
            dependencies: ["Registry", "RegistryImport", "RegistryStore", "SQLite", "Spreadsheets", "TestSupport"],
            path: "Tests/FuzzEntries", exclude: ["Corpus"], swiftSettings: strict),
        .target(
            name: "WatchedDisks", dependencies: ["CSQLite"], path: "Tests/WatchedDisks", swiftSettings: strict),
        tests(of: "SQLite", with: ["CSQLite"]),
        tests(of: "Registry"),
        tests(of: "Spreadsheets", with: [system]),
        tests(of: "Digests"),
        tests(of: "Archives"),
        tests(of: "YAML"),
        tests(of: "QRCodes"),
        tests(of: "RegistryReports", with: ["RegistryStore", "SQLite", "Registry", "Spreadsheets"]),
        tests(of: "RegistryStore", with: ["SQLite", "Migrations", "Registry", "Spreadsheets", "Digests"]),
        tests(
            of: "RegistryProof",
            with: [
                "RegistryStore", "RegistryImport", "Registry", "SQLite", "Spreadsheets", "Digests", "Archives",
                "WatchedDisks",
                system,
            ],
            besides: ["Fixtures"]),
        tests(of: "SampleFeed"),
        tests(
            of: "RegistryImport",
            with: ["RegistryStore", "Registry", "Spreadsheets", "SQLite", "Digests", "YAML", "FuzzEntries", system]),
        tests(
            of: "RegistryCLI", with: ["SampleFeed", "Registry", "RegistryImport", "RegistryReports", argumentParser],
            besides: ["Transcripts", "Programs"]),
    ]
)

// What Scripts/fuzz builds, with the fuzzer of the Swift toolchain; nothing else needs it.
if Context.environment["REGISTRY_FUZZ"] != nil {
    package.targets += [
        .systemLibrary(name: "CFuzzer", path: "Tests/CFuzzer"),
        .executableTarget(
            name: "Fuzz", dependencies: ["CFuzzer", "FuzzEntries"], path: "Tests/Fuzz", swiftSettings: strict),
    ]
}
