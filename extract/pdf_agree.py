"""What the page's operators show, held against the characters that the library found: the same text, object by object.

    Shows + characters ── places_of_shows ── for each glyph the number of its character, or None for a lost blank

The library orders, drops and renames characters on its way. What it does to blanks, to hyphens at line ends and to
ligatures can be told from what was shown, and is allowed; an object of which it lacks a glyph, or has it otherwise,
is left out here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol, TypeAlias

from extract.pdf_codes import Show
from extract.pdf_glyphs import LIGATURES

#: For each glyph of a show the number of its character; None for a blank that the library left out.
Places: TypeAlias = Sequence[int | None]

#: What the library gives for a hyphen that it takes for the end of a broken word, and what that may have been.
_RENAMED: Final = "\ufffe\x02"
_HYPHENS: Final = "-\u00ad"

#: What the library makes up between its text objects.
_MADE_UP: Final = " \r\n"


class Disagreement(Exception):
    """The library and the operators do not show the same text."""


class Characters(Protocol):
    """What is asked of the library's text about single characters."""

    def owner(self, index: int) -> int | None:
        """The text object of a character."""

    def is_generated(self, index: int) -> bool:
        """Whether the library made it up."""

    def is_hyphen(self, index: int) -> bool:
        """Whether the library renamed it."""


def places_of_shows(shows: Mapping[int, Show], text: str, asked: Characters) -> dict[int, Places]:
    """The characters of each show, which goes by its text object, as far as the library has them as they were shown.

    Raises Disagreement for characters of an object that shows nothing.
    """
    found: dict[int, Places | None] = {}
    start, owner = 0, asked.owner(0) if text else None
    while start < len(text):
        if owner is None:
            if text[start] not in _MADE_UP:
                raise Disagreement(f"character {start} is nobody's")
            start, owner = start + 1, _owner(asked, start + 1, text)
            continue
        if owner not in shows or owner in found:
            raise Disagreement(f"character {start} is out of order")
        found[owner], start, owner = _places(shows[owner].glyphs, text, start, owner, asked)
    return {handle: places for handle, places in found.items() if places is not None}


def _owner(asked: Characters, index: int, text: str) -> int | None:
    return asked.owner(index) if index < len(text) else None


def _places(
    glyphs: Sequence[str], text: str, start: int, owner: int, asked: Characters
) -> tuple[Places | None, int, int | None]:
    """The characters of one object, which begin at ``start``; where they end, and whose the next one is."""
    end = start + len(glyphs)
    if text[start:end] == glyphs and asked.owner(end - 1) == owner:
        following = _owner(asked, end, text)
        if following != owner:
            return range(start, end), end, following
    end, following = start + 1, _owner(asked, start + 1, text)
    while following == owner:
        end, following = end + 1, _owner(asked, end + 1, text)
    kept = [i for i in range(start, end) if text[i] != " " or not asked.is_generated(i)]
    return _matched(glyphs, text, kept, asked.is_hyphen), end, following


def _matched(glyphs: Sequence[str], text: str, kept: Sequence[int], is_hyphen: Callable[[int], bool]) -> Places | None:
    """The character of each glyph, both in order, a ligature's first; None when they are not the same text."""
    places: list[int | None] = []
    next_ = 0
    for glyph in glyphs:
        letters = glyph.translate(LIGATURES)
        own = kept[next_ : next_ + len(letters)]
        if "".join(text[i] for i in own) == letters or _is_renamed(glyph, own, text, is_hyphen):
            places.append(own[0])
            next_ += len(own)
        elif glyph.isspace():
            places.append(None)
        else:
            return None
    return places if next_ == len(kept) else None


def _is_renamed(glyph: str, own: Sequence[int], text: str, is_hyphen: Callable[[int], bool]) -> bool:
    """Whether a hyphen goes by another name: the library knows no soft ones, and marks those that break a word."""
    if glyph not in _HYPHENS or len(own) != 1:
        return False
    return text[own[0]] == "-" or (text[own[0]] in _RENAMED and is_hyphen(own[0]))
