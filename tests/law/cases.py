"""A test case that names every fault it finds, not only the first."""
import unittest


class LawTest(unittest.TestCase):
    def none(self, faults):
        """Fails with a line for each fault, unless there is none."""
        lines = sorted(set(faults))
        if lines:
            self.fail(f"{len(lines)} faults\n" + "\n".join(lines))
