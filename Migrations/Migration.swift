import Digests

/// One numbered step of the schema's history: a script that is applied once, in one transaction, and never altered.
package struct Migration: Sendable {
    /// The file's name, by which the registry remembers it: `0001_changes.sql`.
    package let name: String
    package let script: String

    private init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        script = String(decoding: bytes, as: UTF8.self)
    }

    /// 1, 2, 3 … in the order of application; `user_version` holds the last one applied.
    package var number: Int { Int(name.prefix(4)) ?? 0 }
    package var sha256: String { SHA256.hash(script) }

    /// Every step that this program knows, in order.
    package static let shipped: [Migration] = [
        Migration("0001_changes.sql", PackageResources._001_changes_sql),
        Migration("0002_parties.sql", PackageResources._002_parties_sql),
        Migration("0003_intentions.sql", PackageResources._003_intentions_sql),
        Migration("0004_listings.sql", PackageResources._004_listings_sql),
        Migration("0005_deals.sql", PackageResources._005_deals_sql),
        Migration("0006_deal_events.sql", PackageResources._006_deal_events_sql),
        Migration("0007_figures_and_totals.sql", PackageResources._007_figures_and_totals_sql),
        Migration("0008_views.sql", PackageResources._008_views_sql),
        Migration("0009_listing_events_and_moves.sql", PackageResources._009_listing_events_and_moves_sql),
        Migration("0010_merges_and_reviews.sql", PackageResources._010_merges_and_reviews_sql),
        Migration("0011_views_after_corrections.sql", PackageResources._011_views_after_corrections_sql),
        Migration("0012_list_of_corrections.sql", PackageResources._012_list_of_corrections_sql),
        Migration("0013_row_checks.sql", PackageResources._013_row_checks_sql),
    ]
}
