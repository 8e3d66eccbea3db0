import Registry
import RegistryStore
import SystemPackage

/// A file that was imported before, read in the same way, by a change that still stands: it changes nothing (law 7).
extension Importer {
    /// Knows a file again by its digest alone, before a row of it is read. That is taken first only where a file of just
    /// its size was imported, so that one never seen is read once.
    ///
    /// - Returns: whether it was known; then the report is whole. It does not say again what its rows told the first time.
    func recognise(
        _ input: borrowing InputFile, _ path: String, _ options: ImportOptions, into report: inout FileReport
    ) throws(StoreError) -> Bool {
        let digests = try ledger.digests(ofImportsOf: input.sizeBytes, options: options.canonical)
        guard let newest = digests.first else { return false }
        let store = ledger.files
        // Whether its copy is whole is found out meanwhile, on another core.
        let copy = ledger.isRehearsing ? nil : Background { store.isWhole(newest) }
        defer { _ = copy?.wait() }
        let sha256 = input.sha256(watch)
        if watch.isStopWanted { throw .stopped }
        watch.begin()
        guard let sha256, digests.contains(sha256) else { return false }
        let head: FileHead
        do throws(ScanError) { head = try FileHead(of: input, options) } catch {
            // What is wrong with it is said when its rows are read.
            return false
        }
        guard case .success(let venue) = try venue(of: head.map.noun, options) else { return false }
        let file = arrived(path, head.map.noun, venue, sha256: sha256, input.sizeBytes, options)
        guard let before = try ledger.importing(file) else { return false }
        head.tell(&report)
        report.counts.read = before.read
        report.counts.setAside = before.setAside
        let isKept = sha256 == newest && copy?.wait() == true
        let met = try lackedRecords(in: input, options, head.map.noun)
        try answer(input, file, importedBy: before.change, isKept: isKept, met, into: &report)
        return true
    }

    /// Of the records that files lack, those that a known file has; its rows are gone through only where any is lacking.
    private func lackedRecords(
        in input: borrowing InputFile, _ options: ImportOptions, _ noun: Noun
    ) throws(StoreError) -> MetRecords? {
        guard !ledger.isRehearsing, try ledger.hasLacked(noun) else { return nil }
        let names = try ledger.namesOfLacked(noun).filter { $0.venue == options.venue ?? $0.venue }
        guard !names.isEmpty else { return nil }
        do throws(ScanError) {
            return try FileScan(input, options, today: ledger.today, watch: watch).met(among: names)
        } catch {
            if case .stopped = error { throw .stopped }
            // It was read before, and so is known all the same.
            return nil
        }
    }

    /// - Parameters:
    ///   - isKept: whether its copy is known to be whole.
    ///   - met: what it has of the records that files lack. Nothing of it is recorded anew, but they lack no more.
    func answer(
        _ input: borrowing InputFile, _ file: ArrivedFile, importedBy change: Int64, isKept: Bool = false,
        _ met: MetRecords? = nil, into report: inout FileReport
    ) throws(StoreError) {
        report.counts.unchanged = report.counts.read
        report.outcome = .doubled
        if let noun = file.noun {
            report.notices.append(
                .importedBefore(change: change, correctedBy: try ledger.newestCorrection(of: noun, after: change)))
        }
        var findings = ArrivalFindings()
        if let missing = try MissingRecords(keptOf: change, in: ledger) {
            report.found(missing)
            findings.lacking = missing
        }
        if let noun = file.noun, let met { findings.met = (noun, met) }
        guard !ledger.isRehearsing else { return }
        if !isKept, try ledger.keepAgain(input, file) { report.notices.append(.keptAgain) }
        try ledger.record(file, .doubled, report.counts, change: nil, by: author, findings)
    }
}

extension FileScan {
    /// Goes through the rows, to whose end it is then, for records that they name.
    ///
    /// - Parameter names: of the records, each perhaps by several.
    /// - Returns: those that a row has.
    func met(
        among names: [(record: Int64, venue: String, code: String)]
    ) throws(ScanError) -> MetRecords {
        var met = MetRecords(upTo: names.map(\.record).max() ?? 0)
        let byKey = Dictionary(grouping: names) { Array($0.venue.utf8) + [0] + Array($0.code.utf8) }
        var (last, occurrence): ([UInt8], Int) = ([], 0)
        do throws(Errno) {
            while let row = try rows.next() {
                let key = Array(PackedRow.key(row))
                (last, occurrence) = (key, key == last ? occurrence + 1 : 1)
                // A row at fault meets no record.
                if PackedRow.isFaulty(row) { continue }
                // As the codes of such rows are made.
                let isNumbered = occurrence > 1 && !map.codeFrom.isEmpty
                for name in byKey[isNumbered ? key + "#\(occurrence)".utf8 : key] ?? [] { met.add(name.record) }
            }
        } catch {
            throw .spill(error)
        }
        return met
    }
}
