import Registry
import RegistryStore

/// What is said of a record that was added by hand.
extension Words {
    static func added(_ added: AddedRecord, _ noun: Noun) -> Bilingual {
        var words = Bilingual(
            "\(noun.spoken) \(added.name) " + (added.receipt == nil ? "would be added" : "added"),
            (added.receipt == nil ? "（试运行）将登记" : "已登记") + "\(Words.noun(noun).chinese) \(added.name)")
        if let amount = added.amount {
            words += Bilingual(": ", "：") + amount.spoken
            words += Bilingual(
                amount.isShortened(in: .english) ? " (\(amount.short.english))" : "",
                amount.isShortened(in: .chinese) ? "（\(amount.short.chinese)）" : "")
        }
        if let (dated, day) = added.day {
            words += Bilingual(
                ", \(dated.replacing("_", with: " ")) \(day)",
                "，\(noun.fields.first { $0.name == dated }?.chinese ?? "") \(day)")
        }
        if let receipt = added.receipt {
            words += Bilingual(", change \(receipt.change)", "，变更 \(receipt.change)")
        }
        return words
    }

    /// The record is in, but the line that says so cannot be written: who types it again would record it twice.
    static func added(_ noun: Noun, _ name: RecordName, change: Int64, but trouble: Bilingual) -> Bilingual {
        Bilingual(
            "\(noun.spoken) \(name) is recorded, change \(change); but ",
            "\(Words.noun(noun).chinese) \(name) 已登记（变更 \(change)）；但") + trouble
    }

    // MARK: What was asked for and cannot be

    static func nothingToAmend(example: String) -> Bilingual {
        Bilingual(
            "nothing is to be corrected; give a field, as in \(example), or --clear",
            "未指定要更正的内容；请给出字段，如 \(example)，或用 --clear")
    }

    static func clearedAndGiven(_ field: String) -> Bilingual {
        Bilingual("--clear \(field) and a value of it contradict each other", "--clear \(field) 与为其赋值相互矛盾")
    }

    static var effectiveOnAlone: Bilingual {
        Bilingual("--effective-on takes the new --amount, and no other field", "--effective-on 只与新的 --amount 连用，不带其他字段")
    }

    static var actorNeedsName: Bilingual { Bilingual("--actor needs a name on one line", "--actor 应为单行姓名") }

    static var reasonNeedsWords: Bilingual { Bilingual("--reason needs some words.", "--reason 须写明原因。") }

    /// - Parameter above: the commands behind which the word stands.
    static func noCommand(_ word: String, below above: [String], nearest: String?) -> Bilingual {
        func whole(_ word: String) -> String { (above + [word]).joined(separator: " ") }
        let help = (["registry"] + above + ["--help"]).joined(separator: " ")
        return Bilingual("there is no command '\(whole(word).visible)'; ", "没有命令“\(whole(word).visible)”；")
            + meant(nearest.map(whole)) + Bilingual("see \(help)", "见 \(help)")
    }

    /// What was meant, where a word is near, as a question before what else is said.
    static func meant(_ word: String?) -> Bilingual {
        word.map { Bilingual("did you mean '\($0)'? ", "是否为“\($0)”？") } ?? Bilingual(same: "")
    }

    static func noRange(_ word: String, letter: Character) -> Bilingual {
        Bilingual(
            "'\(word)' is no range; write it as \(letter)12-\(letter)20.",
            "“\(word)”不是有效范围；请写成 \(letter)12-\(letter)20。")
    }

    static func useless(_ option: String) -> Bilingual {
        Bilingual("\(option) says nothing of these rows", "\(option) 不适用于此类行")
    }

    static var uselessTimes: Bilingual {
        Bilingual("--as-of and --known-at say nothing of these rows", "--as-of 与 --known-at 不适用于此类行")
    }

    static func first(_ most: Int) -> Bilingual {
        Bilingual(
            (most == 1 ? "the first row" : "the first \(most) rows") + "; --limit 0 shows all",
            (most == 1 ? "只显示第一行" : "只显示前 \(most) 行") + "；--limit 0 显示全部")
    }
}
