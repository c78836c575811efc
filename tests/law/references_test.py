"""references_test.py: whatever a file of the shipped corpus or mappings names exists, and whatever is verified has a source."""
import functools
import re
import sys
import unittest

import statutes
from cases import LawTest

# A handle of an act as it stands in running text or in a field: a national one or a treaty's article.
NATIONAL = re.compile(r"(?<![\w/.@])(?:ng|ni|ir)/[a-z0-9-]*[a-z0-9](?:/[a-z0-9_-]*[a-z0-9])?")
TREATY = re.compile(r"(?<![\w/.@-])(?:unc|untoc|budapest(?:-p[12])?|iccpr|african-charter|american-convention)"
                    r"/(?:\d+|[a-z]+_[a-z0-9_]*[a-z0-9])")


def rows_in(value, path=()):
    """(path, mapping) of every mapping within a value."""
    if isinstance(value, dict):
        yield path, value
        for key, each in value.items():
            yield from rows_in(each, (*path, key))
    elif isinstance(value, list):
        for i, each in enumerate(value):
            yield from rows_in(each, (*path, i))


def strings_in(value):
    if isinstance(value, dict):
        for each in value.values():
            yield from strings_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings_in(each)
    else:
        yield value


def exists(handle):
    act, eid = statutes.split_handle(handle)
    held = statutes.acts().get(act)
    return handle in parallels() or held is not None and (not eid or eid in held.eids())


@functools.cache
def parallels():
    """Handles under a second numbering, of the act and of its provisions."""
    out = set()
    for act in statutes.acts().values():
        for row in act.work.get("parallel", []):
            first, last = (int(row[end].removeprefix("art_")) for end in ("first", "last"))
            out |= {row["handle"]} | {f"{row['handle']}/art_{number + int(row['offset'])}" for number in range(first, last + 1)}
    return out


def not_held(value):
    """Handles that a file may name although nothing of the kind is held (`replaced_by`)."""
    return {handle for _, row in rows_in(value) for handle in row.get("replaced_by", [])}


def files():
    """(name, value) of every YAML file of the two trees."""
    for tree in ("corpus", "mappings"):
        for path in sorted((statutes.ROOT / tree).rglob("*.yaml")):
            yield str(path.relative_to(statutes.ROOT)), statutes.load(path)


def concepts_of(limb):
    """(scheme, concept) of everything that a limb names."""
    for offence in limb.get("offences", []):
        yield "offence", offence
    for row in limb.get("concerns", []):
        yield "concern", row["concern"]
    for concept in limb.get("defences", {}):
        yield "defence", concept
    for power in limb.get("powers", []):
        yield "power", power["power"]
        for concept in power.get("authorisation", []):
            yield "authorisation", concept
        for concept in power.get("safeguards", {}):
            yield "safeguard", concept


