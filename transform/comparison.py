"""The Comparison of two editions: one value from which every report is made.

    Comparison
    ├── old, new      the two editions, each with the name of the file it came from
    └── changes       in the order of the new edition; what was removed stands where it stood

A change knows both its sides, so a comparison turned round is the comparison of the editions turned round.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from transform.model import Competence


class Kind(StrEnum):
    """What changed."""

    TITLE = "title-reworded"
    APPENDIX = "appendix-reworded"
    CORE_ADDED = "core-competence-added"
    CORE_REMOVED = "core-competence-removed"
    CORE_RENAMED = "core-competence-renamed"
    ADDED = "competence-added"
    REMOVED = "competence-removed"
    RENAMED = "competence-renamed"
    REGROUPED = "competence-regrouped"
    REORDERED = "competence-reordered"
    DESCRIPTION = "description-reworded"
    INDICATOR_ADDED = "indicator-added"
    INDICATOR_REMOVED = "indicator-removed"
    INDICATOR_REWORDED = "indicator-reworded"
    INDICATOR_REORDERED = "indicator-reordered"
    INDICATOR_MOVED = "indicator-moved"


class Weight(StrEnum):
    """Typographic: letters, digits and symbols are the same, in any case. Substantive: anything else."""

    TYPOGRAPHIC = "typographic"
    SUBSTANTIVE = "substantive"


class Side(StrEnum):
    """Which edition a piece of text stands in."""

    BOTH = "both"
    OLD = "old"
    NEW = "new"


class Piece(Struct, frozen=True):
    """A piece of a text that was compared word by word; joined, the pieces of a side are its exact text."""

    side: Side
    text: str


class Place(Struct, frozen=True, kw_only=True):
    """Where a change stands in one edition: competence (id, name, position from 1) and indicator, if any."""

    competence: str = ""
    name: str = ""
    position: int = 0
    indicator: str = ""
    number: int = 0


class Change(Struct, frozen=True, kw_only=True):
    """One change. ``old`` is None for what was added, ``new`` for what was removed.

    ``pieces`` are the texts of both sides, word by word, for what was renamed or reworded (a core competence for
    ``competence-regrouped``); the whole text on its one side for what was added or removed.
    """

    kind: Kind
    weight: Weight
    old: Place | None
    new: Place | None
    pieces: tuple[Piece, ...] = ()

    @property
    def old_text(self) -> str:
        """The exact text in the old edition."""
        return "".join(piece.text for piece in self.pieces if piece.side is not Side.NEW)

    @property
    def new_text(self) -> str:
        """The exact text in the new edition."""
        return "".join(piece.text for piece in self.pieces if piece.side is not Side.OLD)


class Edition(Struct, frozen=True, kw_only=True):
    """One side of a comparison. ``title`` and ``appendix`` are None where the format does not hold them (CSV).

    ``retired`` are the ids that the edition says are never to be used again. ``recognised`` are the pages of which
    the text was read from a picture.
    """

    file: str
    competences: tuple[Competence, ...]
    title: str | None = None
    appendix: str | None = None
    retired: tuple[str, ...] = ()
    recognised: tuple[int, ...] = ()


class Pair(Struct, frozen=True):
    """Positions (from 0) of one competence, or of one indicator, in the old and the new edition; None if not there."""

    old: int | None
    new: int | None


class Comparison(Struct, frozen=True, kw_only=True):
    """Both editions, which competence is which, and every change.

    ``pairs`` has each competence of either edition once; ``indicators`` gives, for the pairs that have both
    sides and at the same index, the pairs of their indicators.
    """

    old: Edition
    new: Edition
    pairs: tuple[Pair, ...]
    indicators: tuple[tuple[Pair, ...], ...]
    changes: tuple[Change, ...]

    def is_same(self, *, substantive: bool = False) -> bool:
        """Whether nothing changed; with ``substantive``, nothing but typography."""
        return not any(change.weight is Weight.SUBSTANTIVE or not substantive for change in self.changes)
