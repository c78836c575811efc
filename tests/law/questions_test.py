"""questions_test.py BIN_DIR: docs/questions.md answers fifteen questions, each with one command that prints what the page says."""
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
import console_blocks  # noqa: E402  the folder is on the path only now
from programs import ROOT, Programs  # noqa: E402

PAGE = (ROOT / "docs/questions.md").read_text(encoding="utf-8")


class Questions(unittest.TestCase):
    maxDiff = None

    def test_there_are_fifteen_each_with_one_command_and_an_answer(self):
        parts = re.split(r"^## ", PAGE, flags=re.M)[1:]
        self.assertGreaterEqual(len(parts), 15)
        for number, part in enumerate(parts, 1):
            title, _, rest = part.partition("\n")
            self.assertRegex(title, rf"^{number}\. .+\?$")
            self.assertEqual(len(list(console_blocks.blocks(rest))), 1, title)
            prose = re.sub(r"```.*?```", "", rest, flags=re.S).split()
            self.assertGreater(len(prose), 8, f"{title}: no answer in words")

    def test_every_command_prints_what_the_page_says(self):
        with console_blocks.reader(Programs(sys.argv[1])) as run:
            for command, expected in console_blocks.blocks(PAGE):
                with self.subTest(command):
                    self.assertGreater(len([line for line in expected if line.strip() != "…"]), 0, "only dots")
                    done = run(command)
                    self.assertTrue(console_blocks.agrees(done.stdout, expected),
                                    f"$ {command}\n{done.stdout}{done.stderr}\nthe page says:\n" + "\n".join(expected))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
