#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The zone whose days the registry keeps, by its name in the IANA time zone database.
///
/// The C library reads the database and keeps one zone a process; a process opens one registry.
package struct Zone: Hashable, Sendable {
    package let name: String

    package static let standard = "Asia/Shanghai"

    /// Nil where the machine's time zone database has no such zone.
    package init?(named name: String) {
        let isPlain = !name.isEmpty && !name.hasPrefix("/") && !name.contains("..") && !name.contains("\0")
        guard isPlain, Self.isZoneFile("/usr/share/zoneinfo/\(name)") else { return nil }
        self.name = name
        setenv("TZ", name, 1)
        tzset()
    }

    /// Folders and tables lie beside the zones; a zone's file begins with `TZif` (RFC 9636).
    private static func isZoneFile(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var magic = [UInt8](repeating: 0, count: 4)
        return read(file, &magic, 4) == 4 && magic.elementsEqual("TZif".utf8)
    }

    /// The day it is now.
    package func today() -> Day {
        day(ofSecond: Int(time(nil)))
    }

    /// The day of a moment, in seconds since 1970-01-01T00:00:00Z.
    package func day(ofSecond second: Int) -> Day {
        var moment = time_t(second)
        var parts = tm()
        localtime_r(&moment, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? Day(number: 0)
    }

    /// The moment at which `day` is over here, in seconds since 1970-01-01T00:00:00Z.
    package func end(of day: Day) -> Int {
        let next = Day(number: day.number + 1).parts
        var parts = tm()
        parts.tm_year = Int32(next.year - 1900)
        parts.tm_mon = Int32(next.month - 1)
        parts.tm_mday = Int32(next.day)
        parts.tm_isdst = -1
        return Int(mktime(&parts))
    }

    /// The moment of a clock time of `day` here, in seconds since 1970-01-01T00:00:00Z.
    package func second(of day: Day, hour: Int, minute: Int, second: Int) -> Int {
        let date = day.parts
        var parts = tm()
        parts.tm_year = Int32(date.year - 1900)
        parts.tm_mon = Int32(date.month - 1)
        parts.tm_mday = Int32(date.day)
        parts.tm_hour = Int32(hour)
        parts.tm_min = Int32(minute)
        parts.tm_sec = Int32(second)
        parts.tm_isdst = -1
        return Int(mktime(&parts))
    }
}
