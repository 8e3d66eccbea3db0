/// Something wrong inside one record of a CSV file.
package struct CSVFault: Equatable, Sendable {
    package enum Kind: Equatable, Sendable, CaseIterable {
        /// A quote inside a field that does not begin with one.
        case strayQuote
        /// A byte between a closing quote and the next delimiter or line end.
        case textAfterQuote
        /// A quote still open at the end of the file, or where the record outgrows its limit.
        case unclosedQuote
        /// U+0000. The field is kept whole.
        case nulByte
        /// Not UTF-8 as RFC 3629 has it; overlong forms, surrogates and what lies beyond U+10FFFF are refused too.
        case invalidUTF8
        /// A CR outside quotes that no LF follows.
        case bareCarriageReturn
        /// More bytes than the reader's record limit, or more than 16,384 fields, the width of a workbook.
        case tooLong
        /// U+FFFD, which stands where some program before could not read a character.
        case replacementCharacter
        // Only where the file is no CSV.
        /// A cell of a workbook whose formula failed, such as `#N/A`.
        case errorCell
        /// A cell of a workbook with a formula whose value no program has stored.
        case formulaWithoutValue
        /// A number of more digits than the 15 that a workbook keeps, where they matter: it is a code and no amount.
        case tooManyDigits
        /// Not JSON as RFC 8259 has it, nested too deep, or text behind the object.
        case brokenJSON
        /// A line that holds JSON, but no object.
        case noObject
        /// A list or an object where a value should stand.
        case nestedValue
        /// One key twice in an object.
        case doubledKey
    }

    /// Whether it is the cell's alone, so that the rest of the row can be read.
    package var isOfCell: Bool {
        switch kind {
        case .errorCell, .formulaWithoutValue, .tooManyDigits, .nestedValue, .doubledKey: true
        default: false
        }
    }

    package let kind: Kind
    /// The field, counted from 0; nil where no single one is at fault.
    package let column: Int?
    /// The place of the first wrong byte, counted from the beginning of what is read; of an unclosed quote, the quote.
    /// -1 where the file is no CSV.
    package let byteOffset: Int

    package init(_ kind: Kind, column: Int?, byteOffset: Int) {
        self.kind = kind
        self.column = column
        self.byteOffset = byteOffset
    }
}
