"""Rules → grids: which rules make a table together, where its edges lie and which of its walls stand.

    rules ── rules_to_frames ── Frame (rules that touch) ── frame_to_grid ── Grid (edges and walls)

    xs  0        1              2          A wall stands between two elementary cells where a rule covers
     ys ┌────────┬──────────────┐ 0        most of the edge between them; cells without a wall between them
        │        │              │          are one. The outer edges always stand: a table may be open at its
        │        ├──────────────┤ 1        sides, or at the end of its page.
        │        │              │
        └────────┴──────────────┘ 2

Not here: columns that only white space tells (``pdf_space``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from extract.pdf_rules import Measure, Rule
from transform.place import Box

#: A wall stands where rules cover this share of it: corners may be open, half a wall is none.
COVERED: Final = 0.6


class Frame(NamedTuple):
    """Rules that touch each other, and the rectangle around them."""

    rules: tuple[Rule, ...]
    x0: float
    top: float
    x1: float
    bottom: float


class Grid(NamedTuple):
    """A table's edges in points, and its inner walls.

    ``upright`` holds (edge, band): the wall on x edge ``edge`` in the band between y edges ``band`` and
    ``band + 1``. ``across`` holds (edge, column) likewise. ``white`` are the x edges that only white space tells.
    ``shaded``: no rule is seen across it, only shading or nothing that is seen parts its bands. ``names`` is the column
    in which rows begin, ``rivers`` are the x edges that the header does not show. ``inner`` are rules that stand within
    its cells, ``beneath`` the boxes of tables that it lies over, which part its text otherwise.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    upright: frozenset[tuple[int, int]]
    across: frozenset[tuple[int, int]]
    white: frozenset[float] = frozenset()
    shaded: bool = False
    names: int = 0
    rivers: frozenset[float] = frozenset()
    inner: tuple[Rule, ...] = ()
    beneath: tuple[Box, ...] = ()

    @property
    def columns(self) -> int:
        """How many elementary columns."""
        return len(self.xs) - 1

    @property
    def bands(self) -> int:
        """How many elementary rows; none in a grid that has lost its last."""
        return max(len(self.ys) - 1, 0)

    @property
    def is_unruled(self) -> bool:
        """Whether only white space tells where its columns lie, and where it ends."""
        return self.white.issuperset(self.xs)


def have_same_columns(one: Sequence[float], other: Sequence[float], measure: Measure) -> bool:
    """Whether the edges of one stand where those of the other do."""
    return len(one) == len(other) and all(abs(x - y) <= measure.near for x, y in zip(one, other, strict=True))


def have_other_columns(one: Sequence[float], other: Sequence[float], measure: Measure) -> bool:
    """Whether both of two tables are ruled into columns, and each has an edge where the other has none.

    Rows of one table have fewer edges where cells are merged, and those of a table that stands below it others.
    """
    pairs = ((one, other), (other, one))
    return all(any(all(abs(x - y) > measure.near for y in theirs) for x in own) for own, theirs in pairs)


class Before(NamedTuple):
    """The tables on the pages before.

    ``edges`` are those of the last on the page before but its ``rivers``, ``header`` the words of first rows (None
    before any table), ``ruled``: rules that are seen have parted their rows. ``unruled``: none parts those of the
    last, so they may go on without any. ``names``: the column in which rows begin. ``starts``: where the text of its
    columns began. ``left``: where the page began on its sheet, ``pages``: how many that showed. ``bullets``: the
    sizes of shapes on them that may be bullets. ``inner``: where rules stood within cells of the last. ``topped``:
    where only white space told rows, each had its name on top.
    """

    edges: tuple[float, ...] = ()
    rivers: tuple[float, ...] = ()
    header: frozenset[str] | None = None
    ruled: bool = False
    unruled: bool = False
    names: int = 0
    starts: tuple[float, ...] = ()
    left: float = 0.0
    pages: int = 1
    bullets: frozenset[tuple[float, float]] = frozenset()
    inner: tuple[float, ...] = ()
    topped: bool = False

    def has_columns_of(self, xs: Sequence[float], near: float) -> bool:
        """Whether the last table had as many columns, as wide to so many points: so its like goes on.

        The last column may end elsewhere, and all may stand elsewhere, as on pages bound on either side. Fails for
        another table with columns of the same widths.
        """
        mine, other = (tuple(b - a for a, b in pairwise(edges[:-1])) for edges in (self.edges, xs))
        return len(self.edges) == len(xs) and all(abs(a - b) <= near for a, b in zip(mine, other, strict=True))

    def at(self, left: float) -> Before:
        """The same for a page that begins elsewhere on its sheet."""
        own = self.edges, self.rivers, self.starts, self.inner
        edges, rivers, starts, inner = (tuple(x + left - self.left for x in places) for places in own)
        return self._replace(edges=edges, rivers=rivers, starts=starts, inner=inner, left=left)


