import TestSupport

import struct Registry.Day

@testable import SampleFeed

/// A feed that was written to disk and is read back from its files alone.
struct WrittenFeed {
    struct Record {
        let venue: String
        let code: String
        let fen: Int64?
        let day: Day
        let cells: [String: String]
    }

    private let files: [String: [UInt8]]
    let venues: [[String: String]]
    let records: [String: [Record]]

    static let shared = Result { try WrittenFeed() }

    init() throws {
        let folder = try TestFolder()
        try Feed(figures: PublishedFigures()).write(to: OutputFolder(path: folder.path))
        var files: [String: [UInt8]] = [:]
        for name in ["venues.csv", "figures.csv"] { files[name] = folder.bytes(name) }
        venues = Self.keyed(folder.rows("venues.csv"))
        var records: [String: [Record]] = [:]
        for venue in venues where venue["network"] == "core" {
            for kind in [
                "parties", "intentions", "listings", "deals", "instalments", "payments", "certificates", "services",
                "registrations", "demands",
            ] {
                let name = "\(venue["code"] ?? "")/\(kind).csv"
                files[name] = folder.bytes(name)
                guard ["intentions", "listings", "deals"].contains(kind) else { continue }
                records[kind, default: []] += Self.keyed(folder.rows(name)).compactMap { Self.record($0, kind) }
            }
        }
        self.records = records
        self.files = files
    }

    func bytes(_ name: String) -> [UInt8]? { files[name] }

    func rows(_ name: String) -> [[String]] { CSVText.rows(files[name] ?? []) }

    func records(_ kind: String, through day: Day) -> [Record] {
        (records[kind] ?? []).filter { $0.day <= day }
    }

    /// Rows by heading; a byte-order mark is taken off the first heading. A row of another width is left out, and missed.
    static func keyed(_ rows: [[String]]) -> [[String: String]] {
        guard var headings = rows.first else { return [] }
        headings[0] = String(String.UnicodeScalarView(headings[0].unicodeScalars.filter { $0 != "\u{FEFF}" }))
        return rows.dropFirst().filter { $0.count == headings.count }.map { row in
            Dictionary(zip(headings, row)) { first, _ in first }
        }
    }

    private static func record(_ cells: [String: String], _ kind: String) -> Record? {
        let days = [
            "received_on", "意向登记日期", "signed_on", "成交日期", "合同签署日期", "签订日期", "listed_on", "挂牌起始日期", "挂牌开始日期",
            "信息披露起始日期",
        ]
        let codes = ["code", "科技成果编号", "合同编号", "技术合同编号", "项目编号"]
        guard let venue = cells["venue"] ?? cells["交易场所"], let code = codes.compactMap({ cells[$0] }).first,
            let day = days.compactMap({ cells[$0] }).compactMap({ Day($0) }).first
        else { return nil }
        return Record(
            venue: venue, code: code, fen: fen(cells, ["amount_yuan", "成交金额", "成交总金额", "意向金额"]), day: day, cells: cells)
    }

    /// An amount under one of the headings, with the heading's unit.
    static func fen(_ cells: [String: String], _ headings: [String]) -> Int64? {
        for heading in headings {
            for (suffix, decimals) in [("", 2), ("（元）", 2), ("（万元）", 6)] {
                guard let text = cells[heading + suffix] else { continue }
                let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                let rest = parts.count == 2 ? parts[1] : ""
                guard parts.count <= 2, rest.utf8.count <= decimals else { return nil }
                return Int64(parts[0] + rest + String(repeating: "0", count: decimals - rest.utf8.count))
            }
        }
        return nil
    }
}
