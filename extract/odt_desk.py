"""What lies on the reader's desk while it goes through an OpenDocument text: styles, changes, what waits, findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from extract.odt_styles import Styles
from extract.odt_tree import Element
from transform.document import Line
from transform.findings import Code, Finding
from transform.place import WordPlace


class Waiting(NamedTuple):
    """What is delivered after the block in which it was met: a box or ruby text, or lines already read."""

    what: Element | tuple[Line, ...]
    place: WordPlace


@dataclass
class Desk:
    """The state of one reading.

    ``removed`` are the texts of deletions by id, ``added`` the insertions that are open where the reader is,
    ``counts`` how far each list style has counted on each level.
    """

    styles: Styles
    removed: dict[str, str]
    added: set[str] = field(default_factory=set)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    notes: list[Waiting] = field(default_factory=list)
    tables: Iterator[int] = field(default_factory=lambda: count(1))

    def report(self, code: Code, place: WordPlace, was: str = "", became: str = "") -> None:
        """Add a finding."""
        self.findings.append(Finding(code=code, place=place, was=was, became=became))
