import Registry
import RegistryStore
import Spreadsheets

/// Which columns of a calendar's file give the day, whether it is worked, and its name.
package struct CalendarColumns {
    let day: Int
    let isWorking: Int
    let name: Int?
    /// Whether the heading asks a question that 是 and 否, 1 and 0 answer. Under 类型 they are codes of somebody's own.
    let isQuestion: Bool
    let headings: [String]

    package static let fields = ["day", "is_working", "name"]
    private static let days: Set<String> = ["day", "date", "日期", "公历日期"]
    private static let questions: Set<String> = [
        "is_working", "working", "is_workday", "workday", "is_working_day", "是否工作日", "是否上班", "工作日",
    ]
    private static let types: Set<String> = ["类型", "日期类型", "安排", "休/班", "班/休", "休班", "班休", "type", "kind"]
    private static let names: Set<String> = [
        "name", "holiday", "名称", "节日", "节日名称", "节假日", "节假日名称", "假日", "假日名称", "说明", "备注",
    ]

    /// The field that a heading means; nil where it is not known, or a column is told to be none.
    private static func field(of text: String, told: [String: String]) -> String? {
        let bare = Heading(text).bare
        if let field = told.first(where: { $0.key == text || Heading($0.key).bare == bare })?.value { return field }
        if days.contains(bare) { return "day" }
        if questions.contains(bare) || types.contains(bare) { return "is_working" }
        return names.contains(bare) ? "name" : nil
    }

    /// How many of the texts are headings of a calendar.
    static func known(among texts: [String], told: [String: String]) -> Int {
        texts.count { field(of: $0, told: told) != nil }
    }

    /// - Throws: ``FileRefusal`` where one is lacking or there twice.
    init(_ texts: [String], told: [String: String]) throws(FileRefusal) {
        var places: [String: [Int]] = [:]
        for (place, text) in texts.enumerated() {
            if let field = Self.field(of: text, told: told) { places[field, default: []].append(place) }
        }
        for field in Self.fields {
            guard let doubled = places[field], doubled.count > 1 else { continue }
            throw .doubledHeading(field: field, headings: doubled.map { texts[$0] })
        }
        guard let day = places["day"]?.first, let isWorking = places["is_working"]?.first else {
            throw .missingCalendarHeadings(["day", "is_working"].filter { places[$0] == nil }, headings: texts)
        }
        (self.day, self.isWorking, name, headings) = (day, isWorking, places["name"]?.first, texts)
        let bare = Heading(texts[isWorking]).bare
        isQuestion = Self.questions.contains(bare) || !Self.types.contains(bare)
    }

    private static let worked = ["班", "上班", "补班", "调休上班", "工作日", "工作", "working", "workday"]
    private static let off = [
        "休", "休息", "休息日", "休假", "放假", "假", "假日", "节假日", "法定节假日", "公休", "周末", "holiday", "weekend", "off",
    ]
    private static let yes = ["1", "true", "yes", "是"]
    private static let no = ["0", "false", "no", "否"]

    /// Whether a cell says that the day is worked.
    func isWorked(_ bytes: Bytes) throws(Refusal) -> Bool {
        guard !Field.isMissing(bytes) else { throw .missing(field: "is_working") }
        let word = halfWidth(bytes.text).lowercased()
        if Self.worked.contains(word) || isQuestion && Self.yes.contains(word) { return true }
        if Self.off.contains(word) || isQuestion && Self.no.contains(word) { return false }
        throw .unknownWord(
            bytes.text, words: isQuestion ? ["是", "否", "1", "0", "班", "休"] : ["班", "上班", "工作日", "休", "放假"])
    }
}
