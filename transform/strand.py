"""A strand: the lines of one column of one competence as one text, in which every character has its place.

A competence that runs over a page has one strand for each of its columns, made of the lines of all parts.
Everything after this stage works on slices of ``text``, so the books can say of each character where it went.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from transform.document import Line, leaves_ink, printed_characters
from transform.ledger import Entry, Reason
from transform.place import Origin


class Strand:
    """The lines of one column of one competence; ``text`` is their NFC text, lines ended by ``\\n``.

    ``key`` names the strand in the books: table, row and column of where it begins. ``openings`` are the lines (by
    ``id``) above which a row of the table begins, and ``overleaf`` those above which a page does. ``counted`` is to
    what the lists of the competences before had counted.
    """

    counted = 0

    def __init__(
        self,
        key: str,
        lines: tuple[Line, ...],
        openings: frozenset[int] = frozenset(),
        overleaf: frozenset[int] = frozenset(),
    ) -> None:
        self.key = key
        self.lines = lines
        self._openings = openings
        self._overleaf = overleaf
        texts = [unicodedata.normalize("NFC", line.text) for line in lines]
        #: All lines, joined by line ends: what the offsets of this class count in.
        self.text = "\n".join(texts)
        #: Where in ``text`` each line begins.
        self.starts = _starts(texts)
        pairs = tuple(zip(self.starts, lines, strict=True))
        #: The lines with signs of a symbol font, before or within their text, and where in ``text`` they begin.
        self.pictured = tuple((at, line) for at, line in pairs if line.pictured or line.text[: line.symbols].strip())
        #: What of ``text`` is set small and raised, in its offsets.
        self.raised = tuple(
            replace(r, start=at + r.start, end=at + r.end) for at, line in pairs if line.raised for r in line.raised
        )

    def opens_row(self, index: int) -> bool:
        """Whether the line is the first of a row of the table, though not of the competence."""
        return id(self.lines[index]) in self._openings

    def opens_page(self, index: int) -> bool:
        """Whether the line is the first of a page, or table, on which the competence goes on."""
        return id(self.lines[index]) in self._overleaf

    def is_empty(self) -> bool:
        """Whether there is no ink in it."""
        return not leaves_ink(self.text)

    def line_at(self, offset: int) -> int:
        """The index of the line that holds ``offset``."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def place_at(self, offset: int) -> Origin | None:
        """Where in the source ``offset`` stands; None in a strand without lines."""
        return self.lines[self.line_at(offset)].origin if self.lines else None

    def lines_of(self, start: int, end: int) -> tuple[Line, ...]:
        """The lines that ``text[start:end]`` touches."""
        return self.lines[self.line_at(start) : self.line_at(end - 1) + 1] if start < end else ()

    def places(self, start: int, end: int) -> tuple[Origin, ...]:
        """The places of all lines that ``text[start:end]`` touches."""
        return tuple(line.origin for line in self.lines_of(start, end))

    def entry(self, reason: Reason, start: int, end: int, competence: str | None = None) -> Entry:
        """The ledger entry that takes ``text[start:end]`` out of the model."""
        return Entry(
            reason=reason,
            text=printed_characters(self.text[start:end]),
            place=self.lines[self.line_at(start)].origin,
            competence=competence,
            strand=self.key,
            offset=len(printed_characters(self.text[:start])),
        )


def _starts(texts: Sequence[str]) -> Sequence[int]:
    """Where each of the texts begins when they are joined; a tenth of the memory of a list of numbers."""
    starts, at = array("L"), 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return starts
