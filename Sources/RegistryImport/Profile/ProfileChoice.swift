import Registry
import RegistryStore

extension Importer {
    /// The options by which a file is read: those told, and beside them what the profile says of a file of its name.
    ///
    /// - Returns: also the profile's part in it; nil where there is no profile.
    /// - Throws: a ``ScanError`` for a profile that is tried and has no entry for the file, or one that is kept and broken.
    func options(
        for path: String, _ told: ImportOptions
    ) throws(StoreError) -> Result<(options: ImportOptions, use: ProfileUse?), FileRefusal> {
        if let tried {
            guard let entry = tried.file(matching: path) else {
                return .failure(.noEntry(tried.files.map(\.match.description)))
            }
            return .success(
                (told.reading(by: entry), .entry(number: entry.number, match: "\(entry.match)", venue: nil)))
        }
        // A venue that is not there is refused where its file's kind is known.
        guard let code = told.venue, let venue = try VenueDirectory(ledger).find(code),
            let kept = try ledger.profile(ofVenue: venue.id)
        else { return .success((told, nil)) }
        do throws(ProfileFaults) {
            guard let entry = try VenueProfile(yaml: kept.text, venue: code).file(matching: path) else {
                return .success((told, .noEntry(venue: code)))
            }
            return .success(
                (told.reading(by: entry), .entry(number: entry.number, match: "\(entry.match)", venue: code)))
        } catch {
            return .failure(.brokenProfile(venue: code, error))
        }
    }
}
