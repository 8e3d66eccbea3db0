import Registry
import Testing

@Suite("The account of a deal")
struct DealAccountTests {
    private static func day(_ number: Int32) -> Day { Day(number: 19_000 + number) }

    private static func pay(_ kind: Payment.Kind, _ fen: Int64, _ day: Int32, out isOut: Bool = false) -> Payment {
        Payment(kind: kind, isOut: isOut, amount: Amount(fen: fen), paidOn: Self.day(day))
    }

    /// Signed on day 0 for 100.
    private static func account(_ payments: [Payment], events: [DealEvent] = []) -> DealAccount {
        DealAccount(signedOn: day(0), amount: Amount(fen: 100), events: events, payments: payments)
    }

    private static func amended(to fen: Int64, _ day: Int32) -> DealEvent {
        DealEvent(kind: .amended, effectiveOn: Self.day(day), amount: Amount(fen: fen))
    }

    private static func terminated(_ day: Int32) -> DealEvent {
        DealEvent(kind: .terminated, effectiveOn: Self.day(day), amount: Amount(fen: 0))
    }

    @Test("holds each purpose apart, and a refund is of the price")
    func balances() {
        let account = Self.account([
            Self.pay(.price, 60, 1), Self.pay(.fee, 5, 1), Self.pay(.price, 40, 3), Self.pay(.price, 70, 4, out: true),
            Self.pay(.refund, 20, 5, out: true), Self.pay(.refund, 10, 6), Self.pay(.royalty, 7, 6),
            Self.pay(.deposit, 9, 7), Self.pay(.deposit, 9, 8, out: true),
        ])
        let early = account.balance(asOf: Self.day(2))
        #expect((early.received, early.paidOn, early.held, early.cameIn) == (60, 0, 65, 65))
        let late = account.balance(asOf: Self.day(9))
        #expect((late.received, late.paidOn) == (80, 60))
        #expect((late.held(.price), late.held(.fee), late.held(.royalty), late.held(.deposit)) == (20, 5, 7, 0))
        #expect(late.cameIn - late.wentOut == late.held)
        #expect(late.held == 32)
    }

    @Test(
        "no more goes out than came in by the day, and no more of the price than the price",
        arguments: [
            ([pay(.price, 50, 2), pay(.price, 50, 2, out: true)], nil),
            (
                [pay(.price, 50, 2), pay(.price, 51, 2, out: true)],
                .moreThanCameIn(.price, on: day(2), out: 51, came: 50)
            ),
            (
                [pay(.price, 50, 2), pay(.price, 50, 1, out: true)],
                .moreThanCameIn(.price, on: day(1), out: 50, came: 0)
            ),
            ([pay(.price, 50, 1), pay(.fee, 1, 2, out: true)], .moreThanCameIn(.fee, on: day(2), out: 1, came: 0)),
            (
                [pay(.price, 50, 1), pay(.refund, 51, 2, out: true)],
                .moreThanCameIn(.price, on: day(2), out: 51, came: 50)
            ),
            ([pay(.price, 50, 1), pay(.refund, 1, 2)], .moreGivenBack(on: day(2), back: 1)),
            ([pay(.price, 60, 1), pay(.price, 41, 2)], .beyondPrice(on: day(2), sum: 101, price: 100)),
            ([pay(.price, 60, 1), pay(.royalty, 900, 2), pay(.deposit, 900, 2)], nil),
            ([pay(.price, 100, 1), pay(.refund, 30, 2, out: true), pay(.price, 30, 3)], nil),
        ] as [([Payment], AccountFault?)])
    func faults(payments: [Payment], expected: AccountFault?) {
        #expect(Self.account(payments).fault(since: Self.account([])) == expected)
    }

