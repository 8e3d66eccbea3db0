import Registry
import RegistryProof
import RegistryStore

/// What is said of the row of a file.
extension Words {
    /// The row itself, or why it cannot be shown.
    static func of(_ original: OriginalRow) -> Bilingual {
        switch original {
        case .text(let text): Bilingual(same: text.visible)
        case .byHand: Bilingual("(by hand)", "（手工登记）")
        case .withoutOffset: Bilingual("(look it up by its row in the kept file)", "（请按行号在来文存档中查找）")
        case .fault(.gone): Bilingual("(the file is not kept any more)", "（来文存档已缺失）")
        case .fault(.unreadable(let code)):
            Bilingual("(the kept file cannot be read: ", "（来文存档无法读取：") + system(code) + Bilingual(")", "）")
        case .fault(.damaged): Bilingual("(the kept file is damaged)", "（来文存档已损坏）")
        case .fault(.other(let sha256)):
            Bilingual("(the kept file is another one, \(sha256.prefix(12))…)", "（存档是另一份文件，\(sha256.prefix(12))…）")
        case .noRow(let offset):
            Bilingual(
                "(no row of the kept file begins at byte \(offset): see registry verify)",
                "（来文存档第 \(offset) 字节处没有行首：见 registry verify）")
        }
    }

    /// The same for programs.
    static func state(of original: OriginalRow) -> String {
        switch original {
        case .text: "kept"
        case .byHand: "by_hand"
        case .withoutOffset: "without_offset"
        case .noRow: "no_row"
        case .fault(.gone): "gone"
        case .fault(.unreadable): "unreadable"
        case .fault(.damaged): "damaged"
        case .fault(.other): "other_file"
        }
    }

    /// The two times that a figure was asked for.
    static func times(_ asOf: Day?, _ moment: Moment) -> Bilingual {
        (asOf.map { Bilingual("as of \($0), ", "截至 \($0)，") } ?? Bilingual(same: ""))
            + Bilingual(
                "known at \(moment.recordedAt), change \(moment.change)",
                "账面时点 \(moment.recordedAt)，变更 \(moment.change)")
    }

    static var noTotalOfParties: Bilingual {
        Bilingual(
            "Parties are in no total; see registry history party NAME.", "单位不计入任何累计；见 registry history party 名称。")
    }
    static var keyWithoutBy: Bilingual { Bilingual("--key tells a part of --by.", "--key 须与 --by 连用。") }
    static var byOfOneRecord: Bilingual {
        Bilingual("--by takes apart a total, not one record.", "--by 用于拆分累计数，不用于单条记录。")
    }
    static func cannotDivide(_ noun: Noun, _ by: Grouping, _ others: [Grouping]) -> Bilingual {
        Bilingual(
            "\(noun.plural) have no \(by.rawValue); --by takes ", "\(nouns(noun).chinese)没有 \(by.rawValue)；--by 的取值为：")
            + others.map(\.rawValue).listed() + Bilingual(" of them.", "。")
    }

    static func firstRows(_ most: Int, of all: Int) -> Bilingual {
        Bilingual(
            "the first \(most) rows; --limit shows up to \(all), --by and --key a part",
            "只显示前 \(most) 行；--limit 最多可显示 \(all) 行，--by 和 --key 可看其中一部分")
    }

    static func between(_ from: Moment, _ to: Moment, asOf: Day) -> Bilingual {
        Bilingual(
            "from change \(from.change) (\(from.recordedAt)) to change \(to.change) (\(to.recordedAt)), as of \(asOf)",
            "从变更 \(from.change)（\(from.recordedAt)）到变更 \(to.change)（\(to.recordedAt)），截至 \(asOf)")
    }

    static func lastChanges(_ most: Int, of count: Int) -> Bilingual {
        Bilingual(
            "the last \(most) of \(grouped(String(count))) changes; --limit 0 shows all",
            "共 \(grouped(String(count))) 次变更，只显示最近 \(most) 次；--limit 0 显示全部")
    }

    static func firstRecords(_ most: Int) -> Bilingual {
        Bilingual("the first \(most) records; --limit 0 shows all", "只显示前 \(most) 条记录；--limit 0 显示全部")
    }
}
