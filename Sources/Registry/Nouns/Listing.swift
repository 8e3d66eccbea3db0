/// An achievement listed for a period. A withdrawn one stays in the cumulative count.
extension Field {
    static let ofListing: [Field] = [
        Field("venue", .venue, required: true, "code of the venue"),
        Field("code", .code, required: true, "code within the venue"),
        Field("title", .text(most: 4000), required: true, "name of the achievement"),
        Field("kind", .term(.achievementKind), "kind of achievement"),
        Field("field", .term(.field), "technology field"),
        Field("mode", .term(.tradingMode), "trading mode"),
        Field("pricing", .text(most: 400), "how the price is found"),
        Field("owner", .party, "who holds the achievement"),
        Field("asking_price", .amount, "asking price"),
        Field("listed_on", .day(mayLieAhead: false), required: true, "first day of the listing"),
        Field("listed_until", .day(mayLieAhead: true), "last day of the listing"),
        Field("maturity", .term(.maturity), "technical maturity"),
    ]
}

extension Flow {
    package static func ofListing(listedOn: Day, askingPrice: Amount?, isVoid: Bool) -> [Flow] {
        isVoid ? [] : [Flow(day: listedOn, measure: .listing, count: 1, fen: askingPrice?.fen ?? 0)]
    }
}
