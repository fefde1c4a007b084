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
from itertools import pairwise, takewhile
from typing import Final

from extract.pdf_bands import RIVER, keeps_to, middle, runs_to_lines
from extract.pdf_grid import Before, Frame, Grid, group_to_frame
from extract.pdf_lines import Printed, gap_between
from extract.pdf_marks import Char
from extract.pdf_open import with_band
from extract.pdf_rows import COLUMNS_TO_JUDGE, FEW_BANDS, HEADER_LINES, ROW_WHITE, cut_band
from extract.pdf_rules import Measure, Rule
from extract.pdf_running import line_to_words
from extract.pdf_runs import Run
from extract.pdf_space import cut_to_bands
from transform.role import BODIES, Role, letters, words_to_role

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
    cuts = {*_above_header(frame, inside), *_around_sentences(frame, inside), *((r.at, r.at) for r in ended)}
    for end, begin in sorted(cuts):
        yield from _framed([rule for rule in rest if rule.at <= end + measure.near])
        rest = [rule for rule in rest if rule.at >= begin - measure.near]
    yield from _framed(rest)


def _framed(rules: Sequence[Rule]) -> Iterator[Frame]:
    if rules:
        yield group_to_frame(rules)


def _above_header(frame: Frame, lines: Sequence[Printed]) -> Iterator[tuple[float, float]]:
    """The rule above the first header, if a table stands above that: where it ends, and the catalogue begins.

    And above any other that a line by itself heads: that belongs to neither.
    """
    columned = [line for line in lines if len(line_to_pieces(line)) > 1]
    for number, header in enumerate(filter(is_header, columned)):
        *above, top = (frame.top, *sorted(rule.at for rule in frame.rules if frame.top < rule.at < header.baseline))
        end = above[-1] if above else frame.top
        heading = [line for line in lines if end < line.baseline < top]
        if len(heading) == 1 and _is_alone(heading[0]) and columned[0].baseline < end:
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
    columned = [(i, pieces) for i, line in enumerate(lines) if len(pieces := _pieces(line)) > 1]
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
        while index > first + 1 and abs(lines[index - 1].box.x0 - left) <= measure.size and _is_alone(lines[index - 1]):
            index -= 1
        above, line = lines[index - 1], lines[index]
        parted = any(above.baseline < rule.at < line.baseline for rule in frame.rules)
        if not parted and line.box.top - above.box.bottom > WHITE_ABOVE * measure.pitch:
            yield (above.box.bottom + line.box.top) / 2


def _starts(pieces: Sequence[Sequence[Sequence[Char]]]) -> list[float]:
    return [words[0][0].x0 for words in pieces]


def _is_alone(line: Printed) -> bool:
    return len(_pieces(line)) == 1


def _runs_over(line: Printed, below: Printed) -> bool:
    """Whether a line in one piece ends as a sentence does, and runs on into the second column of a line below.

    What has a bullet before it is no line of columns.
    """
    if not line.text.endswith(SENTENCE_ENDS) or len(line_to_pieces(line)) > 1:
        return False
    pieces = _pieces(below)
    words = len(pieces) > 1 and sum(len(word) for word in pieces[0]) > 1
    return words and line.box.x0 < pieces[1][0][0].x0 < line.box.x1


def runs_free_for(
    frame: Frame, frames: Sequence[Frame], lines: Sequence[Printed], runs: Sequence[Run]
) -> Sequence[Run]:
    """What a frame may take in beyond its rules: nothing that stands in another frame of the same width or heads it."""
    sides = frame.x0, frame.x1
    others = [f for f in frames if (f.x0, f.x1) == sides and (f.bottom <= frame.top or f.top >= frame.bottom)]
    taken = [(min(f.top, _heading_above(f, frame, lines)), f.bottom) for f in others]
    return [run for run in runs if not any(top < middle(run) < bottom for top, bottom in taken)] if taken else runs


def _heading_above(frame: Frame, other: Frame, lines: Sequence[Printed]) -> float:
    """Where the line by itself begins that stands between a frame with a header and another above; else its top."""
    between = [line for line in lines if other.bottom < line.baseline < frame.top]
    header = next((line for line in lines if frame.top < line.baseline < frame.bottom), None)
    is_headed = len(between) == 1 and _is_alone(between[0]) and header is not None and is_header(header)
    return between[0].box.top if is_headed else frame.top


