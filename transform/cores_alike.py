"""Core competences that are spelled almost like others: one and the same, most likely, and an error of typing.

    Verbindend · Verbindend · Verbindent · VERBINDEND       those that hardly any competence has are told

They are kept: whose spelling is right is not ours to say. Fails where an error comes as often as what it should be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from transform.role import letters

#: So alike are words of which one letter is another.
ALIKE: Final = 0.89
#: Shorter words are alike by chance.
LEAST: Final = 6


def cores_alike(cores: Sequence[str]) -> dict[int, str]:
    """The numbers of core competences that are spelled otherwise than more of them, and how those are."""
    times = Counter(cores)
    usual = {
        core: other
        for core in times
        for other in times
        if times[core] < times[other] and core != other and _are_alike(core, other)
    }
    return {number: usual[core] for number, core in enumerate(cores) if core in usual}


def _are_alike(core: str, other: str) -> bool:
    one, two = letters(core), letters(other)
    counts = ["".join(filter(str.isdigit, text)) for text in (core, other)]
    if one == two or counts[0] != counts[1]:
        return one == two and counts[0] == counts[1]
    return min(len(one), len(two)) >= LEAST and SequenceMatcher(None, one, two).ratio() > ALIKE
