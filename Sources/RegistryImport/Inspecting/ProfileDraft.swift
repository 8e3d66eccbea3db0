package import Registry
import Spreadsheets

/// The profile that a file would take: what is certain as keys, what a person has to decide as remarks to be uncommented.
package struct ProfileDraft {
    package let text: String

    package init(_ found: FileInspection, in language: Language) {
        var lines: [String] = []
        func remark(_ words: String) { lines.append("    # \(words)") }
        let name = found.name.split(separator: "/").last.map(String.init) ?? found.name
        lines.append("# \(DraftWords.head(Self.oneLine(name))[language])")
        if let venue = found.venue { lines.append("venue: \(Self.quoted(venue))") }
        lines.append("files:")
        lines.append("  - match: \(Self.quoted(Self.pattern(of: name)))")
        lines.append("    kind: \(found.noun.plural)" + (found.isNounKnown ? "" : "  # \(DraftWords.guess[language])"))
        switch found.kind {
        case .workbook:
            if let sheet = found.sheet, !found.otherSheets.isEmpty { lines.append("    sheet: \(Self.quoted(sheet))") }
        case .jsonLines: Self.addEncoding(found, language, to: &lines)
        case .delimited(let delimiter):
            Self.addEncoding(found, language, to: &lines)
            if delimiter != UInt8(ascii: ",") || !found.isHeadingKnown {
                lines.append("    delimiter: \(Self.quoted(DelimiterName.name(delimiter)))")
            }
        }
        if !found.isHeadingKnown, found.headingRow > 0 { lines.append("    heading_row: \(found.headingRow)") }
        Self.addColumns(found, language, to: &lines)
        let missing = found.missing.filter { $0.name != "venue" }
        if !missing.isEmpty {
            remark(DraftWords.missing(missing.map(\.name))[language])
            for field in missing {
                if case .term(let vocabulary) = field.kind {
                    let codes = DraftWords.oneOf(vocabulary.terms.map(\.code))[language]
                    remark("set: {\(field.name): …}  # \(codes)")
                }
            }
            if missing.contains(where: { $0.name == "code" }) {
                remark("code_from: […]  # \(DraftWords.codeOfHeadings[language])")
            }
        }
        let lacksUnit =
            found.columns.contains { $0.withoutUnit > 0 }
            || found.columns.contains { $0.unit == nil && $0.use == .unknown && $0.isOfNumbers }
        if let unit = found.titleUnit {
            remark(DraftWords.unitOfTitle(unit.chinese)[language])
        } else if lacksUnit {
            remark("unit: 万元  # \(DraftWords.units[language])")
        }
        switch found.order {
        case .notAsked: break
        case .certain(let order): lines.append("    dates: \(order)")
        case .ambiguous: remark("dates: dmy  # \(DraftWords.ambiguousDays[language])")
        case .mixed: remark("dates: \(DraftWords.mixedDays[language])")
        }
        Self.addWords(found, language, to: &lines)
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func addEncoding(_ found: FileInspection, _ language: Language, to lines: inout [String]) {
        switch found.encodingSign {
        case .guess: lines.append("    encoding: \(found.encoding.rawValue)  # \(DraftWords.guess[language])")
        case .told: lines.append("    encoding: \(found.encoding.rawValue)")
        case .headings, .zeros: lines.append("    encoding: \(found.encoding.rawValue)")
        case .mark, .valid: break
        }
    }

    private static func addColumns(_ found: FileInspection, _ language: Language, to lines: inout [String]) {
        let open = found.columns.filter { $0.use == .unknown && !$0.heading.isEmpty }
        guard !open.isEmpty else { return }
        // A key with remarks alone has no value, which is as if it were left out.
        lines.append("    columns:")
        for column in open {
            let heading = quoted(column.heading)
            if let field = column.doubles {
                lines.append("      \(heading): none  # \(DraftWords.doubled(field)[language])")
                continue
            }
            var field = column.nearest.first?.field ?? likely(column, in: found) ?? "none"
            let near = column.nearest.map { DraftWords.near($0.heading, $0.field) }
            var parts = [near.isEmpty ? DraftWords.unknown : near.joined(Bilingual(", ", "、"))]
            if column.isOfDays { parts.append(DraftWords.days) }
            if column.isOfNumbers { parts.append(DraftWords.numbers) }
            let why = parts.joined(Bilingual("; ", "；"))[language]
            if let unit = Heading(column.heading).unit { field += field == "none" ? "" : " (\(unit.chinese))" }
            lines.append("      # \(heading): \(field)  # \(oneLine(why))")
        }
    }

    /// The day or the money that the noun lacks, for the only column that looks like one.
    private static func likely(_ column: FileInspection.ColumnFinding, in found: FileInspection) -> String? {
        let open = found.columns.filter { $0.use == .unknown && $0.nearest.isEmpty && !$0.heading.isEmpty }
        let lacking = Set(found.missing.map(\.name))
        if column.isOfDays, open.count(where: \.isOfDays) == 1, let field = found.noun.datedBy, lacking.contains(field)
        {
            return field
        }
        if column.isOfNumbers, open.count(where: \.isOfNumbers) == 1, let field = found.noun.valuedBy {
            return lacking.contains(field) ? field : nil
        }
        return nil
    }

    private static func addWords(_ found: FileInspection, _ language: Language, to lines: inout [String]) {
        let open = found.columns.filter { !$0.words.isEmpty }
        guard !open.isEmpty else { return }
        lines.append("    values:")
        for column in open {
            guard let field = column.fields.first, let vocabulary = column.vocabulary else { continue }
            lines.append(
                "      \(field):  # " + vocabulary.terms.map { "\($0.code) \($0.chinese)" }.joined(separator: ", "))
            for (word, count) in column.wordsInOrder.prefix(50) {
                let likely = likelyTerm(word, in: vocabulary)
                lines.append(
                    "        # \(quoted(word)): \(likely ?? "…")  # \(DraftWords.rows(count)[language])"
                )
            }
        }
    }

    /// The name with a star for its numbers, which are of a day or a page.
    static func pattern(of name: String) -> String {
        guard name != "-" else { return "*" }
        var pattern = ""
        var rest = (name.hasSuffix(".gz") ? String(name.dropLast(3)) : name)[...]
        while let character = rest.popFirst() {
            let isNumber = "0"..."9" ~= character || "０"..."９" ~= character
            let piece =
                isNumber ? "*" : character == "[" || character == "]" || character == "*" ? "?" : String(character)
            if piece == "*", pattern.hasSuffix("*") { continue }
            // Signs between two numbers belong to them: 2022-06-21.
            if !isNumber, pattern.hasSuffix("*"), "-_.年月日号".contains(character),
                let next = rest.first, "0"..."9" ~= next
            {
                continue
            }
            pattern += piece
        }
        return pattern
    }

    /// As YAML takes it for sure.
    static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.first?.isLetter == true && text.last != " "
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || "0"..."9" ~= $0 || "_-.*/()（）".unicodeScalars.contains($0)
            } && !["null", "true", "false", "yes", "no", "on", "off", "none", "y", "n"].contains(text.lowercased())
        guard !isPlain else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF
                || (0x2028...0x2029).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func oneLine(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
    }
}
