"""Runs programs, and keeps how long each took and how much memory it had at its most."""

import os
import statistics
import subprocess
import sys
import time


def say(words):
    print(f"bench: {words}", file=sys.stderr, flush=True)


class Runs:
    """One program at one task: the seconds of each run, and the largest memory in KiB."""

    def __init__(self, command, before=None):
        """`before` is called ahead of each run, outside its time."""
        self.command = [str(word) for word in command]
        self.before = before
        self.seconds = []
        self.kib = 0

    def clock(self):
        """A run of milliseconds, beside which nothing else is started."""
        self._prepare()
        self.seconds.append(self._run(self.command))

    def weigh(self):
        """A run of which only the memory is kept. The system counts this program's own against what it starts, but not
        against what `time` starts."""
        self._prepare()
        self._weighed()

    def measure(self):
        """A run that takes so long that both can be had of it."""
        self._prepare()
        self.seconds.append(self._weighed())

    def _prepare(self):
        if self.before:
            self.before()

    def _weighed(self):
        seconds = self._run(["/usr/bin/time", "--quiet", "-f", "%M", "-o", "memory", *self.command])
        with open("memory") as file:
            self.kib = max(self.kib, int(file.read().split()[-1]))
        return seconds

    def _run(self, command):
        with open("out", "wb") as out, open("err", "wb") as err:
            files = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, err.fileno(), 2)]
            began = time.perf_counter()
            process = os.posix_spawnp(command[0], command, os.environ, file_actions=files)
            _, status = os.waitpid(process, 0)
            took = time.perf_counter() - began
        if status != 0:
            with open("err", errors="replace") as file:
                sys.exit(f"bench: failed: {' '.join(self.command)[:300]}\n{file.read()[-2000:]}")
        return took

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def mib(self):
        return self.kib / 1024


def in_turn(turns, *contestants):
    """Lets each run once, then each once more, so that what else the machine does falls on all alike."""
    for turn in range(turns):
        for runs in contestants:
            runs.measure()


def in_short_turns(turns, *contestants):
    """The same for what takes milliseconds: its memory is taken in a run of its own."""
    for runs in contestants:
        runs.weigh()
    for _ in range(turns):
        for runs in contestants:
            runs.clock()


def ratio(ours, theirs):
    """The median of what each turn's two runs were to each other."""
    return statistics.median(own / other for own, other in zip(ours.seconds, theirs.seconds))


def printed(*command):
    """What a command prints, which is not measured."""
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def fresh(*names):
    """A step that takes files away, with what SQLite keeps beside them."""

    def take_away():
        for name in names:
            for end in ("", "-wal", "-shm", "-journal"):
                if os.path.exists(name + end):
                    os.remove(name + end)
            subprocess.run(["rm", "-rf", f"{name}-files", f"{name}.files"], check=True)

    return take_away
