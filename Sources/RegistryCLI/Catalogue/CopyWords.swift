import RegistryStore

extension Words {
    static func of(_ copy: WholeCopy) -> String {
        let tenths = (copy.sizeBytes * 10 + 524_288) / 1_048_576
        return
            "\(copy.path): change \(copy.moment.change) of \(copy.moment.recordedAt), \(tenths / 10).\(tenths % 10) MiB"
    }
}
