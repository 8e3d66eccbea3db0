import Registry
import RegistryStore
import SystemPackage

/// The second of two passes over a file: its sorted rows are held against the registry and recorded, in one change.
struct FileWriting {
    let importer: Importer
    let file: ArrivedFile
    let scan: FileScan
    /// On which terms the valid rows are taken where others are rejected; nil where all are or none.
    let terms: AcceptanceTerms?

    private var ledger: Ledger { importer.ledger }
    private var author: Author { importer.author }
    private var rejections: FileRejections { FileRejections(importer: importer, scan: scan, name: file.name) }

    func write(_ input: borrowing InputFile, into report: inout FileReport) throws(StoreError) {
        scan.head.tell(&report, ofRows: scan.notices.filter { !$0.isOfPart })
        report.counts.read = scan.counts.read
        report.counts.setAside = scan.counts.setAside
        if let before = try ledger.importing(file), before.read == scan.counts.read {
            return try importer.answer(input, file, importedBy: before.change, into: &report)
        }
        guard scan.counts.read > 0 else {
            report.outcome = .empty
            report.notices.append(.onlyHeading)
            return try arrive(report)
        }
        try record(input, into: &report)
    }

    private func record(_ input: borrowing InputFile, into report: inout FileReport) throws(StoreError) {
        var before: [(Figure, Int64)] = []
        var refused: RowsRecording?
        var refusal: FileRefusal?
        var findings = report
        var told = ArrivalFindings()
        var copy: FileCopy?
        defer { copy?.end() }
        func beginCopy() { if copy == nil { copy = copyOf(input) } }
        do throws(StoreError) {
            let receipt = try ledger.write(by: author) { change throws(StoreError) in
                // Under the write lock: another importer may have come in between.
                before = try figures()
                let fileID = try ledger.nextFileID()
                let rejects = try RejectBook(change, file, id: fileID)
                let rows = RowsRecording(
                    scan: scan, file: fileID, doubts: DoubtBook(change), rejects: rejects, takesPart: terms != nil)
                refused = rows
                let desk = try WriterDesk(change)
                let writer = try desk.writer(of: scan.map.noun)
                let duplicates = try DuplicateSearch(writer, rows: scan.counts.read, venue: file.venue)
                let amounts = AmountSearch(writer)
                let payments = try PaymentLook(scan.paid, by: desk, numbersRows: !scan.map.codeFrom.isEmpty)
                rows.refusals = try payments.refusals().merging(desk.refusals(of: scan.certified)) { first, _ in first }
                let isAwaited = try ledger.hasLacked(scan.map.noun)
                try rows.run(writer, importer.watch, isAwaited: isAwaited, whenRecorded: beginCopy)
                if try rows.rejectRows(payments.faults()) { throw .refused([]) }
                if !rows.rejections.isEmpty {
                    guard let terms else { throw .refused([]) }
                    if !importer.keepsRefusal, rows.rejections.lackingRecords > 0 {
                        findings.isToBeTriedAgain = true
                        throw .refused([])
                    }
                    refusal = rows.refusalOfPart ?? terms.refusal(rows.rejections, read: scan.counts.read)
                    if refusal != nil { throw .refused([]) }
                }
                try rows.look(duplicates, amounts)
                if rows.isBlocked { throw .refused([]) }
                try desk.finish()
                findings.counts.new = writer.added
                findings.counts.changed = rows.changed
                findings.counts.unchanged = rows.unchanged
                findings.counts.conflicts = rows.doubts.total
                findings.doubts = rows.doubts.counts
                findings.notices += rows.notices
                findings.counts.rejected = rows.rejections.rows
                if rows.met?.isComplete == true, !rows.rejections.isEmpty { findings.notices.append(.missingUntold) }
                if let met = rows.met, rows.rejections.isEmpty,
                    let missing = try MissingRecords(met, of: scan.map.noun, in: ledger)
                {
                    findings.found(missing)
                    // They are looked for once more as they are kept, in all that the file covers.
                    if missing.count > 0 { told.lacking = missing }
                }
                if scan.map.noun != .party, desk.madeParties > 0 {
                    findings.notices.append(.partiesMade(count: desk.madeParties, names: desk.madeNames))
                }
                findings.take(rows.rejections)
                findings.notices += scan.notices.filter(\.isOfPart)
                findings.sheets = try rejections.write(rows.rejections, from: input) { row throws(StoreError) in
                    let reject = try rejects.keep(row.row, mending: row.mending)
                    return ledger.isRehearsing ? nil : reject
                }
                told.repeatedRejects = rejects.repeated
                if isAwaited, let met = rows.met { told.met = (scan.map.noun, met) }
                findings.closedRejects = rejects.repeatedClosed
                if rejects.repeatedClosed > 0 {
                    findings.notices.append(.rejectsKnown(count: rejects.repeatedClosed))
                }
                let closed = try rejects.finish()
                if closed > 0 { findings.notices.append(.rejectsClosed(count: closed)) }
                guard !change.isEmpty else { return }
                beginCopy()
                try change.record(file, id: fileID, findings.counts)
                try change.checkReferences(of: [writer])
            } whenSealed: { receipt throws(StoreError) in
                findings.moved = try ledger.moved(by: receipt.change)
                findings.figures = moves(from: before, to: try figures())
                try ledger.record(file, .imported, findings.counts, change: receipt.change, by: author, told)
                try copy?.publish()
            }
            report = findings
            report.receipt = ledger.isRehearsing ? nil : receipt
            report.outcome = receipt == nil ? .unchanged : .imported
            if receipt == nil { try arrive(report, told) }
        } catch {
            guard case .refused(let why) = error, why.isEmpty, let rows = refused else { throw error }
            report.take(rows.rejections)
            // All or nothing: with the rows at fault, the whole file is rejected.
            report.counts.rejected = report.counts.read
            report.refusal = refusal ?? rows.block
            report.isToBeTriedAgain =
                findings.isToBeTriedAgain
                || !importer.keepsRefusal && !rows.rejections.isEmpty
                    && rows.rejections.lackingRecords == rows.rejections.count
            report.notices += rows.notices.map(\.withoutItem)
            if !report.isToBeTriedAgain {
                report.sheets = try rejections.write(rows.rejections, from: input) { $0.mending }
            }
            try arrive(report)
        }
    }

