"""The tables of a page, each as a grid of columns and rows: the steps in their order.

    lines ── runs ┐                      ┌── without rules: by white space
                  ├── frames ── grids ──┤                                    ── rows ── further columns
    sheet ── rules ┘                      └── a neighbour of other columns: apart

Not here: what any of the steps goes by, and what stands in the cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from extract.pdf_bands import RIVER, middle
from extract.pdf_beside import measure_of, unruled_grids
from extract.pdf_divided import rules_within_cells
from extract.pdf_grid import Before, Frame, Grid, rules_to_frames
from extract.pdf_headers import (
    first_role,
    is_header,
    is_known_header,
    is_titled,
    line_to_pieces,
    lines_to_names,
    with_header_above,
    with_header_apart,
    with_headers_apart,
    with_known_header_apart,
    with_known_header_walled,
)
from extract.pdf_lines import Printed
from extract.pdf_marks import Char, Sheet
from extract.pdf_marks import measure as hundredths
from extract.pdf_merged import frames_around_columns, without_walls_beside
from extract.pdf_neighbours import frames_to_tables, runs_free_for, without_table_below
from extract.pdf_panels import grids_to_panels
from extract.pdf_rivers import split_columns
from extract.pdf_rows import are_rows, split_rows
from extract.pdf_rules import Measure, runs_to_measure, sheet_to_rules
from extract.pdf_running import line_to_words
from extract.pdf_runs import Run, lines_to_runs
from extract.pdf_space import frame_to_table_grid
from extract.pdf_stacks import stack_frames, uprights_to_frames
from extract.pdf_wall_ends import with_headings_beside_walls
from transform.place import Box
from transform.role import Role


class Found(NamedTuple):
    """A table's grid, and whether only white space says where its rows begin, or rules that are seen do."""

    grid: Grid
    guessed: bool
    ruled: bool


def sheet_to_grids(
    sheet: Sheet, lines: Sequence[Printed], drawn: Mapping[Char, int], before: Before
) -> tuple[Found, ...]:
    """The tables of a page, from top to bottom; where two overlap, the one with more cells stays."""
    runs = lines_to_runs(lines, RIVER, drawn, before.starts)
    measure = runs_to_measure(runs)
    rules = sheet_to_rules(sheet, runs, measure)
    inner = rules_within_cells(rules, lines, measure, before.inner)
    drawn_frames = rules_to_frames([rule for rule in rules if rule not in inner] if inner else rules, measure)
    sided = uprights_to_frames(drawn_frames, runs, measure)
    begun = (*before.edges[1:-1], *before.starts)
    stacks = stack_frames(frames_around_columns(sided, before.edges, measure), runs, measure, begun)
    frames = frames_to_tables(stacks, lines, measure)
    made = _frames_to_grids(frames, lines, runs, measure, before)
    parted = [without_walls_beside(grid, frames, lines, measure) for grid in made]
    headed = [with_header_above(grid, drawn_frames, lines, runs, measure) for grid in parted]
    found = [with_headings_beside_walls(grid, rules, lines, measure) for grid in headed]
    kept = _kept(found, lines, measure)
    unruled = unruled_grids(kept, lines, runs, measure, before, sheet.width)
    whole = (*kept, *(with_header_above(grid, (), lines, runs, measure) for grid in unruled))
    found = [part._replace(inner=inner) for g in whole for part in without_table_below(g, lines, measure, before)]
    panels = grids_to_panels(found, sheet.width, sheet.height)
    ordered = sorted(found, key=lambda g: panels.order(Box(g.xs[0], g.ys[0], g.xs[-1], g.ys[-1])))
    founds = list[Found]()
    for grid in ordered:
        alike = (found.grid.xs for other, found in zip(ordered, founds, strict=False) if other.xs == grid.xs)
        edges = frozenset(x for xs in alike for x in xs)
        founds.append(_to_found(grid, lines, runs, measure_of(grid, kept, runs, measure), before, edges))
    return tuple(founds)


