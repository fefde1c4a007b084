"""A Document → its Reading: the stages of the transform, one after the other.

Scope: the chain and no more; each stage decides for itself. It stands apart from ``catalogus`` because it brings along
all of this room: who waits for a reader imports it meanwhile.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from transform.books import balance, check_pages
from transform.chapters import with_chapters
from transform.comparison import Edition
from transform.competences import Competences, records_to_competences
from transform.document import Document
from transform.errors import InvalidCatalogue
from transform.fiches import document_to_upright
from transform.findings import Finding
from transform.header_rows import one_line
from transform.heading import Heading, document_to_heading
from transform.identity import carry_ids, edition_to_texts
from transform.joined_appendix import document_to_parted
from transform.labelled_fiches import document_to_labelled
from transform.model import Catalogue, Competence, InvalidCatalogueError
from transform.notes import find_notes
from transform.page_numbers import page_findings
from transform.pictured import near_catalogue
from transform.place import Origin, WordPlace, place_order
from transform.reading import Reading
from transform.records import Record, rows_to_records
from transform.row_checks import check_names_whole
from transform.rows import document_to_rows
from transform.stranded import check_nothing_stranded
from transform.turned_fiches import document_to_keyed
from transform.turned_text import rest_outside
from transform.unread import beside_unread, blank_pages, check_pages_read, title_before_unread
from transform.words import document_to_words


def document_to_reading(document: Document, previous: Edition | None = None, word_list: Container[str] = ()) -> Reading:
    """The stages of the transform, one after the other; each value can be looked at by calling them yourself."""
    check_pages(document)
    printed = document_to_labelled(find_notes(document))
    document = with_chapters(document_to_upright(document_to_keyed(document_to_parted(printed))))
    selection = document_to_rows(document)
    rows = [row.place for row in selection.rows]
    check_pages_read(document, rows)
    stranded = check_nothing_stranded(document, selection)
    found = rows_to_records(selection.rows)
    check_names_whole(document.source.file, found.records)
    names = [line for record in found.records for line in record.name.lines]
    words = document_to_words(document, names, edition_to_texts(previous) if previous else (), word_list)
    made = records_to_competences(found.records, words)
    heading = document_to_heading(document, selection, words)
    catalogue, provenance = _catalogue(document, heading, made), made.provenance
    if previous is not None:
        catalogue, provenance = carry_ids(catalogue, provenance, previous)
    ledger = (*heading.entries, *selection.entries, *found.entries, *made.entries)
    last = catalogue.competences[-1:]
    stranded = tuple(_of_the_last(finding, rows, last) for finding in stranded)
    called = [competence.name for competence in catalogue.competences]
    pages = (*beside_unread(document, rows, called), *blank_pages(document, rows))
    pages += tuple(title_before_unread(document, rows, heading.entries))
    pages += tuple(page_findings(document, found.records, called))
    pages += tuple(rest_outside(document.findings, found.records, called))
    rows_said = _by_name(found.findings, found.records, made.competences)
    named = [(r.place, c.name) for r, c in zip(found.records, catalogue.competences, strict=False)]
    said = near_catalogue(document.findings, rows, heading.entries, named)
    own = (said, heading.findings, selection.findings, stranded, rows_said, made.findings, pages)
    return Reading(
        catalogue=catalogue,
        document=printed,
        findings=tuple(sorted(chain(*own), key=lambda finding: place_order(finding.place))),
        ledger=ledger,
        provenance=provenance,
        books=balance(printed, found.records, catalogue, ledger),
    )


def _of_the_last(finding: Finding, rows: Sequence[Origin], last: Sequence[Competence]) -> Finding:
    """What was found outside after all rows, said of the last competence: that may go on there.

    A line of a Word file is told only where it stands behind them, whatever the order of places.
    """
    behind = isinstance(finding.place, WordPlace) and finding.place.table is None
    if not last or not (behind or place_order(finding.place) > place_order(rows[-1])):
        return finding
    return replace(finding, competence=last[0].name)


def _by_name(
    findings: Iterable[Finding], records: Iterable[Record], competences: Iterable[Competence]
) -> Iterator[Finding]:
    """What was said of rows, which had their names as printed, under the names that the competences have."""
    pairs = zip(records, competences, strict=False)  # the books, not this, tell of one that was lost
    names = {one_line(record.name.lines): competence.name for record, competence in pairs}
    return (replace(f, competence=names.get(f.competence or "", f.competence)) for f in findings)


def _catalogue(document: Document, heading: Heading, made: Competences) -> Catalogue:
    try:
        return Catalogue(
            title=heading.title,
            appendix=heading.appendix,
            source=document.source,
            competences=made.competences,
        )
    except InvalidCatalogueError as refusal:
        raise InvalidCatalogue(document.source.file, fault=str(refusal)) from refusal
