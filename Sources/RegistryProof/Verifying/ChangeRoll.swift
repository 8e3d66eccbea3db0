import Registry
import RegistryStore

/// What the check of a row needs to know of the changes: by which format each was sealed, and on which day.
struct ChangeRoll {
    let formats: [SealFormat]
    /// The number of the last change.
    private(set) var last: Int64 = 0
    /// By number; places in ``formats``, -1 for a change that is not there or of an unknown format.
    private var places: [Int8] = [-1]
    private var days: [Int32] = [.max]

    /// Reads all changes, and reports those that are missing or out of order.
    init(_ ledger: Ledger, report: (Finding) -> Void) throws(StoreError) {
        var formats: [SealFormat] = []
        while let format = SealFormat.numbered(Int64(formats.count + 1)) { formats.append(format) }
        self.formats = formats
        var previous: Stamp?
        var last: Int64 = 0
        var places: [Int8] = [-1]
        var days: [Int32] = [.max]
        let zone = ledger.zone
        try ledger.forEachChange { change throws(StoreError) in
            let number = change.number
            // One that does not follow is told, and not believed: its number may be any.
            guard number > last, number - last <= 1000 else {
                return report(Finding(.changeMissing, table: "change", id: last + 1, found: "\(number)"))
            }
            while last + 1 < number {
                last += 1
                report(Finding(.changeMissing, table: "change", id: last, change: last))
                places.append(-1)
                days.append(.max)
            }
            last = number
            let stamp = change.recordedAt.flatMap { Stamp($0) }
            if change.seal == nil || change.sealFormat == nil || stamp == nil {
                report(
                    Finding(
                        .changeNotSealed, table: "change", id: number, change: number,
                        column: change.seal == nil ? "seal" : change.sealFormat == nil ? "seal_format" : "recorded_at",
                        found: change.recordedAt))
            } else if let stamp, let previous, stamp <= previous {
                report(
                    Finding(
                        .stampNotLater, table: "change", id: number, change: number, column: "recorded_at",
                        found: "\(stamp)", expected: "\(previous)"))
            }
            previous = stamp ?? previous
            let format = change.sealFormat ?? Int64(formats.count)
            let isKnown = format >= 1 && format <= Int64(formats.count)
            if !isKnown {
                report(
                    Finding(
                        .formatUnknown, table: "change", id: number, change: number, column: "seal_format",
                        found: "\(format)", expected: "1…\(formats.count)"))
            }
            places.append(isKnown ? Int8(format - 1) : -1)
            days.append(stamp.map { zone.day(ofSecond: Int($0.microseconds / 1_000_000)).number } ?? .max)
        }
        self.last = last
        self.places = places
        self.days = days
    }

    /// The place in ``formats`` of the one that sealed a change; nil where it is not there.
    @inline(__always)
    func format(of change: Int64) -> Int? {
        guard change > 0, change <= last, places[Int(change)] >= 0 else { return nil }
        return Int(places[Int(change)])
    }

    /// The day on which a change was made, in the registry's zone.
    @inline(__always)
    func day(of change: Int64) -> Int32 {
        change > 0 && change <= last ? days[Int(change)] : .max
    }
}
