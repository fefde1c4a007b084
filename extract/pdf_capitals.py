"""Small capitals: small letters that a program draws as capitals of a smaller type.

    Nᴀᴀᴍ    The file says ``NAAM``: a capital, and three capitals set smaller. Whoever typed it typed ``Naam``.
            Or it says ``naAm``, where a program names every glyph once and both sizes of a letter have the same.

    ɴᴀᴀᴍ    Or all of it is set small: which of its letters were typed as capitals cannot be seen. That is told.

Fails for a page on which no word begins with a large capital, or the same small type has small letters on the same line
and every word of it is cased like any other: there capitals are what the file says.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from extract.pdf_lines import Printed, chars_to_text
from extract.pdf_marks import Char
from extract.pdf_tables import Place, Placed

#: A font, and a type size to a tenth of a point.
Type = tuple[str, float]

#: How large small capitals are, as a share of the capitals beside them.
SHARE: Final = (0.6, 0.9)
#: So many words show that it is a habit, and no slip of the hand; one does that is long.
WORDS: Final = 2
#: Of the words that have the small type so many begin with a large letter, or some have a capital within: or else it is
#: the type of other text too.
LARGE_FIRST: Final = 0.25
#: Fonts whose small letters are drawn as small capitals, as are their capitals.
ALL_SMALL: Final = re.compile(r"all[- ]?(?:small|petite)[- ]?cap", re.IGNORECASE)
#: Capitals of so many letters or fewer abbreviate.
SHORT: Final = 3


def small_capitals(lines: Iterable[Printed]) -> dict[Char, Char]:
    """The letters of a page's level lines that the file has in the wrong case, and as what letters they stand."""
    lines = list(lines)
    words = (word for line in lines if not line.is_even for word in line.words)
    begun = [(type_, word) for word in words for type_ in _small_type(word)]
    times = Counter(type_ for type_, _ in begun)
    known = {type_ for type_, word in begun if times[type_] >= WORDS or _is_surely_one(word)}
    if not known:
        return {}
    chars = [char for line in lines for char in line.ink if _type(char) in known]
    mixed = {_type(char) for char in chars if char.text.islower()}
    small = {char: _lowered(char) for char in chars if char.text.isupper() and _type(char) not in mixed}
    odd = Counter(type_ for type_, word in begun if type_ in mixed and _is_odd(word))
    plain = (known & mixed).difference(odd)
    return small | _miscased(lines, begun, odd) | {char: _lowered(char) for char in _capitals_only(lines, plain)}


def _is_surely_one(word: Sequence[Char]) -> bool:
    """Whether a word is all in capitals, and too long for one of which somebody enlarged the first letter by hand."""
    return len(word) > SHORT and all(char.text.isupper() for char in word)


def _capitals_only(lines: Iterable[Printed], types: set[Type]) -> Iterator[Char]:
    """The capitals of types on lines that have no small letter of the same: a note on the page may be set as small."""
    for line in lines if types else ():
        own = [char for char in line.ink if _type(char) in types]
        mixed = {_type(char) for char in own if char.text.islower()}
        yield from (char for char in own if char.text.isupper() and _type(char) not in mixed)


def cells_in_small_capitals(lines: Sequence[Printed], placed: Iterable[Placed]) -> Iterator[Printed]:
    """The text of cells below the first row of a table that is all in capitals, smaller than other text in their font.

    ``lines`` are those of the page. Fails for capitals that are meant, in type as small.
    """
    cells: dict[Place, list[Sequence[Char]]] = defaultdict(list)
    for line, places in placed:
        for word, place in zip(line.words, places, strict=True):
            if place is not None and place[0]:
                cells[place].append(word)
    asked = [own for own in cells.values() if _are_capitals(own) or ALL_SMALL.search(own[0][0].font)]
    types = {_type(char) for line in lines for char in line.ink if char.text.islower()} if asked else set()
    for words in asked:
        chars = [char for word in words for char in word]
        font, size = _type(chars[0])
        larger = any(own == font and SHARE[0] <= size / other <= SHARE[1] for own, other in types)
        is_small = larger and not any(_type(char) in types for char in chars)
        if max(map(len, words)) > SHORT and (is_small or ALL_SMALL.search(font)):
            yield Printed(tuple(chars), " ".join(map(chars_to_text, words)))


def _are_capitals(words: Sequence[Sequence[Char]]) -> bool:
    """Whether no letter is a small one, and some are capitals."""
    if any(char.text.islower() for char in words[0]):
        return False
    return "".join(char.text for word in words for char in word).isupper()


def _miscased(
    lines: Iterable[Printed], begun: Sequence[tuple[Type, Sequence[Char]]], odd: Iterable[Type]
) -> dict[Char, Char]:
    """The same of types that have letters of either case, of which words are cased as no word is."""
    times = Counter(type_ for type_, _ in begun)
    found: dict[Char, Char] = {}
    for type_ in odd:
        own = [word for line in lines for word in line.words if any(_type(char) == type_ for char in word)]
        large = [word for word in own if type_ in _small_type(word, 1)]
        if times[type_] < LARGE_FIRST * len(own) and sum(map(_has_capital_within, own)) < WORDS:
            own = [*large, *filter(_is_odd, own)]
        found |= {c: _lowered(c) for word in own for c in word if _type(c) == type_ and c.text.isupper()}
        found |= {word[0]: word[0]._replace(text=word[0].text.upper()) for word in large if word[0].text.islower()}
    return found


def _is_odd(word: Sequence[Char]) -> bool:
    """Whether a word has a capital within, or begins with a small letter that is larger than the next."""
    first, second = word[0], word[1] if len(word) > 1 else word[0]
    return (first.text.islower() and second.size < first.size) or _has_capital_within(word)


def _has_capital_within(word: Sequence[Char]) -> bool:
    return any(one.text.islower() and other.text.isupper() for one, other in pairwise(word))


def _lowered(char: Char) -> Char:
    """A small capital as the letter that it stands for."""
    return char._replace(text=char.text.lower())


def _small_type(word: Sequence[Char], least: int = 2) -> Iterator[Type]:
    """The type in which a word's small capitals are set, so many at least, if it has a large letter before them."""
    first, rest = word[0], [char for char in word[1:] if char.text.isalpha()]
    kinds = {_type(char) for char in rest}
    if len(rest) < least or len(kinds) > 1 or not first.text.isalpha():
        return
    small = rest[0]
    low, high = (share * first.size for share in SHARE)
    if low <= small.size <= high and small.font == first.font and small.baseline == first.baseline:
        yield _type(small)


def _type(char: Char) -> Type:
    return char.font, round(char.size, 1)
