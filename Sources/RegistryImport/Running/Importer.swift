package import Registry
package import RegistryStore
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Imports files, each whole or not at all.
package struct Importer {
    let ledger: Ledger
    let author: Author
    /// A profile that is kept nowhere, in the place of the venue's own.
    let tried: VenueProfile?
    /// Told how far the import is, and asked whether it is to end.
    package let watch: ImportWatch
    /// The night whose run this is; nil for an import by hand.
    package var night: Day?
    /// When the file in hand came to lie where it lies; nil for now.
    package var placedAt: Stamp?
    /// Whether a symbolic link leads to the file that is meant.
    package var followsLinks = true
    /// Whether a refusal is kept where only records are missing that a later file may bring.
    package var keepsRefusal = true
    /// Why a file is refused, in one line, as it is kept with its arrival.
    package var reason: @Sendable (FileReport) -> String? = { _ in nil }
    /// Whether the valid rows of a file are taken where others are rejected.
    package var acceptance = Acceptance.whole
    /// What is wrong with a row, in words, as it is kept with the row.
    package var wording: RejectionWording?
    /// Where the rejected rows of each file are written, as the beginning of names; nil where nobody asks for them.
    package var sheets: String?

    package init(
        _ ledger: Ledger, author: Author, trying profile: VenueProfile? = nil, watch: ImportWatch = ImportWatch()
    ) {
        self.ledger = ledger
        self.author = author
        tried = profile
        self.watch = watch
    }

    /// Files in the order in which they can be taken, that of ``Noun``, else as given.
    package func ordered(_ paths: [String], _ options: ImportOptions) -> [String] {
        guard paths.count > 1 else { return paths }
        let ranked = paths.enumerated().map { index, path in (path: path, rank: rank(path, options), index: index) }
        return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.path)
    }

    func rank(_ path: String, _ options: ImportOptions) -> Int {
        guard path != "-" else { return Noun.allCases.count }
        do {
            let options = try self.options(for: path, options).get().options
            let noun = try FileHead(of: InputFile(path, followsLinks: followsLinks), options).map.noun
            return Noun.allCases.firstIndex(of: noun) ?? 0
        } catch {
            // What is wrong is said when the file's turn comes.
            return Noun.allCases.count
        }
    }

    /// Imports one file. What is wrong with the file is in the report; a ``StoreError`` is the registry's own trouble.
    package func run(_ path: String, _ options: ImportOptions) throws(StoreError) -> FileReport {
        var report = FileReport(name: path, outcome: .refused)
        watch.begin()
        let input: InputFile
        do throws(FileRefusal) {
            input = try InputFile(path, followsLinks: followsLinks)
        } catch {
            report.refusal = error
            try recordRefusal(of: path, report, options)
            return report
        }
        let told = options
        var options = told
        switch try self.options(for: path, told) {
        case .success(let found):
            options = found.options
            if let use = found.use { report.notices.append(.profile(use)) }
        case .failure(let refusal):
            report.refusal = refusal
            try recordRefusal(of: path, report, told)
            return report
        }
        if try recognise(input, path, options, into: &report) { return report }
        let scan: FileScan
        do throws(ScanError) {
            try requireRoom(for: input.sizeBytes)
            let wantsRows = sheets != nil || acceptance.terms(options) != nil
            scan = try FileScan(
                input, options, today: ledger.today, watch: watch, wording: wantsRows ? wording : nil)
        } catch {
            if case .stopped = error { throw .stopped }
            report.refusal = error.asRefusal
            try recordRefusal(of: path, report, options)
            return report
        }
        switch try venue(of: scan.map.noun, options) {
        case .success(let venue):
            let file = arrived(path, scan.map.noun, venue, sha256: scan.sha256, input.sizeBytes, options)
            let writing = FileWriting(importer: self, file: file, scan: scan, terms: acceptance.terms(options))
            try writing.write(input, into: &report)
        case .failure(let refusal):
            report.noun = scan.map.noun
            report.refusal = refusal
            try recordRefusal(of: path, report, options)
        }
        return report
    }

    /// The id of the venue whose file it is; nil where its rows name theirs, or belong to none.
    func venue(of noun: Noun, _ options: ImportOptions) throws(StoreError) -> Result<Int64?, FileRefusal> {
        guard let code = options.venue, noun.belongsToVenue else { return .success(nil) }
        let venues = try VenueDirectory(ledger)
        if let venue = venues.find(code) { return .success(venue.id) }
        guard case .unknownVenue(let code, let nearest) = venues.unknown(code) else { return .success(nil) }
        return .failure(.unknownVenue(code, nearest: nearest))
    }

    func arrived(
        _ path: String, _ noun: Noun?, _ venue: Int64?, sha256: String, _ sizeBytes: Int64, _ options: ImportOptions
    ) -> ArrivedFile {
        var file = ArrivedFile(
            name: Self.shortName(path), noun: noun, venue: venue, sha256: sha256, sizeBytes: sizeBytes,
            options: options.canonical)
        (file.night, file.placedAt) = (night, placedAt)
        return file
    }

    /// The file's name with its folder's, by which an operator knows it: twenty venues send a `deals.csv`.
    package static func shortName(_ path: String) -> String {
        path.split(separator: "/").suffix(2).joined(separator: "/")
    }

    /// Keeps that a file arrived which was refused before its rows were counted. Standard input is spent by then.
    private func recordRefusal(
        of path: String, _ report: FileReport, _ options: ImportOptions
    ) throws(StoreError) {
        guard !ledger.isRehearsing, path != "-", let file = try? InputFile(path, followsLinks: followsLinks),
            let sha256 = file.sha256()
        else {
            return
        }
        let venue = try options.venue.flatMap { code throws(StoreError) in try VenueDirectory(ledger).find(code)?.id }
        var arrived = arrived(path, report.noun ?? options.noun, venue, sha256: sha256, file.sizeBytes, options)
        arrived.refusal = reason(report)
        try ledger.record(arrived, .refused, RowCounts(), change: nil, by: author)
    }

    /// A load needs room for the rows twice, in the log and then in the file, and for the copy that is kept.
    private func requireRoom(for size: Int64) throws(ScanError) {
        var status = statvfs()
        guard statvfs(ledger.path, &status) == 0 else { return }
        let free = Int64(status.f_bavail) * Int64(status.f_frsize)
        let needed = size * 3 + size / 2 + 1 << 20
        if free < needed { throw .file(.noRoom(needed: needed, free: free)) }
    }
}
