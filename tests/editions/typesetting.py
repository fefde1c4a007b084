"""What an author's program did to the characters before they were printed, and what a reader is to make of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

import pyphen  # type: ignore[import-untyped]
from msgspec.structs import replace

from tests.editions.traits import Look
from transform.model import Catalogue

SOFT: Final = "\u00ad"
_LIGATURES: Final = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
_WORD: Final = re.compile(r"[^\W\d_]{5,}")


def typed(text: str, look: Look) -> str:
    """The characters that are printed for a text of the catalogue."""
    return CHANGES[look.typed](text) if look.typed else text


def expected(catalogue: Catalogue, look: Look) -> Catalogue:
    """What reading must give: names in capitals where the layout prints them so, for nothing tells them from typed."""
    if not look.capitals:
        return catalogue
    return replace(catalogue, competences=tuple(replace(c, name=c.name.upper()) for c in catalogue.competences))


def _softened(text: str) -> str:
    """A soft hyphen at every place where Dutch may break a word."""
    hyphenator = pyphen.Pyphen(lang="nl_NL")
    return _WORD.sub(lambda word: str(hyphenator.inserted(word.group(), SOFT)), text)


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _ligated(text: str) -> str:
    for letters, sign in _LIGATURES:
        text = text.replace(letters, sign)
    return text


CHANGES: Final[dict[str, Callable[[str], str]]] = {"soft": _softened, "NFD": _apart, "ligatures": _ligated}
