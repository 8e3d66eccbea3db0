import QRCodes
package import Registry
import Spreadsheets

/// A certificate, before it has a form: one page in both languages.
package struct CertificatePage: Sendable {
    /// A line of what is certified.
    package struct Item: Sendable {
        let name: Bilingual
        let value: Bilingual?
        let isNumber: Bool

        /// - Parameter value: nil where nothing is said.
        package init(_ name: Bilingual, _ value: Bilingual?, isNumber: Bool = false) {
            (self.name, self.value, self.isNumber) = (name, value, isNumber)
        }
    }

    /// What a page of ours begins with.
    package static let mark = "registry certificate"

    /// The venue that certifies.
    package let house: String
    package let number: String
    package let code: String
    package let change: String
    package let recordedAt: String
    package let seal: String
    package var warnings: [Bilingual] = []
    package var items: [Item] = []

    package init(house: String, number: String, code: String, change: String, recordedAt: String, seal: String) {
        (self.house, self.number, self.code) = (house, number, code)
        (self.change, self.recordedAt, self.seal) = (change, recordedAt, seal)
    }

    /// What a reader of the QR code finds: the words that are to be verified.
    package var scanned: String { "\(number) \(code)" }

    package func html() throws -> String {
        let picture = try QRCode(of: scanned)
        let style = String(decoding: PackageResources.certificate_css, as: UTF8.self)
        // The style is no value: it is put in before values are.
        let text = String(decoding: PackageResources.certificate_html, as: UTF8.self)
        let values: TemplateValues = [
            "mark": .text(Self.mark), "house": .text(house), "number": .text(number), "code": .text(code),
            "change": .text(change), "recorded_at": .text(recordedAt), "seal": .text(seal), "scanned": .text(scanned),
            "size": .text("\(picture.side + 2 * QRCode.quietZone)"), "modules": .text(picture.path),
            "warnings": .list(
                warnings.map { ["chinese": .text($0.chinese), "english": .text($0.english)] }),
            "items": .list(items.map(\.values)),
        ]
        return try Template(text.replacing("/* style */", with: style)).filled(
            with: values, escaped: PageForm.escapedHTML)
    }
}

extension CertificatePage.Item {
    fileprivate var values: TemplateValues {
        let also = value.map { $0.english == $0.chinese ? "" : $0.english } ?? ""
        return [
            "chinese": .text(name.chinese), "english": .text(name.english), "is_number": .text(isNumber ? "yes" : ""),
            "missing": .text(value == nil ? "yes" : ""), "value": .text(value?.chinese ?? ""), "also": .text(also),
        ]
    }
}
