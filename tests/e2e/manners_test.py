"""manners_test.py BIN_DIR: the command line as a guest of a shell, and the same bytes as HTTP for every path.

Completion is asked of bash itself; the manual is read by man; a terminal is a real pseudo-terminal.
"""
import json
import os
import pathlib
import pty
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import urllib.request

from programs import ROOT, Daemon, Programs

PROGRAMS = Programs(sys.argv.pop(1))
DAY = "2026-01-01"
SECTION = "ng/cybercrimes-act-2015/sec_24"
TEXT = "Whoever without right intercepts the messages of another"

# What is asked of a path: words of the command line, and path and parameters of HTTP; a text that both post or pipe.
# None: the path has no verb, because it is about the daemon or its address.
PATHS = {
    "/api/v1/search": [(["search", "hacking", "--facets", "all"], "", {"q": "hacking", "facets": "all"})],
    "/api/v1/provisions/{handle}": [(["show", SECTION], SECTION, {}),
                                    (["show", "ir/penal-code-book-5/art_729"], "ir/computer-crimes-law/art_1", {})],
    "/api/v1/acts": [(["acts", "--jurisdiction", "ng,ni"], "", {"jurisdiction": "ng,ni"})],
    "/api/v1/acts/{handle}": [(["acts", "ni/ley-1042"], "ni/ley-1042", {}), (["show", "ni/ley-1042"], "ni/ley-1042", {})],
    "/api/v1/conventions": [(["conventions"], "", {})],
    "/api/v1/conventions/{handle}": [(["conventions", "unc"], "unc", {})],
    "/api/v1/conventions/{handle}/{article}": [(["conventions", "unc/7", "--lang", "en"], "unc/7", {"lang": "en"})],
    "/api/v1/matrix": [(["matrix", "unc"], "", {"convention": "unc"}),
                       (["matrix", "unc", "--level", "chapter"], "", {"convention": "unc", "level": "chapter"})],
    "/api/v1/safeguards": [(["safeguards", "--jurisdiction", "ng"], "", {"jurisdiction": "ng"})],
    "/api/v1/coverage": [(["coverage"], "", {})],
    "/api/v1/thesaurus": [(["concepts", "--scheme", "power"], "", {"scheme": "power"}),
                          (["concepts", "--format", "jsonld"], "", {"format": "jsonld"})],
    "/api/v1/suggest": [(["suggest", "دسترسی"], "", {"q": "دسترسی"})],
    "/api/v1/citation": [(["cite", "s 24 Cybercrimes Act", "UNC 7"], "", {"q": ["s 24 Cybercrimes Act", "UNC 7"]}),
                         (["cite", "-"], "", {}, "UNC 7\nno citation\n")],
    "/api/v1/crosstab": [(["crosstab", "--rows", "jurisdiction", "--cols", "article"], "",
                          {"rows": "jurisdiction", "cols": "article"})],
    "/api/v1/diff": [(["diff", SECTION, "--from", "2024-01-01", "--to", DAY], "",
                      {"provision": SECTION, "from": "2024-01-01", "to": DAY}),
                     (["diff", SECTION], "", {"provision": SECTION})],
    "/api/v1/similar": [(["similar", "-", "--limit", "3"], "", {"limit": "3"}, TEXT),
                        (["similar", "--provision", SECTION], "", {"provision": SECTION})],
    "/api/v1/compare": [(["compare", "--article", "unc/7"], "", {"article": "unc/7"}),
                        (["compare", SECTION, "ni/ley-1042/art_30"], "", {"item": [SECTION, "ni/ley-1042/art_30"]})],
    "/api/v1/jurisdictions": [(["jurisdictions"], "", {})],
    "/api/v1/jurisdictions/{code}": [(["jurisdictions", "ir"], "ir", {})],
    "/api/v1/dual-criminality": [(["dual", "ng", "ir", "--offence", "illegal-access"], "",
                                  {"requesting": "ng", "requested": "ir", "offence": "illegal-access"})],
    "/api/v1/export": [(["export", "hacking", "--format", name], "", {"q": "hacking", "format": name})
                       for name in ("csv", "jsonl", "xlsx", "datapackage", "bibtex", "ris", "csl")],
    "/feed.atom": None, "/akn/{iri}": None, "/healthz": None, "/readyz": None, "/metrics": None, "/openapi.json": None,
    "/opensearch.xml": None, "/about": None,
}
WITHOUT_DAY = {"/api/v1/thesaurus", "/api/v1/diff"}


