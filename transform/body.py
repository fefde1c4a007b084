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
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.bullets import DASHES, DIVIDERS, OPPOSITES, Bullet, line_to_bullet, lines_to_bullets
from transform.findings import Code
from transform.inline_bullets import signs_within
from transform.item_lines import Layout, is_dash_in_description, judge
from transform.item_rows import ItemRows
from transform.labels import (
    DESCRIPTION_LABEL,
    LABEL,
    LEVEL,
    find_label,
    goes_on,
    has_ink,
    is_small,
    is_word_of_sentence,
)
from transform.room import is_wrapped
from transform.sentences import BEGINS_SENTENCE, ENDS_SENTENCE
from transform.strand import Strand

#: So many words at most stand before a label as part of it.
FEW_WORDS: Final = 3
#: A heading of other words: a short line that ends in a colon, or a word that heads examples, followed by a bullet.
_LABEL_LIKE: Final = re.compile(
    r"^\s*\(?[^\W_]+(?:[),]?[ /-]{1,3}\(?[^\W_]+){0,6}\)?\s*[:?]\s*$"
    r"|^\s*(?:Gedrag(?:ingen)?|Kenmerken|Voorbeelden)\s*$"
)


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
    if not lead.end:
        return _without_bullet_before(strand, body)
    if lead.end >= body.description.end:
        return body
    return body._replace(description=Slice(lead.end, body.description.end), labels=(lead, *body.labels))


def _without_bullet_before(strand: Strand, body: Body) -> Body:
    """A description above a label without the bullet before it: its author set all paragraphs of the cell in a list.

    It is the same as that of the first indicator, and no number, which may count something else. Without a label what
    has a bullet is an indicator.
    """
    bullet = line_to_bullet(strand.lines[0]) if body.labels and strand.lines else None
    length = bullet.length if bullet and bullet.number is None and not bullet.compares else 0
    same = bullet is not None and any(strand.text[slice(*sign)].strip() == bullet.sign for sign in body.bullets[:1])
    if not length or not same or not has_ink(strand.text, length, body.description.end):
        return body
    own = Slice(length, body.description.end)
    return body._replace(description=own, bullets=(Slice(0, length), *body.bullets))


def _side_by_side(strand: Strand, lead: Slice, label: Slice) -> Body | None:
    """A cell with both labels first, as a table within it has them: the description is what has no bullet.

    Where there is no bullet the indicators are reported missing. None where a bullet comes first: one label is text.
    """
    bullets = lines_to_bullets(strand.lines, strand.counted)
    begins = (start for start, bullet in zip(strand.starts, bullets, strict=True) if bullet and start >= label.end)
    start = next(begins, len(strand.text))
    if not has_ink(strand.text, label.end, start):
        return None
    return _with_items(strand, bullets, Slice(label.end, start), start, (lead, label), ())


def description_label(strand: Strand) -> Slice:
    """The label that stands before a description: ``Beschrijving:``; empty where there is none.

    There may be two: that of the cell beside it in a table within the cell, and one of its own.
    """
    first = DESCRIPTION_LABEL.match(strand.text)
    second = DESCRIPTION_LABEL.match(strand.text, first.end()) if first else None
    match = second or first
    return Slice(0, match.end() if match else 0)


def _body_to_parts(strand: Strand) -> Body:
    bullets = lines_to_bullets(strand.lines, strand.counted)
    label = _find_label(strand)
    if label and not _only_goes_on(strand, label, bullets):
        begin = strand.starts[strand.line_at(label.start)]
        remarks: tuple[Remark, ...] = ()
        if has_ink(strand.text, begin, label.start):
            more = _begins_label(strand, label)
            label = Slice(begin, label.end) if more else label
            remarks = (Remark(Code.LABEL_UNSURE if more else Code.LABEL_INLINE, label.start),)
        remarks += tuple(_listed_above(strand, bullets, strand.line_at(label.start)))
        return _with_items(strand, bullets, Slice(0, label.start), label.end, (label,), remarks)
    item = _first_item_without_label(strand, bullets)
    if item and LEVEL.fullmatch(strand.lines[item - 1].text):
        start = strand.starts[item - 1]
        return _with_items(strand, bullets, Slice(0, start), start, (), (Remark(Code.LABEL_MISSING, start),))
    label = _find_heading(strand, bullets, item)
    if label:
        remarks = (Remark(Code.LABEL_UNSURE, label.start),)
        return _with_items(strand, bullets, Slice(0, label.start), label.end, (label,), remarks)
    first = item or _second_paragraph(strand)
    if first is None:
        return Body(Slice(0, len(strand.text)), (), (), (), ())
    start = strand.starts[first]
    return _with_items(strand, bullets, Slice(0, start), start, (), (Remark(Code.LABEL_MISSING, start),))


