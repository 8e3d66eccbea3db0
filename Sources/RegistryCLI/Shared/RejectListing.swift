import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

/// Rows that imports did not take: what `list rejects` shows.
enum RejectListing {
    /// - Parameters:
    ///   - venue: only those of this one.
    ///   - all: whether those that wait no more are shown too.
    ///   - most: rows; 0 for all.
    static func show(of ledger: Ledger, venue: String?, all: Bool, most: Int, as format: RowFormat) throws {
        let page = Page(format)
        page.columns =
            format.isForPeople
            ? ["reject", "venue_code", "code", "file_name", "file_row", "reason"] + (all ? ["state"] : []) + [
                "change_id"
            ]
            : columns
        try ledger.forEachReject { reject throws(StoreError) in
            guard all || reject.state == .open, venue == nil || reject.row.venue == venue else { return true }
            return page.take(page.columns.map { cell($0, of: reject) }, most: most)
        }
        try page.finish()
        if page.hasMore { Terminal.say(Words.first(most)) }
    }

    private static let columns = [
        "reject", "state", "noun", "venue_code", "code", "file_name", "file_row", "headings", "cells", "reasons",
        "reasons_zh", "change_id", "rejected_at", "closed_by", "closed_at", "close_reason", "close_change_id",
    ]

    /// One of them whole.
    static func show(_ reject: Reject, as format: RowFormat) throws {
        try OneRecord(hasLines: true, values: columns.map { ($0, cell($0, of: reject)) }).show(as: format)
    }

    private static func cell(_ column: String, of reject: Reject) -> Cell {
        switch column {
        case "reject": .text(reject.number)
        case "state": .text(reject.state.rawValue)
        case "noun": .text(reject.noun.rawValue)
        case "venue_code": reject.row.venue.map(Cell.text) ?? .null
        case "code": reject.row.code.map(Cell.text) ?? .null
        case "file_name": .text(reject.fileName)
        case "file_row": .integer(reject.row.row)
        case "headings": .text(reject.row.headings)
        case "cells": .text(reject.row.cells)
        case "reason": .text(Words.inOneLine(reject.row.reasons)[.current])
        case "reasons": .text(reject.row.reasons.english)
        case "reasons_zh": .text(reject.row.reasons.chinese)
        case "change_id": .integer(reject.change)
        case "rejected_at": .text(reject.rejectedAt)
        case "closed_by": reject.closing.map { .text($0.actor) } ?? .null
        case "closed_at": reject.closing.map { .text($0.recordedAt) } ?? .null
        case "close_reason": reject.closing?.reason.map(Cell.text) ?? .null
        case "close_change_id": reject.closing.map { .integer($0.number) } ?? .null
        default: .null
        }
    }
}
