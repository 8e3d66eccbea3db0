import Registry
import RegistryImport
import RegistryStore
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// One line on a terminal that tells how far a big file is: rows, rows a second, time left. Where nobody watches it is
/// nothing at all.
final class ImportProgress: Sendable {
    private let watch: ImportWatch
    private let name: String
    private let sizeBytes: Int
    private let isOver = Atomic(false)
    private let began: Double

    /// - Parameter path: of the file in hand; `-` has no size.
    private init(_ watch: ImportWatch, path: String) {
        self.watch = watch
        name = path.split(separator: "/").suffix(2).joined(separator: "/").visible
        var status = stat()
        sizeBytes = path != "-" && stat(path, &status) == 0 ? Int(status.st_size) : 0
        began = Self.seconds()
    }

    /// Begins to draw the import of a file, in the place of the one before.
    static func begin(_ watch: ImportWatch, path: String) {
        guard Terminal.isWatched else { return }
        end()
        let progress = ImportProgress(watch, path: path)
        drawn.withLock { $0 = (progress, Background { progress.draw() }) }
    }

    /// Ends the drawing and wipes the line; nothing where nothing is drawn.
    static func end() {
        drawn.withLock { drawn in
            guard let (progress, drawing) = drawn else { return }
            progress.isOver.store(true, ordering: .relaxed)
            _ = drawing.wait()
            Terminal.wipe()
            drawn = nil
        }
    }

    private static let drawn = Mutex<(ImportProgress, Background<Void>)?>(nil)

    private func draw() {
        while true {
            // The first line after half a second: a small file is in before anybody has read it.
            for _ in 0..<25 {
                if isOver.load(ordering: .relaxed) { return }
                usleep(20_000)
            }
            Terminal.redraw(Self.line(name, watch.place, sizeBytes: sizeBytes, after: Self.seconds() - began)[.current])
        }
    }

    /// The second pass takes about three times as long as the first.
    private static let firstPart = 0.25

    static func line(_ name: String, _ place: ImportWatch.Place, sizeBytes: Int, after seconds: Double) -> Bilingual {
        let rows = place.isRecording ? place.recorded : place.rows
        let share =
            place.isRecording
            ? firstPart + (1 - firstPart) * Double(place.recorded) / Double(max(1, place.rows))
            : sizeBytes > 0 ? firstPart * min(1, Double(place.bytes) / Double(sizeBytes)) : 0
        let rate = seconds > 0 ? Int(Double(rows) / seconds) : 0
        let left = share > 0.01 ? Words.duration(Int(min(seconds * (1 - share) / share, 359_999).rounded(.up))) : nil
        let deed = place.isRecording ? Words.recorded(rows, of: place.rows) : Words.read(rows)
        return Words.file(name, Words.progress(deed, aSecond: rate, left: left))
    }

    private static func seconds() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
