import Registry
import RegistryStore

extension Words {
    /// Why a correction cannot follow: reads behind the record's name and a colon.
    static func of(_ refusal: CorrectionRefusal) -> String {
        switch refusal {
        case .nothingToCorrect: "nothing to correct; it says so already"
        case .anotherParty(let name):
            "'\(name)' is another name, and so another party; add it with registry add-party, then registry merge-party"
        case .cannotBeCleared(let field): "--clear \(field): it is required; give another value instead"
        case .unknownField(let field, let fields):
            "--clear \(field): no such field; what can be cleared is \(fields.joined(separator: ", "))"
        case .inTheFuture(let day, let today): "\(day) lies in the future; today is \(today)"
        case .beforeItBegan(let day, let began): "\(day) is before it began, on \(began)"
        case .isOver(let kind, let since): "it was \(kind) on \(since), and nothing can follow on that"
        case .beforeALater(let kind, let day):
            "it was \(kind) on \(day), which could not follow then; if that is wrong, void that event first"
        case .twiceOnADay(let kind, let day):
            "it was \(kind) on \(day) already; void that event first, then record the right one"
        case .suspendedAlready(let day): "it is suspended since \(day)"
        case .notSuspended: "it is not suspended then, so that it cannot be resumed"
        case .amountInForce(let amount): "nothing to correct; \(amount.groupedYuan) 元 is in force then already"
        case .belowTechnical(let amount, let technical):
            "the technical amount \(technical.groupedYuan) 元 is more than the new amount \(amount.groupedYuan) 元; if it is wrong, correct it with registry amend-deal --technical-amount"
        case .aboveAmended(let technical, let amended):
            "the technical amount \(technical.groupedYuan) 元 is more than \(amended.groupedYuan) 元, to which the deal was amended; if that is wrong, void that event first"
        case .noEvent(let day): "nothing is recorded of \(day)"
        case .sameName: "nothing to correct; that is its name already"
        case .taken(let name): "\(name) is there already; a code is given once"
        case .takenByMoved(let name, let now): "\(name) was moved to \(now), and its old code points there"
        case .namesListing(let code):
            "it names listing \(code), which is of its venue; first registry amend-deal --clear listing"
        case .namedByDeals(let count):
            "\(count) \(count == 1 ? "deal names" : "deals name") it, and a deal and its listing are of one venue"
        case .sameParty: "a party is not merged into itself"
        case .mergedParty(let name): "it is merged into \(name); use that one, or registry unmerge-party first"
        case .differentCreditCodes(let first, let second):
            "the credit codes differ, \(first) and \(second), so these are two; if one is wrong, correct it with registry amend-party"
        case .notMerged: "it is merged into no other"
        case .holdsMerged(let name): "\(name) is merged into it; registry unmerge-party first"
        case .ownChange(let actor): "it was made by \(actor); a second pair of eyes is another actor's (--actor)"
        case .noCorrection: "it corrects nothing; see registry list corrections"
        case .reviewedAlready(let actor, let change): "it was reviewed by \(actor), change \(change)"
        }
    }

    static func renamed(_ old: RecordName, to new: RecordName) -> String {
        old.noun == .party ? "\(old) is merged into \(new)" : "\(old) was moved to \(new)"
    }

    /// `amount_yuan` as people read it: `amount`.
    static func column(_ name: String) -> String {
        var name = name
        for unit in ["_yuan", "_fen"] where name.hasSuffix(unit) { name = String(name.dropLast(unit.count)) }
        return name.replacing("_", with: " ")
    }

    /// `service_member` as a total is called: `service members`.
    static func total(_ measure: Measure) -> String { measure.rawValue.replacing("_", with: " ") + "s" }
}
