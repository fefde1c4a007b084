"""What a list of Dutch words says of two parts that meet at a line end.

A list is any container of words in lower case; an empty one knows nothing. What it says is the best guess and not
the author's word: who writes ``zelf-kennis`` finds ``zelfkennis`` in it. Only where it knows the whole and neither
part is that certain, for a hyphen that somebody typed stands between words. Non-goals: checking spelling; what the
parts mean.
"""

from __future__ import annotations

from collections.abc import Container
from enum import Enum, auto
from typing import Final

#: A shorter part of a compound fits by chance: ``al``, ``de``, ``en``.
_SHORTEST: Final = 3
#: In more parts than these nearly anything is a compound.
_MOST_PARTS: Final = 3
#: More than any compound and its rest can have.
_TOO_MANY: Final = 100
#: What a break before a trema takes away: ``cli-ent`` is ``cliënt``.
_TREMAS: Final = str.maketrans("aeiou", "äëïöü")


class Spelling(Enum):
    """How the list spells two parts."""

    UNKNOWN = auto()
    #: As one, and neither part is a word.
    ONLY_WHOLE = auto()
    #: As one: a word, or a compound with the line end within one of its words, not between two.
    JOINED = auto()
    #: Each is a word or a compound; the list has neither the two as one nor with a hyphen.
    WORDS = auto()
    HYPHENATED = auto()


def spelling_of(first: str, last: str, word_list: Container[str]) -> Spelling:
    """The spelling of ``first`` and ``last``; both are lower case, without further hyphens.

    Unknown also where the list has them both ways, or as one with a trema where they meet. Fails for the author's
    own spelling, for names, and for two words that together look like a third.
    """
    joined = first + last
    if f"{first}-{last}" in word_list:
        return Spelling.UNKNOWN if joined in word_list else Spelling.HYPHENATED
    trema = first + last[:1].translate(_TREMAS) + last[1:]
    if trema != joined and trema in word_list:
        return Spelling.UNKNOWN
    if joined in word_list:
        return Spelling.JOINED if first in word_list or last in word_list else Spelling.ONLY_WHOLE
    apart, whole = _parts(first, word_list) + _parts(last, word_list), _parts(joined, word_list)
    if whole < min(apart, _TOO_MANY):
        return Spelling.JOINED
    return Spelling.WORDS if apart < _TOO_MANY else Spelling.UNKNOWN


def is_compound(word: str, word_list: Container[str]) -> bool:
    """Whether the word is in the list, or is up to three words of the list in a row, a linking s between them.

    Fails for a compound with another link than those the list has as words (``zonne``), and for what only looks like
    one: ``rest`` and ``aurant``.
    """
    return _parts(word, word_list) < _TOO_MANY


def _parts(word: str, word_list: Container[str], most: int = _MOST_PARTS) -> int:
    """The fewest words of the list that the word is made of; _TOO_MANY for more than ``most``."""
    if word in word_list or (len(word) > _SHORTEST and word[-1] == "s" and word[:-1] in word_list):
        return 1
    fewest = _TOO_MANY
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1) if most > 1 else ():
        if _parts(word[:at], word_list, 1) == 1:
            fewest = min(fewest, 1 + _parts(word[at:], word_list, most - 1))
    return fewest
