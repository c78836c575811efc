"""bench_test.py BIN_DIR: tools/bench measures a small corpus whole, and what it claims beside its times is true."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

from programs import ROOT

BIN = pathlib.Path(sys.argv.pop(1))
WORKLOADS = [f"W{i}" for i in range(1, 10)]


def bench(work, *arguments):
    """(the figures, what was printed)"""
    figures = work / "figures.json"
    done = subprocess.run([ROOT / "tools/bench", "--bin", BIN, "--work", work, "--queries", "12", "--passes", "1",
                           "--json", figures, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(figures.read_text(encoding="utf-8")), done.stdout


class Bench(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.work = pathlib.Path(cls.folder.name)
        cls.figures, cls.printed = bench(cls.work, "--corpus", ROOT / "corpus", "--mappings", ROOT / "mappings", "--peers",
                                         "sqlite,xapian", "--http", "--http-queries", "5")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_every_engine_is_asked_every_workload(self):
        for name, figures in self.figures["engines"].items():
            self.assertEqual(sorted(figures), WORKLOADS, name)
            self.assertEqual(figures["W1"]["asked"], 12, name)
        self.assertIn("SQLite FTS5", self.figures["engines"])
        self.assertIn("Xapian, textbook", self.figures["engines"])

    def test_engines_that_do_not_stem_find_the_same(self):
        engines = self.figures["engines"]
        for workload in WORKLOADS:
            wanted = engines["unstemmed"][workload]["matches"]
            for peer in ("SQLite FTS5", "Xapian, textbook"):
                # Where one word ends is not quite the same rule in any two of them.
                self.assertAlmostEqual(engines[peer][workload]["matches"], wanted, delta=max(1, 0.02 * wanted),
                                       msg=f"{peer} {workload}")
        self.assertEqual(engines["unstemmed"]["W6"]["matches"], self.figures["provisions"])

    def test_stems_find_more_than_words(self):
        engines = self.figures["engines"]
        self.assertGreater(engines["shipped"]["W1"]["matches"], engines["unstemmed"]["W1"]["matches"])

    def test_the_best_ten_are_those_of_exact_bm25(self):
        for way, shares in self.figures["overlap"].items():
            for workload, share in shares.items():
                self.assertGreaterEqual(share, 0.95, f"{way} W{workload}")

    def test_http_answers_every_workload(self):
        self.assertEqual(sorted(self.figures["http"]["one"]), WORKLOADS)
        self.assertEqual(sorted(self.figures["http"]["many"]), WORKLOADS)
        self.assertGreater(self.figures["http"]["ceiling"], 0)

    def test_tables_are_whole(self):
        for heading in ("### Answers in process", "### Building", "### The best ten beside exact BM25F", "### Over HTTP"):
            self.assertIn(heading, self.printed)
        for line in self.printed.splitlines():
            if line.startswith("|"):
                self.assertTrue(line.endswith(" |") or line.endswith(":|"), line)

    def test_an_invented_corpus_has_the_size_that_was_asked_for(self):
        figures, printed = bench(self.work, "--index", self.work / "index", "--grow", "300,900")
        self.assertEqual([row["states"] for row in figures["growth"]], ["300", "900"])
        self.assertGreater(figures["growth"][1]["matches"], figures["growth"][0]["matches"])
        self.assertIn("### Growth", printed)

    def test_a_build_after_a_change_gives_what_a_full_build_gives(self):
        with tempfile.TemporaryDirectory() as tree:
            self.invent(pathlib.Path(tree) / "tree", 200)
            figures, printed = bench(self.work, "--corpus", pathlib.Path(tree) / "tree", "--touch", "10%")
        touched = figures["touch"]
        self.assertEqual(touched["changed"], max(1, round(touched["files"] / 10)))
        self.assertNotEqual(touched["full"]["digest"], touched["again"]["digest"])
        self.assertIn("the same logical digest", printed)

    def invent(self, out, provisions):
        subprocess.run([BIN / "cyberlex-bench", "synthetic", "--index", self.work / "index", "--out", out, "--provisions",
                        str(provisions)], check=True)


if __name__ == "__main__":
    unittest.main()
