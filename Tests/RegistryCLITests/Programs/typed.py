"""Types lines at the prompt of a shell as a person does, each with the tabulator key behind it, and prints the words that
the shell then takes.

    typed.py SHELL COMPLETIONS LINE...

COMPLETIONS is the script that the program makes for that shell. Ends with 1 where a line does not come to its end.
"""

import os
import pty
import re
import select
import shutil
import sys
import time

# Each shell's own way to take the completions, to say that it is ready, and to show words, one in brackets each.
BEGINNINGS = {
    "bash": (
        ["--noprofile", "--rcfile", "begin.bash", "-i"],
        "begin.bash",
        "source {script}\ntaken() {{ printf '[%s]' \"$@\"; echo ' taken'; }}\nbind 'set bell-style none'\nPS1='ready '\n",
    ),
    "zsh": (
        ["-i"],
        ".zshrc",
        "fpath=($PWD $fpath)\nautoload -U compinit\ncompinit -u -D\nunsetopt beep prompt_sp\nbindkey -e\n"
        "taken() {{ printf '[%s]' \"$@\"; echo ' taken'; }}\nPS1='ready '\n",
    ),
    "fish": (
        ["--no-config", "--init-command", "source begin.fish"],
        "begin.fish",
        "source {script}\nset fish_greeting\nset -g fish_autosuggestion_enabled 0\n"
        "function taken; printf '[%s]' $argv; echo ' taken'; end\nfunction fish_prompt; echo -n 'ready '; end\n",
    ),
}
LONGEST_WAIT = 120


class Screen:
    """What a shell shows at a terminal."""

    def __init__(self, terminal):
        self.terminal = terminal
        self.unread = b""

    def until(self, mark):
        """What came before the mark, behind the mark before it."""
        end = time.monotonic() + LONGEST_WAIT
        while mark not in self.unread:
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            if not ready:
                sys.exit(f"typed: {mark!r} did not come within {LONGEST_WAIT} s; what came: {self.unread!r}")
            self.unread += os.read(self.terminal, 65536)
        came, _, self.unread = self.unread.partition(mark)
        return came.decode()


def main():
    shell, script, *lines = sys.argv[1:]
    arguments, name, text = BEGINNINGS[shell]
    with open(name, "w") as file:
        file.write(text.format(script=script))
    if shell == "zsh":
        shutil.copy(script, "_registry")
    child, terminal = pty.fork()
    if child == 0:
        home = os.getcwd()
        os.environ.update(TERM="xterm", LC_ALL="C.UTF-8", HOME=home, ZDOTDIR=home)
        os.execvp(shell, [shell, *arguments])
    screen = Screen(terminal)
    for line in lines:
        screen.until(b"ready ")
        # The key to the line's beginning, so that the completed words become those of `taken`.
        os.write(terminal, line.encode() + b"\t\x01taken \r")
        print(re.findall(r"(\[registry\].*)", screen.until(b" taken\r\n"))[-1])
    os.close(terminal)
    os.waitpid(child, 0)


main()
