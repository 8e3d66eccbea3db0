import Archives
import Glibc
import Testing

@Suite("gzip")
struct GzipTests {
    private let path: String

    init() throws {
        var name = Array("/tmp/registry-gzip-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        try #require(descriptor >= 0)
        close(descriptor)
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func write(_ bytes: [UInt8]) throws {
        let file = try #require(fopen(path, "w"))
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    private func packed(_ bytes: [UInt8]) -> [UInt8] {
        let packing = GzipPacking()
        var all: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let end = min(place + GzipPacking.largestStretch, bytes.count)
            bytes[place..<end].withUnsafeBytes { all += packing.pack($0) }
            place = end
        }
        return all
    }

    private func unpacked() throws(GzipReading.Fault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        defer {
            close(descriptor)
            unlink(path)
        }
        let reading = GzipReading(descriptor: descriptor)
        var all: [UInt8] = []
        while let bytes = try reading.next() { all += bytes }
        return all
    }

    private func noise(_ count: Int) -> [UInt8] {
        var state: UInt64 = 7
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }

    @Test("what is packed comes back", arguments: [1, 100, 1 << 18, 1 << 18 + 1, 3_000_000])
    func roundTrip(count: Int) throws {
        let rows = Array(String(repeating: "SH,D-2022-0001,transfer,1200000\n", count: count / 32 + 1).utf8)
        for bytes in [Array(rows.prefix(count)), noise(count)] {
            try write(packed(bytes))
            #expect(try unpacked() == bytes)
        }
    }

    @Test("gunzip reads it as one file", .enabled(if: access("/usr/bin/zcat", X_OK) == 0))
    func gunzip() throws {
        let bytes = noise(700_000).map { $0 % 64 + 32 }
        try write(packed(bytes))
        let output = try #require(popen("/usr/bin/zcat < '\(path)' | wc -c", "r"))
        var line = [CChar](repeating: 0, count: 32)
        fgets(&line, 32, output)
        #expect(pclose(output) == 0)
        #expect(line.prefix { $0 >= 48 }.map { UInt8(bitPattern: $0) } == Array("700000".utf8))
        unlink(path)
    }

    @Test("what is no gzip, is cut or altered is damaged", arguments: ["", "cut", "flipped", "tail"])
    func damaged(how: String) throws {
        var bytes = packed(noise(600_000).map { $0 % 32 + 64 })
        switch how {
        case "cut": bytes.removeLast(9)
        case "flipped": bytes[bytes.count / 2] ^= 4
        case "tail": bytes += [1, 2, 3]
        default: bytes = Array("code,name\n".utf8)
        }
        try write(bytes)
        do throws(GzipReading.Fault) {
            _ = try unpacked()
            Issue.record("it was read")
        } catch {
            #expect(error == .damaged)
        }
    }
}
