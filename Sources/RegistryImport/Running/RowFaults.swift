import Registry
import Spreadsheets

/// What is wrong with a row as a row of its file, before any of its cells is read.
enum RowFaults {
    /// Its faults, else its length.
    static func rejections(of record: CSVRecord, _ encoding: TextEncoding, headings: [String]) -> [Rejection] {
        let row = Int64(record.row)
        guard record.faults.isEmpty else {
            return record.faults.map { fault in
                let column = fault.column.flatMap { $0 < headings.count ? headings[$0] : nil }
                return Rejection(row: row, column: column, value: nil, refusal: Self.refusal(fault, record, encoding))
            }
        }
        let fields = record.fieldCount
        let refusal: Refusal =
            fields < headings.count
            ? .shortRow(fields: fields, headings: headings.count) : .longRow(fields: fields, headings: headings.count)
        return [Rejection(row: row, column: nil, value: shortened(record.rawBytes.text), refusal: refusal)]
    }

    /// Whether the row can be read: nothing is wrong with it but what stands in cells of no use.
    @inline(__always)
    static func canBeRead(_ record: CSVRecord, _ map: ColumnMap) -> Bool {
        record.faults.isEmpty || record.faults.allSatisfy { $0.isOfCell && !map.reads($0.column) }
    }

    static func refusal(_ fault: CSVFault, _ record: CSVRecord, _ encoding: TextEncoding) -> Refusal {
        var text: String {
            fault.column.map { $0 < record.fieldCount ? shortened(record.field($0).text) : "" } ?? ""
        }
        return switch fault.kind {
        case .strayQuote: .strayQuote
        case .textAfterQuote: .textAfterQuote
        case .unclosedQuote: .unclosedQuote
        case .nulByte: .nulByte
        case .invalidUTF8: encoding == .utf8 ? .notUTF8(text) : .notInEncoding(text, encoding: encoding.rawValue)
        case .bareCarriageReturn: .bareCarriageReturn
        case .tooLong: .rowTooLong(most: 4 << 20)
        case .replacementCharacter: .lostCharacter(text)
        case .errorCell: .errorCell(text)
        case .formulaWithoutValue: .formulaWithoutValue
        case .tooManyDigits: .tooManyDigits(text)
        case .brokenJSON: .brokenJSON
        case .noObject: .noObject
        case .nestedValue: .nestedValue
        case .doubledKey: .doubledKey
        }
    }

    static func shortened(_ text: String) -> String {
        text.count > 200 ? text.prefix(200) + "…" : text
    }
}
