import Registry
import RegistryProof

extension Words {
    static func proven(_ extent: Verification.Extent, withFiles: Bool, against checkpoint: Checkpoint?) -> Bilingual {
        let files = extent.keptFiles
        return Bilingual("proven: ", "核验通过：") + of(extent)
            + (withFiles
                ? Bilingual(", \(files) kept \(files == 1 ? "file" : "files")", "，来文存档 \(files) 份")
                : Bilingual(same: ""))
            + (checkpoint.map {
                Bilingual(
                    "; the history up to change \($0.change) is that of the checkpoint", "；截至变更 \($0.change) 的历史与检查点一致")
            } ?? Bilingual(same: ""))
    }

    static func unproven(_ findings: Int, _ extent: Verification.Extent) -> Bilingual {
        Bilingual("not proven: \(findings) \(findings == 1 ? "finding" : "findings") in ", "核验不通过：有 \(findings) 处；共核验")
            + of(extent)
    }

    private static func of(_ extent: Verification.Extent) -> Bilingual {
        Bilingual(
            "\(extent.changes) \(extent.changes == 1 ? "change" : "changes"), \(extent.rows) \(extent.rows == 1 ? "version" : "versions") of records",
            "变更 \(extent.changes) 次、记录版本 \(extent.rows) 个")
    }

    static func kept(_ checkpoint: Checkpoint, at path: String) -> Bilingual {
        Bilingual(
            "checkpoint of change \(checkpoint.change) written to \(path.visible); keep it where nobody who can write the registry can write",
            "变更 \(checkpoint.change) 的检查点已写入 \(path.visible)；请存放在有权写登记库者无法改动之处")
    }

    static func seal(_ seal: String) -> Bilingual { Bilingual("seal \(seal)", "封签 \(seal)") }

    static var noChange: Bilingual { Bilingual("the registry has no change, and so no seal", "登记库尚无变更，因而没有封签") }

    static func of(_ fault: CheckpointFault) -> Bilingual {
        let none = Bilingual("is no checkpoint: ", "不是检查点：")
        return switch fault {
        case .notJSON(let offset):
            none + Bilingual("no plain JSON object, at byte \(offset)", "第 \(offset) 字节处不是普通 JSON 对象")
        case .keyMissing(let key): none + Bilingual("it has no \(key)", "缺少 \(key)")
        case .keyTwice(let key): none + Bilingual("it has \(key.visible) twice", "\(key.visible) 出现两次")
        case .keyUnknown(let key): none + Bilingual("it may not have \(key.visible)", "不应有 \(key.visible)")
        case .badValue(let key): none + Bilingual("its \(key) is none that a checkpoint has", "其 \(key) 不是检查点应有的值")
        case .otherForm(let number):
            Bilingual("is a checkpoint of form \(number), which a later program made", "是第 \(number) 种格式的检查点，由较新的程序生成")
        }
    }

    static func problem(_ problem: Finding.Problem) -> Bilingual {
        let chinese =
            switch problem {
            case .fileDamaged: "文件损坏"
            case .schemaDiffers: "库结构不符"
            case .migrationDiffers: "迁移脚本不符"
            case .changeMissing: "缺少变更"
            case .changeNotSealed: "变更未封签"
            case .stampNotLater: "变更时间未递增"
            case .formatUnknown: "封签格式未知"
            case .sealDiffers: "封签不符"
            case .partDiffers: "变更分表摘要不符"
            case .rowDiffers: "行与封签不符"
            case .rowsDiffer: "各行与封签不符"
            case .rowMissing: "缺少行"
            case .historyBroken: "版本不连续"
            case .checkDiffers: "行校验值不符"
            case .ruleBroken: "违反规则"
            case .referenceBroken: "引用不存在"
            case .totalDiffers: "累计数不符"
            case .checkpointDiffers: "与检查点不符"
            case .fileMissing: "来文存档缺失"
            case .fileDiffers: "来文存档不符"
            }
        return Bilingual(problem.rawValue, chinese)
    }
}
