import Registry
import Spreadsheets

/// The forms of a report; the raw value is the word after `--format`.
package enum PageForm: String, CaseIterable, Sendable {
    /// One page that holds all it needs.
    case html
    /// For a mail.
    case markdown

    /// What a page of ours begins with.
    package static let mark = "registry report"

    package func text(of page: ReportPage) throws(TemplateFault) -> String {
        switch self {
        case .html:
            let style = String(decoding: PackageResources.report_css, as: UTF8.self)
            // The style is no value: it is put in before values are.
            let text = String(decoding: PackageResources.report_html, as: UTF8.self)
            return try Template(text.replacing("/* style */", with: style)).filled(
                with: page.values, escaped: Self.escapedHTML)
        case .markdown:
            let text = String(decoding: PackageResources.report_md, as: UTF8.self)
            return try Template(text).filled(with: page.values, escaped: MarkdownRows.escaped)
        }
    }

    /// For text and for values in quotes. Looked at are single bytes, since a sign with an accent on it is the sign still.
    package static func escapedHTML(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.visibleText.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ReportPage {
    private var isChinese: Bool { language.hasPrefix("zh") }

    /// As the templates name them.
    fileprivate var values: TemplateValues {
        [
            "language": .text(language), "title": .text(title), "lead": .text(lead), "mark": .text(PageForm.mark),
            "colon": .text(isChinese ? "：" : ": "), "stop": .text(isChinese ? "。" : ". "),
            "sections": .list(sections.map(\.values)),
        ]
    }
}

extension ReportPage.Section {
    fileprivate var values: TemplateValues {
        let cards = cards.map { card in
            ["name": .text(card.name), "value": .text(card.value), "note": .text(card.note)] as TemplateValues
        }
        return [
            "id": .text(id), "heading": .text(heading), "has_cards": .text(cards.isEmpty ? "" : "yes"),
            "cards": .list(cards), "paragraphs": .list(paragraphs.map { ["text": .text($0)] }),
            "charts": .list(charts.map(\.templateValues)),
            "tables": .list(tables.enumerated().map { place, table in table.values(id: "\(id)-\(place + 1)") }),
        ]
    }
}

extension CurveChart {
    fileprivate var templateValues: TemplateValues {
        [
            "id": .text(id), "title": .text(title), "description": .text(description), "line": .text(line),
            "area": .text(area), "most": .text(most), "last": .text(last),
            "labels": .list(labels.map { ["text": .text($0)] }),
        ]
    }
}

extension ReportPage.Table {
    fileprivate func values(id: String) -> TemplateValues {
        let columns = columns.enumerated().map { place, text in
            ["text": .text(text), "number": .text(numbers.contains(place) ? "yes" : "")] as TemplateValues
        }
        let layout = layout
        let rows = rows.enumerated().map { place, texts in
            row(texts, layout, share: shares.indices.contains(place) ? shares[place] : nil)
        }
        return [
            "table_id": .text(id), "caption": .text(caption), "layout": .text(layout.rawValue),
            "columns": .list(columns), "rows": .list(rows), "folded": .text(isFolded ? "yes" : ""),
            "notes": .list(notes.map { ["text": .text($0)] }),
        ]
    }

    /// The class of a table, by which a small screen lays out its rows.
    private enum Layout: String {
        case plain = ""
        /// Many numbers, or long names: the name stands above its numbers.
        case figures
        /// Texts: each stands below the one before, behind the heading of its column.
        case records
    }

    private var layout: Layout {
        let others = columns.indices.dropFirst()
        guard others.count > 1 else { return .plain }
        guard others.allSatisfy(numbers.contains) else { return .records }
        return others.count > 3 || rows.contains { ($0.first ?? "").displayWidth > 12 } ? .figures : .plain
    }

    private func row(_ texts: [String], _ layout: Layout, share: Int?) -> TemplateValues {
        let cells = texts.enumerated().dropFirst().map { place, text -> TemplateValues in
            let isDrawn = place == texts.count - 1 && (share ?? 0) > 0
            return [
                "text": .text(text), "shape": .text(Self.shape(of: text, isNumber: numbers.contains(place))),
                "label": .text(layout == .records ? columns[place] : ""),
                "bar": .text(isDrawn ? share.map { decimal(min($0, 1000), places: 1) } ?? "" : ""),
            ]
        }
        let name = texts.first ?? ""
        return ["name": .text(name), "name_shape": .text(Self.shape(of: name, isNumber: false)), "cells": .list(cells)]
    }

    /// The class of a cell: a short text stays on its line, a long one gets room on a small screen.
    private static func shape(of text: String, isNumber: Bool) -> String {
        if isNumber { return "number" }
        let width = text.displayWidth
        return width <= 24 ? "short" : width > 60 ? "long" : ""
    }
}
