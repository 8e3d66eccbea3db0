import Registry
import RegistryStore

/// Rules that a row of a file which does not give every field can keep only together with the record that has them.
extension ColumnMap {
    /// Whether it is for lack of what the file does not give that a row is refused: the record may have it.
    func leavesOpen(_ refusal: Refusal) -> Bool {
        let lacked: [String] =
            switch refusal {
            case .serviceLacks(_, "listing"): ["listing", "demand"]
            case .serviceLacks(_, let field): [field]
            case .neitherSubmittedNorRegistered: ["submitted_on", "registered_on"]
            case .cancelledAndNotRegistered: ["registered_on"]
            default: []
            }
        return lacked.contains { !given[noun.knownPlace(of: $0)] }
    }
}

extension RowsRecording {
    /// A row that leaves a rule open is refused where there is no record that it can be read together with.
    func checkWhole(_ slots: UnsafeBufferPointer<Slot>, _ writer: RecordWriter) throws(StoreError) {
        guard noun == .service || noun == .registration, let found = noun.refusal(of: slots),
            scan.map.leavesOpen(found.refusal), !(try writer.isThere(slots))
        else { return }
        throw .refused([FieldRefusal(field: noun.fields[found.field].name, found.refusal)])
    }
}
