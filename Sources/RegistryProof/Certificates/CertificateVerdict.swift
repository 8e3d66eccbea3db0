package import Registry
package import RegistryStore

/// What is to be said of a certificate that somebody holds.
package enum CertificateVerdict: Sendable {
    case valid(CertificateRecord)
    case revoked(CertificateRecord, Revocation)
    case altered(Alteration)
    case unknown(Ignorance)

    package struct Revocation: Sendable {
        /// The first day on which it held no more; nil where the record as a whole was taken back.
        package let day: Day?
        package let change: Int64
        package let reason: String?
    }

    package enum Alteration: Sendable {
        /// The record is not what was sealed.
        case record
        /// A record that it rests on is not what was sealed.
        case ground(CertificateGround)
        /// Some certificate's record is not what was sealed, and the number is none: it may have been this one's.
        case anotherRecord
        /// The record is as it was sealed, and has another code: the code, or the whole registry, is not what it was.
        case code
    }

    package enum Ignorance: Sendable {
        case number
        /// The check character does not fit: number or code is typed wrong.
        case mistyped
        /// It was issued by another, and has no code of ours.
        case issuedElsewhere(String)
    }

    /// The one word.
    package var word: String {
        switch self {
        case .valid: "valid"
        case .revoked: "revoked"
        case .altered: "altered"
        case .unknown: "unknown"
        }
    }
}

extension Ledger {
    /// Holds the number and the code of a certificate against its record as it is now.
    package func verifyCertificate(_ number: String, code typed: String) throws(StoreError) -> CertificateVerdict {
        guard let name = try? RecordName(number, of: .certificate), let found = try find(name) else {
            let isWhole = try CertificateSeals(ledger: self).holdForAll()
            return isWhole ? .unknown(.number) : .altered(.anotherRecord)
        }
        guard let record = try certificateRecord(found.id) else { return .altered(.record) }
        if let alteration = try alteration(of: record) { return .altered(alteration) }
        if let issuer = record.text("issuer") { return .unknown(.issuedElsewhere(issuer)) }
        let code: VerificationCode
        do throws(VerificationCode.Mistyped) {
            code = try VerificationCode(typed, ofNumber: record.number)
        } catch {
            return .unknown(.mistyped)
        }
        guard code == record.code else { return try verdict(of: code, givenBefore: record) ?? .altered(.code) }
        if let revocation = try revocation(of: record, isVoid: found.isVoid) { return .revoked(record, revocation) }
        return .valid(record)
    }

    /// What is to be said of a code under which the number was given before; nil for one under which it never was.
    private func verdict(
        of code: VerificationCode, givenBefore record: CertificateRecord
    ) throws(StoreError) -> CertificateVerdict? {
        for issue in try issues(ofCertificate: record.id) where issue != record.change {
            guard let earlier = try certificateRecord(record.id, issuedBy: issue), earlier.code == code,
                let change = try changes(ofCertificate: record.id).first(where: { $0 > issue })
            else { continue }
            let reason = try storedChange(change)?.author.reason
            return .revoked(earlier, CertificateVerdict.Revocation(day: nil, change: change, reason: reason))
        }
        return nil
    }

    /// Nil where the record of a certificate, in all its versions, is what was sealed, and so is what it rests on.
    package func alteration(
        of record: CertificateRecord
    ) throws(StoreError) -> CertificateVerdict.Alteration? {
        guard try CertificateSeals(ledger: self).hold(for: record.id) else { return .record }
        return try alteredGround(of: record).map { .ground($0) }
    }

    /// Nil for a certificate that is in force.
    package func revocation(
        of record: CertificateRecord, isVoid: Bool
    ) throws(StoreError) -> CertificateVerdict.Revocation? {
        guard let own = try state(of: "certificate", record.id, at: .max, format: record.format) else { return nil }
        let day = own.text("revoked_on").flatMap { try? $0.withBytes { text throws(Refusal) in try Day.read(text) } }
        guard isVoid || day != nil, let change = try changes(ofCertificate: record.id).last else { return nil }
        return CertificateVerdict.Revocation(
            day: isVoid ? nil : day, change: change, reason: try storedChange(change)?.author.reason)
    }
}
