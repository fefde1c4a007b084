"""Lone rules of one width → tables: where a neighbour ends, and the catalogue begins.

    ─────────────────────────────────────    Rules across say nothing of columns, and those of another table may stand
    Versie    Datum              Auteur      right above, as wide. The columns of both would come of the white under the
    1.0       12 maart 2024      P&O         first header, so the stack is cut above the header whose words name the
    ─────────────────────────────────────    columns of a catalogue. A title or a group's heading above it, which has no
    Competentie  Kern   Beschrijving …       columns, stays with it. So is it cut around a sentence between two tables.

Fails for a header of the catalogue that names its columns by other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from math import inf
from typing import Final

from extract.pdf_bands import middle
from extract.pdf_ends import cut_to_bands
from extract.pdf_grid import Before, Frame, Grid, group_to_frame
from extract.pdf_headers import first_role, is_alone, is_header, known_header, line_to_pieces, pieces_of
from extract.pdf_lines import Printed
from extract.pdf_marks import Char
from extract.pdf_open import TIGHT
from extract.pdf_rows import HEADER_LINES, cut_band
from extract.pdf_rules import Measure, Rule
from extract.pdf_runs import Run, one_width
from transform.role import Role

#: White above the header of another table, in line pitches, at least.
WHITE_ABOVE: Final = 0.25

#: What a sentence ends in, and no heading of a group does.
SENTENCE_ENDS: Final = (".", ":", ";")


def frames_to_tables(frames: Iterable[Frame], lines: Sequence[Printed], measure: Measure) -> list[Frame]:
    """The frames, those of rules across cut where another table ends or begins."""
    return [part for frame in frames for part in _frame_to_tables(frame, lines, measure)]


def _frame_to_tables(frame: Frame, lines: Sequence[Printed], measure: Measure) -> Iterator[Frame]:
    if any(rule.upright for rule in frame.rules):
        yield frame
        return
    inside = [line for line in lines if frame.top < line.baseline < frame.bottom]
    ended = [Rule(False, y, frame.x0, frame.x1, visible=True) for y in _above_other_headers(frame, inside, measure)]
    rest = sorted((*frame.rules, *ended))
    cuts = {*_above_header(frame, inside, measure), *_around_sentences(frame, inside), *((r.at, r.at) for r in ended)}
    for end, begin in sorted(cuts):
        yield from _framed([rule for rule in rest if rule.at <= end + measure.near])
        rest = [rule for rule in rest if rule.at >= begin - measure.near]
    yield from _framed(rest)


def _framed(rules: Sequence[Rule]) -> Iterator[Frame]:
    if rules:
        yield group_to_frame(rules)


def _above_header(frame: Frame, lines: Sequence[Printed], measure: Measure) -> Iterator[tuple[float, float]]:
    """The rule above the first header, if a table stands above that: where it ends, and the catalogue begins.

    And above any other that a line by itself heads: that belongs to neither. A header may have no rule above it, if
    that line stands further above it than lines of one header do. Of fiches, whose words stand down the first column,
    none is one, though the name of a competence says ``gedrag``.
    """
    columned = [line for line in lines if len(line_to_pieces(line)) > 1]
    if len({first_role(line) for line in columned} - {Role.EXTRA, Role.NAME}) > 1:
        return
    for number, header in enumerate(filter(is_header, columned)):
        *above, top = (frame.top, *sorted(rule.at for rule in frame.rules if frame.top < rule.at < header.baseline))
        end = above[-1] if above else frame.top
        heading = [line for line in lines if end < line.baseline < top]
        beside = [line for line in lines if top < line.baseline < header.baseline]
        far = len(beside) == 1 and header.baseline - beside[0].baseline > TIGHT * measure.pitch
        if far and is_alone(beside[0]) and columned[0].baseline < top:
            yield top, header.box.top
        elif len(heading) == 1 and is_alone(heading[0]) and columned[0].baseline < end:
            yield end, top
        elif number == 0 and columned[0].baseline < top:
            yield top, top


def _around_sentences(frame: Frame, lines: Sequence[Printed]) -> Iterator[tuple[float, float]]:
    """The rules above and below each sentence that runs over the columns of what stands below it, from the left."""
    left = min((line.box.x0 for line in lines), default=frame.x0)
    for line, below in pairwise(lines):
        above = [rule.at for rule in frame.rules if rule.at < line.baseline]
        under = [rule.at for rule in frame.rules if rule.at > below.baseline]
        if above and under and line.box.x0 <= left + line.size and _runs_over(line, below):
            yield max(above), min(under)


def _above_other_headers(frame: Frame, lines: Sequence[Printed], measure: Measure) -> Iterator[float]:
    """Where a table ends whose last row has no rule below it, above the header of another, and what heads that.

    Such a header is set all in one font, which no row is, and its columns begin elsewhere; white and no rule stands
    above it.
    """
    columned = [(i, pieces) for i, line in enumerate(lines) if len(pieces := pieces_of(line)) > 1]
    fonts = [frozenset(c.font for c in line.ink) for line in lines]
    seen = set[frozenset[str]]()
    for index, pieces in columned:
        first, head = columned[0]
        left = lines[first].box.x0
        elsewhere = any(min(abs(x - start) for start in _starts(head)) > measure.size for x in _starts(pieces))
        alike = len(fonts[index]) > 1 or fonts[index] in seen
        seen.add(fonts[index])
        if not elsewhere or alike or abs(lines[index].box.x0 - left) > measure.size:
            continue
        while index > first + 1 and abs(lines[index - 1].box.x0 - left) <= measure.size and is_alone(lines[index - 1]):
            index -= 1
        above, line = lines[index - 1], lines[index]
        parted = any(above.baseline < rule.at < line.baseline for rule in frame.rules)
        if not parted and line.box.top - above.box.bottom > WHITE_ABOVE * measure.pitch:
            yield (above.box.bottom + line.box.top) / 2


def _starts(pieces: Sequence[Sequence[Sequence[Char]]]) -> list[float]:
    return [words[0][0].x0 for words in pieces]


def _runs_over(line: Printed, below: Printed) -> bool:
    """Whether a line in one piece ends as a sentence does, and runs on into the second column of a line below.

    What has a bullet before it is no line of columns.
    """
    if not line.text.endswith(SENTENCE_ENDS) or len(line_to_pieces(line)) > 1:
        return False
    pieces = pieces_of(below)
    words = len(pieces) > 1 and sum(len(word) for word in pieces[0]) > 1
    return words and line.box.x0 < pieces[1][0][0].x0 < line.box.x1


def runs_free_for(
    frame: Frame, frames: Sequence[Frame], lines: Sequence[Printed], runs: Sequence[Run], near: float
) -> Sequence[Run]:
    """What a frame may take in beyond its rules: nothing that stands in another frame of the same width or heads it.

    Nor what stands beyond that, or beyond a rule over most of the frame.
    """
    others = [f for f in frames if f.bottom <= frame.top or f.top >= frame.bottom]
    wide = [f for f in others if abs(f.x0 - frame.x0) <= near and abs(f.x1 - frame.x1) <= near]
    taken = [(_heading_above(f, frame, lines), inf) if f.top >= frame.bottom else (-inf, f.bottom) for f in wide]
    parting = [f.top for f in others if f not in wide and _parts(f, frame)]
    taken += [(at, inf) if at >= frame.bottom else (-inf, at) for at in parting]
    return [run for run in runs if not any(top < middle(run) < bottom for top, bottom in taken)] if taken else runs


def _parts(other: Frame, frame: Frame) -> bool:
    """Whether a frame is a lone rule, drawn across more than half of another."""
    rule = other.rules[0]
    lone = len(other.rules) == 1 and rule.visible and not (rule.upright or rule.shaded)
    return lone and 2 * (min(rule.end, frame.x1) - max(rule.start, frame.x0)) > frame.x1 - frame.x0


def _heading_above(frame: Frame, other: Frame, lines: Sequence[Printed]) -> float:
    """Where begins what heads a frame below another: a line by itself, a header above its first rule, or both.

    Without those at its top. Fails for such a header of several lines.
    """
    between = [line for line in lines if other.bottom < line.baseline < frame.top]
    first = next((line for line in lines if frame.top < line.baseline < frame.bottom), None)
    outside = between[-1:] if between and is_header(between[-1]) else []
    is_headed = bool(outside) or (first is not None and is_header(first))
    alone = between[: len(between) - len(outside)]
    heads = [*(alone if len(alone) == 1 and is_alone(alone[0]) else []), *outside] if is_headed else []
    return heads[0].box.top if heads else frame.top


def without_table_below(grid: Grid, lines: Sequence[Printed], measure: Measure, before: Before) -> Iterator[Grid]:
    """The grid of white columns, and as one of its own the table that stands right below the last row.

    That begins under white with a line in columns of which one begins where no text of a row did, as does one in each
    line below. What heads it belongs to neither. Fails where all columns of both begin in the same places, and for a
    page that has hardly a line of the last row.
    """
    inside = [line for line in lines if grid.ys[0] < line.baseline < grid.ys[-1]]
    header = len(known_header(inside, before)) or HEADER_LINES
    begins = (
        _other_table_below(inside, header, before.starts, measure) if grid.white.issuperset(grid.xs[1:-1]) else None
    )
    if not begins:
        yield grid
        return
    head, first = _with_its_heading(inside, begins, measure), inside[begins]
    last = max(line.baseline for line in inside[:head])
    end = (max(line.box.bottom for line in inside[:head]) + inside[head].box.top) / 2
    bands = sum(y < end for y in grid.ys) - 1
    ends_in_rule = grid.ys[bands] > last
    yield cut_to_bands(grid, 0, bands) if ends_in_rule else cut_to_bands(cut_band(grid, bands, end), 0, bands + 1)
    starts = [x - measure.near / 2 for x in _starts(pieces_of(first))[1:]]
    xs = (grid.xs[0], *starts, grid.xs[-1])
    walls = frozenset((i, 0) for i in range(1, len(xs) - 1))
    yield Grid(xs, (min(first.box.top, grid.ys[-1]), grid.ys[-1]), walls, frozenset(), frozenset(xs))


def _other_table_below(lines: Sequence[Printed], header: int, known: Sequence[float], measure: Measure) -> int | None:
    """Which line begins another table: see ``without_table_below``; rows begin below so many lines of a ``header``.

    ``known`` are the places where columns began on the page before. A word for what is said of a competence begins
    none: it is that of a fiche, beside a list whose items begin where nothing else does.
    """
    left = min((line.box.x0 for line in lines), default=0.0) + measure.near
    even = dict(filter(None, map(one_width, lines)))
    beyond = [[x for x in _starts(pieces_of(line, even)) if x > left] for line in lines]
    seen = list(known)
    for index, (above, line) in enumerate(pairwise(lines), start=1):
        seen += (x for x in beyond[index - 1] if not _is_among(x, seen, measure))
        under_white = line.box.top - above.box.bottom > WHITE_ABOVE * measure.pitch
        begins = beyond[index] and line.box.x0 <= left and under_white and any(beyond[header:index])
        begins = begins and not is_header(above)  # what that heads is of the catalogue
        begins = begins and first_role(line) in {Role.EXTRA, Role.NAME}
        if begins and _are_elsewhere([own for own in beyond[index:] if own], seen, measure):
            return index
    return None


def _are_elsewhere(lines: Sequence[Sequence[float]], seen: Sequence[float], measure: Measure) -> bool:
    """Whether of what begins in lines some begins in no place seen before, in each of several; of a lone line all.

    Of several two have such a place in common: words of a line that is stretched begin anywhere.
    """
    new = [[x for x in own if not _is_among(x, seen, measure)] for own in lines]
    if len(lines) < 2:
        return new == list(lines)
    return all(new) and any(_is_among(x, other, measure) for one, other in combinations(new, 2) for x in one)


def _is_among(place: float, places: Iterable[float], measure: Measure) -> bool:
    return any(abs(place - other) <= measure.near for other in places)


def _with_its_heading(lines: Sequence[Printed], index: int, measure: Measure) -> int:
    """Where what heads a line begins: with a line in one piece under white, as is all down to it."""
    left = lines[index].box.x0 + measure.near
    head = index
    while head > 1 and is_alone(lines[head - 1]) and lines[head - 1].box.x0 <= left:
        head -= 1
        if lines[head].box.top - lines[head - 1].box.bottom > WHITE_ABOVE * measure.pitch:
            index = head
    return index
