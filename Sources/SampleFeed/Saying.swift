import ArgumentParser
import Glibc

/// Does the work; a problem is said on the standard error, and its exit code is the program's.
func saying(_ work: () throws(Problem) -> Void) throws(ExitCode) {
    do throws(Problem) {
        try work()
    } catch {
        let line = Array("SampleFeed: \(error)\n".utf8)
        _ = write(2, line, line.count)
        throw ExitCode(error.exitCode)
    }
}
