"""Running headers and footers: what stands in the same place on the pages around, apart from the text.

    Regeling jaargesprekken     Bijlage 1B       Without rules, only white space says where a table begins and ends.
    ──────────────────────────────────────       What a page repeats of a page near it (numbers aside), from its edge
    Competenties   Kern    Beschrijving          inwards up to a line of white, is none of the table. The header row
    …                                            of the table repeats itself as well: it is known by its words.
                     – 3 –

Pages on the left and on the right may each have their own: two pages on either side are looked at. Fails for a
header that stands as close to the table as its lines to each other, and for one that names the chapter of its page.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from extract.pdf_lines import Printed

#: How many lines at either edge of a page may be running ones.
EDGE: Final = 6

#: White that parts a running header from the text, as a share of the type size.
APART: Final = 0.6

#: Lines nearer than this share of the type size stand in the same place.
SAME_PLACE: Final = 0.5

#: How many pages to look at on either side.
NEIGHBOURS: Final = 2

_Page = TypeVar("_Page")


class Edge(NamedTuple):
    """A line near an edge of its page: its words, numbers aside, and where it stands."""

    words: str
    left: float
    baseline: float


def line_to_words(line: Printed) -> str:
    """The text of a line, every number in it the same."""
    return re.sub(r"\d+|\b[ivxlc]+\b", "0", " ".join(line.text.split()))


def lines_to_edges(lines: Sequence[Printed]) -> tuple[Edge, ...]:
    """The lines near the edges of a page; ``lines`` from top to bottom."""
    near = {id(line): line for line in (*lines[:EDGE], *lines[-EDGE:])}
    return tuple(Edge(line_to_words(line), line.box.x0, line.baseline) for line in near.values())


def with_neighbours(
    pages: Iterable[_Page], to_edges: Callable[[_Page], tuple[Edge, ...]]
) -> Iterator[tuple[_Page, tuple[Edge, ...]]]:
    """Each page with the edges of the pages around it; no more pages are held at once than it takes.

    A page that is this one once more says nothing of what runs: it repeats everything.
    """
    behind: deque[tuple[Edge, ...]] = deque(maxlen=NEIGHBOURS)
    ahead: deque[tuple[_Page, tuple[Edge, ...]]] = deque()
    for page in chain(pages, [None] * NEIGHBOURS):
        if page is not None:
            ahead.append((page, to_edges(page)))
        if len(ahead) > NEIGHBOURS or (page is None and ahead):
            current, own = ahead.popleft()
            around = (*behind, *(edges for _, edges in ahead))
            yield current, tuple(edge for edges in around if edges != own for edge in edges)
            behind.append(own)


def running_lines(
    lines: Sequence[Printed], around: Sequence[Edge], header: frozenset[str] | None
) -> tuple[Printed, ...]:
    """The running lines of a page: at its foot, and at its head unless the words of a table's ``header`` are there.

    ``header`` is None before the first table: its header row may then be what repeats itself.
    """
    below = _repeated(lines[::-1], around)
    above = _repeated(lines, around, header) if header is not None else []
    return (*above, *below) if len(above) + len(below) < len(lines) else ()


def _repeated(lines: Sequence[Printed], around: Sequence[Edge], header: frozenset[str] = frozenset()) -> list[Printed]:
    """The lines from an edge inwards that stand elsewhere too, up to white that parts them from the rest."""
    found: list[Printed] = []
    block: list[Printed] = []
    for before, line in zip([None, *lines], lines[: EDGE + 1], strict=False):
        if before is not None and _apart(before, line) > APART * line.size:
            found += block
            block = []
        if line_to_words(line) in header or not any(_is_same(line, edge) for edge in around):
            break
        block.append(line)
    return found


def _apart(one: Printed, other: Printed) -> float:
    return max(other.box.top - one.box.bottom, one.box.top - other.box.bottom)


def _is_same(line: Printed, edge: Edge) -> bool:
    near = SAME_PLACE * line.size
    return abs(line.baseline - edge.baseline) <= near and line_to_words(line) == edge.words
