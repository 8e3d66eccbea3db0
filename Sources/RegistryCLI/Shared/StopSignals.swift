import RegistryImport

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Turns the first SIGTERM or SIGINT into a wish to end; a second one ends the process at once.
enum StopSignals {
    static let watch = ImportWatch()

    static func listen() {
        // Made before a handler can need it.
        _ = watch.isStopWanted
        for signal in [SIGTERM, SIGINT] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in StopSignals.watch.askToStop() }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
            sigaction(signal, &action, nil)
        }
    }
}
