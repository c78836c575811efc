"""The three programs as a user runs them: build an index, serve it, ask."""
import json
import pathlib
import re
import signal
import subprocess
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Programs:
    """The programs of one build folder."""

    def __init__(self, bin_dir):
        self.bin = pathlib.Path(bin_dir)

    def build(self, index, *corpora, mappings=ROOT / "mappings", jobs=2):
        command = [self.bin / "cyberlex-indexer", "build", "--mappings", mappings, "--index", index,
                   "--jobs", str(jobs), "--progress", "none"]
        for corpus in corpora:
            command += ["--corpus", corpus]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def indexer(self, *arguments):
        return subprocess.run([self.bin / "cyberlex-indexer", *arguments], capture_output=True, text=True, check=False)

    def cli(self, index, *arguments, **options):
        return subprocess.run([self.bin / "cyberlex", *arguments, "--index", index], capture_output=True,
                              check=False, **options)

    def ask(self, url, *arguments, **options):
        """The command line, with a daemon in place of an index."""
        return subprocess.run([self.bin / "cyberlex", *arguments, "--server", url], capture_output=True,
                              check=False, **options)


class Daemon:
    """cyberlex-searchd on a free port of 127.0.0.1, for a with statement."""

    def __init__(self, programs, index, *arguments):
        self.command = [programs.bin / "cyberlex-searchd", "--index", index, "--listen", "127.0.0.1:0", *arguments]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        match = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        assert match, f"no address in {line!r}: {self.process.stderr.read()}"
        self.port = int(match.group(1))
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.exit_code = self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        self.log = self.process.stderr.read()

    def get(self, path, headers=None, method="GET"):
        """(status, headers, body) of a request; errors are answers too."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers or {}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def json(self, path):
        status, _, body = self.get(path)
        assert status == 200, (status, body[:500])
        return json.loads(body)
