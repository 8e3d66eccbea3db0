import Registry
import RegistryStore

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
        try answer(input, file, importedBy: before.change, isKept: isKept, into: &report)
        return true
    }

    /// - Parameter isKept: whether its copy is known to be whole.
    func answer(
        _ input: borrowing InputFile, _ file: ArrivedFile, importedBy change: Int64, isKept: Bool = false,
        into report: inout FileReport
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
        guard !ledger.isRehearsing else { return }
        if !isKept, try ledger.keepAgain(input, file) { report.notices.append(.keptAgain) }
        try ledger.record(file, .doubled, report.counts, change: nil, by: author, findings)
    }
}
