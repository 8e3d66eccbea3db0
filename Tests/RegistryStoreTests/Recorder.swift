import Registry
import RegistryStore
import SQLite

/// Records what a test says in plain text within one change.
final class Recorder {
    let change: Change
    let desk: WriterDesk
    let file: Int64?
    private var row: Int64 = 1
    private var writers: [Noun: RecordWriter] = [:]

    init(_ change: Change, file: Int64?) throws(StoreError) {
        self.change = change
        self.file = file
        desk = try WriterDesk(change)
    }

    @discardableResult
    func add(_ noun: Noun, _ values: KeyValuePairs<String, String?>) throws(StoreError) -> Int64? {
        let origin = nextOrigin()
        let writer = try writer(noun)
        return try withSlots(noun, values) { slots, _ throws(StoreError) in try writer.add(slots, from: origin) }
    }

    @discardableResult
    func meet(_ noun: Noun, _ values: KeyValuePairs<String, String?>) throws(StoreError) -> Meeting {
        let origin = nextOrigin()
        let writer = try writer(noun)
        return try withSlots(noun, values) { slots, given throws(StoreError) in
            try writer.meet(slots, given: given, from: origin)
        }
    }

    func void(_ noun: Noun, _ id: Int64) throws(StoreError) {
        try writer(noun).void(id, name: "\(noun) \(id)")
    }

    func writer(_ noun: Noun) throws(StoreError) -> RecordWriter {
        if let known = writers[noun] { return known }
        let writer = try desk.writer(of: noun)
        writers[noun] = writer
        return writer
    }

    func finish() throws(StoreError) {
        try desk.finish()
        try change.checkReferences(of: Array(writers.values))
    }

    func nextOrigin() -> Origin {
        guard let file else { return .hand }
        row += 1
        return Origin(file: file, row: row, offset: row * 100)
    }

    /// Reads the texts as the fields do and lends the slots; a field that is named is one the file speaks of.
    private func withSlots<Result>(
        _ noun: Noun, _ values: KeyValuePairs<String, String?>,
        _ body: (UnsafeBufferPointer<Slot>, [Bool]) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        var slots = [Slot](repeating: .null, count: noun.fields.count)
        var given = [Bool](repeating: false, count: slots.count)
        var lent: [UnsafeMutableBufferPointer<UInt8>] = []
        defer { for bytes in lent { bytes.deallocate() } }
        let context = ReadingContext(today: Day(number: 40_000), unit: .yuan)
        for (name, value) in values {
            let place = noun.knownPlace(of: name)
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: (value ?? "").utf8.count)
            _ = bytes.initialize(from: (value ?? "").utf8)
            lent.append(bytes)
            do throws(Refusal) {
                slots[place] = try noun.fields[place].read(Bytes(bytes), in: context)
            } catch {
                throw .refused([FieldRefusal(field: name, error)])
            }
            given[place] = true
        }
        let all = given
        return try slots.withUnsafeBufferPointer { slots throws(StoreError) in try body(slots, all) }
    }
}

extension Recorder {
    /// Two venues of the core network and a member of the service network: `SH`, `SZ`, `KY`.
    func addVenues() throws(StoreError) {
        for (code, network, region) in [("SH", "core", "上海"), ("SZ", "core", nil), ("KY", "service", "上海")] {
            try add(
                .venue,
                [
                    "code": code, "name": "\(code)交易所", "network": network, "region": region, "joined_on": "2020-01-02",
                ])
        }
    }

    /// A deal of a venue, with what else there is to say of it.
    @discardableResult
    func addDeal(
        _ venue: String, _ code: String, yuan: Int64, on day: String, kind: String = "transfer", field: String? = nil,
        title: String? = nil, seller: String? = nil, buyer: String? = nil, listing: String? = nil
    ) throws(StoreError) -> Int64? {
        try add(
            .deal,
            [
                "venue": venue, "code": code, "kind": kind, "amount": "\(yuan)", "signed_on": day, "field": field,
                "title": title, "seller": seller, "buyer": buyer, "listing": listing,
            ])
    }

    @discardableResult
    func addListing(
        _ venue: String, _ code: String, yuan: Int64? = nil, on day: String, owner: String? = nil
    ) throws(StoreError) -> Int64? {
        try add(
            .listing,
            [
                "venue": venue, "code": code, "title": "成果\(code)", "asking_price": yuan.map { "\($0)" },
                "listed_on": day,
                "owner": owner,
            ])
    }
}
