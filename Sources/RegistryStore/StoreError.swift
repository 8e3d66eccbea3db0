package import Registry
package import SQLite

/// What the store could not do. Its words stand in the catalogue.
package enum StoreError: Error, Sendable, SQLiteErrorCarrier {
    case sqlite(SQLiteError)
    // The registry's file
    case noRegistry(path: String)
    case registryExists(path: String)
    case notAllowed(path: String)
    case notARegistry(path: String, why: RegistryFlaw)
    case newerRegistry(path: String, version: Int, known: Int)
    case olderRegistry(path: String, version: Int, known: Int)
    case alteredMigration(name: String, recorded: String, shipped: String)
    case networkFileSystem(path: String, kind: String)
    case cannotCreate(path: String, errno: Int32)
    case outputExists(path: String)
    case unknownZone(name: String)
    case unknownGroup(name: String)
    // Copies of it
    case unsound(path: String, findings: Int)
    case wouldReplace(path: String)
    case restoresItself(path: String)
    case notASnapshot(path: String)
    case inUse(path: String)
    case cannotWrite(path: String, errno: Int32)
    // Changes
    case unfinishedChange(number: Int64)
    case totalTooLarge
    case notRevertible(change: Int64)
    case revertedAlready(change: Int64, by: Int64)
    case nothingTakenBack(change: Int64, kept: [Reversal.Kept], count: Int64)
    case brokenReference(table: String, column: String)
    // Questions
    case notATime(text: String)
    case knownAtTooEarly(asked: String, first: String)
    case noSuchChange(number: Int64, newest: Int64)
    case openChange(number: Int64)
    case noSuchSeal(text: String)
    case severalSeals(text: String, changes: [Int64])
    /// A record that was recorded, or happened, only later.
    case notKnownThen(noun: Noun, name: String, change: Int64)
    case notCountedThen(noun: Noun, name: String, asOf: Day)
    /// A record that is there and enters no total: a contract that is not registered.
    case addsNothing(noun: Noun, name: String, asOf: Day)
    case unknownRecord(noun: Noun, name: String)
    case voidRecord(noun: Noun, name: String)
    case stillNamed(noun: Noun, name: String, by: Noun, count: Int64)
    case notARecordName(text: String)
    /// In a list, a record that an earlier row names.
    case namedTwice(name: String, row: Int64)
    // Corrections
    case cannotFollow(noun: Noun, name: String, CorrectionRefusal)
    case cannotReview(change: Int64, CorrectionRefusal)
    case cannotAnswer(item: Int64, AnswerRefusal)
    case cannotDrop(reject: Int64, DropRefusal)
    // Records
    case refused([FieldRefusal])
    // Files
    case temporaryFile(errno: Int32)
    /// An imported file could not be put beside the registry.
    case cannotKeep(path: String, errno: Int32)
    case changedWhileRead(name: String)
    /// It was asked to end; nothing of the file in hand was recorded.
    case stopped

    package init(_ error: SQLiteError) { self = .sqlite(error) }
}

/// Why a review item cannot be answered.
package enum AnswerRefusal: Hashable, Sendable {
    case noSuchItem
    case answeredAlready(by: String, change: Int64)
    case superseded
    case settled
    /// Of a void record, which names another one that is void.
    case namesVoid(field: String)
}

/// A refusal with the field it belongs to; nil where it is the record's as a whole.
package struct FieldRefusal: Hashable, Sendable {
    package let field: String?
    package let refusal: Refusal

    package init(field: String?, _ refusal: Refusal) {
        self.field = field
        self.refusal = refusal
    }
}

/// Runs work on the database; its errors become the store's.
@discardableResult
func storing<Result: ~Copyable>(_ work: () throws(SQLiteError) -> Result) throws(StoreError) -> Result {
    do throws(SQLiteError) {
        return try work()
    } catch {
        throw .sqlite(error)
    }
}