def without_table_below(grid: Grid, lines: Sequence[Printed], measure: Measure, before: Before) -> Iterator[Grid]:
    """The grid of white columns, and as one of its own the table that stands right below the last row.

    That begins under white with a line in columns of which one begins where no text of a row did, as does one in each
    line below. What heads it belongs to neither. Fails where all columns of both begin in the same places, and for a
    page that has hardly a line of the last row.
    """
    inside = [line for line in lines if grid.ys[0] < line.baseline < grid.ys[-1]]
    header = len(_known_header(inside, before)) or HEADER_LINES
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
    starts = [x - measure.near / 2 for x in _starts(_pieces(first))[1:]]
    xs = (grid.xs[0], *starts, grid.xs[-1])
    walls = frozenset((i, 0) for i in range(1, len(xs) - 1))
    yield Grid(xs, (min(first.box.top, grid.ys[-1]), grid.ys[-1]), walls, frozenset(), frozenset(xs))


def _other_table_below(lines: Sequence[Printed], header: int, known: Sequence[float], measure: Measure) -> int | None:
    """Which line begins another table: see ``without_table_below``; rows begin below so many lines of a ``header``.

    ``known`` are the places where columns began on the page before.
    """
    left = min((line.box.x0 for line in lines), default=0.0) + measure.near
    beyond = [[x for x in _starts(_pieces(line)) if x > left] for line in lines]
    seen = list(known)
    for index, (above, line) in enumerate(pairwise(lines), start=1):
        seen += (x for x in beyond[index - 1] if not _is_among(x, seen, measure))
        under_white = line.box.top - above.box.bottom > WHITE_ABOVE * measure.pitch
        begins = beyond[index] and line.box.x0 <= left and under_white and any(beyond[header:index])
        begins = begins and not is_header(above)  # what that heads is of the catalogue
        if begins and _are_elsewhere([own for own in beyond[index:] if own], seen, measure):
            return index
    return None


def _are_elsewhere(lines: Sequence[Sequence[float]], seen: Sequence[float], measure: Measure) -> bool:
    """Whether of what begins in lines some begins in no place seen before, in each of several; of a lone line all."""
    some_or_all = any if len(lines) > 1 else all
    return all(some_or_all(not _is_among(x, seen, measure) for x in own) for own in lines)


def _is_among(place: float, places: Iterable[float], measure: Measure) -> bool:
    return any(abs(place - other) <= measure.near for other in places)


def _with_its_heading(lines: Sequence[Printed], index: int, measure: Measure) -> int:
    """Where what heads a line begins: with a line in one piece under white, as is all down to it."""
    left = lines[index].box.x0 + measure.near
    head = index
    while head > 1 and _is_alone(lines[head - 1]) and lines[head - 1].box.x0 <= left:
        head -= 1
        if lines[head].box.top - lines[head - 1].box.bottom > WHITE_ABOVE * measure.pitch:
            index = head
    return index


def with_header_above(
    grid: Grid, frames: Sequence[Frame], lines: Sequence[Printed], runs: Sequence[Run], measure: Measure
) -> Grid:
    """The grid with the header of a catalogue that stands right above it, outside its rules or its first shaded row.

    What stands below the frame that a header has to itself is a row: the heading of the first group.
    """
    above = [line for line in lines if line.baseline < grid.ys[0]][-HEADER_LINES:]
    within = (line for line in lines if grid.ys[0] < line.baseline < grid.ys[-1])
    header = next((line for line in above if is_header(line)), None)
    if (
        header is None
        or grid.ys[0] - header.box.bottom > HEADER_LINES * measure.pitch
        or is_header(next(within, header))
    ):
        return grid
    own = [run for run in runs if header.box.top <= middle(run) < grid.ys[0]]
    if not all(keeps_to(line, grid.xs, measure) for line in runs_to_lines(own)):
        return grid
    headed = with_band(grid, min(run.top for run in own))
    under = (f.bottom for f in frames if f.top <= header.baseline < f.bottom and f.bottom <= max(map(middle, own)))
    edge = next(under, None)
    return headed if edge is None else cut_band(headed, 0, edge)


