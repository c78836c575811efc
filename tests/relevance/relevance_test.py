"""relevance_test.py BIN_DIR: the judged queries are sound, and tools/relevance counts as it says."""
import importlib.machinery
import importlib.util
import json
import math
import pathlib
import subprocess
import sys
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/law"))
import statutes  # noqa: E402  the folder is on the path only now
from cases import LawTest  # noqa: E402

TOOL = ROOT / "tools/relevance"
JUDGED = yaml.safe_load((ROOT / "tests/relevance/queries.yaml").read_text(encoding="utf-8"))
QUERIES = JUDGED["queries"]


def load_tool():
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("relevance", str(TOOL))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("relevance", loader))
    loader.exec_module(module)
    return module


relevance = load_tool()


class Queries(LawTest):
    def test_there_are_enough_in_each_language(self):
        self.assertGreaterEqual(len(QUERIES), 60)
        for language, least in (("en", 20), ("es", 15), ("fa", 15)):
            self.assertGreaterEqual(sum(query["lang"] == language for query in QUERIES), least, language)
        self.assertEqual({query["lang"] for query in QUERIES}, {"en", "es", "fa"})

    def test_a_third_cross_languages(self):
        languages = relevance.originals()
        crossing = [query for query in QUERIES if relevance.crosses(query, languages)]
        self.assertGreaterEqual(3 * len(crossing), len(QUERIES))
        self.assertEqual({query["lang"] for query in crossing}, {"en", "es", "fa"})

    def test_no_query_stands_twice(self):
        keys = [(query["q"], str(query.get("filters"))) for query in QUERIES]
        self.assertEqual(len(keys), len(set(keys)))

    def test_every_judged_provision_is_held_and_within_the_filters(self):
        faults = []
        for query in QUERIES:
            self.assertTrue(query["relevant"], query["q"])
            self.assertLessEqual(set(query), {"q", "lang", "filters", "relevant"})
            states = query.get("filters", {}).get("jurisdiction")
            for handle, grade in query["relevant"].items():
                act, eid = statutes.split_handle(handle)
                held = statutes.acts().get(act)
                if held is None or eid not in held.eids():
                    faults.append(f"{query['q']}: {handle} is not held")
                elif states and held.jurisdiction not in states:
                    faults.append(f"{query['q']}: {handle} is not in {states}")
                self.assertIn(grade, (1, 2, 3), handle)
        self.none(faults)


class Arithmetic(unittest.TestCase):
    GRADES = {"a": 2, "b": 3, "c": 1}

    # By hand: 3/1 for a at 1, 7/2 for b at 3; at best 7/1 for b, 3/1.58496 for a, 1/2 for c.
    def test_a_small_case_by_hand(self):
        self.assertAlmostEqual(relevance.ndcg(["a", "x", "b"], self.GRADES), 6.5 / (7 + 3 / 1.584962500721156 + 0.5))
        self.assertAlmostEqual(relevance.recall(["a", "x", "b"], self.GRADES), 2 / 3)

    def test_the_best_order_is_one_and_nothing_found_is_naught(self):
        self.assertEqual(relevance.ndcg(["b", "a", "c"], self.GRADES), 1)
        self.assertEqual(relevance.ndcg([], self.GRADES), 0)
        self.assertEqual(relevance.recall([], self.GRADES), 0)

    def test_only_the_first_ranks_count(self):
        self.assertEqual(relevance.ndcg(["x"] * 10 + ["b"], self.GRADES), 0)
        self.assertEqual(relevance.recall(["x"] * 50 + ["b"], self.GRADES), 0)
        grades = {f"p{i}": 1 for i in range(12)}
        self.assertAlmostEqual(relevance.ndcg(list(grades), grades), 1)
        self.assertAlmostEqual(relevance.gain(3, 3), 7 / math.log2(4))

    def test_groups_are_means_of_their_queries(self):
        rows = [{"q": "a", "lang": "en", "cross": False, "found": 1, "ndcg": 1.0, "recall": 0.5},
                {"q": "b", "lang": "es", "cross": True, "found": 0, "ndcg": 0.0, "recall": 0.0}]
        groups = relevance.summary(rows)
        self.assertEqual(groups["all"], {"queries": 2, "ndcg": 0.5, "recall": 0.25})
        self.assertEqual(groups["cross-language"], {"queries": 1, "ndcg": 0.0, "recall": 0.0})
        self.assertEqual(groups["en, same language"]["queries"], 1)
        self.assertEqual(list(groups)[-1], "all")


class Tool(unittest.TestCase):
    def run_tool(self, *arguments):
        done = subprocess.run([sys.executable, TOOL, sys.argv[1], *arguments], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_it_measures_the_programs(self):
        answer = json.loads(self.run_tool("--json"))
        self.assertEqual(len(answer["queries"]), len(QUERIES))
        self.assertEqual(answer["groups"]["all"]["queries"], len(QUERIES))
        for row in answer["queries"]:
            self.assertTrue(0 <= row["ndcg"] <= 1 + 1e-9 and 0 <= row["recall"] <= 1, row)
            self.assertTrue(row["found"] or row["recall"] == 0, row)
        self.assertGreater(answer["groups"]["same language"]["ndcg"], 0)

    def test_it_prints_a_table(self):
        printed = self.run_tool()
        for word in ("nDCG@10", "recall@50", "cross-language", "The worst"):
            self.assertIn(word, printed)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
