"""Two measures of building: how W3 grows with the corpus, and what a small change of the corpus costs."""
import json
import pathlib
import random
import shutil

import peers
from figures import Figures, number, table


def build(bench, index, corpora, mappings=None):
    """Builds an index; what it cost."""
    command = [bench.bin / "cyberlex-indexer", "build", "--index", index, "--progress", "none"]
    for folder in corpora:
        command += ["--corpus", folder]
    if mappings:
        command += ["--mappings", mappings]
    cost, printed = peers.timed(command)
    rows = dict(line.split(maxsplit=1) for line in printed.splitlines() if " " in line)
    cost["states"] = rows.get("states", "0").strip()
    cost["peak"] = next((line.split(maxsplit=2)[2] for line in printed.splitlines() if line.startswith("peak memory")), "–")
    cost["digest"] = rows.get("digest", "").strip()
    return cost


def generation_size(index):
    return peers.folder_size(index / (index / "current").read_text(encoding="utf-8").strip())


def measure_size(bench, like, size):
    """One row of the table, and its figures."""
    options = bench.options
    tree, index = options.work / f"synthetic-{size}", options.work / f"synthetic-{size}-index"
    costs = options.work / f"synthetic-{size}.json"
    if not costs.exists():
        shutil.rmtree(index, ignore_errors=True)
        bench.program("synthetic", "--index", like, "--out", tree, "--provisions", size, "--longest", options.longest,
                      "--seed", options.seed)
        costs.write_text(json.dumps(build(bench, index, [tree])), encoding="utf-8")
        shutil.rmtree(tree)
    questions = options.work / f"synthetic-{size}.questions"
    bench.program("draw", "--index", index, "--out", questions, "--number", options.queries, "--seed", options.seed)
    third = [line for line in questions.read_text(encoding="utf-8").splitlines() if line.startswith("3\t")]
    questions.write_text("\n".join(third) + "\n", encoding="utf-8")
    printed = bench.program("engine", "--index", index, "--questions", questions, "--passes", options.passes)
    figures = Figures(printed.splitlines())
    return {"provisions": size, "p50": figures.engine(3), "p99": figures.engine(3, 0.99), "matches": figures.matches(3),
            "bytes": generation_size(index),
            "open": bench.program("open", "--index", index).strip(), **json.loads(costs.read_text(encoding="utf-8"))}


def grow(bench, like):
    rows = [measure_size(bench, like, size) for size in bench.options.grow]
    bench.result["growth"] = rows
    first = rows[0]
    print("### Growth\n")
    print(table(["provisions", "W3 p50, µs", "p99", "matches, mean", "p50 × first", "matches × first", "µs a thousand matches",
                 "build, s", "peak memory", "size, MB", "opening"],
                [[f"{row['provisions']:,}", number(row["p50"]), number(row["p99"]), f"{row['matches']:,.0f}",
                  f"{row['p50'] / first['p50']:.1f}", f"{row['matches'] / first['matches']:.1f}",
                  number(1000 * row["p50"] / max(1, row["matches"])), f"{row['wall_s']:.0f}", row["peak"],
                  f"{row['bytes'] / 1e6:,.0f}", row["open"].split(",")[0]] for row in rows]), end="\n\n")


def copy_corpora(corpora, to):
    out = []
    for i, folder in enumerate(corpora):
        out.append(to / f"{i}-{pathlib.Path(folder).name}")
        shutil.copytree(folder, out[-1])
    return out


def touch(corpora, share, seed):
    """Puts one word at the end of a share of the Markdown files; how many."""
    files = sorted(path for folder in corpora for path in folder.rglob("*.md") if path.read_bytes().startswith(b"---"))
    chosen = random.Random(seed).sample(files, max(1, round(share * len(files))))
    for path in chosen:
        with path.open("a", encoding="utf-8") as file:
            file.write("\nverbum\n")
    return len(chosen), len(files)


def measure_touch(bench):
    """Full build, the same again after a share of the files changed, and a fresh build to compare the digests."""
    options = bench.options
    with_copies = options.work / "touch"
    shutil.rmtree(with_copies, ignore_errors=True)
    corpora = copy_corpora(options.corpus, with_copies)
    full = build(bench, with_copies / "index", corpora, options.mappings)
    changed, files = touch(corpora, options.touch, options.seed)
    again = build(bench, with_copies / "index", corpora, options.mappings)
    fresh = build(bench, with_copies / "fresh", corpora, options.mappings)
    shutil.rmtree(with_copies)
    same = "the same" if again["digest"] == fresh["digest"] else "NOT the same"
    share = again["wall_s"] / fresh["wall_s"]
    bench.result["touch"] = {"changed": changed, "files": files, "full": full, "again": again, "fresh": fresh, "share": share}
    print("### After a small change\n")
    print(table(["build", "wall, s", "CPU, s", "peak memory"],
                [[name, f"{cost['wall_s']:.1f}", f"{cost['cpu_s']:.1f}", cost["peak"]]
                 for name, cost in (("full", full), (f"after {changed:,} of {files:,} files changed", again),
                                    ("full, of the changed files", fresh))]))
    print(f"\n{share:.1%} of a full build; {same} logical digest as a full build of the changed files.\n")
