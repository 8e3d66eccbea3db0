import Registry

/// What the parser of the command line says, sentence by sentence; `{}` is what it says it of, in the same order in both.
enum ParserWords {
    /// The likelier one first, since a sentence is the first that fits.
    static let sentences = [
        Bilingual("Unknown option '{}'. Did you mean '{}'?", "没有选项“{}”。是否为“{}”？"),
        Bilingual("Unknown option '{}'", "没有选项“{}”"),
        Bilingual("Missing value for '{}'", "“{}”缺少取值"),
        Bilingual("Missing expected argument '{}'", "缺少参数“{}”"),
        Bilingual("Missing one of: {}", "缺少以下之一：{}"),
        Bilingual("Missing required subcommand.", "缺少子命令。"),
        Bilingual("Unexpected argument '{}'", "多余的参数“{}”"),
        Bilingual("{} unexpected arguments: {}", "有 {} 个多余的参数：{}"),
        Bilingual(
            "The option '{}' does not take any value, but '{}' was specified.", "选项“{}”不带取值，却给了“{}”。"),
        Bilingual(
            "The value '{}' is invalid for '{}'. Please provide one of the following:\n{}\nDid you mean '{}'?",
            "“{}”不是“{}”的有效取值。请用以下之一：\n{}\n是否为“{}”？"),
        Bilingual(
            "The value '{}' is invalid for '{}'. Please provide one of {}. Did you mean '{}'?",
            "“{}”不是“{}”的有效取值。请用以下之一：{}。是否为“{}”？"),
        Bilingual("The value '{}' is invalid for '{}'. Please provide one of {}.", "“{}”不是“{}”的有效取值。请用以下之一：{}。"),
        Bilingual(
            "The value '{}' is invalid for '{}'. Please provide one of the following:\n{}",
            "“{}”不是“{}”的有效取值。请用以下之一：\n{}"),
        Bilingual("The value '{}' is invalid for '{}': {}", "“{}”不是“{}”的有效取值：{}"),
        Bilingual("The value '{}' is invalid for '{}'", "“{}”不是“{}”的有效取值"),
        Bilingual("Value to be set with {} had already been set with {}", "{} 所设的值已由 {} 设定"),
        Bilingual("Invalid option: {}", "选项无效：{}"),
        Bilingual("  See '{}' for more information.", "  详见“{}”。"),
        Bilingual("  See '{}' for detailed help.", "  详见“{}”。"),
    ]

    /// Of these it goes on with the values, and the question is asked behind them.
    static let noSuchValue = Bilingual(
        "The value '{}' is invalid for '{}'. Please provide one of {}", "“{}”不是“{}”的有效取值。请用以下之一：{}")
    static let didYouMean = Bilingual("Did you mean '{}'?", "是否为“{}”？")

    static let overview = Bilingual("OVERVIEW: ", "概述：")
    static let usage = Bilingual("USAGE: ", "用法：")
    static let error = Bilingual("Error: ", "错误：")
    static let help = Bilingual("Help:  ", "说明：")
    static let use = Bilingual("Usage: ", "用法：")
    /// What the usage calls things by itself.
    static let names = [Bilingual("<options>", "<选项>"), Bilingual("<subcommand>", "<子命令>")]

    /// What stands behind the help of an option.
    static let values = [
        Bilingual("(values: {}; default: {})", "（取值：{}；默认：{}）"), Bilingual("(values: {})", "（取值：{}）"),
        Bilingual("(default: {})", "（默认：{}）"),
    ]
}
