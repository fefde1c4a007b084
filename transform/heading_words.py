"""What a line says that may head a group: a heading, a sentence, a caption, or where something goes on.

Verbindend · Kerncompetentie: Verbindend (vervolg)          headings
Wie verbindend is, luistert. · Tabel 1. Verbindend · 12     none
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from transform.appendices import PAGE_NUMBER
from transform.asides import GOES_ON, REMARK
from transform.document import Line
from transform.header_rows import CONTINUED, one_line
from transform.place import page_of
from transform.role import letters

#: A caption heads a table, and may say whose: ``Tabel 1. Verbindend``.
CAPTION: Final = re.compile(r"^\s*(?:tabel|table|figuur|figure)\s+[\dIVX]+\b", re.IGNORECASE)

#: What stands above or below a table and heads nothing: a number, where the table goes on, what a picture shows.
NO_HEADING: Final = re.compile(
    r"^\W*(?:\d+\W*$|\(?(?:vervolg|wordt vervolgd|continued)\b|(?:afbeelding|illustratie|foto)\s+(?:\d+|[a-z])\b)",
    re.IGNORECASE,
)

#: What a title says, and no core competence: ``Kerncompetentie A – Verbindend`` heads a group.
TITLE_WORDS: Final = re.compile(
    r"(?<!kern)competentie(?!s?\s*:)|kerncompetenties(?!\s*:)|competenc|catalog|overzicht", re.IGNORECASE
)


def may_head(line: Line) -> bool:
    """Whether a line between two tables may say that what follows is something else: it is seen, and no sentence."""
    seen = not (line.hidden or line.running) and line.text.strip()[:1].isalpha()
    none = any(pattern.match(line.text) for pattern in (NO_HEADING, REMARK, PAGE_NUMBER, GOES_ON))
    return seen and not none and not is_sentence(line.text) and CONTINUED not in letters(line.text)


def heading_and_remark(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What of the lines of a row heads a group, and what is said about it: a sentence behind it, or instead of it."""
    if REMARK.match(one_line(lines)):
        return (), lines
    if not is_sentence(one_line(lines)):
        return lines, ()
    for index, line in enumerate(lines[1:], start=1):
        if line.text.strip()[:1].isupper() and not is_sentence(one_line(lines[:index])):
            return lines[:index], lines[index:]
    return (), lines


def is_same_heading(words: str, before: str) -> bool:
    """Whether a heading is the one before once more, perhaps with ``(vervolg)``; ``Niveau 2`` is not ``Niveau 1``."""
    counts = {"".join(filter(str.isdigit, one)) for one in (words, before)} - {""}
    return letters(words).removesuffix(CONTINUED) == letters(before) and len(counts) < 2


def is_set_otherwise(lines: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether two headings stand on one page in type of another size: the one above is then no heading of its group."""
    one, two = lines[:1], other[:1]
    page = page_of(one[0].origin) if one and two else None
    same = page is not None and page == page_of(two[0].origin)
    return same and None not in (one[0].size, two[0].size) and one[0].size != two[0].size


def is_sentence(text: str) -> bool:
    """Whether a text says something: it ends as a sentence does, and is more than two words."""
    return text.rstrip().endswith((".", "!", "?", ";")) and len(text.split()) > 2
