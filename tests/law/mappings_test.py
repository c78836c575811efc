"""mappings_test.py BIN_DIR: rows name what exists, crosswalks are inverse, and every verdict is what the rows say.

The verdicts of `cyberlex matrix` are computed here once more from the YAML alone (docs/mapping-format.md, "Coverage").
"""
import datetime
import functools
import json
import sys
import unittest

import statutes
from cases import LawTest
from index import INDEX, PROGRAMS

TODAY = "2026-11-22"
STATES = ("ng", "ni", "ir")
# Provisions of which not even the subject is known: no row could say anything.
UNREAD = {"ni/ley-1042/art_42", "ni/ley-1042/art_45"}
INVERSE = {"equivalent": "equivalent", "narrower": "wider", "wider": "narrower", "overlaps": "overlaps", "ancillary": "ancillary"}


def unit(eid):
    return eid.split("__")[0]


def lies_in(eid, above):
    return eid == above or eid.startswith(above + "__")


def demands(treaty, on):
    """{article: [(limb, demand)]} of the articles that stand."""
    out = {}
    for row, limb, eid in treaty.limbs():
        if statutes.holds(limb, on):
            out.setdefault(row["eid"], []).extend((eid, demand) for demand in limb.get("asks", []))
    return {article: found for article, found in out.items() if found}


def extent(row, article_part, limb, demand):
    if demand["id"] in row.get("covers", []):
        return 2
    if demand["id"] in row.get("partly", []):
        return 1
    return 2 if row["relation"] in ("equivalent", "wider") and lies_in(limb, article_part) else 0


@functools.cache
def rows_for(treaty, article):
    """(mapping rows as (act, row, part of the article), assessed rows as (act, row)) that name an article or a part of it."""
    mapped, assessed = [], []
    for concordance in statutes.concordances():
        act = statutes.acts()[concordance["act"]]
        for row in concordance.get("mappings", []):
            of, part = statutes.split_handle(row["article"]) if "article" in row else ("", "")
            if of == treaty and unit(part) == article:
                mapped.append((act, row, part))
        for row in concordance.get("assessed", []):
            if (treaty, article) in map(statutes.split_handle, row["articles"]):
                assessed.append((act, row))
    return mapped, assessed


def verdict(treaty, state, article, asked, on):
    """The verdict on one article for one state, from rows of its acts in force."""
    met = [0] * len(asked)
    mapped, looked_for = rows_for(treaty.handle, article)
    for act, row, part in mapped:
        if act.jurisdiction == state and statutes.holds(row, on) and any(act.in_force(limb, on) for limb in statutes.as_list(row["limb"])):
            met = [max(best, extent(row, part, limb, demand)) for best, (limb, demand) in zip(met, asked)]
    mandatory = [best for best, (_, demand) in zip(met, asked) if demand["need"] == "mandatory"]
    if any(met):
        return "covered" if (min(mandatory) == 2 if mandatory else max(met) == 2) else "partly"
    assessed = [row for act, row in looked_for
                if act.jurisdiction == state and act.status_on(on) == "in-force" and statutes.holds(row, on)]
    if any("elsewhere" in row for row in assessed):
        return "elsewhere"
    return "not-found" if assessed else "not-assessed"


def asking():
    """The treaties that ask something of a state's law."""
    return [act.handle for act in statutes.acts().values() if any(limb.get("asks") for _, limb, _ in act.limbs())]


def matrix(treaty, on):
    return json.loads(PROGRAMS.cli(INDEX, "matrix", treaty, "--json", "--as-of", on).stdout)


