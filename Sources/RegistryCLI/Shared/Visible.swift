import RegistryReports

extension String {
    /// Data as it may be shown on a terminal: control and direction characters as escapes.
    var visible: String { visibleText }
}
