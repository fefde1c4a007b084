"""Text that is set plainly, as most is: every printed line on a baseline of its own, apart from the others.

Such text needs none of the weighing of ``pdf_lines`` to tell which characters share a line: they have one baseline.
It comes to the same lines at a third of the time; for any other text, ``rows_apart`` says so and gives nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise
from math import inf
from operator import attrgetter, sub
from typing import Final, NamedTuple

from extract.pdf_marks import Char

#: Baselines nearer than this share of the type size are one.
SAME_BASELINE: Final = 0.15

#: Type that overlaps a line's height by this share of its own stands on that line: a raised figure, a bullet.
ON_THE_LINE: Final = 0.5

_baseline: Final = attrgetter("baseline")
_place: Final = attrgetter("x0", "x1", "text")


class Row(NamedTuple):
    """The characters on one baseline, from left to right; ``size`` is their type size, None where it differs.

    ``places`` are the left edges of the characters, and ``step`` is how near two that follow each other are at least.
    """

    chars: list[Char]
    places: list[float]
    baseline: float
    size: float | None
    step: float = inf
    top: float = 0.0
    bottom: float = 0.0


class _Memory:
    """The last question and its answer: who looks for doubles asks about the same characters as who makes lines."""

    last: tuple[list[Char], list[Row] | None] = ([], [])


def rows_apart(chars: Sequence[Char]) -> list[Row] | None:
    """The rows from top to bottom, blank ones too; None unless each is certain to be a line.

    That is: baselines are not near enough to be one, and no row overlaps another enough to stand on its line.
    """
    asked = list(chars)
    if not asked:
        return []  # and what was asked before is kept in mind
    last, rows = _Memory.last
    if asked != last:
        rows = _rows_apart(asked)
        _Memory.last = (asked, rows)
    return rows


def _rows_apart(chars: list[Char]) -> list[Row] | None:
    found: dict[float, list[Char]] = defaultdict(list)
    for baseline, own in groupby(chars, _baseline):
        found[baseline].extend(own)
    rows = [_to_row(found[baseline], baseline) for baseline in sorted(found)]
    reached = float("-inf")
    for index, (above, row) in enumerate(pairwise(rows)):
        reached = max(reached, above.bottom)
        if row.baseline - above.baseline <= SAME_BASELINE * _largest(row):
            return None
        if row.top < reached and any(_share(other, row) >= ON_THE_LINE for other in rows[: index + 1]):
            return None
    return rows


def _to_row(chars: list[Char], baseline: float) -> Row:
    places = [c.x0 for c in chars]
    step = min(map(sub, places[1:], places), default=inf)
    if step <= 0:
        chars.sort(key=_place)
        places = [c.x0 for c in chars]
        step = min(map(sub, places[1:], places))
    sizes, tops, bottoms = [c.size for c in chars], [c.top for c in chars], [c.bottom for c in chars]
    if all(one.count(one[0]) == len(one) for one in (sizes, tops, bottoms)):
        return Row(chars, places, baseline, sizes[0], step, tops[0], bottoms[0])
    return Row(chars, places, baseline, None, step, min(tops), max(bottoms))


def _largest(row: Row) -> float:
    return row.size if row.size is not None else max(c.size for c in row.chars)


def _share(one: Row, other: Row) -> float:
    """The height that two rows share, as a share of the smaller; all of it where one has type of several sizes."""
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    if common > 0 and (one.size is None or other.size is None):
        return 1.0
    return common / max(min(one.bottom - one.top, other.bottom - other.top), 1e-6)
