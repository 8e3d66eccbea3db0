import Registry
import RegistryImport
import Spreadsheets

extension Words {
    static func of(_ refusal: FileRefusal) -> String {
        switch refusal {
        case .missing: "no such file"
        case .unreadable(let code): "cannot be read: \(system(code))"
        case .notAFile: "is no plain file"
        case .empty: "is empty: not even a heading row"
        case .unknownNoun(let headings):
            "cannot be told what its rows are from the headings (\(headings.joined(separator: ", "))); say it with --kind"
        case .titleUnitDisagrees(let title, let heading):
            "says \(title.chinese) above the headings, but '\(heading)' in them; tell with --unit which counts where a heading has none"
        case .figuresFile: "holds published figures; use registry figures import"
        case .calendarFile: "reads as a calendar of working days; import it with --kind calendar"
        case .missingHeadings(let noun, let fields):
            "lacks for \(noun.plural): \(fields.joined(separator: ", ")); name the column with --column HEADING=FIELD,"
                + " or set it for all rows with --set FIELD=VALUE"
        case .doubledHeading(let field, let headings):
            "gives \(field) more than once: \(headings.joined(separator: ", "))"
        case .unknownColumn(let heading, let headings):
            "has no heading '\(heading)'; it has \(headings.joined(separator: ", "))"
        case .unknownField(let noun, let field):
            "'\(field)' is no field of a \(noun.rawValue); fields are \(noun.fields.map(\.heading).joined(separator: ", "))"
        case .brokenHeading(let place): "has a broken heading row: \(of(place.refusal))"
        case .form(let fault): of(fault)
        case .undecodableHeading(let encoding): "has a heading row that is not \(encoding.rawValue)"
        case .noText: "is no text and no workbook: its bytes are those of some other program"
        case .noHeadingRow(let row): "has nothing in row \(row), where its headings were told to stand"
        case .noEntry(let patterns):
            "the profile says nothing of a file of this name; it does of \(patterns.joined(separator: ", "))"
        case .brokenProfile(let venue, let faults):
            "the profile kept of \(venue) cannot be used: \(faults.all.first.map(of) ?? "")"
        case .missingFigureHeadings(let headings): "lacks for figures: \(headings.joined(separator: ", "))"
        case .missingCalendarHeadings(let fields, let headings):
            "lacks for a calendar: \(fields.joined(separator: ", ")) (it has \(headings.joined(separator: ", "))); headings are "
                + "day (日期), is_working (是否工作日, 类型) and name (名称), or name the column with --column HEADING=FIELD"
        case .noTemporaryFile(let code):
            "cannot be sorted: \(system(code)) in the folder for temporary files; set TMPDIR to a roomy one"
        case .badValue(let field, let refusal): "--set \(field): \(of(refusal))"
        case .unknownVenue(let code, let nearest): "--venue: " + of(Refusal.unknownVenue(code, nearest: nearest))
        case .blocked(let rows, let kinds):
            "\(rows) \(rows == 1 ? "thing needs" : "things need") a person's decision, and the venue's profile says "
                + "blocks_on: \(kinds.joined(separator: ", ")); settle them by hand, or import it with a --profile that "
                + "does not block"
        case .noRoom(let needed, let free):
            "needs about \(needed >> 20) MiB beside the registry, and \(free >> 20) MiB are free"
        case .tooManyRejects(let rows, let read, let ceiling):
            "\(rows) of \(read) rows would be rejected, and \(ceiling) may be; mend them, or raise --max-rejects or "
                + "the profile's tolerated_rejects"
        case .nothingValid: "no row of it is valid, so that there is no part to take"
        case .totalsDiffer:
            "a total of its own does not hold, so that none of its rows can be trusted; take the total out or mend it"
        case .rowsNumberedTogether(let row):
            "the codes of its rows are made, and rows that share one are numbered; without row \(row) others would have its "
                + "number, so that it is taken whole or not at all"
        }
    }

    static func of(_ notice: ImportNotice) -> String {
        switch notice {
        case .unknownHeadings(let headings):
            "not read, heading unknown: \(headings.joined(separator: ", ")) (name its field with --column HEADING=FIELD)"
        case .profile(.entry(let number, let match, let venue?)):
            "read by the profile of \(venue), files[\(number)] (\(match))"
        case .profile(.entry(let number, let match, nil)):
            "read by the profile that is tried, files[\(number)] (\(match))"
        case .profile(.noEntry(let venue)):
            "the profile of \(venue) says nothing of a file of this name; see registry show-profile \(venue)"
        case .repeatedRow(let row, let first, let code): "row \(row) repeats row \(first) (\(code)); counted once"
        case .repeatedRowsOmitted(let count): "and \(count) more rows that repeat another"
        case .partiesMade(let count, let names):
            "\(count) new \(count == 1 ? "party" : "parties"): \(names.prefix(5).joined(separator: ", "))"
                + (count > 5 ? ", …" : "")
        case .forReview(let item, let doubt, let row, let name):
            of(doubt, row: row, name: name) + (item > 0 ? "; see registry list reviews, R\(item)" : "")
        case .moreForReview(let count): "and \(count) more for review; see registry list reviews"
        case .duplicatesOmitted(let count):
            "so many deals seem to be another venue's too that \(count) more were not looked at"
        case .missing(let count, let names):
            "\(count) \(count == 1 ? "record is" : "records are") missing from this complete file, and "
                + "\(count == 1 ? "stays" : "stay"): \(names.joined(separator: ", "))"
                + (count > names.count ? ", …" : "")
        case .importedBefore(let change, let since):
            "this very file was imported by change \(change); nothing to do"
                + (since.map {
                    "; what it says may have been corrected since, last by change \($0), which stands until it is reverted"
                } ?? "")
        case .keptAgain: "its kept copy was gone or damaged, and is whole again"
        case .totalRounded(let row, let printed, let sum):
            "row \(row): the total '\(printed)' is rounded; the rows sum to \(Amount(fen: sum).groupedYuan) yuan"
        case .sheetsPassedOver(let sheets, let hidden):
            "sheets not read: " + sheets.map { hidden.contains($0) ? "\($0) (hidden)" : $0 }.joined(separator: ", ")
        case .headingBelow(let row): "the headings stand in row \(row); what is above them is set aside"
        case .onlyHeading: "holds a heading and no data"
        case .rejectsClosed(let count):
            "\(count) rejected \(count == 1 ? "row waits" : "rows wait") no more: what was mended came"
        case .missingUntold: "what this complete file lacks is not told, since rows of it were rejected"
        case .totalUnchecked(let row):
            "row \(row): the total cannot be held against the rows, since amounts among them cannot be read"
        }
    }
}
