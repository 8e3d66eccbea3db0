import RegistryStore
import Spreadsheets

extension JSONObject {
    /// The change that a command made, when, and its seal: null where none was made.
    mutating func add(_ receipt: Receipt?, isDryRun: Bool) {
        add("change", receipt.map { .integer($0.change) } ?? .null)
        add("recorded_at", receipt.map { .text($0.recordedAt) } ?? .null)
        add("seal", receipt.map { .text($0.seal) } ?? .null)
        add("dry_run", .boolean(isDryRun))
    }
}

extension Receipt {
    /// Says the line that takes the whole change back.
    func sayHowToTakeBack() { Terminal.say(Words.takeBack(change: change)) }
}
