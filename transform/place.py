"""Places in a source file: what an origin, a finding and a ledger entry point at."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from transform.vocabulary import DUTCH


class Box(Struct, frozen=True, array_like=True, gc=False):
    """A rectangle in points, origin at the top left of the page: ``x0 <= x1`` and ``top <= bottom``."""

    x0: float
    top: float
    x1: float
    bottom: float

    def __post_init__(self) -> None:
        if not (self.x0 <= self.x1 and self.top <= self.bottom):
            raise ValueError(f"a box must not be inside out: {self}")


class PagePlace(Struct, frozen=True, tag="pagina", tag_field="in", rename=DUTCH, gc=False):
    """A place in a PDF: page (from 1) and box."""

    page: int
    box: Box


class WordPlace(Struct, frozen=True, tag="word", tag_field="in", rename=DUTCH, omit_defaults=True, gc=False):
    """A place in a Word file: numbers from 1; what does not apply is None.

    ``part`` names the part inside the package when it is not the main document.
    """

    table: int | None = None
    row: int | None = None
    cell: int | None = None
    paragraph: int | None = None
    part: str | None = None


Origin: TypeAlias = PagePlace | WordPlace


def page_of(origin: Origin | None) -> int | None:
    """The page of a place; None without a place, or in a format without pages."""
    return origin.page if isinstance(origin, PagePlace) else None


def place_order(origin: Origin | None) -> tuple[float, ...]:
    """Sorts places as they follow each other in the document; what has no place comes first.

    Fails for a paragraph of a Word file after a table: its place does not say so, and it comes before all tables.
    """
    if origin is None:
        return ()
    if isinstance(origin, PagePlace):
        return origin.page, origin.box.top, origin.box.x0
    return tuple(number or 0 for number in (origin.table, origin.row, origin.cell, origin.paragraph))


def place_in_words(origin: Origin | None) -> str:
    """``p. 2`` or ``tabel 1, rij 7``, for messages; empty without a place."""
    if origin is None:
        return ""
    if isinstance(origin, PagePlace):
        return f"p. {origin.page}"
    numbers = (("tabel", origin.table), ("rij", origin.row), ("cel", origin.cell), ("alinea", origin.paragraph))
    words = [f"{name} {number}" for name, number in numbers if number]
    return ", ".join([origin.part, *words] if origin.part else words)