class References(LawTest):
    def test_every_handle_in_the_files_is_held(self):
        seen, faults = 0, []
        for name, value in files():
            allowed = not_held(value)
            for text in strings_in(value):
                for handle in NATIONAL.findall(text) + TREATY.findall(text):
                    seen += 1
                    if not exists(handle) and handle not in allowed:
                        faults.append(f"{name}: {handle}")
        self.assertGreater(seen, 1000)
        self.none(faults)

    def test_every_concept_of_an_annotation_is_in_the_taxonomy(self):
        seen, faults = 0, []
        for act in statutes.acts().values():
            lists = act.annotations.get("checklists", {})
            for _, limb, eid in act.limbs():
                for key in concepts_of(limb):
                    seen += 1
                    faults += [] if key in statutes.concepts() else [f"{act.handle}/{eid}: {key}"]
                for row in (limb, *limb.get("powers", [])):
                    if row.get("checklist", next(iter(lists), None)) not in (None, *lists):
                        faults.append(f"{act.handle}/{eid}: checklist {row['checklist']}")
            known = {name for scheme, name in statutes.concepts() if scheme in ("safeguard", "defence")}
            faults += [f"{act.handle}: {concept}" for rows in lists.values() for concept in set(rows) - known]
        self.assertGreater(seen, 300)
        self.none(faults)

    def test_every_eid_of_an_act_is_one_of_its_provisions(self):
        faults = []
        for act in statutes.acts().values():
            work, named = act.work, [eid for _, _, eid in act.limbs()] + [row["eid"] for row in act.annotations["provisions"]]
            for row in work.get("events", []):
                named += sum((change["provisions"] for change in row.get("changes", [])), [])
            for row in work.get("decisions", []) + work.get("gaps", []):
                named += row.get("provisions", [])
            for row in work.get("standing", []):
                named += sum((each.get("articles", []) for each in row.get("reservations", [])), [])
            for row in work.get("parallel", []):
                named += [row["first"], row["last"]]
            faults += [f"{act.handle}/{eid}" for eid in named if eid not in act.eids()]
        self.none(faults)

    def test_every_place_and_reading_of_an_assessment_exists(self):
        faults = []
        for act in statutes.acts().values():
            readings = act.work.get("readings", {})
            for path, row in rows_in(act.annotations):
                where = f"{act.handle}: {' '.join(map(str, path))}"
                if isinstance(row.get("read"), str) and row["read"] not in readings:
                    faults.append(f"{where}: read {row['read']}")
                for place in row.get("at", []):
                    if not (exists(place) if "/" in place else place in act.eids()):
                        faults.append(f"{where}: at {place}")
        for concordance in statutes.concordances():
            readings = statutes.acts()[concordance["act"]].work.get("readings", {})
            faults += [f"{concordance['act']}: read {row['read']}" for row in concordance.get("assessed", [])
                       if row.get("read", next(iter(readings), None)) not in (None, *readings)]
        self.none(faults)

    def sources_named(self, name, value, described):
        """Faults of the `sources` of every row of one file."""
        out = []
        for path, row in rows_in(value):
            keys = row.get("sources", [])
            if isinstance(keys, list):
                out += [f"{name}: {' '.join(map(str, path))}: source {key}" for key in keys if key not in described]
        return out

    def test_every_source_is_described(self):
        faults = []
        for act in statutes.acts().values():
            for value in (act.work, act.annotations, *act.expressions):
                faults += self.sources_named(f"{act.handle} {value.get('date', '')}", value, act.work.get("sources", {}))
        for concordance in statutes.concordances():
            faults += self.sources_named("concordance " + concordance["act"], concordance, concordance.get("sources", {}))
        self.none(faults)

    # A unit takes the sources of its expression and an item those of its unit; an assessment those of its limb.
    def test_everything_verified_has_a_source(self):
        faults = []
        for act in statutes.acts().values():
            for expression in act.expressions:
                faults += self.unsourced(act.handle, {"body": expression["body"]}, expression.get("sources", []))
            faults += self.unsourced(act.handle, act.work, [])
            faults += self.unsourced(act.handle, act.annotations["provisions"], [])
        for concordance in statutes.concordances():
            faults += self.unsourced("concordance " + concordance["act"], concordance, [])
        self.none(faults)

    def unsourced(self, name, value, inherited):
        out = []
        if isinstance(value, list):
            return sum((self.unsourced(name, each, inherited) for each in value), [])
        if not isinstance(value, dict):
            return out
        named = value.get("sources", inherited)
        own = named if isinstance(named, list) else inherited
        if "verified" in (value.get("confidence"), value.get("heading_confidence")) and not own:
            out.append(f"{name}: {value.get('limb', value.get('num', value))}"[:160])
        passes_on = "kind" in value or "limb" in value or "powers" in value or "body" in value
        for key, each in value.items():
            strict = key in ("penalties", "concerns")  # a fact of its own
            out += self.unsourced(name, each, [] if strict or not passes_on else own)
        return out


class Assessments(LawTest):
    """What the checklists of powers and offences must have been asked, and what a public prosecutor's order is not."""

    def powers(self):
        for act in statutes.acts().values():
            for _, limb, eid in act.limbs():
                for power in limb.get("powers", []):
                    yield act, f"{act.handle}/{eid} {power['power']}", power

    def test_an_order_of_those_who_investigate_is_no_independent_authorisation(self):
        checked, faults = 0, []
        for act, where, power in self.powers():
            value = act.assessments(power, "safeguards").get("prior-independent-authorisation", {}).get("value")
            independent = [statutes.concepts()["authorisation", each]["independent"] == "true" for each in power.get("authorisation", [])]
            if value == "present" and not (independent and all(independent)) or value == "partial" and not any(independent):
                faults.append(f"{where}: {value} with {power.get('authorisation')}")
            checked += value in ("present", "partial")
        self.assertGreater(checked, 0)
        self.none(faults)

    def test_every_power_of_a_state_answers_the_whole_checklist(self):
        points, faults, rows = statutes.checklist("safeguard"), [], {}
        self.assertEqual(len(points), 21)
        for act, where, power in self.powers():
            if act.jurisdiction != "int":
                held = act.assessments(power, "safeguards")
                missing = [each for each in points if each not in held]
                faults += [f"{where}: {len(missing)} of {len(points)} points have no row"] if missing else []
                for each in points:
                    value = held.get(each, {}).get("value", "no row")
                    rows[value] = rows.get(value, 0) + 1
        print("points of the checklist over all national powers:", rows, file=sys.stderr)
        self.none(faults)

    def test_every_offence_of_a_state_answers_the_three_defences(self):
        points, faults, rows = statutes.checklist("defence"), [], {}
        self.assertEqual(len(points), 3)
        for act in statutes.acts().values():
            for _, limb, eid in act.limbs():
                if act.jurisdiction != "int" and limb.get("offences"):
                    held = act.assessments(limb, "defences")
                    missing = [each for each in points if each not in held]
                    faults += [f"{act.handle}/{eid}: no row for {', '.join(missing)}"] if missing else []
                    for each in points:
                        value = held.get(each, {}).get("value", "no row")
                        rows[value] = rows.get(value, 0) + 1
        print("defences over all national offences:", rows, file=sys.stderr)
        self.none(faults)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
