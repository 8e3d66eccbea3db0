import Registry
import RegistryStore
import TestSupport
import Testing

@testable import RegistryImport

/// A registry whose venues have profiles, files that came on nights of 2022, and the scoreboard at a time of then.
final class NightBoard {
    let desk: ImportDesk

    init() throws {
        desk = try ImportDesk()
        for (code, name) in [("HZ", "西湖技术交易中心"), ("NB", "甬江技术市场")] {
            _ = try desk.ledger.add(
                .venue, ["code": code, "name": name, "network": "core", "joined_on": "2022-06-20"],
                by: ImportDesk.author)
        }
    }

    static func day(_ text: String) throws -> Day {
        try text.withBytes { bytes throws(Refusal) in try Day.read(bytes) }
    }

    /// A time of day here, `2022-06-21 18:00`.
    func second(_ text: String) throws -> Int {
        let parts = text.split(separator: " ")
        let clock = try #require(parts.last?.split(separator: ":").compactMap { Int($0) })
        return desk.ledger.zone.second(of: try Self.day(String(parts[0])), hour: clock[0], minute: clock[1], second: 0)
    }

    func setProfile(_ entry: String, of venues: String...) throws {
        for venue in venues {
            _ = try desk.ledger.setProfile("files:\n  - {\(entry)}\n", ofVenue: venue, by: ImportDesk.author)
        }
    }

    /// A venue's file that was put in its folder at a time, and taken by the run of a night.
    @discardableResult
    func take(
        _ lines: [String], of venue: String, as name: String = "deals.csv", placed: String, night: String
    ) throws -> FileReport {
        try desk.folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "\(venue)-\(name)")
        var importer = Importer(desk.ledger, author: ImportDesk.author)
        importer.night = try Self.day(night)
        importer.placedAt = Stamp(microseconds: Int64(try second(placed)) * 1_000_000)
        importer.acceptance = .asTolerated
        importer.wording = { Bilingual("\($0.column ?? "row"): wrong", "\($0.column ?? "行")：错") }
        importer.reason = { "\($0.faultyRows) at fault" }
        var options = ImportOptions()
        options.venue = venue
        return try importer.run(desk.folder.file("\(venue)-\(name)"), options)
    }

    /// So many deals of 100 yuan each.
    static func deals(_ codes: ClosedRange<Int>, yuan: Int = 100) -> [String] {
        ["code,kind,amount_yuan,signed_on"] + codes.map { "D-\($0),transfer,\(yuan),2022-06-10" }
    }

    func board(_ night: String, at now: String) throws -> Scoreboard {
        try Scoreboard(of: Self.day(night), in: desk.ledger, now: second(now))
    }

    func behind(asOf day: String, at now: String, knownAt change: Int64? = nil) throws -> [String] {
        let moment = try change.map { number throws(StoreError) in try desk.ledger.moment(ofChange: number) }
        return try desk.ledger.venuesBehind(asOf: Self.day(day), knownAt: moment, now: second(now))
    }
}

extension Scoreboard {
    /// `SH arrived`, for each venue.
    var states: [String] { venues.map { "\($0.venue?.code ?? "-") \($0.state.rawValue)" } }
    /// `SH missing`, for each alarm.
    var alarmNames: [String] { alarms.map { "\($0.venue?.code ?? "-") \($0.alarm.name)" } }
}
