"""generations_test BIN_DIR [--write]: generations that earlier programs wrote, and disks that take or let nothing be written.

tests/fixtures/generations/schema-N is a generation of schema N over tests/fixtures, as it was written then, with the answers
that it gave. One of today's schema opens, verifies and answers as it did; one of another is refused by its number. A new
schema adds its own with --write and leaves the others. The disks are small tmpfs in a mount namespace of their own; where
none may be made, their tests say so and are skipped.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from programs import ROOT, Daemon, Programs

FIXTURES = ROOT / "tests/fixtures"
KEPT = FIXTURES / "generations"
SCHEMA = int(re.search(r"kVersion = (\d+);", (ROOT / "cyberlex/index/schema.h").read_text()).group(1))
QUESTIONS = [["search", "data"], ["search", "", "--offence", "illegal-access"], ["search", "datos", "--as-of", "2020-01-01"],
             ["search", "--article", "tz/1", "--sort", "citation"], ["search", "computer", "--facets", "all"]]
PROVISION = "zz/computer-act-2010/sec_5"


def build(index, *more):
    return programs.indexer("build", "--corpus", FIXTURES / "corpus", "--mappings", FIXTURES / "mappings", "--index", index, "--jobs", "1",
                            "--progress", "none", *more)


def answers(index):
    """What it answers, without what a later program may say better: counts, order, names, texts."""
    out = {}
    for question in QUESTIONS:
        ran = programs.cli(index, *question, "--json")
        assert ran.returncode in (0, 1), ran.stderr
        answer = json.loads(ran.stdout)
        out[" ".join(question)] = {
            "total": answer["total"], "hits": [(hit["handle"], hit["heading"], hit["status"]) for hit in answer["hits"]],
            "facets": {name: [(each["value"], each["count"]) for each in values] for name, values in answer["facets"].items()}}
    shown = json.loads(programs.cli(index, "show", PROVISION, "--as-of", "2020-01-01", "--json").stdout)
    out[PROVISION] = [[block["text"] for block in text["blocks"]] for text in shown["texts"]]
    return json.loads(json.dumps(out))


class Kept(unittest.TestCase):
    def copies(self):
        for kept in sorted(KEPT.glob("schema-*")):
            with tempfile.TemporaryDirectory() as name:
                index = pathlib.Path(name) / "index"
                shutil.copytree(kept / "index", index)
                yield int(kept.name.removeprefix("schema-")), index, json.loads((kept / "answers.json").read_text(encoding="utf-8"))

    def test_one_of_todays_schema_is_kept_and_answers_as_it_did(self):
        found = 0
        for schema, index, expected in self.copies():
            if schema != SCHEMA:
                continue
            found += 1
            verified = programs.indexer("verify", "--index", index)
            self.assertEqual(verified.returncode, 0, verified.stderr)
            self.assertEqual(answers(index), expected)
            self.assertGreater(expected["search data"]["total"], 1)
            self.assertEqual(build(index).returncode, 0)  # and it can be built upon
            self.assertEqual(answers(index), expected)
        self.assertEqual(found, 1, f"no generation of schema {SCHEMA} is kept: tests/e2e/generations_test.py BIN_DIR --write")

    def test_those_of_other_schemas_are_refused_by_number(self):
        for schema, index, _ in self.copies():
            if schema == SCHEMA:
                continue
            ran = programs.cli(index, "search", "data")
            self.assertEqual(ran.returncode, 3)
            self.assertIn(f"schema {schema}", ran.stderr.decode())

    def test_a_flipped_bit_in_any_file_is_found(self):
        for schema, index, _ in self.copies():
            if schema != SCHEMA:
                continue
            files = [each for each in sorted(index.glob("g-*/**/*")) if each.is_file() and each.stat().st_size > 0]
            self.assertGreater(len(files), 6)
            for file in files:
                whole = file.read_bytes()
                step = max(1, len(whole) // 12)
                for at in [*range(0, len(whole), step), len(whole) - 1]:
                    damaged = bytearray(whole)
                    damaged[at] ^= 1 << at % 8
                    file.write_bytes(damaged)
                    ran = programs.indexer("verify", "--index", index)
                    self.assertEqual(ran.returncode, 3, f"{file.name}, byte {at}: {ran.stdout}")
                    self.assertIn(str(file.parent), ran.stderr, f"{file.name}, byte {at}")
                file.write_bytes(whole)
            self.assertEqual(programs.indexer("verify", "--index", index).returncode, 0)


class Disks(unittest.TestCase):
    """Mounted below a folder of their own; the namespace is that of this process (unshare -m)."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.disk = pathlib.Path(self.folder.name)

    def tearDown(self):
        subprocess.run(["umount", self.disk], capture_output=True, check=False)
        self.folder.cleanup()

    def mount(self, options):
        ran = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", self.disk], capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            self.skipTest(f"no disk can be mounted here: {ran.stderr.strip()}")

    def refuse_a_build(self, index, word, *more):
        before = answers(index), (index / "current").read_text()
        ran = build(index, *more)
        self.assertEqual(ran.returncode, 3, ran.stdout)
        self.assertIn(str(index), ran.stderr)
        self.assertIn(word, ran.stderr)
        self.assertEqual((answers(index), (index / "current").read_text()), before)
        return ran

    def test_a_disk_that_is_read_only_is_verified_and_served_and_nothing_is_built(self):
        self.mount("size=8m")
        index = self.disk / "index"
        self.assertEqual(build(index).returncode, 0)
        expected = answers(index)
        subprocess.run(["mount", "-o", "remount,ro", self.disk], check=True)
        self.assertEqual(answers(index), expected)
        verified = programs.indexer("verify", "--index", index)
        self.assertEqual(verified.returncode, 0, verified.stderr)
        self.assertIn("tables are not checked by Xapian where nothing may be written", verified.stdout)
        with Daemon(programs, index) as daemon:
            self.assertEqual(daemon.json("/api/v1/search?q=data")["total"], expected["search data"]["total"])
        self.refuse_a_build(index, "Read-only file system", "--full")
        rolled = programs.indexer("rollback", "--index", index)
        self.assertEqual(rolled.returncode, 3, rolled.stderr)

    def test_a_full_disk_keeps_the_old_generation_and_takes_the_new_one_when_there_is_room(self):
        self.mount("size=400k")
        index = self.disk / "index"
        self.assertEqual(build(index).returncode, 0)
        ballast = self.disk / "ballast"
        with self.assertRaises(OSError), ballast.open("wb", buffering=0) as out:
            while True:
                out.write(b"x" * 4096)
        self.refuse_a_build(index, "No space left on device", "--full")
        self.assertEqual(programs.indexer("verify", "--index", index).returncode, 0)
        ballast.unlink()
        ran = build(index, "--full")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertLessEqual({each.name for each in index.iterdir() if not each.name.startswith("g-")}, {"current", ".lock", "report.txt"})


def write():
    folder = KEPT / f"schema-{SCHEMA}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    built = build(folder / "index")
    assert built.returncode == 0, built.stderr
    for name in (".lock", "report.txt"):
        (folder / "index" / name).unlink()
    (folder / "answers.json").write_text(json.dumps(answers(folder / "index"), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    programs = Programs(sys.argv.pop(1))
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        unittest.main()
