"""shards_test BIN_DIR: an index in shards, each served by stock xapian-tcpsrv on an address of its own, against the same index in one piece.

Skipped (77) where there is no xapian-tcpsrv (Debian: xapian-tools).
"""
import json
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest

from programs import ROOT, Programs

SHARDS = 3
QUESTIONS = [
    [], ["access"], ["illegal access", "--jurisdiction", "ng,ir"], ["--offence", "illegal-access", "--prison", "4y.."],
    ["--article", "unc/7", "--serious", "true", "--jurisdiction=-int"], ["\"computer system\""], ["data OR datos"],
    ["--power", "content-interception"], ["--confidence", "recalled", "--article", "budapest"],
    ["--status", "repealed", "--jurisdiction", "ir"], ["دسترسی"], ["--penalty", "fine", "--fine", "1000000NGN.."],
    ["--as-of", "2016-01-01", "--jurisdiction", "ni"], ["--year", "2000..2015", "--text", "restatement"],
    ["--offence", "system-interference", "--penalty", "imprisonment", "--confidence", "verified"],
]
FACETS = "jurisdiction,act,year,lang,status,text,class,offence,power,concern,concept,safeguard,defence,serious,penalty,prison,fine,article,relation,confidence"


class Server:
    """xapian-tcpsrv of one shard."""

    def __init__(self, folder, host):
        self.folder, self.host = folder, host
        with socket.socket() as free:
            free.bind((host, 0))
            self.port = free.getsockname()[1]
        self.start()

    def start(self):
        self.process = subprocess.Popen(["xapian-tcpsrv", "--interface", self.host, "--port", str(self.port), "--quiet", self.folder],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection((self.host, self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError(f"xapian-tcpsrv does not listen on {self.host}:{self.port}")

    def stop(self):
        self.process.kill()
        self.process.wait()


class Shards(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        at = pathlib.Path(cls.folder.name)
        cls.index = at / "index"
        built = programs.indexer("build", "--corpus", ROOT / "corpus", "--mappings", ROOT / "mappings", "--index", cls.index,
                                 "--progress", "none", "--shards", str(SHARDS))
        assert built.returncode == 0, built.stderr
        cls.local = pathlib.Path(re.search(r"^shards\s+(\S+)$", built.stdout, re.MULTILINE).group(1))
        cls.servers = [Server(cls.local.parent / str(i + 1), f"127.0.0.{11 + i}") for i in range(SHARDS)]
        cls.stub = at / "remote.stub"
        cls.stub.write_text("".join(f"remote {each.host}:{each.port}\n" for each in cls.servers))

    @classmethod
    def tearDownClass(cls):
        for server in cls.servers:
            server.stop()
        cls.folder.cleanup()

    def one(self, question, *more):
        return self.read(programs.cli(self.index, "search", *question, *more, "--expand", "off", "--json"))

    def sharded(self, question, *more, stub=None):
        return self.read(self.ask(question, *more, stub=stub))

    def ask(self, question, *more, stub=None):
        return subprocess.run([programs.bin / "cyberlex", "search", *question, *more, "--shards", stub or self.stub, "--json"],
                              capture_output=True, check=False)

    def read(self, ran):
        self.assertIn(ran.returncode, (0, 1), ran.stderr.decode())
        return json.loads(ran.stdout)

    def test_total_and_facets_are_those_of_one_index(self):
        found = 0
        for question in QUESTIONS:
            with self.subTest(question=question):
                one, sharded = self.one(question, "--facets", FACETS), self.sharded(question, "--facets", FACETS)
                self.assertEqual(sharded["total"], one["total"])
                self.assertEqual(sharded["facets"], one["facets"])
                self.assertEqual(sharded["corpus"], one["corpus"])
                found += one["total"] > 0
        self.assertGreater(found, len(QUESTIONS) - 3)

    def test_hits_are_those_of_one_index_page_by_page(self):
        for question in (["--jurisdiction", "ni"], ["data", "--jurisdiction=-int"]):
            sides = []
            for ask in (self.one, self.sharded):
                hits, cursor = [], []
                while True:
                    answer = ask(question, "--sort", "citation", "--facets", "none", "--limit", "17", *cursor)
                    for hit in answer["hits"]:
                        hit.pop("snippets")  # no shard chooses any
                        hits.append(hit)
                    if not answer["next"]:
                        break
                    cursor = ["--cursor", re.search(r"cursor=([^&]+)", answer["next"]).group(1)]
                sides.append(hits)
            self.assertEqual(*sides)
            self.assertGreater(len(sides[0]), 20)

    def test_what_servers_cannot_answer_exactly_is_refused_by_name(self):
        for question, word in ((["acc*"], "acc*"), (["computer NEAR/3 data"], "NEAR"), (["art. 30 Ley 1042"], "citation"),
                               (["--party", "budapest"], "party"), (["--sort", "severity"], "severity")):
            ran = self.ask(question)
            self.assertEqual(ran.returncode, 2, ran.stderr)
            self.assertIn(word, ran.stderr.decode())
            self.assertIn("shards", ran.stderr.decode())
        text = subprocess.run([programs.bin / "cyberlex", "search", "data", "--shards", self.stub], capture_output=True, check=False)
        self.assertIn("--json", text.stderr.decode())

    def test_a_dead_shard_is_named_and_one_that_came_back_answers(self):
        before = self.sharded(["access"])
        dead = self.servers[1]
        dead.stop()
        ran = self.ask(["access"])
        self.assertEqual(ran.returncode, 5, ran.stderr)
        self.assertEqual(ran.stdout, b"")
        self.assertIn(f"{dead.host}:{dead.port}", ran.stderr.decode())
        dead.start()
        self.assertEqual(self.sharded(["access"]), before)

    def test_shards_of_another_generation_are_refused(self):
        other = pathlib.Path(self.folder.name) / "other"
        corpus = other / "corpus"
        shutil.copytree(ROOT / "corpus", corpus)
        file = next(corpus.glob("ng/cybercrimes-act-2015/eng*.yaml"))
        file.write_text(file.read_text(encoding="utf-8").replace("heading: ", "heading: Another ", 1), encoding="utf-8")
        built = programs.indexer("build", "--corpus", corpus, "--mappings", ROOT / "mappings", "--index", other / "index",
                                 "--progress", "none", "--shards", str(SHARDS))
        self.assertEqual(built.returncode, 0, built.stderr)
        mixed = other / "mixed.stub"
        new = pathlib.Path(re.search(r"^shards\s+(\S+)$", built.stdout, re.MULTILINE).group(1)).parent
        mixed.write_text(f"glass {new / '1'}\nglass {self.local.parent / '2'}\nglass {self.local.parent / '3'}\n")
        ran = self.ask(["access"], stub=mixed)
        self.assertEqual(ran.returncode, 5, ran.stderr)
        self.assertIn("documents of generation", ran.stderr.decode())


if __name__ == "__main__":
    if shutil.which("xapian-tcpsrv") is None:
        print("no xapian-tcpsrv: skipped")
        sys.exit(77)
    programs = Programs(sys.argv.pop(1))
    unittest.main()
