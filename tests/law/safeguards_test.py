"""safeguards_test.py BIN_DIR: the safeguards of powers, on every day on which something changes, and the defences to offences, today, are
what the annotations say.
"""
import datetime
import json
import sys
import unittest

import statutes
from index import INDEX, PROGRAMS, Daemon


def grid(states, on):
    done = PROGRAMS.cli(INDEX, "safeguards", "--json", "--as-of", on, "--jurisdiction", ",".join(states))
    return json.loads(done.stdout)


def written(states, on):
    """{(handle, power): [(authorisation, values of the checklist)]}, of national powers in force and of those of treaties that stand."""
    out = {}
    for act in statutes.acts().values():
        for _, limb, eid in act.limbs():
            stands = act.stands(eid, on) if act.jurisdiction == "int" else act.in_force(eid, on)
            if act.jurisdiction in states and stands and statutes.holds(limb, on):
                for power in limb.get("powers", []):
                    rows = act.assessments(power, "safeguards")
                    values = [rows.get(concept, {}).get("value", "not-assessed") for concept in statutes.checklist("safeguard")]
                    out.setdefault((f"{act.handle}/{eid}", power["power"]), []).append((power.get("authorisation", []), values))
    return out


def shown(answer):
    out = {}
    for row in answer["rows"]:
        values = {cell["id"]: cell["value"] for cell in row["safeguards"]}
        out.setdefault((handle_of(row["handle"]), row["power"]), []).append(
            ([each["id"] for each in row["authorisation"]], [values[concept] for concept in statutes.checklist("safeguard")]))
    return out


def handle_of(handle):
    """A treaty's article is a bare number in a handle, and an eId in a file."""
    act, eid = statutes.split_handle(handle)
    return f"{act}/{eid}"


class Grid(unittest.TestCase):
    maxDiff = None

    def test_every_cell_is_as_written(self):
        days = sorted({"2026-11-22"}.union(*(act.days() for act in statutes.acts().values())))
        cells = 0
        for on in days:
            for states in ({"ng", "ni", "ir"}, {"int"}):
                expected = written(states, datetime.date.fromisoformat(on))
                found = shown(grid(sorted(states), on))
                self.assertEqual({key: sorted(value) for key, value in found.items()},
                                 {key: sorted(value) for key, value in expected.items()}, on)
                cells += sum(len(values) for rows in found.values() for _, values in rows)
        print(f"{cells} cells on {len(days)} days", file=sys.stderr)
        self.assertGreater(cells, 1000)


class Defences(unittest.TestCase):
    def test_every_defence_is_as_written(self):
        on, checked = datetime.date(2026, 11, 22), 0
        with Daemon(PROGRAMS, INDEX) as daemon:
            for act in statutes.acts().values():
                for unit, limb, eid in act.limbs():
                    if not limb.get("offences") or not statutes.holds(limb, on) or not act.in_force(eid, on):
                        continue
                    answer = daemon.json(f"/api/v1/provisions/{act.handle}/{unit['eid']}?as_of={on}")
                    [found] = [row for row in answer["limbs"] if row["eid"] == eid]
                    held = {row["id"]: row["value"] for row in found["defences"] if row["value"] != "not-assessed"}
                    written = {concept: row["value"] for concept, row in act.assessments(limb, "defences").items()
                               if row["value"] != "not-assessed"}
                    self.assertEqual(held, written, f"{act.handle}/{eid}")
                    checked += len(written)
        print(f"{checked} defences", file=sys.stderr)
        self.assertGreater(checked, 300)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
