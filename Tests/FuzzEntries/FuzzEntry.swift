import Registry
import RegistryImport
import RegistryStore

/// Where something from outside enters. Each takes any bytes: what is wrong with them is refused by an error of its own, which
/// is no finding; one that ends the process is, and so is a promise that does not hold.
package enum FuzzEntry: String, CaseIterable, Sendable {
    case amount
    case day
    case events
    case profile
    case statement
    case csv
    case json
    case workbook
    case encoded

    /// A promise that did not hold.
    package struct Finding: Error {
        let entry: FuzzEntry
        let told: String
    }

    /// - Parameter isMadeUp: by the fuzzer, which has many more.
    package func take(_ input: UnsafeBufferPointer<UInt8>, isMadeUp: Bool) throws(Finding) {
        switch self {
        case .amount: try takeAmount(input)
        case .day: try takeDay(input)
        case .events:
            guard let events = try? EventList.read(input, of: .deal) else { return }
            let again = try? events.text.withBytes { try EventList.read($0, of: .deal) }
            guard again == events else { throw finding("\(events.text) reads as something else") }
        case .profile:
            let text = String(decoding: input, as: UTF8.self)
            _ = try? VenueProfile(yaml: text, venue: "SH")
        case .statement: try FuzzDesk.shared.ask(String(decoding: input, as: UTF8.self), self)
        case .csv: try FuzzDesk.shared.take(input, as: "deals.csv", self, isMadeUp: isMadeUp)
        case .json: try FuzzDesk.shared.take(input, as: "deals.jsonl", self, isMadeUp: isMadeUp)
        case .workbook: try FuzzDesk.shared.take(input, as: "deals.xlsx", self, isMadeUp: isMadeUp)
        case .encoded: try takeEncoded(input, isMadeUp: isMadeUp)
        }
    }

    /// An amount that is read is written so that it reads as the same, whatever its unit.
    private func takeAmount(_ bytes: Bytes) throws(Finding) {
        for unit in [nil] + MoneyUnit.allCases.map(Optional.some) {
            guard let amount = try? Amount.read(bytes, unit: unit) else { continue }
            let written = amount.yuan
            let again = try? written.withBytes { try Amount.read($0, unit: .yuan) }
            guard again == amount else { throw finding("\(bytes.text) is \(written), which reads as something else") }
        }
    }

    private func takeDay(_ bytes: Bytes) throws(Finding) {
        for format in [nil, DayFormat("dmy"), DayFormat("mdy"), DayFormat("d.m.yyyy")] {
            guard let day = try? Day.read(bytes, format: format) else { continue }
            guard (try? "\(day)".withBytes { try Day.read($0) }) == day else {
                throw finding("\(bytes.text) is \(day), which reads as something else")
            }
        }
    }

    /// The first byte chooses the encoding.
    private func takeEncoded(_ input: UnsafeBufferPointer<UInt8>, isMadeUp: Bool) throws(Finding) {
        guard let first = input.first else { return }
        let names = ["utf-8", "utf-16", "utf-16le", "utf-16be", "gb18030"]
        try FuzzDesk.shared.take(
            UnsafeBufferPointer(rebasing: input.dropFirst()), as: "deals.txt", self,
            encoding: names[Int(first) % names.count], isMadeUp: isMadeUp)
    }

    func finding(_ told: String) -> Finding { Finding(entry: self, told: told) }
}
