"""The bullets within a line: several items that were typed, or left by another program, behind each other.

    • Luistert. • Vraagt door.         a sign that divides, wherever it stands between words
    - Luistert. - Vraagt door.         a dash only between sentences, for it stands within them too
    - luistert; - vraagt door;         and between the parts of one, that semicolons end
    - Luistert.-  Vraagt door.         what was parted by a line end that a program lost; also where the line ends now
    1. Luistert. 2. Vraagt door.       a number or letter only if it is the next, and a capital or bracket follows it

Fails for a dash without white on either side behind a word (``bijstaan-Stelt``), unless no bullet has white behind it:
so stands one in a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from transform.bullets import DASHES, DIVIDERS, LETTERS, Bullet

#: How an item begins.
_BEGINS: Final = r"(?=[A-ZÀ-Ý0-9€(“„‘]|[’']s )"
#: The same behind a number.
_BEHIND_NUMBER: Final = r"(?=[A-ZÀ-Ý€(“„‘]|[’']s )"
#: Dots halfway up the line part words as well, of which the next is seldom written with a capital.
_DOTS: Final = "·∙"
#: A numbered sign: what stands around its number or letter.
_NUMBERED: Final = re.compile(r"(\(?)(?:\d{1,2}|([a-z]))([.)])")
#: What a number may count that no item begins with: ``artikel 2. De``.
_COUNTED: Final = re.compile(
    r"(?:art(?:ikel)?|lid|bijlage|hoofdstuk|paragraaf|punt|stap|fase|niveau|versie|nr|nummer|deel|tabel|groep|schaal)"
    r"\.?\s$",
    re.IGNORECASE,
)


def signs_within(text: str, bullet: Bullet) -> Iterator[tuple[int, int]]:
    """Where bullets with the white behind them begin and end in a text, if they are like this one or count on."""
    if bullet.number is not None:
        yield from _numbers(text, bullet)
    elif len(bullet.sign) == 1 and bullet.sign in text:
        yield from (match.span() for match in _pattern(bullet.sign, not bullet.gap).finditer(text))


def _numbers(text: str, bullet: Bullet) -> Iterator[tuple[int, int]]:
    """The numbers or letters after that of the bullet, one after another."""
    around, number, end = _NUMBERED.fullmatch(bullet.sign), bullet.number or 0, 0
    while around is not None and number < LETTERS:
        number += 1
        said = chr(ord("a") + number - 1) if around[2] else str(number)
        sign = re.escape(f"{around[1]}{said}{around[3]}")
        found = re.compile(rf"(?<=\s){sign}\s+{_BEHIND_NUMBER}").search(text, end)
        if found is None or (_COUNTED.search(text, 0, found.start()) and not _ends_before(text, found, around[1])):
            return
        yield found.span()
        end = found.end()


def _ends_before(text: str, found: re.Match[str], bracket: str) -> bool:
    """Whether a sentence ends before a number in brackets, which then counts nothing: ``op hbo-niveau. (2) Laat``."""
    return bool(bracket) and text[: found.start()].rstrip().endswith(".")


@lru_cache
def _pattern(bullet: str, is_close: bool) -> re.Pattern[str]:
    """What shows that such a sign begins an item; ``is_close``: no white stands behind the one before."""
    sign = re.escape(bullet)
    if bullet in DIVIDERS:
        return re.compile(rf"(?<=[\s.;!?]){sign}\s+(?=\S)")
    if bullet in _DOTS:
        return re.compile(rf"(?<=[\s.;!?]){sign}\s+{_BEGINS}")
    white = r"\s*" if is_close else r"\s+"
    between = rf"(?<=[.;!?]\s){sign}\s+{_BEGINS}|(?<=[^\W_];\s){sign}\s+(?=[a-zß-ÿ])"
    if bullet not in DASHES:
        return re.compile(between)
    glued = rf"(?<=[.;!?]){sign}\s*(?=[A-ZÀ-Ý€(“„‘]|$)|(?<=[a-zß-ÿ][.;!?]){sign}\s+{_BEGINS}"
    amid = rf"(?<=[a-zß-ÿ]){sign}{white}(?=[A-ZÀ-Ý][a-zß-ÿ])"
    return re.compile(f"{between}|{glued}|{amid}")
