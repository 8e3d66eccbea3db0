import Glibc

/// Reads a file of JSON lines: one object a line, its keys the headings. Keys may be left out, and stand in any order.
///
/// The first row that is given out, numbered 0, holds the keys; the others are numbered as the lines of the file. A number
/// is given as its decimal text, exactly; `null` as nothing.
package struct JSONLinesReader: RowSource, ~Copyable {
    private static let lineLimit = 4 << 20
    /// As many as a workbook has columns.
    private static let mostKeys = 16_384
    private static let (mostKeyBytes, mostBytesOfKeys) = (1000, 1 << 20)

    private var lines: JSONLines
    private let keys: [[UInt8]]
    private let places: [[UInt8]: Int]
    private var room: RowRoom
    private var isPastKeys = false
    private var text: [UInt8] = []
    /// For each key, where its value lies in `text`.
    private var values: [Range<Int>?]

    /// - Parameter source: gives the file's text afresh at each call: it is read twice, first for its keys.
    package init(_ source: () throws(ReadingError) -> any ByteSource) throws(ReadingError) {
        let found = try Self.keys(of: try source())
        let second = try source()
        keys = found
        places = Dictionary(uniqueKeysWithValues: zip(found, found.indices))
        values = Array(repeating: nil, count: found.count)
        lines = JSONLines(second, limit: Self.lineLimit)
        room = RowRoom()
    }

    /// All keys, in the order in which they first appear. A line is read to its end or its fault.
    private static func keys(of source: any ByteSource) throws(ReadingError) -> [[UInt8]] {
        var keys: [[UInt8]] = []
        var known: Set<[UInt8]> = []
        var lines = JSONLines(source, limit: lineLimit)
        var key: [UInt8] = []
        var (size, isTooLong) = (0, false)
        while let line = try lines.next() {
            guard line.fault == nil else { continue }
            var scanner = JSONScanner(line.bytes)
            try? scanner.object(key: &key) { (scanner, key) throws(JSONFault) in
                if !known.contains(key) {
                    size += key.count
                    guard keys.count < mostKeys, key.count <= mostKeyBytes, size <= mostBytesOfKeys else {
                        isTooLong = true
                        throw JSONFault(kind: .unexpected, byteOffset: 0)
                    }
                    known.insert(key)
                    keys.append(key)
                }
                try scanner.skipValue(depth: 1)
            }
            if isTooLong { throw .form(.keysTooLong(line: line.row)) }
        }
        return keys
    }

    package mutating func next() throws(ReadingError) -> CSVRecord? {
        room.clear()
        guard isPastKeys else {
            isPastKeys = true
            for key in keys { key.withUnsafeBufferPointer { room.append($0) } }
            return room.record(row: 0)
        }
        guard let line = try lines.next() else { return nil }
        if let fault = line.fault {
            room.note(fault, column: nil)
        } else if !line.isBlank {
            read(line.bytes)
        }
        return room.record(row: line.row, offset: line.byteOffset, raw: room.count == 0 ? line.bytes : nil)
    }

    private mutating func read(_ line: UnsafeBufferPointer<UInt8>) {
        text.removeAll(keepingCapacity: true)
        for index in values.indices { values[index] = nil }
        var scanner = JSONScanner(line)
        guard scanner.peek() == UInt8(ascii: "{") else {
            let isJSON = (try? scanner.skipValue(depth: 0)) != nil && (try? scanner.end()) != nil
            return room.note(isJSON ? .noObject : .brokenJSON, column: nil)
        }
        var faults: [(CSVFault.Kind, Int)] = []
        let places = places
        let isWhole: Bool
        var (key, text, values): ([UInt8], [UInt8], [Range<Int>?]) = ([], [], [])
        swap(&text, &self.text)
        swap(&values, &self.values)
        do throws(JSONFault) {
            try scanner.object(key: &key) { (scanner, key) throws(JSONFault) in
                let start = text.count
                let place = places[key]
                switch scanner.peek() {
                case UInt8(ascii: "\""): try scanner.string(into: &text)
                case UInt8(ascii: "t"):
                    try scanner.word("true")
                    text.append(contentsOf: "true".utf8)
                case UInt8(ascii: "f"):
                    try scanner.word("false")
                    text.append(contentsOf: "false".utf8)
                case UInt8(ascii: "n"): try scanner.word("null")
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    try scanner.skipValue(depth: 1)
                    if let place { faults.append((.nestedValue, place)) }
                default: DecimalText.append(try scanner.number(), to: &text)
                }
                guard let place else { return }
                if values[place] != nil { faults.append((.doubledKey, place)) }
                values[place] = start..<text.count
            }
            try scanner.end()
            isWhole = true
        } catch {
            isWhole = false
        }
        swap(&text, &self.text)
        swap(&values, &self.values)
        guard isWhole else { return room.note(.brokenJSON, column: nil) }
        give(faults)
    }

    private mutating func give(_ faults: [(CSVFault.Kind, Int)]) {
        text.withUnsafeBufferPointer { text in
            for (column, value) in values.enumerated() {
                let bytes = value.map { UnsafeBufferPointer(rebasing: text[$0]) }
                if bytes?.contains(0) == true { room.note(.nulByte, column: column) }
                room.append(bytes ?? UnsafeBufferPointer(start: nil, count: 0))
            }
        }
        for (kind, column) in faults { room.note(kind, column: column) }
    }
}

/// The lines of a text, one by one.
private struct JSONLines: ~Copyable {
    struct Line {
        let row: Int
        let byteOffset: Int
        let bytes: UnsafeBufferPointer<UInt8>
        let fault: CSVFault.Kind?
        var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
    }

    private let limit: Int
    private var buffer: ReadBuffer
    private var row = 0

    init(_ source: any ByteSource, limit: Int) {
        self.limit = limit
        buffer = ReadBuffer(source: source, chunkSize: 1 << 18, largest: limit + 2)
    }

    mutating func next() throws(ReadingError) -> Line? {
        if row == 0 {
            while buffer.end - buffer.start < 3, !buffer.holdsLastByte { try buffer.readMore() }
            if buffer.start[0] == 0xEF, buffer.start[1] == 0xBB, buffer.start[2] == 0xBF {
                buffer.advance(to: buffer.start + 3)
            }
        }
        row += 1
        let offset = buffer.offsetOfStart
        var isTooLong = false
        while true {
            let length = buffer.end - buffer.start
            if let found = memchr(buffer.start, 10, length) {
                let end = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
                defer { buffer.advance(to: end + 1) }
                return line(to: end, at: offset, isTooLong)
            }
            if buffer.holdsLastByte {
                let end = buffer.end
                if length == 0, !isTooLong { return nil }
                defer { buffer.advance(to: end) }
                return line(to: end, at: offset, isTooLong)
            }
            if length > limit {
                isTooLong = true
                buffer.advance(to: buffer.end)
            }
            try buffer.readMore()
        }
    }

    private func line(to end: UnsafePointer<UInt8>, at offset: Int, _ isTooLong: Bool) -> Line {
        var fault: CSVFault.Kind?
        if isTooLong {
            fault = .tooLong
        } else if let place = UTF8Check.firstFault(from: buffer.start, to: end) {
            fault = place.word & 0xFF_FFFF == 0xBD_BFEF ? .replacementCharacter : .invalidUTF8
        }
        let bytes = UnsafeBufferPointer(start: buffer.start, count: isTooLong ? 0 : end - buffer.start)
        return Line(row: row, byteOffset: offset, bytes: bytes, fault: fault)
    }
}
