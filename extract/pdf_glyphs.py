"""Glyphs → characters that can be read: ligatures taken apart, accents put on, doubles dropped, faults named.

Done once, before anything is counted or laid in lines, so that the books and the blocks see the same characters.
Not here: spaces and lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extract.pdf_marks import COMBINING, DOTLESS, INK, Char, char_to_origin, is_symbol_font, level_of
from extract.pdf_misnamed import letters_moved_back
from extract.pdf_plain import Row, rows_apart
from extract.pdf_spacing import tracking_of
from transform.document import ZERO_WIDTH, is_blank
from transform.errors import UnreadableCharacters

#: Latin ligatures that have a code of their own → their letters; fonts that know Dutch draw ``ij`` as one sign.
LIGATURES: Final = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
    | {"\u0132": "IJ", "\u0133": "ij"}
)

#: What a library gives for a glyph that has no character behind it.
UNMAPPED: Final = re.compile(r"\(cid:\d+\)|.*[\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff].*|", re.DOTALL)

#: What marks a place where a word may be broken; it is drawn only where it was.
SOFT_HYPHEN: Final = "\u00ad"

#: A glyph without a character, as the library gives it.
CODE: Final = re.compile(r"\(cid:(\d+)\)")

#: A space narrower than this share of the type size is none.
NO_WIDTH: Final = 0.01

#: A letter stands in the place of a space that begins so little before or behind it, as shares of the type size:
#: programs round up to 0.02 where they draw a space of no width, and some write the white of kerning as a space.
BEFORE: Final = 0.07
BEHIND: Final = 0.04

#: Two equal glyphs nearer than this share of the type size, and of their own width, are one drawn twice.
SAME_PLACE: Final = 0.1
SAME_WIDTH: Final = 0.4


def glyphs_to_chars(glyphs: Sequence[Char], page: int, name: str) -> tuple[tuple[Char, ...], tuple[Char, ...]]:
    """The page's characters in drawing order, and those that were drawn a second time over themselves.

    Raises UnreadableCharacters with page, count and font for glyphs without a character.
    """
    texts = _texts(glyphs)
    if any(map(CODE.fullmatch, texts)):
        glyphs = [_named_symbol(c) for c in glyphs]
        texts = _texts(glyphs)
    if any(map(UNMAPPED.fullmatch, texts)):
        check_readable(glyphs, page, name)
    shown = _shown(glyphs)
    plain = {text: _to_plain(text) for text in texts}
    changed = {text for text, whole in plain.items() if text != whole}
    chars = [c._replace(text=plain[c.text]) if c.text in changed else c for c in shown] if changed else shown
    kept, doubled = drawn_once(_hyphens_seen(chars) if SOFT_HYPHEN in plain.values() else chars)
    may_be_put = any(text in COMBINING or _is_accent(text) for text in plain.values())
    return tuple(_accents_put_on(kept) if may_be_put else kept), tuple(doubled)


def _texts(chars: Iterable[Char]) -> set[str]:
    """The different texts of glyphs: a page has a hundred at most, and what is asked of one holds for all."""
    return {c.text for c in chars}


def _to_plain(text: str) -> str:
    """A glyph's text composed and with ligatures written out; what has no ink beside a letter is not what is drawn.

    That is a soft hyphen, or a space of no width after which a word may be broken.
    """
    whole = unicodedata.normalize("NFC", letters_moved_back(text).translate(LIGATURES))
    return whole if len(whole) == 1 else "".join(c for c in whole if c not in ZERO_WIDTH) or whole


def _hyphens_seen(chars: Sequence[Char]) -> list[Char]:
    """Soft hyphens that are drawn, as the hyphens that the eye sees, unless their font has hyphens beside them.

    Some programs give one glyph for both kinds, under the code of whichever came first: typed hyphens would be
    taken for those of a broken word, and vanish without anyone being told.
    """
    both = {c.font for c in chars if c.text == "-"}
    drawn = {c.font for c in chars if c.text == SOFT_HYPHEN} - both
    return [c._replace(text="-") if c.text == SOFT_HYPHEN and c.font in drawn and c.advance > 0 else c for c in chars]


def _shown(chars: Sequence[Char]) -> Sequence[Char]:
    """The characters without spaces that leave no white: no wider than nothing, or with a letter in their place.

    So some programs write a soft hyphen that is not used, and others underline one. A space that a line was squeezed to
    is one all the same, and stands before the next letter; fails where it was squeezed to hardly anything.
    """
    lost = set(_without_white(chars))
    squeezed = {i: char for i in _blanks(chars) if i not in lost and (char := _squeezed(i, chars)) is not None}
    if squeezed:
        chars = [squeezed.get(number, char) for number, char in enumerate(chars)]
    return [char for number, char in enumerate(chars) if number not in lost] if lost else chars


def _blanks(chars: Sequence[Char]) -> list[int]:
    """The numbers of the spaces."""
    return [number for number, char in enumerate(chars) if not INK[char.text]]


def _squeezed(number: int, chars: Sequence[Char]) -> Char | None:
    """A level space whose next letter begins almost where it does itself, in the little white that is left for it."""
    char, after = chars[number], chars[number + 1] if number + 1 < len(chars) else chars[number]
    level = char.angle == after.angle == 0 and char.baseline == after.baseline
    if not level or not after.inked or abs(after.x0 - char.x0) > SAME_PLACE * char.size:
        return None
    return char._replace(x0=min(char.x0, after.x0 - NO_WIDTH * char.size), x1=after.x0)


def _without_white(chars: Sequence[Char]) -> Iterator[int]:
    """The numbers of the spaces that leave no white."""
    last: Char | None = None
    blank = _blanks(chars)
    for before, number in zip([-1, *blank], blank, strict=False):
        last = chars[number - 1] if number - 1 > before else last
        if not _leaves_white(number, chars, last):
            yield number


def _leaves_white(number: int, chars: Sequence[Char], last: Char | None) -> bool:
    """Whether a space, by its number among the characters, is seen; ``last`` is the letter before it."""
    char = chars[number]
    if last is not None and char.x0 + char.x1 < 2 * last.x1 and _is_over_ink(char, chars):
        return False
    after = chars[number + 1] if number + 1 < len(chars) else char
    reach = BEHIND * char.size
    if char.angle:
        (x, y), (next_x, next_y) = char_to_origin(char), char_to_origin(after)
    else:
        x, y, next_x, next_y = char.x0, char.baseline, after.x0, after.baseline
    there = -reach <= next_x - x <= BEFORE * char.size
    over = there and abs(next_y - y) <= reach and after.inked and char.angle == after.angle
    return not (over or abs(char.advance) <= NO_WIDTH * char.size)


def _is_over_ink(space: Char, chars: Iterable[Char]) -> bool:
    """Whether a letter of the same line stands where the middle of a space is."""
    middle = (space.x0 + space.x1) / 2
    return any(c.x0 < middle < c.x1 and c.baseline == space.baseline and c.inked and c.angle == 0 for c in chars)


def _named_symbol(char: Char) -> Char:
    """A symbol font's glyph without a character gets the private-use code that such fonts have (U+F000 and on)."""
    code = CODE.fullmatch(char.text)
    if code and int(code[1]) < 0x100 and is_symbol_font(char.font):
        return char._replace(text=chr(0xF000 + int(code[1])))
    return char


