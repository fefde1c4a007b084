"""Lines outside the table → the title and the appendix line.

Bijlage 1B bij de Regeling jaargesprekken     appendix: the last line before the table that begins so
Competentiecatalogus                          title: the line after it

Which lines these are is decided in ``title_lines``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.appendices import APPENDIX, CONTENTS_LINE, PAGE_NUMBER, said
from transform.catalogue_row import Selection
from transform.clean import Field, clean
from transform.document import Block, Document, Line, Table, is_blank, printed_characters
from transform.findings import Code, Finding
from transform.header_rows import one_line, row_to_lines
from transform.heading_words import CAPTION, TITLE_WORDS
from transform.ledger import Entry, Reason, line_to_entry
from transform.odd_signs import text_to_odd_signs
from transform.parted_words import text_to_parted_words
from transform.place import PagePlace, WordPlace
from transform.role import letters
from transform.strand import Strand
from transform.title_lines import (
    SPACE,
    appendix_and_title,
    appendix_lines,
    end_of,
    had_no_room,
    is_larger,
    tells,
    title_unlikely,
)
from transform.words import Words

#: What programs write for a title or subject that they were not given.
_PLACEHOLDERS: Final = frozenset({"(anonymous)", "(unspecified)", "untitled", "naamloos"})
#: White within a line that is wider than between words, as a reader of pages gives it.
_PARTED: Final = re.compile(r"\S {3,}\S")


#: A number that stands before a title, as before the others of its text.
_NUMBERED: Final = re.compile(r"\s*\d{1,3}(?:\.(?!\d)|\s+(?=[A-ZÀ-Ý]))")

#: The parts of a file that hold headers.
_HEADERS: Final = re.compile(r"header\d*\.xml$|^styles\.xml$")


class Heading(NamedTuple):
    """Title and appendix, and every line outside the tables in the ledger."""

    title: str
    appendix: str
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def document_to_heading(document: Document, selection: Selection, words: Words) -> Heading:
    """Find title and appendix among the lines outside the rows that stand before the catalogue's table.

    Those that head core competences are none. Where they are not there, among the lines of the rows above its header;
    running headers count if there are none. Without them the file's own metadata count, and are reported; without those
    either the title is empty, and reported. Takes the first line after the appendix line for the title, whatever it
    says.
    """
    outside, table = selection.outside, selection.rows[0].block
    groups = {letters(line.text) for row in selection.rows for line in row.group}
    before = _before_table(document, outside, selection.above, table)
    before = [line for line in before if letters(line.text) not in groups]
    width = _width(document, table)
    appendix, title = appendix_and_title(before, width)
    appendix = appendix or _in_header(outside)
    entries = tuple(_entry(line, appendix, title) for line in outside)
    own, title_findings = _printed(title, "title", words)
    other, appendix_findings = _printed(appendix, "appendix", words)
    named, findings = _named(own, document.title)
    line, unprinted = _named(other, document.subject)
    missing = () if named else (Finding(code=Code.TITLE_MISSING),)
    unsure = (*_unsure(appendix, title, outside), *_unlikely(appendix, title), *_odd_signs(appendix, title))
    unsure += tuple(_overlapped(document, (*appendix, *title)))
    unsure += tuple(title_unlikely(before, appendix, title, width))
    unsure += tuple(_of_the_first_group(title if groups and not selection.rows[0].group else []))
    return Heading(
        named, line, entries, (*title_findings, *appendix_findings, *findings, *unprinted, *missing, *unsure)
    )


def _unsure(appendix: list[Line], title: list[Line], outside: tuple[Line, ...]) -> Iterator[Finding]:
    """Whether a person should look at the heading of a PDF: it may be another line, or less than all of this one.

    White parts it from more on its line, or title and appendix line stand side by side: a stamp stands so. Without an
    appendix line before the table one may stand behind it, as where pages are out of order.
    """
    printed = [line for line in (*appendix, *title) if isinstance(line.origin, PagePlace)]
    later = [] if appendix else [line for line in outside if APPENDIX.match(line.text) and not line.running]
    doubtful = [line for line in printed if _PARTED.search(line.text)] or (printed if _is_aside(printed) else later)
    if doubtful:
        was = " ".join(" ".join(line.text.split()) for line in doubtful)
        yield Finding(code=Code.TITLE_UNSURE, place=doubtful[0].origin, was=was)


def _unlikely(appendix: list[Line], title: list[Line]) -> Iterator[Finding]:
    """Whether what was taken for a heading says by its words that it may be none, or more than one.

    A title that is a sentence tells what the table is for: its own line may be lost. A number before it may be none of
    its own. At the end of a line of it a word may be cut. An appendix line without a title below it that speaks of
    competences may hold the title, as where another program made one paragraph of the two.
    """
    was = one_line(title)
    of_contents = any("\t" in line.text and CONTENTS_LINE.search(line.text) for line in title)
    doubtful = of_contents or tells(was) or CAPTION.match(was) or _NUMBERED.match(was)
    raised = any(not mark.note for line in (*appendix, *title) for mark in line.raised)
    if doubtful or raised or (len(title) > 1 and any(text_to_parted_words(was, in_name=True))):
        yield Finding(code=Code.TITLE_UNSURE, place=(title or appendix)[0].origin, was=was)
    if appendix and not title and "competent" in letters(one_line(appendix)):
        yield Finding(code=Code.TITLE_UNSURE, place=appendix[0].origin, was=one_line(appendix))


def _in_header(outside: tuple[Line, ...]) -> list[Line]:
    """The appendix line in the headers of a Word or ODT file, where all that have one say the same."""
    parts = ((line, line.origin.part or "") for line in outside if isinstance(line.origin, WordPlace))
    found = [line for line, part in parts if _HEADERS.search(part) and APPENDIX.match(said(line))]
    return found[:1] if len({letters(line.text) for line in found}) == 1 else []


def _of_the_first_group(title: list[Line]) -> Iterator[Finding]:
    """A title that does not speak of competences may head the first rows, where only others have a heading."""
    if title and "competent" not in letters(one_line(title)):
        yield Finding(code=Code.TITLE_UNSURE, place=title[0].origin, was=one_line(title))


def _overlapped(document: Document, lines: Iterable[Line]) -> Iterator[Finding]:
    """The lines of a heading in which words run over each other: they may be the header of narrow columns."""
    found = {f.place for f in document.findings if f.code is Code.TEXT_OVERLAPS and isinstance(f.place, PagePlace)}
    for line in lines if found else ():
        if isinstance(line.origin, PagePlace) and any(_is_on(line.origin, place) for place in found):
            yield Finding(code=Code.TITLE_UNSURE, place=line.origin, was=line.text)


def _is_on(line: PagePlace, place: PagePlace) -> bool:
    """Whether a place on the page is on a line, by its middle."""
    across, down = (place.box.x0 + place.box.x1) / 2, (place.box.top + place.box.bottom) / 2
    own = line.box
    return line.page == place.page and own.x0 <= across <= own.x1 and own.top <= down <= own.bottom


def _odd_signs(appendix: list[Line], title: list[Line]) -> Iterator[Finding]:
    """Signs that are no writing, as in the texts of the competences: a template's field that nobody filled in."""
    for lines in (title, appendix):
        for flaw in text_to_odd_signs(one_line(lines)):
            yield Finding(code=flaw.code, place=lines[0].origin, was=flaw.words, became=flaw.words)


