"""The shipped corpus and mappings, read once more and plainly: the twin of the indexer's readers.

Reads corpus/ and mappings/ with PyYAML, resolves versions by hand and derives what the programs derive, so that the
tests of the law do not ask a program whether it agrees with itself.
"""
import datetime
import functools
import pathlib
import re

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"

CONTAINERS = {"book", "part", "chapter", "title", "division", "schedule"}
UNITS = {"section", "article", "preamble", "conclusions", "annex"}
ABBREVIATIONS = {"book": "book", "part": "part", "chapter": "chp", "title": "title", "division": "dvs", "schedule": "sched",
                 "section": "sec", "article": "art", "preamble": "preamble", "conclusions": "conclusions", "annex": "att",
                 "subsection": "subsec", "paragraph": "para", "subparagraph": "subpara", "point": "point", "item": "item",
                 "note": "note"}


class Text(yaml.CSafeLoader):
    """YAML in which every scalar is text, as docs/corpus-format.md says."""


Text.yaml_implicit_resolvers = {}


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Text)


def day(text):
    return datetime.date.fromisoformat(text)


def holds(row, on):
    """Whether an interval of a row, [from, to), holds the day."""
    return ("from" not in row or day(row["from"]) <= on) and ("to" not in row or on < day(row["to"]))


class Unit:
    """One section or article of one expression."""

    def __init__(self, node):
        self.node = node
        self.eid = eid_of(node, 0, None)
        self.status = node.get("status")

    def blocks(self):
        """(eid, text) of the unit and everything below it, in order."""
        yield from walk(self.node, self.eid)

    def text(self):
        return "\n".join(text for _, text in self.blocks() if text)


def eid_of(node, place, parent):
    """The eId of a node: its own, or kind and number; the ordinal where there is no usable number."""
    if "eid" in node:
        return node["eid"]
    number = re.sub(r"[^a-z0-9-]", "", re.sub(r"[\s/.]+", "-", node.get("num", "").lower()))
    if not number and node["kind"] not in UNITS:
        number = str(place)
    own = ABBREVIATIONS[node["kind"]] + ("_" + number if number else "")
    return f"{parent}__{own}" if parent else own


def walk(node, eid):
    yield eid, "\n".join(filter(None, [node.get("text"), node.get("closing")]))
    ordinals = {}
    for item in node.get("items", []):
        ordinals[item["kind"]] = ordinals.get(item["kind"], 0) + 1
        yield from walk(item, eid_of(item, ordinals[item["kind"]], eid))


def units_of(body):
    """The units of a body, out of their containers."""
    for node in body:
        if node["kind"] in CONTAINERS:
            yield from units_of(node.get("items", []))
        else:
            yield Unit(node)


class Act:
    """One folder: the work, its expressions and its annotations."""

    def __init__(self, folder):
        self.folder = folder
        self.work = load(folder / "act.yaml")
        self.handle = self.work["handle"]
        self.jurisdiction = self.work["jurisdiction"]
        self.language = self.work["original_language"]
        path = folder / "annotations.yaml"
        self.annotations = load(path) if path.exists() else {"provisions": []}
        self.expressions = [load(each) for each in sorted(folder.glob("*@*.yaml"))]

    @functools.cached_property
    def versions(self):
        """{(language, date): {eid: Unit}}, with what a version inherits filled in."""
        out = {}
        for expression in sorted(self.expressions, key=lambda each: each["date"]):
            units = {}
            if "inherits" in expression:
                units.update(out[expression["language"], expression["inherits"]])
            units.update({unit.eid: unit for unit in units_of(expression["body"])})
            out[expression["language"], expression["date"]] = units
        return out

    def units_on(self, language, on):
        """The units of the version that stood on a day; none before the first."""
        dates = [date for lang, date in self.versions if lang == language and day(date) <= on]
        return self.versions[language, max(dates)] if dates else {}

    def languages(self):
        return sorted({language for language, _ in self.versions})

    def eids(self):
        """Every eId of every version."""
        return {eid for units in self.versions.values() for unit in units.values() for eid, _ in unit.blocks()}

    def status_on(self, on):
        value = None
        for row in self.work["status"]:
            if day(row["from"]) <= on:
                value = row["value"]
        return value

    def in_force(self, eid, on):
        """Whether the unit stands and is in force on a day."""
        for language in self.languages():
            unit = self.units_on(language, on).get(eid.split("__")[0])
            if unit is not None:
                return (unit.status or self.status_on(on)) == "in-force"
        return False

    def stands(self, eid, on):
        """Whether the unit is part of the text on a day, in force or not."""
        return any(eid.split("__")[0] in self.units_on(language, on) for language in self.languages())

    def limbs(self):
        """(unit row, limb row, eId) of every annotated limb; a row with several eIds counts once for each."""
        for unit in self.annotations["provisions"]:
            for limb in unit.get("limbs", []):
                for eid in as_list(limb["limb"]):
                    yield unit, limb, eid

    def assessments(self, row, key):
        """{concept: assessment} of a power (key `safeguards`) or limb (`defences`): shared rows, own rows before them."""
        shared = self.annotations.get("checklists", {}).get(row.get("checklist"), {})
        return {**shared, **row.get(key, {})}

    def days(self):
        """Days on which a text, a status or a fact begins to hold or no longer holds."""
        days = {date for _, date in self.versions} | {row["from"] for row in self.work["status"]}
        for _, limb, _ in self.limbs():
            for row in (limb, *limb.get("penalties", [])):
                days |= {row[key] for key in ("from", "to") if key in row}
        return sorted(days)


