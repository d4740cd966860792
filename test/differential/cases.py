# What the generators in Python share: seeded draws, and the file of cases that the tests read.
#
# Each is run with the file to write: `python3 test/differential/scipy.py FILE`, as `npm run differential` does. Draws are all
# made of random(), which Python keeps the same from version to version.

import json
import math
import platform
import sys
from random import Random


class Draw:
    """A source of draws with a seed of its own."""

    def __init__(self, seed):
        self._random = Random(seed).random

    def share(self):
        return self._random()

    def chance(self, share):
        return self._random() < share

    def whole(self, low, high):
        return low + int(self._random() * (high - low + 1))

    def pick(self, values):
        return values[self.whole(0, len(values) - 1)]

    def uniform(self, low, high, digits=8):
        return short(low + self._random() * (high - low), digits)

    def power10(self, low, high, digits=8):
        return short(10 ** (low + self._random() * (high - low)), digits)

    def normal(self):
        return math.sqrt(-2 * math.log(1 - self._random())) * math.cos(2 * math.pi * self._random())

    def weight(self, unit=1):
        return short(math.exp(self.normal() / 2), 5) * unit

    def count(self, n):
        """Successes of n trials, often at an end or next to it."""
        kind = self.pick(["any", "any", "none", "all", "few", "most"])
        few = min(n, self.whole(0, 4))
        return {"any": self.whole(0, n), "none": 0, "all": n, "few": few, "most": n - few}[kind]


def short(value, digits):
    return float(f"{value:.{digits}g}")


def plain(value):
    """The value as JSON has it: whole numbers stay whole, NaN is no answer, and what is no double is made one, once."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if hasattr(value, "__len__"):
        return [plain(each) for each in value]
    number = float(value)
    assert not math.isinf(number)
    return None if math.isnan(number) else number


def section(name, seed, count, draw):
    """Cases, each a dict with the same keys; `draw` gives None where the peer has no answer."""
    source = Draw(seed)
    cases = [case for case in (draw(source) for _ in range(count)) if case is not None]
    rows = ",\n".join(json.dumps(plain(list(case.values())), separators=(",", ":")) for case in cases)
    return f'"{name}": {{\n"fields": {json.dumps(list(cases[0]), separators=(",", ":"))},\n"cases": [\n{rows}\n]}}'


def write_cases(packages, sections):
    made = {"python": platform.python_version(), **{package.__name__: package.__version__ for package in packages}}
    with open(sys.argv[1], "w", encoding="utf8") as file:
        file.write("{\n" + f'"made": {json.dumps(made)},\n' + ",\n".join(sections) + "\n}\n")
