"""Pages that are pictures which nobody has read: what they may hold of the catalogue.

The books cannot miss what no reader delivered. A page that is a picture is known to the reader only as such; whether
the catalogue goes on there shows from the pages around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from transform.document import Document, Line, Table
from transform.errors import CatalogusError, NoCatalogueTable, PageUnread
from transform.findings import Code, Finding
from transform.labels import has_label
from transform.ledger import Entry, Reason
from transform.place import Box, Origin, PagePlace, page_of


def check_pages_read(document: Document, rows: Iterable[Origin]) -> None:
    """Raise PageUnread for a picture amid the pages of the catalogue's rows, unless a row was read on that page too.

    Before the first and after the last of them, a finding of the reader is all: it may be a cover, or a signature.
    """
    own = {number for place in rows if (number := page_of(place)) is not None}
    for number in _unread(document):
        if number not in own and any(n < number for n in own) and any(n > number for n in own):
            raise PageUnread(document.source.file, page=number)


def beside_unread(document: Document, rows: Iterable[Origin], names: Sequence[str]) -> Iterator[Finding]:
    """The first and the last competence, where the page before or after its own is unread: it may go on there.

    ``rows`` are those of the catalogue, ``names`` those of its competences, both in order.
    """
    own = [number for place in rows if (number := page_of(place)) is not None]
    places = {
        page_of(finding.place): finding.place for finding in document.findings if finding.code is Code.PAGE_UNREAD
    }
    ends = ((own[0] - 1, names[0]), (own[-1] + 1, names[-1])) if own and names else ()
    for number, name in ends:
        if number in places:
            yield Finding(code=Code.PAGE_UNREAD, place=places[number], competence=name)


def title_before_unread(document: Document, rows: Iterable[Origin], heading: Iterable[Entry]) -> Iterator[Finding]:
    """The first line of title or appendix, where a page between it and the catalogue is unread: theirs may be there.

    ``heading`` are the ledger's entries of the lines outside the tables.
    """
    first = next((number for place in rows if (number := page_of(place)) is not None), None)
    unread = [number for number in _unread(document) if first is not None and number < first]
    said = (entry for entry in heading if entry.reason in {Reason.TITLE, Reason.APPENDIX})
    for entry in said if unread else ():
        if (page_of(entry.place) or unread[-1]) < unread[-1]:
            yield Finding(code=Code.TITLE_UNSURE, place=entry.place, was=entry.text)
            return


def blank_pages(document: Document, rows: Iterable[Origin]) -> Iterator[Finding]:
    """The pages amid the catalogue on which nothing stands: in a damaged file their content may be lost."""
    own = [number for place in rows if (number := page_of(place)) is not None]
    for page in document.pages:
        number = page.number or 0
        if own and own[0] < number < own[-1] and not page.held and not page.unread:
            whole = Box(0.0, 0.0, page.width or 0.0, page.height or 0.0)
            yield Finding(code=Code.PAGE_BLANK, place=PagePlace(number, whole))


def no_table(document: Document) -> CatalogusError:
    """The error for a document without the catalogue's table, which may stand on a page that nobody has read."""
    for number in _unread(document):
        return PageUnread(document.source.file, page=number)
    tables = sum(isinstance(block, Table) for block in document.blocks)
    labels = sum(isinstance(block, Line) and has_label((block,)) for block in document.blocks)
    return NoCatalogueTable(document.source.file, tables=tables, labels=labels)


def _unread(document: Document) -> Iterable[int]:
    return (page.number for page in document.pages if page.unread and page.number is not None)
