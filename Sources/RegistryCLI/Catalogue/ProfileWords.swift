import Registry
import RegistryImport
import YAML

extension Words {
    /// What is wrong, behind the key at which it is.
    static func of(_ fault: ProfileFault) -> Bilingual {
        (fault.key.map { Bilingual("\($0): ", "\($0)：") } ?? Bilingual(same: "")) + of(fault.kind)
    }

    private static func of(_ kind: ProfileFault.Kind) -> Bilingual {
        switch kind {
        case .yaml(let kind): of(kind)
        case .notKeys: Bilingual("keys with values are wanted here, as key: value", "此处应为“键: 值”")
        case .notAList:
            Bilingual("a list is wanted here: each entry on a line that begins with '- '", "此处应为列表：每项一行，以“- ”开头")
        case .notAText: Bilingual("one text is wanted here, no list and no keys", "此处应为单个文本，不是列表或键值")
        case .unknownKey(let key, let nearest, let known):
            Bilingual("'\(key)' is no key here; ", "此处没有键“\(key)”；")
                + meant(nearest, Bilingual("keys are ", "可用的键：") + known.listed())
        case .doubledKey(let key, let line):
            Bilingual("'\(key)' stands in line \(line) already; keep one of them", "“\(key)”在第 \(line) 行已出现；请保留一处")
        case .missing(let key): Bilingual("has no '\(key)'; add it", "缺少“\(key)”；请补上")
        case .badValue(let value, let expected, let nearest):
            Bilingual("'\(value)' is not taken; ", "“\(value)”不可用；")
                + meant(nearest, Bilingual("wanted: \(expected)", "应为：\(expected)"))
        case .unknownField(let field, let nearest, let fields):
            Bilingual("'\(field)' is no field; ", "“\(field)”不是字段；")
                + meant(nearest, Bilingual("fields are ", "可用字段：") + fields.listed())
        case .unknownTerm(let word, let vocabularies):
            Bilingual(
                "'\(word)' is no \(vocabularies.map(\.name).joined(separator: " or ")); ", "“\(word)”不在取值范围内；")
                + meant(nearest(to: word, in: vocabularies)) + Bilingual("known are ", "可用：")
                + terms(of: vocabularies).map {
                    Bilingual("\($0.code) (\($0.chinese))", "\($0.chinese)（\($0.code)）")
                }
                .listed()
        case .doubledMatch(let match, let line):
            Bilingual(
                "'\(match)' stands in line \(line) already, and its first entry takes all such files; take one away",
                "“\(match)”在第 \(line) 行已出现，此类文件都归前一项；请删去一项")
        case .ofAnotherVenue(let own, let venue):
            Bilingual(
                "the profile says it is of \(own), not of \(venue); mend one of them",
                "格式配置中写的场所是 \(own)，不是 \(venue)；请改正其一")
        }
    }

    private static func meant(_ nearest: String?, _ otherwise: Bilingual) -> Bilingual {
        nearest.map { Bilingual("did you mean '\($0)'?", "是否为“\($0)”？") } ?? otherwise
    }

    private static func of(_ kind: YAMLFault.Kind) -> Bilingual {
        switch kind {
        case .tooLarge(let most):
            Bilingual("is larger than \(most >> 20) MiB, which no profile is", "超过 \(most >> 20) MiB，不像格式配置")
        case .tooDeep(let most): Bilingual("is nested more than \(most) deep", "嵌套超过 \(most) 层")
        case .tooManyPieces(let most): Bilingual("has more than \(most) pieces", "内容超过 \(most) 项")
        case .notUTF8: Bilingual("is not UTF-8; save it as UTF-8", "不是 UTF-8 编码；请另存为 UTF-8")
        case .empty:
            Bilingual(
                "is empty; registry inspect FILE writes a profile to begin with", "空文件；可先用 registry inspect 文件 生成格式配置")
        case .severalDocuments:
            Bilingual("a second document begins; a profile is one, so take the '---' away", "出现第二个文档；格式配置只有一个，请删去“---”")
        case .alias:
            Bilingual(
                "anchors (&) and aliases (*) are not taken; write it out, or quote a text that begins so",
                "不支持锚点（&）和别名（*）；请写全，文本以此开头的请加引号")
        case .tag(let tag):
            Bilingual("the tag '\(tag)' is not taken; quote a text that begins with '!'", "不支持标签“\(tag)”；文本以“!”开头的请加引号")
        case .syntax(let problem):
            Bilingual(
                "is no YAML: \(problem); a text that begins with * or & wants quotes, so does one with ': ' or ' #' in it",
                "不是 YAML：\(problem)；文本以 * 或 & 开头，或其中有“: ”或“ #”的，请加引号")
        }
    }

    // MARK: A profile that is kept

    static func profile(of venue: String, entries: Int, isChanged: Bool, isDryRun: Bool, change: Int64?) -> Bilingual {
        guard isChanged else {
            return Bilingual("profile of \(venue.visible) is unchanged", "场所 \(venue.visible) 的格式配置没有变化")
        }
        let files = entries == 1 ? "1 entry" : "\(entries) entries"
        return Bilingual(
            "profile of \(venue.visible) \(isDryRun ? "would be kept" : "is kept, change \(change ?? 0)"): \(files)",
            "场所 \(venue.visible) 的格式配置\(isDryRun ? "（试运行）将保存" : "已保存，变更 \(change ?? 0)")：共 \(entries) 项")
    }

    static func profile(of venue: String, change: Int64, recordedAt: String) -> Bilingual {
        Bilingual(
            "profile of \(venue.visible), change \(change) of \(recordedAt)",
            "场所 \(venue.visible) 的格式配置，变更 \(change)（\(recordedAt)）")
    }

    static func noProfile(of venue: String, byThen: Bool) -> Bilingual {
        Bilingual(
            "no profile of \(venue.visible) is kept\(byThen ? " by then" : ""); registry inspect FILE writes one",
            "\(byThen ? "当时" : "")没有保存场所 \(venue.visible) 的格式配置；可用 registry inspect 文件 生成")
    }

    /// Each once, though several vocabularies have it.
    private static func terms(of vocabularies: [Vocabulary]) -> [Vocabulary.Term] {
        vocabularies.flatMap(\.terms).reduce(into: []) { terms, term in
            if !terms.contains(where: { $0.code == term.code }) { terms.append(term) }
        }
    }
}
