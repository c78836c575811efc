"""texts_test.py: no restatement copies, each is in the language it says, and every original has its English.

Reads ../shared/data where it lies (real statutes of other states) and says so where it does not. tests/law/shared_runs.yaml lists the runs
of words that may be shared, with the reason.
"""
import io
import re
import subprocess
import sys
import tarfile
import unittest

import langdetect

import statutes
from cases import LawTest

WORDS_IN_A_ROW = 10
LANGUAGES = ("en", "es", "fa")
# Below this many characters a sentence says too little for a guess at its language. Of what the guesser gives to the languages
# held, the declared one must have this share: less than any text has, and far more than a text in another of them would have.
LEAST_TEXT = 60
LEAST_SHARE = 0.9

langdetect.DetectorFactory.seed = 0
ARABIC_FORMS = re.compile("[\u064a\u0643\u0649]")  # yeh, kaf and alef maksura as Arabic writes them
TAG = re.compile(r"<[^>]*>")


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


def patterns():
    """What may be shared, of shared_runs.yaml."""
    rows = statutes.load(statutes.ROOT / "tests/law/shared_runs.yaml")["allowed"]
    assert all(row["reason"] for row in rows)
    return [re.compile(rf"\b(?:{row['pattern']})(?!\S)") for row in rows]


ALLOWED = patterns()


def runs(text):
    """Every ten words in a row, but for those within what may be shared."""
    found = words(text)
    joined, spans = " ".join(found), []
    for pattern in ALLOWED:
        for match in pattern.finditer(joined):
            first = joined.count(" ", 0, match.start())
            spans.append((first, first + match.group().strip().count(" ") + 1))
    return [tuple(found[i:i + WORDS_IN_A_ROW]) for i in range(len(found) - WORDS_IN_A_ROW + 1)
            if not any(first <= i and i + WORDS_IN_A_ROW <= last for first, last in spans)]


def stated():
    """(where, act, language, Unit) of every provision that an expression states itself."""
    for act in statutes.acts().values():
        for expression in act.expressions:
            for unit in statutes.units_of(expression["body"]):
                yield f"{act.handle}/{unit.eid} ({expression['language']}@{expression['date']})", act, expression["language"], unit


def own_words():
    """(where, text) of everything written here in our own words: the provisions, and what is said about them."""
    for where, _, _, unit in stated():
        yield where, unit.text()
    for tree in ("corpus", "mappings"):
        for path in sorted((statutes.ROOT / tree).rglob("*.yaml")):
            if "@" not in path.name:
                yield from prose(str(path.relative_to(statutes.ROOT)), statutes.load(path))


