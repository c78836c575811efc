"""The ```console blocks of a page: commands with what they print, run as a reader would run them.

A block holds `$ command` lines and what they print; a line "…" stands for any lines, "…" within a line for any text. The
commands find the programs as build/release/bin/NAME and as NAME, corpus/, mappings/, an index where quickstart puts it, and for
127.0.0.1:8080 a daemon on a free port.
"""
import contextlib
import os
import pathlib
import re
import subprocess
import tempfile

from programs import ROOT, Daemon

PORT = "127.0.0.1:8080"


def blocks(text):
    """(command, expected lines) of every console block."""
    for block in re.findall(r"```console\n(.*?)```", text, re.S):
        command, expected = None, []
        for line in block.splitlines():
            if line.startswith("$ "):
                if command:
                    yield command, expected
                command, expected = line[2:], []
            else:
                expected.append(line)
        if command:
            yield command, expected


def one_line(line):
    """A line in which "…" stands for what changes from day to day."""
    return ".*".join(re.escape(part) for part in line.split("…")) + r"\n"


def agrees(printed, expected):
    """True when `expected` with its "…" lines describes `printed`."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "…" else one_line(line) for line in expected)
    return re.fullmatch(pattern, printed) is not None


@contextlib.contextmanager
def reader(programs):
    """A function that runs a command as a reader of the page would, and gives its CompletedProcess."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "build/release").mkdir(parents=True)
        (folder / "build/release/bin").symlink_to(programs.bin.resolve())
        for tree in ("corpus", "mappings"):
            (folder / tree).symlink_to(ROOT / tree)
        built = programs.build(folder / "var/index", ROOT / "corpus")
        assert built.returncode == 0, built.stderr
        path = f"{programs.bin.resolve()}{os.pathsep}{os.environ['PATH']}"
        with Daemon(programs, folder / "var/index") as daemon:
            yield lambda command: subprocess.run(
                command.replace(PORT, f"127.0.0.1:{daemon.port}"), shell=True, cwd=folder, capture_output=True, text=True, check=False,
                env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"})
