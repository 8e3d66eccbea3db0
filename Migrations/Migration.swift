/// One numbered step of the schema's history: a script that is applied once, in one transaction, and never altered.
package struct Migration: Sendable {
    /// The file's name, by which the registry remembers it: `0001_changes.sql`.
    package let name: String
    /// SHA-256 of the script, written down when it shipped: a frozen script keeps it.
    package let sha256: String
    private let bytes: [UInt8]

    private init(_ name: String, sha256: String, _ bytes: [UInt8]) {
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
    }

    package var script: String { String(decoding: bytes, as: UTF8.self) }

    /// 1, 2, 3 … in the order of application; `user_version` holds the last one applied.
    package var number: Int { Int(name.prefix(4)) ?? 0 }

    /// Every step that this program knows, in order.
    package static let shipped: [Migration] = [
        Migration(
            "0001_changes.sql", sha256: "6158a13b90bded26c785860c2552c98d21e684b2f2de0f7995b39ef20ac05c04",
            PackageResources._001_changes_sql),
        Migration(
            "0002_parties.sql", sha256: "3ee4b98e5778e83c5e68ae53ef2c3acf1bf1f75e85a0c15b389064fdf845f6d9",
            PackageResources._002_parties_sql),
        Migration(
            "0003_intentions.sql", sha256: "0b72a795b957adb59de209078565b778d526c1c89f37b0a106c37bd04b7faea5",
            PackageResources._003_intentions_sql),
        Migration(
            "0004_listings.sql", sha256: "011a2098f3df8fbb6b46802c0bf945664cff413625e0a96409c7990f47736dce",
            PackageResources._004_listings_sql),
        Migration(
            "0005_deals.sql", sha256: "a2a291162332ce2b864e9c4c0ea2de7318e8dfc343d4e25064bfbc46875b07f2",
            PackageResources._005_deals_sql),
        Migration(
            "0006_deal_events.sql", sha256: "a7c5c64294226da2038cc6a08a8a4827c03f8b49c7577a8940c85451c0750ea0",
            PackageResources._006_deal_events_sql),
        Migration(
            "0007_figures_and_totals.sql", sha256: "149f92622826570a877006d368e3e1281ce92d99f1bfb0bdc602fe475745ee48",
            PackageResources._007_figures_and_totals_sql),
        Migration(
            "0008_views.sql", sha256: "d6b0d877e13474e03c9954b104557546bbfcfa8c8b265aaea198bb5f4aeec837",
            PackageResources._008_views_sql),
        Migration(
            "0009_listing_events_and_moves.sql",
            sha256: "d9260ec10ba4e1db8e79389a2f6aa97a4fe0fd0dd9d56ed467cfad2ac8d1aff0",
            PackageResources._009_listing_events_and_moves_sql),
        Migration(
            "0010_merges_and_reviews.sql", sha256: "388b73a4aa4403728883651c3690de6668d24e09787975520dc1f3f7b2c64483",
            PackageResources._010_merges_and_reviews_sql),
        Migration(
            "0011_views_after_corrections.sql",
            sha256: "e0bf6a3d609bcdb21e3d99ca6810e82c1ae1c77d2885eaf6e4641aa56a827bcb",
            PackageResources._011_views_after_corrections_sql),
        Migration(
            "0012_list_of_corrections.sql", sha256: "75da9bad57c52670ebcea4b8322dd42d4113ec4ebc991bad4ba9bf71e1c2b371",
            PackageResources._012_list_of_corrections_sql),
        Migration(
            "0013_row_checks.sql", sha256: "d21e28d861775af63931f6867adf6b2d6af7d091203ce4c7a3f002031e0c79e1",
            PackageResources._013_row_checks_sql),
        Migration(
            "0014_reversals.sql", sha256: "d53b4ea80a87f9cf66b03f615c68e0b2bf41a6424c8264758b0b731c1cf7b86d",
            PackageResources._014_reversals_sql),
        Migration(
            "0015_versions.sql", sha256: "f94d0f7dbb29ec293ffe3303d8825c987e62895d056bd2c2d50221e59d1b721d",
            PackageResources._015_versions_sql),
        Migration(
            "0016_nightly_import.sql", sha256: "791031e3dfdf6eba8dbba78fa59656e6baf7800285e41cabbe4f8a6734d0fcc0",
            PackageResources._016_nightly_import_sql),
        Migration(
            "0017_arrivals.sql", sha256: "778f90f7e8756b691c497ca47691e5ff5d96a6999727c1fd71737b4428806030",
            PackageResources._017_arrivals_sql),
        Migration(
            "0018_reading_views.sql", sha256: "560bc1de2e126dea932e78d75e6a68249b6c71a4ba4c6a3df05a83fafb89c9fc",
            PackageResources._018_reading_views_sql),
        Migration(
            "0019_services.sql", sha256: "238dbb3702665132b897b6a942d0cda60b43ff29ffe47a149ef71b2ec3cd47dd",
            PackageResources._019_services_sql),
        Migration(
            "0020_settlement.sql", sha256: "7b808bb4597a4db369afb4f38caf608e5e7b50f7228bd5f32ca1775e2c2c1a26",
            PackageResources._020_settlement_sql),
        Migration(
            "0021_matching.sql", sha256: "0814c18372797a8b02be21d273164b360eaef9aafc0ebc805da51aa2cf531022",
            PackageResources._021_matching_sql),
        Migration(
            "0022_certificates.sql", sha256: "54b62905be699c69eb56ca27ab3148d7d26cb48fd062168e81d5fab6c97aaeea",
            PackageResources._022_certificates_sql),
        Migration(
            "0023_providers.sql", sha256: "2022acf43cef6a455ef2d8372f3a838ee93281ea75e7e161bcddd4649c7f6344",
            PackageResources._023_providers_sql),
        Migration(
            "0024_fewer_words.sql", sha256: "11b9bcbe8b525a9aad9639fc25b39b09311d0f260e89a4760767e086cd0c3001",
            PackageResources._024_fewer_words_sql),
    ]
}
