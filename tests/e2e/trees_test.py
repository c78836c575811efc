"""trees_test.py BIN_DIR DATA_DIR: real statutes that nobody here wrote go through the indexer as they are.

DATA_DIR holds legalize-uy.tar.zst, gesetze-de.tar.zst and akn/. Where it is absent the test says so and is skipped
(exit 77).
"""
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

from programs import ROOT, Daemon, Programs

PROGRAMS = Programs(sys.argv[1])
DATA = pathlib.Path(sys.argv[2])


def unpack(folder):
    trees = []
    for name in ("legalize-uy", "gesetze-de"):
        tree = folder / name
        tree.mkdir()
        subprocess.run(["tar", "--zstd", "-xf", DATA / f"{name}.tar.zst", "-C", tree], check=True)
        trees.append(tree)
    return trees


def number(report, word):
    match = re.search(rf"(?m)^ *{word} +([\d,]+)", report)
    assert match, f"{word} is not in the report:\n{report}"
    return int(match.group(1).replace(",", ""))


def check_report(report):
    assert number(report, "provisions") > 180_000, report
    assert number(report, "characters") == number(report, "kept") + number(report, "reported"), report
    assert number(report, "not read") == 0, report


def kill_builds(index, corpora):
    """A build killed at any moment leaves the old generation serving."""
    with Daemon(PROGRAMS, index) as daemon:
        before = daemon.json("/api/v1/search?q=datos&limit=5")
        chance = random.Random(1042)
        for _ in range(4):
            command = [PROGRAMS.bin / "cyberlex-indexer", "build", "--index", index, "--progress", "none"]
            for corpus in corpora:
                command += ["--corpus", corpus]
            build = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.5, 25))
            build.send_signal(signal.SIGKILL)
            build.wait()
            assert daemon.json("/api/v1/search?q=datos&limit=5") == before
        checked = PROGRAMS.indexer("verify", "--index", index)
        assert checked.returncode == 0, checked.stderr
    assert daemon.exit_code == 0


def main():
    if not DATA.is_dir():
        print(f"skipped: {DATA} is not here")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        trees = unpack(folder)
        index = folder / "index"
        built = PROGRAMS.build(index, ROOT / "corpus", *trees, DATA / "akn")
        print(built.stdout)
        assert built.returncode == 0, built.stderr[-2000:]
        check_report(built.stdout)
        kill_builds(index, [ROOT / "corpus", trees[0]])


if __name__ == "__main__":
    main()
