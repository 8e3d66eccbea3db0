import Digests
import RegistryStore

/// The digests, computed anew, of what each change recorded in one table; one hasher a change, since the rows of many
/// changes come mixed.
final class PartBook {
    /// What a change recorded in the table, as it is found now.
    struct Part {
        fileprivate(set) var newRows: Int64 = 0
        fileprivate(set) var newSHA256: [UInt8] = PartBook.nothing
        fileprivate(set) var changedRows: Int64 = 0
        fileprivate(set) var changedSHA256: [UInt8] = PartBook.nothing
        /// The least and the greatest id of its rows.
        fileprivate(set) var firstID: Int64 = .max
        fileprivate(set) var lastID: Int64 = .min

        func sealed(_ table: String) -> SealedPart {
            SealedPart(
                table: table, newRows: newRows, newSHA256: String(decoding: newSHA256, as: UTF8.self),
                changedRows: changedRows, changedSHA256: String(decoding: changedSHA256, as: UTF8.self))
        }
    }

    private final class Tally {
        var part = Part()
        var new = SHA256()
        var changed = SHA256()
    }

    private static let nothing = Array(SHA256.hash("").utf8)

    private var tallies: [Int64: Tally] = [:]
    /// New rows come change by change, and are hashed in blocks.
    private var newest: (change: Int64, tally: Tally)?
    private var pending: [UInt8] = []

    func add(_ line: UnsafeRawBufferPointer, id: Int64, change: Int64, isChanged: Bool) {
        if isChanged {
            let tally = tally(of: change)
            tally.part.changedRows += 1
            tally.changed.update(line.assumingMemoryBound(to: UInt8.self))
            tally.part.note(id)
            return
        }
        if newest?.change != change {
            flush()
            newest = (change, tally(of: change))
        }
        guard let tally = newest?.tally else { return }
        tally.part.newRows += 1
        tally.part.note(id)
        pending.append(contentsOf: line)
        if pending.count >= 1 << 16 { flush() }
    }

    private func tally(of change: Int64) -> Tally {
        if let newest, newest.change == change { return newest.tally }
        if let known = tallies[change] { return known }
        let tally = Tally()
        tallies[change] = tally
        return tally
    }

    private func flush() {
        newest?.tally.new.update(pending)
        pending.removeAll(keepingCapacity: true)
    }

    /// What each change recorded, by its number. Nothing may be added afterwards.
    func finish() -> [Int64: Part] {
        flush()
        newest = nil
        defer { tallies = [:] }
        return tallies.mapValues { tally in
            if tally.part.newRows > 0 { tally.part.newSHA256 = tally.new.finishHexadecimal() }
            if tally.part.changedRows > 0 { tally.part.changedSHA256 = tally.changed.finishHexadecimal() }
            return tally.part
        }
    }
}

extension PartBook.Part {
    @inline(__always)
    fileprivate mutating func note(_ id: Int64) {
        firstID = min(firstID, id)
        lastID = max(lastID, id)
    }
}
