"""The desk of the OpenDocument reader: what it looks up besides what any reader lays aside."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.desk import Desk
from extract.odt_styles import Styles
from extract.odt_tree import Element


@dataclass
class OdtDesk(Desk[Element]):
    """The state of one reading.

    ``removed`` are the texts of deletions by id, ``added`` the insertions that are open where the reader is,
    ``counts`` how far each list style has counted on each level.
    """

    styles: Styles
    removed: dict[str, str]
    added: set[str] = field(default_factory=set)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
