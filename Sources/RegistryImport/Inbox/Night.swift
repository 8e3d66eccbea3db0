package import Registry
package import RegistryStore

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// One run over an inbox: each file whole in a transaction of its own, then moved.
package struct Night {
    private let inbox: Inbox
    private let importer: Importer
    private let places: FilePlaces
    private let isRehearsing: Bool

    /// What is said as it happens, and what is written beside a file.
    package struct Telling {
        package let left: (LeftFile) -> Void
        /// A file's turn comes.
        package let began: (InboxFile) -> Void
        /// What became of a file, and where it lies now; nil in a rehearsal.
        package let done: (InboxFile, FileReport, _ place: String?) -> Void
        /// The texts that go beside a file, by the endings of their names.
        package let beside: (InboxFile, FileReport, _ place: String) -> [(ending: String, bytes: [UInt8])]
        /// Writes the list of what a complete file lacks to a path.
        package let list: (MissingRecords, _ path: String) throws(StoreError) -> Void

        package init(
            left: @escaping (LeftFile) -> Void, began: @escaping (InboxFile) -> Void,
            done: @escaping (InboxFile, FileReport, _ place: String?) -> Void,
            beside: @escaping (InboxFile, FileReport, _ place: String) -> [(ending: String, bytes: [UInt8])],
            list: @escaping (MissingRecords, _ path: String) throws(StoreError) -> Void
        ) {
            (self.left, self.began, self.done, self.beside, self.list) = (left, began, done, beside, list)
        }
    }

    package init(over inbox: Inbox, of day: Day, with importer: Importer, isRehearsing: Bool) {
        self.inbox = inbox
        var importer = importer
        importer.night = day
        importer.followsLinks = false
        importer.acceptance = .asTolerated
        if !isRehearsing { importer.sheets = "\(inbox.path)/\(Inbox.sheetsInHand)" }
        self.importer = importer
        places = FilePlaces(inbox: inbox, day: day)
        self.isRehearsing = isRehearsing
    }

    /// Takes all files in the order of ``Noun``, then by name. One that is refused only because a record is missing is
    /// tried once more at the end.
    ///
    /// - Throws: ``NightFault``; what was taken until then is in and moved.
    package func run(_ telling: Telling) throws(NightFault) {
        if !isRehearsing { places.finishEarlier() }
        let look = try inInbox { () throws(InboxFault) in
            try inbox.look { !importer.watch.isStopWanted }
        }
        for left in look.left { telling.left(left) }
        let files = ordered(look.files)
        var again: [InboxFile] = []
        for (place, file) in files.enumerated() {
            try goOn(left: files.count - place)
            telling.began(file)
            if try !take(file, isLastTry: false, telling) { again.append(file) }
        }
        for (place, file) in again.enumerated() {
            try goOn(left: again.count - place)
            telling.began(file)
            _ = try take(file, isLastTry: true, telling)
        }
    }

    private func goOn(left: Int) throws(NightFault) {
        if importer.watch.isStopWanted { throw .inbox(.stopped(filesLeft: left)) }
    }

    private func ordered(_ files: [InboxFile]) -> [InboxFile] {
        let ranked = files.map { (file: $0, rank: importer.rank($0.path, $0.options)) }
        return ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element.file)
    }

    /// - Returns: false where the file is to be tried once more.
    private func take(_ file: InboxFile, isLastTry: Bool, _ telling: Telling) throws(NightFault) -> Bool {
        func leave(_ reason: LeftReason) -> Bool {
            telling.left(LeftFile(name: file.shownName, venue: file.venue, reason: reason))
            return true
        }
        guard let look = FileLook(file.path) else { return true }
        guard look.isSameFile(as: file.look) else { return leave(.growing) }
        if Self.isBeingWritten(file.path) { return leave(.beingWritten) }
        if let code = file.venue {
            let venues = try inStore { () throws(StoreError) in try VenueDirectory(importer.ledger) }
            if venues.find(code) == nil {
                guard isLastTry else { return false }
                guard case .unknownVenue(_, let nearest) = venues.unknown(code) else { return true }
                return leave(.unknownVenue(nearest: nearest))
            }
        }
        var own = importer
        own.placedAt = Stamp(microseconds: min(look.placed / 1000, Stamp.next(after: nil).microseconds))
        own.keepsRefusal = isLastTry
        let report: FileReport
        do throws(StoreError) {
            report = try own.run(file.path, file.options)
        } catch {
            if case .changedWhileRead = error { return leave(.growing) }
            if case .stopped = error { throw .inbox(.stopped(filesLeft: 1)) }
            throw .store(error)
        }
        if report.outcome == .refused {
            if let refusal = report.refusal, refusal.isOfMachine { return leave(.refused(refusal)) }
            if report.isToBeTriedAgain { return false }
        }
        guard !isRehearsing else {
            telling.done(file, report, nil)
            return true
        }
        // Somebody put another file in its place meanwhile: that one comes next.
        guard let now = FileLook(file.path), now.isSameFile(as: look) else { return leave(.growing) }
        let place = try inInbox { () throws(InboxFault) in
            try places.move(file, accepted: report.outcome != .refused, sheets: report.sheets) { place in
                var beside = telling.beside(file, report, place).map { FilePlaces.Beside($0.ending, $0.bytes) }
                if let missing = report.missing, missing.count > 0 {
                    beside.append(
                        FilePlaces.Beside(Inbox.missingEnding) { path throws(StoreError) in
                            try telling.list(missing, path)
                        })
                }
                return beside
            }
        }
        guard let place else { return leave(.growing) }
        telling.done(file, report, place)
        return true
    }

    /// Whether some process has the file open for writing, as far as the system tells this login: fcntl(2), "Leases".
    private static func isBeingWritten(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        let (setLease, readLease, noLease): (Int32, Int32, Int32) = (1024, 0, 2)
        guard fcntl(file, setLease, readLease) != 0 else {
            _ = fcntl(file, setLease, noLease)
            return false
        }
        return errno == EAGAIN
    }
}

/// Why a night ended before its end.
package enum NightFault: Error {
    case inbox(InboxFault)
    case store(StoreError)
}

func inInbox<Result>(_ work: () throws(InboxFault) -> Result) throws(NightFault) -> Result {
    do throws(InboxFault) { return try work() } catch { throw .inbox(error) }
}

func inStore<Result>(_ work: () throws(StoreError) -> Result) throws(NightFault) -> Result {
    do throws(StoreError) { return try work() } catch { throw .store(error) }
}

extension FileRefusal {
    /// Whether the machine is at fault and not the file, so that the same file may be taken another time.
    var isOfMachine: Bool {
        switch self {
        case .missing, .unreadable, .notAFile, .noTemporaryFile, .noRoom: true
        default: false
        }
    }
}
