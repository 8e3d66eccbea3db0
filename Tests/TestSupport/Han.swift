extension String {
    /// Whether a character of Chinese stands in it.
    public var holdsHan: Bool { unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
}
