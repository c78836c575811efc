"""relevance_test.py BIN_DIR: the judged queries are sound, and tools/relevance counts as it says."""
import importlib.machinery
import importlib.util
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/law"))
import statutes  # noqa: E402  the folder is on the path only now
from cases import LawTest  # noqa: E402

TOOL = ROOT / "tools/relevance"
HERE = ROOT / "tests/relevance"
JUDGED = yaml.safe_load((HERE / "queries.yaml").read_text(encoding="utf-8"))
QUERIES = JUDGED["queries"]
HELD_OUT = yaml.safe_load((HERE / "held-out.yaml").read_text(encoding="utf-8"))


def load_tool():
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("relevance", str(TOOL))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("relevance", loader))
    loader.exec_module(module)
    return module


relevance = load_tool()


class Sound:
    """What holds of either set; `judged` is the file."""
    fields = {"q", "lang", "filters", "relevant"}

    @property
    def queries(self):
        return self.judged["queries"]

    def test_there_are_enough_in_each_language(self):
        self.assertGreaterEqual(len(self.queries), 60)
        for language, least in self.least.items():
            self.assertGreaterEqual(sum(query["lang"] == language for query in self.queries), least, language)
        self.assertEqual({query["lang"] for query in self.queries}, set(self.least))

    def test_a_third_cross_languages(self):
        languages = relevance.originals()
        crossing = [query for query in self.queries if relevance.crosses(query, languages)]
        self.assertGreaterEqual(3 * len(crossing), len(self.queries))
        self.assertEqual({query["lang"] for query in crossing}, {"en", "es", "fa"})

    def test_no_query_stands_twice(self):
        keys = [(query["q"], str(query.get("filters"))) for query in self.queries]
        self.assertEqual(len(keys), len(set(keys)))

    def test_every_judged_provision_is_held_and_within_the_filters(self):
        faults = []
        for query in self.queries:
            self.assertTrue(query["relevant"], query["q"])
            self.assertLessEqual(set(query), self.fields)
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


class Queries(Sound, LawTest):
    judged = JUDGED
    least = {"en": 20, "es": 15, "fa": 15}


class HeldOut(Sound, LawTest):
    judged = HELD_OUT
    least = {"en": 20, "es": 20, "fa": 20}
    fields = Sound.fields | {"need"}

    def test_every_query_says_what_is_needed_and_names_what_is_looked_for(self):
        for query in self.queries:
            self.assertTrue(query["need"], query["q"])
            self.assertIn(3, query["relevant"].values(), query["q"])

    def test_none_is_asked_in_the_words_of_the_other_set(self):
        self.assertFalse({query["q"] for query in QUERIES} & {query["q"] for query in self.queries})
        self.assertEqual(JUDGED["as_of"], HELD_OUT["as_of"])

    def test_every_judged_provision_stands_on_that_day(self):
        day = statutes.day(HELD_OUT["as_of"])
        handles = {handle for query in self.queries for handle in query["relevant"]}
        faults = []
        for handle in sorted(handles):
            act, eid = statutes.split_handle(handle)
            held = statutes.acts()[act]
            units = [held.units_on(language, day).get(eid) for language in held.languages()]
            if not any(unit is not None and unit.status != "repealed" for unit in units):
                faults.append(handle)
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

    def test_it_shows_what_has_changed(self):
        before = json.loads(self.run_tool("--json"))
        before["queries"][0]["ndcg"] += 0.25
        before["queries"][1]["ndcg"] -= 0.5
        with tempfile.TemporaryDirectory() as folder:
            earlier = pathlib.Path(folder) / "before.json"
            earlier.write_text(json.dumps(before), encoding="utf-8")
            printed = self.run_tool("--against", str(earlier))
        for line in ("Gained: 1\n  +0.500 to", "Lost: 1\n  -0.250 to"):
            self.assertIn(line, printed)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
