"""An index of the shipped corpus, built once for a test; its programs by the first argument."""
import atexit
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
from programs import ROOT, Daemon, Programs  # noqa: E402, F401  the folder is on the path only now

PROGRAMS = Programs(sys.argv[1])
_FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="cyberlex-law-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
INDEX = _FOLDER / "index"

_built = PROGRAMS.build(INDEX, ROOT / "corpus")
if _built.returncode != 0:
    sys.exit("the shipped corpus does not build:\n" + _built.stderr)
