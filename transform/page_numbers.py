"""The numbers that pages print at their edges: where they skip or run back, a page is missing or out of its place.

    … │ Pagina 2 van 5      What stands in the same place on most pages, and is the same but for a number that counts on
    … │ Pagina 4 van 5      with the pages, numbers them. ``van 5`` says how many there are.

Asked of the pages of the catalogue only. Fails for pages without numbers, and where the first or last pages are missing
of a document that does not say how many it has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from transform.document import Document, Line
from transform.findings import Code, Finding
from transform.pages import pages_again
from transform.place import Box, PagePlace, page_of
from transform.records import Record

_NUMBER: Final = re.compile(r"\d+")
#: What stands between the number of a page and how many there are.
_OF: Final = re.compile(r"\s*(?:van(?: de)?|uit|of|/)\s*", re.IGNORECASE)
#: Where lines stand in the same place: their tops differ by no more than this share of their height.
SAME_PLACE: Final = 0.5
#: A number goes up with the pages if its smallest and largest are no further apart than so many times the pages.
SPREAD: Final = 2


class Gap(NamedTuple):
    """Where pages do not follow each other: the last before it, the first after it (None: the end), and their numbers.

    ``misplaced`` are all pages that are not where their numbers say, if the numbers run back here.
    """

    before: int
    after: int | None
    said: str
    misplaced: frozenset[int] = frozenset()


class _Printed(NamedTuple):
    """A line of a page, the numbers in it, and where it stands."""

    text: str
    numbers: tuple[int, ...]
    box: Box


def page_findings(document: Document, records: Sequence[Record], names: Sequence[str]) -> Iterator[Finding]:
    """For each gap in the numbers of the catalogue's pages the competences at it, which may lack text.

    And those of pages that are misplaced.
    """
    spans = [(name, _pages(record)) for name, record in zip(names, records, strict=False)]
    own = {page for _, pages in spans for page in pages}
    for gap in page_gaps(document, min(own), max(own)) if own else ():
        last = [name for name, pages in spans if pages and min(pages) <= gap.before]
        first = [name for name, pages in spans if pages and max(pages) >= (gap.after or gap.before + 1)]
        moved = [name for name, pages in spans if not gap.misplaced.isdisjoint(pages)]
        for name in dict.fromkeys((*last[-1:], *first[:1], *moved)):
            place = PagePlace(gap.after or gap.before, _whole(document, gap.after or gap.before))
            yield Finding(code=Code.PAGE_ORDER, place=place, competence=name, was=gap.said, became=gap.said)


def _pages(record: Record) -> set[int]:
    strands = (record.name, record.core, *record.bodies.values())
    return {page for strand in strands for line in strand.lines if (page := page_of(line.origin)) is not None}


def _whole(document: Document, number: int) -> Box:
    page = next(page for page in document.pages if page.number == number)
    return Box(0.0, 0.0, page.width or 0.0, page.height or 0.0)


def page_gaps(document: Document, first: int, last: int) -> tuple[Gap, ...]:
    """Where the numbers printed on these pages do not count on."""
    again = pages_again(document)
    counted = {page: index for index, page in enumerate(n for n in range(first, last + 1) if n not in again)}
    found: dict[int, Gap] = {}
    for series in _series(document, counted):
        for index in range(min(len(line.numbers) for line in series.values())):
            numbers = {page: line.numbers[index] for page, line in series.items()}
            if not _is_of_pages(numbers):
                continue
            lowest = min(numbers.values()) - counted[min(numbers)]
            misplaced = frozenset(page for page, number in numbers.items() if number != lowest + counted[page])
            for (page, number), (other, following) in pairwise(sorted(numbers.items())):
                if following - number != counted[other] - counted[page]:
                    back = misplaced if following < number else frozenset[int]()
                    found.setdefault(page, Gap(page, other, f"{number} → {following}", back))
            found |= _end(document, series, index)
    return tuple(found[page] for page in sorted(found))


def _end(document: Document, series: Mapping[int, _Printed], index: int) -> dict[int, Gap]:
    """The gap after the last page of a document that says to have more than it has from its first page on."""
    last = max(series)
    pieces, own, following = _NUMBER.split(series[last].text), series[last].numbers[index], index + 1
    if not _OF.fullmatch(pieces[following]) or len(series[last].numbers) == following:
        return {}
    totals = {line.numbers[following] for line in series.values()}
    is_whole = series[min(series)].numbers[index] == min(series) == 1 and last == len(document.pages)
    highest = max(line.numbers[index] for line in series.values())
    if len(totals) > 1 or not is_whole or highest >= min(totals):
        return {}
    return {last: Gap(last, None, f"{own} → {min(totals)}")}


def _series(document: Document, counted: Mapping[int, int]) -> Iterator[Mapping[int, _Printed]]:
    """The lines outside the tables that stand in the same place on several pages, alike but for their numbers."""
    alike: dict[str, dict[int, list[_Printed]]] = defaultdict(lambda: defaultdict(list))
    for page, line in _lines(document):
        if page in counted:
            alike[_NUMBER.sub("0", line.text)][page].append(line)
    for pages in alike.values():
        tops = [lines[0].box.top for lines in pages.values()]
        height = max(lines[0].box.bottom - lines[0].box.top for lines in pages.values())
        once = all(len(lines) == 1 for lines in pages.values())
        if len(pages) > 1 and once and max(tops) - min(tops) <= SAME_PLACE * height:
            yield {page: lines[0] for page, lines in pages.items()}


def _lines(document: Document) -> Iterable[tuple[int, _Printed]]:
    for block in document.blocks:
        if isinstance(block, Line) and isinstance(place := block.origin, PagePlace):
            numbers = tuple(int(found) for found in _NUMBER.findall(block.text) if len(found) <= len("9999"))
            if numbers:
                yield place.page, _Printed(block.text, numbers, place.box)


def _is_of_pages(numbers: Mapping[int, int]) -> bool:
    """Whether numbers are those of pages: each another, and close together."""
    values = set(numbers.values())
    return len(values) == len(numbers) and max(values) - min(values) < SPREAD * len(values)
