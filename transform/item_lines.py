"""Which lines of a cell begin an indicator: its bullets, indents, room and sentences tell.

      -  Is actief op zoek naar           a bullet begins one, unless it is a dash or sign of the sentence before it
         ontwikkelingen …                 hangs under its text: the rest of it
      Kent de partijen.                   no bullet: by the line before, an indicator of its own or not

Whatever is not plain is reported. Not here: what is made of the lines.
"""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import Final

from transform.bullets import SAME_INDENT, Bullet
from transform.document import Line
from transform.findings import Code
from transform.place import PagePlace
from transform.room import advance, is_wrapped, limit_of
from transform.sentences import BEGINS_SENTENCE, ENDS_PART, ENDS_SENTENCE, GOES_ON

#: A line with more of its column free than this share, and room for so many characters, was ended by its author.
LEFT: Final = 0.4
FREE: Final = 18


class Layout:
    """What the geometry of a cell says about the lines from ``first`` on."""

    def __init__(self, lines: tuple[Line, ...], bullets: list[Bullet | None], first: int) -> None:
        self.lines = lines
        self.bullets = bullets
        self.first = first
        sizes = [line.size for line in lines if line.size]
        self.tolerance = SAME_INDENT * median(sizes) if sizes else 0.0
        with_bullet = [i for i in range(first, len(lines)) if bullets[i]]
        self.bullet_indent = lines[with_bullet[0]].indent if with_bullet else None
        self.first_sign = bullet.sign if with_bullet and (bullet := bullets[with_bullet[0]]) else None
        self.text_indent = self._hanging_indent()
        self.usual_sign = Counter(b.sign for b in bullets[first:] if b).most_common(1)[0][0] if with_bullet else None
        self.is_parted = not with_bullet and sum(map(bool, (ENDS_PART.search(line.text) for line in lines[first:]))) > 1
        self.small = not with_bullet and not self.is_parted and "".join(x.text for x in lines[first:])[:1].islower()
        self.capitals = bool(with_bullet) and _begins_with_capital(lines[with_bullet[0]], bullets[with_bullet[0]])

    def _hanging_indent(self) -> float | None:
        """The indent shared by most lines without bullet that stand deeper than the bullets."""
        if self.bullet_indent is None:
            return None
        deeper = [
            round(line.indent, 1)
            for line, bullet in zip(self.lines[self.first :], self.bullets[self.first :], strict=True)
            if bullet is None and line.indent > self.bullet_indent + self.tolerance
        ]
        return Counter(deeper).most_common(1)[0][0] if deeper else None

    def is_hanging(self, index: int) -> bool:
        """Whether the line stands where the text of a bulleted item goes on."""
        line = self.lines[index]
        if line.starts_paragraph is not None and self.bullet_indent is not None:
            drawn = [i for i in range(self.first, index) if (b := self.bullets[i]) and b.drawn]
            indented = line.indent > min(other.indent for other in self.lines)
            return indented and bool(drawn) and self.same(line.indent, self.lines[drawn[-1]].indent)
        return self.text_indent is not None and line.indent > (self.bullet_indent or 0.0) + self.tolerance

    def same(self, one: float, other: float) -> bool:
        """Whether two indents are one."""
        return abs(one - other) <= self.tolerance

    def may_begin_small(self, line: Line) -> bool:
        """Whether the items begin small, and a line may be one: it begins so with a word with which none goes on."""
        begins = line.text.strip()[:1].islower() and not GOES_ON.match(line.text)
        return begins and self.bullet_indent is not None and not self.capitals

    def is_wrapped(self, index: int) -> bool:
        """Whether the line can only be the rest of the one before."""
        return is_wrapped(self.lines[index - 1], self.lines[index])


def judge(layout: Layout, index: int, has_item: bool) -> tuple[bool, Code | None]:
    """Whether the line begins an indicator, and what to report about that."""
    bullet, line = layout.bullets[index], layout.lines[index]
    if bullet:
        judged = _judge_bullet(layout, index, bullet) if has_item else (True, None)
        return (True, Code.ITEM_UNSURE) if judged[0] and _is_nested(layout, index, bullet) else judged
    if not has_item:
        return True, Code.BULLET_MISSING
    new_sentence = is_new_sentence(layout, index)
    if layout.is_hanging(index):
        doubtful = new_sentence and not layout.is_wrapped(index)
        return False, Code.LINE_UNSURE if doubtful else _typed_code(line)
    if line.starts_paragraph is None:
        return _judge_printed(layout, index, new_sentence)
    listed = any(layout.bullets[layout.first :])
    if line.starts_paragraph or not listed:
        begins = new_sentence or stands_alone(layout, index)
        return begins, Code.BULLET_MISSING if begins else _typed_on(layout, line, listed=listed)
    return False, Code.LINE_UNSURE if new_sentence else Code.LINE_CONTINUED


