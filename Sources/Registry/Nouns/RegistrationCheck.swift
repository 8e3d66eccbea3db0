extension Noun {
    /// What is wrong with how a registration came about: its days follow one another, what is registered was neither refused
    /// nor withdrawn, and what came wholly online came to no service point.
    static func refusal(ofCourseOfRegistration slots: UnsafeBufferPointer<Slot>) -> (field: Int, refusal: Refusal)? {
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
            guard let begins = slots[first].day, let ends = slots[last].day, ends < begins else { continue }
            return (last, .beforeStep("\(ends)", step: Noun.registration.fields[first].name, begins))
        }
        for end in [refusal, withdrawal] {
            if let day = slots[end].day, registered != nil { return (end, .registeredAndEnded("\(day)")) }
        }
        if case .term(let place) = slots[channel], Vocabulary.registrationChannel.terms[Int(place)].code == "online",
            !slots[servicePoint].isNull
        {
            return (servicePoint, .onlineAtServicePoint)
        }
        let isBoth = slots[refusal].day != nil && slots[withdrawal].day != nil
        return isBoth ? (withdrawal, .refusedAndWithdrawn) : nil
    }

    static let submission = Noun.registration.knownPlace(of: "submitted_on")
    private static let acceptance = Noun.registration.knownPlace(of: "accepted_on")
    static let registrationDay = Noun.registration.knownPlace(of: "registered_on")
    private static let refusal = Noun.registration.knownPlace(of: "refused_on")
    private static let withdrawal = Noun.registration.knownPlace(of: "withdrawn_on")
    private static let servicePoint = Noun.registration.knownPlace(of: "service_point")
    private static let channel = Noun.registration.knownPlace(of: "channel")
    private static let cancellation = Noun.registration.knownPlace(of: "cancelled_on")
}