def _listed_above(strand: Strand, bullets: list[Bullet | None], end: int) -> Iterator[Remark]:
    """The first line above the label, but for that of the cell, that begins as an item does: it may be an indicator."""
    for index in range(1, end) if any(bullets[1:end]) else ():
        bullet = bullets[index]
        is_sign = bullet is not None and (bullet.drawn or bullet.is_dash or bullet.sign in DIVIDERS)
        if is_sign and not is_dash_in_description(Layout(strand.lines, bullets, 0), index):
            yield Remark(Code.ITEM_UNSURE, strand.starts[index])
            return


def indicators_to_parts(strand: Strand) -> Body:
    """Take apart a cell that holds indicators only; a label in it is left out all the same."""
    label = LABEL.match(strand.text)
    start = label.end() if label else 0
    labels = (Slice(0, start),) if label else ()
    return _with_items(strand, lines_to_bullets(strand.lines, strand.counted), Slice(0, 0), start, labels, ())


def _find_label(strand: Strand) -> Slice | None:
    match = find_label(strand.text, strand.lines)
    return Slice(match.start() + len(match[0]) - len(match[0].lstrip()), match.end()) if match else None


def _begins_label(strand: Strand, label: Slice) -> bool:
    """Whether the words before a label on its line are part of it: ``Positieve Indicatoren:``, in a line of its own.

    They are few, and begin below the end of a sentence, or of a line that had room for more.
    """
    index = strand.line_at(label.start)
    words = strand.text[strand.starts[index] : label.start]
    few = len(words.split()) <= FEW_WORDS and BEGINS_SENTENCE.match(words) and not ENDS_SENTENCE.search(words)
    if not index or not few:
        return False
    above, line = strand.lines[index - 1], strand.lines[index]
    had_room = above.room is not None and not is_wrapped(above, line)
    return bool(ENDS_SENTENCE.search(above.text)) or line.starts_paragraph is True or had_room


def _only_goes_on(strand: Strand, label: Slice, bullets: list[Bullet | None]) -> bool:
    """Whether a label says that the indicators go on, and stands below some of them: what heads those is another."""
    said = strand.text[label.start : label.end].lower()
    return "vervolg" in said and any(bullets[: strand.line_at(label.start)])


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
    layout = Layout(strand.lines, bullets, 0)
    return next((i for i, bullet in enumerate(bullets) if bullet and not is_dash_in_description(layout, i)), None)


