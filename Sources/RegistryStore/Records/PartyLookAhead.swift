package import Registry

/// The ids of parties that an import has met, for the thread that prepares its next rows.
///
/// `@unchecked Sendable`: used by one thread at a time; who hands it over waits for the other first.
package final class PartyLookAhead: @unchecked Sendable {
    private var known = NameCache()

    package init() {}

    /// 0 for a party not met yet.
    package func find(_ name: Bytes) -> Int64 { known.find(name) ?? 0 }

    package func learn(_ name: Bytes, id: Int64) {
        if known.find(name) == nil { known.add(name, id: id) }
    }
}
