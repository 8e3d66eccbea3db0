import Registry
import SQLite

/// Holds the services of one change against what they name and what names them: kinds, days, providers, and what is drawn of a
/// programme, which is summed once and then kept up.
final class ServiceTies {
    /// A service and what it is called.
    struct Named {
        let state: ServiceState
        let name: String
        let provider: String
    }

    /// A service that is written: its id if it was there, and what it said before, where that counted.
    struct Step {
        let id: Int64?
        let new: ServiceState
        let old: ServiceState?
    }

    private struct Parent {
        let named: Named
        /// In fen; nil until it is asked for.
        var drawn: Int64?
    }

    private unowned let desk: WriterDesk
    private let connection: Connection
    private var parents: [Int64: Parent] = [:]
    /// Past this many all are looked up anew.
    private static let mostParents = 4096

    init(_ desk: WriterDesk) {
        self.desk = desk
        connection = desk.change.connection
    }

    /// Looks at the one that a service names.
    ///
    /// - Parameter old: the state that it replaces, where that counts.
    /// - Throws: ``StoreError/refused(_:)``
    func requireParent(of child: Named, over old: ServiceState?) throws(StoreError) {
        guard let id = child.state.parent, let parent = try parent(id) else { return }
        try require(child, under: parent, whose: .child)
        guard let lent = child.state.drawn else { return }
        let before = old?.drawn.map { $0.programme == id ? $0.fen : 0 } ?? 0
        guard lent.fen > before else { return }
        let drawn = try drawn(of: id) + lent.fen - before
        guard drawn > parent.state.fen else { return }
        throw Self.overdrawn(drawn, by: child.name, parent)
    }

    /// Looks at those that name a service.
    ///
    /// - Parameter old: the state that it replaces.
    /// - Throws: ``StoreError/refused(_:)``
    func requireChildren(of id: Int64, _ parent: Named, over old: ServiceState) throws(StoreError) {
        let new = parent.state
        guard
            new.kind != old.kind || new.provider != old.provider || new.startedOn != old.startedOn
                || new.closedOn != old.closedOn || new.fen < old.fen
        else { return }
        try flush()
        var found: StoreError?
        var last: String?
        try storing { () throws(SQLiteError) in
            try connection.forEach(
                "SELECT \(ServiceState.columns), id FROM service WHERE service_id = ? AND is_void = 0 ORDER BY id",
                .integer(id)
            ) { row throws(SQLiteError) in
                guard let state = try ServiceState(row) else { return true }
                let name = try connection.name(of: .service, row.integer(at: 8)).description
                last = name
                let child = Named(state: state, name: name, provider: try providerName(state.provider))
                found = try refusal(of: child, under: parent, whose: .parent)
                return found == nil
            }
        }
        if let found { throw found }
        guard let last, new.kind == .programme, case let drawn = try drawn(of: id), drawn > new.fen else { return }
        throw Self.overdrawn(drawn, by: last, parent)
    }

    /// Keeps up what is drawn once a service is written.
    func note(_ step: Step) {
        if let old = step.old?.drawn { parents[old.programme]?.drawn? -= old.fen }
        if let new = step.new.drawn { parents[new.programme]?.drawn? += new.fen }
        if let id = step.id { parents[id] = nil }
    }

    /// What was looked up may be otherwise.
    func forget() { parents = [:] }

    /// The state of a service in the registry, and whether it is void.
    func stored(_ id: Int64) throws(StoreError) -> (state: ServiceState, isVoid: Bool)? {
        try storing { () throws(SQLiteError) in
            try connection.first(
                "SELECT \(ServiceState.columns), is_void FROM service WHERE id = ?", .integer(id)
            ) { row throws(SQLiteError) in
                guard let state = try ServiceState(row) else { return nil }
                return (state, try row.integer(at: 8) == 1)
            } ?? nil
        }
    }

    func named(_ state: ServiceState, _ name: String, provider: String? = nil) throws(StoreError) -> Named {
        let provider =
            if let provider { provider } else {
                try storing { () throws(SQLiteError) in try providerName(state.provider) }
            }
        return Named(state: state, name: name, provider: provider)
    }

    private func parent(_ id: Int64) throws(StoreError) -> Named? {
        if let known = parents[id] { return known.named }
        var found = try stored(id)
        if found == nil {
            // It may be queued.
            try flush()
            found = try stored(id)
        }
        guard let state = found?.state else { return nil }
        let name = try storing { () throws(SQLiteError) in try connection.name(of: .service, id).description }
        let named = try named(state, name)
        if parents.count >= Self.mostParents { forget() }
        parents[id] = Parent(named: named)
        return named
    }

    private func drawn(of id: Int64) throws(StoreError) -> Int64 {
        if let drawn = parents[id]?.drawn { return drawn }
        try flush()
        let drawn = try storing { () throws(SQLiteError) in
            try connection.first(
                "SELECT coalesce(sum(amount_fen), 0) FROM service WHERE service_id = ? AND kind = 'loan' AND is_void = 0",
                .integer(id)
            ) { row throws(SQLiteError) in try row.integer(at: 0) } ?? 0
        }
        parents[id]?.drawn = drawn
        return drawn
    }

    private func flush() throws(StoreError) { try desk.writer(of: .service).flush() }

    private func providerName(_ id: Int64) throws(SQLiteError) -> String {
        try connection.first("SELECT name FROM party WHERE id = ?", .integer(id)) { row throws(SQLiteError) in
            try row.text(at: 0)
        } ?? ""
    }

    /// Which of the two is being written: it is its field that is at fault.
    private enum Side { case child, parent }

    private func require(_ child: Named, under parent: Named, whose side: Side) throws(StoreError) {
        let found = try storing { () throws(SQLiteError) in try refusal(of: child, under: parent, whose: side) }
        if let found { throw found }
    }

    private func refusal(of child: Named, under parent: Named, whose side: Side) throws(SQLiteError) -> StoreError? {
        let (own, other) = (child.state, parent.state)
        func refused(_ field: String, _ fault: ServiceFault) -> StoreError {
            .refused([FieldRefusal(field: field, .service(child.name, of: parent.name, fault))])
        }
        guard let needed = own.kind.parent else { return nil }
        guard other.kind == needed else {
            let refusal = Refusal.serviceOfOtherKind(parent.name, is: other.kind.term, needed: needed.term)
            return .refused([FieldRefusal(field: side == .child ? "service" : "kind", refusal)])
        }
        if own.startedOn < other.startedOn {
            return refused("started_on", .beforeItsParent(own.startedOn, parent: other.startedOn))
        }
        if let closed = other.closedOn, own.startedOn >= closed {
            return refused(side == .child ? "started_on" : "closed_on", .afterClosing(own.startedOn, closed: closed))
        }
        guard own.kind.isOfParentsProvider, own.provider != other.provider,
            try !desk.areMerged(own.provider, other.provider)
        else { return nil }
        return refused("provider", .otherProvider(child.provider, parent: parent.provider))
    }

    private static func overdrawn(_ drawn: Int64, by child: String, _ parent: Named) -> StoreError {
        let fault = ServiceFault.overdrawn(Amount(fen: drawn), quota: Amount(fen: parent.state.fen))
        return .refused([FieldRefusal(field: "amount", .service(child, of: parent.name, fault))])
    }
}
