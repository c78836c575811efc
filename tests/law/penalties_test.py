"""penalties_test.py BIN_DIR: every penalty of the shipped corpus stands as written, and re-derives its normalised values.

For each act, each day on which something changes and each limb: the arms, the longest term, the four-year and the one-year
test, taken here from the YAML alone, against what the daemon says. docs/penalties.md has the rules.
"""
import collections
import datetime
import json
import sys
import unittest

import statutes
from index import INDEX, PROGRAMS, Daemon

LONGEST = {"life": 10**9, "death": 2 * 10**9}


def longest(clauses):
    """Rank of the longest term stated; None without one."""
    found = []
    for clause in clauses:
        found += [LONGEST[kind] for kind in LONGEST if clause.get(kind)]
        term = clause.get("imprisonment", {})
        stated = term.get("max", term.get("flat"))
        found += [statutes.hours(stated)] if stated else []
    return max(found, default=None)


def rank(shown):
    return None if shown is None else LONGEST.get(shown) or statutes.hours(shown)


def amount(value):
    if value is None:
        return None
    return statutes.hours(value) if value.startswith("P") else float(value)


def written_arms(clause):
    """One tuple for each arm of a clause, as the answer would show it."""
    joined = (clause["relation"], clause.get("condition", "base"), clause.get("person", "natural"), clause["confidence"])
    if clause["relation"] == "same-as-principal":
        return [("same-as-principal", None, None, None, *joined)]
    if not any(kind in clause for kind in statutes.arms()):
        return [("unseen", None, None, None, *joined)]
    out = []
    for kind in statutes.arms():
        value = clause.get(kind)
        if value is not None:
            ends = value if isinstance(value, dict) else {}
            out.append((kind, amount(ends.get("min", ends.get("flat"))), amount(ends.get("max", ends.get("flat"))),
                        {"flogging": "lashes"}.get(kind, ends.get("unit")), *joined))
    return out


def shown_arm(row):
    return (row["kind"], amount(row["min"]), amount(row["max"]), row["unit"], row["relation"], row["condition"], row["person"],
            row["confidence"])


class Penalties(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.daemon = Daemon(PROGRAMS, INDEX)
        cls.daemon.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.daemon.__exit__()

    def show(self, act, eid, on):
        """The provision as it stood that day; None when it did not."""
        status, _, body = self.daemon.get(f"/api/v1/provisions/{act.handle}/{eid}?as_of={on}")
        self.assertIn(status, (200, 404), body)
        return json.loads(body) if status == 200 else None

    def limbs_with_penalties(self):
        """(act, day, limb, eId, the limb as shown) of every limb that has penalties on a day of change."""
        for act in statutes.acts().values():
            for on in map(datetime.date.fromisoformat, act.days()):
                shown = {}
                for unit, limb, eid in act.limbs():
                    if not limb.get("penalties") or not statutes.holds(limb, on):
                        continue
                    if unit["eid"] not in shown:
                        shown[unit["eid"]] = self.show(act, unit["eid"], on)
                    if shown[unit["eid"]] is not None:
                        found = [row for row in shown[unit["eid"]]["limbs"] if row["eid"] == eid]
                        self.assertEqual(len(found), 1, f"{act.handle}/{eid} on {on}")
                        yield act, on, limb, eid, found[0]

    def check_limb(self, clauses, shown, where):
        written = collections.Counter(arm for clause in clauses for arm in written_arms(clause))
        self.assertEqual(collections.Counter(map(shown_arm, shown["penalties"])), written, where)
        for name, years in (("serious", 4), ("one_year", 1)):
            value = shown[name]["value"] if shown[name] else None
            self.assertEqual(value, statutes.reaches_all(clauses, years), f"{where}: {name}")
        self.assertEqual(rank(shown["longest"]), longest(clauses), f"{where}: longest")

    def test_every_penalty_derives_its_values(self):
        checked = referred = 0
        for act, on, limb, eid, shown in self.limbs_with_penalties():
            clauses = statutes.clauses_on(act, limb, on)
            self.check_limb(clauses, shown, f"{act.handle}/{eid} on {on}")
            checked += 1
            referred += any("principal" in clause for clause in clauses)
        print(f"{checked} limbs on their days of change, {referred} of them by the penalty of another limb", file=sys.stderr)
        self.assertGreater(checked, 100)

    def test_a_principal_is_a_limb_that_has_a_penalty_of_its_own(self):
        for act in statutes.acts().values():
            own = {eid for _, limb, eid in act.limbs() for clause in limb.get("penalties", [])
                   if statutes.is_base(clause) and clause["relation"] != "same-as-principal"}
            for _, limb, eid in act.limbs():
                for clause in limb.get("penalties", []):
                    if "principal" in clause:
                        self.assertIn(clause["principal"], own, f"{act.handle}/{eid}")


# The twin itself, on clauses small enough to judge by eye.
class Derivation(unittest.TestCase):
    def answer(self, *clauses):
        rows = [{"relation": "or-both", "confidence": "verified", **clause} for clause in clauses]
        return statutes.reaches_all(rows, 4)

    def test_months_and_years_are_one_scale(self):
        self.assertEqual(statutes.hours("P12M"), statutes.hours("P1Y"))
        self.assertGreater(statutes.hours("P91D"), statutes.hours("P3M"))
        self.assertEqual(statutes.hours("P45DT12H"), 45 * 24 + 12)

    def test_the_maximum_decides(self):
        self.assertEqual(self.answer({"imprisonment": {"max": "P48M"}}), "true")
        self.assertEqual(self.answer({"imprisonment": {"max": "P47M"}}), "false")
        self.assertEqual(self.answer({"imprisonment": {"min": "P1Y"}}), "unknown")
        self.assertEqual(self.answer({"imprisonment": {"min": "P4Y"}}), "true")
        self.assertEqual(self.answer({"fine": {"max": "1", "unit": "NGN"}}), "false")
        self.assertEqual(self.answer({"life": "true"}), "true")

    def test_variants_do_not_count(self):
        self.assertEqual(self.answer({"imprisonment": {"max": "P5Y"}, "condition": "repeat"}), "unknown")
        self.assertEqual(self.answer({"imprisonment": {"max": "P3Y"}}, {"imprisonment": {"max": "P5Y"}, "person": "legal"}), "false")

    def test_sources_that_disagree_leave_it_open(self):
        pair = [{"imprisonment": {"max": term}, "confidence": "conflict"} for term in ("P3Y", "P5Y")]
        self.assertEqual(self.answer(*pair), "unknown")
        self.assertEqual(self.answer(*pair, {"imprisonment": {"max": "P4Y"}}), "true")

    def test_a_principal_lends_its_arms_on_the_days_on_which_it_has_them(self):
        act = statutes.Act.__new__(statutes.Act)
        base = {"relation": "or", "confidence": "conflict", "imprisonment": {"max": "P5Y"}, "fine": {"max": "9", "unit": "NGN"},
                "to": "2020-01-01"}
        helper = {"relation": "same-as-principal", "principal": "sec_1", "confidence": "verified"}
        act.annotations = {"provisions": [{"eid": "sec_1", "limbs": [{"limb": "sec_1", "penalties": [base]}]}]}
        limb = {"limb": "sec_2", "penalties": [helper]}
        [early] = statutes.clauses_on(act, limb, datetime.date(2019, 12, 31))
        self.assertEqual((early["relation"], early["imprisonment"], early["confidence"]), ("or", {"max": "P5Y"}, "conflict"))
        self.assertEqual(statutes.clauses_on(act, limb, datetime.date(2020, 1, 1)), [helper])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