def check_readable(glyphs: Sequence[Char], page: int, name: str) -> None:
    """Raise UnreadableCharacters when glyphs have no character behind them; the worst font is named."""
    unmapped = {text for text in _texts(glyphs) if UNMAPPED.fullmatch(text)}
    if unmapped:
        fonts = Counter(c.font for c in glyphs if c.text in unmapped)
        raise UnreadableCharacters(name, page=page, count=fonts.total(), font=fonts.most_common(1)[0][0])


def drawn_once(chars: Sequence[Char]) -> tuple[list[Char], list[Char]]:
    """Split into characters and repeats of them at nearly the same place (drawn twice to look bold, or by mistake).

    Fails for a shadow that lies further off, which is then read as text.
    """
    under = dict(_repeats(chars))
    if not under:
        return list(chars), []
    numbers = {char: i for i, char in enumerate(chars)}
    twice = set(_whole_words(chars, [numbers[under[char]] if char in under else None for char in chars]))
    kept = [char for i, char in enumerate(chars) if i not in twice]
    return kept, [char for i, char in enumerate(chars) if i in twice]


def _repeats(chars: Sequence[Char]) -> Iterator[tuple[Char, Char]]:
    """The characters that lie on an equal one which was drawn before, each with that one."""
    seen: dict[tuple[str, int, int], list[Char]] = defaultdict(list)
    level = level_of(chars)
    suspect = chars
    if _is_plain(level):
        suspect = [c for c in chars if c.angle != 0] if len(level) < len(chars) else ()
    for char in suspect:
        column, row = round(char.x0), round(char.baseline)
        near = [(char.text, column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        first = next((other for key in near for other in seen.get(key, ()) if _is_same_place(char, other)), None)
        if first is not None:
            yield char, first
        else:
            seen[char.text, column, row].append(char)


def _is_plain(level: Sequence[Char]) -> bool:
    """Whether lines stand apart, and letters so far from each other that none can be another drawn twice."""
    rows = rows_apart(level)
    return rows is not None and all(map(_stands_apart, rows))


def _stands_apart(row: Row) -> bool:
    """Whether every letter begins further on than where another would be the same letter once more."""
    size = max(c.size for c in row.chars) if row.size is None else row.size
    return row.step > SAME_PLACE * size


def has_strange_letters(chars: Iterable[Char]) -> bool:
    """Whether a page has letters that ``check_strange_letters`` has to look at."""
    return any(map(_is_strange, _texts(chars)))


def _whole_words(chars: Sequence[Char], under: Sequence[int | None]) -> Iterator[int]:
    """The repeats in words that were drawn again for the greater part. ``under``: the number of what a repeat lies on.

    Where two words cross, a few letters of one may lie on equal ones of the other.
    """
    tracking = tracking_of(chars)
    next_to = {i for i, (a, b) in enumerate(pairwise(chars), start=1) if _are_beside(a, b, tracking)}
    cuts, word = set(_ends_of_repeats(under, next_to)), list[int]()
    for i in range(len(chars) + 1):
        if word and (i in cuts or i not in next_to):
            again = [j for j in word if under[j] is not None]
            yield from again if 2 * len(again) > len(word) else ()
            word = []
        word.append(i)


def _ends_of_repeats(under: Sequence[int | None], next_to: Container[int]) -> Iterator[int]:
    """Where whatever was drawn twice over, at once, begins and ends the second time: the word may go on behind it.

    So a program draws a word piece by piece that may be broken behind a slash. What was drawn the first time has to
    begin a word, or to follow what was drawn twice itself: else the end of one word lies on the beginning of another.
    """
    ends, i = {0}, 0
    while i < len(under):
        first, begin = under[i], i
        i += 1
        if first is None:
            continue
        back = begin - first
        while i < len(under) and under[i] == i - back:
            i += 1
        if i == begin + back and (first in ends or first not in next_to):
            ends |= {begin, i}
            yield from (begin, i)


def _are_beside(char: Char, other: Char, tracking: float) -> bool:
    """Whether two characters stand beside each other, which may be ``tracking`` apart as shares of their size."""
    gap = max(other.x0 - char.x1, char.x0 - other.x1) / max(char.size, 1e-6)
    near = -SAME_PLACE <= gap <= tracking + SAME_PLACE
    return near and char.inked and other.inked and char.baseline == other.baseline


def _is_same_place(char: Char, other: Char) -> bool:
    reach, width = SAME_PLACE * char.size, char.x1 - char.x0
    # A font may not tell how wide a glyph is.
    beside = min(reach, SAME_WIDTH * width) if char.angle == 0 and width > 0 else reach
    near = abs(char.x0 - other.x0) <= beside and abs(char.baseline - other.baseline) <= reach
    return near and abs(char.size - other.size) <= reach and char.angle == other.angle


def _accents_put_on(chars: list[Char]) -> list[Char]:
    """Accents drawn as glyphs of their own, put on the letter that they stand over or behind."""
    chars = _combined(chars)
    accents = {text for text in _texts(chars) if _is_accent(text)}
    if not accents:
        return chars
    marks = [i for i, c in enumerate(chars) if c.text in accents]
    letters = [i for i, c in enumerate(chars) if i not in set(marks) and c.inked]
    changed = dict(enumerate(chars))
    for mark in marks:
        base = min(letters, key=lambda i: _accent_distance(chars[mark], chars[i]), default=None)
        if base is not None and _accent_distance(chars[mark], chars[base]) <= chars[mark].size:
            accent = changed.pop(mark)
            whole = unicodedata.normalize("NFC", changed[base].text + accent.text)
            # A font that is not the letter's has no accent to go over it, but one that takes room of its own behind it.
            x1 = max(changed[base].x1, accent.x1) if accent.across > changed[base].x1 else changed[base].x1
            changed[base] = changed[base]._replace(text=whole, x1=x1)
    return [changed[i] for i in sorted(changed)]


def _is_accent(text: str) -> bool:
    return bool(text) and all(map(unicodedata.combining, text))


def _combined(chars: list[Char]) -> list[Char]:
    """The characters with accents that stand by themselves, if drawn over a letter, as those that go on a letter.

    So TeX sets accents in its older fonts: the accent, back, and the letter, an i or a j without its dot.
    """
    if _texts(chars).isdisjoint(COMBINING):
        return chars
    combined = list(chars)
    for i, (mark, letter) in enumerate(pairwise(chars)):
        base = DOTLESS.get(letter.text, letter.text)
        accent = COMBINING.get(mark.text, "")
        over = letter.x0 < mark.across < letter.x1 and abs(mark.baseline - letter.baseline) <= mark.size
        if accent and over and base.isalpha() and len(unicodedata.normalize("NFC", base + accent)) == 1:
            combined[i], combined[i + 1] = mark._replace(text=accent), letter._replace(text=base)
    return combined


def _accent_distance(mark: Char, letter: Char) -> float:
    """How far an accent stands from a letter: from its middle to the letter's box, rows counted double."""
    aside = max(letter.x0 - mark.across, mark.across - letter.x1, 0.0)
    return aside + 2 * abs(mark.baseline - letter.baseline) + (0.01 * letter.size if mark.across <= letter.x0 else 0.0)


def check_strange_letters(line: Sequence[Char], page: int, name: str) -> None:
    """Raise UnreadableCharacters for a letter within a word that nobody can name: a private-use code, a sinogram.

    Standing apart, or in another font than its neighbour, it is a bullet. ``line`` is in reading order.
    """
    for left, right in pairwise(line):
        lost = left if _is_strange(left.text) else right if _is_strange(right.text) else None
        joined = left.font == right.font and right.x0 - left.x1 < SAME_PLACE * left.size
        letters = any(t.isalpha() and not _is_strange(t) for t in left.text + right.text)
        if lost and joined and letters and not is_symbol_font(lost.font):
            raise UnreadableCharacters(name, page=page, count=1, font=lost.font)


@lru_cache(maxsize=4096)
def _is_strange(text: str) -> bool:
    """Whether a glyph's text holds a letter that no Dutch word has: a program mixed up its codes, or made its own."""
    kinds = ((c, unicodedata.category(c)) for c in text)
    return any(
        (kind == "Co" and not is_blank(c)) or (kind == "Lo" and unicodedata.east_asian_width(c) in "WF")
        for c, kind in kinds
    )
