"""readme_test.py BIN_DIR: runs the commands of README.md and compares what they print.

tools/quickstart and tools/test are not run here: the second runs this file, and of the first only what it leaves behind is needed.
"""
import shutil
import sys

import console_blocks
from programs import ROOT, Programs

SCRIPTS = ("tools/quickstart", "tools/test")


def main():
    ran = 0
    with console_blocks.reader(Programs(sys.argv[1])) as run:
        for command, expected in console_blocks.blocks((ROOT / "README.md").read_text(encoding="utf-8")):
            script = command.split()[0]
            if script in SCRIPTS:
                assert (ROOT / script).is_file() and shutil.which(ROOT / script), f"{script} cannot be run"
                continue
            done = run(command)
            assert console_blocks.agrees(done.stdout, expected), \
                f"$ {command}\n{done.stdout}{done.stderr}\nREADME says:\n" + "\n".join(expected)
            ran += 1
    assert ran >= 3, "README shows too little"
    print(f"{ran} commands agree")


if __name__ == "__main__":
    main()
