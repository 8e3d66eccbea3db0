// swift-tools-version: 6.2

import PackageDescription

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
    "0001_ledger.sql"
]

func house(_ name: String, imports: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: imports, swiftSettings: strict)
}

func rooms(testing name: String, with imports: [Target.Dependency]) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: imports, swiftSettings: strict)
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
        house("SQLite", imports: ["CSQLite"]),
        .target(
            name: "Migrations", path: "Migrations",
            resources: migrations.map { .embedInCode($0) }, swiftSettings: strict),
        house("Registry"),
        house("Spreadsheets"),
        house(
            "RegistryStore",
            imports: ["SQLite", "Migrations", "Registry", "CNettle", .product(name: "SystemPackage", package: "swift-system")]),
    ]
)