    @Test("the price is the one in force on the day of the payment, and nothing after a termination")
    func priceInForce() {
        let events = [Self.amended(to: 80, 5), Self.amended(to: 150, 10), Self.terminated(20)]
        func fault(_ payments: [Payment]) -> AccountFault? {
            Self.account(payments, events: events).fault(since: Self.account([], events: events))
        }
        #expect(fault([Self.pay(.price, 100, 4)]) == nil)
        #expect(fault([Self.pay(.price, 100, 5)]) == .beyondPrice(on: Self.day(5), sum: 100, price: 80))
        #expect(fault([Self.pay(.price, 150, 10)]) == nil)
        #expect(fault([Self.pay(.price, 1, 20)]) == .beyondPrice(on: Self.day(20), sum: 1, price: 0))
        #expect(
            fault([Self.pay(.price, 100, 4), Self.pay(.price, 100, 6, out: true)])
                == .paidOnBeyondPrice(on: Self.day(6), sum: 100, price: 80))
        #expect(fault([Self.pay(.price, 100, 4), Self.pay(.refund, 100, 21, out: true)]) == nil)
    }

    @Test("a price lowered below what came in is passed over, so that the account can be put right")
    func lowered() {
        let before = Self.account([Self.pay(.price, 100, 1)], events: [Self.amended(to: 80, 0)])
        let note = before.with(before.payments + [Self.pay(.fee, 1, 2)])
        #expect(note.fault(since: before) == nil)
        let less = before.with([Self.pay(.price, 90, 1)])
        #expect(less.fault(since: before) == nil)
        let more = before.with(before.payments + [Self.pay(.price, 1, 2)])
        #expect(more.fault(since: before) == .beyondPrice(on: Self.day(2), sum: 101, price: 80))
    }

    @Test("is settled from the day on which the whole price was paid on, until that is no longer so")
    func settled() {
        func flows(_ payments: [Payment], _ events: [DealEvent] = []) -> [String] {
            Self.account(payments, events: events).flows.map { "\($0.day.number - 19_000) \($0.count) \($0.fen)" }
        }
        let whole = [Self.pay(.price, 100, 1), Self.pay(.price, 60, 2, out: true), Self.pay(.price, 40, 4, out: true)]
        #expect(flows([Self.pay(.price, 100, 1)]) == [])
        #expect(flows(whole) == ["4 1 100"])
        #expect(flows(whole + [Self.pay(.refund, 1, 6)]) == ["4 1 100", "6 -1 -100"])
        #expect(flows(whole, [Self.amended(to: 60, 3)]) == ["3 1 60"])
        #expect(flows(whole, [Self.amended(to: 120, 7)]) == ["4 1 100", "7 -1 -100"])
        #expect(flows(whole, [Self.amended(to: 90, 7)]) == ["4 1 100", "7 0 -10"])
        #expect(flows(whole, [Self.terminated(9)]) == ["4 1 100", "9 -1 -100"])
        // What was paid before the signature settles the deal with it.
        #expect(flows([Self.pay(.price, 100, -3), Self.pay(.price, 100, -2, out: true)]) == ["0 1 100"])
        let account = Self.account(whole + [Self.pay(.refund, 1, 6)])
        #expect(account.settledOn(asOf: Self.day(5)) == Self.day(4))
        #expect(account.settledOn(asOf: Self.day(6)) == nil)
    }

    @Test("is overdue with what was due before the day and has not come in, of the price no more than the price")
    func overdue() {
        let plan = InstalmentPlan([
            .init("1", kind: .price, amount: Amount(fen: 60), dueOn: Self.day(5)),
            .init("2", kind: .price, amount: Amount(fen: 70), dueOn: Self.day(8)),
            .init("3", kind: .royalty, amount: Amount(fen: 9), dueOn: Self.day(8)),
        ])
        let account = Self.account([Self.pay(.price, 50, 1), Self.pay(.royalty, 4, 9)])
        #expect(plan.planned == 130)
        #expect([5, 6, 8, 9].map { plan.overdue(account, asOf: Self.day($0)) } == [0, 10, 10, 55])
        #expect(plan.stillDue(account, asOf: Self.day(5)) == [10, 40, 9])
        #expect(plan.stillDue(account, asOf: Self.day(9)) == [10, 40, 5])
        let ended = Self.account([Self.pay(.price, 50, 1)], events: [Self.terminated(7)])
        #expect(plan.stillDue(ended, asOf: Self.day(9)) == [0, 0, 9])
        #expect(plan.overdue(ended, asOf: Self.day(9)) == 9)
    }

    @Test("a payment counts in or out, and in what is held")
    func flows() {
        let amount = Amount(fen: 7)
        #expect(
            Flow.ofPayment(paidOn: Self.day(1), amount: amount, direction: "in", isVoid: false) == [
                Flow(day: Self.day(1), measure: .paymentIn, count: 1, fen: 7),
                Flow(day: Self.day(1), measure: .held, count: 0, fen: 7),
            ])
        #expect(
            Flow.ofPayment(paidOn: Self.day(1), amount: amount, direction: "out", isVoid: false) == [
                Flow(day: Self.day(1), measure: .paymentOut, count: 1, fen: 7),
                Flow(day: Self.day(1), measure: .held, count: 0, fen: -7),
            ])
        #expect(Flow.ofPayment(paidOn: Self.day(1), amount: amount, direction: "in", isVoid: true).isEmpty)
        #expect(
            Flow.ofInstalment(dueOn: Self.day(1), amount: amount, isVoid: false)
                == [Flow(day: Self.day(1), measure: .instalment, count: 1, fen: 7)])
        #expect(Flow.ofInstalment(dueOn: Self.day(1), amount: amount, isVoid: true).isEmpty)
    }
}
