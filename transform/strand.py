"""A strand: the lines of one column of one competence as one text, in which every character has its place.

A competence that runs over a page has one strand for each of its columns, made of the lines of all parts.
Everything after this stage works on slices of ``text``, so the books can say of each character where it went.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from msgspec.structs import replace

from transform.document import Line, Raised, leaves_ink, printed_characters
from transform.ledger import Entry, Reason
from transform.place import Origin


class Strand:
    """The lines of one column of one competence; ``text`` is their NFC text, lines ended by ``\\n``.

    ``key`` names the strand in the books: table, row and column of where it begins. ``openings`` are the lines (by
    ``id``) above which a row of the table begins, and ``overleaf`` those above which a page does.
    """

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
        #: All lines, joined by line ends: what the offsets of this class count in.
        self.text = "\n".join([unicodedata.normalize("NFC", line.text) for line in lines])

    def opens_row(self, index: int) -> bool:
        """Whether the line is the first of a row of the table, though not of the competence."""
        return id(self.lines[index]) in self._openings

    def opens_page(self, index: int) -> bool:
        """Whether the line is the first of a page, or table, on which the competence goes on."""
        return id(self.lines[index]) in self._overleaf

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where in ``text`` each line begins."""
        lengths = (len(unicodedata.normalize("NFC", line.text)) + 1 for line in self.lines)
        return array("L", [0, *accumulate(lengths)][: len(self.lines)])  # a tenth of the memory of a list of numbers

    @cached_property
    def pictured(self) -> tuple[tuple[int, Line], ...]:
        """The lines with signs of a symbol font within their text, and where in ``text`` they begin."""
        return tuple(pair for pair in zip(self.starts, self.lines, strict=True) if pair[1].pictured)

    @cached_property
    def raised(self) -> tuple[Raised, ...]:
        """What of ``text`` is set small and raised, in its offsets."""
        if not any(line.raised for line in self.lines):
            return ()
        pairs = zip(self.starts, self.lines, strict=True)
        return tuple(replace(r, start=at + r.start, end=at + r.end) for at, line in pairs for r in line.raised)

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
