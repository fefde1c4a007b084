"""Core competences that head a group of competences: in a row of the table, or on a line above it.

Verbindend                                         Competentie   Beschrijving en indicatoren
Competentie   Beschrijving en indicatoren          Verbindend
Klantgericht  Toont zich …                         Klantgericht  Toont zich …
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from transform.appendices import APPENDIX
from transform.asides import GOES_ON, OF_EDITION, REMARK
from transform.bullets import is_same_indent
from transform.document import Cell, Document, Line, Row, Table
from transform.header import Columns
from transform.header_rows import filled_cells, has_words, one_line, row_to_lines
from transform.heading_words import CAPTION, NO_HEADING, TITLE_WORDS, is_sentence
from transform.labels import has_label
from transform.place import PagePlace, page_of
from transform.role import Role, letters

#: White above a heading within a table, as a share of its type size, at least.
BELOW: Final = 0.5

#: So many tables under the name of their own competence show that this is what stands there.
ALL_NAMED: Final = 2

#: Type smaller than this share of the largest is not a heading's.
SAME_SIZE: Final = 0.95

#: A frame around a heading holds no more lines.
BANNER_LINES: Final = 2


def is_group_heading(row: Row, columns: Columns, *, is_last: bool, in_rows: bool) -> bool:
    """One text over several columns, or alone in the column where a heading of the group can stand.

    A name alone in the last row of a page is no heading: the rest of its row is on the next page. Nor is a core
    competence there, where rows have their own (``in_rows``), or one whose cell goes on beside the rows below.
    """
    filled = [cell for cell in row.cells if has_words(cell.lines)]
    if len(filled) != 1 or has_label(filled[0].lines):
        return False
    role = columns.get(filled[0].column, Role.EXTRA)
    if filled[0].span > 1:
        over = [columns.get(filled[0].column + i, Role.EXTRA) for i in range(filled[0].span)]
        first = next((own for own in over if own is not Role.EXTRA), Role.EXTRA)  # it may begin over numbers
        return filled[0].span >= len(columns) or first in {Role.NAME, Role.CORE}
    if role is Role.CORE:
        return not (is_last and in_rows) and not _goes_on_below(filled[0], row)
    return role is Role.NAME and Role.CORE not in columns.values() and not is_last


def _goes_on_below(cell: Cell, row: Row) -> bool:
    """Whether a cell is deeper than its row, as that of a group is; only places on a page tell."""
    return isinstance(row.origin, PagePlace) and cell.box is not None and cell.box.bottom > row.origin.box.bottom


class HeadedTable(NamedTuple):
    """A table with its header rows, and the lines before it."""

    before: list[Line]
    table: Table
    headers: dict[int, Columns]


class Headed(NamedTuple):
    """A table and the line that heads it; ``doubtful``: another line between the tables may be it as well."""

    line: Line
    table: Table
    doubtful: bool


def lines_above_tables(tables: Sequence[HeadedTable]) -> tuple[Headed, ...]:
    """The lines above tables that name their core competence.

    Only where no header has a column for it and at least two headers each have a line of their own above them, running
    headers aside; tables close together may have been read as one, with such a line as a row of it, but a title that
    the table repeats above its header is none, and where every table has a row above its header those count. The last
    line of a page may be a note: it heads the table on the next only where others have headings, of its size, and no
    figure begins it. Fails for a single table under a single heading, where the core competence is reported missing.
    """
    if not tables or rows_above_headers(tables):
        return ()
    tables = _without_names(tables)
    above: list[Headed] = []
    before: list[Headed] = []
    said: set[str] = set()
    titles: list[str] = []
    usual = _usual_size(tables[1:])
    for lines, table, headers in reversed(tables):
        own = [line for line in lines if page_of(line.origin) == page_of(table.origin)]
        earlier = [line for line in lines if line.text.strip()[:1].isalpha() and not _is_title_again(line, tables[0])]
        if table is tables[0][1]:
            above += _above_the_first(own, table, above, usual)
        elif found := _plain_headings(own, usual):
            above.append(Headed(found[-1], table, _differ(found) or _is_of_other_size(found[-1], usual)))
        elif found := _plain_headings(earlier):
            before.append(Headed(found[-1], table, len(found) > 1))
        else:
            above += (Headed(line, table, doubtful=False) for line in own[-1:] if CAPTION.match(line.text))
        said |= {letters(one_line(lines)) for lines in _above_headers(table, headers)}
        titles += (letters(one_line(row_to_lines(row))) for row in table.rows[: min(headers)])
    said -= {title for title in titles if titles.count(title) > 1}
    plain = [headed for headed in above if not CAPTION.match(headed.line.text)]
    sizes = {headed.line.size for headed in plain}
    before = [headed for headed in before if not sizes or headed.line.size in sizes]
    if plain or before:
        above = plain
    elif not any(headed.table is tables[0][1] for headed in above):
        return ()  # captions that stand below their tables
    said |= {letters(headed.line.text) for headed in above}
    said |= {
        letters(line.text)
        for line in _within([t.table for t in tables], above, {id(t.table): t.headers for t in tables})
    }
    return (*above, *before) if len(said) > 1 else ()


def tables_unheaded(tables: Sequence[HeadedTable], headed: Sequence[Headed]) -> frozenset[int]:
    """The tables (by ``id``) under a line set as the headings of others are that is none by what it says."""
    looks = {(h.line.size, round(_left(h.line))) for h in headed if h.line.size}
    with_heading = {id(h.table) for h in headed}
    found = [t.table for t in _without_names(tables)[1:] for line in t.before[-1:] if _looks_so(line, t.table, looks)]
    return frozenset(map(id, found)) - with_heading


def _looks_so(line: Line, table: Table, looks: Container[object]) -> bool:
    page = page_of(line.origin)
    said = not any(m.match(line.text) for m in (APPENDIX, NO_HEADING, REMARK, GOES_ON, CAPTION))
    return page is not None and page == page_of(table.origin) and said and (line.size, round(_left(line))) in looks


def _differ(lines: Sequence[Line]) -> bool:
    """Whether lines say more than one thing: a running header may say once more what heads the table below it."""
    return len({letters(line.text) for line in lines}) > 1


def _without_names(tables: Sequence[HeadedTable]) -> Sequence[HeadedTable]:
    """The tables, and the lines before them less the name of a competence, if each has that of its own right above."""
    named = all(t.before and says_its_name(t.before[-1], t.table, t.headers) for t in tables)
    if len(tables) < ALL_NAMED or not named:
        return tables
    return [headed._replace(before=headed.before[:-1]) for headed in tables]


def says_its_name(line: Line, table: Table, headers: Mapping[int, Columns]) -> bool:
    """Whether a line says what the first row of a table names."""
    begin = max(headers) + 1
    columns, below = headers[begin - 1], table.rows[begin : begin + 1]
    names = [cell for row in below for cell in row.cells if columns.get(cell.column) is Role.NAME]
    name = letters(one_line(own for cell in names for own in cell.lines))
    return bool(name) and letters(line.text) == name


def rows_above_headers(tables: Sequence[HeadedTable]) -> frozenset[int]:
    """The rows (by ``id``) right above the header of each table, if all have one and not all say the same.

    In a single table that of the first group stands there, if all groups after it have such a row.
    """
    found: list[Row] = []
    for _, table, headers in tables:
        row = table.rows[min(headers) - 1] if min(headers) else None
        if row is None or len(filled_cells(row)) != 1:
            return frozenset()
        found.append(row)
    said = {letters(one_line(row_to_lines(row))) for row in found}
    if len(said) > 1 or (len(tables) == 1 and _heads_first_group(found[0], *tables[0][1:])):
        return frozenset(map(id, found))
    return frozenset()


def _heads_first_group(above: Row, table: Table, headers: Mapping[int, Columns]) -> bool:
    """Whether rows like the one ``above`` the header head the groups after the first, and none the first itself.

    Fails for a table whose title names nothing that a title does, and whose first group has no heading.
    """
    words = one_line(row_to_lines(above))
    if TITLE_WORDS.search(words) or APPENDIX.match(words) or is_sentence(words):
        return False
    begin = min(headers)
    rows = [row for index, row in enumerate(table.rows) if index > begin and index not in headers]
    alike = [_is_across(row, filled_cells(above)[0]) for row in rows]
    others = {letters(one_line(row_to_lines(row))) for row, like in zip(rows, alike, strict=True) if like}
    return bool(others - {letters(words)}) and not alike[0]


def _is_across(row: Row, heading: Cell) -> bool:
    """Whether all that a row says stands in such a cell as a heading does, and is no sentence."""
    filled = filled_cells(row)
    same = len(filled) == 1 and (filled[0].column, filled[0].span) == (heading.column, heading.span)
    return same and heading.span > 1 and not is_sentence(one_line(filled[0].lines))


def headed_tables(document: Document, headers_of: Mapping[int, dict[int, Columns]]) -> Iterator[HeadedTable]:
    """Each table with headers of which none has a column for core competences, and the lines before it.

    ``headers_of`` are the headers of the tables, by ``id``.
    """
    lines: list[Line] = []
    for block in document.blocks:
        if isinstance(block, Line):
            lines += [] if block.running or block.hidden else [block]
            continue
        headers = headers_of[id(block)]
        if headers and Role.CORE not in set[Role]().union(*(found.values() for found in headers.values())):
            yield HeadedTable(lines, block, headers)
        framed = () if headers else banner_to_lines(block)
        lines = [*lines, *framed] if framed else []


def banner_to_lines(table: Table) -> tuple[Line, ...]:
    """The lines of a table of one cell that only frames a heading, as above each part of a catalogue; else none."""
    cells = [cell for row in table.rows for cell in row.cells]
    if len(cells) != 1 or not 0 < len(cells[0].lines) <= BANNER_LINES or is_sentence(one_line(cells[0].lines)):
        return ()
    return cells[0].lines


def _above_the_first(
    lines: list[Line], table: Table, others: Sequence[Headed], usual: float | None
) -> Iterator[Headed]:
    """The heading of the first table: the last line of the size that the other headings have, but for the title.

    That is what follows the appendix line, unless it is all that does, or a title stands right above that line, and its
    words do not say that it is a title, or are those with which all other headings begin.
    """
    last = max((i for i, line in enumerate(lines) if APPENDIX.match(line.text)), default=-1)
    rest = lines[last + 1 :]
    titled = any(map(_says_title, lines[max(last - 1, 0) : max(last, 0)]))
    if last >= 0 and ((len(rest) > 1 and not titled) or any(map(_says_title, rest))) and not _is_like(rest, others):
        rest = rest[1:]
    sizes = {headed.line.size for headed in others}
    captions = [line for line in rest[-1:] if CAPTION.match(line.text)]
    alike = [line for line in rest if line.size in sizes]
    for found in (_plain_headings(alike, usual), _plain_headings(rest), captions):
        if found:
            yield Headed(found[-1], table, len(found) > 1 and any(headed.doubtful for headed in others))
            return


def _is_like(lines: Sequence[Line], others: Sequence[Headed]) -> bool:
    """Whether a lone line begins with the two words or more with which all other headings do: it is one of them."""
    words = [headed.line.text.split() for headed in others]
    alike = [word for word, *more in zip(*words, strict=False) if more and set(more) == {word}]
    return len(lines) == 1 and len(alike) > 1 and lines[0].text.split()[: len(alike)] == words[0][: len(alike)] == alike


def _says_title(line: Line) -> bool:
    return TITLE_WORDS.search(line.text) is not None and not is_sentence(line.text)


def _is_title_again(line: Line, first: HeadedTable) -> bool:
    """Whether a line says once more what a title above the first table says, as a running one does."""
    titles = (letters(own.text) for own in first.before if own is not line and TITLE_WORDS.search(own.text))
    return bool(TITLE_WORDS.search(line.text)) and letters(line.text) in titles


def _plain_headings(lines: list[Line], usual: float | None = None) -> list[Line]:
    """The lines that may be the heading of what stands below them, the likeliest last.

    It is set as large as is ``usual``, or else larger than what else stands there, and is no sentence, caption or word
    about where it goes on.
    """
    plain = _plain(lines)
    own = [line for line in plain if usual and not _is_of_other_size(line, usual)]
    largest = max((line.size or 0.0 for line in plain), default=0.0)
    return own or [line for line in plain if (line.size or 0.0) >= SAME_SIZE * largest]


def _plain(lines: list[Line]) -> list[Line]:
    none = (APPENDIX, NO_HEADING, REMARK, OF_EDITION, CAPTION, GOES_ON)
    return [line for line in lines if not any(m.match(line.text) for m in none) and not is_sentence(line.text)]


def _usual_size(tables: Sequence[HeadedTable]) -> float | None:
    """The type size of what stands alone above most tables that have such a line; None where it is not known.

    Above that of the first group of a chapter stands the heading of the chapter too, in larger type.
    """
    above = ([x for x in t.before if page_of(x.origin) == page_of(t.table.origin)] for t in tables)
    alone = [plain[0].size for lines in above if len(plain := _plain(lines)) == 1 and plain[0].size]
    return Counter(alone).most_common(1)[0][0] if alone else None


def _is_of_other_size(line: Line, usual: float | None) -> bool:
    """Whether a line is set larger or smaller than is usual, as the heading of a chapter is."""
    size = line.size or usual or 0.0
    return usual is not None and not SAME_SIZE * usual <= size <= usual / SAME_SIZE


def lines_within_tables(
    document: Document, above: Sequence[Headed], headers: Mapping[int, dict[int, Columns]]
) -> frozenset[int]:
    """The last lines of rows that head the next group, by ``id``: tables without rules were read as one.

    Such a line stands below all others of its row, right above a header row, and as far from where the header begins
    as the lines ``above`` tables do. So does one at the end of a page, if it begins left of all of its row. Fails for
    a heading that stands where the column's own lines do, and close to them or at the end of a page.
    """
    tables = [block for block in document.blocks if isinstance(block, Table)] if above else []
    return frozenset(map(id, _within(tables, above, headers)))


def _within(
    tables: Sequence[Table], above: Sequence[Headed], headers: Mapping[int, dict[int, Columns]]
) -> Iterator[Line]:
    lefts = [_from_header(h.line, h.table, headers[id(h.table)]) for h in above]
    found = [headers[id(table)] for table in tables]
    for table, own, after in zip(tables, found, [*found[1:], {}][: len(tables)], strict=True):
        for line in (*_last_lines(table, own), *(_at_page_end(table, own) if after.get(0) else ())):
            place = _from_header(line, table, own)
            if any(is_same_indent(place, left, line) for left in lefts):
                yield line


def _last_lines(table: Table, headers: Mapping[int, Columns]) -> Iterator[Line]:
    """The last line of each row right above a header row: alone, or below all others with white between."""
    for index, row in enumerate(table.rows[:-1]):
        if index in headers or index + 1 not in headers or Role.CORE in headers[index + 1].values():
            continue
        yield from _below_all(row)[:1]


def _at_page_end(table: Table, headers: Mapping[int, Columns]) -> Iterator[Line]:
    """The last line of a table, below all others of its row with white between, and left of them."""
    lines = _below_all(table.rows[-1]) if table.rows and len(table.rows) - 1 not in headers else []
    starts = [_left(line) for line in lines[1:]]
    if starts and _left(lines[0]) < min(starts) and not is_same_indent(_left(lines[0]), min(starts), lines[0]):
        yield lines[0]


def _below_all(row: Row) -> list[Line]:
    """The lines of a row, from below, if white parts the last from the others; else none."""
    placed = [(line, line.origin.box) for line in row_to_lines(row) if isinstance(line.origin, PagePlace)]
    placed.sort(key=lambda own: own[1].bottom, reverse=True)
    for line, box in placed[:1]:
        if all(box.top - other.bottom > BELOW * (line.size or 0.0) for _, other in placed[1:2]):
            return [line for line, _ in placed]
    return []


def _from_header(line: Line, table: Table, headers: Mapping[int, Columns]) -> float:
    """How far from its first header a line of a table, or above it, begins; 0 in a format without pages."""
    first = [line for index in sorted(headers)[:1] for line in row_to_lines(table.rows[index])]
    return _left(line) - min(map(_left, first), default=0.0)


def _left(line: Line) -> float:
    return line.origin.box.x0 if isinstance(line.origin, PagePlace) else 0.0


def _above_headers(table: Table, headers: Container[int]) -> Iterator[tuple[Line, ...]]:
    """What stands alone in rows right above further header rows of a table."""
    for index, (row, _) in enumerate(pairwise(table.rows)):
        filled = filled_cells(row)
        if index + 1 in headers and index not in headers and len(filled) == 1:
            yield filled[0].lines
