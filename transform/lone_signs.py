"""Signs before one text of a document only, with which that text may begin itself: they are taken off, and told.

    Kent alle regels.
    § 3 van de wet kennen.          a bullet that somebody typed in one place, or what the text says

A dash or a dot is a bullet wherever it stands. Fails for a text of its own before which another has the same sign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from transform.bullets import DASHES, DIVIDERS

#: So many texts show what others of the document have before them.
LEAST: Final = 4
_COUNTS: Final = "1"
#: The one letter that is drawn for a bullet.
_CIRCLE: Final = "o"


def lone_signs(signs: Sequence[str], items: int) -> list[int]:
    """The numbers of the ``signs`` that stand before one of ``items`` texts alone, and that a text may begin with.

    So with a number that nothing counts on from, before no more than half of the texts.
    """
    kinds = [_kind(sign.strip()) for sign in signs]
    times = Counter(kinds)
    counted = {sign for sign, kind in zip(signs, kinds, strict=True) if kind == _COUNTS}
    lone = {kind for kind in times if kind and times[kind] == 1}
    lone |= {_COUNTS} if len(counted) == 1 and 2 * times[_COUNTS] <= items else set()
    return [number for number, kind in enumerate(kinds) if kind in lone] if items >= LEAST else []


def _kind(sign: str) -> str:
    """What signs have in common; empty for those that no text begins with."""
    if sign != _CIRCLE and any(map(str.isalnum, sign)):
        return _COUNTS
    return "" if not sign.isprintable() or all(char in DASHES + DIVIDERS for char in sign) else sign
