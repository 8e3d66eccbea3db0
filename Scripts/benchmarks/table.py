"""The table: one line for each task, with its target and whether that was held."""

from dataclasses import dataclass, field

from runs import Runs, ratio

HEAD = [
    "| | deals | registry | beside | its time | ratio | memory | its memory | target | |",
    "|---|--:|--:|---|--:|--:|--:|--:|---|---|",
]


@dataclass(frozen=True)
class Target:
    """What a line has to hold; what is None is no part of it."""

    ratio: float | None = None
    seconds: float | None = None
    mib: float | None = None
    # More than its peer by so much at most.
    seconds_beyond: float | None = None
    # Where the time goes, which is said where it is missed.
    because: str = ""

    @property
    def words(self):
        parts = []
        if self.ratio is not None:
            parts.append(f"{self.ratio:g}")
        if self.seconds is not None:
            parts.append(time_words(self.seconds, places=0))
        if self.seconds_beyond is not None:
            parts.append(f"its time and {self.seconds_beyond:g} s")
        if self.mib is not None:
            parts.append(f"{self.mib:g} MiB")
        return ", ".join(parts)

    def holds(self, line):
        return (
            (self.ratio is None or line.ratio <= self.ratio)
            and (self.seconds is None or line.ours.median <= self.seconds)
            and (self.seconds_beyond is None or line.ours.median <= line.theirs.median + self.seconds_beyond)
            and (self.mib is None or line.ours.mib <= self.mib)
        )


@dataclass
class Line:
    what: str
    rows: int
    ours: Runs
    peer: str = ""
    theirs: Runs | None = None
    target: Target = field(default_factory=Target)

    @property
    def ratio(self):
        return ratio(self.ours, self.theirs)

    @property
    def verdict(self):
        if not self.target.words:
            return ""
        if self.target.holds(self):
            return "held"
        return f"missed: {self.target.because}" if self.target.because else "missed"

    @property
    def text(self):
        cells = [self.what, f"{self.rows:,}", time_words(self.ours.median), self.peer]
        if self.theirs:
            cells += [time_words(self.theirs.median), f"{self.ratio:.2f}", f"{self.ours.mib:.0f} MiB"]
            cells += [f"{self.theirs.mib:.0f} MiB"]
        else:
            cells += ["", "", f"{self.ours.mib:.0f} MiB", ""]
        return "| " + " | ".join(cells + [self.target.words, self.verdict]) + " |"


@dataclass
class SizeLine:
    """How large a file is beside another."""

    what: str
    rows: int
    bytes: int
    peer: str
    peer_bytes: int
    verdict = ""

    @property
    def text(self):
        sizes = [f"{self.bytes / 1e6:,.0f} MB", self.peer, f"{self.peer_bytes / 1e6:,.0f} MB"]
        return "| " + " | ".join([self.what, f"{self.rows:,}", *sizes, f"{self.bytes / self.peer_bytes:.2f}"]) + " | | | | |"


def time_words(seconds, places=2):
    return f"{seconds:.{places}f} s" if seconds >= 0.5 else f"{seconds * 1000:.{min(places, 1)}f} ms"


def table(lines):
    return "\n".join(HEAD + [line.text for line in lines])
