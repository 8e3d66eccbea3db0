import Registry
import Testing

@Suite("What a certificate rests on")
struct CertificateFaultTests {
    private static func day(_ number: Int32) -> Day { Day(number: 19_000 + number) }

    private static func paid(_ kind: Payment.Kind, _ fen: Int64, on day: Int32, isOut: Bool = false) -> Payment {
        Payment(kind: kind, isOut: isOut, amount: Amount(fen: fen), paidOn: Self.day(day))
    }

    /// A deal signed on the first day for 100 fen.
    private static func faults(
        _ payments: [Payment], _ events: [DealEvent] = [], fee: Int64? = nil, on day: Int32
    ) -> [CertificateFault] {
        let account = DealAccount(
            signedOn: Self.day(1), amount: Amount(fen: 100), events: events, payments: payments)
        return account.certificateFaults(of: account.price(on: Self.day(day)), fee: fee, on: Self.day(day))
    }

    @Test("stands with the contract signed, the whole price in the account, and a fee paid")
    func stands() {
        #expect(Self.faults([Self.paid(.price, 100, on: 3), Self.paid(.fee, 1, on: 4)], on: 4).isEmpty)
        #expect(Self.faults([Self.paid(.price, 100, on: 3)], fee: 0, on: 3).isEmpty)
        // What was paid on had come in.
        #expect(
            Self.faults(
                [Self.paid(.price, 100, on: 2), Self.paid(.price, 100, on: 3, isOut: true)], fee: 0, on: 4
            ).isEmpty)
    }

    @Test("lacks what had not come by its day, and is told all of it")
    func lacks() {
        #expect(Self.faults([], on: 4) == [.priceNotIn(received: 0, price: 100), .noFee])
        #expect(
            Self.faults([Self.paid(.price, 99, on: 2), Self.paid(.fee, 5, on: 2)], fee: 6, on: 4)
                == [.priceNotIn(received: 99, price: 100), .feeNotIn(came: 5, due: 6)])
        #expect(
            Self.faults([Self.paid(.price, 100, on: 5), Self.paid(.fee, 1, on: 2)], on: 4)
                == [.priceNotIn(received: 0, price: 100)])
        // A refund to the buyer takes from the price; a deposit is none of it.
        #expect(
            Self.faults(
                [
                    Self.paid(.price, 100, on: 2), Self.paid(.refund, 40, on: 3, isOut: true),
                    Self.paid(.deposit, 100, on: 2),
                ], fee: 0, on: 4) == [.priceNotIn(received: 60, price: 100)])
    }

    @Test("is none before the signature, and none once the deal is terminated")
    func isOfItsTime() {
        #expect(Self.faults([Self.paid(.price, 100, on: 0)], fee: 0, on: 0) == [.notSigned(until: Self.day(1))])
        let end = DealEvent(kind: .terminated, effectiveOn: Self.day(5), amount: Amount(fen: 0))
        let paid = [Self.paid(.price, 100, on: 2)]
        #expect(Self.faults(paid, [end], fee: 0, on: 4).isEmpty)
        #expect(Self.faults(paid, [end], fee: 0, on: 5) == [.terminated(since: Self.day(5))])
    }

    @Test("is of the price that was in force on its day")
    func isOfThePrice() {
        let raised = DealEvent(kind: .amended, effectiveOn: Self.day(5), amount: Amount(fen: 150))
        let paid = [Self.paid(.price, 100, on: 2)]
        #expect(Self.faults(paid, [raised], fee: 0, on: 4).isEmpty)
        #expect(Self.faults(paid, [raised], fee: 0, on: 5) == [.priceNotIn(received: 100, price: 150)])
    }

    @Test("counts as issued for ever, and as valid until it is revoked")
    func flows() {
        let amount = Amount(fen: 7)
        let issued = [
            Flow(day: Self.day(1), measure: .issuedCertificate, count: 1, fen: 7),
            Flow(day: Self.day(1), measure: .validCertificate, count: 1, fen: 7),
        ]
        #expect(Flow.ofCertificate(issuedOn: Self.day(1), revokedOn: nil, amount: amount, isVoid: false) == issued)
        #expect(
            Flow.ofCertificate(issuedOn: Self.day(1), revokedOn: Self.day(3), amount: amount, isVoid: false)
                == issued + [Flow(day: Self.day(3), measure: .validCertificate, count: -1, fen: -7)])
        #expect(Flow.ofCertificate(issuedOn: Self.day(1), revokedOn: nil, amount: amount, isVoid: true).isEmpty)
    }
}
