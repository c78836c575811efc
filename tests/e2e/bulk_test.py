"""bulk_test BIN_DIR: the files for OpenSearch over the shipped corpus: their form, their mapping, and that their queries mean what ours do.

No OpenSearch runs here: the queries are evaluated by the stupid evaluator below, which knows of their language what they use.
"""
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from programs import ROOT, Programs

TODAY = "2025-01-01"  # the day that the queries name
# What a line, a JSON string or a bulk action could be broken with.
HOSTILE = 'said "}\n{"delete":{"_id":"x"}} \\ \\u0000 \u2028\u2029 \u202e\u200c \U0001f512 </script>'


def values_at(node, path):
    """All values under a path of keys, through lists."""
    if isinstance(node, list):
        return [value for each in node for value in values_at(each, path)]
    if not path:
        return [node]
    return values_at(node[path[0]], path[1:]) if path[0] in node else []


def holds(value, wanted):
    if isinstance(value, dict):  # a range of days
        return value.get("gte", "0000") <= wanted < value.get("lt", "9999")
    return str(value).lower() == wanted if isinstance(value, bool) else value == wanted


def matches(query, node, base=()):
    """Whether a document, or an object nested in it at `base`, meets a query."""
    (kind, body), = query.items()
    below = lambda field: field.split(".")[len(base):]
    if kind == "bool":
        return (all(matches(each, node, base) for each in body.get("filter", []) + body.get("must", []))
                and not any(matches(each, node, base) for each in body.get("must_not", [])))
    if kind == "nested":
        path = body["path"].split(".")
        inner = [each for value in values_at(node, path[len(base):]) for each in ([value] if isinstance(value, dict) else value)]
        return any(matches(body["query"], each, tuple(path)) for each in inner)
    (field, wanted), = body.items()
    values = values_at(node, below(field))
    flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
    if kind == "term":
        return any(holds(each, wanted) for each in flat)
    if kind == "terms":
        return any(holds(each, one) for each in flat for one in wanted)
    if kind == "range":
        return any(each >= wanted["gte"] for each in flat)
    if kind == "match_phrase":  # letters as they stand: finds less than an analyser does
        return any(wanted.lower() in each.lower() for each in flat)
    raise AssertionError(f"a query of kind {kind}")


def read_documents(out):
    """The documents of a folder by their names; its bulk files are pairs of lines, and no name is there twice."""
    documents = {}
    for file in sorted(out.glob("bulk-*.ndjson")):
        lines = file.read_bytes().decode("utf-8").split("\n")
        assert lines[-1] == "" and len(lines) % 2 == 1, f"{file}: not pairs of lines"
        for action, document in zip(lines[:-1:2], lines[1::2]):
            (name, target), = json.loads(action).items()
            assert name == "index" and list(target) == ["_id"], action
            assert target["_id"] not in documents, f"{target['_id']} twice"
            documents[target["_id"]] = json.loads(document)
    return documents


