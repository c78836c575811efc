"""The peers of tools/bench: where each is found, how its index is made, how it is asked."""
import pathlib
import resource
import shutil
import subprocess
import time

from figures import Figures

HERE = pathlib.Path(__file__).resolve().parent
JARS = pathlib.Path("/usr/share/java")
LUCENE_PARTS = ("lucene-core", "lucene-analyzers-common")


def folder_size(folder):
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def timed(command):
    """(wall s, CPU s, peak MB of the largest child so far) of a command that must succeed; and its output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    wall = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall_s": wall, "cpu_s": cpu}, done.stdout


class Peer:
    """A peer that speaks build EXPORT FOLDER and run FOLDER QUESTIONS PASSES."""

    def __init__(self, name, command, store=None, build=(), run=()):
        self.name, self.command, self.store = name, list(command), store or name.split()[0].strip(",").lower()
        self.build, self.run = list(build), list(run)

    def index(self, export, work):
        """Makes its index unless it is there; what it cost when it was made."""
        folder = work / self.store
        done = folder / "built"
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            cost, _ = timed([*self.command, "build", export, folder, *self.build])
            shutil.rmtree(folder / "parts", ignore_errors=True)  # Xapian's before compaction
            done.write_text(f"{cost['wall_s']:.1f} {cost['cpu_s']:.1f}\n", encoding="utf-8")
        wall, cpu = done.read_text(encoding="utf-8").split()
        return {"wall_s": float(wall), "cpu_s": float(cpu), "bytes": folder_size(folder)}

    def ask(self, work, questions, passes):
        _, lines = timed([*self.command, "run", work / self.store, questions, passes, *self.run])
        return Figures(lines.splitlines())


def lucene_jars():
    """The class path, or None when this machine has no Lucene 8."""
    found = [sorted(JARS.glob(f"{part}-8*.jar")) for part in LUCENE_PARTS]
    if not all(found) or not shutil.which("javac"):
        return None
    return ":".join(str(jars[-1]) for jars in found)


def lucene(work):
    """Lucene holding the texts as the others do, then two ways that do less for a page; or none."""
    jars = lucene_jars()
    if jars is None:
        return []
    classes = work / "lucene-classes"
    classes.mkdir(parents=True, exist_ok=True)
    subprocess.run(["javac", "-cp", jars, "-d", classes, HERE / "LuceneBench.java"], check=True)
    command = ["java", "-Xmx2g", "-XX:+UseSerialGC", "-cp", f"{jars}:{classes}", "LuceneBench"]
    return [Peer("Lucene 8", command),
            Peer("Lucene 8, no texts stored", command, store="lucene-textless", build=["textless"]),
            Peer("Lucene 8, nothing fetched", command, run=["bare"])]


def choose(names, bin_dir, work):
    """The peers of these names that this machine has."""
    out = []
    for name in names:
        if name == "lucene":
            out += lucene(work)
        elif name in ("sqlite", "xapian"):
            program = bin_dir / f"cyberlex-bench-{name}"
            title = {"sqlite": "SQLite FTS5", "xapian": "Xapian, textbook"}[name]
            out += [Peer(title, [program])] if program.exists() else []
        else:
            raise SystemExit(f"no peer {name}: sqlite, xapian, lucene")
    return out
