#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Work on another thread, to be waited for: two cores read and write at once.
///
/// `@unchecked Sendable`: what the work holds is handed over whole; `pthread_create` and `pthread_join` order every access,
/// and `result` is read only after the join.
package final class Background<Result>: @unchecked Sendable {
    private let work: () -> Result
    private var result: Result?
    private var thread = pthread_t()
    private var isRunning = false

    package init(_ work: @escaping () -> Result) {
        self.work = work
        let box = Unmanaged.passRetained(Job { self.result = self.work() })
        let code = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        isRunning = code == 0
        // No thread to be had: the work is done here.
        if !isRunning { box.takeRetainedValue().run() }
    }

    package func wait() -> Result? {
        if isRunning {
            pthread_join(thread, nil)
            isRunning = false
        }
        return result
    }

    deinit {
        if isRunning { pthread_detach(thread) }
    }
}

/// A closure in a box that C can carry.
private final class Job {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
}
