import Registry

/// How the columns of a noun's table are filled, worked out once: the loop over a row's columns must touch nothing that
/// is counted or copied.
struct ColumnPlan {
    enum Step {
        case slot(Int)
        /// The venue, a listing or a party: a field, and which of the record's references it is.
        case venue(Int, reference: Int)
        case listing(Int, reference: Int)
        case party(Int, reference: Int)
        case matchName
        case salt
        case erased
    }

    let steps: [Step]
    /// The columns of the references, in their order.
    let referenceColumns: [String]

    init(_ table: RecordTable) {
        let fields = table.noun.fields
        var columns: [String] = []
        steps = table.columns.map { column in
            switch column.source {
            case .matchName: return .matchName
            case .salt: return .salt
            case .erased: return .erased
            case .field(let field):
                switch fields[field].kind {
                case .venue, .listing, .party: columns.append(column.name)
                default: return .slot(field)
                }
                let reference = columns.count - 1
                switch fields[field].kind {
                case .venue: return .venue(field, reference: reference)
                case .listing: return .listing(field, reference: reference)
                default: return .party(field, reference: reference)
                }
            }
        }
        precondition(columns.count <= References.scalarCount, "a record names more than there is room for")
        referenceColumns = columns
    }
}

/// The ids of the records that a record names, in the order of their columns; 0 while unknown or where it names none.
package typealias References = SIMD8<Int64>