def rules_to_frames(rules: Sequence[Rule], measure: Measure) -> tuple[Frame, ...]:
    """Rules in groups that touch, directly or through others; from top to bottom."""
    groups: list[list[Rule]] = []
    for rule in rules:
        touching = [g for g in groups if any(_touch(rule, other, measure.near) for other in g)]
        groups = [g for g in groups if not any(g is t for t in touching)]
        groups.append([rule, *(other for g in touching for other in g)])
    return tuple(sorted(map(group_to_frame, groups), key=lambda f: (f.top, f.x0)))


def _touch(one: Rule, other: Rule, near: float) -> bool:
    """Whether two rules cross, meet at a corner or at a T."""
    if one.upright is other.upright:
        return False
    meets_one = other.start - near <= one.at <= other.end + near
    return meets_one and one.start - near <= other.at <= one.end + near


def group_to_frame(group: Iterable[Rule]) -> Frame:
    """Rules with the rectangle around them."""
    rules = tuple(sorted(group))
    xs = [x for r in rules for x in ((r.at,) if r.upright else (r.start, r.end))]
    ys = [y for r in rules for y in ((r.start, r.end) if r.upright else (r.at,))]
    return Frame(rules, min(xs), min(ys), max(xs), max(ys))


def frame_to_grid(frame: Frame, measure: Measure) -> Grid:
    """A frame's edges and walls. An edge that no wall stands on is left out."""
    upright = [r for r in frame.rules if r.upright]
    across = [r for r in frame.rules if not r.upright]
    xs = _edges([r.at for r in upright], frame.x0, frame.x1, measure.near)
    ys = _edges([r.at for r in across], frame.top, frame.bottom, measure.near)
    xs = _standing(xs, ys, upright, measure.near)
    ys = _standing(ys, xs, across, measure.near)
    return rules_to_walls(frame, xs, ys, measure)


def rules_to_walls(frame: Frame, xs: tuple[float, ...], ys: tuple[float, ...], measure: Measure) -> Grid:
    """The grid of the given edges, with the walls that the frame's rules put on them."""
    upright = _walls(xs, ys, [r for r in frame.rules if r.upright], measure.near)
    across = _walls(ys, xs, [r for r in frame.rules if not r.upright], measure.near)
    lying = [r for r in frame.rules if not r.upright]
    shaded = bool(lying) and all(r.shaded or not r.visible for r in lying)
    return Grid(xs, ys, upright, across, shaded=shaded)


def _edges(places: Iterable[float], first: float, last: float, near: float) -> tuple[float, ...]:
    """The distinct places from first to last; those within ``near`` of the one before are the same."""
    edges = [first]
    for place in sorted(places):
        if place - edges[-1] > near and last - place > near:
            edges.append(place)
    return (*edges, last) if last - first > near else (first, first + near)


def _standing(
    edges: tuple[float, ...], others: tuple[float, ...], rules: Sequence[Rule], near: float
) -> tuple[float, ...]:
    """The outer edges, and the inner ones that have a wall somewhere."""
    walls = {edge for edge, _ in _walls(edges, others, rules, near)}
    return tuple(e for i, e in enumerate(edges) if i in walls or i in (0, len(edges) - 1))


def _walls(
    edges: Sequence[float], others: Sequence[float], rules: Sequence[Rule], near: float
) -> frozenset[tuple[int, int]]:
    return frozenset(
        (i, j)
        for i in range(1, len(edges) - 1)
        for j in range(len(others) - 1)
        if is_covered([r for r in rules if abs(r.at - edges[i]) <= near], others[j], others[j + 1])
    )


def is_covered(rules: Iterable[Rule], start: float, end: float, share: float = COVERED) -> bool:
    """Whether the rules together cover that share of the way from start to end."""
    covered, reached = 0.0, start
    for rule in sorted(rules, key=lambda r: r.start):
        begin, stop = max(rule.start, reached), min(rule.end, end)
        covered += max(stop - begin, 0.0)
        reached = max(reached, stop)
    return covered >= share * (end - start)


def grid_to_groups(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Every elementary cell (band, column) → the first cell, by band and column, that it is one with."""
    first = {(band, column): (band, column) for band in range(grid.bands) for column in range(grid.columns)}

    def root(cell: tuple[int, int]) -> tuple[int, int]:
        while first[cell] != cell:
            cell = first[cell]
        return cell

    for band, column in list(first):
        beside, under = (band, column + 1), (band + 1, column)
        if beside in first and (column + 1, band) not in grid.upright:
            _join(first, root((band, column)), root(beside))
        if under in first and (band + 1, column) not in grid.across:
            _join(first, root((band, column)), root(under))
    return {cell: root(cell) for cell in first}


def _join(first: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]) -> None:
    first[max(one, other)] = min(one, other)
