"""Document → the rows of the catalogue: which table it is, what its columns hold, what is left out.

Every line of every block ends in exactly one place: a row of the catalogue, or an entry of the ledger. Rows are
still as the layout has them; joining what runs over a page is the next stage (``records``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from transform.alignment import row_under_header
from transform.appendices import other_tables
from transform.asides import asides_in, rows_at_every_end
from transform.bullets import lines_to_bullets
from transform.catalogue_row import CatalogueRow, Selection, body_across, cells_by_role, roles_under, row_without
from transform.close_headings import headings_in_rows, is_above
from transform.core_words import says_core
from transform.document import Block, Cell, Document, Line, Row, Table
from transform.errors import RowsUnread
from transform.findings import Code, Finding
from transform.group_headings import (
    banner_to_lines,
    headed_tables,
    is_group_heading,
    lines_above_tables,
    lines_within_tables,
    rows_above_headers,
    tables_unheaded,
)
from transform.header import Columns, roles_twice, texts_joined
from transform.header_again import holds_more, is_above_header, lost_words, only_ran_over, stands_again
from transform.header_rows import (
    CONTINUED,
    cells_to_letters,
    document_to_headers,
    filled_cells,
    first_words,
    has_words,
    one_line,
    row_to_letters,
    row_to_lines,
)
from transform.heading_words import heading_and_remark, is_same_heading, is_set_otherwise, may_head
from transform.labels import has_label
from transform.ledger import Entry, Reason, line_to_entry
from transform.names_alone import heads_what_begins, names_alone
from transform.next_part import (
    InForce,
    has_borders_of,
    is_headed_again,
    rows_above_to_part,
    table_to_part,
    tables_overleaf,
    words_in_columns,
)
from transform.pages import pages_again
from transform.panels import header_to_panels, rows_beside
from transform.pictured import Unread, core_is_pictured, is_pictured, unread_cells
from transform.place import Origin, WordPlace, page_of, place_in_words
from transform.role import Role, letters
from transform.row_checks import SHOWN, check_names, check_no_header_within, check_one_label, check_one_name
from transform.unread import no_table


def document_to_rows(document: Document) -> Selection:
    """Find the catalogue's table or tables; raise NoCatalogueTable, or PageUnread, when no header row is recognised.

    Fails for a table without a header row that does not follow one with the same column borders.
    """
    guessed = (finding.place for finding in document.findings if finding.code is Code.ROWS_FROM_WHITE_SPACE)
    headers = document_to_headers(document)
    others = other_tables(document, headers)
    headers |= {table: {} for table in others}
    tables = tuple(headed_tables(document, headers))
    headed = lines_above_tables(tables)
    selector = _Selector(document.source.file, guessed)
    within = lines_within_tables(document, headed, headers) | headings_in_rows(document, headers)
    selector.headings = frozenset(id(h.line) for h in headed) | within
    selector.unheaded_tables = tables_unheaded(tables, headed)
    selector.doubtful = frozenset(id(h.line) for h in headed if h.doubtful)
    selector.headers = headers
    selector.above_headers = rows_above_headers(tables)
    selector.filled = words_in_columns(document.blocks, headers)
    selector.unread = unread_cells(document.findings)
    selector.asides = asides_in(document)
    selector.ends = rows_at_every_end(document)
    selector.overleaf = tables_overleaf(document.blocks)
    again = pages_again(document)
    for index, block in enumerate(document.blocks):
        if page_of(block.origin) in again:
            selector.leave_out_again(block)
        elif isinstance(block, Table) and id(block) in others:
            selector.pass_other(block, describes=others[id(block)])
        elif isinstance(block, Table) and any(id(line) in selector.headings for line in banner_to_lines(block)):
            for line in banner_to_lines(block):
                selector.take_line(line)
        elif isinstance(block, Table):
            selector.take_table(index, block)
        else:
            selector.take_line(block)
    if not selector.rows:
        raise no_table(document)
    check_names(document.source.file, selector.rows)
    return selector.selection()._replace(again=again, above=tuple(selector.above))


class _Selector:
    """Walks over the blocks and remembers the header in force."""

    #: By ``id``: lines that head a group, doubtful ones, rows above headers that do; what says where the table goes on.
    headings: frozenset[int] = frozenset()
    doubtful: frozenset[int] = frozenset()
    unheaded_tables: frozenset[int] = frozenset()
    above_headers: frozenset[int] = frozenset()
    headers: Mapping[int, dict[int, Columns]] = MappingProxyType({})
    asides: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()  # rows that do
    names: frozenset[Origin] = frozenset()  # rows of the table that hold one alone
    overleaf: Mapping[int, Table] = MappingProxyType({})
    filled: frozenset[int] = frozenset()  # columns in which something stands
    #: Where in the tables a picture or box stands: what it says is not read.
    unread: Unread = Unread()

    def __init__(self, file: str, guessed: Iterable[Origin | None]) -> None:
        self.guessed = frozenset(guessed)
        self.file = file
        self.words: dict[Role, str] = {}
        self.rows: list[CatalogueRow] = []
        self.entries: list[Entry] = []
        self.findings: list[Finding] = []
        self.outside: list[Line] = []
        self.above: list[Line] = []
        self.said: set[str] = set()
        self.titles: set[str] = set()
        self.extras: set[str] = set()
        self.blocks: list[int] = []
        self.columns: Columns | None = None
        self.header: Table | None = None
        self.heads: tuple[Cell, ...] = ()
        self.panels = 1
        self.adjacent = self.parted = False
        self.over: Line | None = None
        self.group: tuple[Line, ...] = ()
        self.headed = self.begun = 0  # how many rows there were when the group, or the table, began; the group alone
        self.unheaded = False

    def selection(self) -> Selection:
        """What was found; where the first group has no heading and the last heading no rows, they may stand below."""
        if self.group and self.begun == len(self.rows) and not self.rows[0].group:
            self.rows = [row._replace(unheaded=True) for row in self.rows]
        return Selection(
            tuple(self.rows), tuple(self.entries), tuple(self.findings), tuple(self.outside), tuple(self.blocks)
        )

    def leave_out(self, reason: Reason, lines: tuple[Line, ...], place: Origin) -> None:
        """Enter lines in the ledger; an empty row gets an entry of its own all the same."""
        self.entries += (line_to_entry(reason, line) for line in lines)
        if not lines:
            self.entries.append(Entry(reason=reason, text="", place=place))

    def leave_out_again(self, block: Block) -> None:
        """A line or table of a page that is the one before once more."""
        if isinstance(block, Line):
            self.leave_out(Reason.PAGE_AGAIN, (block,), block.origin)
            return
        self.report(Code.PAGE_AGAIN, block.origin, "")
        for row in block.rows:
            self.leave_out(Reason.PAGE_AGAIN, row_to_lines(row), row.origin)

    def take_line(self, line: Line) -> None:
        """A line outside the tables: a group's heading, or none of the catalogue's."""
        self.adjacent = False
        if id(line) in self.headings:
            self.take_heading((line,), line.origin)
            self.unheaded |= id(line) in self.doubtful
        else:
            self.over = line if line.text not in self.said and may_head(line) else None
            self.parted |= self.over is not None and isinstance(line.origin, WordPlace)
            self.said.add(line.text)
            self.titles |= set() if self.columns else {letters(line.text)}
            self.outside.append(line)

    def take_heading(self, lines: tuple[Line, ...], place: Origin) -> None:
        """A heading of a group; below one that says that it is a core competence, any other is of a part of that."""
        if says_core(one_line(self.group)) and not says_core(one_line(lines)):
            self.leave_out(Reason.REMARK, lines, place)
            self.report(Code.ROW_LEFT_OUT, place, one_line(lines))
            return
        again = is_same_heading(one_line(lines), one_line(self.group))
        if again and is_set_otherwise(lines, self.group):  # a running line: the rows below it may be of the one before
            self.rows[self.begun :] = [row._replace(unheaded=True) for row in self.rows[self.begun :]]
        self.unheaded = bool(self.group) and not again and self.begun == len(self.rows)  # right below another
        self.group = self.group if again else lines
        self.headed = self.begun = len(self.rows)
        self.leave_out(Reason.GROUP_HEADING, lines, place)
        self.report(Code.GROUP_HEADING, place, one_line(lines))

    def take_heading_row(self, row: Row) -> None:
        """A row that heads a group; what it says beside that, or instead, is left out, and a person is asked."""
        heading, remark = heading_and_remark(row_to_lines(row))
        if remark:
            self.leave_out(Reason.REMARK, remark, row.origin)
            self.report(Code.ROW_LEFT_OUT, row.origin, one_line(remark))
        if heading:
            self.take_heading(heading, row.origin)

    def take_table(self, block: int, table: Table) -> None:
        """Take the rows under each header row; a table that is none of the catalogue's is passed over."""
        headers = self.headers[id(table)]
        found = table if headers else self.next_part(table)
        if found is None:
            self.unheaded |= self.is_under_heading(table)  # what heads it may head the rows that follow it
            return
        table = found
        goes_on = not headers or self.continues(table) or is_headed_again(table, min(headers), self.in_force())
        columns = self.columns if goes_on or self.goes_on_above(table, headers) else None
        self.blocks.append(block)
        self.unheaded |= (not headers and self.is_under_heading(table)) or id(table) in self.unheaded_tables
        self.adjacent, self.parted, self.over = True, False, None
        begins = not table.upright  # a fiche is no rest of another
        self.headed = max(self.headed, len(self.rows))
        self.names = names_alone(table, headers)
        for index, row in enumerate(table.rows):
            is_again = index not in headers and row_to_letters(row) == cells_to_letters(self.heads)
            if is_again or (index in headers and headers[index] is columns):
                self.leave_out(Reason.HEADER, row_to_lines(row), row.origin)
            elif index in headers and headers.get(index + 1, headers[index]) is not headers[index]:
                self.leave_out(Reason.ABOVE_HEADER, row_to_lines(row), row.origin)
            elif index in headers:
                self.unheaded |= bool(self.group) and len(self.rows) > self.headed
                header, heading = row_without(row, self.headings)
                columns = self.take_header(header, headers[index], table)
                for line in heading:
                    self.take_heading((line,), line.origin)
            elif id(row) in self.ends:
                self.leave_out(Reason.REMARK, row_to_lines(row), row.origin)
                self.report(Code.ROW_LEFT_OUT, row.origin, one_line(row_to_lines(row)))
            elif columns is None or (is_above_header(index, headers) and row_to_letters(row) in self.titles):
                self.take_row_above_header(row)
            else:
                whole, heading = row_without(row, self.headings)
                whole, asides = row_without(whole, self.asides)
                self.entries += (line_to_entry(Reason.REMARK, line) for line in asides)
                above = [line for line in heading if is_above(line, row)]
                for line in above:
                    self.take_heading((line,), line.origin)
                for part in self.parts_of(whole, table) if row_to_lines(whole) or not heading + asides else ():
                    begins = not self.take_row(block, table, part, columns, begins) and begins
                for line in heading[len(above) :]:
                    self.take_heading((line,), line.origin)

    def parts_of(self, row: Row, table: Table) -> Iterator[Row]:
        """The row in the columns of the header in force, or a row for each competence side by side in it."""
        own = row_under_header(row, self.heads, table.edges)
        yield from (own,) if self.panels == 1 else rows_beside(self.file, own, self.heads, self.panels, self.columns)

    def continues(self, table: Table) -> bool:
        """Whether a table has the column borders of the one with the header in force."""
        return self.header is not None and has_borders_of(table, self.header, self.guessed)

    def is_under_heading(self, table: Table) -> bool:
        """Whether what stands right above a part, on its page, may head a group that begins there, as others did."""
        over = page_of(self.over.origin) if self.over else None
        return bool(self.group) and over is not None and over == page_of(table.origin)

    def in_force(self) -> InForce | None:
        if not (self.header and self.columns):
            return None
        return InForce(self.header, self.heads, self.columns, self.guessed)

    def goes_on_above(self, table: Table, headers: Mapping[int, Columns]) -> bool:
        """Whether the table before goes on above the first header of one with other borders; reported if doubtful."""
        how = {"adjacent": self.adjacent, "parted": self.parted}
        part = rows_above_to_part(table, min(headers), self.in_force(), self.rows, **how)
        if part.code:
            self.report(part.code, table.origin, first_words(table))
        return part.table is not None

    def next_part(self, table: Table) -> Table | None:
        """A table without a header, if it is the catalogue's next part; passed over if not, reported if doubtful."""
        how = {"adjacent": self.adjacent, "parted": self.parted}
        part = table_to_part(table, self.in_force(), self.rows, overleaf=self.overleaf.get(id(table)), **how)
        if part.table is None:
            self.pass_over(table, part.code or Code.TABLE_PASSED_OVER)
        elif part.code:
            self.report(part.code, table.origin, first_words(table))
        return part.table

    def pass_other(self, table: Table, *, describes: bool) -> None:
        """A table of another appendix or with other headings; a person is asked about one like the catalogue."""
        self.pass_over(table, Code.TABLE_ELSEWHERE if describes or self.continues(table) else Code.TABLE_PASSED_OVER)

    def pass_over(self, table: Table, code: Code) -> None:
        self.adjacent = False
        lines = tuple(line for row in table.rows for line in row_to_lines(row))
        self.leave_out(Reason.OTHER_TABLE, lines, table.origin)
        self.report(code, table.origin, first_words(table))

    def take_row_above_header(self, row: Row) -> None:
        """A title above the header is left out; a row of the catalogue there was not recognised."""
        lines = row_to_lines(row)
        if id(row) in self.above_headers:
            self.take_heading(lines, row.origin)
            return
        if has_label(lines) or ((self.columns or len(filled_cells(row)) > 1) and any(lines_to_bullets(lines))):
            raise RowsUnread(self.file, where=place_in_words(row.origin), words=one_line(lines)[:SHOWN])
        new = {row_to_letters(row)} - self.titles - {""}
        self.unheaded |= bool(new and self.columns and self.group)  # it may head what is below
        self.titles |= new
        self.above += () if self.columns else lines
        self.leave_out(Reason.ABOVE_HEADER, lines, row.origin)

    def take_header(self, row: Row, columns: Columns, table: Table) -> Columns:
        """The columns under a header row: those in force where it is the same, though its words ran over a border."""
        self.leave_out(Reason.HEADER, row_to_lines(row), row.origin)
        said = {role: letters(one_line(lines)) for role, lines in cells_by_role(row, columns)[0].items()}
        words = {role: own.removesuffix(CONTINUED) for role, own in said.items()}
        if self.columns is None:
            self.report_order(row, columns)
        elif self.continues(table) and (
            stands_again(row, self.heads) or only_ran_over(words, self.words, row, table, self.columns)
        ):
            return self.columns
        elif not table.upright and (
            holds_more(words, self.words)
            or lost_words(words, self.words)
            or (self.continues(table) and set(columns.values()) != set(self.columns.values()))
        ):
            raise RowsUnread(self.file, where=place_in_words(row.origin), words=one_line(row_to_lines(row)))
        self.report_extra(row, columns)
        self.columns, self.header, self.words = columns, table, words
        self.heads, self.panels = row.cells, header_to_panels(row.cells, columns)
        self.check_roles(row, columns)
        return columns

    def check_roles(self, row: Row, columns: Columns) -> None:
        """Two columns of one role are read as one, and reported; with two names in a row nothing tells which it is."""
        if self.panels > 1:
            self.report(Code.SIDE_BY_SIDE, row.origin, one_line(row_to_lines(row)))
            return
        for role, heads in roles_twice(row.cells, columns).items():
            words = " | ".join(one_line(head.lines) for head in heads)
            if role in {Role.NAME, Role.CORE}:
                raise RowsUnread(self.file, where=place_in_words(row.origin), words=words[:SHOWN])
            self.report(Code.COLUMNS_JOINED, row.origin, words)

    def report_order(self, row: Row, columns: Columns) -> None:
        order = [role for role in dict.fromkeys(columns.values()) if role is not Role.EXTRA]
        if order != sorted(order, key=list(Role).index):
            self.report(Code.COLUMN_ORDER, row.origin, " | ".join(one_line(cell.lines) for cell in row.cells))

    def report_extra(self, row: Row, columns: Columns) -> None:
        """The columns that are none of the catalogue's, if any words are in them; of the first header all."""
        said = [one_line(c.lines) for c in row.cells if columns[c.column] is Role.EXTRA and c.column in self.filled]
        for words in said if self.columns is None else dict.fromkeys(said):
            if self.columns is None or (words and words not in self.extras):
                self.report(Code.COLUMN_EXTRA, row.origin, words)
        self.extras.update(said)

    def take_row(self, block: int, table: Table, row: Row, columns: Columns, begins: bool) -> bool:
        """Take a row under the header in force; True if it is one of the catalogue's."""
        row = body_across(row, columns, self.rows)
        lines, merged = cells_by_role(row, columns)
        if not has_words(row_to_lines(row)):
            self.leave_out(Reason.EMPTY_ROW, (), row.origin)
            self.unheaded |= any(is_pictured(row, cell, self.unread) for cell in row.cells)
            return False
        is_last, in_rows = row.origin == table.rows[-1].origin, not self.group and self.has_core()
        if row.origin not in self.names and is_group_heading(row, columns, is_last=is_last, in_rows=in_rows):
            self.take_heading_row(row)
            return False
        if extra := lines.pop(Role.EXTRA, ()):
            self.leave_out(Reason.EXTRA_COLUMN, extra, row.origin)
        for cell in filled_cells(row):
            if cell.column not in columns:
                self.report(Code.COLUMN_EXTRA, row.origin, one_line(cell.lines))
            if len(roles_under(cell, columns)) > 1:
                self.report(Code.CELLS_JOINED, cell.lines[0].origin, one_line(cell.lines))
        self.findings += texts_joined(row, columns, one_line(lines.get(Role.NAME, ())))
        check_no_header_within(self.file, row, lines, self.words)
        check_one_label(self.file, row, lines)
        check_one_name(self.file, row, lines)
        if begins and Role.CORE not in columns.values() and self.rows and heads_what_begins(self.rows[-1], lines):
            heading = self.rows.pop()
            self.take_heading(heading.lines[Role.NAME], heading.place)
        key = f"{block + 1}.{len(self.rows) + 1}"
        taken = CatalogueRow(key, block, row.origin, lines, merged, begins, self.group)
        parted, coreless = table.origin not in self.guessed, core_is_pictured(row, columns, self.unread)
        self.rows.append(taken._replace(parted=parted, unheaded=self.unheaded, coreless=coreless))
        self.unheaded |= row.origin in self.names  # it may head what is below
        return True

    def has_core(self) -> bool:
        """Whether the row before has a core competence of its own."""
        return bool(self.rows) and has_words(self.rows[-1].lines.get(Role.CORE, ()))

    def report(self, code: Code, place: Origin, was: str) -> None:
        self.findings.append(Finding(code=code, place=place, was=was, became=was))
