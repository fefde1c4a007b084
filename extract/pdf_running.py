"""Running headers and footers: what stands in the same place on the pages around, apart from the text.

    Regeling jaargesprekken     Bijlage 1B       Without rules, only white space says where a table begins and ends.
    ──────────────────────────────────────       What a page repeats of a page near it (numbers aside), from its edge
    Competenties   Kern    Beschrijving          inwards up to white or to type of another size, is none of the table.
    …                                            The header row of the table repeats itself as well: it is known by its
                     – 3 –                       words.

Pages on the left and on the right may each have their own: two pages on either side are looked at. Fails for a
header in the table's own type that stands as close to it as its lines to each other, and for one that names the
chapter of its page.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from statistics import median
from typing import Final, NamedTuple, TypeVar

from extract.pdf_lines import Printed, chars_to_lines, chars_to_text
from extract.pdf_marks import Shade, Stroke

#: How many lines at either edge of a page may be running ones.
EDGE: Final = 6

#: White that parts a running header from the text, as a share of the type size; and of the white between the lines of
#: its page, where those are set no further apart than so many type sizes.
APART: Final = 0.6
WIDER: Final = 1.1
LOOSE: Final = 1.5

#: Type that differs in size by more than this share is set otherwise.
OTHER_SIZE: Final = 0.1

#: Lines nearer than this share of the type size stand in the same place.
SAME_PLACE: Final = 0.5

#: What is drawn thinner than this share of the type size is a rule; nearer below words, it underlines them.
THIN: Final = 0.3

#: A page's number amid text has white of so many type sizes on either side.
ALONE: Final = 1.0

#: How many pages to look at on either side.
NEIGHBOURS: Final = 2

#: A number, in a heading of an appendix the page's own: another appendix is another heading.
NUMBER: Final = re.compile(r"^((?i:bijlage|appendix|annex)[\s:.–—]+\w+)|\d+|\b[ivxlc]+\b")

_Page = TypeVar("_Page")


class Edge(NamedTuple):
    """A line near an edge of its page: its words, numbers aside, and where it stands."""

    words: str
    left: float
    baseline: float


def line_to_words(line: Printed) -> str:
    """The text of a line, every number in it the same, but for that of an appendix which it names at its head."""
    return NUMBER.sub(lambda number: number[1] or "0", " ".join(line.text.split()))


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


def page_numbers_amid(lines: Sequence[Printed], around: Sequence[Edge]) -> tuple[Printed, ...]:
    """The numbers that stand in a line of text where pages around this one have their own, with white on either side.

    A table runs on over the foot of its page. Fails where it does so on all the pages around.
    """
    numbers = [edge for edge in around if edge.words == "0"]
    found = []
    for line in lines if numbers else ():
        at = [edge.left for edge in numbers if abs(edge.baseline - line.baseline) <= SAME_PLACE * line.size]
        for index, word in enumerate(line.words) if at and len(line.words) > 1 else ():
            text, size = chars_to_text(word), word[0].size
            beside = [*line.words[max(index - 1, 0) : index], *line.words[index + 1 : index + 2]]
            white = min(max(word[0].x0 - other[-1].x1, other[0].x0 - word[-1].x1) for other in beside)
            if text.isdecimal() and white > ALONE * size and any(abs(word[0].x0 - left) <= size for left in at):
                found.append(Printed(tuple(word), text))
    return tuple(found)


def without_words(lines: Sequence[Printed], words: Iterable[Printed]) -> tuple[Printed, ...]:
    """The lines less some words of theirs."""
    out = {char for word in words for char in word.chars}
    less = (
        [line] if out.isdisjoint(line.chars) else chars_to_lines(c for c in line.chars if c not in out)
        for line in lines
    )
    return tuple(chain.from_iterable(less))


def running_lines(
    lines: Sequence[Printed],
    around: Sequence[Edge],
    header: frozenset[str] | None,
    marks: Sequence[Stroke | Shade] = (),
) -> tuple[Printed, ...]:
    """The running lines of a page: at its foot, and at its head unless the words of a table's ``header`` are there.

    ``header`` is None before the first table: its header row may then be what repeats itself. ``marks`` are what is
    drawn: a rule of the table parts as white does, where a head has pushed the text down right below itself.
    """
    below = _repeated(lines[::-1], around, marks=marks)
    above = _repeated(lines, around, header or frozenset(), marks)
    if header is None and not _stands_over_a_header(above, lines, around):
        above = []
    return (*above, *below) if len(above) + len(below) < len(lines) else ()


def _repeated(
    lines: Sequence[Printed],
    around: Sequence[Edge],
    header: frozenset[str] = frozenset(),
    marks: Sequence[Stroke | Shade] = (),
) -> list[Printed]:
    """The lines from an edge inwards that stand elsewhere too, up to white or a rule that parts them from the rest."""
    found: list[Printed] = []
    block: list[Printed] = []
    usual = median([_apart(*pair) for pair in pairwise(lines)]) if len(lines) > 1 else 0.0
    for before, line in zip([None, *lines], lines[: EDGE + 1], strict=False):
        white = WIDER * usual if usual <= LOOSE * line.size else 0.0
        if before is not None and (
            _apart(before, line) > max(white, APART * line.size)
            or _is_set_otherwise(block, line)
            or (block and _is_ruled_between(before, line, marks))
        ):
            found += block
            block = []
        if line_to_words(line) in header or not any(_is_same(line, edge) for edge in around):
            break
        block.append(line)
    return found


def _is_set_otherwise(block: Sequence[Printed], line: Printed) -> bool:
    """Whether lines are all larger or all smaller than the one after them."""
    least = (1 - OTHER_SIZE) * line.size
    return all(other.size < least for other in block) or all(
        other.size * (1 - OTHER_SIZE) > line.size for other in block
    )


def _is_ruled_between(one: Printed, other: Printed, marks: Sequence[Stroke | Shade]) -> bool:
    """Whether a rule is drawn between two lines, as far as the one goes, and further below it than under its words."""
    upper, lower = sorted((one, other), key=lambda line: line.baseline)
    top, bottom = upper.baseline + THIN * upper.size, lower.baseline - lower.size / 2
    rules = [m for m in marks if top < m.top and m.bottom < bottom and m.bottom - m.top < THIN * one.size]
    left, right = one.box.x0 + one.size, one.box.x1 - one.size
    return bool(rules) and min(m.x0 for m in rules) < left and right < max(m.x1 for m in rules)


def _stands_over_a_header(above: Sequence[Printed], lines: Sequence[Printed], around: Sequence[Edge]) -> bool:
    """Whether a page near this one has, right below what both have at their head, what this one has once further down.

    Then that is the header row of the table, which on this page stands below its title.
    """
    if not above:
        return False
    below = [after for edge, after in pairwise(around) if _is_same(above[-1], edge)]
    said = Counter(map(line_to_words, lines))
    return any(said[edge.words] == 1 and not any(_is_same(line, edge) for line in lines) for edge in below)


def _apart(one: Printed, other: Printed) -> float:
    return max(other.box.top - one.box.bottom, one.box.top - other.box.bottom)


def _is_same(line: Printed, edge: Edge) -> bool:
    near = SAME_PLACE * line.size
    return abs(line.baseline - edge.baseline) <= near and line_to_words(line) == edge.words
