import Testing
import YAML

@Suite("YAML documents")
struct YAMLTests {
    private func read(_ text: String) throws -> YAMLNode { try YAMLNode(yaml: Array(text.utf8)) }

    @Test("a document is read with the places of its pieces")
    func places() throws {
        let root = try read("# a remark\nfiles:\n  - match: 成交*.xlsx\n    unit: '万元'\n")
        guard case .keys(let pairs) = root.content, case .list(let entries) = pairs[0].value.content,
            case .keys(let entry) = entries[0].content
        else {
            Issue.record("it is no keys with a list of keys")
            return
        }
        #expect(pairs.map(\.key.text) == ["files"])
        #expect(entry.map(\.key.text) == ["match", "unit"])
        #expect(entry.map(\.value.text) == ["成交*.xlsx", "万元"])
        #expect(entry[1].value.place == YAMLPlace(line: 4, column: 11))
        #expect(!entry[1].value.isNothing)
    }

    @Test("nothing is told from an empty text in quotes", arguments: ["a:", "a: ~", "a: null"])
    func nothing(text: String) throws {
        guard case .keys(let pairs) = try read(text).content, case .keys(let quoted) = try read("a: ''").content else {
            Issue.record("it is no keys")
            return
        }
        #expect(pairs[0].value.isNothing)
        #expect(!quoted[0].value.isNothing)
    }

    @Test(
        "a text that is no document, or of more than its own size, is refused with its place",
        arguments: [
            ("", YAMLFault(.empty)), ("# nothing\n", YAMLFault(.empty)),
            ("a: 1\n---\nb: 2\n", YAMLFault(.severalDocuments, at: YAMLPlace(line: 3, column: 1))),
            ("a: &x 1\nb: *x\n", YAMLFault(.alias, at: YAMLPlace(line: 1, column: 4))),
            ("b: *x\n", YAMLFault(.alias, at: YAMLPlace(line: 1, column: 4))),
            ("a: !!int 1\n", YAMLFault(.tag("tag:yaml.org,2002:int"), at: YAMLPlace(line: 1, column: 4))),
            ("a: !x [1]\n", YAMLFault(.tag("!x"), at: YAMLPlace(line: 1, column: 4))),
            (
                "a: [1, 2\nb: 3\n",
                YAMLFault(.syntax("did not find expected ',' or ']'"), at: YAMLPlace(line: 2, column: 2))
            ),
            (
                "a:\n\t- b\n",
                YAMLFault(.syntax("found character that cannot start any token"), at: YAMLPlace(line: 2, column: 1))
            ),
        ])
    func refused(text: String, fault: YAMLFault) {
        #expect(throws: fault) { try read(text) }
    }

    @Test("bytes that are not UTF-8 are refused")
    func notUTF8() {
        #expect(throws: YAMLFault(.notUTF8)) { try YAMLNode(yaml: [0x61, 0x3A, 0x20, 0xC3, 0x28]) }
    }

    @Test("what is made to do harm is refused")
    func harm() {
        let deep = String(repeating: "[", count: 200_000)
        #expect(throws: YAMLFault(.tooDeep(most: 16), at: YAMLPlace(line: 1, column: 18))) { try read(deep) }
        let wide = "[" + String(repeating: "a,", count: 400_000) + "]"
        #expect {
            try read(wide)
        } throws: {
            ($0 as? YAMLFault)?.kind == .tooManyPieces(most: 50_000)
        }
        let long = Array(repeating: UInt8(ascii: "a"), count: YAMLNode.mostBytes + 1)
        #expect(throws: YAMLFault(.tooLarge(most: YAMLNode.mostBytes))) { try YAMLNode(yaml: long) }
        var laughs = "a0: &a0 [x, x]\n"
        for level in 1...60 { laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(throws: YAMLFault(.alias, at: YAMLPlace(line: 1, column: 5))) { try read(laughs) }
    }
}
