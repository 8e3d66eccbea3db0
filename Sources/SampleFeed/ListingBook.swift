/// Finds a listing by its venue and its code.
struct ListingBook {
    let listings: [Listing]
    private let places: [String: Int]

    init(_ listings: [Listing]) {
        self.listings = listings
        places = Dictionary(
            uniqueKeysWithValues: listings.enumerated().map { place, listing in
                (Self.key(listing.subject.venue, listing.subject.code), place)
            })
    }

    /// The place in the feed's list; nil for a deal or a service that names none.
    func place(of code: String?, at venue: Int) -> Int? { code.flatMap { places[Self.key(venue, $0)] } }

    func listing(of deal: Deal) -> Listing? { place(of: deal.listing, at: deal.subject.venue).map { listings[$0] } }

    private static func key(_ venue: Int, _ code: String) -> String { "\(venue)/\(code)" }
}
