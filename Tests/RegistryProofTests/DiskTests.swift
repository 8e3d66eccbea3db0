import TestSupport
import Testing
import WatchedDisks

@testable import RegistryProof

@Suite("A disk that fails", .serialized)
struct DiskTests {
    @Test("a power cut at any moment leaves what was acknowledged, whole, and nothing half done")
    func powerCut() throws {
        let morning = try Workday()
        let before = try morning.files
        let disk = WatchedDisk(morning.folder.path)
        defer { disk.end() }
        let first = try morning.standing().change
        var marks: [(steps: Int, change: Int64)] = [(0, first)]
        for act in Workday.acts {
            let steps = try morning.perform(act) { disk.count }
            marks.append((steps, marks[marks.count - 1].change + 1))
        }
        #expect(disk.steps.contains { if case .synced = $0.deed { true } else { false } })
        let cut = PowerCut(before: before, steps: disk.steps)
        #expect(try morning.standing() == (marks[marks.count - 1].change, []))

        var dice = Dice(seed: UInt64(Tries.asked ?? 1))
        let all = Array(0...cut.steps.count)
        let moments =
            all.count <= Tries.count(everyday: 30)
            ? all : all.shuffled(using: &dice).prefix(Tries.count(everyday: 30)).sorted()
        if Tries.asked != nil { print("power cuts at \(moments.count) of \(all.count) moments, three of each") }
        for moment in moments {
            for loss in PowerCut.Loss.allCases {
                let after = try Workday(cut.files(after: moment, losing: loss, &dice))
                let (change, findings) = try after.standing()
                let acknowledged = marks.last { $0.steps <= moment }?.change ?? 0
                let label: Comment = "step \(moment) of \(cut.steps.count), losing \(loss)"
                #expect(findings.isEmpty, label)
                #expect(change == acknowledged || change == acknowledged + 1, label)
            }
        }
    }

    @Test(
        "a step that the disk refuses ends the act with an error, and what was acknowledged stays",
        arguments: DiskRefusal.allCases, [1, .max])
    func refusal(_ refusal: DiskRefusal, count: Int) throws {
        let morning = try Workday()
        var refused = 0
        var dice = Dice(seed: UInt64(Tries.asked ?? 1) &+ UInt64(refusal.rawValue))
        for act in Workday.acts {
            let before = try morning.files
            let steps = try Self.steps(of: act, on: before)
            let tries = Array(0..<steps).shuffled(using: &dice).prefix(Tries.count(everyday: 1))
            for step in tries {
                let day = try Workday(before)
                let (first, _) = try day.standing()
                let disk = WatchedDisk(day.folder.path)
                defer { disk.end() }
                disk.refuse(from: step, count: count, with: refusal)
                let isDone = (try? day.perform(act) {}) != nil
                if !isDone { refused += 1 }
                disk.refuseNothing()
                let (change, findings) = try day.standing()
                let label: Comment = "step \(step) of \(steps)"
                #expect(findings.isEmpty, label)
                #expect(change == first + 1 || !isDone && change == first, label)
            }
            try morning.perform(act) {}
        }
        #expect(refused > 0)
    }

    /// How many steps an act takes where none is refused.
    private static func steps(of act: Workday.Act, on files: [String: [UInt8]]) throws -> Int {
        let day = try Workday(files)
        let disk = WatchedDisk(day.folder.path)
        defer { disk.end() }
        return try day.perform(act) { disk.count }
    }
}
