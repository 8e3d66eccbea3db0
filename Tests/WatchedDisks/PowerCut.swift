/// What a disk holds when the power fails, worked out from all that was done to it.
package struct PowerCut {
    /// What becomes of that which was not synced yet.
    package enum Loss: CaseIterable {
        /// All of it reached the disk, as when only the process is killed.
        case nothing
        case all
        /// Some sectors of it did, others did not, in any order.
        case some
    }

    /// The files when the watch began.
    package let before: [String: [UInt8]]
    package let steps: [WatchedDisk.Step]
    private static let sector = 512

    package init(before: [String: [UInt8]], steps: [WatchedDisk.Step]) { (self.before, self.steps) = (before, steps) }

    /// The files after so many steps; a file that was removed may be there again.
    package func files(after count: Int, losing loss: Loss, _ dice: inout some RandomNumberGenerator) -> [String:
        [UInt8]]
    {
        var synced = before
        var pending: [String: [WatchedDisk.Deed]] = [:]
        var removed: [String: [UInt8]] = [:]
        for step in steps.prefix(count) {
            switch step.deed {
            case .made: (synced[step.file], removed[step.file]) = ([], nil)
            case .written, .cut: pending[step.file, default: []].append(step.deed)
            case .synced:
                for deed in pending.removeValue(forKey: step.file) ?? [] {
                    Self.apply(deed, to: &synced[step.file, default: []])
                }
            case .removed:
                pending[step.file] = nil
                removed[step.file] = synced.removeValue(forKey: step.file)
            }
        }
        if loss != .all {
            for (file, deeds) in pending.sorted(by: { $0.key < $1.key }) {
                for deed in deeds {
                    let reaching = loss == .nothing ? [deed] : Self.reaching(deed, &dice)
                    for deed in reaching { Self.apply(deed, to: &synced[file, default: []]) }
                }
            }
        }
        // Who removes a file does not wait for its folder to reach the disk.
        if loss != .nothing { synced.merge(removed) { now, _ in now } }
        return synced
    }

    private static func apply(_ deed: WatchedDisk.Deed, to bytes: inout [UInt8]) {
        switch deed {
        case .written(let new, let offset):
            let end = offset + new.count
            if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
            bytes.replaceSubrange(offset..<end, with: new)
        case .cut(let size): bytes = Array(bytes.prefix(size))
        case .made, .synced, .removed: break
        }
    }

    /// The sectors of a piece that reached the disk; a cut did, or did not.
    private static func reaching(_ deed: WatchedDisk.Deed, _ dice: inout some RandomNumberGenerator) -> [WatchedDisk
        .Deed]
    {
        guard case .written(let bytes, let offset) = deed else { return Bool.random(using: &dice) ? [deed] : [] }
        return stride(from: offset / sector * sector, to: offset + bytes.count, by: sector).compactMap { start in
            let (first, last) = (max(start, offset), min(start + sector, offset + bytes.count))
            return Bool.random(using: &dice) ? .written(Array(bytes[first - offset..<last - offset]), at: first) : nil
        }
    }
}
