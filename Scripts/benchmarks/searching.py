"""What is looked for among 100,000 listings, each with an abstract."""

import random

from ledger import LAST_DAY
from runs import Runs, fresh, in_short_turns, printed, say
from table import Line, Target

LISTINGS = 100_000
TURNS = 21
REGISTRY, FILE = "listed.sqlite", "listings.csv"
SOUGHT = ["茶", "超声提取", "茶叶超声提取装置", "编号99999"]
DEMAND = "我们想用超声提取茶叶，产率要高，能耗要低"
STUFF = "石墨烯 钛合金 碳纤维 水凝胶 气凝胶 光刻胶 电解液 分子筛".split()
THINGS = "废水 污泥 尾矿 电池 秸秆 烟气 支架 关节 疫苗 水稻 茶叶 叶片".split()
WAYS = "低温 高温 超声 微波 磁控 真空 在线 便携".split()
WORKS = "制备 提取 分离 检测 修复 回收 焊接 灭菌 发酵 干燥".split()


def write_listings():
    dice = random.Random(7)
    with open(FILE, "w", encoding="utf-8") as file:
        file.write("venue,code,title,listed_on,abstract\n")
        for number in range(LISTINGS):
            thing = dice.choice(STUFF) + dice.choice(THINGS)
            way = dice.choice(WAYS) + dice.choice(WORKS)
            gain, loss = dice.choice("产率 精度 寿命 纯度".split()), dice.choice("能耗 成本 污染 噪声".split())
            file.write(
                f"SH,L-{number},{thing}{way}{dice.choice('装置 系统 方法 工艺'.split())},"
                f"2022-{number % 5 + 1:02}-{number % 28 + 1:02},"
                f"以{way}处理{thing}，{gain}提高{number % 89 + 5}%，{loss}明显下降，编号{number}。\n")


def plain(text):
    found = " OR ".join(f"instr({column}, '{text}')" for column in ("code", "title", "abstract"))
    return f"SELECT code FROM listing WHERE is_void = 0 AND ({found})"


def listings():
    """Searches and a match; that a search finds what `instr` finds is looked at on the way."""
    say(f"search and match among {LISTINGS:,} listings")
    write_listings()
    fresh(REGISTRY)()
    printed("registry", "init", "--db", REGISTRY)
    printed("registry", "import", "--db", REGISTRY, "venues.csv")
    printed("registry", "import", "--db", REGISTRY, FILE)
    printed("registry", "add-demand", "--db", REGISTRY, "--venue", "SH", "--code", "N-1", "--title", "求购设备", "--abstract",
            DEMAND, "--posted-on", LAST_DAY)
    lines = []
    for text in SOUGHT:
        hits = printed("registry", "search", "--db", REGISTRY, "--format", "csv", text).count("\nlisting,")
        shells = len(printed("sqlite3", "-readonly", REGISTRY, plain(text)).split())
        if hits != shells:
            raise SystemExit(f"bench: search finds {text} {hits} times, instr {shells} times")
        ours = Runs(["registry", "search", "--db", REGISTRY, text])
        theirs = Runs(["sqlite3", "-readonly", REGISTRY, plain(text)])
        in_short_turns(TURNS, ours, theirs)
        lines.append(
            Line(f"`search {text}` in {LISTINGS:,} listings, {hits:,} found", 0, ours, "`SELECT … instr(…)`", theirs,
                 Target(seconds=0.05)))
    ours = Runs(["registry", "match", "--db", REGISTRY, "SH/N-1"])
    theirs = Runs(["sqlite3", "-readonly", REGISTRY, "SELECT sum(length(title) + length(abstract)) FROM listing"])
    in_short_turns(TURNS, ours, theirs)
    lines.append(
        Line(f"`match` among {LISTINGS:,} listings", 0, ours, "their lengths summed", theirs, Target(seconds=0.1)))
    fresh(REGISTRY)()
    return lines