def _is_aside(lines: list[Line]) -> bool:
    """Whether a line stands wholly right or left of the one before it."""
    boxes = [line.origin.box for line in lines if isinstance(line.origin, PagePlace)]
    return any(one.x1 <= other.x0 or other.x1 <= one.x0 for one, other in pairwise(boxes))


def _named(printed: str, said: str) -> tuple[str, tuple[Finding, ...]]:
    """What is printed, or else what the file's properties say, with a finding."""
    words = printed or _said_by_file(said)
    return words, () if words == printed else (Finding(code=Code.TITLE_UNPRINTED, was=words, became=words),)


def _said_by_file(text: str) -> str:
    words = " ".join(text.split())
    return "" if words.lower() in _PLACEHOLDERS else words


def _before_table(document: Document, outside: tuple[Line, ...], above: tuple[Line, ...], table: int) -> list[Line]:
    ours = {id(line) for line in outside if not line.hidden or _is_hung(line)}
    rows = document.blocks[table]
    found = (line for block in document.blocks[:table] for line in _heading_lines(block, ours))
    found = (line for line in found if not _is_beside(line, rows))
    width = _width(document, table)
    lines = list(_without_page_numbers(found, width))
    printed, titles = [line for line in lines if not line.running], list(_whole_lines(above))
    appendix = appendix_lines(printed, width)
    is_last = bool(appendix) and appendix[-1] is printed[-1]
    if is_last or not printed or (not appendix and appendix_lines(titles, width)):
        printed += titles
    elif appendix and any(TITLE_WORDS.search(line.text) for line in titles) and _only_says(printed, appendix):
        printed = printed[: end_of(printed, appendix)] + titles
    return printed or lines


def _is_beside(line: Line, table: Block) -> bool:
    """Whether a line stands at the height of a table's rows: the head of a column that was read as none of it.

    What speaks of competences in larger type than the first row is no such head: two pages stand on one sheet.
    """
    place, rows = line.origin, table.origin
    if not (isinstance(place, PagePlace) and isinstance(rows, PagePlace)) or place.page != rows.page:
        return False
    middle, own = (place.box.top + place.box.bottom) / 2, rows.box
    if not own.top < middle < own.bottom or not (place.box.x1 <= own.x0 or own.x1 <= place.box.x0):
        return False
    first = row_to_lines(table.rows[0]) if isinstance(table, Table) else ()
    return not (TITLE_WORDS.search(line.text) and first and all(is_larger(line, other) for other in first))


