"""The body of a competence: where the description ends, where the label stands, where each indicator begins.

    Laat blijken goed geïnformeerd …      description
    Indicatoren:                          label
      -  Is actief op zoek naar           bullet, indicator
         ontwikkelingen …                 its continuation, indented like one

Nothing is cleaned here; the result is slices of a strand. The failure this prevents is a line that flows into
the wrong indicator without anyone being told.
"""

from __future__ import annotations

import re
from collections import Counter
from statistics import median
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.bullets import DASHES, DIVIDERS, SAME_INDENT, Bullet, line_to_bullet, lines_to_bullets
from transform.document import Line
from transform.findings import Code
from transform.labels import DESCRIPTION_LABEL, LABEL, has_ink, is_word_of_sentence
from transform.room import is_wrapped
from transform.sentences import BEGINS_SENTENCE, ENDS_PART, ENDS_SENTENCE, GOES_ON
from transform.strand import Strand

#: A heading of other words: a short line that ends in a colon and is followed by a bullet.
_LABEL_LIKE: Final = re.compile(r"^\s*\(?[^\W_]+(?:[),]?[ /-]{1,3}\(?[^\W_]+){0,6}\)?\s*[:?]\s*$")


class Slice(NamedTuple):
    """``text[start:end]`` of a strand."""

    start: int
    end: int


class Remark(NamedTuple):
    """Something to report about the line at ``offset``."""

    code: Code
    offset: int


class Body(NamedTuple):
    """A strand taken apart: every part is a slice; what is in none of them is white space."""

    description: Slice
    labels: tuple[Slice, ...]
    bullets: tuple[Slice, ...]
    items: tuple[Slice, ...]
    remarks: tuple[Remark, ...]


def body_to_parts(strand: Strand) -> Body:
    """Take apart a cell that holds description and indicators."""
    lead = description_label(strand)
    label = LABEL.match(strand.text, lead.end) if lead.end else None
    body = _side_by_side(strand, lead, Slice(lead.end, label.end())) if label else None
    if body:
        return body
    body = _body_to_parts(strand)
    if not lead.end or lead.end >= body.description.end:
        return body
    return body._replace(description=Slice(lead.end, body.description.end), labels=(lead, *body.labels))


def _side_by_side(strand: Strand, lead: Slice, label: Slice) -> Body | None:
    """A cell with both labels first, as a table within it has them: the description is what has no bullet.

    Where there is no bullet the indicators are reported missing. None where a bullet comes first: one label is text.
    """
    bullets = lines_to_bullets(strand.lines)
    begins = (start for start, bullet in zip(strand.starts, bullets, strict=True) if bullet and start >= label.end)
    start = next(begins, len(strand.text))
    if not has_ink(strand.text, label.end, start):
        return None
    return _with_items(strand, bullets, Slice(label.end, start), start, (lead, label), ())


def description_label(strand: Strand) -> Slice:
    """The label that stands before a description: ``Beschrijving:``; empty where there is none."""
    match = DESCRIPTION_LABEL.match(strand.text)
    return Slice(0, match.end() if match else 0)


def _body_to_parts(strand: Strand) -> Body:
    bullets = lines_to_bullets(strand.lines)
    label = _find_label(strand)
    if label:
        inline = has_ink(strand.text, strand.text.rfind("\n", 0, label.start) + 1, label.start)
        remarks = (Remark(Code.LABEL_INLINE, label.start),) if inline else ()
        return _with_items(strand, bullets, Slice(0, label.start), label.end, (label,), remarks)
    item = _first_item_without_label(strand, bullets)
    label = _find_heading(strand, bullets, item)
    if label:
        remarks = (Remark(Code.LABEL_UNSURE, label.start),)
        return _with_items(strand, bullets, Slice(0, label.start), label.end, (label,), remarks)
    first = item or _second_paragraph(strand)
    if first is None:
        return Body(Slice(0, len(strand.text)), (), (), (), ())
    start = strand.starts[first]
    return _with_items(strand, bullets, Slice(0, start), start, (), (Remark(Code.LABEL_MISSING, start),))


