"""bibliography_test.py BIN_DIR: real readers read what `cyberlex export` writes for bibliographies."""
import importlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(sys.argv.pop(1))


def missing(module):
    try:
        importlib.import_module(module)
    except ImportError:
        return True
    return False


def run(*command):
    return subprocess.run([str(each) for each in command], check=True, capture_output=True).stdout


class Bibliography(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        run(BIN / "cyberlex-indexer", "build", "--corpus", ROOT / "corpus", "--mappings", ROOT / "mappings",
            "--index", cls.path / "index", "--progress", "none")
        lines = cls.export("jsonl").decode().splitlines()
        cls.hits = {hit["handle"]: hit for hit in map(json.loads, lines[1:])}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def export(cls, form):
        return run(BIN / "cyberlex", "export", "--index", cls.path / "index", "--format", form, "--as-of", "2026-01-01")

    def saved(self, form, name):
        file = self.path / name
        file.write_bytes(self.export(form))
        return file

    @unittest.skipIf(missing("pybtex"), "python3-pybtex is not installed")
    def test_pybtex_reads_an_entry_for_every_hit(self):
        from pybtex.database import parse_file
        entries = parse_file(str(self.saved("bibtex", "all.bib")), bib_format="bibtex").entries
        self.assertEqual(list(entries), list(self.hits))
        for key, entry in entries.items():
            self.assertIn("title", entry.fields, key)
            number = self.hits[key]["number"]
            self.assertIn(number.replace("_", "\\_"), entry.fields["title"], key)

    @unittest.skipIf(missing("bibtexparser"), "python3-bibtexparser is not installed")
    def test_bibtexparser_reads_the_same_keys(self):
        import bibtexparser
        with open(self.saved("bibtex", "again.bib"), encoding="utf-8") as file:
            read = bibtexparser.load(file)
        self.assertEqual([each["ID"] for each in read.entries], list(self.hits))

    @unittest.skipIf(shutil.which("ris2xml") is None, "bibutils is not installed")
    def test_bibutils_reads_a_record_for_every_hit(self):
        import xml.etree.ElementTree as tree
        mods = "{http://www.loc.gov/mods/v3}"
        records = tree.fromstring(run("ris2xml", "-i", "utf8", self.saved("ris", "all.ris"))).findall(mods + "mods")
        self.assertEqual(len(records), len(self.hits))
        for record in records:
            self.assertTrue(record.findtext(f"{mods}titleInfo/{mods}title"))

    def test_csl_is_one_list_with_an_item_for_every_hit(self):
        items = json.loads(self.export("csl"))
        self.assertEqual([each["id"] for each in items], list(self.hits))
        self.assertEqual({each["type"] for each in items}, {"legislation", "treaty"})

    @unittest.skipIf(missing("citeproc"), "python3-citeproc is not installed")
    def test_citeproc_takes_every_item(self):
        from citeproc.source.json import CiteProcJSON
        items = json.loads(self.export("csl"))
        source = CiteProcJSON(items)
        self.assertEqual(len(source), len(items))
        for item in items:
            self.assertEqual(str(source[item["id"].lower()].title), item["title"])

    def test_nothing_found_is_an_empty_bibliography(self):
        for form, empty in {"bibtex": b"", "ris": b"", "csl": b"[]\n"}.items():
            done = subprocess.run([BIN / "cyberlex", "export", "--index", self.path / "index", "--format", form,
                                   "--as-of", "2026-01-01", "nosuchwordanywhere"], capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stdout), (1, empty), done.stderr)


if __name__ == "__main__":
    unittest.main()