def with_known_header_apart(grid: Grid, lines: Sequence[Printed], before: Before) -> Grid:
    """A grid in one band, with the words of a header that the pages before had in a band of their own.

    So is, in a table of two columns, a header that none had, of one line, right above a row whose name has one too, or
    above a heading like others further down. Fails for such a header whose second line has something in the column of
    names, above a row set as closely.
    """
    inside = [line for line in lines if grid.ys[0] < line.baseline < grid.ys[1]]
    head = _known_header(inside, before) or inside[: grid.columns < COLUMNS_TO_JUDGE and _is_above_a_row(inside, grid)]
    if grid.bands > 1 or not head or not is_header(head[0]) or len(head) == len(inside):
        return grid
    return cut_band(grid, 0, (max(line.box.bottom for line in head) + inside[len(head)].box.top) / 2)


def _is_above_a_row(lines: Sequence[Printed], grid: Grid) -> bool:
    """Whether the first of some lines stands above a row of two columns: the second begins one, and the third goes on
    with it; or the second heads one, as others do that stand alone below a row and above the next."""
    start, end = grid.xs[grid.names], grid.xs[grid.names + 1]
    named = [any(start <= word[0].across < end for word in line.words) for line in lines]
    if named[:3] == [True, True, False]:
        return True
    alone = [
        own and all(start <= w[0].across < end for w in line.words) for own, line in zip(named, lines, strict=True)
    ]
    heads = [i for i in range(1, len(lines) - 1) if alone[i] and named[i + 1] and not alone[i + 1]]
    return heads[:1] == [1] and not alone[0] and any(not named[i - 1] for i in heads)


def with_known_header_walled(grid: Grid, lines: Sequence[Printed], before: Before) -> Grid:
    """The grid with walls all along between a header that the pages before had and a row, if there are some.

    Of cells that are not shaded nothing is seen between the two.
    """
    walls = {(1, column) for column in range(grid.columns)}
    if grid.bands < 2 or walls <= grid.across or walls.isdisjoint(grid.across):
        return grid
    below = [line for line in lines if grid.ys[1] < line.baseline < grid.ys[2]]
    if not below or _known_header(below, before) or not is_known_header(grid, lines, before):
        return grid
    return grid._replace(across=grid.across | walls)


def is_known_header(grid: Grid, lines: Sequence[Printed], before: Before) -> bool:
    """Whether the first band of a grid holds the header that the pages before had, once, and nothing else."""
    inside = [line for line in lines if grid.ys[0] < line.baseline < grid.ys[1]]
    head = _known_header(inside, before)
    is_once = len(set(map(line_to_words, head))) == len(head)
    return bool(head) and is_header(head[0]) and is_once and len(head) == len(inside)


def _known_header(lines: Sequence[Printed], before: Before) -> list[Printed]:
    """The first lines, as far as they say what the headers of the pages before did."""
    return list(takewhile(lambda line: line_to_words(line) in (before.header or ()), lines))


def with_header_apart(grid: Grid, lines: Sequence[Printed], measure: Measure, before: Before) -> Grid:
    """The grid with its header in a band of its own, where what stands below follows it as closely as a line.

    That is a row, which begins with the first line that begins where the header does, in type of another font; or a
    heading in the column of names, one piece of text under white as wide as between rows; or, under the words of the
    header on the pages before, what goes on from there and has nothing in the column of names.
    """
    inside = [line for line in lines if grid.ys[0] < line.baseline < grid.ys[1]]
    if len(inside) == 1 and grid.bands > 1 and is_header(inside[0]):
        return _with_second_level_apart(grid, lines, before)
    if len(inside) < 2 or not (is_header(inside[0]) or _is_header_of(grid, inside[0])):
        return grid
    row = (
        _going_on_under(grid, inside, before)
        or _heading_under(grid, inside, measure)
        or _row_under(grid, inside, measure)
    )
    return grid if row is None else _cut_above(grid, 0, inside, row)


def with_headers_apart(grid: Grid, lines: Sequence[Printed], measure: Measure) -> Grid:
    """The same for headers that stand again further down, below the heading of each core competence."""
    for band in reversed(range(1, grid.bands)):
        inside = [line for line in lines if grid.ys[band] < line.baseline < grid.ys[band + 1]]
        if len(inside) > 1 and is_header(inside[0]) and (row := _row_under(grid, inside, measure)):
            grid = _cut_above(grid, band, inside, row)
    return grid


def _cut_above(grid: Grid, band: int, inside: Sequence[Printed], row: Printed) -> Grid:
    above = max(line.box.bottom for line in inside if line.baseline < row.baseline)
    return cut_band(grid, band, (above + row.box.top) / 2)