class Bulk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        at = pathlib.Path(cls.folder.name)
        cls.index, cls.out = at / "index", at / "out"
        assert programs.build(cls.index, ROOT / "corpus").returncode == 0
        done = programs.indexer("opensearch", "--index", cls.index, "--out", cls.out)
        assert done.returncode == 0, done.stderr
        cls.said = done.stdout
        cls.documents = read_documents(cls.out)
        cls.mapping = json.loads((cls.out / "mapping.json").read_text())

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def search(self, *arguments):
        """Handles of a search of ours, all pages."""
        out, cursor = [], []
        while True:
            ran = programs.cli(self.index, "search", *arguments, "--as-of", TODAY, "--expand", "off", "--facets", "none", "--limit", "100",
                               "--json", *cursor)
            self.assertIn(ran.returncode, (0, 1), ran.stderr)
            answer = json.loads(ran.stdout)
            out += [hit["handle"] for hit in answer["hits"]]
            if not answer["next"]:
                return sorted(out)
            cursor = ["--cursor", answer["next"].split("cursor=")[1].split("&")[0]]

    def query(self, name):
        return json.loads((self.out / "queries" / name).read_text(encoding="utf-8"))

    def found(self, name):
        query = self.query(name)["query"]
        return sorted(each["handle"] for each in self.documents.values() if matches(query, each))

    def test_every_state_is_there_once_in_pieces_of_ten_megabytes(self):
        answer = json.loads(programs.cli(self.index, "coverage", "--json").stdout)
        self.assertEqual(self.mapping["mappings"]["_meta"]["corpus_digest"], answer["corpus"]["digest"])
        self.assertIn(str(len(self.documents)), self.said)
        for file in self.out.glob("bulk-*.ndjson"):
            self.assertLessEqual(file.stat().st_size, 10 << 20)
        self.assertGreater(len(list(self.out.glob("bulk-*.ndjson"))), 1)
        for identity, document in self.documents.items():
            self.assertEqual(identity, document["handle"] + "@" + document["valid"]["gte"])

    def walk(self, node, mapping, path):
        for name, value in node.items():
            field = mapping["properties"].get(name)
            self.assertIsNotNone(field, f"{path}.{name} is not in the mapping, which is strict")
            for each in value if isinstance(value, list) else [value]:
                if field.get("enabled") is False:
                    continue
                if "properties" in field:
                    self.assertEqual(field["dynamic"], "strict")
                    self.walk(each, field, f"{path}.{name}")
                else:
                    kind = {"keyword": str, "text": str, "long": int, "boolean": bool, "date_range": dict}[field["type"]]
                    self.assertIs(type(each), kind, f"{path}.{name}")

    def test_every_document_fits_the_mapping(self):
        self.assertEqual(self.mapping["mappings"]["dynamic"], "strict")
        for identity, document in self.documents.items():
            self.walk(document, self.mapping["mappings"], identity)

    def test_queries_find_what_ours_find(self):
        for name, arguments in (("day.json", []), ("limb.json", ["--offence", "illegal-access", "--prison", "4y.."]),
                                ("article.json", ["--article", "unc/7"]), ("chapter.json", ["--article", "budapest"]),
                                ("facet.json", ["--jurisdiction", "ng,ir"])):
            with self.subTest(query=name):
                ours = self.search(*arguments)
                self.assertEqual(self.found(name), ours)
                self.assertGreater(len(ours), 1)

    def test_counts_are_those_of_our_facets(self):
        query = self.query("facet.json")
        field = query["aggs"]["limbs"]["aggs"]["offence"]["terms"]["field"].split(".")
        hits = [each for each in self.documents.values() if matches(query["query"], each)]
        counts = collections.Counter(value for each in hits for value in set(values_at(each, field)))
        ran = programs.cli(self.index, "search", "--jurisdiction", "ng,ir", "--as-of", TODAY, "--expand", "off", "--facets", "offence",
                           "--facet-limit", "1000", "--limit", "1", "--json")
        ours = {each["value"]: each["count"] for each in json.loads(ran.stdout)["facets"]["offence"]}
        none = ours.pop("none")  # said of the whole provision, in `absent`
        self.assertEqual(dict(counts), ours)
        self.assertEqual(sum("offence=none" in each.get("absent", []) for each in hits), none)

    def test_a_text_is_found_in_its_language(self):
        found = self.found("text.json")
        self.assertGreater(len(found), 1)
        self.assertLessEqual(set(found), set(self.search('"sistema informático"')))

    def test_hostile_strings_pass_unharmed(self):
        with tempfile.TemporaryDirectory() as folder:
            at = pathlib.Path(folder)
            shutil.copytree(ROOT / "tests/fixtures/corpus", at / "corpus")
            file = at / "corpus/zz/computer-act-2010/eng@2018-06-01.restatement.yaml"
            good = "Whoever sends threatening messages by a computer system commits an offence."
            written = json.dumps(HOSTILE).replace(json.dumps("\U0001f512")[1:-1], "\U0001f512")  # YAML has no surrogates
            file.write_text(file.read_text(encoding="utf-8").replace(good, written), encoding="utf-8")
            built = programs.build(at / "index", at / "corpus", mappings=ROOT / "tests/fixtures/mappings")
            self.assertEqual(built.returncode, 0, built.stderr)
            self.assertEqual(programs.indexer("opensearch", "--index", at / "index", "--out", at / "out").returncode, 0)
            document = read_documents(at / "out")["zz/computer-act-2010/sec_3@2018-06-01"]
            stored = [block["text"] for text in document["provision"]["texts"] for block in text["blocks"]]
            self.assertEqual(document["text_en"], stored)
            shown = json.loads(programs.cli(at / "index", "show", "zz/computer-act-2010/sec_3", "--as-of", TODAY, "--json").stdout)
            self.assertIn(json.dumps(stored[0]), json.dumps(shown))
            for part in ('{"delete":{"_id":"x"}}', "\\ \\u0000", "\u202e\u200c", "\U0001f512 </script>"):
                self.assertIn(part, "\n".join(stored))

    def test_what_is_asked_of_one_limb_is_found_on_one_limb(self):
        # Nigeria's section 24 has false messages at three years, and limbs of ten years that are none.
        wanted = json.loads(json.dumps(self.query("limb.json")).replace("illegal-access", "false-information"))["query"]
        together = sorted(each["handle"] for each in self.documents.values() if matches(wanted, each))
        self.assertEqual(together, self.search("--offence", "false-information", "--prison", "4y.."))
        filters = wanted["bool"]["filter"]
        limb = filters.pop()["nested"]["query"]["bool"]["filter"]
        filters += [{"nested": {"path": "limbs", "query": {"bool": {"filter": [each]}}}} for each in limb]
        apart = [each["handle"] for each in self.documents.values() if matches(wanted, each)]
        self.assertIn("ng/cybercrimes-act-2015/sec_24", set(apart) - set(together))

    def test_values_keep_their_sources_and_texts_are_whole(self):
        document = next(each for each in self.documents.values() if each["handle"] == "ng/cybercrimes-act-2015/sec_6")
        self.assertTrue(all(limb["confidence"] and "sources" in limb for limb in document["provision"]["limbs"]))
        for text in document["provision"]["texts"]:
            self.assertEqual(document["text_" + text["lang"]], [block["text"] for block in text["blocks"]])

    def test_a_target_that_cannot_be_written_is_refused_and_nothing_stays(self):
        there = programs.indexer("opensearch", "--index", self.index, "--out", self.out)
        self.assertEqual(there.returncode, 2)
        self.assertIn("is there already", there.stderr)
        ran = programs.indexer("opensearch", "--index", self.index, "--out", f"{self.out.parent}/slash/")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertEqual(read_documents(self.out.parent / "slash"), self.documents)
        below = programs.indexer("opensearch", "--index", self.index, "--out", self.out / "mapping.json" / "law")
        self.assertEqual(below.returncode, 3)
        self.assertIn("cannot make the folder", below.stderr)
        full = subprocess.run(f"ulimit -f 4000; trap '' XFSZ; exec {programs.bin}/cyberlex-indexer opensearch --index {self.index} --out {self.out}-full",
                              shell=True, capture_output=True, text=True, check=False)
        self.assertEqual(full.returncode, 3, full.stderr)
        self.assertIn("cyberlex-indexer: ", full.stderr)
        self.assertEqual([each for each in self.out.parent.iterdir() if each.name.startswith("out-full")], [])


if __name__ == "__main__":
    programs = Programs(sys.argv.pop(1))
    unittest.main()
