/// Why a value or a record is not taken. Data, not words: the catalogue holds the words, in each language.
package enum Refusal: Error, Hashable, Sendable {
    // Amounts
    case missingAmount
    case notAnAmount(String)
    case negativeAmount(String)
    case partOfAFen(String)
    case amountTooLarge(String)
    /// So much a year, or for each of something: `元/年`.
    case rateAndNoAmount(String)
    case amountWithoutUnit(String)
    case unitsDisagree(String, cell: MoneyUnit, heading: MoneyUnit)
    case technicalAmountAboveAmount(String, amount: Amount)
    /// A payment or an instalment of zero.
    case amountOfNothing
    /// What a deal's account cannot be.
    case account(deal: String, AccountFault)
    /// Why no certificate of a deal can stand as of its day of issue.
    case certificate(deal: String, on: Day, CertificateFault)
    /// The same of a row of a file that names no issuer.
    case certificateOfRow(deal: String, on: Day, CertificateFault)
    /// A row states of a certificate that is there what that does not certify.
    case certificateSays(String, CertificateFault)
    /// What would take from a certificate that stands what it rests on.
    case certificateStands(String, deal: String, on: Day, CertificateFault)
    // Days
    case notADay(String)
    case notADayOfFormat(String, format: String)
    case noSuchDay(String)
    case dayInTheFuture(String, today: Day)
    case endsBeforeItBegins(String, begins: Day)
    /// A step of a registration before one that precedes it, by its field, and the other way round.
    case beforeStep(String, step: String, Day)
    case afterStep(String, step: String, Day)
    case certifiedBeforeSigned(String, signed: Day)
    case afterItsEvents(String, first: Day)
    // What became of a record
    case notAnEvent(String, words: [String])
    case eventsCannotStand(String, CorrectionRefusal)
    case otherEvents(String, ours: String)
    // Texts and terms
    case missing(field: String)
    case unknownTerm(String, vocabulary: Vocabulary)
    case unknownWord(String, words: [String])
    case textTooLong(bytes: Int, most: Int)
    case controlCharacter(String, code: UInt8)
    case notUTF8(String)
    case notInEncoding(String, encoding: String)
    /// U+FFFD: a program before could not read the character that stood there.
    case lostCharacter(String)
    case notACreditCode(String)
    case slashInVenue(String)
    case notARegistrationNumber(String, RegistrationNumber.Flaw)
    /// A registration with neither a day of submission nor one of its own.
    case neitherSubmittedNorRegistered
    case cancelledAndNotRegistered
    /// Refused or withdrawn, and registered all the same.
    case registeredAndEnded(String)
    case refusedAndWithdrawn
    case onlineAtServicePoint
    /// A service without what its kind needs.
    case serviceLacks(Vocabulary.Term, field: String)
    /// A service with what its kind does not have.
    case serviceHasNo(Vocabulary.Term, field: String)
    /// A loan names a service that is no programme, or what became of a loan one that is no loan.
    case serviceOfOtherKind(String, is: Vocabulary.Term, needed: Vocabulary.Term)
    /// What a service and the one that it names cannot be together.
    case service(String, of: String, ServiceFault)
    /// A service names a deal, and a listing that is not the deal's.
    case dealOfOtherListing(String, listing: String, named: String)
    /// A deal is given a listing, and a service names the deal with another.
    case dealNamedWithListing(String, listing: String)
    // Records and what they name
    case unknownVenue(String, nearest: String?)
    case venueOfAnotherFile(String, fileVenue: String)
    case unknownNamed(Noun, String)
    case voidNamed(Noun, String)
    case voidParty(String)
    case kindsDisagree(String, other: String)
    case namedOfAnotherVenue(Noun, String, venue: String)
    case codeTaken(String)
    case codeTakenByVoid(String)
    case codeTakenByMoved(String, now: String)
    case doubledCode(String, rows: [Int])
    /// A total counts a row that says the same as an earlier one.
    case repeatInTotal(String, first: Int)
    /// An instalment, a payment or a certificate that a file gives to another deal.
    case codeOfAnotherDeal(String)
    // Rows of a file
    case shortRow(fields: Int, headings: Int)
    case longRow(fields: Int, headings: Int)
    case strayQuote
    case textAfterQuote
    case unclosedQuote
    case nulByte
    case bareCarriageReturn
    case rowTooLong(most: Int)
    /// The unit is that of what the total says.
    case totalDiffers(String, sumFen: Int64, unit: MoneyUnit)
    /// Less than the rows that can be read come to, though some could not.
    case totalBelowRows(String, sumFen: Int64, unit: MoneyUnit)
    case countDiffers(printed: Int, rows: Int)
    case totalAboveRows
    case errorCell(String)
    case formulaWithoutValue
    case tooManyDigits(String)
    case brokenJSON
    case noObject
    case nestedValue
    case doubledKey
}
