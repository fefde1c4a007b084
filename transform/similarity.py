"""How alike two competences or two texts are, as an integer from 0 to SCALE.

Each text becomes a set of features held as the bits of one integer, so that 90,000 pairs cost a tenth of a
second. The measure is symmetric. It does not know Dutch: two sentences that say the same in other words are not
alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from transform.model import Competence
from transform.words import LITTLE_WORDS

SCALE: Final = 1000

#: What of the likeness of two competences is their name, description and indicators: SCALE together.
NAME_SHARE, DESCRIPTION_SHARE, INDICATOR_SHARE = 250, 350, 400

_WORD: Final = re.compile(r"[^\W_]+")


class Features:
    """Turns texts into sets of bits; the same feature is the same bit for every text of one comparison."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}

    def _set(self, features: Iterable[str]) -> int:
        bits = 0
        for feature in features:
            bits |= 1 << self._bits.setdefault(feature, len(self._bits))
        return bits

    def words(self, text: str) -> int:
        """The words of a sentence, each occurrence counted; little words only when there are no others."""
        found = _WORD.findall(text.casefold())
        telling = [word for word in found if word not in LITTLE_WORDS] or found
        times: dict[str, int] = {}
        for word in telling:
            times[word] = times.get(word, 0) + 1
        return self._set(f"{word} {n}" for word, count in times.items() for n in range(count))

    def trigrams(self, text: str) -> int:
        """The groups of three letters of a name, so that a misspelling or an ending changes little."""
        letters = "".join(c for c in text.casefold() if c.isalnum())
        padded = f"^{letters}$"
        return self._set(f"{padded[i : i + 3]}" for i in range(max(1, len(padded) - 2)))


def likeness(one: int, other: int) -> int:
    """Dice's measure of two sets, in SCALE; two empty sets are alike."""
    size = one.bit_count() + other.bit_count()
    return 2 * SCALE * (one & other).bit_count() // size if size else SCALE


class Profile:
    """The features of one competence."""

    __slots__ = ("description", "indicators", "name")

    def __init__(self, competence: Competence, features: Features) -> None:
        self.name = features.trigrams(competence.name)
        self.description = features.words(competence.description)
        self.indicators = features.words(" ".join(indicator.text for indicator in competence.indicators))

    def likeness(self, other: Profile) -> int:
        """How alike two competences are, whatever their core competence and place.

        What both leave empty says nothing and does not count.
        """
        shares = (
            (NAME_SHARE, self.name, other.name),
            (DESCRIPTION_SHARE, self.description, other.description),
            (INDICATOR_SHARE, self.indicators, other.indicators),
        )
        telling = [(share, one, another) for share, one, another in shares if one or another]
        return sum(share * likeness(one, another) for share, one, another in telling) // sum(s for s, _, _ in telling)
