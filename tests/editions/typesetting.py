"""What an author's program did to the characters before they were printed, and what a reader is to make of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

import pyphen  # type: ignore[import-untyped]
from msgspec.structs import replace

from tests.editions.traits import Look
from transform.model import Catalogue

SOFT: Final = "\u00ad"
_LIGATURES: Final = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
#: Letters that fit a narrow column.
FITTING: Final = 11
#: A word that does not fit a narrow column.
_LONG: Final = re.compile(r"[^\W\d_]{15,}")
_SHORT: Final = re.compile(r"(?<=\b\w) (?=\w)|(?<=\b\w\w) (?=\w)")
_WORD: Final = re.compile(r"[^\W\d_]{5,}")


def typed(text: str, look: Look) -> str:
    """The characters that are printed for a text of the catalogue; ``typed_name`` for a name."""
    return CHANGES[look.typed](text) if look.typed else text


def typed_name(text: str, look: Look) -> str:
    """The characters that are printed for a name: where a look asks, long words cut by a hyphen that was typed.

    Who types one looks where the line ends, and ends it there: a hyphen that comes to stand within a line is taken out
    again, for nobody could tell it from one that belongs there.
    """
    return _LONG.sub(_cut_by_hand, typed(text, look)) if look.names_by_hand else typed(text, look)


def expected(catalogue: Catalogue, look: Look) -> Catalogue:
    """What reading must give: names in capitals where the layout prints them so, for nothing tells them from typed."""
    if not look.capitals:
        return catalogue
    return replace(catalogue, competences=tuple(replace(c, name=c.name.upper()) for c in catalogue.competences))


def _softened(text: str) -> str:
    """A soft hyphen at every place where Dutch may break a word."""
    return _WORD.sub(lambda word: str(_hyphenator().inserted(word.group(), SOFT)), text)


@cache
def _hyphenator() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL")


def _cut_by_hand(word: re.Match[str]) -> str:
    """Pieces that fit a narrow column, cut at legal places."""
    text, pieces = word.group(), list[str]()
    while len(text) > FITTING:
        places = [place for place in _hyphenator().positions(text) if place <= FITTING]
        if not places:
            break
        pieces.append(text[: places[-1]])
        text = text[places[-1] :]
    return "-\n".join((*pieces, text))


def _bound(text: str) -> str:
    """Spaces after short words that may not end a line."""
    return _SHORT.sub("\u00a0", text)


def _breakable(text: str) -> str:
    """A space of no width after every hyphen and slash, as web editors put there."""
    return re.sub(r"(?<=\w)([-/])(?=\w)", "\\1\u200b", text)


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _ligated(text: str) -> str:
    for letters, sign in _LIGATURES:
        text = text.replace(letters, sign)
    return text


CHANGES: Final[dict[str, Callable[[str], str]]] = {
    "soft": _softened,
    "NFD": _apart,
    "ligatures": _ligated,
    "no-break spaces": _bound,
    "zero-width spaces": _breakable,
}