def _row_under(grid: Grid, inside: Sequence[Printed], measure: Measure) -> Printed | None:
    return _first_row_under(inside, measure) or _first_other_under(grid, inside)


def _with_second_level_apart(grid: Grid, lines: Sequence[Printed], before: Before) -> Grid:
    """The grid with the second level of its header, known from the pages before, apart from the row below."""
    inside = [line for line in lines if grid.ys[1] < line.baseline < grid.ys[2]]
    head = _known_header(inside, before)
    if not head or len(head) == len(inside):
        return grid
    return cut_band(grid, 1, (max(line.box.bottom for line in head) + inside[len(head)].box.top) / 2)


def second_level(grid: Grid, lines: Sequence[Printed]) -> list[Printed]:
    """The line that a header has in a band of its own below its first, with nothing in the column of names."""
    if grid.bands <= FEW_BANDS or not any(is_header(line) for line in lines if grid.ys[0] < line.baseline < grid.ys[1]):
        return []
    inside = [line for line in lines if grid.ys[1] < line.baseline < grid.ys[2]]
    names = grid.xs[grid.names], grid.xs[grid.names + 1]
    beside = all(not names[0] <= word[0].across < names[1] for line in inside for word in line.words)
    return inside if len(inside) == 1 and beside and len(line_to_pieces(inside[0])) > 1 else []


def _going_on_under(grid: Grid, inside: Sequence[Printed], before: Before) -> Printed | None:
    """The first line below the known words of a header, if it has nothing in the column of names."""
    head = len(_known_header(inside, before))
    start, end = grid.xs[grid.names], grid.xs[grid.names + 1]
    if not 0 < head < len(inside) or any(start <= word[0].across < end for word in inside[head].words):
        return None
    return inside[head]


def _heading_under(grid: Grid, inside: Sequence[Printed], measure: Measure) -> Printed | None:
    """The second line, if it heads the first group of rows: what goes on with a header stands right under it."""
    head, line = inside[:2]
    loose = line.box.top - head.box.bottom > measure.pitch * (1 + ROW_WHITE) - measure.size
    begins = not grid.names and abs(line.box.x0 - head.box.x0) <= measure.near
    return line if loose and begins and _is_alone(line) else None


def _first_row_under(inside: Sequence[Printed], measure: Measure) -> Printed | None:
    """The first line that begins where the header above it does, if it has columns, in type of another font."""
    head = inside[0]
    first = (line for line in inside[1:] if abs(line.box.x0 - head.box.x0) <= measure.near)
    row = next((line for line in first if len(_pieces(line)) > 1), None)
    return None if row is None or row.ink[0].font == head.ink[0].font else row


def _first_other_under(grid: Grid, inside: Sequence[Printed]) -> Printed | None:
    """The first line that is no more of the header, for it is in another font, if both begin in the first column.

    Fails where rows are set in the middle of their height: what they begin with is not in their first line.
    """
    head = inside[0]
    first = next((line for line in inside if line.ink[0].font != head.ink[0].font), None)
    own = grid.xs[0], grid.xs[1]
    return first if first and all(own[0] <= line.ink[0].across < own[1] for line in (head, first)) else None


def is_header(line: Printed) -> bool:
    """Whether the pieces of a line name the columns of a catalogue: that of the names, and of what is said of them."""
    return _name_columns(line_to_pieces(line))


def _is_header_of(grid: Grid, line: Printed) -> bool:
    """The same of a line in the columns of a grid: words of two columns may stand as close as those of one."""
    cells = [[word for word in line.words if start <= word[0].across < end] for start, end in pairwise(grid.xs)]
    return _name_columns(" ".join("".join(c.text for c in word) for word in words) for words in cells)


def _name_columns(texts: Iterable[str]) -> bool:
    roles = {words_to_role(letters(text)) for text in texts}
    return Role.NAME in roles and not BODIES.isdisjoint(roles)


def line_to_pieces(line: Printed) -> list[str]:
    """The text of a line in pieces, cut where its words stand further apart than words do."""
    return [" ".join("".join(c.text for c in word) for word in words) for words in _pieces(line)]


def _pieces(line: Printed) -> list[list[Sequence[Char]]]:
    pieces: list[list[Sequence[Char]]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if gap_between(before[-1], word[0]) > RIVER:
            pieces.append([])
        pieces[-1].append(word)
    return pieces
