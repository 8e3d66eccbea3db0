import Registry
import TestSupport
import Testing

@testable import RegistryCLI

@Suite("--lang")
struct InvocationTests {
    @Test(
        "may stand anywhere before --, and no command sees it",
        arguments: [
            (["totals", "--lang", "zh", "--by", "month"], ["totals", "--by", "month"], Language.chinese),
            (["--lang=zh", "totals"], ["totals"], .chinese), (["totals", "--lang", "en"], ["totals"], .english),
            (["--lang", "zh", "totals", "--lang", "en"], ["totals"], .english),
            (["show", "--", "--lang", "zh"], ["show", "--", "--lang", "zh"], .english),
            (["totals", "--language", "zh"], ["totals", "--language", "zh"], .english), ([], [], .english),
        ])
    func taken(typed: [String], words: [String], language: Language) {
        let invocation = Invocation(typed) { _ in nil }
        #expect(invocation.words == words)
        #expect(invocation.language == language)
        #expect(invocation.unknownLanguage == nil)
    }

    @Test(
        "goes before the locale, of which the first variable that says something counts",
        arguments: [
            ([], ["LANG": "zh_CN.UTF-8"], Language.chinese), (["--lang=en"], ["LANG": "zh_CN.UTF-8"], .english),
            ([], ["LC_MESSAGES": "zh_TW", "LANG": "en_GB"], .chinese), ([], ["LC_ALL": "zh", "LANG": "C"], .chinese),
            ([], ["LC_ALL": "C.UTF-8", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"], .english),
            ([], ["LC_ALL": "", "LANG": "zh_CN"], .chinese), ([], ["LC_CTYPE": "zh_CN"], .english), ([], [:], .english),
        ])
    func locale(typed: [String], variables: [String: String], language: Language) {
        #expect(Invocation(typed) { variables[$0] }.language == language)
    }

    @Test(
        "that names no language is misuse, told in both",
        arguments: [("--lang fr", "fr"), ("--lang=ZH", "ZH"), ("--lang=", ""), ("--lang", "")])
    func unknown(words: String, told: String) throws {
        let run = try ShellRun("registry totals \(words)", in: TestFolder())
        #expect(run.exitCode == 64)
        #expect(run.output.isEmpty)
        #expect(
            run.talk == [
                "registry: --lang takes zh or en, and not '\(told)'",
                "registry: --lang 只能是 zh（中文）或 en（英文），不能是“\(told)”",
            ])
    }

    @Test("is no part of what a change tells of its command")
    func change() throws {
        let folder = try TestFolder()
        let script = """
            registry --lang zh init
            registry add-venue --code SH --name 沪东 --joined-on 2020-10-28 --lang zh
            registry list changes --format csv | grep -c -- --lang
            """
        #expect(try ShellRun(script, in: folder).output.last == "0")
    }
}
