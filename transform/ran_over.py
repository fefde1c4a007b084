"""Lines that may be of another competence than the one that they were read in: nothing but a rule or page parts them.

    │ Netwerken │ • Zoekt anderen op.   │     they follow the last line above as lines of one text do, where all other
    ├───────────┼─• Deelt kennis. ──────┤     rows are set further apart
    │ Durf      │ • Spreekt zich uit.   │

Known by heights alone, and told of both competences. Fails where every row ran over, or where rows are set as close as
their lines. And at the top of a page a row without a name is the rest of the one before, unless it describes something
and has a list, where no other competence is described in more than one sentence: then its name may be missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from transform.bullets import line_to_bullet
from transform.document import Line
from transform.flaws import BETWEEN_SENTENCES
from transform.place import Box, PagePlace
from transform.records import Record
from transform.role import Role
from transform.sentences import BEGINS_SENTENCE, ENDS_SENTENCE
from transform.strand import Strand

#: Lines that stand no further apart than this share of the usual are of one text.
CLOSE: Final = 1.05
#: Rows are set further apart than lines if this share of the type size lies between.
APART: Final = 0.25
#: At most this share of the rows ran over.
FEW: Final = 0.25


class _Border(NamedTuple):
    """Two competences on one page: the number of the lower one, its line that stands nearest, and how far below."""

    number: int
    line: Line
    below: float


def lines_run_over(records: Sequence[Record]) -> Iterator[tuple[int, Line]]:
    """The lines that may be of the competence above, each with the number of the one that it was read in."""
    usual = _usual_pitch(records)
    borders = [border for i, pair in enumerate(pairwise(records), start=1) if (border := _border(i, *pair))]
    close = [border for border in borders if border.below <= CLOSE * usual]
    wide = [border for border in borders if border.below > usual + APART * (border.line.size or 0.0)]
    if len(close) <= FEW * len(borders) and len(close) + len(wide) == len(borders):
        yield from ((border.number, border.line) for border in close)


def lines_begun_overleaf(records: Sequence[Record]) -> Iterator[tuple[int, Line]]:
    """The lines with which the row of another competence may begin, each with the number of the one it was read in.

    Fails for a description of two sentences, as no other has, that a page's end parts, and between two items as well.
    """
    found = [(n, line) for n, record in enumerate(records) if (line := _begun_overleaf(record)) is not None]
    others = [record for n, record in enumerate(records) if all(n != number for number, _ in found)] if found else []
    if found and len(others) > 1 and not any(map(_says_more_than_one, others)):
        yield from found


def _begun_overleaf(record: Record) -> Line | None:
    """The first line of a description overleaf, if a sentence begins there, and in the list an item."""
    described, listed = (record.bodies.get(role) for role in (Role.DESCRIPTION, Role.INDICATORS))
    if described is None or listed is None:
        return None
    at, below = (next(_overleaf(strand), 0) for strand in (described, listed))
    is_item = below and (ENDS_SENTENCE.search(listed.lines[below - 1].text) or line_to_bullet(listed.lines[below]))
    line = described.lines[at]
    begins = at and ENDS_SENTENCE.search(described.lines[at - 1].text) and BEGINS_SENTENCE.match(line.text)
    return line if begins and is_item else None


def _overleaf(strand: Strand) -> Iterator[int]:
    return (index for index in range(1, len(strand.lines)) if strand.opens_page(index))


def _says_more_than_one(record: Record) -> bool:
    described = record.bodies.get(Role.DESCRIPTION)
    return described is None or BETWEEN_SENTENCES.search(described.text) is not None


def _usual_pitch(records: Sequence[Record]) -> float:
    """How far below each other lines of one text stand; 0 where nothing tells."""
    strands = [strand.lines for record in records for strand in record.bodies.values()]
    pitches = [pitch for lines in strands for pair in pairwise(lines) if (pitch := _pitch(*pair)) is not None]
    return median(pitches) if pitches else 0.0


def _border(number: int, above: Record, record: Record) -> _Border | None:
    """Where the columns of two competences are nearest."""
    strands = [(above.name, record.name), (above.core, record.core)]
    strands += [(above.bodies[role], own) for role, own in record.bodies.items() if role in above.bodies]
    pairs = [(ends.lines[-1], begins.lines[0]) for ends, begins in strands if ends.lines and begins.lines]
    found = [(begin, below) for end, begin in pairs if (below := _pitch(end, begin))]
    line, below = min(found, key=lambda own: own[1], default=(None, 0.0))
    return _Border(number, line, below) if line is not None else None


def _pitch(line: Line, below: Line) -> float | None:
    """How far a line stands below another on its page, by their feet; None of others, or beside it."""
    one, two = _place(line), _place(below)
    pitch = two[1].bottom - one[1].bottom if one and two and one[0] == two[0] else 0.0
    return pitch if pitch > 0.0 else None


def _place(line: Line) -> tuple[int, Box] | None:
    return (line.origin.page, line.origin.box) if isinstance(line.origin, PagePlace) else None
