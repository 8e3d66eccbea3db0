import CYAML

extension YAMLNode {
    package static let mostBytes = 1 << 20
    private static let mostPieces = 50_000
    private static let mostDepth = 16

    /// Reads the one document of a text. Aliases are refused, so that what it means is never larger than what it is.
    package init(yaml bytes: [UInt8]) throws(YAMLFault) {
        guard bytes.count <= Self.mostBytes else { throw YAMLFault(.tooLarge(most: Self.mostBytes)) }
        let events = try YAMLEvents(bytes)
        var pieces = 0

        func node(_ event: YAMLEvents.Event, depth: Int) throws(YAMLFault) -> YAMLNode {
            pieces += 1
            guard pieces <= Self.mostPieces else {
                throw YAMLFault(.tooManyPieces(most: Self.mostPieces), at: event.place)
            }
            guard depth <= Self.mostDepth else { throw YAMLFault(.tooDeep(most: Self.mostDepth), at: event.place) }
            switch event.kind {
            case .text(let text, let isPlain): return YAMLNode(.text(text, isPlain: isPlain), at: event.place)
            case .list:
                var nodes: [YAMLNode] = []
                while case let next = try events.next(), next.kind != .end {
                    nodes.append(try node(next, depth: depth + 1))
                }
                return YAMLNode(.list(nodes), at: event.place)
            case .keys:
                var pairs: [(key: YAMLNode, value: YAMLNode)] = []
                while case let next = try events.next(), next.kind != .end {
                    let key = try node(next, depth: depth + 1)
                    pairs.append((key, try node(events.next(), depth: depth + 1)))
                }
                return YAMLNode(.keys(pairs), at: event.place)
            case .end, .endOfText: throw YAMLFault(.empty, at: event.place)
            }
        }

        let first = try events.next()
        guard first.kind != .endOfText else { throw YAMLFault(.empty) }
        self = try node(first, depth: 0)
        let after = try events.next()
        guard after.kind == .endOfText else { throw YAMLFault(.severalDocuments, at: after.place) }
    }
}

/// What libyaml tells of a text, piece by piece.
private final class YAMLEvents {
    struct Event {
        enum Kind: Equatable {
            case text(String, isPlain: Bool)
            case list, keys, end, endOfText
        }
        let kind: Kind
        let place: YAMLPlace
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let text: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) throws(YAMLFault) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw YAMLFault(.notUTF8) }
        parser = .allocate(capacity: 1)
        text = .allocate(capacity: max(bytes.count, 1))
        guard yaml_parser_initialize(parser) == 1 else { throw YAMLFault(.syntax("no memory")) }
        _ = text.initialize(from: bytes)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        text.deallocate()
    }

    func next() throws(YAMLFault) -> Event {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
            defer { yaml_event_delete(&event) }
            let place = Self.place(event.start_mark)
            func found(_ kind: Event.Kind) -> Event { Event(kind: kind, place: place) }
            switch event.type {
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                try Self.refuse(scalar.anchor, scalar.tag, at: place)
                let text = String(
                    decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
                return found(.text(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE))
            case YAML_SEQUENCE_START_EVENT:
                try Self.refuse(event.data.sequence_start.anchor, event.data.sequence_start.tag, at: place)
                return found(.list)
            case YAML_MAPPING_START_EVENT:
                try Self.refuse(event.data.mapping_start.anchor, event.data.mapping_start.tag, at: place)
                return found(.keys)
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return found(.end)
            case YAML_ALIAS_EVENT: throw YAMLFault(.alias, at: place)
            case YAML_STREAM_END_EVENT: return found(.endOfText)
            // The beginning of the text and of a document, and the end of one.
            default: continue
            }
        }
    }

    private static func refuse(
        _ anchor: UnsafePointer<yaml_char_t>?, _ tag: UnsafePointer<yaml_char_t>?, at place: YAMLPlace
    ) throws(YAMLFault) {
        if anchor != nil { throw YAMLFault(.alias, at: place) }
        if let tag { throw YAMLFault(.tag(String(cString: tag)), at: place) }
    }

    private static func place(_ mark: yaml_mark_t) -> YAMLPlace {
        YAMLPlace(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    private func fault() -> YAMLFault {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read"
        let isRead = parser.pointee.error == YAML_READER_ERROR
        return YAMLFault(.syntax(problem), at: isRead ? nil : Self.place(parser.pointee.problem_mark))
    }
}
