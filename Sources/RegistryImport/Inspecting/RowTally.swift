import Registry
import Spreadsheets

/// Reads the rows of a file as import would, and counts what it could not take.
struct RowTally {
    var found: FileInspection
    private let map: ColumnMap
    private let rows: RowReading
    private let encoding: TextEncoding
    private var totals: TotalRows
    private let places: [String: Int]
    private static let (mostWords, mostFaults, mostFirstRows) = (500, 3, 3)

    init(_ found: FileInspection, _ map: ColumnMap, _ rows: RowReading, _ encoding: TextEncoding) {
        self.found = found
        self.map = map
        self.rows = rows
        self.encoding = encoding
        totals = TotalRows(map)
        places = Dictionary(map.headings.enumerated().map { ($1.text, $0) }) { first, _ in first }
    }

    mutating func take(_ record: CSVRecord) {
        if record.isBlank || (RowFaults.canBeRead(record, map) && totals.isNoData(record)) {
            found.rowsSetAside += 1
            return
        }
        found.rowsRead += 1
        guard RowFaults.canBeRead(record, map), record.fieldCount == map.uses.count else {
            let faults = RowFaults.rejections(of: record, encoding, headings: map.headings.map(\.text))
            found.rowsAtFault += 1
            found.rowFaultCount += faults.count
            for fault in faults where found.rowFaults.count < Self.mostFaults { found.rowFaults.append(fault) }
            return
        }
        var faults: [Rejection] = []
        let slots = rows.read(record) { column, value, refusal in
            faults.append(Rejection(row: Int64(record.row), column: column, value: value, refusal: refusal))
        }
        if !faults.isEmpty { found.rowsAtFault += 1 }
        for fault in faults { take(fault) }
        if found.firstRows.count < Self.mostFirstRows {
            let faulty = Set(faults.compactMap { $0.column.flatMap { places[$0] } })
            found.firstRows.append((record.row, values(slots, without: faulty)))
        }
    }

    private mutating func take(_ fault: Rejection) {
        guard let place = fault.column.flatMap({ places[$0] }) else {
            found.rowFaultCount += 1
            if found.rowFaults.count < Self.mostFaults { found.rowFaults.append(fault) }
            return
        }
        switch fault.refusal {
        case .unknownTerm(let word, let vocabulary):
            found.columns[place].vocabulary = vocabulary
            if found.columns[place].words[word] == nil, found.columns[place].words.count >= Self.mostWords {
                found.columns[place].wordsOmitted += 1
            } else {
                found.columns[place].words[word, default: 0] += 1
            }
        case .amountWithoutUnit: found.columns[place].withoutUnit += 1
        default:
            found.columns[place].faultCount += 1
            if found.columns[place].faults.count < Self.mostFaults { found.columns[place].faults.append(fault) }
        }
    }

    private func values(
        _ slots: UnsafeBufferPointer<Slot>, without faulty: Set<Int>
    ) -> [(field: String, value: Bilingual)] {
        let open = Set(faulty.compactMap { map.uses[$0].field })
        return zip(map.noun.fields, slots).enumerated().compactMap { place, pair in
            let (field, slot) = pair
            guard !open.contains(place) else { return nil }
            switch slot {
            case .null: return nil
            case .amount(let amount): return (field.name, amount.spoken)
            case .day(let day): return (field.name, Bilingual(same: "\(day)"))
            case .term(let place):
                guard case .term(let vocabulary) = field.kind else { return nil }
                return (field.name, Bilingual(same: vocabulary.terms[Int(place)].code))
            case .text(let bytes): return (field.name, Bilingual(same: RowFaults.shortened(bytes.text)))
            }
        }
    }
}