def _second_paragraph(strand: Strand) -> int | None:
    """Where the second paragraph begins, which can only be the first indicator if any of them is one.

    Fails for a description of several paragraphs whose indicators are missing: the label and bullets that this would
    need are reported missing.
    """
    begun = [index for index, line in enumerate(strand.lines) if line.starts_paragraph]
    return begun[1] if len(begun) > 1 else None


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
        """The bullets within a line that are like the one last met, or count on from it."""
        bullet = next(reversed(self.listed.values()), None)
        if bullet is None or bullet.drawn:
            return []
        return [Slice(offset + start, offset + end) for start, end in signs_within(text, bullet)]


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
    rows = ItemRows(strand, bullets, first)
    bullets = [None if rows.is_dash_in_row(bullet, index) else bullet for index, bullet in enumerate(bullets)]
    layout, headed = Layout(strand.lines, bullets, first), False
    for index in range(first, len(strand.lines)):
        begin, end = max(start, strand.starts[index]), _line_end(strand, index)
        again = LABEL.match(text, begin)
        if again and again.end() == end and not (is_small(again) and _is_word(again, strand, labels)):
            taken.append(Slice(begin, again.end()))
            headed = True
            continue
        if not has_ink(text, begin, end):
            continue
        if begin > strand.starts[index]:
            bullets[index] = line_to_bullet(replace(strand.lines[index], text=text[begin:end], marker=None, symbols=0))
        is_head, code = judge(layout, index, bool(items.heads))
        if items.heads:
            is_head, code = rows.judge(layout, index, (is_head, code))
        if headed and not is_head:  # what stands right below a label is no rest of what stands above it
            is_head, code = True, Code.LINE_UNSURE
        headed = False
        if code:
            items.remarks.append(Remark(code, begin))
        items.add(index, begin, text[begin:end], bullets[index] if is_head else None, is_head)
    ends = _ends(strand, items.heads, items.signs, taken)
    inline = len(ends) == 1 and start > strand.starts[strand.line_at(ends[0].start)]
    parted = _with_dashes_within(strand.text, ends, items.signs, inline=inline)
    found = [*items.remarks, *_unlike(strand, items.listed), *parted]
    return Body(description, tuple(taken), tuple(items.signs), tuple(ends), tuple(found))


def _with_dashes_within(text: str, items: list[Slice], signs: list[Slice], *, inline: bool) -> Iterator[Remark]:
    """Items behind a dash with the same dash amid words, before a capital: there may be two on one line, not parted.

    Behind an ``inline`` label, where a list is typed on, a single dash will do.
    """
    for item in items:
        sign = next((text[own.start : own.end].strip() for own in signs if own.end == item.start), "")
        own = text[item.start : item.end]
        if sign and sign in DASHES and f" {sign} " in own:
            begins = re.search(rf"[^\W_]\s{sign}\s+[A-ZÀ-Ý][a-zß-ÿ]", own)
            if begins or (inline and own.count(f" {sign} ") == 1):
                yield Remark(Code.ITEM_UNSURE, item.start)


def _is_word(small: re.Match[str], strand: Strand, labels: tuple[Slice, ...]) -> bool:
    """Whether what reads as a label, small and amid the items, is a word of them, or one; the first has a capital."""
    if is_word_of_sentence(small, strand.lines):
        return True
    is_item = not small[0].strip()[:1].isalpha()
    return bool(labels) and strand.text[labels[0].start].isupper() and (is_item or goes_on(small, strand.lines))


def _ends(strand: Strand, heads: list[int], signs: list[Slice], labels: list[Slice]) -> list[Slice]:
    """Each item runs from its text to the next item's bullet, label or text."""
    stops = sorted([s.start for s in signs] + [s.start for s in labels] + heads + [len(strand.text)])
    return [Slice(head, stops[min(bisect_right(stops, head), len(stops) - 1)]) for head in heads]


def _unlike(strand: Strand, listed: dict[int, Bullet]) -> list[Remark]:
    """Bullets printed otherwise than most of the cell: another sign or gap, or typed amid drawn ones.

    What has the opposite of a sign beside it may show that somebody lacks the competence: a person is asked.
    """
    looks = {i: (b.sign if b.number is None else "1", b.drawn, b.gap) for i, b in listed.items()}
    if len(set(looks.values())) < 2:
        return []
    usual = Counter(looks.values()).most_common(1)[0][0]
    signs = {sign for sign, *_ in looks.values()}
    minus = {sign for plus, opposite in OPPOSITES.items() if plus in signs for sign in opposite}
    against = [Remark(Code.ITEM_UNSURE, strand.starts[i]) for i, (sign, *_) in looks.items() if sign in minus]
    return against or [Remark(Code.BULLET_UNLIKE, strand.starts[i]) for i, look in looks.items() if look != usual]


def _line_end(strand: Strand, index: int) -> int:
    return strand.starts[index + 1] - 1 if index + 1 < len(strand.lines) else len(strand.text)
