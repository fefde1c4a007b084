"""Lines outside the table → the title and the appendix line.

Bijlage 1B bij de Regeling jaargesprekken     appendix: the last line before the table that begins so
Competentiecatalogus                          title: the line after it
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.document import Document, Line, is_blank, printed_characters
from transform.findings import Code, Finding
from transform.ledger import Entry, Reason
from transform.place import PagePlace
from transform.role import letters

#: ``bijlage-1b.docx`` is the name of a file.
APPENDIX: Final = re.compile(r"^\s*(?:bijlage|appendix|annex)(?=[\s:.–—]|$)", re.IGNORECASE)
#: What programs write for a title or subject that they were not given.
_PLACEHOLDERS: Final = frozenset({"(anonymous)", "(unspecified)", "untitled", "naamloos"})
#: A line of a table of contents ends in dots, a tab or a wide gap and a page number.
_CONTENTS_LINE: Final = re.compile(r"(?:(?:[.…]\s?){3,}|…|\t|\s{3,})\s*\d+\s*$")
_PAGE_NUMBER: Final = re.compile(r"^\W*(?:(?:pagina|page|blz\.?)\s*)?\d+(?:\s*(?:/|van|of)\s*\d+)?\W*$", re.IGNORECASE)


class Heading(NamedTuple):
    """Title and appendix, and every line outside the tables in the ledger."""

    title: str
    appendix: str
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def document_to_heading(document: Document, outside: tuple[Line, ...], above: tuple[Line, ...], table: int) -> Heading:
    """Find title and appendix among the lines ``outside`` that stand before the catalogue's table.

    Where they are not there, among the lines of the rows ``above`` its header; running headers count if there are none.
    Without them the file's own metadata count, and are reported; without those either the title is empty, and reported.
    Fails for an appendix line over more than two lines, and takes the first line after it for the title, whatever it
    says.
    """
    before = _before_table(document, outside, above, table)
    appendix = _appendix_lines(before)
    title = _title_lines(before, appendix)
    entries = tuple(_entry(line, appendix, title) for line in outside)
    words, findings = _named(_printed(title), document.title)
    line, unprinted = _named(_printed(appendix), document.subject)
    missing = () if words else (Finding(code=Code.TITLE_MISSING),)
    return Heading(words, line, entries, (*findings, *unprinted, *missing))


def _named(printed: str, said: str) -> tuple[str, tuple[Finding, ...]]:
    """What is printed, or else what the file's properties say, with a finding."""
    words = printed or _said_by_file(said)
    return words, () if words == printed else (Finding(code=Code.TITLE_UNPRINTED, was=words, became=words),)


def _said_by_file(text: str) -> str:
    words = " ".join(text.split())
    return "" if words.lower() in _PLACEHOLDERS else words


def _before_table(document: Document, outside: tuple[Line, ...], above: tuple[Line, ...], table: int) -> list[Line]:
    ours = {id(line) for line in outside}
    lines = [block for block in document.blocks[:table] if isinstance(block, Line) and id(block) in ours]
    lines = [line for line in lines if not _PAGE_NUMBER.match(line.text)]
    found, rows = [line for line in lines if not line.running], list(_whole_lines(above))
    appendix = _appendix_lines(found)
    is_last = bool(appendix) and appendix[-1] is found[-1]
    if is_last or not found or (not appendix and _appendix_lines(rows)):
        found += rows
    return found or lines


def _whole_lines(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of rows as they were printed: cells may have cut them."""
    placed = [(line.origin.box, line) for line in lines if isinstance(line.origin, PagePlace)]
    placed.sort(key=lambda own: (own[0].bottom, own[0].x0))
    for _, level in groupby(placed, key=lambda own: own[0].bottom):
        pieces = [line for _, line in level]
        yield replace(pieces[0], text=" ".join(piece.text for piece in pieces))
    yield from (line for line in lines if not isinstance(line.origin, PagePlace))


def _appendix_lines(before: list[Line]) -> list[Line]:
    found = [i for i, line in enumerate(before) if APPENDIX.match(line.text) and not _CONTENTS_LINE.search(line.text)]
    if not found:
        return []
    after = before[found[-1] + 1 : found[-1] + 2]
    return [before[found[-1]], *(line for line in after if line.text.strip()[:1].islower())]


def _title_lines(before: list[Line], appendix: list[Line]) -> list[Line]:
    if not appendix:
        named = [line for line in before if "competent" in letters(line.text)]
        return (named or before)[-1:]
    last = next(i for i, line in enumerate(before) if line is appendix[-1])
    return before[last + 1 : last + 2] or before[max(0, last - len(appendix)) : last - len(appendix) + 1]


def _entry(line: Line, appendix: list[Line], title: list[Line]) -> Entry:
    reason = Reason.OUTSIDE
    if any(line is other for other in appendix):
        reason = Reason.APPENDIX
    elif any(line is other for other in title):
        reason = Reason.TITLE
    return Entry(reason=reason, text=printed_characters(line.text), place=line.origin)


def _printed(lines: list[Line]) -> str:
    text = unicodedata.normalize("NFC", " ".join(line.text for line in lines))
    return " ".join("".join(c for c in text if c.isspace() or not is_blank(c)).split())
