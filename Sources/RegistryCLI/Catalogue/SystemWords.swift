import Registry
import RegistryStore
import SQLite
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What is said of the machine: SQLite, files, the terminal.
extension Words {
    static func of(_ error: SQLiteError) -> Bilingual {
        if error.isBusy {
            return Bilingual(
                "another program is writing to the registry and did not finish in time; try again",
                "另一程序正在写登记库，未能及时结束；请稍后再试")
        }
        if error.isFull {
            return Bilingual("the disk is full; nothing was recorded (\(error))", "磁盘已满；未登记任何内容（\(error)）")
        }
        if error.isOfReadOnlyFolder {
            return Bilingual(
                "this login may not write in the registry's folder, which even reading takes; read a copy that registry "
                    + "publish FILE makes (\(error))",
                "当前登录用户无权写登记库所在文件夹，而读取也需要此权限；请读 registry publish FILE 发布的副本（\(error)）")
        }
        if error.isReadOnly {
            return Bilingual("this login may not write to the registry (\(error))", "当前登录用户无权写登记库（\(error)）")
        }
        if error.isCorrupt {
            return Bilingual("the registry's file is damaged (\(error))", "登记库文件已损坏（\(error)）")
        }
        return Bilingual("\(error)", "SQLite 报告：\(error)")
    }

    static func of(_ error: WriteError) -> Bilingual {
        switch error {
        case .brokenPipe: Bilingual("nobody reads any more", "接收输出的程序已退出")
        case .refused(let code): Bilingual("cannot write the output: ", "无法写出结果：") + system(code)
        case .wrongCellCount(let found, let expected):
            Bilingual("a row of \(found) cells under \(expected) columns", "一行有 \(found) 个单元格，而表头为 \(expected) 列")
        }
    }

    /// One sentence tells all the columns that were cut, and one those that were left out.
    static func of(_ notices: [RowNotice]) -> [Bilingual] {
        var (cut, leftOut): ([String], [String]) = ([], [])
        var others: [Bilingual] = []
        for notice in notices {
            switch notice {
            case .columnCut(let heading, _, _): cut.append(heading)
            case .columnLeftOut(let heading): leftOut.append(heading)
            case .longCut(let bytes):
                others.append(
                    Bilingual(
                        "texts longer than \(bytes) bytes are cut; --format csv shows them whole",
                        "超过 \(bytes) 字节的文本已截短；--format csv 可看全文"))
            case .wider(let width, let asked):
                others.append(
                    Bilingual("the table is \(width) wide, the terminal \(asked)", "表宽 \(width) 格，终端只有 \(asked) 格"))
            }
        }
        return (cut.isEmpty ? [] : [Self.cut(cut)]) + (leftOut.isEmpty ? [] : [Self.leftOut(leftOut)]) + others
    }

    private static func cut(_ columns: [String]) -> Bilingual {
        Bilingual("cut to fit the terminal: ", "为适应终端宽度已截短：") + columns.listed()
            + Bilingual("; --format csv shows them whole", "；--format csv 可看全文")
    }

    static func leftOut(_ columns: [String]) -> Bilingual {
        Bilingual("left out to fit the terminal: ", "为适应终端宽度略去：") + columns.listed()
            + Bilingual("; --format csv shows them", "；--format csv 可看全部")
    }

    static func waiting(for holder: LockHolder?) -> Bilingual {
        let who =
            holder.map { holder in
                let command = holder.command.map { (" (\($0))", "（\($0)）") } ?? ("", "")
                return Bilingual("process \(holder.process)\(command.0)", "进程 \(holder.process)\(command.1)")
            } ?? Bilingual("another writer", "另一写入程序")
        return Bilingual("registry: waiting for ", "registry: 正在等待") + who + Bilingual(" …", "……")
    }

    static func future(_ day: Day, today: Day) -> Bilingual {
        Bilingual(
            "\(day) lies in the future; the registry can tell what is known up to today, \(today)",
            "\(day) 在今天之后；登记库只能回答到今天（\(today)）为止的情况")
    }

    /// What the system says of an error: strerror(3), and the usual ones in Chinese.
    static func system(_ code: Int32) -> Bilingual {
        let words = String(cString: strerror(code))
        let chinese: [Int32: String] = [
            EPERM: "不允许此操作", ENOENT: "没有该文件或目录", EIO: "读写错误", EACCES: "权限不足", EEXIST: "文件已存在",
            EXDEV: "跨越文件系统", ENOTDIR: "路径中有一段不是目录", EISDIR: "是目录", EINVAL: "参数无效", EMFILE: "打开的文件过多",
            EFBIG: "文件过大", ENOSPC: "磁盘空间不足", EROFS: "文件系统只读", EPIPE: "管道已断开", ENAMETOOLONG: "文件名过长",
            ELOOP: "符号链接层数过多", EDQUOT: "超出磁盘配额", EBUSY: "设备或资源正忙", ENOMEM: "内存不足", ETXTBSY: "文件正在执行",
        ]
        return Bilingual(words, chinese[code] ?? "系统错误 \(code)（\(words)）")
    }
}
