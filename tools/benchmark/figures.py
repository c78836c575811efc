"""Figures of workloads: reading them, percentiles, Markdown."""
import collections
import math

WORKLOADS = {
    1: "one medium word, top 10",
    2: "medium AND frequent, top 10",
    3: "W2 + 4 facets over all matches",
    4: "frequent word + 4 facets",
    5: "filter only + 4 facets",
    6: "everything + 4 facets",
    7: "three-word phrase",
    8: "one provision by id",
    9: "W3 with multi-select on one facet",
}
# Ratios to Lucene with its documents fetched that we hold ourselves to.
TARGETS = {
    "shipped": {1: 0.2, 2: 0.5, 3: 0.5, 4: 0.45, 5: 0.2, 6: 0.005, 7: 0.9, 9: 0.7},
    "unstemmed": {1: 0.08, 2: 0.25, 3: 0.25, 4: 0.35, 5: 0.2, 6: 0.005, 7: 0.8, 9: 0.4},
}


def percentile(values, share):
    """The smallest value that a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


class Figures:
    """Times of one engine: per workload the µs to the answer, the µs to its bytes, the matches."""

    def __init__(self, lines):
        self.rows = collections.defaultdict(list)
        for line in lines:
            workload, microseconds, matches, rendered = line.split("\t")
            self.rows[int(workload)].append((float(microseconds), int(matches), float(rendered)))

    def engine(self, workload, share=0.5):
        return percentile([row[0] for row in self.rows[workload]], share)

    def answer(self, workload, share=0.5):
        return percentile([row[0] + row[2] for row in self.rows[workload]], share)

    def matches(self, workload):
        return sum(row[1] for row in self.rows[workload]) / len(self.rows[workload])

    def as_json(self):
        return {f"W{w}": {"p50": self.engine(w), "p99": self.engine(w, 0.99), "answer_p50": self.answer(w),
                          "answer_p99": self.answer(w, 0.99), "matches": self.matches(w), "asked": len(rows)}
                for w, rows in sorted(self.rows.items())}


def number(value):
    """1,025; 41.2 below a hundred."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def ratio(ours, theirs):
    value = ours / theirs
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def table(head, rows):
    """Markdown; the first column to the left, the others to the right."""
    lines = ["| " + " | ".join(head) + " |", "|---|" + "--:|" * (len(head) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)