def _only_says(lines: list[Line], appendix: list[Line]) -> bool:
    """Whether all that follows the appendix line are sentences: what the table is for, and no title of it."""
    return all(tells(line.text) for line in lines[end_of(lines, appendix) :])


def _without_page_numbers(lines: Iterable[Line], width: float) -> Iterator[Line]:
    """A number for which the line above had no room is its last word: ``Reglement functioneren / 2025``."""
    above: Line | None = None
    for line in lines:
        if not PAGE_NUMBER.match(line.text) or (above and not line.running and had_no_room(above, line, width)):
            yield line
        above = line


def _is_hung(line: Line) -> bool:
    """Whether an appendix line of a PDF stands in the margin, where other lines note what is beside them."""
    return isinstance(line.origin, PagePlace) and bool(APPENDIX.match(line.text))


def _heading_lines(block: Block, ours: Container[int]) -> Iterator[Line]:
    """What may be a heading: lines that are ours (by ``id``), and those of a table that only lays one out.

    Such a table has one column, or holds the appendix line beside a logo.
    """
    if isinstance(block, Line):
        yield from (block,) if id(block) in ours else ()
        return
    lines = [line for row in block.rows for line in row_to_lines(row)]
    if all(len(row.cells) == 1 for row in block.rows) or any(APPENDIX.match(said(line)) for line in lines):
        yield from _uncut([line for line in lines if printed_characters(line.text)])


def _uncut(lines: list[Line]) -> Iterator[Line]:
    """The lines of a table, an appendix line with the rest of it that was read in the next column."""
    rests = {id(line): rest for line in lines for rest in lines if APPENDIX.match(line.text) and _is_rest(rest, line)}
    for line in lines:
        if rest := rests.get(id(line)):
            yield replace(line, text=f"{line.text.rstrip()} {rest.text.lstrip()}")
        elif not any(line is rest for rest in rests.values()):
            yield line


def _is_rest(rest: Line, line: Line) -> bool:
    """Whether a line of a page stands right behind another, no further off than a space."""
    if not (isinstance(line.origin, PagePlace) and isinstance(rest.origin, PagePlace)) or rest.size != line.size:
        return False
    box, own, room = line.origin.box, rest.origin.box, 2 * SPACE * (line.size or 0.0)
    return own.bottom == box.bottom and -room < own.x0 - box.x1 < room


def _whole_lines(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of rows as they were printed: cells may have cut them. A number alone counts rows."""
    lines = [line for line in lines if not PAGE_NUMBER.match(line.text)]
    placed = [(line.origin.box, line) for line in lines if isinstance(line.origin, PagePlace)]
    placed.sort(key=lambda own: (own[0].bottom, own[0].x0))
    for _, level in groupby(placed, key=lambda own: own[0].bottom):
        pieces = [line for _, line in level]
        yield replace(pieces[0], text=" ".join(piece.text for piece in pieces))
    yield from (line for line in lines if not isinstance(line.origin, PagePlace))


def _width(document: Document, table: int) -> float:
    """How wide the text of the page is on which the catalogue's table stands; 0 in a format without pages.

    Numbers that stand by themselves, of lines or of the page, are none of it.
    """
    origin = document.blocks[table].origin
    if not isinstance(origin, PagePlace):
        return 0.0
    page = origin.page
    text = (b for b in document.blocks if not (isinstance(b, Line) and PAGE_NUMBER.match(b.text)))
    boxes = [b.origin.box for b in text if isinstance(b.origin, PagePlace) and b.origin.page == page]
    return max(box.x1 for box in boxes) - min(box.x0 for box in boxes)


def _entry(line: Line, appendix: list[Line], title: list[Line]) -> Entry:
    reason = Reason.OUTSIDE
    if any(line is other for other in appendix):
        reason = Reason.APPENDIX
    elif any(line is other for other in title):
        reason = Reason.TITLE
    return line_to_entry(reason, line)


def _printed(lines: list[Line], field: str, words: Words) -> tuple[str, tuple[Finding, ...]]:
    """The text of the lines without marks of notes; words that were broken at a line end are joined as everywhere."""
    lines = [line if said(line) == line.text else replace(line, text=said(line), raised=()) for line in lines]
    if len(lines) > 1 or any(line.raised for line in lines):
        strand = Strand(field, tuple(lines))
        cleaned = clean(strand, 0, len(strand.text), Field(None, field), words)
        return cleaned.text, cleaned.findings
    text = unicodedata.normalize("NFC", "".join(line.text for line in lines))
    return " ".join("".join(c for c in text if c.isspace() or not is_blank(c)).split()), ()