def _typed_on(layout: Layout, line: Line, *, listed: bool) -> Code:
    """What to report of a paragraph that begins small: where the items do so too, it may be one without its bullet."""
    return Code.LINE_UNSURE if listed and layout.may_begin_small(line) else Code.LINE_CONTINUED


def _judge_bullet(layout: Layout, index: int, bullet: Bullet) -> tuple[bool, Code | None]:
    """A line with a bullet among items: an item, unless its sign is a dash or a word of the sentence before it."""
    if _is_dash_in_text(layout, index):
        return False, Code.LINE_CONTINUED
    before, unlike = layout.lines[index - 1].text.rstrip(), bullet.sign != layout.usual_sign
    if bullet.drawn or bullet.number is not None:
        return True, None
    if bullet.is_dash and layout.capitals and _is_second_dash(layout, index, bullet):
        return False, Code.LINE_CONTINUED if unlike else Code.LINE_UNSURE
    if unlike and before.endswith(":"):
        return True, Code.ITEM_UNSURE
    within_text = unlike and bullet.is_dash and layout.is_hanging(index)
    goes_on = (within_text or layout.is_wrapped(index)) and not ENDS_SENTENCE.search(before)
    begins = _begins_with_capital(layout.lines[index], bullet) and not (unlike and bullet.compares)
    if not goes_on or not layout.capitals or begins:
        return True, None
    is_text = unlike and (bullet.is_dash or bullet.compares or bullet.sign == "o")
    return (False, Code.LINE_UNSURE) if is_text else (True, Code.ITEM_UNSURE)


def _is_second_dash(layout: Layout, index: int, bullet: Bullet) -> bool:
    """Whether a dash closes what another opened in the item above it, in a sentence that goes on: ``– zo –``.

    Fails for an item that begins small, below one that has a dash of its own and no full stop.
    """
    start = next((i for i in range(index - 1, layout.first - 1, -1) if layout.bullets[i]), layout.first)
    above = layout.bullets[start]
    text = " ".join(line.text for line in layout.lines[start:index])[above.length if above else 0 :]
    is_open = f" {text} ".count(f" {bullet.sign} ") % 2 == 1
    return is_open and not ENDS_SENTENCE.search(text) and layout.lines[index].text[bullet.length :][:1].islower()


def _is_nested(layout: Layout, index: int, bullet: Bullet) -> bool:
    """Whether a bullet that stands deeper than the first is one of a list within an indicator.

    It is of another sign; or one more with it stands as deep, by the size of the type at least. Fails for a list of one
    with the same sign.
    """
    line = layout.lines[index]
    deeper = line.indent - (layout.bullet_indent or 0.0)
    if bullet.number is not None or deeper <= layout.tolerance:
        return False
    if bullet.sign != layout.first_sign:
        return True
    beside = zip(layout.lines, layout.bullets, strict=True)
    as_deep = sum(layout.same(other.indent, line.indent) for other, own in beside if own)
    return line.size is not None and deeper >= line.size and as_deep > 1


def _typed_code(line: Line) -> Code | None:
    """A paragraph of its own that is only a continuation is worth a note; a wrapped line is not."""
    return None if line.starts_paragraph is None else Code.LINE_CONTINUED


def _judge_printed(layout: Layout, index: int, new_sentence: bool) -> tuple[bool, Code | None]:
    """A printed line without bullet that does not hang under an item: wrapped, or an item of its own."""
    previous = layout.lines[index - 1]
    same_column = layout.same(layout.lines[index].indent, previous.indent) or (
        layout.text_indent is None and layout.same(layout.lines[index].indent, layout.bullet_indent or 0.0)
    )
    listed = layout.bullet_indent is not None
    if same_column and layout.is_wrapped(index) and not (new_sentence and not listed):
        if new_sentence:
            return False, Code.LINE_UNSURE
        plain = layout.bullets[index - 1] is None or layout.text_indent is None
        doubtful = plain and _is_like_the_items(layout, index)
        return False, Code.LINE_UNSURE if doubtful else None if plain else _continued(layout, index)
    if not new_sentence and not stands_alone(layout, index):
        return False, _continued(layout, index, elsewhere=listed and not same_column)
    return True, Code.BULLET_MISSING


def _is_like_the_items(layout: Layout, index: int) -> bool:
    """Whether a line begins with a capital, as the items do, and is the only one of them all that has no bullet.

    None of them ends as a sentence does, so nothing tells that it goes on with the full line above.
    """
    own = range(layout.first, len(layout.lines))
    others = all(layout.bullets[i] and not ENDS_SENTENCE.search(layout.lines[i].text) for i in own if i != index)
    return others and layout.capitals and bool(BEGINS_SENTENCE.match(layout.lines[index].text))


