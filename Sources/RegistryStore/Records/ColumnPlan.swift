import Registry

/// How the columns of a noun's table are filled, worked out once: the loop over a row's columns must touch nothing that
/// is counted or copied.
struct ColumnPlan {
    enum Step {
        case slot(Int)
        /// The venue, a record of it or a party: a field, and which of the record's references it is.
        case venue(Int, reference: Int)
        case record(Noun, Int, reference: Int)
        case party(Int, reference: Int)
        case matchName
        case salt
        case erased
    }

    let steps: [Step]
    /// The columns of parties: which of all, of which field, and which of the record's references.
    let parties: [(place: Int, field: Int, reference: Int)]
    /// The columns of the references, in their order, and what they name.
    let referenceColumns: [(column: String, target: Noun)]

    init(_ table: RecordTable) {
        let fields = table.noun.fields
        var columns: [(column: String, target: Noun)] = []
        steps = table.columns.map { column in
            switch column.source {
            case .matchName: return .matchName
            case .salt: return .salt
            case .erased: return .erased
            case .field(let field):
                let reference = columns.count
                switch fields[field].kind {
                case .venue:
                    columns.append((column.name, .venue))
                    return .venue(field, reference: reference)
                case .record(let noun):
                    columns.append((column.name, noun))
                    return .record(noun, field, reference: reference)
                case .party:
                    columns.append((column.name, .party))
                    return .party(field, reference: reference)
                default: return .slot(field)
                }
            }
        }
        parties = steps.enumerated().compactMap { place, step in
            if case .party(let field, let reference) = step { (place, field, reference) } else { nil }
        }
        precondition(columns.count <= References.scalarCount, "a record names more than there is room for")
        referenceColumns = columns
    }
}

/// The ids of the records that a record names, in the order of their columns; 0 while unknown or where it names none.
package typealias References = SIMD8<Int64>
