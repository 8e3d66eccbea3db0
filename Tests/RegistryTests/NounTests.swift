import Registry
import Testing

@Suite("Nouns and fields")
struct NounTests {
    @Test(
        "a noun is known by its word, one or many",
        arguments: [
            ("venue", Noun.venue), ("venues", .venue), ("party", .party), ("parties", .party),
            ("intention", .intention),
            ("intentions", .intention), ("listing", .listing), ("listings", .listing), ("deal", .deal),
            ("deals", .deal),
        ])
    func words(word: String, noun: Noun) {
        #expect(Noun(word: word) == noun)
    }

    @Test("no other word is a noun", arguments: ["", "partys", "Deal", "deals ", "dealss", "figure"])
    func otherWords(word: String) {
        #expect(Noun(word: word) == nil)
    }

    @Test("a noun comes after those that it may name")
    func order() {
        #expect(
            Noun.allCases.sorted() == [
                .venue, .party, .intention, .listing, .demand, .deal, .registration, .instalment, .payment,
                .certificate,
                .service,
            ])
        for (place, noun) in Noun.allCases.enumerated() {
            for field in noun.fields {
                let named: Noun? =
                    switch field.kind {
                    case .venue: .venue
                    case .party: .party
                    case .record(let other): other
                    default: nil
                    }
                if let named {
                    // What became of a loan names the loan.
                    let isOwn = named == noun && noun == .service
                    #expect(isOwn || Noun.allCases.prefix(place).contains(named), "\(noun).\(field.name)")
                }
            }
        }
    }

    @Test("the codes that the registry gives begin with the noun's letter")
    func letters() {
        #expect(Noun.allCases.map(\.codeLetter) == ["V", "P", "I", "L", "N", "D", "C", "I", "P", "C", "S"])
    }

    @Test("the day and the money of a noun are fields of it of that kind", arguments: Noun.allCases)
    func datedAndValued(noun: Noun) throws {
        if let name = noun.datedBy {
            let field = noun.fields[try #require(noun.place(of: name))]
            #expect(field.kind == .day(mayLieAhead: noun == .instalment))
            // A contract that is only submitted is not registered yet.
            #expect(field.isRequired == (noun != .registration))
        } else {
            #expect(noun == .party)
        }
        // It is there from the day that dates it, or from an earlier one.
        #expect(noun.begunBy.last == noun.datedBy)
        if let name = noun.valuedBy {
            #expect(noun.fields[try #require(noun.place(of: name))].kind == .amount)
        } else {
            #expect(noun == .venue || noun == .party)
        }
        #expect(noun.belongsToVenue == (noun.place(of: "venue") != nil))
    }

    @Test("no two fields of a noun share a name, and each says what it means", arguments: Noun.allCases)
    func distinct(noun: Noun) {
        #expect(Set(noun.fields.map(\.name)).count == noun.fields.count)
        #expect(noun.fields.allSatisfy { !$0.meaning.isEmpty })
        for (place, field) in noun.fields.enumerated() {
            #expect(noun.place(of: field.name) == place)
            #expect(noun.knownPlace(of: field.name) == place)
        }
        #expect(noun.place(of: "nothing") == nil)
    }

    @Test(
        "a field has its column, its heading and its option",
        arguments: [
            (Noun.deal, "signed_on", "signed_on", "signed_on", "--signed-on"),
            (.deal, "amount", "amount_fen", "amount_yuan", "--amount"),
            (.listing, "asking_price", "asking_price_fen", "asking_price_yuan", "--asking-price"),
            (.deal, "venue", "venue_id", "venue", "--venue"), (.deal, "listing", "listing_id", "listing", "--listing"),
            (.deal, "seller", "seller_id", "seller", "--seller"),
            (.party, "credit_code", "credit_code", "credit_code", "--credit-code"),
        ])
    func names(noun: Noun, name: String, column: String, heading: String, option: String) throws {
        let field = noun.fields[try #require(noun.place(of: name))]
        #expect(field.column == column)
        #expect(field.heading == heading)
        #expect(field.option == option)
    }

    @Test("a party's seal stands for its salt, name and code, line by line")
    func partyIdentity() {
        let salt = "000102030405060708090a0b0c0d0e0f"
        let digest = PartyIdentity.digest(salt: salt, name: "上海交通大学", creditCode: "91350100M000100Y43")
        #expect(digest == "2f90246ee6eb7a0f8c21966c24db97b9cd257e7ee3e8d67042e5b22cb427c693")
        #expect(
            PartyIdentity.digest(salt: salt, name: "a", creditCode: "b")
                == "308ff1f29b9d6cf3df482e8c9e5ed613c7f3953bbf399426d99fe4d5b331f663")
        // Nothing in a name can make it look like another name with a code, and no code is not an empty one.
        #expect(
            PartyIdentity.digest(salt: salt, name: "a", creditCode: nil)
                == "ccea085715659985c200b51827ebe550815f8b31b4e0b2e5fe3e256cae3a16e9")
        #expect(
            PartyIdentity.digest(salt: salt, name: "a\n1:b", creditCode: nil)
                != PartyIdentity.digest(salt: salt, name: "a", creditCode: "b"))
        #expect(
            PartyIdentity.digest(salt: salt, name: "a", creditCode: "")
                != PartyIdentity.digest(salt: salt, name: "a", creditCode: nil))
    }
}
