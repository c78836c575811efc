"""faults_test.py BIN_DIR SHIM [all]: an index is the old one or the new one, whatever happens while it is written.

SHIM is the disk that fails (tests/faults). A build, an incremental build and a rollback are stopped or failed at calls
that change the disk: at each one with `all`, else at some, another choice each day. After each: the index opens and is
whole, its answers are those of the old or the new generation, and the next build gives the new one and leaves no litter.
"""
import datetime
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

from programs import ROOT, Daemon, Programs

PROGRAMS = Programs(sys.argv[1])
SHIM = pathlib.Path(sys.argv[2])
EVERY = sys.argv[3:] == ["all"]
SEED = datetime.date.today().toordinal()
FIXTURES = ROOT / "tests/fixtures"
REASONS = {"ENOSPC": "No space left on device", "EIO": "Input/output error", "EACCES": "Permission denied",
           "short": "No space left on device"}


def fault(index, arguments, how="", at=0, log=""):
    environment = dict(os.environ, LD_PRELOAD=str(SHIM), FAULTY_FOLDER=str(index), FAULTY_HOW=how, FAULTY_AT=str(at),
                       FAULTY_LOG=str(log))
    return subprocess.run([PROGRAMS.bin / "cyberlex-indexer", *arguments], capture_output=True, text=True, check=False,
                          env=environment)


def build(index, corpus, *more):
    return ["build", "--corpus", corpus, "--mappings", FIXTURES / "mappings", "--index", index, "--jobs", "2",
            "--progress", "none", *more]


def current(index):
    """The generation by its digest: one that is written again gets a number behind it."""
    return "-".join((index / "current").read_text().strip().split("-")[:2])


def answer(index):
    """What the index says: a search with its facets, and a provision; without the name of the corpus's digest."""
    said = []
    for question in (["search", "data", "--json", "--as-of", "2020-01-01"],
                     ["show", "zz/computer-act-2010/sec_5", "--json", "--as-of", "2020-01-01"]):
        found = PROGRAMS.cli(index, *question)
        assert found.returncode == 0, found.stderr
        said.append(found.stdout)
    return said


class Case:
    """Something that changes an index from one generation to another."""

    def __init__(self, name, folder, before, arguments, old, new):
        self.name, self.before, self.arguments = name, before, arguments
        self.how = {"full": "full: ", "incremental": "incremental: ", "rollback": "before"}[name]
        self.index = folder / "index"
        self.old, self.new = old, new  # (generation, answer)

    def renew(self):
        shutil.rmtree(self.index, ignore_errors=True)
        shutil.copytree(self.before, self.index, symlinks=True)

    def command(self):
        return self.arguments(self.index)

    def calls(self, folder):
        """What it changes on the disk, call by call."""
        self.renew()
        log = folder / f"{self.name}.log"
        done = fault(self.index, self.command(), log=log)
        assert done.returncode == 0, done.stderr
        assert self.state() == self.new, f"{self.name}: not the new generation"
        assert self.how in done.stdout, f"{self.name}: not {self.how}: {done.stdout}"
        return log.read_text().splitlines()

    def state(self):
        return current(self.index), answer(self.index)

    def check(self, how, at, call):
        self.renew()
        done = fault(self.index, self.command(), how, at)
        what = f"{self.name}, {how} at call {at} ({call}): {done.stderr}"
        if how == "kill":
            assert done.returncode == -9, what
        state = self.state()
        assert state in (self.old, self.new), what
        if how != "kill" and done.returncode != 0:
            # 3: the index could not be written; the reason of the system, and of what.
            assert done.returncode == 3, f"{done.returncode} {what}"
            assert "cyberlex-indexer: " in done.stderr and str(self.index) in done.stderr, what
        elif how != "kill":
            assert state == self.new, f"said to be done: {what}"
        checked = PROGRAMS.indexer("verify", "--index", self.index)
        assert checked.returncode == 0, what + checked.stderr
        again = fault(self.index, self.command())
        if self.arguments is not rollback or state == self.old:
            assert again.returncode == 0, what + again.stderr
            assert self.state() == self.new, what
        self.no_litter(what)
        return done.stderr

    def no_litter(self, what):
        names = {each.name for each in self.index.iterdir()}
        generations = {name for name in names if name.startswith("g-")}
        assert names - generations <= {"current", ".lock", "report.txt"}, f"{what}: {names}"
        assert 1 <= len(generations) <= 2, f"{what}: {names}"


def rollback(index):
    return ["rollback", "--index", index]


def chosen(calls, chance):
    numbers = range(1, len(calls) + 1)
    # The last calls are those of the swap.
    return numbers if EVERY else sorted({*chance.sample(numbers, 4), *range(max(1, len(calls) - 2), len(calls) + 1)})


class Corpus:
    """Acts of which one heading is the old one or the new one; an incremental build knows files by their path."""

    def __init__(self, folder):
        self.folder = folder / "corpus"
        shutil.copytree(FIXTURES / "corpus", self.folder)
        for number in range(150):  # so that one changed act is a small part
            (self.folder / f"lantern-{number}.md").write_text(
                f'---\ntitle: "Lantern Law {number}"\nidentifier: "lantern-{number}"\ncountry: "zz"\nlang: "en"\nrank: "act"\n'
                'publication_date: "2019-01-01"\nlast_updated: "2019-01-01"\nstatus: "in_force"\n'
                f'source: "https://gazette.example/{number}"\n---\n# Lantern Law {number}\n\n### Section 1 - Oil\n\n'
                'Oil is kept dry, and so is the data of lanterns.\n')
        self.changing = next(each for each in self.folder.rglob("*.yaml") if "Production of data" in each.read_text())
        self.text = self.changing.read_text()

    def old(self):
        self.changing.write_text(self.text)
        return self.folder

    def new(self):
        self.changing.write_text(self.text.replace("Production of data", "Production of computer data"))
        return self.folder