@functools.cache
def acts():
    return {act.handle: act for act in (Act(path.parent) for path in sorted((ROOT / "corpus").rglob("act.yaml")))}


@functools.cache
def concordances():
    return [load(path) for path in sorted((ROOT / "mappings" / "concordance").glob("*.yaml"))]


@functools.cache
def concepts():
    """{(scheme, id): concept} of the taxonomy."""
    out = {}
    for path in sorted((ROOT / "mappings" / "taxonomy").glob("*.yaml")):
        scheme = load(path)
        out.update({(scheme["scheme"], each["id"]): each for each in scheme["concepts"]})
    return out


def as_list(value):
    return value if isinstance(value, list) else [value]


def split_handle(handle):
    """(act, eId) of a handle; a bare number after a treaty is its article."""
    act, _, rest = handle.rpartition("/")
    if "/" not in act and act not in acts() and f"{act}/{rest}" in acts():
        return handle, ""
    return act, f"art_{rest}" if rest[:1].isdigit() else rest


def mapping_rows():
    """(concordance, row, limb eId) of every row."""
    for concordance in concordances():
        for row in concordance.get("mappings", []):
            for limb in as_list(row["limb"]):
                yield concordance, row, limb


def checklist(scheme):
    """Concepts that are assessed for every power (`safeguard`) or every offence (`defence`)."""
    return [name for (of, name), concept in concepts().items() if of == scheme and concept.get("checklist") == "true"]


# ---- penalties, derived without the programs

WORSE = ("verified", "recalled", "conflict")

TERM = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(\d+)H)?")


def hours(term):
    """ISO 8601 duration on the scale of 360 days a year and 30 a month."""
    years, months, days, rest = (int(part or 0) for part in TERM.fullmatch(term).groups())
    return ((years * 360) + months * 30 + days) * 24 + rest


def is_base(clause, person="natural"):
    return (clause.get("condition", "base") == "base" and clause.get("person", "natural") == person and
            "multiplier" not in clause)


def can_imprison(clause):
    """Whether a clause may deprive of liberty; what was not seen may."""
    return clause["relation"] in ("same-as-principal", "unseen") or any(clause.get(arm) for arm in ("imprisonment", "life", "death"))


@functools.cache
def arms():
    """The kinds of arm a clause may have: the concepts of scheme penalty, which docs/mapping-format.md makes the same list."""
    return [name for (scheme, name), concept in concepts().items()
            if scheme == "penalty" and concept.get("broader") != "fine" and name != "same-as-principal"]


def clauses_on(act, limb, on):
    """The clauses of a limb that hold on a day; those that name a principal carry the arms of its base clauses."""
    out = []
    for clause in limb.get("penalties", []):
        if holds(limb, on) and holds(clause, on):
            out += from_principal(act, clause, on) or [clause]
    return out


def from_principal(act, clause, on):
    if clause["relation"] != "same-as-principal" or "principal" not in clause:
        return []
    out = []
    for _, limb, eid in act.limbs():
        for base in limb.get("penalties", []):
            if eid == clause["principal"] and is_base(base) and base["relation"] != "same-as-principal" \
                    and holds(limb, on) and holds(base, on):
                own = {key: value for key, value in clause.items() if key != "relation"}
                out.append({**{key: base[key] for key in arms() if key in base}, "relation": base["relation"], **own,
                            "confidence": max(clause["confidence"], base["confidence"], key=WORSE.index)})
    return out


def reaches(clause, years):
    """'true', 'false' or 'unknown' for one clause, by the rules of docs/penalties.md."""
    if clause["relation"] == "same-as-principal":
        return "unknown"
    if clause.get("life") or clause.get("death"):
        return "true"
    term = clause.get("imprisonment")
    if term is None:
        return "unknown" if clause["relation"] == "unseen" else "false"
    mark = hours(f"P{years}Y")
    longest = term.get("max", term.get("flat"))
    if longest is not None:
        return "true" if hours(longest) >= mark else "false"
    return "true" if hours(term["min"]) >= mark else "unknown"


def reaches_all(clauses, years):
    """The answer for a limb's clauses; None without any."""
    if not clauses:
        return None
    base = [clause for clause in clauses if is_base(clause)] or [clause for clause in clauses if is_base(clause, "official")]
    if not base:
        graver = ("aggravated", "repeat")
        imprisoning = [clause for clause in clauses if can_imprison(clause)]
        below = all(clause.get("condition") in graver and reaches(clause, years) == "false" for clause in imprisoning)
        return "false" if below else "unknown"
    sure = {reaches(clause, years) for clause in base if clause["confidence"] != "conflict"}
    disputed = {reaches(clause, years) for clause in base if clause["confidence"] == "conflict"}
    if len(disputed) > 1 and "true" not in sure:
        return "unknown"
    for value in ("true", "unknown", "false"):
        if value in sure | disputed:
            return value
    return None
