/// Which columns of which tables a seal covers, in which order. A format is frozen once it has sealed a change: a column
/// added later enters a later format only, and verify reads each change by the format it names.
package struct SealFormat: Sendable {
    package let number: Int64
    /// In the order in which a change's parts enter its seal.
    package let tables: [SealedTable]

    /// Whether a change that is sealed by it keeps a check of each of its rows. The seal holds the format's number, so that
    /// nobody can say of a later change that it never had any.
    package var keepsChecks: Bool { number >= 3 }

    /// What this program seals by.
    package static let current = ninth

    /// Tables that are kept beside the records: their rows count while their change stands.
    static let keptBeside = [
        "venue_profile", "calendar_day", "rejected_row", "closed_reject", "review_item", "review_answer",
    ]

    /// The format of that number; nil for one of a later program.
    package static func numbered(_ number: Int64) -> SealFormat? {
        switch number {
        case 1: first
        case 2: second
        case 3: third
        case 4: fourth
        case 5: fifth
        case 6: sixth
        case 7: seventh
        case 8: eighth
        case 9: ninth
        default: nil
        }
    }

    private static let first = SealFormat(
        number: 1,
        tables: [
            SealedTable("setting", ["name", "value"], isVersioned: false),
            SealedTable(
                "source_file",
                [
                    "name", "noun", "venue_id", "sha256", "size_bytes", "options", "rows_read", "rows_new",
                    "rows_changed", "rows_unchanged", "rows_rejected", "rows_set_aside",
                ], isVersioned: false),
            SealedTable("venue", ["code", "name", "network", "region", "joined_on", "left_on"]),
            // The digest of salt, name and credit code stands in their place.
            SealedTable("party", ["identity_sha256", "region"]),
            SealedTable(
                "intention", ["venue_id", "code", "title", "field", "owner_id", "amount_fen", "received_on"]),
            SealedTable(
                "listing",
                [
                    "venue_id", "code", "title", "kind", "field", "mode", "pricing", "owner_id", "asking_price_fen",
                    "listed_on", "listed_until", "maturity",
                ]),
            SealedTable(
                "deal",
                [
                    "venue_id", "code", "title", "kind", "field", "mode", "listing_id", "seller_id", "buyer_id",
                    "amount_fen", "technical_amount_fen", "pricing", "payment_form", "royalty", "signed_on",
                    "registration_no",
                ]),
            SealedTable("deal_event", ["deal_id", "kind", "effective_on", "amount_fen"]),
            SealedTable(
                "figure",
                [
                    "as_of", "metric", "comparison", "origin", "value", "unit", "published_on", "source",
                    "known_change_id", "known_seal",
                ]),
        ])

    /// With what corrections brought: events of listings, codes before a move, merges of parties, reviews.
    private static let second = SealFormat(
        number: 2,
        tables: first.tables + [
            SealedTable("listing_event", ["listing_id", "kind", "effective_on"]),
            SealedTable("former_code", ["noun", "venue_id", "code", "record_id"]),
            SealedTable("party_merge", ["party_id", "into_id"]),
            SealedTable("review", ["reviewed_change_id"]),
        ])

    /// With the changes that take back others.
    private static let third = SealFormat(
        number: 3, tables: second.tables + [SealedTable("reversal", ["reverted_change_id"], isVersioned: false)])

    /// With what the nightly import keeps: profiles, the calendar, rows not taken, and what a person has to decide.
    private static let fourth = SealFormat(
        number: 4,
        tables: third.tables + [
            SealedTable("venue_profile", ["venue_id", "profile"], isVersioned: false),
            SealedTable("calendar_day", ["day", "is_working", "name"], isVersioned: false),
            SealedTable(
                "rejected_row",
                ["file_id", "file_row", "venue_id", "code", "headings", "cells", "reasons", "reasons_zh"],
                isVersioned: false),
            SealedTable("closed_reject", ["reject_id"], isVersioned: false),
            SealedTable(
                "review_item",
                ["kind", "noun", "record_id", "other_id", "said", "file_id", "file_row", "file_offset"],
                isVersioned: false),
            SealedTable("review_answer", ["item_id", "answer"], isVersioned: false),
        ])

    /// With the exchange's services: demands, and registrations of contracts.
    private static let fifth = SealFormat(
        number: 5,
        tables: fourth.tables + [
            SealedTable(
                "demand",
                [
                    "venue_id", "code", "title", "abstract", "field", "demander_id", "budget_fen", "posted_on",
                    "posted_until",
                ]),
            SealedTable(
                "contract_registration",
                [
                    "venue_id", "code", "deal_id", "title", "kind", "field", "seller_id", "buyer_id", "amount_fen",
                    "technical_amount_fen", "office", "channel", "by_commitment", "registered_on", "cancelled_on",
                ]),
        ])

    /// With how deals are settled: instalments and payments.
    private static let sixth = SealFormat(
        number: 6,
        tables: fifth.tables + [
            SealedTable("instalment", ["venue_id", "code", "deal_id", "kind", "amount_fen", "due_on", "note"]),
            SealedTable(
                "payment",
                [
                    "venue_id", "code", "deal_id", "kind", "direction", "amount_fen", "paid_on", "payer_id", "payee_id",
                    "note",
                ]),
        ])

    /// With the abstract of a listing.
    private static let seventh = SealFormat(
        number: 7,
        tables: sixth.tables.map { table in
            table.name == "listing" ? SealedTable("listing", table.own + ["abstract"]) : table
        })

    /// With certificates.
    private static let eighth = SealFormat(
        number: 8,
        tables: seventh.tables + [
            SealedTable(
                "certificate",
                [
                    "venue_id", "code", "deal_id", "issued_on", "revoked_on", "title", "kind", "mode", "signed_on",
                    "listed_on", "listed_until", "seller_id", "seller_agent_id", "buyer_id", "buyer_agent_id",
                    "valuation_fen", "amount_fen", "fee_fen", "payment_form", "conclusion", "issuer",
                ])
        ])

    /// With services, and how registrations came about.
    private static let ninth = SealFormat(
        number: 9,
        tables: eighth.tables.map { table in
            table.name == "contract_registration" ? registrationSinceNinth : table
        } + [
            SealedTable(
                "service",
                [
                    "venue_id", "code", "kind", "title", "provider_id", "customer_id", "service_id", "listing_id",
                    "demand_id", "deal_id", "amount_fen", "attendees", "place", "started_on", "ended_on", "closed_on",
                    "outcome", "note",
                ])
        ])

    private static let registrationSinceNinth = SealedTable(
        "contract_registration",
        [
            "venue_id", "code", "deal_id", "title", "kind", "field", "seller_id", "buyer_id", "amount_fen",
            "technical_amount_fen", "office", "service_point", "channel", "by_commitment", "submitted_on",
            "accepted_on", "registered_on", "refused_on", "withdrawn_on", "cancelled_on",
        ])
}

/// The sealed columns of a table: its id, its own, and where the version comes from.
package struct SealedTable: Sendable {
    package let name: String
    package let columns: [String]
    /// Whether its rows may have a new version, so that it has a history beside it.
    package let isVersioned: Bool

    /// Those that only this table has.
    let own: [String]

    init(_ name: String, _ own: [String], isVersioned: Bool = true) {
        self.name = name
        self.own = own
        self.isVersioned = isVersioned
        columns =
            ["id"] + own
            + (isVersioned ? ["is_void", "change_id", "file_id", "file_row", "file_offset"] : ["change_id"])
    }
}
