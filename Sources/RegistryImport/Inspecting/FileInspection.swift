package import Registry
package import Spreadsheets

/// What an unknown file is, as far as a look at it tells.
package struct FileInspection: Sendable {
    /// How its encoding was told.
    package enum EncodingSign: Sendable {
        case told, mark, zeros, valid
        /// Its headings are known then.
        case headings
        /// Every byte is part of a character then, which other encodings may be able to say of themselves too.
        case guess
    }

    package struct ColumnFinding: Sendable {
        package let heading: String
        package let use: ColumnMap.Use
        /// The fields that it gives; two for a period.
        package let fields: [String]
        package let unit: MoneyUnit?
        package internal(set) var filled = 0
        /// Known headings like an unknown one.
        package internal(set) var nearest: [(heading: String, field: String)] = []
        /// The field that another heading gives already.
        package internal(set) var doubles: String?
        package internal(set) var days = DayForms()
        /// Cells that look like days, and like numbers.
        var sampled = 0
        package internal(set) var looksLikeDay = 0
        package internal(set) var looksLikeNumber = 0
        /// Words of no vocabulary, how often each stands there, and the term that each may mean.
        package internal(set) var words: [String: Int] = [:]
        package internal(set) var wordsOmitted = 0
        package internal(set) var vocabulary: Vocabulary?
        package internal(set) var withoutUnit = 0
        /// The first few of what else is wrong.
        package internal(set) var faults: [Rejection] = []
        package internal(set) var faultCount = 0
        package internal(set) var examples: [String] = []

        /// Nine of ten cells look so.
        package var isOfDays: Bool { looksLikeDay > 0 && looksLikeDay * 10 >= sampled * 9 }
        package var isOfNumbers: Bool { looksLikeNumber > 0 && looksLikeNumber * 10 >= sampled * 9 }

        /// Words by how often they stand there.
        package var wordsInOrder: [(word: String, count: Int)] {
            words.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
        }
    }

    package let name: String
    package let kind: FileForm.Kind
    package let encoding: TextEncoding
    package let encodingSign: EncodingSign
    package let isCompressed: Bool
    package let sheet: String?
    package let otherSheets: [String]
    package let hiddenSheets: [String]
    /// As a spreadsheet counts rows.
    package let headingRow: Int
    /// Whether import finds the headings by itself.
    package let isHeadingKnown: Bool
    package let preamble: [String]
    package let titleUnit: MoneyUnit?
    package let noun: Noun
    package let isNounKnown: Bool
    package internal(set) var columns: [ColumnFinding]
    /// Fields that a record must have and nothing gives.
    package let missing: [Field]
    package internal(set) var rowsRead = 0
    package internal(set) var rowsSetAside = 0
    package internal(set) var rowsAtFault = 0
    /// Whether rows behind those were not looked at.
    package internal(set) var isCutShort = false
    /// What is wrong with rows as rows.
    package internal(set) var rowFaults: [Rejection] = []
    package internal(set) var rowFaultCount = 0
    /// The first rows as they would be stored: field and value.
    package internal(set) var firstRows: [(row: Int, values: [(field: String, value: Bilingual)])] = []
    package internal(set) var order = DayForms.Order.notAsked
    package let venue: String?
}

/// The term of a vocabulary that a word may mean: one whose name stands in it, and no other's.
package func likelyTerm(_ word: String, in vocabulary: Vocabulary) -> String? {
    let likely = vocabulary.terms.filter { term in
        ([term.chinese] + term.others).contains { name in
            name.count >= 2
                && (word.firstRange(of: name) != nil || (word.count >= 2 && name.firstRange(of: word) != nil))
        }
    }
    return likely.count == 1 ? likely[0].code : nil
}