def prose(where, value):
    """The longer strings of a file, without the titles and addresses of sources, which are quoted."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in ("sources", "url", "title"):
                yield from prose(where, each)
    elif isinstance(value, list):
        for each in value:
            yield from prose(where, each)
    elif value.count(" ") >= WORDS_IN_A_ROW - 1:
        yield where, value


def real_statutes():
    """(name, text) of the statutes that lie beside the project."""
    for path in sorted(statutes.SHARED.rglob("*")):
        if path.name.endswith(".tar.zst"):
            plain = subprocess.run(["zstd", "-dcq", path], stdout=subprocess.PIPE, check=True).stdout
            with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
                for member in tar:
                    if member.isfile():
                        yield f"{path.name}:{member.name}", tar.extractfile(member).read().decode("utf-8", "replace")
        elif path.suffix in (".md", ".xml"):
            text = path.read_text(encoding="utf-8", errors="replace")
            yield path.name, TAG.sub(" ", text) if path.suffix == ".xml" else text


def shared_with(text, ours, first):
    """Runs of a text that are ours too. `first` holds the first two words of each of ours: few texts pass it."""
    found = words(text)
    for i, pair in enumerate(zip(found, found[1:])):
        if pair in first:
            run = tuple(found[i:i + WORDS_IN_A_ROW])
            if run in ours:
                yield run


class Texts(LawTest):
    def test_no_two_provisions_share_ten_words_in_a_row(self):
        seen, faults = {}, {}
        for where, act, language, unit in stated():
            for run in sum((runs(text) for _, text in unit.blocks()), []):
                other = seen.setdefault((language, run), (where, act.handle, unit.eid))
                if other[1:] != (act.handle, unit.eid):  # versions of one provision may agree
                    faults.setdefault((where, other[0]), run)
        self.none([f"{where} and {other}: {' '.join(run)}" for (where, other), run in faults.items()])

    def test_no_text_shares_ten_words_in_a_row_with_a_real_statute(self):
        if not statutes.SHARED.is_dir():
            self.skipTest("no real statutes beside the project")
        ours = {run: where for where, text in own_words() for run in runs(text)}
        first, faults, read = {run[:2] for run in ours}, {}, 0
        for name, text in real_statutes():
            read += 1
            for run in shared_with(text, ours, first):
                faults.setdefault((ours[run], run), name)
        print(f"{len(ours)} runs looked for in {read} real statutes", file=sys.stderr)
        self.assertGreater(read, 10)
        self.none([f"{where} and {name}: {' '.join(run)}" for (where, run), name in faults.items()])

    def test_the_search_for_shared_runs_finds_a_copied_sentence(self):
        sentence = "Nobody may open a letter of another person without that person's leave or a judge's order."
        ours = dict.fromkeys(runs(sentence), "here")
        copied = "## Article 9\n\nHowever, **nobody may open** a letter of another person without that\nperson's leave or a judge's order!"
        first = {run[:2] for run in ours}
        self.assertEqual(len(list(shared_with(copied, ours, first))), len(ours))
        self.assertEqual(list(shared_with(copied.replace("another", "some"), ours, first)), runs(sentence)[7:])

    def test_a_penalty_clause_may_be_shared_and_what_stands_beside_it_may_not(self):
        clause = "is liable to imprisonment of up to three years, a fine of up to seven million naira or both"
        self.assertEqual(runs(clause + "."), [])
        self.assertEqual(len(runs("Whoever opens a letter " + clause)), 4)

    def test_every_text_is_in_its_language(self):
        checked, faults = 0, []
        for where, _, language, unit in stated():
            for eid, text in unit.blocks():
                if len(text) >= LEAST_TEXT:
                    guess = {each.lang: each.prob for each in langdetect.detect_langs(text)}
                    held = sum(guess.get(each, 0) for each in LANGUAGES)
                    checked += 1
                    if guess.get(language, 0) < LEAST_SHARE * held or held == 0:
                        faults.append(f"{where} {eid}: {guess} {text[:80]}")
        self.assertGreater(checked, 1000)
        self.none(faults)

    def test_persian_is_written_with_persian_letters(self):
        self.none([f"{where}: {text[:60]}" for where, _, language, unit in stated() if language == "fa"
                   for _, text in unit.blocks() if ARABIC_FORMS.search(text)])

    def test_every_original_has_its_english(self):
        faults = []
        for act in statutes.acts().values():
            for (language, date), units in act.versions.items():
                if language == "en":
                    continue
                english = act.versions.get(("en", date), {})
                if list(units) != list(english):
                    faults.append(f"{act.handle} {date}: units {sorted(set(units) ^ set(english))} or their order")
                    continue
                for eid, unit in units.items():
                    pair = [[each for each, _ in version[eid].blocks()] for version in (units, english)]
                    if pair[0] != pair[1]:
                        faults.append(f"{act.handle}/{eid} {date}: items {sorted(set(pair[0]) ^ set(pair[1]))} or their order")
                    if unit.status != english[eid].status:
                        faults.append(f"{act.handle}/{eid} {date}: another status in English")
        self.none(faults)

    def test_every_national_act_has_its_original_language(self):
        for act in statutes.acts().values():
            if act.jurisdiction != "int":
                self.assertIn(act.language, act.languages(), act.handle)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
