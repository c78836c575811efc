"""The tables of tools/bench, in Markdown."""
from figures import TARGETS, WORKLOADS, number, percentile, ratio, table

# The engine with nothing kept of provisions and positions: each is read as for the first time.
AS_NEW = "shipped, nothing kept"
# Requests a second over eight connections that we hold ourselves to, on a machine with this ceiling.
HTTP_TARGETS, TARGET_CEILING = {1: 4000, 3: 1400, 4: 540, 6: 30000}, 64000


def print_machine(result, clock):
    about = result["machine"]
    print(f"{about['cpu']}, {about['cores']} cores, {about['memory_gib']} GiB; {about['system']}; {about['compiler']}; "
          f"load before the run {about['load_before']:.1f}. {result['provisions']:,} provisions, "
          f"{result['text_bytes'] / 1e6:,.0f} MB of text; {result['questions']} questions a workload, {result['passes']} passes, "
          f"one client, everything in memory{'; times are CPU times' if clock == 'cpu' else ''}.\n")


def reference_of(engines):
    return next((name for name in ("Lucene 8", "SQLite FTS5") if name in engines), None)


def others_of(engines):
    return [name for name in engines if name not in TARGETS]


def print_workloads(engines):
    reference = reference_of(engines)
    head = ["p50, µs", "as shipped", "unstemmed", *others_of(engines)]
    if reference:
        head += [f"shipped : {reference}", "target", f"unstemmed : {reference}", "target", f"nothing kept : {reference}"]
    rows = []
    for workload, title in WORKLOADS.items():
        row = [f"W{workload} {title}"] + [number(figures.engine(workload)) for figures in engines.values()]
        for ours in TARGETS if reference else ():
            row += [ratio(engines[ours].engine(workload), engines[reference].engine(workload)), TARGETS[ours].get(workload, "–")]
        if reference and AS_NEW in engines:
            row.append(ratio(engines[AS_NEW].engine(workload), engines[reference].engine(workload)))
        rows.append(row)
    print("### Answers in process\n")
    print(table(head, rows), end="\n\n")


def print_slowest(engines):
    rows = [[f"W{w}"] + [number(figures.engine(w, 0.99)) for figures in engines.values()] for w in WORKLOADS]
    print(table(["p99, µs", "as shipped", "unstemmed", *others_of(engines)], rows), end="\n\n")


def print_rendering(engines):
    rows = [[f"W{w}"] + [number(value) for ours in TARGETS for value in (
        engines[ours].engine(w), engines[ours].answer(w), engines[ours].answer(w, 0.99))] for w in WORKLOADS]
    print(table(["µs", "shipped: search p50", "with its JSON p50", "p99", "unstemmed: search p50", "with its JSON p50", "p99"], rows),
          end="\n\n")


def print_matches(engines):
    rows = [[f"W{w}"] + [f"{figures.matches(w):,.0f}" for figures in engines.values()] for w in WORKLOADS]
    print(table(["matches, mean", "as shipped", "unstemmed", *others_of(engines)], rows), end="\n\n")


def print_overlap(overlap):
    print("### The best ten beside exact BM25F\n")
    print(table(["mean share", "W1", "W2"], [[name, *(f"{rows[w]:.3f}" for w in (1, 2))] for name, rows in overlap.items()]), end="\n\n")


def print_peers(result):
    def row(name, cost, size):
        wall = f"{cost['wall_s']:.1f}" if "wall_s" in cost else "–"
        cpu = f"{cost['cpu_s']:.1f}" if "cpu_s" in cost else "–"
        return [name, wall, cpu, cost.get("peak", "–"), f"{size / 1e6:,.0f}"]
    rows = [row("ours", result.get("build", {}), result["index"]["bytes"])]
    rows += [row(name, cost, cost["bytes"]) for name, cost in result["peers"].items() if "nothing" not in name]
    print("### Building\n")
    print(table(["index", "wall, s", "CPU, s", "peak memory", "size, MB"], rows), end="\n\n")
    print(f"Opening the generation: {result['index']['open']}.\n")


def print_serving(served, engines):
    one, many, repeated = (served[name] for name in ("one", "many", "repeated"))
    share = served["ceiling"] / TARGET_CEILING
    rows = []
    for w in sorted(one.times):
        wanted = f"{HTTP_TARGETS[w] * share:,.0f}" if w in HTTP_TARGETS else "–"
        p50, p99 = percentile(one.times[w], 0.5), percentile(one.times[w], 0.99)
        rows.append([f"W{w}", number(engines["shipped"].engine(w)), number(p50), number(p99), f"{p99 / p50:.1f}",
                     f"{many.per_second[w]:,.0f}", wanted, f"{repeated.per_second[w]:,.0f}",
                     f"{repeated.per_second[w] / served['ceiling']:.2f}"])
    print("### Over HTTP\n")
    print(table(["", "engine p50, µs", "one client p50, µs", "p99", "p99 : p50", "8 connections, requests/s", "target here",
                 "the same again and again, requests/s", "of the ceiling"], rows), end="\n\n")
    memory = served["memory"]
    print(f"Bare cpp-httplib, 2,000 bytes, TCP_NODELAY, 8 connections, same run: {served['ceiling']:,.0f} requests/s. The daemon after it "
          f"all: {memory['RssAnon']:,.0f} MB resident of its own, {memory['RssFile']:,.0f} MB of files.\n")
