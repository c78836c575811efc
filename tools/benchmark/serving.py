"""The HTTP part of tools/bench: our daemon and a bare server, under the same client."""
import collections
import os
import pathlib
import re
import signal
import subprocess

from figures import percentile

CONNECTIONS = 8


class Server:
    """A program that prints its address first, for a with statement."""

    def __init__(self, *command):
        self.command = [str(part) for part in command]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        match = re.search(r"http://127\.0\.0\.1:(\d+)", self.process.stdout.readline())
        if not match:
            raise SystemExit(f"{self.command[0]} did not begin to listen")
        self.port = int(match.group(1))
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)

    def resident_mb(self):
        """Resident memory in MB: of its own, and of files."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return {kind: int(re.search(rf"{kind}:\s+(\d+)", status).group(1)) / 1024 for kind in ("RssAnon", "RssFile")}


class Load:
    """What cyberlex-bench load printed: requests a second and times, by workload."""

    def __init__(self, lines):
        self.per_second, self.times = {}, collections.defaultdict(list)
        for line in lines:
            kind, workload, *values = line.split("\t")
            if kind == "all":
                self.per_second[int(workload)] = float(values[1]) / float(values[0])
            else:
                self.times[int(workload)].append(float(values[0]))

    def as_json(self):
        return {f"W{w}": {"per_second": self.per_second[w], "p50": percentile(times, 0.5), "p99": percentile(times, 0.99),
                          "asked": len(times)} for w, times in sorted(self.times.items())}


class Serving:
    """Asks a daemon of one index. Questions of three draws, so that what is new to its cache stays new."""

    def __init__(self, bench, index, folder):
        self.bench, self.index, self.folder = bench, index, folder

    def paths(self, seed, number):
        questions, paths = self.folder / f"http-{seed}.questions", self.folder / f"http-{seed}.paths"
        self.bench.program("draw", "--index", self.index, "--out", questions, "--number", number, "--seed", seed)
        self.bench.program("paths", "--index", self.index, "--questions", questions, "--out", paths)
        return paths

    def load(self, server, paths, connections, passes=1):
        printed = self.bench.program("load", "--port", server.port, "--paths", paths, "--connections", connections,
                                     "--passes", passes)
        return Load(printed.splitlines())

    def few(self, paths):
        """The first question of each workload: what is asked again and again."""
        first = {}
        for line in paths.read_text(encoding="utf-8").splitlines():
            first.setdefault(line[0], line)
        out = self.folder / "http-few.paths"
        out.write_text("\n".join(first.values()) + "\n", encoding="utf-8")
        return out

    def measure(self):
        number = self.bench.options.http_queries
        warm, one, many = (self.paths(self.bench.options.seed + i, number) for i in (1, 2, 3))
        few = self.few(one)
        with Server(self.bench.bin / "cyberlex-bench", "ceiling", "--threads", CONNECTIONS + 2) as bare:
            self.load(bare, few, CONNECTIONS, 500)
            ceiling = self.load(bare, few, CONNECTIONS, 2000)
        with Server(self.bench.bin / "cyberlex-searchd", "--index", self.index, "--listen", "127.0.0.1:0") as daemon:
            self.load(daemon, warm, 1)
            out = {"one": self.load(daemon, one, 1), "many": self.load(daemon, many, CONNECTIONS),
                   "repeated": self.load(daemon, few, CONNECTIONS, 1000)}
            memory = daemon.resident_mb()
        rates = list(ceiling.per_second.values())
        return {"ceiling": sum(rates) / len(rates), "memory": memory, "cores": os.cpu_count(), **out}
