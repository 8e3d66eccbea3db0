import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

/// What the figures of a report are made of, and how the deals are spread.
extension ReportBasis {
    func parts() throws -> ReportPage.Section {
        var section = ReportPage.Section("parts", say(ReportWords.parts))
        let names = try venueNames()
        let groups = { (grouping: Grouping) throws(StoreError) in
            try ledger.totals(of: .upTo(asOf), knownAt: moment, by: [grouping])
        }
        let (byVenue, byField, byKind, byRegion) = try (groups(.venue), groups(.field), groups(.kind), groups(.region))
        let all = [Metric.listings, .deals, .dealAmount]
        section.tables = [
            table(byVenue, Words.column("venue"), all) { key in names[key].map { "\(key) \($0)" } ?? key },
            table(byField, ReportWords.field, all) { term($0, in: .field) },
            table(byKind, ReportWords.contractKind, [.deals, .dealAmount]) { term($0, in: .dealKind) },
            table(byKind, ReportWords.achievementKind, [.listings]) { term($0, in: .achievementKind) },
            table(byRegion, ReportWords.region, all) { $0.isEmpty ? say(ReportWords.none) : $0 },
        ].compactMap { $0 }
        return section
    }

    /// The largest first, with the share of each in the last of the metrics; nil where no group has any of them.
    private func table(
        _ groups: [GroupTotals], _ title: Bilingual, _ metrics: [Metric], _ name: (String) -> String
    ) -> ReportPage.Table? {
        let filled = groups.filter { group in metrics.contains { $0.value(of: group.totals) != 0 } }
        guard let measured = metrics.last, !filled.isEmpty else { return nil }
        let shareName = measured.isMoney ? ReportWords.share : ReportWords.shareOfNumber
        var table = ReportPage.Table(
            say(ReportWords.by(title)), [say(title)] + metrics.map(self.name) + [say(shareName)],
            numbers: Set(1...metrics.count + 1))
        let whole = measured.value(of: totals)
        let ordered = filled.enumerated().sorted { left, right in
            let values = [left, right].map { side in metrics.reversed().map { $0.value(of: side.element.totals) } }
            return values[0] == values[1] ? left.offset < right.offset : values[1].lexicographicallyPrecedes(values[0])
        }.map(\.element)
        for group in ordered {
            let part = measured.value(of: group.totals)
            table.rows.append(
                [name(group.key)] + metrics.map { text($0, $0.value(of: group.totals)) } + [percent(part, of: whole)])
            table.shares.append(share(part, of: whole))
        }
        table.rows.append([say(Words.column("total"))] + metrics.map { text($0, $0.value(of: totals)) } + [""])
        if measured.isMoney { table.notes = misses(of: filled.map(\.totals)) }
        return table
    }

    private func venueNames() throws -> [String: String] {
        var names: [String: String] = [:]
        let viewpoint = Viewpoint(knownAt: moment)
        try ledger.list(.noun(.venue), Filter(), from: viewpoint, columns: ["code", "name"]) { _ throws(StoreError) in
        } row: { cells throws(StoreError) in
            names[cells[0].plainText] = cells[1].plainText
            return true
        }
        return names
    }

    func concentration(_ spread: DealSpread) -> ReportPage.Section {
        var section = ReportPage.Section("concentration", say(ReportWords.concentration))
        let count = spread.amounts.count
        guard count > 0 else {
            section.paragraphs.append(say(ReportWords.noDeals))
            return section
        }
        let whole = spread.sum(ofLargest: count)
        var shares = ReportPage.Table(
            say(ReportWords.topShares),
            [say(ReportWords.deal), name(.deals), name(.dealAmount), say(ReportWords.share)], numbers: [1, 2, 3])
        let tops =
            [10, 100].filter { $0 < count }.map { ($0, ReportWords.largest($0)) }
            + [1, 10].filter { count * $0 >= 100 }.map { ((count * $0 + 99) / 100, ReportWords.largest(percent: $0)) }
        for (top, name) in tops {
            let fen = spread.sum(ofLargest: top)
            shares.rows.append([say(name), grouped(String(top)), money(fen), percent(fen, of: whole)])
            shares.shares.append(share(fen, of: whole))
        }
        if !shares.rows.isEmpty { section.tables.append(shares) }
        var deals = ReportPage.Table(
            say(ReportWords.largestDeals),
            [say(ReportWords.deal)]
                + [ReportWords.dealTitle, Words.column("kind"), Words.column("signed_on")].map(say)
                + [name(.dealAmount), say(ReportWords.share)],
            numbers: [4, 5])
        for deal in spread.largest {
            deals.rows.append([
                deal.name, deal.title ?? "", term(deal.kind, in: .dealKind), deal.signedOn, money(deal.fen),
                percent(deal.fen, of: whole),
            ])
            deals.shares.append(share(deal.fen, of: whole))
        }
        section.tables.append(deals)
        return section
    }

    func regions(_ spread: DealSpread) -> ReportPage.Section {
        var section = ReportPage.Section("regions", say(ReportWords.regions))
        let whole = spread.withinRegion + spread.acrossRegions + spread.regionUnknown
        if whole.count > 0 {
            var table = ReportPage.Table(
                say(ReportWords.acrossRegions),
                [say(ReportWords.parties), name(.deals), say(ReportWords.shareOfNumber), name(.dealAmount)]
                    + [say(ReportWords.share)], numbers: [1, 2, 3, 4])
            for (name, total) in [
                (ReportWords.within, spread.withinRegion), (ReportWords.across, spread.acrossRegions),
                (ReportWords.unknownRegion, spread.regionUnknown),
            ] {
                table.rows.append([
                    say(name), grouped(String(total.count)), percent(total.count, of: whole.count), money(total.fen),
                    percent(total.fen, of: whole.fen),
                ])
                table.shares.append(share(total.fen, of: whole.fen))
            }
            section.tables.append(table)
        }
        guard let lower = spread.days(atPercent: 25), let median = spread.days(atPercent: 50),
            let upper = spread.days(atPercent: 75)
        else {
            section.paragraphs.append(say(ReportWords.noDays))
            return section
        }
        var days = ReportPage.Table(
            say(ReportWords.days), [say(Words.column("measure")), say(ReportWords.number)], numbers: [1])
        for (name, value) in [(ReportWords.lower, lower), (ReportWords.median, median), (ReportWords.upper, upper)] {
            days.rows.append([say(name), grouped(String(value))])
        }
        days.notes.append(say(ReportWords.daysNote(spread.daysFromListing.count)))
        section.tables.append(days)
        return section
    }
}
