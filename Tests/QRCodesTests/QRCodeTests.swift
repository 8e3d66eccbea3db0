import Glibc
import QRCodes
import TestSupport
import Testing

@Suite("QR codes")
struct QRCodeTests {
    /// Words, among them characters of Chinese, and how many bytes they take.
    @Test(
        "a reader of QR codes reads the text back",
        arguments: ["SH/C-2022-0001 7K2M-9QXR-4TA8", "a", "凭证 SH/鉴-0001", String(repeating: "0123456789", count: 60)])
    func isReadBack(text: String) throws {
        let folder = try TestFolder()
        let code = try QRCode(of: text)
        try folder.write(Self.picture(of: code), to: "code.pbm")
        #expect(try Self.read(folder.file("code.pbm")) == text)
    }

    @Test("its modules stand in the path, apart from the edge by the quiet zone")
    func path() throws {
        let code = try QRCode(of: "a")
        #expect(code.side == 21 && code.isDark.count == 21 * 21)
        // The finder pattern in the corner begins with seven dark modules.
        #expect(code.path.hasPrefix("M4 4h7v1h-7z"))
        var dark = 0
        for run in code.path.split(separator: "z") {
            dark += Int(run.split(separator: "h")[1].prefix { $0.isNumber }) ?? 0
        }
        #expect(dark == code.isDark.count { $0 })
    }

    @Test("a text beyond what a code can hold is refused with its size")
    func tooLong() {
        #expect(throws: QRCode.Fault.tooLong(bytes: 3000)) { try QRCode(of: String(repeating: "x", count: 3000)) }
    }

    /// Each module four dots wide, in netpbm's format for black and white.
    private static func picture(of code: QRCode) -> String {
        let (zone, scale) = (QRCode.quietZone, 4)
        let side = (code.side + 2 * zone) * scale
        var picture = "P1\n\(side) \(side)\n"
        for row in 0..<side {
            for column in 0..<side {
                let (y, x) = (row / scale - zone, column / scale - zone)
                let isInside = (0..<code.side).contains(y) && (0..<code.side).contains(x)
                picture += isInside && code.isDark[y * code.side + x] ? "1 " : "0 "
            }
            picture += "\n"
        }
        return picture
    }

    private static func read(_ path: String) throws -> String? {
        // As raw bytes: a text that is no Latin would else be taken for an encoding of Japan.
        guard let program = popen("zbarimg --quiet --raw -Sbinary -Sdisable -Sqrcode.enable \(path)", "r") else {
            return nil
        }
        var bytes: [UInt8] = []
        while case let byte = fgetc(program), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        guard pclose(program) == 0 else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
