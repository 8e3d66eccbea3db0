/// What a workbook's own parts say of it: its sheets and where they lie (ECMA-376-1, 18.2).
final class WorkbookPlan {
    struct Sheet {
        let name: String
        let part: String
        let isHidden: Bool
        /// A chart has no cells.
        let hasCells: Bool
    }

    let sheets: [Sheet]
    let countsFrom1904: Bool
    let sharedTexts: String?
    let styles: String?

    init(_ archive: ZipArchive) throws(ReadingError) {
        let root = try Relations(archive, of: "")
        guard let book = root.first(ofType: "officedocument") else {
            if archive.has("content.xml"), archive.has("mimetype") { throw .form(.openDocument) }
            throw .form(archive.has("[Content_Types].xml") ? .missingPart("workbook.xml") : .otherArchive)
        }
        guard !book.lowercased().hasSuffix(".bin") else { throw .form(.binaryWorkbook) }
        let relations = try Relations(archive, of: book)
        let taker = BookTaker()
        try XMLPart(book, archive.open(book), taker).readAll()
        countsFrom1904 = taker.countsFrom1904
        sharedTexts = relations.first(ofType: "sharedstrings")
        styles = relations.first(ofType: "styles")
        sheets = taker.sheets.map { sheet in
            let target = relations.targets[sheet.relation]
            return Sheet(
                name: sheet.name, part: target?.part ?? "", isHidden: sheet.isHidden,
                hasCells: target?.type == "worksheet")
        }
        // A document of another program has no sheets in its main part.
        guard !sheets.isEmpty else { throw .form(.otherArchive) }
    }
}

private final class BookTaker: XMLTaker {
    var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    var countsFrom1904 = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "sheet" {
            let state = attributes["state"]
            sheets.append(
                (attributes["name"] ?? "", attributes["id"] ?? "", state == "hidden" || state == "veryHidden"))
        } else if name == "workbookPr" {
            countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"])
        }
    }
}

/// What a part names of other parts, by an id and a type (ECMA-376-2, 6.5).
private final class Relations: XMLTaker {
    /// The type is the last word of its address, which differs between the editions of the standard, in small letters.
    var targets: [String: (part: String, type: String)] = [:]
    private let folder: [Substring]

    /// - Parameter part: empty for those of the whole archive.
    init(_ archive: ZipArchive, of part: String) throws(ReadingError) {
        let steps = part.split(separator: "/")
        folder = steps.dropLast()
        super.init()
        let name = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
        guard archive.has(name) else { return }
        try XMLPart(name, archive.open(name), self).readAll()
    }

    func first(ofType type: String) -> String? {
        targets.sorted { $0.key < $1.key }.first { $0.value.type == type }?.value.part
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            attributes["TargetMode"] != "External"
        else { return }
        var steps = target.hasPrefix("/") ? [] : folder
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        let type = attributes["Type"]?.split(separator: "/").last.map { $0.lowercased() } ?? ""
        targets[id] = (steps.joined(separator: "/"), type)
    }
}
