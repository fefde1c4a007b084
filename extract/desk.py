"""What lies on the desk of any reader of text documents: findings, and what waits to be delivered.

Scope: what both formats lay aside (boxes, notes, lines that are not shown) and report. Each format's own desk adds what
it looks up. One desk per document; nothing here outlives the reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from transform.document import Line
from transform.findings import Code, Finding
from transform.place import WordPlace

#: What hangs on a paragraph without being part of its text, as the format has it.
Aside = TypeVar("Aside")


class Waiting(NamedTuple, Generic[Aside]):
    """What is delivered later, at the place where it was met: an aside to be read, or lines already read."""

    what: Aside | tuple[Line, ...]
    place: WordPlace


@dataclass(kw_only=True)
class Desk(Generic[Aside]):
    """The state of one reading.

    ``ahead`` stands before the block under way, ``waiting`` at its end, ``notes`` at that of the document. ``begun``: a
    table was met.
    """

    findings: list[Finding] = field(default_factory=list)
    ahead: list[Waiting[Aside]] = field(default_factory=list)
    waiting: list[Waiting[Aside]] = field(default_factory=list)
    notes: list[Waiting[Aside]] = field(default_factory=list)
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    begun: bool = False

    def report(self, code: Code, place: WordPlace, was: str = "", became: str = "") -> None:
        """Add a finding."""
        self.findings.append(Finding(code=code, place=place, was=was, became=became))

    def report_picture(self, place: WordPlace) -> None:
        """A picture in a table, or after the first one, may hold words of it; before all tables it may be the title."""
        if place.table is not None or place.part is None:
            field = None if self.begun or place.table is not None else "title"
            self.findings.append(Finding(code=Code.PICTURE, place=place, field=field))

    def lay_aside(self, lines: Sequence[Line], place: WordPlace) -> None:
        """Lines that are not shown wait to be delivered outside the table, with one finding."""
        if lines:
            self.report(Code.HIDDEN_TEXT, place, was="\n".join(line.text for line in lines))
            self.waiting.append(Waiting(tuple(replace(line, hidden=True) for line in lines), place))
