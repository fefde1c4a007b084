"""Bands of a grid → rows, where no rule parts them: white space and what begins in the first column tell.

    Klantgericht  Verb.   Toont zich …     A row begins under white that runs across all columns and is wider than
                          wensen van …     between lines, where something begins in the column of names; or, where rows
                                           are set as closely as lines, at each line with text in every column.
    Durf          Vern.   Gaat op …

What is found here is reported as a finding: see ``row_starts`` for where it fails.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import Final, NamedTuple

from extract.pdf_bands import (
    columns_inked,
    crosses,
    has_one_name,
    is_named,
    merges,
    middle,
    runs_by_band,
    runs_to_lines,
    runs_within,
)
from extract.pdf_grid import Before, Grid
from extract.pdf_lines import Printed
from extract.pdf_rules import Measure
from extract.pdf_runs import AGAIN, NARROW, Run

#: A line with text in each of so many columns begins a row: with fewer columns many lines do.
COLUMNS_TO_JUDGE: Final = 3

#: How much wider than between lines the white between rows is, in line pitches.
ROW_WHITE: Final = 0.1

#: Of rows whose names do not tell for sure where they begin, this share or more stands below a list.
MOST_BELOW_LISTS: Final = 0.6

#: A header row has no more lines than this.
HEADER_LINES: Final = 3

#: A table that rules part into no more bands than these has its rows told by white space.
FEW_BANDS: Final = 2


class Going(NamedTuple):
    """How a table goes on: ``on`` with rows under a header that is known, and names were on top of rows before."""

    on: bool = False
    topped: bool = False


NOT_GOING: Final = Going()


def split_rows(
    grid: Grid, runs: Sequence[Run], measure: Measure, before: Before, *, headed: bool, titled: bool = False
) -> Grid:
    """The grid with bands cut into rows where no rule parts any: see ``row_starts``.

    ``headed``: its first band is the header of the page before, known by its words. Else a header and a row may share a
    band; the last band of few may hold all rows. ``titled``: the header is the second band. Where bands are rows, here
    or on the pages before, they are cut only if rows begin within most of the tall ones.
    """
    bands = runs_by_band(grid, runs)
    if are_rows(grid, runs) or (before.ruled and not grid.shaded and before.has_columns_of(grid.xs, measure.size)):
        starts = _starts_in_ruled_bands(bands, grid, measure, heads=1 + titled)
    else:
        known = bool(before.edges) and not headed
        halfway = len(bands) > FEW_BANDS and _are_halfway([runs_to_lines(band) for band in bands], grid)
        whole = _bands_of_one_name(bands, grid, measure) if halfway else ()
        alone = headed or (len(bands) == FEW_BANDS and len(runs_to_lines(bands[0])) == 1)
        head = runs_to_lines(bands[0])[0] if alone else ()
        going = Going(headed, before.topped)
        starts = [
            list(row_starts(own, grid, measure, head, going, has_header=known and not i, close=not halfway))
            if (i or not headed) and i not in whole
            else []
            for i, own in enumerate(bands)
        ]
    for number in reversed(range(grid.bands)):
        for cut in reversed(starts[number]):
            grid = cut_band(grid, number, cut)
    return _without_walls_in_headings(grid, runs, measure) if any(starts) else grid


def _bands_of_one_name(bands: Sequence[Sequence[Run]], grid: Grid, measure: Measure) -> Sequence[int]:
    """The shades below the first that are a row each, if several tall ones have one name: that stands halfway down."""
    tall = [i for i, own in enumerate(bands) if i and len(runs_to_lines(own)) > HEADER_LINES]
    found = [i for i in tall if has_one_name(bands[i], grid, measure)]
    return found if len(found) > 1 else ()


def _without_walls_in_headings(grid: Grid, runs: Sequence[Run], measure: Measure) -> Grid:
    """The grid without the walls that only white space tells in rows that are one line of text which runs over them."""
    alone = [band if len(band) == 1 else () for band in runs_by_band(grid, runs)]
    crossed = {(i, j) for i, j in grid.upright if grid.xs[i] in grid.white and merges(alone[j], grid.xs[i], measure)}
    return grid._replace(upright=grid.upright - crossed) if crossed else grid


def are_rows(grid: Grid, runs: Sequence[Run]) -> bool:
    """Whether rules that are seen part rows: there are many bands, or one that is no header above the last.

    Where the header is given again, tables are one, and it is a band more than rows that rules part; so is what stands
    alone right above it.
    """
    if grid.shaded or grid.bands < FEW_BANDS:
        return False
    bands = runs_by_band(grid, runs)
    head = [run.letters for run in sorted(bands[0])]
    again = [j for j, own in enumerate(bands[1:], 1) if len(own) > 1 and [r.letters for r in sorted(own)] == head]
    headings = sum(len(bands[j - 1]) == 1 for j in again)
    return grid.bands - 2 * len(again) - headings > FEW_BANDS or len(runs_to_lines(bands[0])) > HEADER_LINES


def names_on_top(grid: Grid, lines: Sequence[Printed]) -> bool:
    """Whether the rows of several lines below the first band, more than one, all begin with their name."""
    edges, first = (grid.xs[grid.names], grid.xs[grid.names + 1]), 0
    for top, bottom in pairwise(grid.ys[1:]):
        own = [line for line in lines if top < line.baseline < bottom]
        if len(own) < HEADER_LINES:
            continue
        begins = min(line.baseline for line in own)
        beside = [word for line in own if line.baseline - begins < line.size / 2 for word in line.words]
        if not any(edges[0] <= word[0].across < edges[1] for word in beside):
            return False
        first += 1
    return first > 1


def _starts_in_ruled_bands(
    bands: Sequence[Sequence[Run]], grid: Grid, measure: Measure, heads: int
) -> list[list[float]]:
    """Where rows begin within bands that rules part: nowhere, unless in most of those that are tall.

    A band that does not begin with a name has it halfway down and is one row; only what stands first on the page, or
    right under a header, of which the second level names no column of names, may have its name on the page before.
    """
    first = 1 + heads + any(_is_second_level(band, grid) for band in bands[heads : heads + 1])
    blocks = [_blocks(runs_to_lines(band), measure) for band in bands]
    starts = [
        [_between(a, b) for a, b in pairwise(own) if is_named(b[0], grid)]
        if number < first or (own and is_named(own[0][0], grid))
        else []
        for number, own in enumerate(blocks)
    ]
    tall = [own for own, band in zip(starts, bands, strict=True) if len(runs_to_lines(band)) > HEADER_LINES]
    return starts if 2 * sum(map(bool, tall)) >= max(len(tall), 1) else [[] for _ in bands]


def _is_second_level(band: Sequence[Run], grid: Grid) -> bool:
    """Whether a band under a header parts one of its columns: words apart on one line, and none in that of names."""
    lines = runs_to_lines(band)
    return len(lines) == 1 and not is_named(lines[0], grid) and sum(run.letters > 1 for run in band) > 1


def _between(above: Sequence[Sequence[Run]], block: Sequence[Sequence[Run]]) -> float:
    """The place halfway between two stretches of lines."""
    return (max(r.bottom for line in above for r in line) + min(r.top for r in block[0])) / 2


def row_starts(
    runs: Sequence[Run],
    grid: Grid,
    measure: Measure,
    header: Sequence[Run] = (),
    going: Going = NOT_GOING,
    *,
    has_header: bool = False,
    close: bool = True,
) -> Iterator[float]:
    """Where rows begin below the first: under white that runs across all columns, wider than between lines.

    The row begins with text in the first column. ``has_header``: a first block that fills all columns may be a
    repeated header row, under which the rest of a row goes on without text in the first column. ``header``: the line of
    one that is alone above; where it is known the page is ``going`` on with rows. Where no white is wider than another,
    or only between tables that are one, and rows may be as ``close`` as lines, see ``_full_starts``.
    """
    lines = runs_to_lines(runs)
    cuts = list(_loose_starts(lines, grid, measure, has_header))
    if not cuts and close:
        first = _levels(lines)
        if grid.columns < COLUMNS_TO_JUDGE:
            going = going._replace(on=has_header or going.on)
            yield from _named_starts(first, grid, measure, header, going)
        else:
            yield from _full_starts(first, grid, measure, header, going, has_header)
        return
    stretches = [*_stretches(lines, cuts)] if close and cuts else []
    head = header or _repeated_header(stretches, measure)
    for stretch in _close_stretches(stretches, grid, measure, head):
        if grid.columns < COLUMNS_TO_JUDGE:
            going = going._replace(on=going.on and stretch is stretches[0])
            cuts += _named_starts(stretch, grid, measure, head, going)
        else:
            cuts += _full_starts(stretch, grid, measure, head, going, has_header=False)
    yield from sorted(cuts)


def _stretches(lines: Sequence[Sequence[Run]], cuts: Sequence[float]) -> Iterator[Sequence[Sequence[Run]]]:
    """The lines between places, those beside each other as one."""
    for top, bottom in pairwise((-inf, *cuts, inf)):
        yield _levels([line for line in lines if top < middle(line[0]) < bottom])


def _repeated_header(stretches: Sequence[Sequence[Sequence[Run]]], measure: Measure) -> Sequence[Run]:
    """The first line of all, if another stretch begins with the same: then it is a header."""
    firsts = [own[0] for own in stretches if own]
    return next((line for line in firsts[:1] if any(_is_as_long(line, other, measure) for other in firsts[1:])), ())


def _close_stretches(
    found: Sequence[Sequence[Sequence[Run]]], grid: Grid, measure: Measure, header: Sequence[Run]
) -> Iterator[Sequence[Sequence[Run]]]:
    """Of the stretches between cuts under wide white those of several rows, which begin with the header, or most do.

    Names then stand below lines without one, on the page more often than not: of a row whose name has a second part
    further down there is but one.
    """
    if _are_halfway(found, grid):
        return
    begun = [sum(is_named(b, grid) and not is_named(a, grid) for a, b in pairwise(own)) for own in found]
    often = sum(begun) > sum(is_named(own[0], grid) for own in found if own)
    for own, count in zip(found, begun, strict=True):
        headed = len(own) > 1 and _is_as_long(own[0], header, measure)
        if headed or (count and often):
            yield own


def _levels(lines: Sequence[Sequence[Run]]) -> list[Sequence[Run]]:
    """Lines that stand beside each other as one: of type in two sizes the baselines may differ."""
    levels: list[Sequence[Run]] = []
    for line in lines:
        top, height = min(r.top for r in line), min(r.bottom - r.top for r in line)
        if levels and max(r.bottom for r in levels[-1]) - top > height / 2:
            levels[-1] = (*levels[-1], *line)
        else:
            levels.append(line)
    return levels


def _loose_starts(lines: Sequence[Sequence[Run]], grid: Grid, measure: Measure, has_header: bool) -> Iterator[float]:
    """Rows under wide white: each stretch of lines below such white in which something begins in the first column.

    So does the last stretch of a page on which names stand halfway down: its name is on the next page. Fails where
    names stand halfway down and white as wide as between rows stands within them.
    """
    blocks = _blocks(lines, measure)
    halfway = _are_halfway(blocks, grid)
    for number, (above, block) in enumerate(pairwise(blocks), start=1):
        under_header = has_header and number == 1 and len(above) <= HEADER_LINES and _is_full(above, grid)
        named = is_named(_levels(block)[0], grid) or (halfway and any(is_named(line, grid) for line in block))
        named = named or _heads_rows(block, grid, measure)
        cut_off = halfway and number == len(blocks) - 1
        if named or under_header or cut_off:
            yield _between(above, block)
            has_header = False


def _heads_rows(block: Sequence[Sequence[Run]], grid: Grid, measure: Measure) -> bool:
    """Whether lines are one piece of text that runs into the column of names from one before it, as of numbers."""
    return len(block) == len(block[0]) == 1 and grid.names > 0 and crosses(block[0][0], grid.xs[grid.names], measure)


def _blocks(lines: Sequence[Sequence[Run]], measure: Measure) -> list[list[Sequence[Run]]]:
    """Lines in stretches between white that is wider than between lines."""
    blocks: list[list[Sequence[Run]]] = []
    reached = 0.0
    for line in lines:
        if not blocks or min(r.top for r in line) - reached > measure.pitch * (1 + ROW_WHITE) - measure.size:
            blocks.append([])
        blocks[-1].append(line)
        reached = max(reached, *(r.bottom for r in line))
    return blocks


def _are_halfway(blocks: Sequence[Sequence[Sequence[Run]]], grid: Grid) -> bool:
    """Whether most names of a page, in rows at least two lines taller, stand below the first line of their row."""
    named = [[is_named(line, grid) for line in block] for block in blocks]
    tall = [lines for lines in named if 0 < sum(lines) < len(lines) - 1]
    return 2 * sum(not lines[0] for lines in tall) > len(tall)


def _full_starts(
    lines: Sequence[Sequence[Run]], grid: Grid, measure: Measure, header: Sequence[Run], going: Going, has_header: bool
) -> Iterator[float]:
    """Rows set as closely as lines: one begins at each line that has text in every one of three columns or more.

    So does the last line of a page that has a name and more, the rest of which is on the next page, and where bodies
    end in a list each line in which a name begins (``_below_lists``): the core competence may be merged. Where rows
    have several lines as a rule, such lines right under each other are those of one row. The first line of a further
    page is no header for being full: one that is repeated is known by its words. Fails for a row of one line among
    taller ones, for a first row without a header of which name and core competence both run over two lines, and for
    rows of which the core competence is merged and the list not indented.
    """
    if grid.shaded and not has_header and _has_one_name(lines, grid):
        return
    begun: list[int] = []
    below_lists = () if grid.shaded else _below_lists(lines, grid, measure, 1 if going.topped else AGAIN)
    for count, (above, line) in enumerate(pairwise(lines)):
        close = min(r.top for r in line) - max(r.bottom for r in above) <= measure.pitch
        cut_off = count == len(lines) - 2 and _is_begun(line, above, grid)
        if close and (cut_off or count + 1 in below_lists or _is_full([line], grid)):
            begun.append(count + 1)
    heights = [end - start for start, end in pairwise((*begun, len(lines)))]
    tall = bool(heights) and median(heights) >= HEADER_LINES
    for before, start in zip((0, *begun), begun, strict=False):
        # Right under the first line of all, which may be a header, a row begins, wherever it stands again; and under
        # the end of one overleaf.
        again = _is_as_long(lines[before], header or lines[0], measure)
        if not tall or start - before > 1 or again or not is_named(lines[before], grid):
            yield (max(r.bottom for r in lines[start - 1]) + min(r.top for r in lines[start])) / 2


def _below_lists(lines: Sequence[Sequence[Run]], grid: Grid, measure: Measure, least: int) -> Sequence[int]:
    """Which lines begin a row by their name, where all do: beside each the body begins at the left of its column, and
    the line above most of them, of a list, does not. ``least``: so many names at least, to be no chance.

    Names that stand halfway down their rows hardly stand so: within a row the list is what comes last.
    """
    named = [count for count, (above, line) in enumerate(pairwise(lines), 1) if _is_begun(line, above, grid)]
    if len(named) < least:
        return ()
    inked = Counter(column for line in lines for column in columns_inked(line, grid.xs) if column != grid.names)
    body = max(inked, key=lambda column: inked[column])
    edges = grid.xs[body], grid.xs[body + 1]
    starts = [min((run.x0 for run in runs_within(line, *edges)), default=inf) for line in lines]
    left = min(starts) + measure.near / 2
    below = sum(left < starts[i - 1] < inf for i in named)
    return named if all(starts[i] <= left for i in named) and MOST_BELOW_LISTS * len(named) <= below else ()


def _named_starts(
    lines: Sequence[Sequence[Run]], grid: Grid, measure: Measure, header: Sequence[Run], going: Going
) -> Iterator[float]:
    """Rows of two columns set as closely as lines: one begins where a name does, below text that has none beside it.

    What stands alone in the column of names is the heading of a group, and a row begins below it too. Only where rows
    have several lines as a rule, and not below lines without a name, which may stand halfway down: unless a page is
    ``going`` on with the table of the one before, and several names follow, or names were on top of their rows there.
    Fails for two rows of which the first has no more lines than its name.
    """
    begun: list[int] = []
    for count, (above, line) in enumerate(pairwise(lines), start=1):
        headed = is_named(above, grid) and not _is_full([above], grid) and _is_full([line], grid)
        headed = headed or (count == 1 and _is_as_long(above, header, measure))
        if is_named(line, grid) and (headed or not is_named(above, grid)):
            begun.append(count)
    heights = [end - start for start, end in pairwise((*begun, len(lines)))]
    named = is_named(lines[0], grid) if lines else False
    if begun and median(heights) >= HEADER_LINES and (named or (going.on and (len(begun) > 1 or going.topped))):
        yield from (_between([lines[start - 1]], [lines[start]]) for start in begun)


def _is_as_long(line: Sequence[Run], other: Sequence[Run], measure: Measure) -> bool:
    """Whether two lines have the same pieces, as far as their places and letters tell: so has a header repeated."""
    if [run.letters for run in sorted(line)] != [run.letters for run in sorted(other)]:
        return False
    ends = [[x for run in sorted(one) for x in (run.x0, run.x1)] for one in (line, other)]
    return all(abs(a - b) <= measure.near for a, b in zip(*ends, strict=True))


def _has_one_name(lines: Sequence[Sequence[Run]], grid: Grid) -> bool:
    """Whether a name of one line or more stands at the top of a shade, and none below: then the shade is a row.

    Fails for a shade over rows of which all but the last have one line.
    """
    named = [is_named(line, grid) for line in lines]
    return all(named[: sum(named)]) and not all(named)


def _is_begun(line: Sequence[Run], above: Sequence[Run], grid: Grid) -> bool:
    """Whether a name begins in a line, and is not the rest of one, with something beside it."""
    return is_named(line, grid) and not is_named(above, grid) and len(columns_inked(line, grid.xs)) > 1


def _is_full(lines: Sequence[Sequence[Run]], grid: Grid) -> bool:
    """Whether every column has something, if only a number; a name that runs into the next column's text stands in
    both."""
    edges = list(pairwise(grid.xs))
    runs = [run for line in lines for run in line]
    return all(
        any((a <= r.x0 and r.x1 <= b) or min(r.x1, b) - max(r.x0, a) > NARROW * (r.bottom - r.top) for r in runs)
        for a, b in edges
    )


def cut_band(grid: Grid, band: int, place: float) -> Grid:
    """The grid with a band cut in two at a place, all walls of both standing as before."""
    upright = {(i, j + (j > band)) for i, j in grid.upright} | {(i, band + 1) for i, j in grid.upright if j == band}
    across = {(i + (i > band), j) for i, j in grid.across} | {(band + 1, j) for j in range(grid.columns)}
    ys = (*grid.ys[: band + 1], place, *grid.ys[band + 1 :])
    return grid._replace(ys=ys, upright=frozenset(upright), across=frozenset(across))
