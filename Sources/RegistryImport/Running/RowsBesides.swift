import Registry
import RegistryStore

/// What a row tells besides the fields of its record.
extension RowsRecording {
    /// What the file tells of what became of the record; nil where it does not speak of that.
    func events(_ slots: UnsafeBufferPointer<Slot>) throws(StoreError) -> EventList? {
        guard let place = scan.map.eventsPlace else { return nil }
        guard let cell = slots[place].text else { return EventList([EventList.Entry]()) }
        do throws(Refusal) {
            return try EventList.read(cell, of: noun)
        } catch {
            throw .refused([FieldRefusal(field: EventList.heading, error)])
        }
    }

    func effectiveOn(_ slots: UnsafeBufferPointer<Slot>) -> Day? {
        scan.map.effectiveOnPlace.flatMap { slots[$0].day } ?? scan.map.effectiveOn
    }
}
