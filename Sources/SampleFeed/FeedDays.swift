import Registry

extension Day {
    /// Reads `YYYY-MM-DD` and nothing else; nil for days that do not exist.
    init?(_ text: String) {
        guard let day = try? text.withBytes({ bytes throws(Refusal) in try Day.read(bytes) }), "\(day)" == text else {
            return nil
        }
        self = day
    }

    static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }
}