def _frames_to_grids(
    frames: Sequence[Frame], lines: Sequence[Printed], runs: Sequence[Run], measure: Measure, before: Before
) -> Iterator[Grid]:
    """The grids of the frames; a header of which all rows are overleaf has the columns of the table above."""
    above: Grid | None = None
    for frame in frames:
        if _parts_no_rows(frame, runs, measure):
            continue
        free = runs_free_for(frame, frames, lines, runs, measure.near)
        grid = frame_to_table_grid(frame, free, measure, _edges_before(frame, lines, before))
        if grid is None and above is not None:
            inside = [line for line in lines if frame.top < line.baseline < frame.bottom]
            if len(inside) == 1 and is_header(inside[0]):
                grid = frame_to_table_grid(frame, free, measure, above.xs)
        if grid is not None:
            above = grid
            yield grid


def _parts_no_rows(frame: Frame, runs: Sequence[Run], measure: Measure) -> bool:
    """Whether a frame is a line beside some text, or between two columns; or unseen lines across, right of other text.

    Those part what stands in one cell.
    """
    if frame.x1 - frame.x0 <= measure.near:
        return True
    unseen = not any(rule.upright or rule.visible or rule.shaded for rule in frame.rules)
    return unseen and any(run.x1 < frame.x0 for run in runs if frame.top < middle(run) < frame.bottom)


def _edges_before(frame: Frame, lines: Sequence[Printed], before: Before) -> tuple[float, ...]:
    """The columns of the table before; those are not of a table that begins with another header of its own.

    Nor are they of the first fiche: that begins with the word for names, as no header before did.
    """
    inside = (line for line in lines if frame.top < line.baseline < frame.bottom and line.box.x0 < frame.x1)
    first, heads = next((line for line in inside if frame.x0 < line.box.x1), None), before.header or frozenset()
    if first is None or line_to_words(first) in heads:
        return before.edges
    word, *beside = line_to_pieces(first)
    is_fiche = len(beside) == 1 and first_role(first) is Role.NAME and not any(h.startswith(word) for h in heads)
    return () if is_fiche or is_header(first) else before.edges


def _to_found(
    grid: Grid, lines: Sequence[Printed], runs: Sequence[Run], measure: Measure, before: Before, parted: Set[float]
) -> Found:
    """The grid with its rows and further columns; ``parted`` are the edges of those above it that had the same ones."""
    grid = with_known_header_walled(grid._replace(names=lines_to_names(grid, lines, before)), lines, before)
    apart = with_known_header_apart(grid, lines, before)
    known, titled = is_known_header(apart, lines, before), is_titled(apart, lines)
    rows = split_rows(apart, runs, measure, before, headed=known, titled=titled)
    split = with_headers_apart(with_header_apart(rows, lines, measure, before), lines, measure, before)
    guessed, ruled = split is not grid or grid.is_unruled, split is grid and are_rows(grid, runs)
    return Found(split_columns(split, runs, measure, before.rivers, parted), guessed, ruled)


def _kept(found: Sequence[Grid], lines: Sequence[Printed], measure: Measure) -> list[Grid]:
    """The tables of which none overlaps another, each with the boxes of those that it lies over, as ``Grid`` has it."""
    kept: list[Grid] = []
    for grid in sorted(found, key=lambda g: -g.columns * g.bands):
        over = next((number for number, other in enumerate(kept) if _overlap(grid, other)), None)
        if over is None:
            kept.append(grid)
        elif _parts_otherwise(grid, kept[over], lines, measure.near):
            box = Box(*map(hundredths, (grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1])))
            kept[over] = kept[over]._replace(beneath=(*kept[over].beneath, box))
    return kept


def _parts_otherwise(grid: Grid, kept: Grid, lines: Sequence[Printed], near: float) -> bool:
    """Whether a table has a column edge where one that lies over it has none, or text that is not in that."""
    first, last = kept.xs[0] + near, kept.xs[-1] - near
    edges = any(first < x < last and all(abs(x - other) > near for other in kept.xs) for x in grid.xs)
    own = (line for line in lines if grid.ys[0] < line.baseline < grid.ys[-1])
    return edges or any(not kept.ys[0] < line.baseline < kept.ys[-1] and _is_across(line, grid) for line in own)


def _is_across(line: Printed, grid: Grid) -> bool:
    return line.box.x0 < grid.xs[-1] and grid.xs[0] < line.box.x1


def _overlap(one: Grid, other: Grid) -> bool:
    across = one.xs[0] < other.xs[-1] and other.xs[0] < one.xs[-1]
    return across and one.ys[0] < other.ys[-1] and other.ys[0] < one.ys[-1]
