import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

/// How a deal is settled, in every format: its sums, and for people and in JSON each instalment and each payment too.
struct SettlementView {
    let settlement: Settlement

    func show(as format: RowFormat) throws(WriteError) {
        switch format {
        case .table, .markdown:
            try OneRecord(values: valuesForPeople).show(as: format)
            if !settlement.instalments.isEmpty { try showPlan(as: format) }
            if !settlement.lines.isEmpty { try showAccount(as: format) }
        case .json: try showObject()
        case .jsonl, .csv: try OneRecord(values: values).show(as: format)
        }
    }

    private var names: [(column: String, value: Cell)] {
        [
            ("venue_code", settlement.name.venue.map(Cell.text) ?? .null), ("deal_code", .text(settlement.name.code)),
            ("as_of", .text("\(settlement.asOf)")),
        ]
    }

    private var sums: [(name: String, fen: Int64)] {
        let balance = settlement.balance
        return [
            ("agreed", settlement.agreed), ("planned", settlement.plan.planned), ("received", balance.received),
            ("paid_on", balance.paidOn), ("royalty_in", balance.came(.royalty)), ("royalty_out", balance.out(.royalty)),
            ("fee_held", balance.held(.fee)), ("deposit_held", balance.held(.deposit)), ("held", balance.held),
            ("outstanding", settlement.outstanding), ("overdue", settlement.overdue),
            ("to_refund", settlement.toRefund),
        ]
    }

    private var settledOn: (column: String, value: Cell) {
        ("settled_on", settlement.settledOn.map { .text("\($0)") } ?? .null)
    }

    private var values: [(column: String, value: Cell)] {
        names + sums.map { ("\($0.name)_fen", .integer($0.fen)) } + [settledOn]
    }

    private var valuesForPeople: [(column: String, value: Cell)] {
        names + sums.map { ("\($0.name)_yuan", .text(Amount(fen: $0.fen).groupedYuan)) } + [settledOn]
    }

    /// What is to come in, by the days on which it is due.
    private func showPlan(as format: RowFormat) throws(WriteError) {
        try Terminal.show("")
        var rows = SpokenRows(format, of: .instalment)
        try rows.begin(
            [Column("due_on"), Column("code", isLabel: true), Column("kind")]
                + ["amount_yuan", "still_due_yuan"].map { Column($0, alignment: .right) })
        for (instalment, stillDue) in settlement.instalments {
            try rows.row([
                .text("\(instalment.dueOn)"), .text(instalment.code), .text(instalment.kind.rawValue),
                .text(instalment.amount.groupedYuan), .text(Amount(fen: stillDue).groupedYuan),
            ])
        }
        try rows.endAndTell()
    }

    /// The account, line by line.
    private func showAccount(as format: RowFormat) throws(WriteError) {
        try Terminal.show("")
        var rows = SpokenRows(format, of: .payment)
        try rows.begin(
            [Column("paid_on"), Column("code", isLabel: true), Column("kind")]
                + ["in", "out", "held"].map { Column($0, alignment: .right) })
        for line in settlement.lines {
            let amount = Cell.text(line.payment.amount.groupedYuan)
            try rows.row([
                .text("\(line.day)"), .text(line.code), .text(line.payment.kind.rawValue),
                line.payment.isOut ? .null : amount, line.payment.isOut ? amount : .null,
                .text(Amount(fen: line.held).groupedYuan),
            ])
        }
        try rows.endAndTell()
    }

    private func showObject() throws(WriteError) {
        var object = JSONObject()
        for (name, value) in values { object.add(name, value) }
        object.add(
            "instalments",
            settlement.instalments.map { due in
                var instalment = JSONObject()
                instalment.add("due_on", .text("\(due.instalment.dueOn)"))
                instalment.add("code", .text(due.instalment.code))
                instalment.add("kind", .text(due.instalment.kind.rawValue))
                instalment.add("amount_fen", .integer(due.instalment.amount.fen))
                instalment.add("still_due_fen", .integer(due.stillDue))
                return instalment
            })
        object.add(
            "payments",
            settlement.lines.map { line in
                var payment = JSONObject()
                payment.add("paid_on", .text("\(line.day)"))
                payment.add("code", .text(line.code))
                payment.add("kind", .text(line.payment.kind.rawValue))
                payment.add("direction", .text(line.payment.isOut ? "out" : "in"))
                payment.add("amount_fen", .integer(line.payment.amount.fen))
                payment.add("held_fen", .integer(line.held))
                return payment
            })
        try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
    }
}
