import Registry

/// The catalogue: what errors and notices are called in words. Nothing else in the program phrases them.
enum Words {
    /// Lower-case fragments that read well behind a place: what is wrong, with the value and the mend.
    static func of(_ refusal: Refusal) -> String {
        switch refusal {
        case .missingAmount: "no amount"
        case .notAnAmount(let text): "'\(text)' is no amount; write a number such as 1200000 or 1,200,000.00, or 120万元"
        case .negativeAmount(let text):
            "'\(text)' is negative; an amount is 0 or more: a deal that ended is terminated, not reversed"
        case .partOfAFen(let text): "'\(text)' has a part of a fen; round it to 0.01 yuan at its source"
        case .amountTooLarge(let text):
            "'\(text)' is more than \(Amount.largest.groupedYuan) yuan, the most one record may hold; check its unit"
        case .rateAndNoAmount(let text): "'\(text)' is a rate and no amount; write what was agreed in all"
        case .amountWithoutUnit(let text):
            "'\(text)' has no unit; name it in the heading, as in 成交金额（万元） or amount_yuan, or with --unit"
        case .unitsDisagree(let text, let cell, let heading):
            "'\(text)' is in \(cell.chinese), but its column is in \(heading.chinese); write the number in \(heading.chinese)"
        case .technicalAmountAboveAmount(let part, let amount):
            "the technical amount \(part) is more than the amount \(amount.groupedYuan) of the contract"
        case .notADay(let text):
            "'\(text)' is no date; write 2022-06-21, 2022.6.21, 2022年6月21日 or 20220621"
                + (DayFormat.mayBeOrdered(text) ? "; or tell with --date-format whether it is dmy or mdy" : "")
        case .notADayOfFormat(let text, let format): "'\(text)' is no date of the form \(format)"
        case .noSuchDay(let text): "'\(text)' is a date that does not exist"
        case .dayInTheFuture(let text, let today): "'\(text)' lies in the future; today is \(today)"
        case .endsBeforeItBegins(let text, let begins): "'\(text)' is before \(begins), when it begins"
        case .afterItsEvents(let text, let first):
            "'\(text)' is after \(first), when something happened to it already"
        case .missing(let field): "no \(field.replacing("_", with: " ")); it is required"
        case .unknownTerm(let text, let vocabulary):
            "'\(text)' is no \(vocabulary.name); write one of "
                + vocabulary.terms.map { "\($0.code) (\($0.chinese))" }.joined(separator: ", ")
        case .unknownWord(let text, let words): "'\(text)' is none of \(words.joined(separator: ", "))"
        case .textTooLong(let bytes, let most): "\(bytes) bytes are too long; at most \(most) are kept"
        case .controlCharacter(let text, let code):
            "'\(text.filter { $0 >= " " })' holds the control character \(hexadecimal(code)); take it out"
        case .notUTF8: "not UTF-8; save the file as UTF-8, or tell its encoding with --encoding"
        case .notInEncoding(_, let encoding): "bytes that are no character of \(encoding); ask for the file again"
        case .lostCharacter(let text):
            "'\(text)' holds U+FFFD where a program before lost a character; ask for the file as it was"
        case .notACreditCode(let text):
            "'\(text)' is no unified social credit code; 18 characters whose last one checks the others"
        case .slashInVenue(let code): "'\(code)' holds a slash, which ends a venue's code in the name of a record"
        case .unknownVenue(let code, let nearest):
            "no venue '\(code)'" + (nearest.map { "; did you mean \($0)?" } ?? "; add it with registry add-venue")
        case .venueOfAnotherFile(let code, let venue): "venue '\(code)' in a file of venue \(venue)"
        case .unknownListing(let code): "no listing '\(code)' of this venue; import or add the listing first"
        case .voidListing(let code): "listing '\(code)' was voided; nothing new can name it"
        case .voidParty(let name): "party '\(name)' was voided; nothing new can name it"
        case .kindsDisagree(let text, let other): "'\(text)' says another thing than '\(other)' in the same row"
        case .listingOfAnotherVenue(let code, let venue): "listing '\(code)' is of venue \(venue), not of this one"
        case .codeTaken(let name):
            "\(name) is there already; look at it with registry show"
                + (name.contains("/") ? ", or leave the code out to be given one" : "")
        case .codeTakenByVoid(let name): "\(name) was recorded and voided; a voided code stays taken, choose another"
        case .codeTakenByMoved(let name, let now):
            "\(name) was moved to \(now), and its old code points there; choose another"
        case .doubledCode(let code, let rows):
            rows.count > 1
                ? "\(code) stands in rows \(rows.map(String.init).joined(separator: ", ")) with different values; none is taken"
                : "\(code) stands more than once"
        case .shortRow(let fields, let headings): "a short row: \(fields) fields under \(headings) headings"
        case .longRow(let fields, let headings): "a long row: \(fields) fields under \(headings) headings"
        case .strayQuote: "a quote inside a field that does not begin with one; double it and quote the field"
        case .textAfterQuote: "text after the closing quote of a field"
        case .unclosedQuote: "a quote that is never closed"
        case .nulByte: "a NUL byte; take it out"
        case .bareCarriageReturn: "a carriage return without a line feed; end lines with LF or CR LF"
        case .rowTooLong(let most): "a row of more than \(most) bytes"
        case .totalDiffers(let text, let sum):
            "the total says '\(text)', but the rows above sum to \(Amount(fen: sum).groupedYuan) yuan"
        case .countDiffers(let printed, let rows): "the total counts \(printed) rows, but \(rows) stand above"
        case .totalAboveRows:
            "a total with no rows above it; it must stand below the rows that it sums, or be taken out"
        case .errorCell(let text): "the formula of this cell failed: \(text)"
        case .formulaWithoutValue:
            "a formula without its value; open the file in a spreadsheet program and save it again"
        case .tooManyDigits(let text):
            "'\(text)' is what is left of a longer number, of which a workbook keeps 15 digits; format its column as text"
        case .brokenJSON: "no JSON; each line holds one object"
        case .noObject: "no object; each line holds one, its keys the headings"
        case .nestedValue: "a list or an object where a value should stand"
        case .doubledKey: "the same key twice"
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
