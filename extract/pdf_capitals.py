"""Small capitals: small letters that a program draws as capitals of a smaller type.

    Nᴀᴀᴍ    The file says ``NAAM``: a capital, and three capitals set smaller. Whoever typed it typed ``Naam``.

Fails for a page on which no word begins with a large capital, or the same small type has small letters as well: there
capitals are what the file says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from extract.pdf_lines import Printed
from extract.pdf_marks import Char

#: A font, and a type size to a tenth of a point.
Type = tuple[str, float]

#: How large small capitals are, as a share of the capitals beside them.
SHARE: Final = (0.6, 0.9)
#: So many words show that it is a habit, and no slip of the hand.
WORDS: Final = 2


def small_capitals(lines: Iterable[Printed]) -> list[Char]:
    """The capitals of a page's level lines that stand for small letters."""
    lines = list(lines)
    words = (word for line in lines if not line.is_even for word in line.words)
    times = Counter(type_ for word in words for type_ in _small_type(word))
    known = {type_ for type_, words_of_it in times.items() if words_of_it >= WORDS}
    if not known:
        return []
    chars = [char for line in lines for char in line.ink if _type(char) in known]
    known -= {_type(char) for char in chars if char.text.islower()}
    return [char for char in chars if char.text.isupper() and _type(char) in known]


def lowered(char: Char) -> Char:
    """A small capital as the letter that it stands for."""
    return char._replace(text=char.text.lower())


def _small_type(word: Sequence[Char]) -> Iterator[Type]:
    """The type in which a word's small capitals are set, if it has a large one before them."""
    first, rest = word[0], [char for char in word[1:] if char.text.isalpha()]
    kinds = {_type(char) for char in rest}
    if len(rest) < 2 or len(kinds) > 1 or not all(c.text.isupper() for c in (first, *rest)):
        return
    small = rest[0]
    low, high = (share * first.size for share in SHARE)
    if low <= small.size <= high and small.font == first.font and small.baseline == first.baseline:
        yield _type(small)


def _type(char: Char) -> Type:
    return char.font, round(char.size, 1)
