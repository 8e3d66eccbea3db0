import Registry
import RegistryStore

/// Files that later nights took, among which may be the one that a night lacked.
struct LaterFiles {
    private var files: [(file: ArrivedOnNight, night: Day)] = []

    mutating func add(_ file: ArrivedOnNight, countedFor night: Day) {
        if file.arrival.isIn, file.arrival.outcome != .empty { files.append((file, night)) }
    }

    /// The file that a night expected and that came on a later one: the very file that was refused or taken back; or, where
    /// that night has another one for itself, one that is called as the night's own was, or by its day.
    ///
    /// - Parameters:
    ///   - own: what came on the night and is not in.
    ///   - takenBack: changes that count no more.
    func answer(
        to file: ExpectedFile, of night: Day, own: [Arrival], without takenBack: Set<Int64>
    ) -> Arrival? {
        let taken = files.filter { other in
            other.file.venue?.id == file.venue.id && file.isMet(by: other.file.entry)
                && other.file.arrival.stands(without: takenBack)
        }
        let dates = Self.dates(file.nights.time.workingDay(of: night))
        let answers = taken.filter { other in
            let arrival = other.file.arrival
            if own.contains(where: { $0.sha256 == arrival.sha256 }) { return true }
            let isSpare = taken.contains { $0.night == other.night && $0.file.arrival.sha256 != arrival.sha256 }
            return isSpare
                && (own.contains { $0.name == arrival.name } || dates.contains(where: arrival.name.contains))
        }
        return answers.map(\.file.arrival).min { ($0.second, $0.id) < ($1.second, $1.id) }
    }

    /// A day as it stands in names of files.
    private static func dates(_ day: Day) -> [String] {
        let parts = "\(day)".split(separator: "-")
        return ["", "-", "_", "."].map { parts.joined(separator: $0) }
    }
}
