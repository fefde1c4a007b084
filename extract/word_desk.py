"""What lies on the reader's desk while it goes through a document.

Scope: what every stage looks up (styles, lists, instructions) and what they lay aside for later (findings, things
that stand beside the text). One desk per document; nothing here outlives the reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from extract.word_inline import Aside
from extract.word_numbering import Counters, Numbering
from extract.word_styles import Styles
from extract.word_tree import Element
from transform.document import Line
from transform.findings import Code, Finding
from transform.place import WordPlace


@dataclass(frozen=True)
class Waiting:
    """What is delivered after the block in which it was met: an aside to be read, or lines already read."""

    what: Aside | tuple[Line, ...]
    place: WordPlace


@dataclass
class Desk:
    """The state of one reading. ``notes`` are the references met, in order; ``comments`` the texts by id."""

    styles: Styles
    numbering: Numbering
    counters: Counters
    comments: dict[str, str] = field(default_factory=dict)
    instructions: frozenset[Element] = frozenset()
    findings: list[Finding] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    notes: list[Waiting] = field(default_factory=list)
    tables: Iterator[int] = field(default_factory=lambda: count(1))

    def report(self, code: Code, place: WordPlace, was: str = "", became: str = "") -> None:
        """Add a finding."""
        self.findings.append(Finding(code=code, place=place, was=was, became=became))


def new_desk(styles: Element | None, numbering: Element | None, comments: dict[str, str]) -> Desk:
    """A desk for a document with these parts, each None where the package has none."""
    known = Styles(styles)
    lists = Numbering(numbering, known)
    return Desk(styles=known, numbering=lists, counters=Counters(lists), comments=comments)
