"""readme_test.py BIN_DIR: runs the commands of README.md and compares what they print.

A ```console block holds `$ command` lines and what they print; a line "…" stands for any lines, "…" within a line for any text. tools/quickstart and
tools/test are not run here (the second runs this file); the daemon that the first one leaves behind is
started on a free port, and an index is built where the README expects one.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from programs import ROOT, Daemon, Programs

PROGRAMS = Programs(sys.argv[1])
SCRIPTS = ("tools/quickstart", "tools/test")


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


def main():
    ran = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "build/release").mkdir(parents=True)
        (folder / "build/release/bin").symlink_to(PROGRAMS.bin.resolve())
        for tree in ("corpus", "mappings"):
            (folder / tree).symlink_to(ROOT / tree)
        built = PROGRAMS.build(folder / "var/index", ROOT / "corpus")
        assert built.returncode == 0, built.stderr
        with Daemon(PROGRAMS, folder / "var/index") as daemon:
            for command, expected in blocks((ROOT / "README.md").read_text(encoding="utf-8")):
                script = command.split()[0]
                if script in SCRIPTS:
                    assert (ROOT / script).is_file() and shutil.which(ROOT / script), f"{script} cannot be run"
                    continue
                local = command.replace("127.0.0.1:8080", f"127.0.0.1:{daemon.port}")
                done = subprocess.run(local, shell=True, cwd=folder, capture_output=True, text=True, check=False)
                assert agrees(done.stdout, expected), f"$ {command}\n{done.stdout}{done.stderr}\nREADME says:\n" + "\n".join(expected)
                ran += 1
    assert ran >= 3, "README shows too little"
    print(f"{ran} commands agree")


if __name__ == "__main__":
    main()
