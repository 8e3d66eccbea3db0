import Registry
import SQLite
import Spreadsheets

extension Change {
    /// Records the file that the change's rows came from, once its rows are counted.
    package func record(_ file: ArrivedFile, id: Int64, _ counts: RowCounts) throws(StoreError) {
        let texts = [file.name, file.rowsAre ?? "figure"]
        let numbers = [counts.read, counts.new, counts.changed, counts.unchanged, counts.rejected, counts.setAside]
        try storing { () throws(SQLiteError) in
            try connection.run(
                """
                INSERT INTO source_file (id, name, noun, venue_id, sha256, size_bytes, options, rows_read, rows_new,
                  rows_changed, rows_unchanged, rows_rejected, rows_set_aside, change_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, .integer(id), .text(texts[0]), .text(texts[1]), Value(file.venue), .text(file.sha256),
                .integer(file.sizeBytes), .text(file.options), .integer(numbers[0]), .integer(numbers[1]),
                .integer(numbers[2]), .integer(numbers[3]), .integer(numbers[4]), .integer(numbers[5]),
                .integer(number))
        }
        var line = CSVLine()
        line.appendField(id)
        for text in texts { line.appendField(text) }
        if let venue = file.venue { line.appendField(venue) } else { line.appendNull() }
        line.appendField(file.sha256)
        line.appendField(file.sizeBytes)
        line.appendField(file.options)
        for number in numbers { line.appendField(number) }
        line.appendField(number)
        line.endLine()
        addNew(line, to: SealBook.place(of: "source_file"))
    }

    /// Checks that every id this change wrote into a column that names another record is the id of one.
    ///
    /// Ids run from 1 without a gap, since nothing is deleted, so a span is checked by its ends. This stands in for
    /// `foreign_key_check` over a bulk load, whose foreign keys are off.
    package func checkReferences(of writers: [RecordWriter]) throws(StoreError) {
        for writer in writers {
            for (column, target, span) in writer.references {
                let last = try storing { () throws(SQLiteError) in
                    try connection.first("SELECT coalesce(max(id), 0) FROM \(target.rawValue)") {
                        row throws(SQLiteError) in try row.integer(at: 0)
                    } ?? 0
                }
                guard span.lowerBound >= 1, span.upperBound <= last else {
                    throw .brokenReference(table: writer.noun.rawValue, column: column)
                }
            }
        }
    }
}