    /// Begun with the first row to be recorded; none in a dry run, nor of a file that will be refused.
    private func copyOf(_ input: borrowing InputFile) -> FileCopy? {
        let isTaken =
            scan.rejections.isEmpty
            || terms.map { $0.refusal(scan.rejections, read: scan.counts.read) == nil } ?? false
        return ledger.isRehearsing || !isTaken ? nil : FileCopy(of: input, file, in: ledger.files)
    }

    private func arrive(
        _ report: FileReport, _ findings: ArrivalFindings = ArrivalFindings()
    ) throws(StoreError) {
        guard !ledger.isRehearsing, !report.isToBeTriedAgain else { return }
        var file = file
        if report.outcome == .refused { file.refusal = importer.reason(report) }
        try ledger.record(file, report.outcome, report.counts, change: nil, by: author, findings)
    }

    private func figures() throws(StoreError) -> [(Figure, Int64)] {
        var values: [(Figure, Int64)] = []
        var totals: [Day: [Measure: Total]] = [:]
        for kept in try ledger.figures() {
            let day = kept.figure.asOf
            if totals[day] == nil { totals[day] = try ledger.totals(asOf: day, knownAt: nil) }
            let total = totals[day]?[kept.figure.metric.measure] ?? Total()
            values.append((kept.figure, kept.figure.metric.value(of: total)))
        }
        return values
    }

    private func moves(from before: [(Figure, Int64)], to after: [(Figure, Int64)]) -> [FigureMove] {
        zip(before, after).filter { $0.1 != $1.1 }.map { FigureMove(figure: $0.0, before: $0.1, after: $1.1) }
    }
}
