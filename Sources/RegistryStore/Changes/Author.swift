/// Who makes a change and with what: the actor is claimed, the rest is what the machine says.
package struct Author: Sendable {
    package let actor: String
    package let login: String
    package let uid: Int64
    package let host: String
    /// The command and the names of its options, without their values.
    package let command: String
    package let reason: String?

    package init(actor: String, login: String, uid: Int64, host: String, command: String, reason: String? = nil) {
        self.actor = actor
        self.login = login
        self.uid = uid
        self.host = host
        self.command = command
        self.reason = reason
    }
}

/// What a change left behind once it was sealed.
package struct Receipt: Sendable {
    package let change: Int64
    package let recordedAt: String
    /// SHA-256, 64 hexadecimal digits.
    package let seal: String
}
