"""hostile_files_test BIN_DIR: files that mean harm, through the door that every file takes: cyberlex-indexer build.

Each is laid beside a good corpus. The indexer ends of itself, names the file, writes nothing outside the index, and either
leaves the file out or refuses the build; a build that was refused leaves the index as it was, byte for byte.
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest

from programs import ROOT, Programs

FIXTURES = ROOT / "tests/fixtures"
LEGALIZE = ('---\ntitle: "{title}"\nidentifier: "{identifier}"\ncountry: "zz"\nlang: "en"\nrank: "act"\npublication_date: "2019-01-01"\n'
            'last_updated: "2019-01-01"\nstatus: "in_force"\nsource: "https://gazette.example/1"\n---\n# {title}\n\n### Section 1 - Oil\n\n{text}\n')
LAUGHS = ('<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
          '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
          '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act>&c;</act></akomaNtoso>')
OUTSIDE = LAUGHS.split("[")[0] + '[<!ENTITY a SYSTEM "file:///etc/passwd">]><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act>&a;</act></akomaNtoso>'


def bounded():
    # The address sanitizer takes terabytes of addresses for itself.
    if b"__asan_init" not in (programs.bin / "cyberlex-indexer").read_bytes():
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


class HostileFiles(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.at = pathlib.Path(self.folder.name)
        self.corpus, self.index = self.at / "corpus", self.at / "index"
        shutil.copytree(FIXTURES / "corpus", self.corpus)
        self.first = self.build()
        self.assertEqual(self.first.returncode, 0, self.first.stderr)
        self.before = self.everything()

    def tearDown(self):
        self.folder.cleanup()

    def build(self, limit=None):
        return subprocess.run([programs.bin / "cyberlex-indexer", "build", "--corpus", self.corpus, "--mappings", FIXTURES / "mappings",
                               "--index", self.index, "--jobs", "2", "--progress", "none"],
                              capture_output=True, text=True, errors="replace", check=False, timeout=120, preexec_fn=limit)

    def everything(self):
        return {each.relative_to(self.at): each.read_bytes() for each in sorted(self.index.rglob("*"))
                if each.is_file() and each.name not in ("report.txt", ".lock")}

    def write(self, name, text):
        path = self.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def said(self, ran):
        return ran.stdout + ran.stderr + (self.index / "report.txt").read_text(encoding="utf-8", errors="replace")

    def refused(self, name, word=""):
        ran = self.build()
        self.assertEqual(ran.returncode, 2, ran.stderr)
        self.assertIn(name, ran.stderr)
        self.assertIn(word, ran.stderr)
        self.assertEqual(self.everything(), self.before)
        return ran

    def taken(self, word=""):
        """The build goes through, and says what it left out or made of it."""
        ran = self.build()
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn(word, self.said(ran))
        self.assertEqual(programs.indexer("verify", "--index", self.index).returncode, 0)
        self.assertEqual([each.name for each in self.at.iterdir() if each.name not in ("corpus", "index", "elsewhere")], [])
        return ran

    def test_links_and_loops(self):
        elsewhere = self.at / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "law.md").write_text(LEGALIZE.format(title="Elsewhere", identifier="elsewhere", text="Text."))
        (self.corpus / "loop").symlink_to(self.corpus)
        (self.corpus / "out").symlink_to(elsewhere)
        (self.corpus / "nowhere.md").symlink_to(self.at / "nothing.md")
        (self.corpus / "itself.md").symlink_to(self.corpus / "itself.md")
        self.taken()
        self.assertEqual(self.everything(), self.before)  # links to folders are not followed, dead ones are no law

    def test_pipes_and_sockets_are_not_read(self):
        os.mkfifo(self.corpus / "pipe.md")
        (self.corpus / "folder.md").mkdir()
        self.taken()
        self.assertEqual(self.everything(), self.before)

    def test_a_file_of_many_gigabytes(self):
        huge = self.corpus / "zz" / "huge.md"
        with huge.open("wb") as out:
            out.write(b"---\n")
            out.truncate(8 << 30)  # no disk is used
        ran = self.build(bounded)
        self.assertIn(ran.returncode, (0, 2), ran.stderr)
        self.assertIn("huge.md", self.said(ran))
        self.assertEqual(self.everything(), self.before)

    def test_yaml_that_grows(self):
        act = next(self.corpus.rglob("act.yaml"))
        bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi"))
        self.write(act.relative_to(self.corpus), bomb)
        self.refused(act.name)

    def test_yaml_that_nests(self):
        act = next(self.corpus.rglob("act.yaml"))
        self.write(act.relative_to(self.corpus), "format: cyberlex-act/1\nhandle: " + "[" * 200_000)
        self.refused(act.name, "error: ")

    def test_entities(self):
        for name, text in (("laughs.xml", LAUGHS), ("outside.xml", OUTSIDE)):
            path = self.write(f"zz/{name}", text)
            ran = self.build()
            self.assertIn(ran.returncode, (0, 2), ran.stderr)
            self.assertIn(name, self.said(ran))
            self.assertNotIn("root:", self.said(ran))
            self.assertEqual(self.everything(), self.before)
            path.unlink()

    def test_xml_that_nests(self):
        self.write("zz/deep.xml", '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">' + "<p>" * 300_000)
        ran = self.build()
        self.assertIn(ran.returncode, (0, 2), ran.stderr)
        self.assertIn("deep.xml", self.said(ran))

    def test_bytes_that_are_no_text(self):
        act = next(self.corpus.rglob("act.yaml"))
        whole = act.read_bytes()
        for bad in (b"\xff\xfe", b"\x00", b"\xc3\x28", b"\xed\xa0\x80"):
            act.write_bytes(whole.replace(b"title:", b"note: " + bad + b"\ntitle:", 1))
            self.refused(act.name)
        act.write_bytes(whole)
        self.assertEqual(self.build().returncode, 0)

    def test_bidi_controls_in_names_and_texts_stay_within_their_place(self):
        override = "\u202e"
        self.write("zz/bidi.md", LEGALIZE.format(title=f"Law {override}evil", identifier="bidi", text=f"Oil {override}and water\u2066."))
        self.taken()
        shown = programs.cli(self.index, "search", "water", "--json").stdout.decode()
        self.assertIn("bidi", shown)
        text = programs.cli(self.index, "search", "water", encoding="utf-8").stdout
        self.assertNotIn(override + "evil\n", text.replace("\u2069", ""))

    def test_names_that_lead_elsewhere(self):
        for identifier in ("../../../outside", "/etc/cron.d/x", "..", "a/../../b", "x" * 5000, "a\tb", "-rf", "con\\aux"):
            with self.subTest(identifier=identifier[:20]):
                path = self.write("zz/named.md", LEGALIZE.format(title="Named", identifier=identifier, text="Some lantern text."))
                ran = self.build()
                self.assertIn(ran.returncode, (0, 2), ran.stderr)
                self.assertEqual(sorted(each.name for each in self.at.iterdir()), ["corpus", "index"])
                self.assertEqual([each for each in self.index.rglob("*") if "outside" in each.name], [])
                if ran.returncode == 0:
                    handles = programs.cli(self.index, "acts", "--json").stdout.decode()
                    self.assertNotIn("..", handles.replace("...", ""))
                path.unlink()

    def test_names_of_files_that_no_one_would_choose(self):
        for name in ("zz/" + "n" * 250 + ".md", "zz/a\nb.md", "zz/\x1b[31mred.md", "zz/ .md", "zz/-.md"):
            self.write(name, LEGALIZE.format(title="Named by its file", identifier="named-" + str(abs(hash(name)) % 1000), text="Text."))
        ran = self.taken()
        self.assertNotIn("\x1b[31m", ran.stdout + ran.stderr)

    def test_what_may_not_be_read(self):
        path = self.write("zz/secret.md", LEGALIZE.format(title="Secret", identifier="secret", text="Text."))
        path.chmod(0)
        if os.access(path, os.R_OK):
            self.skipTest("this user reads everything")
        ran = self.build()
        self.assertNotEqual(ran.returncode, 0)
        self.assertIn("secret.md", ran.stderr)
        self.assertEqual(self.everything(), self.before)


if __name__ == "__main__":
    programs = Programs(sys.argv.pop(1))
    unittest.main()
