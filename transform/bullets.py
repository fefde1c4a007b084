"""Line → the bullet that stands before its text.

A bullet is stripped here, once; emitters draw their own. Whether a line with a bullet begins an indicator is
decided in ``body``: a dash at the start of a wrapped line looks the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.document import ZERO_WIDTH_CLASS, Line
from transform.room import is_wrapped
from transform.sentences import ENDS_SENTENCE

#: Dashes serve as bullets, but also stand within a sentence.
DASHES: Final = "-‐‑‒–—−"
#: Glyphs that are bullets wherever they begin a line followed by a gap.
GLYPHS: Final = "•‣⁃∙·⋅‧・●○◦∘⦁■□▪▫◆◇◊⋄♦►▶▸▷⊳➢➤→⇒⟶✓✔✗√❖❑☐☑☒★☆⋆∗⁎※¨§*+>›»¤~#=¬"
#: Those that divide a line into items, and that no name begins with; others also stand within sentences.
DIVIDERS: Final = "•‣⁃●○◦⦁■□▪▫◆◇◊⋄♦►▶▸▷➢➤✓✔❖❑☐☑☒"
#: Those that compare: a line of a sentence may begin with one, ``burgers of⏎> € 10 mln``.
COMPARING: Final = "><=~+"
#: Those that say what somebody does, each with those beside it that say what he does not do.
OPPOSITES: Final = {"+": f"{DASHES}✗", "✓": "✗×✘", "✔": "✗×✘", "√": "✗×✘", "☑": "☒"}
#: Bullets of symbol fonts arrive in the private-use area.
PRIVATE_USE: Final = "\ue000-\uf8ff"

#: White after a bullet, of any width.
_WHITE: Final = rf"[\s{ZERO_WIDTH_CLASS}]"
_DASH = re.compile(
    rf"[ \t\xa0]*(?P<sign>[{re.escape(DASHES)}]|--|[-=]>)(?P<gap>{_WHITE}+|(?=[A-ZÀ-Ý]|[(\[“„‘\"][^\W_]|[’']s ))"
)
_GLYPH = re.compile(
    rf"[ \t\xa0]*(?P<sign>[{re.escape(GLYPHS)}](?={_WHITE}|[^\W\d_])|[{DIVIDERS}{PRIVATE_USE}]|o(?={_WHITE}))"
    rf"(?P<gap>{_WHITE}*)"
)
#: A number without a full stop is one only before a tab, or behind what it counts: ``Indicator 1:``. After z come aa
#: and bb, after zz aaa.
_NUMBER = re.compile(
    r"[ \t\xa0]*(?P<sign>\(?(?P<label>\d{1,3}|(?P<letter>[a-zA-Z])(?P=letter){0,3}|[ivxIVX]{2,5})[.)]"
    r"|(?:\d{1,2}\.)+(?P<last>\d{1,2})[.)]?|(?P<bare>\d{1,2})(?=\t)"
    r"|(?i:indicator)\s(?P<counts>\d{1,2})\s?[:.)–-](?=\s))"
    r"(?P<gap>\s+|(?<=\.\d)$|(?<=\.\d\d)$"
    r"|(?:(?<=\d[.)])|(?<=\d\.\d)|(?<=\d\.\d\d)|(?<=[ivxIVX]{2}[.)])|(?<=\)))(?=[A-ZÀ-Ý€(“„‘\"]|[’']s ))"
)
#: A line that may begin with a number or letter that counts.
_MAY_COUNT: Final = re.compile(r"^[ \t\xa0]*\(?(?:\d|([a-zA-Z])\1{0,3}[.)]|[ivxIVX]{2,5}[.)])", re.MULTILINE)
#: The sign of a numbered item: what stands before its number, the number, and what closes it.
_FIGURE: Final = re.compile(r"(\(?(?:\d+\.)*)(\d+)([.)]?)")
#: What stands for an object or for a sign that nobody could read.
_UNKNOWN: Final = "\ufffc\ufffd"
#: A symbol, with what says that it is drawn in colour.
_SYMBOL: Final = re.compile(rf"(?P<sign>\S\ufe0f?)(?P<gap>{_WHITE}+)(?=\S)")
#: A number before a name may stand there without a full stop, or alone on its line: there the name had no room. With
#: capitals before it, it is a code: ``C01``.
_BARE_NUMBER: Final = re.compile(
    r"[ \t\xa0]*(?P<sign>(?:[A-Z]{1,3}[-.]?)?(?P<number>\d{1,3})[.):]?)(?P<gap>\s+(?=\S)|\s*$)"
)
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
#: How many letters lists count in.
LETTERS: Final = 26

#: Two indents are the same when they differ by less than this share of the type size: no design indents less.
SAME_INDENT: Final = 0.3


def is_same_indent(one: float, other: float, line: Line) -> bool:
    """Whether two places across the page, in points, are one for a line of this type size."""
    return abs(one - other) <= SAME_INDENT * (line.size or 0.0)


#: A number or letter that counts, and nothing else.
_LONE_NUMBER: Final = re.compile(r"^\s*\(?(?:[a-z]|\d{1,2})[.)]\s*$")


class Bullet(NamedTuple):
    """A bullet: ``sign`` as printed, ``length`` of bullet and gap in the line, ``drawn`` if the layout drew it.

    ``number`` is what a numbered bullet counts to (``b)`` → 2), None for a glyph. ``gap`` is the white space
    after the bullet as printed.
    """

    sign: str
    length: int
    drawn: bool = False
    gap: str = ""
    number: int | None = None

    @property
    def is_dash(self) -> bool:
        """Whether the sign is one that also stands within sentences."""
        return self.sign in DASHES or self.sign == "--"

    @property
    def compares(self) -> bool:
        """Whether it may say how much of what follows: ``> € 10 mln``."""
        return len(self.sign) == 1 and self.sign in COMPARING


def line_to_bullet(line: Line) -> Bullet | None:
    """The bullet that begins the line: drawn by the layout, set in a symbol font, or typed; else None."""
    if line.marker is not None:
        return Bullet(line.marker, 0, drawn=True)
    if line.symbols:
        gap = len(line.text[line.symbols :]) - len(line.text[line.symbols :].lstrip())
        sign = line.text[: line.symbols]
        return Bullet(sign.strip(), line.symbols + gap, gap=line.text[line.symbols : line.symbols + gap])
    if _begins_with_word(line.text):
        return None
    match = _DASH.match(line.text) or _GLYPH.match(line.text)
    if match:
        return Bullet(match["sign"], match.end(), gap=match["gap"])
    match = _NUMBER.match(line.text)
    if not match:
        return _symbol(line.text)
    number = _ordinals([match["label"] or match["last"] or match["bare"] or match["counts"]])[0]
    return Bullet(match["sign"], match.end(), gap=match["gap"], number=number)


def _begins_with_word(text: str) -> bool:
    """Whether a text begins with two letters that count nothing, as most do: there is no bullet before it."""
    begin = text.lstrip(" \t\xa0")[:2]
    return len(begin) == 2 and begin.isalpha() and begin[0] not in "ivxIVX" and begin[0] != begin[1]


def _symbol(text: str) -> Bullet | None:
    """A symbol of any kind before white: no sentence begins so (``✅``). What stands for an unknown sign is none."""
    begin = len(text) - len(text.lstrip())
    first = text[begin : begin + 1]
    if first.isascii() or first in _UNKNOWN or unicodedata.category(first) != "So":
        return None
    match = _SYMBOL.match(text, begin)
    return Bullet(match["sign"], match.end(), gap=match["gap"]) if match else None


def _ordinals(labels: Sequence[str], counted: int = 0) -> list[int]:
    """What the labels of a list count to, in the first way of counting that begins at 1, or goes on from there."""
    ways = [[way(label.casefold()) for label in labels] for way in (_arabic, _letter, _roman)]
    return next((way for way in ways if _counts(way, counted)), ways[1])


def _arabic(label: str) -> int:
    return int(label) if label.isdigit() else 0


def _letter(label: str) -> int:
    alike = label.isalpha() and label.count(label[0]) == len(label)
    return ord(label[0]) - ord("a") + 1 + LETTERS * (len(label) - 1) if alike else 0


def _roman(label: str) -> int:
    return _ROMAN.index(label) + 1 if label in _ROMAN else 0


def _counts(numbers: Sequence[int], counted: int = 0) -> bool:
    """Whether the numbers count 1, 2, 3, or on from what was counted before; they may begin anew."""
    return all(n == 1 or n == before + 1 for before, n in pairwise([counted, *numbers])) and 0 not in numbers


def may_count(text: str) -> bool:
    """Whether any line of a text may begin with a number or letter that counts."""
    return _MAY_COUNT.search(text) is not None


def numbers_before(cells: Iterable[Sequence[Line]]) -> Iterator[int]:
    """To what the lists in the cells above each cell had counted: a list that nobody began anew counts on.

    One that begins anew amid its cell (``1. 1. 1.``) counts nothing.
    """
    counted = 0
    for lines in cells:
        yield counted
        bullets = (bullet for bullet in lines_to_bullets(lines, counted) if bullet)
        numbers = [bullet.number for bullet in bullets if bullet.number is not None]
        if numbers:
            counted = numbers[-1] if numbers[-1] - numbers[0] + 1 == len(numbers) else 0


def lines_to_bullets(lines: Sequence[Line], counted: int = 0) -> list[Bullet | None]:
    """The bullet of each line of a cell, numbers only where they count 1, 2, 3 through the cell.

    They may go on from ``counted``. Fails for a list that begins at another number: its lines are read as lines without
    a bullet, and reported as such. A sentence that begins ``2. `` by chance is text, unless it follows a ``1. ``; so is
    a ``1. `` alone among other bullets, unless those are dashes of its own sentence.
    """
    bullets = _with_lone_numbers(lines, [line_to_bullet(line) for line in lines])
    bullets = _with_skipped_numbers(lines, _with_like_signs(lines, bullets))
    numbered = [i for i, b in enumerate(bullets) if b and b.number is not None]
    labels = [re.split(r"[.)\s]", bullet.sign.strip("(.):–- "))[-1] for i in numbered if (bullet := bullets[i])]
    numbers = _ordinals(labels, counted) if labels else []
    others = [i for i, b in enumerate(bullets) if b and b.number is None]
    alone = len(numbered) == 1 and not all(_goes_on_with(lines, numbered[0], i, bullets[i]) for i in others)
    if not _counts(numbers, counted) or alone:
        return [None if i in numbered else b for i, b in enumerate(bullets)]
    for i, number in zip(numbered, numbers, strict=True):
        bullets[i] = bullet._replace(number=number) if (bullet := bullets[i]) else None
    return bullets


def _goes_on_with(lines: Sequence[Line], first: int, index: int, bullet: Bullet | None) -> bool:
    """Whether a dash hangs under the text of line ``first``, below a line that was full and ended no sentence."""
    if bullet is None or not bullet.is_dash or bullet.drawn or index <= first:
        return False
    before, line = lines[index - 1], lines[index]
    deeper = line.indent > lines[first].indent and not is_same_indent(line.indent, lines[first].indent, line)
    return deeper and is_wrapped(before, line) and not ENDS_SENTENCE.search(before.text)


def _with_like_signs(lines: Sequence[Line], bullets: Sequence[Bullet | None]) -> list[Bullet | None]:
    """The bullets with those that only others show to be such: the same sign before a text in the same place.

    One is alone on its line, for its text had no room beside it; or it is glued to what is no capital (``-2 keer``,
    ``-> 3 jaar``), as the others are glued to theirs.
    """
    beside = zip(lines, bullets, strict=True)
    typed = {(b.sign, not b.gap, line.indent) for line, b in beside if b and not b.drawn and b.number is None}
    arrow = {("-", True, line.indent) for line, b in zip(lines, bullets, strict=True) if b and b.sign == "->"} & typed
    bullets = [None if arrow and bullet and bullet.sign == "->" else bullet for bullet in bullets]
    return [bullet or _like(line, typed) for line, bullet in zip(lines, bullets, strict=True)]


def _like(line: Line, typed: Iterable[tuple[str, bool, float]]) -> Bullet | None:
    """The bullet of a line that begins as others do: their signs, whether those are glued, and their indents."""
    text = line.text.strip()
    for sign, glued, indent in typed:
        alone = text == sign
        if (alone or (glued and text.startswith(sign))) and is_same_indent(line.indent, indent, line):
            return Bullet(sign, len(line.text) if alone else line.text.index(sign) + len(sign))
    return None


def _with_lone_numbers(lines: Sequence[Line], bullets: Sequence[Bullet | None]) -> list[Bullet | None]:
    """The bullets with each next number that is alone on its line, where the one before stands: its text is below it,
    or on the next page."""
    found = list(bullets)
    last: tuple[Line, Bullet] | None = None
    for index, line in enumerate(lines):
        bullet = found[index]
        if bullet is None and last and _LONE_NUMBER.match(line.text):
            lone = line_to_bullet(replace(line, text=f"{line.text.rstrip()} x"))
            if lone and lone.number == (last[1].number or 0) + 1 and is_same_indent(line.indent, last[0].indent, line):
                bullet = found[index] = lone._replace(length=len(line.text), gap="")
        if bullet and bullet.number is not None:
            last = line, bullet
    return found


def _with_skipped_numbers(lines: Sequence[Line], bullets: Sequence[Bullet | None]) -> list[Bullet | None]:
    """The bullets with a number that stands glued to a figure (``3.2 keer``), where the list skips just that one."""
    found = list(bullets)
    last = glued = -1
    for index, (line, bullet) in enumerate(zip(lines, bullets, strict=True)):
        sign = _next_number(found[last]) if last >= 0 else ""
        if sign and (bullet is None or bullet.sign != sign) and _begins_so(line, sign, lines[last]):
            glued = index if glued < 0 else glued
        elif bullet and bullet.number is not None:
            skipped = Bullet(sign, lines[glued].text.find(sign) + len(sign), number=0)
            if sign and glued >= 0 and bullet.sign == _next_number(skipped):
                found[glued] = skipped
            last, glued = index, -1
    return found


def _next_number(bullet: Bullet | None) -> str:
    """The sign that follows in a list that counts in figures: ``6.2)`` → ``6.3)``; empty for any other."""
    match = _FIGURE.fullmatch(bullet.sign) if bullet else None
    return f"{match[1]}{int(match[2]) + 1}{match[3]}" if match else ""


def _begins_so(line: Line, sign: str, above: Line) -> bool:
    return line.text.lstrip().startswith(sign) and is_same_indent(line.indent, above.indent, line)


def names_to_bullets(names: Sequence[Line]) -> list[Bullet | None]:
    """The bullet or number typed before each name, given by its first line: ``3. Durf``, ``3 Durf``, ``• Durf``.

    A glyph or a letter of a symbol font is a bullet before any name; a number only where numbers count 1, 2, 3 through
    all names, and any other sign where all names have it. Fails for names of which each begins so by chance.
    """
    found = lines_to_bullets(names)
    if all(found) and (len({b.sign for b in found if b}) == 1 or all(b and b.number is not None for b in found)):
        return found
    bare = [_bare_number(name) for name in names]
    codes = {bullet.sign.rstrip(".):0123456789") for bullet in bare if bullet}
    if len(codes) == 1 and [bullet.number for bullet in bare if bullet] == list(range(1, len(names) + 1)):
        return list(bare)
    return [b if b and (line.symbols or b.sign in DIVIDERS) else None for b, line in zip(found, names, strict=True)]


def begins_with_number(name: Line) -> bool:
    """Whether a name has a number before it, as far as it can be seen from the name alone."""
    bullet = line_to_bullet(name)
    numbered = bullet is not None and bullet.number is not None
    return _bare_number(name) is not None or (numbered and name.text.lstrip()[:1].isdigit())


def _bare_number(name: Line) -> Bullet | None:
    match = None if name.marker is not None else _BARE_NUMBER.match(name.text)
    return Bullet(match["sign"], match.end(), gap=match["gap"], number=int(match["number"])) if match else None