def _continued(layout: Layout, index: int, *, elsewhere: bool = True) -> Code:
    """What to report of a line that goes on with an item: with a capital ``elsewhere`` than its text it is doubtful.

    So it is where its author ended the line above, in the midst of the column: a bullet may be missing. Programs that
    weigh the lines of a paragraph leave some of them shorter than they need be, but not so short. Where the items begin
    small as well, less tells: it stands where their bullets do, and their lines go on elsewhere or it had room above.
    """
    before, line = layout.lines[index - 1], layout.lines[index]
    if elsewhere and BEGINS_SENTENCE.match(line.text):
        return Code.LINE_UNSURE
    at_bullets, small = layout.same(line.indent, layout.bullet_indent or 0.0), layout.may_begin_small(line)
    if small and at_bullets and (layout.text_indent is not None or not layout.is_wrapped(index)):
        return Code.LINE_UNSURE
    limit, room = limit_of(before) or 0.0, before.room or 0.0
    short = room > LEFT * (limit - min(_left(before), _left(line))) and room > FREE * advance(before)
    return Code.LINE_UNSURE if (at_bullets or not elsewhere) and short else Code.LINE_CONTINUED


def _left(line: Line) -> float:
    return line.origin.box.x0 if isinstance(line.origin, PagePlace) else 0.0


def _is_dash_in_text(layout: Layout, index: int) -> bool:
    """A dash that stands where text goes on, after a line with no room left, belongs to the sentence.

    Fails for a nested list set with dashes whose parent line is exactly full.
    """
    bullet, line = layout.bullets[index], layout.lines[index]
    if not bullet or not bullet.is_dash or bullet.drawn or line.starts_paragraph is not None:
        return False
    deeper = line.indent > (layout.bullet_indent or 0.0) + layout.tolerance
    return deeper and layout.is_wrapped(index)


def is_new_sentence(layout: Layout, index: int) -> bool:
    """Whether a sentence begins on the line; in a list without bullets, also the next part of one, after ``;``.

    Fails for a sentence of which two lines end so by chance.
    """
    before = layout.lines[index - 1].text
    if layout.is_parted and ENDS_PART.search(before):
        return True
    return bool(ENDS_SENTENCE.search(before) and BEGINS_SENTENCE.match(layout.lines[index].text))


def may_begin(layout: Layout, index: int) -> bool:
    """Whether a line that opens a row of the table can be an indicator, and not the rest of the one above."""
    return bool(BEGINS_SENTENCE.match(layout.lines[index].text)) or is_new_sentence(layout, index)


def stands_alone(layout: Layout, index: int) -> bool:
    """The line before was left short although there was room, and this one begins with a capital, or as the list does.

    A paragraph that follows a whole sentence stands alone whatever it begins with.
    """
    before, line = layout.lines[index - 1], layout.lines[index]
    left_short = before.room is None or not layout.is_wrapped(index)
    whole = bool(line.starts_paragraph) and bool(ENDS_SENTENCE.search(before.text))
    small = layout.small and not GOES_ON.match(line.text)
    return left_short and (small or whole or bool(BEGINS_SENTENCE.match(line.text)))


def is_dash_in_description(layout: Layout, index: int) -> bool:
    """A dash at the description's own indent, after a line that was full and ended no sentence."""
    bullet, line = layout.bullets[index], layout.lines[index]
    if index == 0 or not bullet or bullet.drawn or not bullet.is_dash or line.starts_paragraph is not None:
        return False
    before = layout.lines[index - 1]
    same_column = line.indent <= before.indent + layout.tolerance
    may_be = same_column and layout.is_wrapped(index) and not ENDS_SENTENCE.search(before.text)
    return may_be and not _begins_list(layout, index, bullet)


def _begins_list(layout: Layout, index: int, bullet: Bullet) -> bool:
    """Whether a dash is the first of several: the next bullet is like it, and no dash stands between to close it."""
    after = range(index + 1, len(layout.lines))
    following = next((i for i in after if layout.bullets[i]), None)
    if following is None or (other := layout.bullets[following]) is None or other.sign != bullet.sign:
        return False
    here, there = layout.lines[index], layout.lines[following]
    between = " ".join(line.text for line in layout.lines[index:following])
    closes = f" {bullet.sign} " in f"{between[bullet.length :]} "
    return layout.same(here.indent, there.indent) and not closes and not layout.is_wrapped(following)


def _begins_with_capital(line: Line, bullet: Bullet | None) -> bool:
    return bool(BEGINS_SENTENCE.match(line.text[bullet.length if bullet else 0 :]))
