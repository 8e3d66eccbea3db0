import CFuzzer
import FuzzEntries
import Glibc

/// Feeds an entry with whatever libFuzzer makes up: `Fuzz amount -max_total_time=60 corpus`.
@main
enum Fuzz {
    nonisolated(unsafe) private static var entry = FuzzEntry.amount

    static func main() {
        guard CommandLine.argc > 1, let entry = FuzzEntry(rawValue: CommandLine.arguments[1]) else {
            let names = FuzzEntry.allCases.map(\.rawValue).joined(separator: ", ")
            print("usage: Fuzz ENTRY [option of libFuzzer …] [folder of inputs]; the entries: \(names)")
            exit(64)
        }
        self.entry = entry
        var words = CommandLine.arguments.enumerated().filter { $0.offset != 1 }.map { strdup($0.element) } + [nil]
        var count = CInt(words.count - 1)
        let code = words.withUnsafeMutableBufferPointer { words -> CInt in
            var start = words.baseAddress
            return LLVMFuzzerRunDriver(&count, &start) { bytes, count in
                do {
                    try Fuzz.entry.take(UnsafeBufferPointer(start: bytes, count: count), isMadeUp: true)
                } catch {
                    fatalError("\(error)")
                }
                return 0
            }
        }
        exit(code)
    }
}
