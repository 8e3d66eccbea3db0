/// The venue of each listing as it is now: a deal that is not void and its listing are of one venue.
final class ListingVenues {
    /// By the listing's id.
    private var venues: [Int32] = [0]

    /// Takes in a listing; those that are not there are left out.
    func add(_ listing: Int64, venue: Int64) {
        guard listing == Int64(venues.count) else { return }
        venues.append(Int32(truncatingIfNeeded: venue))
    }

    /// nil for a listing that is not there.
    func venue(of listing: Int64) -> Int64? {
        listing > 0 && listing < venues.count ? Int64(venues[Int(listing)]) : nil
    }
}
