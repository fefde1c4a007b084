"""The header of a catalogue: the line whose words name its columns, as a row of its own.

    Competenties   Kerncompetentie   Beschrijving     It may stand outside the rules of its table, or have a frame to
    Durf           Ondernemend       Gaat op …        itself; the first row, or the heading of the first group, may
                                                      follow as closely as a line; so it may further down.

Fails for a header that names its columns by other words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, takewhile
from types import MappingProxyType
from typing import Final

from extract.pdf_bands import RIVER, keeps_to, middle, runs_to_lines
from extract.pdf_grid import Before, Frame, Grid
from extract.pdf_lines import Printed
from extract.pdf_marks import Char
from extract.pdf_open import with_band
from extract.pdf_rows import COLUMNS_TO_JUDGE, FEW_BANDS, HEADER_LINES, ROW_WHITE, cut_band
from extract.pdf_rules import Measure
from extract.pdf_running import line_to_words
from extract.pdf_runs import SPACES, Run, one_width
from extract.pdf_spacing import gap_between
from transform.role import BODIES, LONGEST_HEADER, Role, letters, name_columns, words_to_role

#: No font is known to have one width.
NONE_EVEN: Final[Mapping[str, float]] = MappingProxyType({})


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
    keeps = all(keeps_to(line, grid.xs, measure) for line in runs_to_lines(own))
    if not keeps and not _heads_all(grid, header):
        return grid
    headed = with_band(grid, min(run.top for run in own))
    under = (f.bottom for f in frames if f.top <= header.baseline < f.bottom and f.bottom <= max(map(middle, own)))
    edge = next(under, None)
    return headed if edge is None else cut_band(headed, 0, edge)


def _heads_all(grid: Grid, header: Printed) -> bool:
    """Whether the words of a header, each by its middle, name another thing in every column of a grid.

    They may be wider than their columns, over which they are centred, and stand as close as words.
    """
    cells = _words_by_column(grid, header, lambda word: (word[0].x0 + word[-1].x1) / 2)
    roles = {words_to_role(letters(text)) for text in cells}
    return len(roles - {Role.EXTRA}) == grid.columns and name_columns(cells)


def with_known_header_apart(grid: Grid, lines: Sequence[Printed], before: Before) -> Grid:
    """A grid in one band, with the words of a header that the pages before had in a band of their own.

    So is, in a table of two columns, a header that none had, of one line, right above a row whose name has one too, or
    above a heading like others further down. Fails for such a header whose second line has something in the column of
    names, above a row set as closely.
    """
    inside = [line for line in lines if grid.ys[0] < line.baseline < grid.ys[1]]
    head = known_header(inside, before) or inside[: grid.columns < COLUMNS_TO_JUDGE and _is_above_a_row(inside, grid)]
    if grid.bands > 1 or not any(map(is_header, head)) or len(head) == len(inside):
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
    if not below or known_header(below, before) or not is_known_header(grid, lines, before):
        return grid
    if any(_names_bodies(line) for line in below[:HEADER_LINES]):
        return grid  # the second level of the header
    return grid._replace(across=grid.across | walls)


def is_known_header(grid: Grid, lines: Sequence[Printed], before: Before) -> bool:
    """Whether the first band of a grid holds the header that the pages before had, once, and nothing else."""
    inside = [line for line in lines if grid.ys[0] < line.baseline < grid.ys[1]]
    head = known_header(inside, before)
    is_once = len(set(map(line_to_words, head))) == len(head)
    return any(map(is_header, head)) and is_once and len(head) == len(inside)


def is_titled(grid: Grid, lines: Sequence[Printed]) -> bool:
    """Whether the header of a grid is its second band, below a title over all columns."""
    if grid.bands <= FEW_BANDS:
        return False
    first, second = ([line for line in lines if a < line.baseline < b] for a, b in pairwise(grid.ys[:3]))
    return len(first) <= 1 and all(map(is_alone, first)) and any(map(is_header, second))


def known_header(lines: Sequence[Printed], before: Before) -> list[Printed]:
    """The first lines, as far as they say what the headers of the pages before did."""
    return list(takewhile(lambda line: line_to_words(line) in (before.header or ()), lines))


def with_header_apart(grid: Grid, lines: Sequence[Printed], measure: Measure, before: Before) -> Grid:
    """The grid with its header in a band of its own, where what stands below follows it as closely as a line.

    That is a row, which begins with the first line that begins where the header does, in type of another font; or a
    heading in the column of names, one piece of text under white as wide as between rows; or, under the words of the
    header on the pages before, what goes on from there and has nothing in the column of names; or a line with text in
    every column above one that has not.
    """
    inside = [line for line in lines if grid.ys[0] < line.baseline < grid.ys[1]]
    if len(inside) == 1 and grid.bands > 1 and is_header(inside[0]):
        return _with_second_level_apart(grid, lines, before)
    if len(inside) < 2 or not (is_header(inside[0]) or is_header_of(grid, inside[0])):
        return grid
    row = (
        _going_on_under(grid, inside, before)
        or _heading_under(grid, inside, measure)
        or _row_under(grid, inside, measure)
        or _full_row_under(grid, inside)
    )
    return grid if row is None else _cut_above(grid, 0, inside, row)


def with_headers_apart(grid: Grid, lines: Sequence[Printed], measure: Measure, before: Before) -> Grid:
    """The same for headers that stand again further down, below the heading of each core competence.

    A row may begin in the same font, as bold names do, below all words that the header above them or overleaf had.
    """
    own = [line for line in lines if grid.ys[0] < line.baseline < grid.ys[1]] if grid.bands > 1 else []
    again = {line_to_words(line) for line in own if len(own) <= HEADER_LINES} | (before.header or frozenset())
    for band in reversed(range(1, grid.bands)):
        inside = [line for line in lines if grid.ys[band] < line.baseline < grid.ys[band + 1]]
        fonts = {line.ink[0].font for line in inside}
        if len(fonts) < 2 or not is_header(inside[0]):
            continue
        head = len(list(takewhile(lambda line: line_to_words(line) in again, inside)))
        row = inside[head] if 0 < head < len(inside) else _row_under(grid, inside, measure)
        if row is not None:
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
    head = known_header(inside, before)
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
    head = len(known_header(inside, before))
    start, end = grid.xs[grid.names], grid.xs[grid.names + 1]
    if not 0 < head < len(inside) or any(start <= word[0].across < end for word in inside[head].words):
        return None
    return inside[head]


def _heading_under(grid: Grid, inside: Sequence[Printed], measure: Measure) -> Printed | None:
    """The second line, if it heads the first group of rows: what goes on with a header stands right under it."""
    head, line = inside[:2]
    loose = line.box.top - head.box.bottom > measure.pitch * (1 + ROW_WHITE) - measure.size
    begins = not grid.names and abs(line.box.x0 - head.box.x0) <= measure.near
    return line if loose and begins and is_alone(line) else None


def _first_row_under(inside: Sequence[Printed], measure: Measure) -> Printed | None:
    """The first line that begins where the header above it does, if it has columns, in type of another font."""
    head = inside[0]
    first = (line for line in inside[1:] if abs(line.box.x0 - head.box.x0) <= measure.near)
    row = next((line for line in first if len(pieces_of(line)) > 1), None)
    return None if row is None or row.ink[0].font == head.ink[0].font else row


def _full_row_under(grid: Grid, inside: Sequence[Printed]) -> Printed | None:
    """The second line, if like the first it has text in every column, none of it a header's, and the third has not.

    A header that goes on in every column has a row below that does so as well. Fails for one of three lines.
    """
    if len(inside) < 3:
        return None
    head, row, rest = (_words_by_column(grid, line, lambda word: word[0].across) for line in inside[:3])
    is_row = all(words_to_role(letters(text)) is Role.EXTRA for text in row)
    return inside[1] if is_row and all(head) and all(row) and not all(rest) else None


def _first_other_under(grid: Grid, inside: Sequence[Printed]) -> Printed | None:
    """The first line that is no more of the header, for it is in another font, if both begin in the first column.

    Of a header in one font it is the first line with anything in another: bold names begin as a bold header does. Fails
    where rows are set in the middle of their height: what they begin with is not in their first line.
    """
    head = inside[0]
    fonts = {char.font for char in head.ink}
    others = (line for line in inside if line.ink[0].font != head.ink[0].font)
    first = next((line for line in inside if any(c.font not in fonts for c in line.ink)), None)
    first = first if len(fonts) == 1 else next(others, None)
    own = grid.xs[0], grid.xs[1]
    return first if first and all(own[0] <= line.ink[0].across < own[1] for line in (head, first)) else None


def lines_to_names(grid: Grid, lines: Sequence[Printed], before: Before) -> int:
    """The column in which the names stand, and so rows begin, by the words of the table's header.

    Without a header that of the page before, if it has as many columns; else the first.
    """
    inside = [line for line in lines if grid.ys[0] <= line.baseline <= grid.ys[-1]][:HEADER_LINES]
    said = [""] * grid.columns
    for line in inside:
        for word in line.words:
            column = min(max(bisect_right(grid.xs, word[0].across) - 1, 0), grid.columns - 1)
            said[column] += "".join(c.text for c in word)
        roles = [words_to_role(letters(words)) for words in said]
        if Role.NAME in roles and not BODIES.isdisjoint(roles):
            return roles.index(Role.NAME)
    return before.names if len(before.edges) == len(grid.xs) else 0


def is_header(line: Printed) -> bool:
    """Whether the pieces of a line name the columns of a catalogue: that of the names, and of what is said of them."""
    return name_columns(line_to_pieces(line))


def is_header_of(grid: Grid, line: Printed) -> bool:
    """The same of a line in the columns of a grid: words of two columns may stand as close as those of one."""
    return name_columns(_words_by_column(grid, line, lambda word: word[0].across))


def _words_by_column(grid: Grid, line: Printed, place: Callable[[Sequence[Char]], float]) -> list[str]:
    """The words of a line in each column of a grid, by the place of each word."""
    cells = [[word for word in line.words if start <= place(word) < end] for start, end in pairwise(grid.xs)]
    return list(map(_words_to_text, cells))


def _words_to_text(words: Sequence[Sequence[Char]]) -> str:
    return " ".join("".join(c.text for c in word) for word in words)


def names_no_column(lines: Sequence[Printed]) -> bool:
    """Whether no piece of the lines says what a column, or a field, of a catalogue holds."""
    pieces = (letters(text) for line in lines for text in line_to_pieces(line))
    return all(len(words) > LONGEST_HEADER or words_to_role(words) is Role.EXTRA for words in pieces)


def first_role(line: Printed) -> Role:
    """What the first piece of a line says that a column, or a field, of a catalogue holds."""
    return words_to_role(letters(line_to_pieces(line)[0]))


def _names_bodies(line: Printed) -> bool:
    """Whether a line names both what describes and what indicates."""
    return len(BODIES.intersection(words_to_role(letters(text)) for text in line_to_pieces(line))) > 1


def line_to_pieces(line: Printed) -> list[str]:
    """The text of a line in pieces, cut where its words stand further apart than words do.

    Of type of one width every word is a piece: the words of two columns may stand as close as those of one.
    """
    return list(map(_words_to_text, _cut_at(line, RIVER)))


def pieces_of(line: Printed, even: Mapping[str, float] = NONE_EVEN) -> list[list[Sequence[Char]]]:
    """The words of a line in pieces, cut likewise; in type of one width where there is more than a space.

    ``even`` has fonts that are known to be, and how wide they are, as ``one_width`` tells.
    """
    own = one_width(line)
    width = own[1] if own else max((even.get(c.font, 0.0) for c in line.ink), default=0.0) if even else 0.0
    return _cut_at(line, max(RIVER, SPACES * width))


def _cut_at(line: Printed, white: float) -> list[list[Sequence[Char]]]:
    pieces: list[list[Sequence[Char]]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if gap_between(before[-1], word[0]) > white:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def is_alone(line: Printed) -> bool:
    """Whether a line is in one piece."""
    return len(pieces_of(line)) == 1
