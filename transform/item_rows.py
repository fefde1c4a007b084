"""Rows of the table that are the list: each indicator has a row of its own, beside cells that are merged or blank.

    │ Legt uit waarom een      │     a row begins an indicator, and no bullet need say so
    │ besluit zo is genomen.   │
    ├──────────────────────────┤
    │ Geeft ruim baan aan      │
    │ – ook lastige – kritiek  │     what stands within a row goes on with it
    ├──────────────────────────┤

Not here: which rows belong to a competence. Word says itself where paragraphs begin.
"""

from __future__ import annotations

import re
from typing import Final

from transform.bullets import Bullet
from transform.findings import Code
from transform.item_lines import Layout, is_new_sentence, may_begin, stands_alone
from transform.room import is_wrapped
from transform.sentences import BEGINS_SENTENCE, ENDS_SENTENCE
from transform.strand import Strand

#: A word with a capital, and no abbreviation: those begin lines within a sentence as well.
_CAPITAL_WORD: Final = re.compile(r"[\s\"'‘’“”„«(\[]*(?:(?<=['‘’])[nst]\s+)?[A-ZÀ-Ý][a-zà-ÿ]*(?![\w-])")


class ItemRows:
    """Whether rows are the list that begins on line ``first``, and what that says of the lines within them.

    They are where a row begins on the page of the one above, and every row begins with a bullet or none does.
    """

    def __init__(self, strand: Strand, bullets: list[Bullet | None], first: int) -> None:
        self._strand = strand
        begun = [i for i in range(first + 1, len(strand.lines)) if strand.opens_row(i)]
        printed = bool(begun) and strand.lines[first].starts_paragraph is None
        marked = [bullets[i] is not None for i in (first, *begun)] if printed else []
        self._marked = all(marked)
        self.are_list = printed and (self._marked or not any(marked))
        self._rows_end_sentences = all(ENDS_SENTENCE.search(strand.lines[i - 1].text) for i in begun)

    def is_dash_in_row(self, bullet: Bullet | None, index: int) -> bool:
        """Whether a dash amid a row belongs to the sentence: the line before was full, and ended none."""
        if self._marked or not self.are_list or self._strand.opens_row(index):
            return False
        if bullet is None or bullet.drawn or not bullet.is_dash:
            return False
        before, line = self._strand.lines[index - 1], self._strand.lines[index]
        return is_wrapped(before, line) and not ENDS_SENTENCE.search(before.text)

    def judge(self, layout: Layout, index: int, judged: tuple[bool, Code | None]) -> tuple[bool, Code | None]:
        """Whether the line begins an indicator, and what to report; ``judged`` is what its cell alone says.

        A row that opens a page may be the rest of the last one above: it is not where it begins with a capital, which
        is reported. Fails for a name that begins so, and for the last of two indicators in a row whose line was full.
        """
        if layout.bullets[index] is not None:
            return judged
        if self._strand.opens_row(index):
            return (True, Code.BULLET_MISSING) if may_begin(layout, index) else judged
        if not self.are_list or (self._marked and not judged[0]):
            return judged
        if self._marked:
            return False, Code.LINE_UNSURE
        new, line = is_new_sentence(layout, index), layout.lines[index]
        if self._strand.opens_page(index):
            begins = new or bool(_CAPITAL_WORD.match(line.text))
            doubtful = bool(BEGINS_SENTENCE.match(line.text))
        elif not (new or self._rows_end_sentences):
            return judged
        else:
            begins = new and not layout.is_wrapped(index)
            doubtful = new or stands_alone(layout, index)
        return begins, Code.BULLET_MISSING if begins else Code.LINE_UNSURE if doubtful else None
