"""Frames → what stands together: lone rules in a stack, and upright ones side by side.

    ───────────────────────────────────        │             │        │                      │
    Competentie   Kern    Beschrijving         │ Klantgericht│ Verb.  │ Toont zich …         │
    ───────────────────────────────────        │             │        │ wensen van …         │

Fails for rules as wide as the table that belong to what stands above or below it, with text in columns between.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.pdf_bands import are_beside, columns_inked, keeps_to, middle, runs_to_lines, runs_within
from extract.pdf_grid import Frame, frame_to_grid, group_to_frame, have_other_columns, have_same_columns
from extract.pdf_rules import Measure
from extract.pdf_runs import Run

#: So many upright rules are the sides of columns.
LEAST_SIDES: Final = 3


def uprights_to_frames(frames: Sequence[Frame], runs: Sequence[Run], measure: Measure) -> list[Frame]:
    """The frames, those of upright rules alone made one where they are the sides of columns of one table.

    They stand as high as each other, and have all that is printed beside them between the outer two. Fails for such
    rules with a number or a remark in the margin.
    """
    lone = [f for f in frames if len(f.rules) == 1 and f.rules[0].upright and not f.rules[0].shaded]
    made, used = list[Frame](), set[int]()
    for frame in lone:
        alike = [f for f in lone if max(abs(f.top - frame.top), abs(f.bottom - frame.bottom)) <= measure.near]
        beside = [run for run in runs if frame.top < middle(run) < frame.bottom]
        around = alike[0].x0, alike[-1].x0
        if id(frame) in used or len(alike) < LEAST_SIDES or len(runs_within(beside, *around)) < len(beside):
            continue
        used |= set(map(id, alike))
        made.append(group_to_frame([rule for f in alike for rule in f.rules]))
    return (
        sorted([*made, *(f for f in frames if id(f) not in used)], key=lambda f: (f.top, f.x0)) if made else [*frames]
    )


def stack_frames(
    frames: Sequence[Frame], runs: Sequence[Run], measure: Measure, before: Sequence[float]
) -> tuple[Frame, ...]:
    """Frames of one width, one above the other, made one where the text between them keeps to their columns.

    Those that lie within another frame are none of a table above that. ``before`` are the places in which columns of
    the table on the page before began, and their text.
    """
    stacks: list[tuple[Frame, Frame | None]] = []
    for frame in frames:
        around = next((other for other in frames if _is_within(frame, other)), None)
        beside = [i for i, (_, other) in enumerate(stacks) if other is around]
        at = next((i for i in reversed(beside) if _is_same_width(stacks[i][0], frame, measure, before)), None)
        if at is not None and _belong_together(stacks[at][0], frame, runs, measure):
            stacks[at] = group_to_frame([*stacks[at][0].rules, *frame.rules]), around
        else:
            stacks.append((frame, around))
    return tuple(stack for stack, _ in stacks)


def _is_within(frame: Frame, other: Frame) -> bool:
    """Whether a frame lies between all sides of another."""
    return other.x0 < frame.x0 and frame.x1 < other.x1 and other.top < frame.top and frame.bottom < other.bottom


def _is_same_width(upper: Frame, lower: Frame, measure: Measure, before: Sequence[float]) -> bool:
    """Whether two frames span the same width; a lone rule may span a part of it.

    So may those above all others, from a column of the page before to a side: the cell beside them goes on from there.
    """
    if lower.top < upper.bottom - measure.near:
        return False
    near = measure.near
    if abs(upper.x0 - lower.x0) <= near and abs(upper.x1 - lower.x1) <= near:
        return True
    if len(lower.rules) == 1 and upper.x0 - near <= lower.x0 and lower.x1 <= upper.x1 + near:
        return True
    ends = (upper.x0, lower.x0), (upper.x1, lower.x1)
    known = [any(abs(x - place) <= measure.size for place in before) for x, _ in ends]
    same = [abs(x - y) <= near for x, y in ends]
    lying = not any(rule.upright for rule in upper.rules)
    return lying and ((same[0] and known[1]) or (known[0] and same[1]))


def _belong_together(upper: Frame, lower: Frame, runs: Sequence[Run], measure: Measure) -> bool:
    """Whether what stands between is rows; or a heading in the first column, which all rules of its row part.

    Not where each is ruled into columns of its own, as tables are that a program fits to their text. Rows have text
    beside other text. Fails for a row without, of which one column ends before the next begins.
    """
    between = [r for r in runs_within(runs, upper.x0, upper.x1) if upper.bottom < middle(r) < lower.top]
    one, other = (frame_to_grid(frame, measure).xs[1:-1] for frame in (upper, lower))
    if have_other_columns(one, other, measure):
        return False
    if not between:
        return lower.top - upper.bottom < measure.pitch
    inner = {*one, *other}
    if not inner:
        return True
    if not all(keeps_to(line, inner, measure) for line in runs_to_lines(between)):
        return False
    inked = columns_inked(between, (upper.x0, *sorted(inner), upper.x1))
    above = min(r.top for r in between) - upper.bottom
    below = lower.top - max(r.bottom for r in between)
    heads = len(between) == 1 and bool(one and other) and have_same_columns(one, other, measure)
    beside = len(inked) > 1 and are_beside(between)
    return beside or ((heads or 0 not in inked) and max(above, below) < measure.pitch)