def indicators_to_parts(strand: Strand) -> Body:
    """Take apart a cell that holds indicators only; a label in it is left out all the same."""
    label = LABEL.match(strand.text)
    start = label.end() if label else 0
    labels = (Slice(0, start),) if label else ()
    return _with_items(strand, lines_to_bullets(strand.lines), Slice(0, 0), start, labels, ())


def _find_label(strand: Strand) -> Slice | None:
    for match in LABEL.finditer(strand.text):
        if not is_word_of_sentence(match):
            return Slice(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
    return None


def _find_heading(strand: Strand, bullets: list[Bullet | None], item: int | None) -> Slice | None:
    """A heading in words of its own, over one line or two, right above the first bullet, which ``item`` has."""
    for index, line in enumerate(strand.lines[: item or 0]):
        if bullets[index] is None and bullets[index + 1] and index and _LABEL_LIKE.match(line.text):
            first = index - 1 if index > 1 and _is_second_line(strand, index) else index
            return Slice(strand.starts[first], strand.starts[index] + len(line.text))
    return None


def _is_second_line(strand: Strand, index: int) -> bool:
    before, line = strand.lines[index - 1].text, strand.lines[index].text
    together = _LABEL_LIKE.match(f"{before} {line}") and BEGINS_SENTENCE.match(before)
    return line.strip()[:1].islower() and bool(together)


def _first_item_without_label(strand: Strand, bullets: list[Bullet | None]) -> int | None:
    """The first line whose bullet is no dash within the wrapped description."""
    layout = _Layout(strand.lines, bullets, 0)
    return next((i for i, bullet in enumerate(bullets) if bullet and not _is_dash_in_description(layout, i)), None)


def _second_paragraph(strand: Strand) -> int | None:
    """Where the second paragraph begins, which can only be the first indicator if any of them is one.

    Fails for a description of several paragraphs whose indicators are missing: the label and bullets that this would
    need are reported missing.
    """
    begun = [index for index, line in enumerate(strand.lines) if line.starts_paragraph]
    return begun[1] if len(begun) > 1 else None


def _is_dash_in_description(layout: _Layout, index: int) -> bool:
    """A dash at the description's own indent, after a line that was full and ended no sentence."""
    bullet, line = layout.bullets[index], layout.lines[index]
    if index == 0 or not bullet or bullet.drawn or not bullet.is_dash or line.starts_paragraph is not None:
        return False
    before = layout.lines[index - 1]
    same_column = line.indent <= before.indent + layout.tolerance
    may_be = same_column and layout.is_wrapped(index) and not ENDS_SENTENCE.search(before.text)
    return may_be and not _begins_list(layout, index, bullet)


def _begins_list(layout: _Layout, index: int, bullet: Bullet) -> bool:
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


class _Layout:
    """What the geometry of a cell says about the lines from ``first`` on."""

    def __init__(self, lines: tuple[Line, ...], bullets: list[Bullet | None], first: int) -> None:
        self.lines = lines
        self.bullets = bullets
        self.first = first
        sizes = [line.size for line in lines if line.size]
        self.tolerance = SAME_INDENT * median(sizes) if sizes else 0.0
        with_bullet = [i for i in range(first, len(lines)) if bullets[i]]
        self.bullet_indent = lines[with_bullet[0]].indent if with_bullet else None
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

    def is_wrapped(self, index: int) -> bool:
        """Whether the line can only be the rest of the one before."""
        return is_wrapped(self.lines[index - 1], self.lines[index])


class _Items:
    """What is found line by line: where items begin, their bullets, and what to report."""

    def __init__(self, remarks: tuple[Remark, ...]) -> None:
        self.remarks = list(remarks)
        self.heads: list[int] = []
        self.signs: list[Slice] = []
        self.listed: dict[int, Bullet] = {}

    def add(self, index: int, begin: int, text: str, bullet: Bullet | None, is_head: bool) -> None:
        """Take in line ``index``, which holds ``text`` from ``begin`` on; ``bullet`` only if it begins an item."""
        length = bullet.length if bullet else 0
        if length:
            self.signs.append(Slice(begin, begin + length))
        if is_head:
            self.heads.append(begin + length)
        if bullet:
            self.listed[index] = bullet
        for sign in self._inline_bullets(text[length:], begin + length):
            self.remarks.append(Remark(Code.BULLET_INLINE, sign.start))
            self.signs.append(sign)
            self.heads.append(sign.end)

    def _inline_bullets(self, text: str, offset: int) -> list[Slice]:
        """The bullets within a line that are like the one last met; a dash only between sentences."""
        bullet = next(reversed(self.listed.values()), None)
        if bullet is None or bullet.drawn or len(bullet.sign) != 1 or bullet.sign not in DASHES + DIVIDERS:
            return []
        sign = re.escape(bullet.sign)
        between = (
            rf"(?<=[.;!?]\s){sign}\s+(?=[A-ZÀ-Ý0-9€(“„‘]|[’']s )" if bullet.is_dash else rf"(?<=\s){sign}\s+(?=\S)"
        )
        return [Slice(offset + m.start(), offset + m.end()) for m in re.finditer(between, text)]


def _with_items(
    strand: Strand,
    bullets: list[Bullet | None],
    description: Slice,
    start: int,
    labels: tuple[Slice, ...],
    remarks: tuple[Remark, ...],
) -> Body:
    """Split what follows ``start`` into items."""
    text, taken, items = strand.text, list(labels), _Items(remarks)
    first = strand.line_at(start)
    # What follows the label on its own line is the first line of the items, without a bullet unless typed.
    if first < len(strand.lines) and not has_ink(text, start, _line_end(strand, first)):
        first += 1
    layout = _Layout(strand.lines, bullets, first)
    for index in range(first, len(strand.lines)):
        begin, end = max(start, strand.starts[index]), _line_end(strand, index)
        again = LABEL.match(text, begin)
        if again and again.end() == end:
            taken.append(Slice(begin, again.end()))
            continue
        if not has_ink(text, begin, end):
            continue
        if begin > strand.starts[index]:
            bullets[index] = line_to_bullet(replace(strand.lines[index], text=text[begin:end], marker=None, symbols=0))
        is_head, code = _judge(layout, index, bool(items.heads))
        if not is_head and strand.opens_row(index) and _may_begin(layout, index):
            is_head, code = True, Code.BULLET_MISSING
        if code:
            items.remarks.append(Remark(code, begin))
        items.add(index, begin, text[begin:end], bullets[index] if is_head else None, is_head)
    found = [*items.remarks, *_unlike(strand, items.listed)]
    ends = _ends(strand, items.heads, items.signs, taken)
    return Body(description, tuple(taken), tuple(items.signs), tuple(ends), tuple(found))


def _ends(strand: Strand, heads: list[int], signs: list[Slice], labels: list[Slice]) -> list[Slice]:
    """Each item runs from its text to the next item's bullet, label or text."""
    stops = sorted([s.start for s in signs] + [s.start for s in labels] + heads + [len(strand.text)])
    return [Slice(head, next(stop for stop in stops if stop > head or stop == len(strand.text))) for head in heads]


def _judge(layout: _Layout, index: int, has_item: bool) -> tuple[bool, Code | None]:
    """Whether the line begins an indicator, and what to report about that."""
    bullet, line = layout.bullets[index], layout.lines[index]
    if bullet:
        return _judge_bullet(layout, index, bullet) if has_item else (True, None)
    if not has_item:
        return True, Code.BULLET_MISSING
    new_sentence = _is_new_sentence(layout, index)
    if layout.is_hanging(index):
        doubtful = new_sentence and not layout.is_wrapped(index)
        return False, Code.LINE_UNSURE if doubtful else _typed_code(line)
    if line.starts_paragraph is None:
        return _judge_printed(layout, index, new_sentence)
    listed = any(layout.bullets[layout.first :])
    if line.starts_paragraph or not listed:
        begins = new_sentence or _stands_alone(layout, index)
        return begins, Code.BULLET_MISSING if begins else Code.LINE_CONTINUED
    return False, Code.LINE_UNSURE if new_sentence else Code.LINE_CONTINUED


def _judge_bullet(layout: _Layout, index: int, bullet: Bullet) -> tuple[bool, Code | None]:
    """A line with a bullet among items: an item, unless its sign is a dash or a word of the sentence before it."""
    if _is_dash_in_text(layout, index):
        return False, Code.LINE_CONTINUED
    before, unlike = layout.lines[index - 1].text.rstrip(), bullet.sign != layout.usual_sign
    if bullet.drawn or bullet.number is not None:
        return True, None
    if unlike and before.endswith(":"):
        return True, Code.ITEM_UNSURE
    within_text = unlike and bullet.is_dash and layout.is_hanging(index)
    goes_on = (within_text or layout.is_wrapped(index)) and not ENDS_SENTENCE.search(before)
    begins = _begins_with_capital(layout.lines[index], bullet) and not (unlike and bullet.compares)
    if not goes_on or not layout.capitals or begins:
        return True, None
    is_text = unlike and (bullet.is_dash or bullet.compares or bullet.sign == "o")
    return (False, Code.LINE_UNSURE) if is_text else (True, Code.ITEM_UNSURE)


def _typed_code(line: Line) -> Code | None:
    """A paragraph of its own that is only a continuation is worth a note; a wrapped line is not."""
    return None if line.starts_paragraph is None else Code.LINE_CONTINUED


def _judge_printed(layout: _Layout, index: int, new_sentence: bool) -> tuple[bool, Code | None]:
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
        return False, None if plain else Code.LINE_CONTINUED
    if not new_sentence and not _stands_alone(layout, index):
        return False, Code.LINE_CONTINUED
    return True, Code.BULLET_MISSING


def _is_dash_in_text(layout: _Layout, index: int) -> bool:
    """A dash that stands where text goes on, after a line with no room left, belongs to the sentence.

    Fails for a nested list set with dashes whose parent line is exactly full.
    """
    bullet, line = layout.bullets[index], layout.lines[index]
    if not bullet or not bullet.is_dash or bullet.drawn or line.starts_paragraph is not None:
        return False
    deeper = line.indent > (layout.bullet_indent or 0.0) + layout.tolerance
    return deeper and layout.is_wrapped(index)


def _is_new_sentence(layout: _Layout, index: int) -> bool:
    """Whether a sentence begins on the line; in a list without bullets, also the next part of one, after ``;``.

    Fails for a sentence of which two lines end so by chance.
    """
    before = layout.lines[index - 1].text
    if layout.is_parted and ENDS_PART.search(before):
        return True
    return bool(ENDS_SENTENCE.search(before) and BEGINS_SENTENCE.match(layout.lines[index].text))


def _may_begin(layout: _Layout, index: int) -> bool:
    """Whether a line that opens a row of the table can be an indicator, and not the rest of the one above."""
    return bool(BEGINS_SENTENCE.match(layout.lines[index].text)) or _is_new_sentence(layout, index)


def _stands_alone(layout: _Layout, index: int) -> bool:
    """The line before was left short although there was room, and this one begins with a capital, or as the list does.

    A paragraph that follows a whole sentence stands alone whatever it begins with.
    """
    before, line = layout.lines[index - 1], layout.lines[index]
    left_short = before.room is None or not layout.is_wrapped(index)
    whole = bool(line.starts_paragraph) and bool(ENDS_SENTENCE.search(before.text))
    small = layout.small and not GOES_ON.match(line.text)
    return left_short and (small or whole or bool(BEGINS_SENTENCE.match(line.text)))


def _unlike(strand: Strand, listed: dict[int, Bullet]) -> list[Remark]:
    """Bullets printed otherwise than most of the cell: another sign or gap, or typed amid drawn ones."""
    looks = {i: (b.sign if b.number is None else "1", b.drawn, b.gap) for i, b in listed.items()}
    if not looks:
        return []
    usual = Counter(looks.values()).most_common(1)[0][0]
    return [Remark(Code.BULLET_UNLIKE, strand.starts[i]) for i, look in looks.items() if look != usual]


def _line_end(strand: Strand, index: int) -> int:
    return strand.starts[index + 1] - 1 if index + 1 < len(strand.lines) else len(strand.text)
