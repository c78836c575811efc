#!/usr/bin/env python3
"""export_test.py BIN: exports of the shipped corpus, read by programs that are not ours.

CSV by Python's csv, the workbook by openpyxl, the data package by the rules of Table Schema as published
(types, constraints, keys, bytes, hash), written out here because Debian has no validator for it.
"""
import collections
import csv
import datetime
import hashlib
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAY = "2026-01-01"
DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?)?$")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def run(binaries, verb, *words):
    done = subprocess.run([binaries / "cyberlex", verb, *words], capture_output=True, timeout=120)
    return done.returncode, done.stdout


def fits(cell, field):
    """True when a cell that is not empty is of its field's type and within its constraints."""
    kind = field["type"]
    try:
        if kind == "integer":
            int(cell)
        elif kind == "number":
            float(cell)
        elif kind == "date":
            datetime.date.fromisoformat(cell)
    except ValueError:
        return False
    if kind == "duration" and not DURATION.match(cell):
        return False
    if kind == "string" and cell.startswith(FORMULA):
        return False
    return cell in field.get("constraints", {}).get("enum", [cell])


def check_table(resource, data):
    name = resource["name"]
    assert len(data) == resource["bytes"], name
    assert "sha256:" + hashlib.sha256(data).hexdigest() == resource["hash"], name
    rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    fields = resource["schema"]["fields"]
    assert rows[0] == [field["name"] for field in fields], name
    assert len(rows) - 1 == resource["rows"], name
    for row in rows[1:]:
        assert len(row) == len(fields), (name, row)
        for cell, field in zip(row, fields):
            required = field.get("constraints", {}).get("required", False)
            assert fits(cell, field) if cell else not required, (name, field["name"], cell)
    places = [rows[0].index(column) for column in resource["schema"]["primaryKey"]]
    keys = collections.Counter(tuple(row[place] for place in places) for row in rows[1:])
    assert all(count == 1 for count in keys.values()), (name, keys.most_common(3))
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def check_package(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        package = json.loads(archive.read("datapackage.json"))
        assert package["profile"] == "tabular-data-package" and package["licenses"]
        paths = {resource["path"] for resource in package["resources"]}
        assert paths | {"datapackage.json"} == set(archive.namelist())
        return {resource["name"]: check_table(resource, archive.read(resource["path"]))
                for resource in package["resources"]}


def check_documented(path):
    page = (ROOT / "docs/export.md").read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        package = json.loads(archive.read("datapackage.json"))
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            line = f"| `{resource['name']}` | `{field['name']}` | {field['type']} |"
            assert line in page, f"docs/export.md lacks {line}"


def check_workbook(path, tables):
    try:
        import openpyxl
    except ImportError:
        print("skipped: openpyxl is not installed")
        return
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), read_only=True)
    assert book.sheetnames == [name for name in tables if name != "texts"] + ["about"]
    for name in book.sheetnames[:-1]:
        rows = list(book[name].iter_rows())
        assert len(rows) - 1 == len(tables[name]), name
        assert all(cell.data_type != "f" for row in rows for cell in row), name
    names = [cell.value for cell in next(book["provisions"].iter_rows())]
    first = next(book["provisions"].iter_rows(min_row=2))
    assert isinstance(first[names.index("rank")].value, (int, float))
    dates = [row[names.index("version_date")].value for row in book["provisions"].iter_rows(min_row=2)]
    assert any(isinstance(value, datetime.datetime) for value in dates)


def main():
    binaries = pathlib.Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        index = folder / "index"
        subprocess.run([binaries / "cyberlex-indexer", "build", "--corpus", ROOT / "corpus", "--mappings",
                        ROOT / "mappings", "--index", index, "--progress", "none"], check=True, capture_output=True)
        for name in ("csv", "jsonl", "xlsx", "datapackage"):
            code, _ = run(binaries, "export", "--as-of", DAY, "--format", name, "--out", folder / name,
                          "--index", index)
            assert code == 0, name
        tables = check_package(folder / "datapackage")
        check_documented(folder / "datapackage")
        check_workbook(folder / "xlsx", tables)
        lines = [json.loads(line) for line in (folder / "jsonl").read_text(encoding="utf-8").splitlines()]
        handles = [hit["handle"] for hit in lines[1:]]
        assert lines[0]["export"]["total"] == len(handles) > 100
        assert handles == [row["handle"] for row in tables["provisions"]]
        with open(folder / "csv", encoding="utf-8", newline="") as file:
            flat = list(csv.DictReader(file, strict=True))
        assert list(dict.fromkeys(row["handle"] for row in flat)) == handles
        arms = sum(len(hit["penalties"]) for hit in lines[1:])
        assert sum(row["row_kind"] == "penalty" for row in flat) == len(tables["penalties"]) == arms
        for name in ("jsonl", "datapackage"):
            code, out = run(binaries, "rerun", folder / name, "--index", index)
            assert (code, out) == (0, b"identical\n"), (name, out)
        code, _ = run(binaries, "rerun", folder / "csv", "--index", index)
        assert code == 2, code
    print("export: as it should be")


if __name__ == "__main__":
    main()
