"""house_test.py BIN_DIR: from statute files to an answered question, as a user would see it."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

from programs import ROOT, Daemon, Programs

PROGRAMS = Programs(sys.argv.pop(1))
SEARCH = "/api/v1/search"


class House(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.index = pathlib.Path(cls.folder.name) / "index"
        cls.built = PROGRAMS.build(cls.index, ROOT / "corpus")
        assert cls.built.returncode == 0, cls.built.stderr
        cls.daemon = Daemon(PROGRAMS, cls.index)
        cls.daemon.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.daemon.__exit__()
        cls.folder.cleanup()
        assert cls.daemon.exit_code == 0, cls.daemon.log

    def limbs_of_section_24(self, as_of):
        answer = self.daemon.json(f"{SEARCH}?q=cyberstalking&jurisdiction=ng&as_of={as_of}")
        hit = answer["hits"][0]
        self.assertEqual(hit["handle"], "ng/cybercrimes-act-2015/sec_24")
        return hit, {limb["eid"]: limb for limb in hit["limbs"]}

    def test_report_counts_what_was_read(self):
        for word in ("files", "provisions", "versions", "mappings", "warnings"):
            self.assertRegex(self.built.stdout, rf"(?m)^{word} +[\d,]+$")

    def test_cyberstalking_in_nigeria_is_section_24_first(self):
        hit, limbs = self.limbs_of_section_24("2026-01-01")
        self.assertEqual([v["from"] for v in hit["versions"]], ["2015-05-15", "2024-02-28"])
        longest = {eid: limb["longest"] for eid, limb in limbs.items()}
        self.assertEqual(longest["sec_24__subsec_1"], "P3Y")
        self.assertEqual(longest["sec_24__subsec_2__para_a"], "P10Y")
        self.assertEqual(longest["sec_24__subsec_2__para_c"], "P5Y")
        serious = {eid: limb["serious"]["value"] for eid, limb in limbs.items() if limb["serious"]}
        self.assertEqual(serious["sec_24__subsec_1"], "false")
        self.assertEqual(serious["sec_24__subsec_2__para_a"], "true")
        self.assertEqual(serious["sec_24__subsec_2__para_c"], "true")
        self.assertTrue(hit["articles"], "mapped, be it to nothing")

    def test_as_of_gives_the_wording_of_2015(self):
        now, _ = self.limbs_of_section_24("2026-01-01")
        then, _ = self.limbs_of_section_24("2020-01-01")
        relation = {p["relation"] for p in then["penalties"] if p["limb"].startswith("sec_24__subsec_2")}
        self.assertEqual(relation, {"and-or"})
        relation = {p["relation"] for p in now["penalties"] if p["limb"].startswith("sec_24__subsec_2")}
        self.assertEqual(relation, {"or"})
        self.assertEqual(then["version_date"], "2015-05-15")
        self.assertEqual(now["version_date"], "2024-02-28")
        self.assertEqual(self.daemon.json(f"{SEARCH}?q=cyberstalking&as_of=2015-05-14&jurisdiction=ng")["total"], 0)

    def test_filters_hold_on_one_limb(self):
        _, limbs = self.limbs_of_section_24("2026-01-01")
        only_first = set(limbs["sec_24__subsec_1"]["offences"])
        for eid, limb in limbs.items():
            if eid != "sec_24__subsec_1":
                only_first -= set(limb["offences"])
        self.assertTrue(only_first, "subsection 1 has an offence of its own")
        offence = sorted(only_first)[0]
        act = "act=ng/cybercrimes-act-2015&limit=100"
        short = self.daemon.json(f"{SEARCH}?{act}&offence={offence}&prison=3y")
        long = self.daemon.json(f"{SEARCH}?{act}&offence={offence}&prison=10y")
        handle = "ng/cybercrimes-act-2015/sec_24"
        self.assertIn(handle, [h["handle"] for h in short["hits"]])
        self.assertNotIn(handle, [h["handle"] for h in long["hits"]])

    def test_command_line_gives_the_same_bytes(self):
        for arguments, path in (
            (["search", "prison:>=10y", "--jurisdiction", "ng"], f"{SEARCH}?q=prison:%3E%3D10y&jurisdiction=ng"),
            (["search", "دسترسی"], f"{SEARCH}?q=%D8%AF%D8%B3%D8%AA%D8%B1%D8%B3%DB%8C"),
            (["search", "--article", "unc/7", "--sort", "severity"], f"{SEARCH}?article=unc/7&sort=severity"),
            (["show", "ng/cybercrimes-act-2015/sec_24"], "/api/v1/provisions/ng/cybercrimes-act-2015/sec_24"),
            (["show", "unc/7"], "/api/v1/provisions/unc/7"),
            (["acts"], "/api/v1/acts"),
            (["acts", "unc"], "/api/v1/acts/unc"),
            (["conventions", "unc/7"], "/api/v1/conventions/unc/7"),
            (["crosstab", "--rows", "jurisdiction", "--cols", "article", "--article", "unc/chp_2", "--as-of", "2026-01-01"],
             "/api/v1/crosstab?rows=jurisdiction&cols=article&article=unc/chp_2&as_of=2026-01-01"),
        ):
            with self.subTest(path=path):
                _, _, body = self.daemon.get(path)
                printed = PROGRAMS.cli(self.index, *arguments, "--json").stdout
                self.assertEqual(printed, body)
                _, _, text = self.daemon.get(path, {"Accept": "text/plain"})
                self.assertEqual(PROGRAMS.cli(self.index, *arguments).stdout, text)

    def test_a_daemon_and_an_index_answer_the_command_line_alike(self):
        for arguments in (
            ["search", "hacking", "--limit", "2"],
            ["search", "hacking", "--limit", "2", "--json"],
            ["search", "nothingofthekind"],
            ["search", "a AND )"],
            ["search", "--offence", "hackin"],
            ["search", "--limit", "0"],
            ["show", "ir/penal-code-book-5/art_729"],  # by redirect
            ["show", "ng/cybercrimes-act-2015/sec_24", "--as-of", "2001-01-01"],
            ["show", "ng/cybercrimes-act-2015/sec_999"],
            ["show", "NO HANDLE"],
            ["acts", "--limit", "2"],
            ["conventions", "ng/cybercrimes-act-2015"],
            ["matrix", "unc", "--jurisdiction", "ng,ni"],
            ["matrix", "no-treaty"],
            ["safeguards", "--power", "content-interception"],
            ["coverage", "--markdown"],
            ["concepts", "--format", "turtle"],
            ["cite", "s 24 Cybercrimes Act", "not & a = citation"],
            ["suggest", "دسترسی"],
        ):
            with self.subTest(arguments=arguments):
                local = PROGRAMS.cli(self.index, *arguments)
                remote = PROGRAMS.ask(self.daemon.url, *arguments)
                self.assertEqual((remote.returncode, remote.stdout, remote.stderr),
                                 (local.returncode, local.stdout, local.stderr))
        self.assertEqual(PROGRAMS.ask("http://127.0.0.1:1", "acts").returncode, 5)
        self.assertEqual(PROGRAMS.ask("nowhere", "acts").returncode, 2)

    def test_a_table_agrees_with_searches(self):
        day = "as_of=2026-01-01"
        table = self.daemon.json(f"/api/v1/crosstab?rows=jurisdiction&cols=article&article=unc/chp_2&{day}")
        values = [[each["value"] for each in table[side]["values"]] for side in ("rows", "cols")]
        self.assertIn("unc/chp_2", values[1])
        self.assertIn("unc/7", values[1])
        for row, state in enumerate(values[0]):
            for col, article in list(enumerate(values[1]))[:6]:
                found = self.daemon.json(f"{SEARCH}?jurisdiction={state}&article={article}&facets=none&limit=1&{day}")
                self.assertEqual(table["cells"][row][col], found["total"], (state, article))
        status, _, body = self.daemon.get("/api/v1/crosstab?rows=jurisdiction&cols=artikel")
        self.assertEqual(status, 400)
        self.assertIn(b'article', body)

    def test_a_broader_value_counts_what_lies_below_it(self):
        answer = self.daemon.json(f"{SEARCH}?facets=article,offence&limit=1&as_of=2026-01-01")
        for values in answer["facets"].values():
            counts = {each["value"]: each["count"] for each in values}
            below = [each for each in values if "broader" in each]
            self.assertTrue(below)
            for each in below:
                self.assertLessEqual(each["count"], counts[each["broader"]], each["value"])

    def test_standing_decides_party_by_the_day(self):
        before = self.daemon.json(f"{SEARCH}?party=unc:signed&facets=none&as_of=2025-10-24")
        after = self.daemon.json(f"{SEARCH}?party=unc:signed&facets=none&as_of=2025-10-25")
        self.assertEqual(before["total"], 0)
        self.assertGreater(after["total"], 0)

    def test_acts_leave_out_a_state(self):
        acts = self.daemon.json("/api/v1/acts?jurisdiction=-ng")["acts"]
        self.assertTrue(acts)
        self.assertNotIn("ng", {act["jurisdiction"] for act in acts})

    def test_pages_join_without_doubles(self):
        path = f"{SEARCH}?q=data&limit=7&facets=none"
        whole = self.daemon.json(f"{SEARCH}?q=data&limit=100&facets=none")
        handles = []
        while path:
            page = self.daemon.json(path)
            handles += [hit["handle"] for hit in page["hits"]]
            path = page["next"]
        self.assertEqual(handles[:100], [hit["handle"] for hit in whole["hits"]])
        self.assertEqual(len(set(handles)), whole["total"])

    def test_paths_that_nobody_built_are_404(self):
        for path in ("/api/v1/comparison", "/api/v2/search", "/nothing"):
            status, headers, body = self.daemon.get(path)
            self.assertEqual(status, 404, path)
            self.assertEqual(headers["Content-Type"], "application/problem+json")
            self.assertIn(b'"status":404', body)

    def test_faults_are_named(self):
        for query, words in (
            ("q=offense:x", b'offence'),
            ("jurisdicton=ng", b'jurisdiction'),
            ("jurisdiction=xx", b'xx'),
            ("as_of=2020-13-01", b'2020-13-01'),
            ("q=%22open", b'"position"'),
        ):
            status, _, body = self.daemon.get(f"{SEARCH}?{query}")
            self.assertEqual(status, 400, query)
            self.assertIn(words, body)

    def test_health_and_readiness(self):
        self.assertEqual(self.daemon.get("/healthz")[0], 200)
        ready = self.daemon.json("/readyz")
        digest = PROGRAMS.cli(self.index, "search", "--limit", "1", "--json").stdout
        self.assertIn(ready["digest"].encode(), digest)

    def test_verify_checks_the_index(self):
        checked = PROGRAMS.indexer("verify", "--index", self.index)
        self.assertEqual(checked.returncode, 0, checked.stderr)

    def test_check_names_file_line_and_column(self):
        with tempfile.TemporaryDirectory() as folder:
            wrong = pathlib.Path(folder) / "corpus"
            subprocess.run(["cp", "-r", ROOT / "corpus", wrong], check=True)
            page = wrong / "int/unc/annotations.yaml"
            page.write_text(page.read_text(encoding="utf-8").replace("class: offence", "clas: offence", 1), encoding="utf-8")
            checked = PROGRAMS.indexer("check", "--corpus", wrong, "--mappings", ROOT / "mappings", "--progress", "none")
            self.assertEqual(checked.returncode, 2)
            self.assertRegex(checked.stderr, r'annotations\.yaml:\d+:\d+: error: .*"clas"')


if __name__ == "__main__":
    unittest.main(verbosity=1)
