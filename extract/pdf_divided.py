"""Rules between columns of text within one cell: its lines are read column by column.

    │ Verbindend │ Toont zich bewust van wensen en    │    The rule begins below text that stands across its place, and
    │            │ belangen. Indicatoren:             │    reaches no rule of the table; the cell has walls of its own
    │            │ - Luistert goed  │ - Handelt op    │    on either side, and is not as wide as the table. Others at
    │            │   naar klanten.  │   basis van …   │    the same place that stay within a row are such as well.

Fails for a first page on which no such rule has text across its place: there it is a wall of the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extract.pdf_grid import Grid
from extract.pdf_lines import Printed, chars_to_lines
from extract.pdf_marks import ASCENT
from extract.pdf_rules import Measure, Rule


class Divider(NamedTuple):
    """A rule within a cell: its place from the left, where it begins and ends.

    ``shift``: how much further right than on its left text begins on its right; ``gap``: how far before the rule the
    text on its left ends at most.
    """

    at: float
    start: float
    end: float
    shift: float = 0.0
    gap: float = 0.0

    def holds(self, line: Printed) -> bool:
        """Whether a line stands level with it."""
        return self.start < line.baseline - ASCENT * line.size / 2 < self.end


class Piece(NamedTuple):
    """A line of a cell, how far from the cell's edge its column begins, and where that ends; None: with the cell."""

    line: Printed
    shift: float = 0.0
    limit: float | None = None


def rules_within_cells(
    rules: Sequence[Rule], lines: Sequence[Printed], measure: Measure, known: Sequence[float]
) -> tuple[Rule, ...]:
    """The rules that part columns of text within a cell, and are no walls of the table.

    ``known`` are the places of such on the page before.
    """
    drawn = [rule for rule in rules if rule.visible and not rule.shaded]
    across, upright = ([rule for rule in drawn if rule.upright is up] for up in (False, True))
    begun = [rule for rule in upright if not _is_met(rule, across, rule.start - measure.pitch, measure)]
    certain = [rule for rule in begun if _is_within_cell(rule, upright, across, lines, measure)]
    places = [*known, *(rule.at for rule in certain)]
    same = (rule for rule in upright if any(abs(rule.at - at) <= measure.near for at in places))
    return tuple(rule for rule in same if not _is_met(rule, across, rule.start + measure.near, measure))


def _is_met(rule: Rule, across: Iterable[Rule], first: float, measure: Measure) -> bool:
    """Whether a level rule meets an upright one between the place given and its end."""
    last = rule.end - measure.near
    return any(first < other.at < last and other.start <= rule.at <= other.end for other in across)


def _is_within_cell(
    rule: Rule, upright: Sequence[Rule], across: Sequence[Rule], lines: Sequence[Printed], measure: Measure
) -> bool:
    """Whether a cell with walls of its own, one of several in its row, holds a rule between text, and below text."""
    over = [other.at for other in across if other.start <= rule.at <= other.end]
    top = max((at for at in over if at <= rule.start), default=rule.start)
    bottom = min((at for at in over if at >= rule.end - measure.near), default=rule.end)
    walls = [w.at for w in upright if w.start <= top + measure.near and bottom - measure.near <= w.end]
    left, right = (
        max((x for x in walls if x < rule.at), default=0.0),
        min((x for x in walls if x > rule.at), default=0.0),
    )
    if not left or not right or (left, right) == (min(walls), max(walls)):
        return False
    divider, sides = Divider(rule.at, rule.start, rule.end), set[tuple[bool, bool]]()
    for line in lines:
        own = [word for word in line.words if left < word[0].x0 < right] if top < line.baseline < bottom else []
        beside = divider.holds(line)
        if beside and any(word[0].x0 < rule.at - measure.near and rule.at + measure.near < word[-1].x1 for word in own):
            return False
        sides.update((beside, word[0].across < rule.at) for word in own)
    return len(sides) == len({True, False}) ** 2


def rules_to_dividers(grid: Grid) -> tuple[Divider, ...]:
    """The rules within cells of a table."""
    own = (
        r for r in grid.inner if grid.xs[0] < r.at < grid.xs[-1] and grid.ys[0] < (r.start + r.end) / 2 < grid.ys[-1]
    )
    return tuple(Divider(rule.at, rule.start, rule.end) for rule in own)


def lines_divided(lines: Iterable[Printed], dividers: Sequence[Divider]) -> Iterator[Printed]:
    """Lines that stand on both sides of a rule within a cell as one on each side."""
    for line in lines:
        parts = [line]
        for divider in dividers if line.ink else ():
            parts = [own for part in parts for own in _parted(part, divider)]
        yield from parts


def _parted(line: Printed, divider: Divider) -> Sequence[Printed]:
    """A line as it stands on either side; a sign that the rule runs through is the bullet of what follows it."""
    if not divider.holds(line) or not line.reach[0] < divider.at < line.reach[1]:
        return [line]
    behind = [(c.across if c.text.isalnum() else c.x1) > divider.at for c in line.chars]
    sides = ([c for c, is_right in zip(line.chars, behind, strict=True) if is_right is side] for side in (False, True))
    return [own for side in sides for own in chars_to_lines(side)]


def dividers_measured(dividers: Sequence[Divider], cells: Iterable[Sequence[Printed]]) -> tuple[Divider, ...]:
    """The rules with the places where text begins beside those that stand at the same place."""
    beside = [(d, line.box) for cell in cells for line in cell for d in dividers if d.holds(line)]

    def measured(divider: Divider) -> Divider:
        own = [box for other, box in beside if other.at == divider.at]
        left, right = ([box.x0 for box in own if (box.x1 <= divider.at) is is_left] for is_left in (True, False))
        if not left or not right:
            return divider
        return divider._replace(shift=min(right) - min(left), gap=min(right) - divider.at)

    return tuple(map(measured, dividers))


def lines_by_column(lines: Iterable[Printed], dividers: Sequence[Divider]) -> list[Piece]:
    """The lines of a cell in the order in which they are read: beside rules within it, column by column."""
    placed = []
    for number, line in enumerate(lines_divided(lines, dividers) if dividers else lines):
        level = [divider for divider in dividers if divider.holds(line)]
        before = [divider for divider in level if divider.at < line.box.x1]
        after = [divider for divider in level if divider.at >= line.box.x1]
        limit = min((divider.at - max(divider.gap, 0.0) for divider in after), default=None)
        top = min((divider.start for divider in level), default=line.baseline)
        placed.append(((top, len(before), number), Piece(line, max((d.shift for d in before), default=0.0), limit)))
    return [piece for _, piece in sorted(placed, key=lambda one: one[0])]
