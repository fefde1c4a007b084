"""What the columns of the catalogue hold, and the words by which a header says so."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Final

#: So many texts of no more characters are kept with their letters.
KEPT: Final = 1024
SHORT: Final = 500


class Role(StrEnum):
    """What a column holds. BODY is description and indicators in one cell."""

    NAME = "name"
    CORE = "core_competence"
    BODY = "body"
    DESCRIPTION = "description"
    INDICATORS = "indicators"
    EXTRA = "extra"


#: What stands beside the names, so that a row of words is a header.
BODIES: Final = frozenset({Role.BODY, Role.DESCRIPTION, Role.INDICATORS})

#: What a core competence is called, anywhere in a header cell: ``Behoort tot kerncompetentie``.
CORE_NAMES: Final = ("kerncompetent", "corecompeten")
#: Beginnings of header words, letters only, lower case. Dutch first; English for translated editions.
CORE_STEMS: Final = (
    *CORE_NAMES,
    "kernwaarde",
    "competentiegroep",
    "competentiecluster",
    "cluster",
)
NAME_STEMS: Final = ("competent", "competenc", "naamcompetent", "naamvandecompetent")
NAME_WORDS: Final = frozenset({"naam", "name"})
#: What somebody is, and what a core competence may be called: no header says just that.
COMPETENT: Final = "competent"
#: Stems that may stand anywhere in a header cell.
DESCRIPTION_STEMS: Final = (
    "beschrijving",
    "omschrijving",
    "definitie",
    "toelichting",
    "description",
    "definition",
)
BEHAVIOUR_STEMS: Final = ("gedrag", "behaviour", "behavior")
INDICATOR_STEMS: Final = ("indicator", *BEHAVIOUR_STEMS)
#: What nothing but indicators is called, in a form neither; plain ``gedrag`` is.
INDICATOR_NAMES: Final = ("indicator", "gedragsvoorbeeld", "gedragskenmerk", "gedragscriteri", "voorbeeldgedrag")

#: A header cell is a few words; a longer text that holds one of the stems is a sentence.
LONGEST_HEADER: Final = 60


def words_to_role(words: str) -> Role:
    """What a column holds whose header cell has these ``letters``; EXTRA if none of the words is known."""
    if len(words) > LONGEST_HEADER:
        return Role.EXTRA
    if words.startswith(CORE_STEMS):
        return Role.CORE
    describes = any(stem in words for stem in DESCRIPTION_STEMS)
    indicates = any(stem in words for stem in INDICATOR_STEMS)
    if describes or indicates:
        return Role.BODY if describes and indicates else Role.DESCRIPTION if describes else Role.INDICATORS
    if words in NAME_WORDS or (words.startswith(NAME_STEMS) and words != COMPETENT):
        return Role.NAME
    return Role.CORE if any(stem in words for stem in CORE_NAMES) else Role.EXTRA


def letters(text: str) -> str:
    """Only the letters, lower case, without accents: how header words are compared."""
    return _kept_letters(text) if len(text) <= SHORT else _letters(text)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filter(str.isalpha, plain))


#: The same cells and headings are asked about by many a rule.
_kept_letters: Final = lru_cache(KEPT)(_letters)


def name_columns(texts: Iterable[str]) -> bool:
    """Whether header texts name the columns of a catalogue: that of the names, and of what is said of them."""
    roles = {words_to_role(letters(text)) for text in texts}
    return Role.NAME in roles and not BODIES.isdisjoint(roles)
