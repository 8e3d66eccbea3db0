import Registry
import RegistryImport
import Testing

@Suite("The names of fields")
struct FieldNameTests {
    @Test("what a field is called in Chinese is recognised as its heading", arguments: Noun.allCases)
    func recognised(noun: Noun) {
        for field in noun.fields { #expect(Heading(field.chinese).meaning(in: noun) == .field(field.name)) }
    }

    @Test("no two fields of a noun are called alike", arguments: Noun.allCases)
    func distinct(noun: Noun) {
        #expect(Set(noun.fields.map(\.chinese)).count == noun.fields.count)
    }
}
