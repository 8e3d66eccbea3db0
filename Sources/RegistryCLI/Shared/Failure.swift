import ArgumentParser
import Registry
import RegistryImport
import RegistryStore
import SQLite
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// How a command ends when it cannot do what was asked: a code of sysexits(3), and words for people.
struct Failure: Error {
    enum Code: Int32 {
        /// A check did not hold, or part was refused while the rest was done.
        case unmet = 1
        case misuse = 64
        case dataRefused = 65
        case inputMissing = 66
        case cannotCreate = 73
        case inputOutput = 74
        case busy = 75
        case notAllowed = 77
    }

    let code: Code
    /// Nil where all was said already.
    let words: Bilingual?

    init(_ code: Code, _ words: Bilingual? = nil) {
        self.code = code
        self.words = words
    }

    /// Ends the process. A reader that went away is no failure.
    static func end(with error: any Error) -> Never {
        switch error {
        case WriteError.brokenPipe, StoreError.cannotWrite(_, EPIPE): exit(0)
        case let error as WriteError: end(.inputOutput, Words.of(error))
        case let error as StoreError: end(code(of: error), Words.of(error))
        case NightFault.store(let error): end(code(of: error), Words.of(error))
        case NightFault.inbox(let fault): end(code(of: fault), Words.of(fault))
        case let error as Failure: end(error.code, error.words)
        default: endAsParserSays(error)
        }
    }

    private static func end(_ code: Code, _ words: Bilingual?) -> Never {
        if let words { Terminal.say("registry: " + words, code == .busy ? .notice : .error) }
        exit(code.rawValue)
    }

    /// Help on standard output, misuse on standard error.
    private static func endAsParserSays(_ error: any Error) -> Never {
        let code = RegistryCommand.exitCode(for: error)
        let text = ParserSpeech.text(of: error)
        if !text.isEmpty {
            if code.isSuccess {
                try? Terminal.show(CompletionScript.withLanguage(text))
            } else {
                Terminal.say(Bilingual(same: text))
            }
        }
        exit(code.rawValue)
    }

    static func code(of error: StoreError) -> Code {
        switch error {
        case .sqlite(let error):
            if error.isBusy {
                .busy
            } else if error.isReadOnly {
                .notAllowed
            } else if error.isCannotOpen {
                .inputMissing
            } else {
                .inputOutput
            }
        case .noRegistry: .inputMissing
        case .registryExists, .outputExists: .cannotCreate
        case .cannotKeep(_, let code): code == EACCES || code == EPERM ? .notAllowed : .inputOutput
        case .changedWhileRead, .unsound, .cannotWrite: .inputOutput
        case .wouldReplace, .notASnapshot: .cannotCreate
        case .restoresItself: .misuse
        case .inUse, .stopped: .busy
        case .cannotCreate(_, let code): code == EACCES || code == EPERM ? .notAllowed : .cannotCreate
        case .notARegistry, .newerRegistry, .olderRegistry, .alteredMigration, .unfinishedChange, .brokenReference,
            .temporaryFile:
            .inputOutput
        case .networkFileSystem, .notAllowed: .notAllowed
        case .unknownZone, .unknownGroup, .notATime, .notARecordName: .misuse
        case .noSuchChange, .openChange, .noSuchSeal, .severalSeals, .notKnownThen, .notCountedThen, .addsNothing,
            .notRevertible, .revertedAlready, .nothingTakenBack:
            .dataRefused
        case .knownAtTooEarly, .namedTwice, .unknownRecord, .voidRecord, .totalTooLarge, .refused, .stillNamed,
            .cannotFollow,
            .cannotReview, .cannotAnswer, .cannotDrop:
            .dataRefused
        }
    }

    static func code(of fault: InboxFault) -> Code {
        switch fault {
        case .missing: .inputMissing
        case .notAFolder: .misuse
        case .cannotRead(_, let code): code == EACCES || code == EPERM ? .notAllowed : .inputOutput
        case .locked, .stopped: .busy
        case .cannotMove(_, _, let code), .cannotWrite(_, let code):
            code == EACCES || code == EPERM ? .notAllowed : .cannotCreate
        }
    }
}
