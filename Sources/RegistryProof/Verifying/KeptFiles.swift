import RegistryStore

/// The files that were imported, read again from where they are kept and held against their digests.
struct KeptFiles {
    let report: (Finding) -> Void

    func run(_ ledger: Ledger, _ count: inout Int64) throws(StoreError) {
        let store = ledger.files
        var known: [String: KeptFileFault?] = [:]
        for file in try ledger.importedFiles() {
            if known[file.sha256] == nil {
                do throws(KeptFileFault) {
                    try store.read(file.sha256)
                    known[file.sha256] = .some(nil)
                    count += 1
                } catch {
                    known[file.sha256] = error
                }
            }
            guard let fault = known[file.sha256] ?? nil else { continue }
            let (problem, found): (Finding.Problem, String?) =
                switch fault {
                case .gone: (.fileMissing, nil)
                case .unreadable(let code): (.fileMissing, "errno \(code)")
                case .damaged: (.fileDiffers, nil)
                case .other(let sha256): (.fileDiffers, sha256)
                }
            report(
                Finding(
                    problem, table: "source_file", id: file.id, record: file.name, change: file.change,
                    column: "sha256", found: found, expected: file.sha256))
        }
    }
}
