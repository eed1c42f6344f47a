#!/usr/bin/env python3
"""What a key costs on the wire: bytes, pieces and the processor's time, of dabir and of what people use instead, in one run.

    benches/wire/wire.py DABIR [OTHER_DABIR ...]

DABIR is a built program; a second one, such as an earlier build, stands beside it. nano, vim, less and neomutt are asked
where they are installed. Only the standard library of Python; Linux, for the processor's time is read from /proc.

Each program runs in a terminal of 80 columns and 24 rows that answers what xterm answers. A key is sent when nothing has come
for a while, and what comes until nothing has come again is its cost; of several the median is printed.
"""
import fcntl
import os
import pty
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios

QUIET = 0.12
ANSWERS = {b"\x1b[c": b"\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c", b"\x1b[>c": b"\x1b[>41;379;0c", b"\x1b[6n": b"\x1b[2;2R",
           b"\x1b[>0q": b"\x1bP>|XTerm(379)\x1b\\", b"\x1b[8$p": b"\x1b[8;0$y"}
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
PAGE, ENTER, ESCAPE, TAB, END = "\x1b[6~", "\r", "\x1b", "\t", "\x1b[F"


class Desk:
    """A program in a terminal."""

    def __init__(self, command, folder):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", HOME=folder, XDG_CONFIG_HOME=folder, LANG="C.UTF-8", USER="secretary")
            os.chdir(folder)
            os.execvp(command[0], command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.asked = b""
        self.settle(1.5)

    def answer(self, piece):
        """Answers each question once, in the order in which they are asked."""
        self.asked += piece
        while True:
            places = [(self.asked.find(question), question) for question in ANSWERS if question in self.asked]
            if not places:
                self.asked = self.asked[-8:]
                return
            place, question = min(places)
            os.write(self.fd, ANSWERS[question])
            self.asked = self.asked[place + len(question):]

    def settle(self, quiet=QUIET):
        """Bytes and pieces until nothing has come for so long."""
        bytes_, pieces = 0, 0
        while select.select([self.fd], [], [], quiet)[0]:
            try:
                piece = os.read(self.fd, 1 << 16)
            except OSError:
                break
            if not piece:
                break
            self.answer(piece)
            bytes_, pieces = bytes_ + len(piece), pieces + 1
        return bytes_, pieces

    def clock(self):
        """The processor's time so far, in ms."""
        with open(f"/proc/{self.pid}/schedstat") as first:
            own = int(first.read().split()[0])
        for task in os.listdir(f"/proc/{self.pid}/task"):
            if task != str(self.pid):
                with open(f"/proc/{self.pid}/task/{task}/schedstat") as other:
                    own += int(other.read().split()[0])
        return own / 1e6

    def press(self, keys):
        before = self.clock()
        os.write(self.fd, keys.encode())
        bytes_, pieces = self.settle()
        return bytes_, pieces, self.clock() - before

    def deeds(self, keys, times):
        costs = [self.press(keys) for _ in range(times)]
        return tuple(statistics.median(cost) for cost in zip(*costs))

    def close(self):
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def dabir(program, folder):
    store = os.path.join(folder, "office-" + str(abs(hash(program))))
    subprocess.run([program, "--store", store, "demo", "--no-open"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    command = [program, "--store", store, "--today", "1405/09/01"]
    rows = {}
    desk = Desk(command, folder)
    rows["cursor down, list"] = desk.deeds(DOWN, 8)
    desk.press(DOWN * 7)
    rows["scroll by a row"] = desk.deeds(DOWN, 6)
    rows["page"] = desk.deeds(PAGE, 1)
    desk.press("\x1b[H" + DOWN)
    rows["open"] = desk.deeds(ENTER, 1)
    rows["tab"] = desk.deeds("5", 1)
    rows["cursor down, table of long rows"] = desk.deeds(DOWN, 3)
    desk.press("3")
    rows["tick, cursor going on"] = desk.deeds("p", 3)
    desk.press("4a" + TAB)
    desk.press("سخن درباره آب روستا")
    rows["letter at the end"] = desk.deeds("ب", 6)
    rows["caret one step"] = desk.deeds(RIGHT, 6)
    rows["letter in the middle"] = desk.deeds("ا", 6)
    desk.close()
    return rows


def editor(command, folder):
    """An editor at a line of Persian and a list of lines."""
    path = os.path.join(folder, "text.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(f"سطر {number} از متن درباره آب روستا\n" for number in range(200))
    is_vim = command[0].endswith("vim")
    rows = {}
    desk = Desk(command + [path], folder)
    rows["cursor down, list"] = desk.deeds(DOWN, 8)
    desk.press(DOWN * 12)
    rows["scroll by a row"] = desk.deeds("\x05" if is_vim else DOWN, 6)
    rows["page"] = desk.deeds(PAGE, 1)
    desk.press("A" if is_vim else END)
    rows["letter at the end"] = desk.deeds("ب", 6)
    rows["caret one step"] = desk.deeds(LEFT, 6)
    rows["letter in the middle"] = desk.deeds("ا", 6)
    desk.close()
    return rows


def pager(command, folder):
    editor_rows = {}
    path = os.path.join(folder, "text.txt")
    desk = Desk(command + [path], folder)
    editor_rows["scroll by a row"] = desk.deeds("j", 6)
    editor_rows["page"] = desk.deeds(" ", 1)
    desk.close()
    return editor_rows


def mail(command, folder):
    path = os.path.join(folder, "mailbox")
    with open(path, "w", encoding="utf-8") as file:
        for number in range(200):
            file.write(f"From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\nSubject: number {number} of the list\n\nbody\n\n")
    rows = {}
    desk = Desk(command + ["-f", path], folder)
    rows["cursor down, list"] = desk.deeds("j", 8)
    desk.press("j" * 12)
    rows["page"] = desk.deeds(PAGE, 1)
    desk.close()
    return rows


PEERS = [("nano", ["nano"], editor), ("vim", ["vim", "-u", "NONE", "-N"], editor), ("less", ["less"], pager),
         ("neomutt", ["neomutt", "-n", "-F", "/dev/null"], mail)]


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        columns = [(program, dabir(os.path.abspath(program), folder)) for program in sys.argv[1:]]
        for name, command, measured in PEERS:
            if shutil.which(command[0]):
                columns.append((name, measured(command, folder)))
            else:
                print(f"{name} is not installed", file=sys.stderr)
    first = columns[0][1]
    print("bytes (pieces; ms of the processor; times the first column's bytes)\n")
    print("| key | " + " | ".join(name for name, _ in columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    for key in first:
        cells = []
        for _, rows in columns:
            if key not in rows:
                cells.append("")
                continue
            bytes_, pieces, time_ = rows[key]
            ratio = f"; {bytes_ / first[key][0]:.2f} ×" if first[key][0] and rows is not first else ""
            cells.append(f"{bytes_:.0f} ({pieces:.0f}; {time_:.2f}{ratio})")
        print(f"| {key} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
