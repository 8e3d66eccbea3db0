import Registry
import RegistryStore
import SystemPackage

/// Records the sorted rows of a file, group by group of equal keys.
final class RowsRecording {
    let scan: FileScan
    let file: Int64
    let noun: Noun
    private let venueField: Int?
    private let codeField: Int
    private let countsOccurrences: Bool
    let rejections: RejectionList
    let rejects: RejectBook
    /// Whether the valid rows are taken where others are rejected.
    private let takesPart: Bool
    /// The first row at fault that would have been numbered with others.
    private var numberedTogether: Int64?
    var notices: [ImportNotice] = []
    private(set) var changed: Int64 = 0
    private(set) var unchanged: Int64 = 0
    let doubts: DoubtBook
    var met: MetRecords?
    /// What is wrong with rows for what others of the file say, by row.
    var refusals: [Int64: Refusal] = [:]
    /// Rows that say what another said; of the first hundred each is told.
    var repeatsTold = 0
    var lastCode: [UInt8] = []
    private var occurrence = 0
    /// Room for the longest code and its number.
    private let madeCode = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 256)
    private var madeLength = 0
    /// Of a noun whose records may name others of it.
    let ownField: Int?
    /// Rows that wait for others of the file.
    var waiting = RowSet()
    /// Whether rows may wait.
    var mayWait = true

    init(scan: FileScan, file: Int64, doubts: DoubtBook, rejects: RejectBook, takesPart: Bool) {
        self.doubts = doubts
        (self.rejects, self.takesPart) = (rejects, takesPart)
        self.scan = scan
        self.file = file
        noun = scan.map.noun
        venueField = noun.place(of: "venue")
        codeField = noun.place(of: "code") ?? 0
        countsOccurrences = !scan.map.codeFrom.isEmpty
        ownField = noun.fields.firstIndex { [noun] in $0.kind == .record(noun) }
        rejections = scan.rejections
    }

    deinit { madeCode.deallocate() }

    func take(
        _ group: Range<Int>, of batch: RowBatch, _ rows: BatchRows, _ writer: RecordWriter,
        _ slots: UnsafeMutableBufferPointer<Slot>
    ) throws(StoreError) {
        guard group.count > 1, !countsOccurrences else {
            for index in group { try record(index, of: batch, rows[index], writer, slots) }
            if countsOccurrences, group.count > 1 { noteNumbered(group, rows) }
            return
        }
        let first = rows[group.lowerBound]
        let isFaulty = PackedRow.isFaulty(first)
        let isSame = group.dropFirst().allSatisfy {
            PackedRow.isSame(first, rows[$0]) && PackedRow.isFaulty(rows[$0]) == isFaulty
        }
        guard isSame else {
            let places = group.map { Int(PackedRow.row(rows[$0])) }.sorted()
            for index in group { reject(rows[index], .doubledCode(code(of: rows[index]), rows: places)) }
            return
        }
        try record(group.lowerBound, of: batch, first, writer, slots)
        if waiting.contains(PackedRow.row(first)) { return wait(group, rows) }
        if rejections.has(row: PackedRow.row(first)) {
            return try repeatRejections(group, of: batch, rows, writer, slots)
        }
        for row in group.dropFirst().map({ rows[$0] }) {
            if scan.areRowsTotalled {
                reject(row, .repeatInTotal(code(of: row), first: Int(PackedRow.row(first))))
                continue
            }
            unchanged += 1
            repeatsTold += 1
            guard repeatsTold <= 100 else { continue }
            notices.append(.repeatedRow(row: PackedRow.row(row), first: PackedRow.row(first), code: code(of: row)))
        }
    }

    /// What is wrong with a row is wrong with those that say the same.
    private func repeatRejections(
        _ group: Range<Int>, of batch: RowBatch, _ rows: BatchRows, _ writer: RecordWriter,
        _ slots: UnsafeMutableBufferPointer<Slot>
    ) throws(StoreError) {
        for index in group.dropFirst() { try record(index, of: batch, rows[index], writer, slots) }
    }

    /// Which rejects wait no more, by the rows of a group that were taken.
    func close(
        _ group: Range<Int>, _ rows: BatchRows, _ slots: UnsafeMutableBufferPointer<Slot>
    ) throws(StoreError) {
        var isTaken = false
        for index in group where !rejections.has(row: PackedRow.row(rows[index])) {
            isTaken = true
            guard let reject = scan.mended.reject(ofRow: PackedRow.row(rows[index])) else { continue }
            PackedRow.read(rows[index], to: slots)
            try rejects.took(reject, ofVenue: venueField.flatMap { slots[$0].text?.text })
        }
        if isTaken { try rejects.took(PackedRow.key(rows[group.lowerBound])) }
    }

    private func noteNumbered(_ group: Range<Int>, _ rows: BatchRows) {
        let faulty = group.map { PackedRow.row(rows[$0]) }.filter { rejections.has(row: $0) }.min()
        if let faulty { numberedTogether = min(numberedTogether ?? faulty, faulty) }
    }

    /// Why the valid rows are not taken though others might be rejected. A row that is taken later, without those it is numbered
    /// with, would have another's number.
    var refusalOfPart: FileRefusal? {
        guard countsOccurrences, !rejections.isEmpty else { return nil }
        let row = numberedTogether ?? scan.rowWithoutCode
        return row.map { .rowsNumberedTogether(row: $0) }
    }

    private func record(
        _ index: Int, of batch: RowBatch, _ row: UnsafeRawPointer, _ writer: RecordWriter,
        _ slots: UnsafeMutableBufferPointer<Slot>
    ) throws(StoreError) {
        PackedRow.read(row, to: slots)
        do throws(StoreError) {
            guard !PackedRow.isFaulty(row) else { return try writer.checkNames(UnsafeBufferPointer(slots)) }
            if countsOccurrences {
                countOccurrence(row)
                slots[codeField] = .text(UnsafeBufferPointer(rebasing: madeCode[..<madeLength]))
            }
            if takesPart { try writer.checkParties(UnsafeBufferPointer(slots)) }
            if let refusal = refusals[PackedRow.row(row)] {
                throw StoreError.refused([FieldRefusal(field: fieldOfRefusal, refusal)])
            }
            try checkWhole(UnsafeBufferPointer(slots), writer)
            try meet(index, of: batch, row, writer, UnsafeBufferPointer(slots))
        } catch {
            guard case .refused(let refusals) = error else { throw error }
            // Not those that are numbered: a part of a group would be numbered anew.
            if mayWait, !countsOccurrences, refusals.allSatisfy(\.refusal.mayPass) {
                return waiting.insert(PackedRow.row(row))
            }
            for refusal in refusals {
                let value = refusal.field.flatMap { noun.place(of: $0) }.flatMap { slots[$0].text?.text }
                rejections.add(
                    Rejection(
                        row: PackedRow.row(row), column: refusal.field.map(heading), value: value,
                        refusal: refusal.refusal))
            }
        }
    }

    private func meet(
        _ index: Int, of batch: RowBatch, _ row: UnsafeRawPointer, _ writer: RecordWriter,
        _ slots: UnsafeBufferPointer<Slot>
    ) throws(StoreError) {
        let origin = Origin(file: file, row: PackedRow.row(row), offset: PackedRow.offset(row))
        if scan.map.full != nil, let venueField, let venue = slots[venueField].text,
            let day = noun.begunBy.lazy.compactMap({ [noun] in slots[noun.knownPlace(of: $0)].day }).first
        {
            met?.cover(venue, day)
        }
        let events = try events(slots)
        let meeting: Meeting =
            try writer.mayBeThere(slots)
            ? try writer.meet(
                slots, given: scan.map.given, from: origin, effectiveOn: effectiveOn(slots), events: events,
                batch.references[index])
            : .absent
        if meeting != .absent { met?.add(writer.metRecord) }
        switch meeting {
        case .absent:
            // A code that was made here is not in the packed row, from which the other thread would seal it.
            guard countsOccurrences || noun == .party else {
                batch.ids[index] = try writer.enqueue(slots, &batch.references[index], from: origin)
                if let events { try writer.add(events, of: batch.ids[index], from: origin) }
                return
            }
            guard let id = try writer.add(slots, from: origin) else {
                return reject(row, .doubledCode(code(of: row), rows: [Int(PackedRow.row(row))]))
            }
            if let events { try writer.add(events, of: id, from: origin) }
        case .unchanged: unchanged += 1
        case .changed, .revived: changed += 1
        case .conflict, .suspect:
            unchanged += 1
            if let doubt = writer.doubt { try note(doubt, code(of: row), from: origin) }
        case .doubled: reject(row, .doubledCode(code(of: row), rows: [Int(PackedRow.row(row))]))
        }
    }

    /// Keeps what a person has to decide, and tells the first of it. What was answered is told no more.
    private func note(_ doubt: Doubt, _ name: String, from origin: Origin) throws(StoreError) {
        let item: Int64
        switch try doubts.take(doubt, from: origin) {
        case .answered: return
        case .new(let made): item = made
        case .open(let known): item = known
        }
        guard doubts.total <= 100 else { return }
        notices.append(.forReview(item: item, doubt, row: origin.row, name: name))
    }

    /// Looks at the file as a whole, once its rows are in.
    func look(_ duplicates: DuplicateSearch?, _ amounts: AmountSearch?) throws(StoreError) {
        if let duplicates {
            try duplicates.forEach { doubt, name, origin throws(StoreError) in try note(doubt, name, from: origin) }
            if duplicates.omitted > 0 { notices.append(.duplicatesOmitted(count: duplicates.omitted)) }
        }
        if let amounts {
            for doubt in try amounts.doubts() { try note(doubt, "", from: Origin(wholeFile: file)) }
        }
        if doubts.total > 100 { notices.append(.moreForReview(count: doubts.total - 100)) }
    }

    /// Whether it holds something that, by the venue's profile, lets none of it in.
    var isBlocked: Bool { block != nil }

    var block: FileRefusal? {
        guard rejections.isEmpty || takesPart else { return nil }
        let kinds = Doubt.Kind.allCases.filter { kind in
            scan.map.blocksOn.contains(kind) && (doubts.counts[kind] ?? 0) > 0
        }
        guard !kinds.isEmpty else { return nil }
        let count = kinds.reduce(0) { $0 + (doubts.counts[$1] ?? 0) }
        return .blocked(rows: count, kinds: kinds.map(\.rawValue))
    }

    /// The code of the first row that has it as it is, of the second with `#2`, and so on.
    private func countOccurrence(_ row: UnsafeRawPointer) {
        let key = PackedRow.key(row)
        if lastCode.elementsEqual(key) {
            occurrence += 1
        } else {
            lastCode = Array(key)
            occurrence = 1
        }
        let start = venueField == nil ? 0 : (key.firstIndex(of: 0) ?? -1) + 1
        madeLength = madeCode.update(fromContentsOf: key[start...])
        guard occurrence > 1 else { return }
        madeLength += UnsafeMutableBufferPointer(rebasing: madeCode[madeLength...])
            .update(fromContentsOf: "#\(occurrence)".utf8)
    }

    private func code(of row: UnsafeRawPointer) -> String {
        String(decoding: PackedRow.key(row), as: UTF8.self).split(separator: "\0").joined(separator: "/")
    }

    func heading(_ field: String) -> String { scan.map.heading(of: field) ?? field }

    private func reject(_ row: UnsafeRawPointer, _ refusal: Refusal) {
        rejections.add(
            Rejection(row: PackedRow.row(row), column: heading("code"), value: code(of: row), refusal: refusal))
    }
}
