import Registry

/// The catalogue: all that is said to people, in both languages. Nothing else in the program phrases it.
enum Words {
    /// Fragments that read well behind a place: what is wrong, with the value and the mend.
    static func of(_ refusal: Refusal) -> Bilingual {
        switch refusal {
        // Amounts
        case .missingAmount: Bilingual("no amount", "未填金额")
        case .notAnAmount(let text):
            Bilingual(
                "'\(text)' is no amount; write a number such as 1200000 or 1,200,000.00, or 120万元",
                "“\(text)”不是金额；请写成 1200000、1,200,000.00 或 120万元")
        case .negativeAmount(let text):
            Bilingual(
                "'\(text)' is negative; an amount is 0 or more: a deal that ended is terminated, not reversed",
                "“\(text)”为负数；金额不得小于 0：合同终止请报终止，不要冲红")
        case .partOfAFen(let text):
            Bilingual(
                "'\(text)' has a part of a fen; round it to 0.01 yuan at its source",
                "“\(text)”不足一分的部分无法入账；请在源头保留到 0.01 元")
        case .amountTooLarge(let text):
            Bilingual(
                "'\(text)' is more than \(Amount.largest.groupedYuan) yuan, the most one record may hold; check its unit",
                "“\(text)”超过单笔上限 \(Amount.largest.groupedYuan) 元；请核对单位")
        case .rateAndNoAmount(let text):
            Bilingual(
                "'\(text)' is a rate and no amount; write what was agreed in all", "“\(text)”是费率，不是金额；请填约定的总额")
        case .amountWithoutUnit(let text):
            Bilingual(
                "'\(text)' has no unit; name it in the heading, as in 成交金额（万元） or amount_yuan, or with --unit",
                "“\(text)”没有单位；请在表头写明，如“成交金额（万元）”或 amount_yuan，或用 --unit 指明")
        case .unitsDisagree(let text, let cell, let heading):
            Bilingual(
                "'\(text)' is in \(cell.chinese), but its column is in \(heading.chinese); write the number in \(heading.chinese)",
                "“\(text)”以\(cell.chinese)计，而本列以\(heading.chinese)计；请按\(heading.chinese)填写")
        case .technicalAmountAboveAmount(let part, let amount):
            Bilingual(
                "the technical amount \(part) is more than the amount \(amount.groupedYuan) of the contract",
                "技术交易额 \(part) 大于合同金额 \(amount.groupedYuan)")
        case .amountOfNothing: Bilingual("the amount is zero; write one above zero", "金额为零；请填大于零的金额")
        case .account(let deal, let fault): account(deal, fault)
        case .certificate(let deal, let day, let fault): certificate(deal, day, fault)
        case .certificateOfRow(let deal, let day, let fault): certificateOfRow(deal, day, fault)
        case .certificateSays(let name, let fault): certificateSays(name, fault)
        case .certificateStands(let name, let deal, let day, let fault): certificateStands(name, deal, day, fault)
        case .neitherSubmittedNorRegistered: neverSubmitted
        case .cancelledAndNotRegistered: cancelledAndNotRegistered
        case .registeredAndEnded(let day): registeredAndEnded(day)
        case .refusedAndWithdrawn: refusedAndWithdrawn
        case .onlineAtServicePoint: onlineAtServicePoint
        case .serviceLacks(let kind, let field): service(kind, lacks: field)
        case .serviceHasNo(let kind, let field): service(kind, hasNo: field)
        case .serviceOfOtherKind(let code, let found, let needed): service(code, is: found, needed: needed)
        case .service(let name, let parent, let fault): service(name, of: parent, fault)
        case .dealOfOtherListing(let deal, let listing, let named): dealOfOtherListing(deal, listing, named)
        case .dealNamedWithListing(let service, let listing): dealNamedWithListing(service, listing)
        // Days
        case .notADay(let text):
            Bilingual(
                "'\(text)' is no date; write 2022-06-21, 2022.6.21, 2022年6月21日 or 20220621"
                    + (DayFormat.mayBeOrdered(text) ? "; or tell with --date-format whether it is dmy or mdy" : ""),
                "“\(text)”不是日期；请写成 2022-06-21、2022.6.21、2022年6月21日 或 20220621")
        case .notADayOfFormat(let text, let format):
            Bilingual("'\(text)' is no date of the form \(format)", "“\(text)”不是 \(format) 格式的日期")
        case .noSuchDay(let text): Bilingual("'\(text)' is a date that does not exist", "“\(text)”这一天不存在")
        case .dayInTheFuture(let text, let today):
            Bilingual("'\(text)' lies in the future; today is \(today)", "“\(text)”在今天（\(today)）之后")
        case .endsBeforeItBegins(let text, let begins):
            Bilingual("'\(text)' is before \(begins), when it begins", "“\(text)”早于开始日期 \(begins)")
        case .beforeStep(let text, let step, let day): registrationDay(text, before: step, day)
        case .afterStep(let text, let step, let day): registrationDay(text, after: step, day)
        case .certifiedBeforeSigned(let day, let signed):
            Bilingual(
                "'\(day)' is before the contract was signed, \(signed)", "“\(day)”早于合同签订日期 \(signed)")
        case .afterItsEvents(let text, let first):
            Bilingual(
                "'\(text)' is after \(first), when something happened to it already", "“\(text)”晚于 \(first)，而当日已有变更")
        // What became of a record
        case .notAnEvent(let text, let words):
            Bilingual(
                "'\(text)' is no event; write a day, one of \(words.joined(separator: ", ")), and behind amended the amount with its unit, as 2022-12-01 amended 80万元, with a semicolon between two",
                "“\(text)”不是变更事项；请写日期、事项（\(words.joined(separator: "、"))），变更（amended）后写带单位的金额，如 2022-12-01 amended 80万元，多项之间用分号隔开"
            )
        case .eventsCannotStand(let text, let why):
            Bilingual("'\(text)' cannot stand: ", "“\(text)”不能成立：") + Words.of(why)
        case .otherEvents(let theirs, let ours):
            Bilingual(
                "the events are '\(theirs)' here and '\(ours)' in the registry; record by hand what is lacking there, or leave this column out",
                "本文件的变更事项为“\(theirs)”，登记库中为“\(ours)”；请手工补录所缺事项，或去掉此列")
        // Texts and terms
        case .missing(let field):
            Bilingual("no \(field.replacing("_", with: " ")); it is required", "必填项为空（\(field)）")
        case .unknownTerm(let text, let vocabulary):
            Bilingual("'\(text)' is no \(vocabulary.name); ", "“\(text)”不在取值范围内；")
                + meant(nearest(to: text, in: [vocabulary]))
                + Bilingual(
                    "write one of "
                        + vocabulary.terms.map { "\($0.code) (\($0.chinese))" }.joined(separator: ", "),
                    "请填：" + vocabulary.terms.map(\.chinese).joined(separator: "、"))
        case .unknownWord(let text, let words):
            Bilingual(
                "'\(text)' is none of \(words.joined(separator: ", "))",
                "“\(text)”不在取值范围内：\(words.joined(separator: "、"))")
        case .textTooLong(let bytes, let most):
            Bilingual("\(bytes) bytes are too long; at most \(most) are kept", "共 \(bytes) 字节，过长；最多 \(most) 字节")
        case .controlCharacter(let text, let code):
            Bilingual(
                "'\(text.filter { $0 >= " " })' holds the control character \(hexadecimal(code)); take it out",
                "“\(text.filter { $0 >= " " })”含控制字符 \(hexadecimal(code))；请删去")
        case .notUTF8:
            Bilingual(
                "not UTF-8; save the file as UTF-8, or tell its encoding with --encoding", "不是 UTF-8 编码；请将文件另存为 UTF-8")
        case .notInEncoding(_, let encoding):
            Bilingual(
                "bytes that are no character of \(encoding); ask for the file again", "有不属于 \(encoding) 编码的字节；请重新导出文件")
        case .lostCharacter(let text):
            Bilingual(
                "'\(text)' holds U+FFFD where a program before lost a character; ask for the file as it was",
                "“\(text)”中有字符此前已丢失（U+FFFD）；请补正")
        case .notACreditCode(let text):
            Bilingual(
                "'\(text)' is no unified social credit code; 18 characters whose last one checks the others",
                "“\(text)”不是统一社会信用代码；应为 18 位，末位为校验码") + inHalfWidth(text)
        case .notARegistrationNumber(let text, let flaw): registrationNumber(text, flaw)
        case .slashInVenue(let code):
            Bilingual(
                "'\(code)' holds a slash, which ends a venue's code in the name of a record", "“\(code)”含斜杠；场所代码中不得有斜杠")
        // Records and what they name
        case .unknownVenue(let code, let nearest):
            Bilingual(
                "no venue '\(code)'" + (nearest.map { "; did you mean \($0)?" } ?? "; add it with registry add-venue"),
                "没有场所“\(code)”" + (nearest.map { "；是否为 \($0)？" } ?? ""))
        case .venueOfAnotherFile(let code, let venue):
            Bilingual("venue '\(code)' in a file of venue \(venue)", "本文件属场所 \(venue)，此行却写“\(code)”")
        case .unknownNamed(let noun, let code):
            Bilingual(
                "no \(Words.noun(noun).english) '\(code)' of this venue; import or add the \(Words.noun(noun).english) first",
                "本场所没有\(Words.noun(noun).chinese)“\(code)”；请先报送\(Words.noun(noun).chinese)")
        case .voidNamed(let noun, let code):
            Bilingual(
                "\(Words.noun(noun).english) '\(code)' was voided; nothing new can name it",
                "\(Words.noun(noun).chinese)“\(code)”已作废，不能再引用")
        case .voidParty(let name):
            Bilingual("party '\(name)' was voided; nothing new can name it", "单位“\(name)”已作废，不能再引用")
        case .kindsDisagree(let text, let other):
            Bilingual("'\(text)' says another thing than '\(other)' in the same row", "“\(text)”与同一行的“\(other)”不一致")
        case .namedOfAnotherVenue(let noun, let code, let venue):
            Bilingual(
                "\(Words.noun(noun).english) '\(code)' is of venue \(venue), not of this one",
                "\(Words.noun(noun).chinese)“\(code)”属场所 \(venue)，不属本场所")
        case .codeTaken(let name):
            Bilingual(
                "\(name) is there already; look at it with registry show"
                    + (name.contains("/") ? ", or leave the code out to be given one" : ""), "\(name) 已存在")
        case .codeTakenByVoid(let name):
            Bilingual(
                "\(name) was recorded and voided; a voided code stays taken, choose another", "\(name) 已作废，编号不得再用；请换编号")
        case .codeTakenByMoved(let name, let now):
            Bilingual(
                "\(name) was moved to \(now), and its old code points there; choose another",
                "\(name) 已改为 \(now)，旧编号仍指向它；请换编号")
        case .doubledCode(let code, let rows):
            rows.count > 1
                ? Bilingual(
                    "\(code) stands in rows \(places(rows, ", ")) with different values; none is taken",
                    "\(code) 在第 \(places(rows, "、")) 行重复且内容不同，均不采用")
                : Bilingual("\(code) stands more than once", "\(code) 重复出现")
        case .repeatInTotal(let code, let first):
            Bilingual(
                "\(code) repeats row \(first), and the file's total counts both; give it a code of its own, or take it out of rows and total",
                "\(code) 与第 \(first) 行重复，而合计把两行都计入；请另给编号，或从明细与合计中去掉")
        case .codeOfAnotherDeal(let name):
            Bilingual(
                "\(name) is of another deal; a code counts within the venue: where the file numbers within a deal, make it of two columns with --code-from",
                "\(name) 属于另一成交项目；编号在场所内唯一，若文件按成交项目编序号，请用两个 --code-from 合成编号")
        // Rows of a file
        case .shortRow(let fields, let headings):
            Bilingual("a short row: \(fields) fields under \(headings) headings", "列数不足：\(fields) 列，表头 \(headings) 列")
        case .longRow(let fields, let headings):
            Bilingual("a long row: \(fields) fields under \(headings) headings", "列数过多：\(fields) 列，表头 \(headings) 列")
        case .strayQuote:
            Bilingual(
                "a quote inside a field that does not begin with one; double it and quote the field",
                "单元格中间有引号；请将引号写成两个，并给整个单元格加引号")
        case .textAfterQuote: Bilingual("text after the closing quote of a field", "结束引号之后还有文字")
        case .unclosedQuote: Bilingual("a quote that is never closed", "引号没有配对")
        case .nulByte: Bilingual("a NUL byte; take it out", "含空字节（NUL）；请删去")
        case .bareCarriageReturn:
            Bilingual(
                "a carriage return without a line feed; end lines with LF or CR LF", "只有回车而没有换行；行尾请用 LF 或 CR LF")
        case .rowTooLong(let most): Bilingual("a row of more than \(most) bytes", "此行超过 \(most) 字节")
        case .totalDiffers(let text, let sum, let unit):
            Bilingual("the total says '\(text)', but the rows above sum to ", "合计为“\(text)”，而以上各行之和为 ")
                + amount(sum, in: unit)
        case .totalBelowRows(let text, let sum, let unit):
            Bilingual(
                "the total says '\(text)', but those of the rows above that can be read already sum to ",
                "合计为“\(text)”，而以上可读各行之和已达 ") + amount(sum, in: unit)
        case .countDiffers(let printed, let rows):
            Bilingual("the total counts \(printed) rows, but \(rows) stand above", "合计写 \(printed) 项，而以上共 \(rows) 行")
        case .totalAboveRows:
            Bilingual(
                "a total with no rows above it; it must stand below the rows that it sums, or be taken out",
                "合计之上没有数据行；合计应在所合计各行之下，或删去")
        case .errorCell(let text): Bilingual("the formula of this cell failed: \(text)", "此单元格公式出错：\(text)")
        case .formulaWithoutValue:
            Bilingual(
                "a formula without its value; open the file in a spreadsheet program and save it again",
                "公式没有结果值；请用表格软件打开并重新保存")
        case .tooManyDigits(let text):
            Bilingual(
                "'\(text)' is what is left of a longer number, of which a workbook keeps 15 digits; format its column as text",
                "“\(text)”只剩前 15 位，工作簿已丢失其余数字；请将该列设为文本格式")
        case .brokenJSON: Bilingual("no JSON; each line holds one object", "不是 JSON；每行应为一个对象")
        case .noObject:
            Bilingual("no object; each line holds one, its keys the headings", "不是对象；每行应为一个以表头为键的对象")
        case .nestedValue: Bilingual("a list or an object where a value should stand", "此处应为单个值，而非列表或对象")
        case .doubledKey: Bilingual("the same key twice", "同一个键出现两次")
        }
    }

    /// The code that somebody meant who wrote another word.
    static func nearest(to text: String, in vocabularies: [Vocabulary]) -> String? {
        Spelling.nearest(to: text.lowercased(), among: vocabularies.flatMap(\.terms).map(\.code))
    }

    /// Exact, in the unit of the number that it is held against, and where that is another one in yuan too: `10 万元
    /// (100,000.00 yuan)`.
    static func amount(_ fen: Int64, in unit: MoneyUnit) -> Bilingual {
        let yuan = Bilingual("\(Amount(fen: fen).groupedYuan) yuan", "\(Amount(fen: fen).groupedYuan) 元")
        guard unit != .yuan else { return yuan }
        let own = grouped(decimal: trimmed(Amount.decimal(fen: fen, places: unit.places))) + " \(unit.chinese)"
        return Bilingual("\(own) (\(yuan.english))", "\(own)（\(yuan.chinese)）")
    }

    private static func places(_ rows: [Int], _ mark: String) -> String {
        rows.prefix(20).map(String.init).joined(separator: mark) + (rows.count > 20 ? "…" : "")
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
