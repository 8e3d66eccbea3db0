import Registry
import SQLite

/// A loan names a programme, and what became of a loan names a loan: none else.
extension RecordWriter {
    /// Looks at what a new service names.
    ///
    /// - Throws: ``StoreError/refused(_:)``
    func requireParent(_ slots: UnsafeBufferPointer<Slot>) throws(StoreError) {
        guard noun == .service, case .integer(let parent) = cell(ofColumn: "service_id"),
            case .term(let term) = slots[noun.knownPlace(of: "kind")]
        else { return }
        try requireKind(of: parent, for: Vocabulary.serviceKind.terms[Int(term)].code)
    }

    /// Looks at what a service names, and at what names it, before it says another thing.
    ///
    /// - Throws: ``StoreError/refused(_:)``
    func requireParents(of id: Int64, setting values: [(column: String, cell: StoredCell)]) throws(StoreError) {
        guard noun == .service, values.contains(where: { $0.column == "kind" || $0.column == "service_id" }) else {
            return
        }
        let stored = try storing { () throws(SQLiteError) in
            try change.connection.first("SELECT kind, service_id FROM service WHERE id = ?", .integer(id)) {
                row throws(SQLiteError) in (kind: try row.text(at: 0), parent: try row.optionalInteger(at: 1))
            }
        }
        guard var (kind, parent) = stored else { return }
        for value in values {
            switch (value.column, value.cell) {
            case ("kind", .text(let code)): kind = code.text
            case ("service_id", .integer(let id)): parent = id
            case ("service_id", _): parent = nil
            default: break
            }
        }
        if let parent { try requireKind(of: parent, for: kind) }
        let named = try storing { () throws(SQLiteError) in
            try change.connection.query(
                "SELECT kind FROM service WHERE service_id = ? AND is_void = 0 ORDER BY id", .integer(id)
            ) { row throws(SQLiteError) in try row.text(at: 0) }
        }
        for child in named {
            guard let needed = ServiceKind(rawValue: child)?.parent, needed.rawValue != kind else { continue }
            let name = try storing { () throws(SQLiteError) in try change.connection.name(of: .service, id).description
            }
            throw Self.otherKind(name, is: kind, needed: needed)
        }
    }

    private func requireKind(of parent: Int64, for kind: String) throws(StoreError) {
        guard let needed = ServiceKind(rawValue: kind)?.parent else { return }
        let found = try storing { () throws(SQLiteError) in
            try change.connection.first("SELECT code, kind FROM service WHERE id = ?", .integer(parent)) {
                row throws(SQLiteError) in (code: try row.text(at: 0), kind: try row.text(at: 1))
            }
        }
        guard let found, found.kind != needed.rawValue else { return }
        throw Self.otherKind(found.code, is: found.kind, needed: needed)
    }

    private static func otherKind(_ code: String, is kind: String, needed: ServiceKind) -> StoreError {
        func term(_ code: String) -> Vocabulary.Term? { Vocabulary.serviceKind.terms.first { $0.code == code } }
        guard let found = term(kind), let needed = term(needed.rawValue) else {
            return .brokenReference(table: "service", column: "kind")
        }
        return .refused([FieldRefusal(field: "service", .serviceOfOtherKind(code, is: found, needed: needed))])
    }
}