def made(index, *arguments):
    # An incremental build keeps nothing that a program with other libraries has written: the shim is one.
    done = fault(index, arguments)
    assert done.returncode == 0, done.stderr
    return current(index), answer(index)


def cases(folder):
    corpus = Corpus(folder)
    first, second = folder / "first", folder / "second"
    was = made(first, *build(first, corpus.old()))
    shutil.copytree(first, second, symlinks=True)
    will_be = made(second, *build(second, corpus.new()))
    assert was[0] != will_be[0] and was[1] != will_be[1]
    return corpus, [Case("full", folder, first, lambda index: build(index, corpus.new(), "--full"), was, will_be),
                    Case("incremental", folder, first, lambda index: build(index, corpus.new()), was, will_be),
                    Case("rollback", folder, second, rollback, will_be, was)]


def reader_throughout(folder, corpus):
    """A daemon answers while builds die under it: never a wrong answer, and the new generation in the end."""
    index = folder / "read"
    was = made(index, *build(index, corpus.old()))
    count = calls_of_a_build(index, corpus, folder)
    question = "/api/v1/search?q=data&as_of=2020-01-01"
    with Daemon(PROGRAMS, index) as daemon:
        before = daemon.get(question)[2]
        for at in random.Random(SEED).sample(range(1, count - 4), 6):
            fault(index, build(index, corpus.new()), "kill", at)
            status, _, body = daemon.get(question)
            assert status == 200 and body == before, at
            assert current(index) == was[0]
        made(index, *build(index, corpus.new()))
        deadline = time.monotonic() + 30
        while daemon.get(question)[2] == before:
            assert time.monotonic() < deadline, "the new generation was not taken up"
        assert b"Production of computer data" in daemon.get(
            "/api/v1/provisions/zz/computer-act-2010/sec_5?as_of=2020-01-01")[2]


def refused(index, code, words, *more):
    before = (index / "current").read_bytes()
    done = PROGRAMS.indexer(*rollback(index), *more)
    assert done.returncode == code and words in done.stderr, (done.returncode, done.stderr)
    assert (index / "current").read_bytes() == before


def ways_back(folder, corpus):
    """Rollback: a daemon follows; a damaged, unknown or missing generation is refused, a damaged current one is left."""
    index = folder / "back"
    was = made(index, *build(index, corpus.old()))
    refused(index, 3, "no other generation")
    will_be = made(index, *build(index, corpus.new()))
    refused(index, 3, "no other generation of the name g-0", "--to", "g-0")
    question = "/api/v1/provisions/zz/computer-act-2010/sec_5?as_of=2020-01-01"
    with Daemon(PROGRAMS, index) as daemon:
        newer = daemon.get(question)[2]
        assert PROGRAMS.indexer(*rollback(index)).returncode == 0
        deadline = time.monotonic() + 30
        while daemon.get(question)[2] == newer:
            assert time.monotonic() < deadline, "the older generation was not taken up"
    assert (current(index), answer(index)) == was
    (index / "current").write_text("g-nothing\n")  # whatever happened to it
    refused(index, 2, "several generations")
    assert PROGRAMS.indexer(*rollback(index), "--to", will_be[0]).returncode == 0
    assert (current(index), answer(index)) == will_be
    damaged = index / was[0] / "files.sha256"
    damaged.write_bytes(damaged.read_bytes()[:-2] + b"0\n")
    refused(index, 3, was[0])


def snapshot_and_restore(folder, corpus):
    """What docs/operations.md says of a copy: the answers are the same after it all was lost."""
    index, copy = folder / "kept", folder / "kept.tar"
    was = made(index, *build(index, corpus.old()))
    generation = (index / "current").read_text().strip()
    subprocess.run(["tar", "-C", index, "-cf", copy, generation, "current"], check=True)
    shutil.rmtree(index)
    assert PROGRAMS.cli(index, "search", "data").returncode == 3
    index.mkdir()
    subprocess.run(["tar", "-C", index, "-xf", copy], check=True)
    assert PROGRAMS.indexer("verify", "--index", index).returncode == 0
    assert (current(index), answer(index)) == was


def calls_of_a_build(index, corpus, folder):
    copy, log = folder / "counted", folder / "read.log"
    shutil.copytree(index, copy, symlinks=True)
    done = fault(copy, build(copy, corpus.new()), log=log)
    assert done.returncode == 0, done.stderr
    return len(log.read_text().splitlines())


def main():
    chance = random.Random(SEED)
    print(f"seed {SEED}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        corpus, all_cases = cases(folder)
        for case in all_cases:
            calls = case.calls(folder)
            reasons = set()
            for how in ("kill", *REASONS):
                for at in chosen(calls, chance):
                    said = case.check(how, at, calls[at - 1])
                    reasons |= {each for each, text in REASONS.items() if text in said}
            print(f"{case.name}: {len(calls)} calls that change the disk; reasons named: {', '.join(sorted(reasons))}")
        reader_throughout(folder, corpus)
        ways_back(folder, corpus)
        snapshot_and_restore(folder, corpus)
    print("faults: old or new, never between")


if __name__ == "__main__":
    main()
