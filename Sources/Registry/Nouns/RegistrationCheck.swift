extension Noun {
    /// What is wrong with the days of a registration: they follow one another, and what is registered was neither refused
    /// nor withdrawn.
    static func refusal(ofDaysOfRegistration slots: UnsafeBufferPointer<Slot>) -> (field: Int, refusal: Refusal)? {
        let registered = slots[registrationDay].day
        if registered == nil {
            if slots[submission].day == nil { return (registrationDay, .neitherSubmittedNorRegistered) }
            if slots[cancellation].day != nil { return (cancellation, .cancelledAndNotRegistered) }
        }
        for (first, last) in [
            (submission, acceptance), (submission, registrationDay), (acceptance, registrationDay),
            (registrationDay, cancellation), (submission, refusal), (acceptance, refusal), (submission, withdrawal),
            (acceptance, withdrawal),
        ] {
            if let refused = ending(slots, from: first, to: last) { return refused }
        }
        for end in [refusal, withdrawal] {
            if let day = slots[end].day, registered != nil { return (end, .registeredAndEnded("\(day)")) }
        }
        let isBoth = slots[refusal].day != nil && slots[withdrawal].day != nil
        return isBoth ? (withdrawal, .refusedAndWithdrawn) : nil
    }

    private static let submission = Noun.registration.knownPlace(of: "submitted_on")
    private static let acceptance = Noun.registration.knownPlace(of: "accepted_on")
    private static let registrationDay = Noun.registration.knownPlace(of: "registered_on")
    private static let refusal = Noun.registration.knownPlace(of: "refused_on")
    private static let withdrawal = Noun.registration.knownPlace(of: "withdrawn_on")
    private static let cancellation = Noun.registration.knownPlace(of: "cancelled_on")
}
