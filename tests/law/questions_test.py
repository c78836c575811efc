"""questions_test.py BIN_DIR: docs/questions.md answers thirty questions, each with one command, and docs/comparisons.md makes three
comparisons in several; every command prints what its page says."""
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
import console_blocks  # noqa: E402  the folder is on the path only now
from programs import ROOT, Programs  # noqa: E402

PAGES = [ROOT / "docs/questions.md", ROOT / "docs/comparisons.md"]


def parts_of(page):
    return re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.M)[1:]


class Questions(unittest.TestCase):
    maxDiff = None

    def test_there_are_thirty_each_with_one_command_and_an_answer(self):
        parts = parts_of(PAGES[0])
        self.assertGreaterEqual(len(parts), 30)
        for number, part in enumerate(parts, 1):
            title, _, rest = part.partition("\n")
            self.assertRegex(title, rf"^{number}\. .+\?$")
            self.assertEqual(len(list(console_blocks.blocks(rest))), 1, title)
            prose = re.sub(r"```.*?```", "", rest, flags=re.S).split()
            self.assertGreater(len(prose), 8, f"{title}: no answer in words")

    def test_three_comparisons_each_go_from_a_question_to_a_table(self):
        parts = parts_of(PAGES[1])
        self.assertEqual(len(parts), 3)
        for number, part in enumerate(parts, 1):
            self.assertTrue(part.startswith(f"{number}. "), part[:40])
            commands = [command for command, _ in console_blocks.blocks(part)]
            self.assertGreater(len(commands), 3)
            self.assertTrue(any("cyberlex export" in command for command in commands), "no table")
            for command in commands:
                self.assertRegex(command, r"--as-of|--from|\brerun\b|^cut ", "it would change from day to day")

    def test_every_command_prints_what_the_page_says(self):
        with console_blocks.reader(Programs(sys.argv[1])) as run:
            for command, expected in [block for page in PAGES for block in console_blocks.blocks(page.read_text(encoding="utf-8"))]:
                with self.subTest(command):
                    self.assertGreater(len([line for line in expected if line.strip() != "…"]), 0, "only dots")
                    done = run(command)
                    self.assertTrue(console_blocks.agrees(done.stdout, expected),
                                    f"$ {command}\n{done.stdout}{done.stderr}\nthe page says:\n" + "\n".join(expected))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
