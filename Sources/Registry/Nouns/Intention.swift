/// An achievement that somebody intends to bring to market. Counted apart from listings.
extension Field {
    static let ofIntention: [Field] = [
        Field("venue", .venue, required: true, "code of the venue"),
        Field("code", .code, required: true, "code within the venue"),
        Field("title", .text(most: 4000), required: true, "name of the achievement"),
        Field("field", .term(.field), "technology field"),
        Field("owner", .party, "who holds the achievement"),
        Field("amount", .amount, "amount intended"),
        Field("received_on", .day(mayLieAhead: false), required: true, "day on which it was received"),
    ]
}

extension Flow {
    package static func ofIntention(receivedOn: Day, amount: Amount?, isVoid: Bool) -> [Flow] {
        isVoid ? [] : [Flow(day: receivedOn, measure: .intention, count: 1, fen: amount?.fen ?? 0)]
    }
}
