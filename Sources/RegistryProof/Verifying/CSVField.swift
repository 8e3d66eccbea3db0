import Spreadsheets

extension [UInt8] {
    /// The bytes as a field of a sealed line.
    var csvField: [UInt8] {
        var line = CSVLine(capacity: count + 8)
        line.appendField(self)
        return line.bytes
    }

    /// What a field of a sealed line stands for; nil for null.
    var csvValue: [UInt8]? {
        guard first == UInt8(ascii: "\"") else { return isEmpty ? nil : self }
        var value: [UInt8] = []
        var isSecond = false
        for byte in dropFirst().dropLast() {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { value.append(byte) }
        }
        return value
    }
}
