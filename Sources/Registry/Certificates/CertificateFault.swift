/// Why no certificate of a deal can stand. All sums are in fen, by the end of the day of issue.
package enum CertificateFault: Error, Hashable, Sendable {
    /// The contract was signed only on a later day.
    case notSigned(until: Day)
    /// The deal was terminated by then.
    case terminated(since: Day)
    /// Less of the price has come in than is certified.
    case priceNotIn(received: Int64, price: Int64)
    /// No fee has come in, and none is said to be due.
    case noFee
    case feeNotIn(came: Int64, due: Int64)
    /// Another certificate of the deal is valid on a day on which this one is.
    case another(String)
    /// The deal is void.
    case dealIsVoid
    /// The deal does not tell who sells, or who buys.
    case lacksParty(field: String)
    /// It states of its deal what that does not say; the deal's is nil where it says nothing.
    case otherwise(field: String, stated: String, deal: String?)
}

extension DealAccount {
    /// What keeps a certificate from standing.
    ///
    /// - Parameters:
    ///   - price: what it certifies, in fen.
    ///   - fee: the fees that were due, in fen; nil where that was not told, so that some must have come in.
    package func certificateFaults(of price: Int64, fee: Int64?, on day: Day) -> [CertificateFault] {
        if signedOn > day { return [.notSigned(until: signedOn)] }
        if let since = terminatedOn, since <= day { return [.terminated(since: since)] }
        let balance = balance(asOf: day)
        var faults: [CertificateFault] = []
        if balance.received < price { faults.append(.priceNotIn(received: balance.received, price: price)) }
        let came = balance.came(.fee)
        if let fee {
            if came < fee { faults.append(.feeNotIn(came: came, due: fee)) }
        } else if came <= 0 {
            faults.append(.noFee)
        }
        return faults
    }
}