def cli(index, words, text=None, **options):
    return subprocess.run([PROGRAMS.bin / "cyberlex", *words, "--index", index], capture_output=True,
                          input=None if text is None else text.encode(), check=False, **options)


class Manners(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        cls.index = cls.path / "index"
        built = PROGRAMS.build(cls.index, ROOT / "corpus")
        assert built.returncode == 0, built.stderr
        cls.daemon = Daemon(PROGRAMS, cls.index)
        cls.daemon.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.daemon.__exit__()
        cls.folder.cleanup()

    # ---- the same bytes

    def http(self, pattern, tail, parameters, text, accept):
        path = pattern.split("{")[0] + tail
        if parameters:
            path += "?" + urllib.parse.urlencode(parameters, doseq=True)
        request = urllib.request.Request(self.daemon.url + urllib.parse.quote(path, safe="/?&=%+:"),
                                         headers={"Accept": accept, "Content-Type": "text/plain"},
                                         data=None if text is None else text.encode())
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def test_every_path_gives_the_bytes_that_the_command_line_prints(self):
        described = json.loads(self.http("/openapi.json", "", {}, None, "*/*"))["paths"]
        self.assertEqual(set(described), set(PATHS), "a path was added: say how the command line asks it")
        for pattern, questions in PATHS.items():
            for words, tail, parameters, *text in questions or []:
                with self.subTest(words=words):
                    text = text[0] if text else None
                    if pattern not in WITHOUT_DAY:
                        words = [*words, "--as-of", DAY]
                        parameters = {**parameters, "as_of": DAY}
                    forms = [(["--json"], "application/json"), ([], "text/plain")]
                    if "--format" in words:
                        forms = [([], "*/*")]
                    for flags, accept in forms:
                        printed = cli(self.index, [*words, *flags], text)
                        self.assertIn(printed.returncode, (0, 1), printed.stderr)
                        self.assertTrue(printed.stdout)
                        self.assertEqual(printed.stdout, self.http(pattern, tail, parameters, text, accept))

    def test_an_answer_says_how_to_ask_for_it_and_is_the_same_again(self):
        for pattern, questions in PATHS.items():
            for words, _, _, *text in questions or []:
                if "--format" in words:
                    continue
                with self.subTest(words=words):
                    first = cli(self.index, [*words, "--json"], *text).stdout
                    request = json.loads(first)["request"]
                    self.assertEqual(self.daemon.get(request)[2], first)
                    again = cli(self.index, ["rerun", "-"], first.decode())
                    self.assertEqual((again.returncode, again.stdout), (0, b"identical\n"), again.stderr)

    # ---- rerun

    def test_rerun_says_what_changed_and_why(self):
        copy = self.path / "corpus"
        shutil.copytree(ROOT / "corpus", copy)
        page = copy / "ng/cybercrimes-act-2015/annotations.yaml"
        text = page.read_text(encoding="utf-8")
        self.assertIn("illegal-access", text)
        page.write_text(text.replace("offences: [illegal-access", "offences: [spam", 1), encoding="utf-8")
        other = self.path / "other"
        built = PROGRAMS.build(other, copy)
        self.assertEqual(built.returncode, 0, built.stderr)
        for words in (["search", "--offence", "illegal-access"], ["crosstab", "--rows", "offence", "--cols", "jurisdiction"],
                      ["compare", "--concept", "illegal-access"], ["coverage"]):
            saved = cli(self.index, [*words, "--as-of", DAY, "--json"]).stdout.decode()
            again = cli(other, ["rerun", "-"], saved)
            report = again.stdout.decode()
            if words == ["coverage"]:
                self.assertEqual((again.returncode, report.splitlines()[0]), (0, "identical"), report)
            else:
                self.assertEqual((again.returncode, report.splitlines()[0]), (1, "changed"), report)
            self.assertIn("corpus changed: ", report)
        # A page of a generation that is gone.
        page = json.loads(cli(self.index, ["search", "data", "--limit", "2", "--json"]).stdout)["next"]
        saved = self.daemon.get(page)[2].decode()
        gone = cli(other, ["rerun", "-"], saved)
        self.assertEqual(gone.returncode, 1)
        self.assertIn(b"begin again at", gone.stderr)

    def test_rerun_takes_what_says_its_question_alone(self):
        csv = cli(self.index, ["export", "hacking"]).stdout.decode()
        for text, says in ((csv, b"no room for the question"), ('{"detail": "x"}', b"which question"), ("{", b"no JSON"),
                           ('{"request":"/","corpus":{"digest":"x"},"a":' + "[" * 100 + "]" * 100 + "}", b"nested")):
            refused = cli(self.index, ["rerun", "-"], text)
            self.assertEqual(refused.returncode, 2, text[:40])
            self.assertIn(says, refused.stderr)

    # ---- the shell

    def complete(self, *words):
        """What bash offers for the last of these words, parted as bash parts them."""
        line = " ".join(words)
        script = (f'export PATH={shlex.quote(str(PROGRAMS.bin))}:$PATH; source <(cyberlex completion bash)\n'
                  f'COMP_LINE={shlex.quote(line)}; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=({shlex.join(words)})\n'
                  f'COMP_CWORD={len(words) - 1}; _cyberlex; printf "%s\\n" "${{COMPREPLY[@]}}"')
        done = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, check=True, cwd=self.path)
        self.assertEqual(done.stderr, "")
        return set(done.stdout.split())

    def test_bash_completes_verbs_flags_choices_and_files(self):
        self.assertEqual(self.complete("cyberlex", "cross"), {"crosstab"})
        self.assertLessEqual({"search", "rerun", "--version"}, self.complete("cyberlex", ""))
        self.assertEqual(self.complete("cyberlex", "matrix", "--le"), {"--level"})
        self.assertEqual(self.complete("cyberlex", "matrix", "--level", ""), {"article", "chapter"})
        self.assertEqual(self.complete("cyberlex", "search", "--sort", "=", "rel"), {"relevance"})
        self.assertEqual(self.complete("cyberlex", "search", "--json", "--sor"), {"--sort"})
        self.assertEqual(self.complete("cyberlex", "crosstab", "--rows", "off"), {"offence"})
        self.assertEqual(self.complete("cyberlex", "search", "--limit", ""), set())
        (self.path / "answer with blank.json").touch()
        self.assertIn("answer", self.complete("cyberlex", "rerun", "answ"))
        self.assertEqual(self.complete("cyberlex", "search", "--index", "ind"), {"index"})

    def test_bash_completes_what_the_index_holds(self):
        here = ("--index", str(self.index))
        self.assertEqual(self.complete("cyberlex", "search", *here, "--offence", "illegal-acc"), {"illegal-access"})
        self.assertEqual(self.complete("cyberlex", "search", *here, "--offence", "spam,illegal-acc"), {"spam,illegal-access"})
        self.assertEqual(self.complete("cyberlex", "search", *here, "--jurisdiction", "-n"), {"-ng", "-ni"})
        self.assertIn("absent", self.complete("cyberlex", "search", *here, "--safeguard", "notification", ":", ""))
        self.assertIn("budapest", self.complete("cyberlex", "matrix", *here, "bud"))
        self.assertEqual(self.complete("cyberlex", "dual", *here, "n"), {"ng", "ni"})
        self.assertIn("ni/ley-1042", self.complete("cyberlex", "show", *here, "ni/"))
        self.assertEqual(self.complete("cyberlex", "search", "--index", "nowhere", "--offence", ""), set())

    def test_the_manuals_read_without_a_warning(self):
        verbs = self.complete("cyberlex", "") - {"--help", "--version"}
        self.check_manual("cyberlex", "man", 1, (*verbs, "EXIT STATUS", "--prison", "NO_COLOR"))
        self.check_manual("cyberlex-indexer", "--manual", 1, ("build", "verify", "--corpus", "EXIT STATUS"))
        self.check_manual("cyberlex-searchd", "--manual", 8, ("--listen", "--config", "SIGTERM", "EXIT STATUS"))

    def check_manual(self, program, asked, section, words):
        page = self.path / f"{program}.{section}"
        page.write_bytes(subprocess.run([PROGRAMS.bin / program, asked], capture_output=True, check=True).stdout)
        for reader, command in (("man", ["man", "--warnings", "-l", page]), ("mandoc", ["mandoc", "-Tlint", "-Wwarning", page])):
            if shutil.which(reader) is None:
                print(f"skipped: {reader} is not installed")
                continue
            read = subprocess.run(command, capture_output=True, text=True, check=False,
                                  env={**os.environ, "MANWIDTH": "100", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"})
            self.assertEqual((read.returncode, read.stderr), (0, ""), program)
            if reader == "man":
                for word in words:
                    self.assertIn(word, read.stdout)

    def test_a_pipe_that_closes_ends_it_quietly(self):
        for where in (f"--index {shlex.quote(str(self.index))}", f"--server {self.daemon.url}"):
            for verb in ("export", "coverage", "acts"):
                line = f"{shlex.quote(str(PROGRAMS.bin / 'cyberlex'))} {verb} {where} | head -n 1 >/dev/null; exit ${{PIPESTATUS[0]}}"
                # Python has SIGPIPE ignored, which a shell has not.
                done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, restore_signals=True)
                self.assertIn(done.returncode, (0, 141), verb)
                self.assertEqual(done.stderr, b"", verb)

    def on_terminal(self, **environment):
        """What a search prints on a terminal."""
        keeper, side = pty.openpty()
        command = [PROGRAMS.bin / "cyberlex", "search", "hacking", "--limit", "1", "--facets", "none", "--index", self.index]
        child = subprocess.Popen(command, stdout=side, stderr=subprocess.PIPE, env={**os.environ, **environment})
        os.close(side)
        out = b""
        while True:
            try:
                piece = os.read(keeper, 65536)
            except OSError:  # the other side is closed
                break
            if not piece:
                break
            out += piece
        child.communicate()
        os.close(keeper)
        return out

    def test_only_a_terminal_is_coloured(self):
        os.environ.pop("NO_COLOR", None)
        self.assertIn(b"\x1b[1m", self.on_terminal())
        self.assertNotIn(b"\x1b", self.on_terminal(NO_COLOR="1"))
        self.assertIn(b"\x1b[1m", self.on_terminal(NO_COLOR=""))
        self.assertNotIn(b"\x1b", cli(self.index, ["search", "hacking"]).stdout)

    def test_a_dash_is_standard_input(self):
        for words, text in ((["search"], "hacking"), (["crosstab", "--rows", "jurisdiction", "--cols", "article"], "hacking"),
                            (["export"], "hacking"), (["show"], SECTION), (["acts"], "unc"), (["conventions"], "unc/7"),
                            (["concepts"], "illegal-access"), (["matrix"], "unc"), (["jurisdictions"], "ng"),
                            (["suggest"], "hack"), (["diff"], SECTION), (["cite"], "UNC 7"),
                            (["dual", "--offence", "spam"], "ng\nir"), (["compare"], f"{SECTION}\nni/ley-1042/art_30")):
            with self.subTest(verb=words[0]):
                typed = cli(self.index, [*words, "-"], text + "\n")
                named = cli(self.index, [*words, *text.split("\n")])
                self.assertEqual((typed.returncode, typed.stdout), (named.returncode, named.stdout), typed.stderr)
                self.assertTrue(typed.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=1)
