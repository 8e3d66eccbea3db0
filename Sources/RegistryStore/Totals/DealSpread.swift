package import Registry

/// How the deals of a day are spread, with the terms then in force: how much the largest make up, how many cross
/// regions, and how long they took from their listing.
package struct DealSpread: Sendable {
    /// Of all deals in force, the largest first, in fen.
    package let amounts: [Int64]
    package let largest: [LargeDeal]
    /// Between parties of one region, of two, and those of which a region is not known.
    package internal(set) var withinRegion = Total()
    package internal(set) var acrossRegions = Total()
    package internal(set) var regionUnknown = Total()
    /// Days from the listing to the signature of the deals that name one, the fewest first.
    package let daysFromListing: [Int32]

    package struct LargeDeal: Sendable {
        package let name: String
        package let title: String?
        package let kind: String
        package let signedOn: String
        package let fen: Int64
    }

    init(amounts: [Int64], largest: [LargeDeal], daysFromListing: [Int32]) {
        self.amounts = amounts
        self.largest = largest
        self.daysFromListing = daysFromListing
    }

    /// The sum of the largest ones.
    package func sum(ofLargest count: Int) -> Int64 { amounts.prefix(count).reduce(0, &+) }

    /// The days within which so many hundredths of the deals were made: the smallest number that enough do not exceed
    /// (nearest rank). Nil without a deal that names its listing.
    package func days(atPercent percent: Int) -> Int32? {
        guard !daysFromListing.isEmpty else { return nil }
        let rank = (daysFromListing.count * percent + 99) / 100
        return daysFromListing[max(rank, 1) - 1]
    }
}
