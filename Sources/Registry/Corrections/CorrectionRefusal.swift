/// Why a correction cannot follow on what is recorded. Data, not words.
package enum CorrectionRefusal: Error, Hashable, Sendable {
    case nothingToCorrect
    // Fields
    /// Another name is another party.
    case anotherParty(String)
    case cannotBeCleared(field: String)
    case unknownField(String, fields: [String])
    // Events
    case inTheFuture(Day, today: Day)
    case beforeItBegan(Day, began: Day)
    /// Terminated or withdrawn: nothing follows on that.
    case isOver(kind: String, since: Day)
    /// What is recorded of a later day could not follow.
    case beforeALater(kind: String, on: Day)
    case twiceOnADay(kind: String, on: Day)
    case suspendedAlready(since: Day)
    case notSuspended
    case amountInForce(Amount)
    case belowTechnical(Amount, technical: Amount)
    case aboveAmended(Amount, amended: Amount)
    case noEvent(on: Day)
    // Moves
    case sameName
    case taken(String)
    case takenByMoved(String, now: String)
    case namesListing(String)
    case namedByRecords(Noun, Int64, of: Noun)
    // Merges
    case sameParty
    case mergedParty(into: String)
    case differentCreditCodes(String, String)
    case notMerged
    case holdsMerged(String)
    // Certificates
    case revokedAlready(on: Day)
    /// One that the exchange issued and that holds is revoked, and not said never to have been.
    case isRevokedInstead
    // Reviews
    case ownChange(actor: String)
    case noCorrection
    case reviewedAlready(by: String, change: Int64)
}