class Mappings(LawTest):
    def test_every_row_names_what_exists_and_says_why(self):
        for concordance, row, limb in statutes.mapping_rows():
            act = statutes.acts()[concordance["act"]]
            where = f"{act.handle} {limb} -> {row.get('article', row.get('outside'))}"
            self.assertIn(limb, act.eids(), where)
            self.assertGreaterEqual(len(row["rationale"].split()), 2, where)
            for treaty in row.get("outside", []):
                self.assertIn(treaty, statutes.acts(), where)
            if "article" in row:
                of, part = statutes.split_handle(row["article"])
                self.assertIn(part, statutes.acts()[of].eids(), where)

    def test_every_national_provision_was_read_against_the_three_treaties(self):
        for act in statutes.acts().values():
            if act.jurisdiction == "int":
                continue
            read = set()
            for concordance, row, limb in statutes.mapping_rows():
                if concordance["act"] == act.handle:
                    of = row.get("outside") or [statutes.split_handle(row["article"])[0]]
                    read |= {(unit(limb), treaty) for treaty in of}
            for eid in {eid for units in act.versions.values() for eid in units}:
                for treaty in ("unc", "budapest", "untoc"):
                    known = (eid, treaty) in read or f"{act.handle}/{eid}" in UNREAD
                    self.assertTrue(known, f"{act.handle}/{eid} has no row to {treaty}")

    def test_concepts_and_their_articles_exist(self):
        for (scheme, name), entry in statutes.concepts().items():
            if "broader" in entry:
                self.assertIn((scheme, entry["broader"]), statutes.concepts(), name)
            for handle in sum(entry.get("match", {}).values(), []) + entry.get("yardstick", []):
                act, eid = statutes.split_handle(handle)
                self.assertIn(eid, statutes.acts()[act].eids(), f"{name}: {handle}")

    def test_crosswalks_between_treaties_are_inverse_pair_by_pair(self):
        pairs = {}
        for concordance, row, limb in statutes.mapping_rows():
            if statutes.acts()[concordance["act"]].jurisdiction == "int" and "article" in row:
                other, part = statutes.split_handle(row["article"])
                pairs[(concordance["act"], limb), (other, part)] = row["relation"]
        self.assertGreater(len(pairs), 50)
        self.none([f"{one} {relation} {other}, and back {pairs.get((other, one))}" for (one, other), relation in pairs.items()
                   if pairs.get((other, one)) != INVERSE[relation]])

    def test_every_verdict_follows_from_the_rows_on_every_day_of_change(self):
        days = sorted({TODAY}.union(*(act.days() for act in statutes.acts().values())))
        checked, faults = 0, []
        for treaty in [act for act in statutes.acts().values() if act.jurisdiction == "int"]:
            for on in days:
                date = datetime.date.fromisoformat(on)
                units = treaty.units_on("en", date)
                asked = demands(treaty, date) if units else {}
                rows = matrix(treaty.handle, on)["rows"]
                self.assertEqual([statutes.split_handle(row["handle"])[1] for row in rows], [eid for eid in units if eid in asked],
                                 f"{treaty.handle} on {on}")
                for row in rows:
                    article = statutes.split_handle(row["handle"])[1]
                    for cell in row["cells"]:
                        expected = verdict(treaty, cell["jurisdiction"], article, asked[article], date)
                        checked += 1
                        if cell["coverage"] != expected:
                            faults.append(f"{row['handle']} {cell['jurisdiction']} on {on}: {cell['coverage']}, not {expected}")
        print(f"{checked} verdicts on {len(days)} days", file=sys.stderr)
        self.assertGreater(checked, 500)
        self.none(faults)

    def test_every_article_that_asks_has_a_verdict_in_every_state(self):
        faults, states = [], set()
        for treaty in asking():
            for row in matrix(treaty, TODAY)["rows"]:
                for cell in row["cells"]:
                    states.add(cell["jurisdiction"])
                    if cell["coverage"] == "not-assessed":
                        faults.append(f"{row['handle']} in {cell['jurisdiction']}")
        self.assertEqual(states, set(STATES))
        self.none(faults)

    # Else `article=none`, outside every treaty, would leave out what nobody has looked at.
    def test_every_offence_of_a_state_was_read_against_every_treaty(self):
        read, faults = {}, []
        for concordance, row, limb in statutes.mapping_rows():
            treaties = [statutes.split_handle(row["article"])[0]] if "article" in row else row["outside"]
            read.setdefault((concordance["act"], limb), set()).update(treaties)
        for act in statutes.acts().values():
            for _, limb, eid in act.limbs():
                if act.jurisdiction in STATES and limb.get("offences"):
                    known = read.get((act.handle, eid), set()) | read.get((act.handle, unit(eid)), set())
                    missing = [treaty for treaty in asking() if treaty not in known]
                    faults += [f"{act.handle}/{eid}: neither mapped to nor outside {', '.join(missing)}"] if missing else []
        self.assertEqual(len(asking()), 5)
        self.none(faults)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
