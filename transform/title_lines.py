"""Which lines before the catalogue are its title and its appendix line.

    Bijlage 1B bij de Regeling jaargesprekken     appendix: the last line before the table that begins so
    Competentiecatalogus                          title: the line after it

Either may be wrapped, and then goes on in the line below it (see ``_goes_on``). What an edition says of itself beside,
of what it is, from when, whose, is no title. Where nothing speaks of competences the line after the appendix line is
the title, whatever it says. Where the lines come from, and what is told of them, is decided in ``heading``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf
from typing import Final

from transform.appendices import APPENDIX, CONTENTS_LINE, appendix_number, named_appendix, said, says_something
from transform.asides import GOES_ON, OF_EDITION
from transform.document import Line
from transform.findings import Code, Finding
from transform.group_headings import SAME_SIZE
from transform.header_rows import one_line
from transform.heading_words import CAPTION, TITLE_WORDS, is_sentence
from transform.place import PagePlace, WordPlace, page_of
from transform.role import letters

#: No heading ends so: a small word, a mark that more comes after.
_NO_END: Final = re.compile(
    r"(?:[-‐/&,+]|\b(?:de|het|een|en|of|bij|van|voor|in|op|met|tot|the|of|to|for|and|or))\s*$", re.IGNORECASE
)
#: An appendix line that says no more than which it is, and how it goes on.
_NUMBER_ALONE: Final = re.compile(r"\s*\w+\s+[^\W_]{1,5}\W*", re.IGNORECASE)
_TO_WHAT: Final = re.compile(r"\s*bij\s", re.IGNORECASE)
#: So many words may a title have that ends in a full stop; with more it is a sentence.
LONGEST_TITLE_WITH_STOP: Final = 5
#: How wide a space is at least, as a share of the type size.
SPACE: Final = 0.2
#: To what an edition belongs, and what may be called so in its midst as well; that it is a draft, or of which day.
_BELONGS: Final = re.compile(
    r"^\W*(?:(?:behorende?|horende?|bij (?:de|het)|(?:als |zoals )?bedoeld|op grond van|ingevolge|krachtens"
    r"|ter uitvoering|inhoud)\b|(?:ontwerp|vertrouwelijk|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\W*$)",
    re.IGNORECASE,
)


def is_of_edition(text: str) -> bool:
    """Whether a line says of an edition what it is, from when, to what it belongs: ``Versie 2.0``."""
    return any(pattern.match(text) for pattern in (OF_EDITION, _BELONGS))


def appendix_and_title(before: list[Line], width: float) -> tuple[list[Line], list[Line]]:
    """The lines of both; captions, contents and what is in a box that hangs there only if nothing else is the title.

    Fails for a title in a box that does not speak of competences, where another line stands below the appendix line.
    """
    contents = [line for line in before if "\t" in line.text and CONTENTS_LINE.search(line.text)]
    others = [own for i, line in enumerate(before) if CAPTION.match(line.text) for own in wrapped(before[i:], width)]
    others += contents if len(contents) > 1 else []
    plain = [line for above, line in pairwise([None, *before]) if line and not _hangs_on(line, above)]
    plain = [line for line in plain if not any(line is other for other in others)]
    appendix = appendix_lines(plain, width)
    title = title_lines(plain, appendix, width)
    if len(plain) < len(before) and not _is_title(title, plain[end_of(plain, appendix) :] if appendix else plain):
        title = title_lines(before, appendix, width)
    return appendix, title


def _is_title(title: list[Line], below: list[Line]) -> bool:
    """Whether these lines speak of competences, or stand where a title does and are no sentence."""
    words = one_line(title)
    return "competent" in letters(words) or (any(line is title[0] for line in below) and not tells(words))


def _hangs_on(line: Line, above: Line | None) -> bool:
    """Whether a line stands in a box that hangs on the paragraph above it: it begins a paragraph in the same place.

    One that speaks of competences may be the title.
    """
    place = line.origin
    same = above is not None and isinstance(place, WordPlace) and place.paragraph is not None and place == above.origin
    return same and line.starts_paragraph is True and "competent" not in letters(line.text)


def tells(words: str) -> bool:
    """Whether this is a sentence that no title is."""
    return is_sentence(words) and words.rstrip().endswith((".", ";")) and len(words.split()) > LONGEST_TITLE_WITH_STOP


def end_of(lines: list[Line], appendix: list[Line]) -> int:
    """Where the appendix line ends among others."""
    return 1 + next(index for index, line in enumerate(lines) if line is appendix[-1])


def appendix_lines(before: list[Line], width: float) -> list[Line]:
    """The last line that names an appendix, with those it goes on in; what is said of one below a heading is none."""
    found: list[list[Line]] = []
    headed = ""
    for index, line in enumerate(before):
        if not APPENDIX.match(said(line)) or CONTENTS_LINE.search(line.text) or (headed and says_something(line)):
            continue
        whole, number = wrapped(before[index:], width), appendix_number(line)
        sentence = is_sentence(one_line(whole))
        about = (named_appendix(line) == headed or sentence) and not number
        found += [] if headed and (about or (sentence and says_something(line, anywhere=True))) else [whole]
        headed = number or headed
    return _above_the_title(found, before)


def _above_the_title(found: list[list[Line]], before: list[Line]) -> list[Line]:
    """The last of the appendix lines; or the last with a title below it that speaks of competences, if it has none.

    Other appendices may be named below the title. It has one where its own stands right above it, and not right below
    the appendix line before; and in no smaller type than what does stand there.
    """
    ends = [end_of(before, whole) for whole in found]
    if not found or not all(is_sentence(line.text) for line in before[ends[-1] :]):
        return found[-1] if found else []
    begin = ends[-1] - len(found[-1])
    over = [line for line in before[max(0, begin - 1) : begin] if _is_titled(line) and begin - 1 not in ends[:-1]]
    if over and not any(is_larger(before[end], over[0]) for end in ends[:-1]):
        return found[-1]
    titled = [whole for whole, end in zip(found, ends, strict=True) if any(map(_is_titled, before[end : end + 1]))]
    return titled[-1] if titled else found[-1]


def _is_titled(line: Line) -> bool:
    """Whether a line is a title by its words, and names no appendix."""
    return TITLE_WORDS.search(line.text) is not None and not APPENDIX.match(said(line)) and not is_sentence(line.text)


def title_lines(before: list[Line], appendix: list[Line], width: float) -> list[Line]:
    """The lines of the title among those ``before`` the table: below those of the ``appendix``, or right above them.

    What an edition says of itself is passed over where another line speaks of competences, and so is a line in smaller
    type than that. Fails for a title in small type above a heading of one of its parts.
    """
    if not appendix:
        named = [i for i, line in enumerate(before) if "competent" in letters(line.text)]
        larger = [i for i in named if _is_larger_on_page(before[i], before[named[-1]])]
        begin = max(larger, key=lambda i: before[i].size or 0.0, default=named[-1] if named else -1)
        return wrapped(before[begin:], width, in_paragraph=True)
    first, below = _place_of(before, appendix)
    after, own = wrapped(below, width, in_paragraph=True), wrapped(below, width)
    heading = [line for line in before[max(0, first - 1) : first] if not APPENDIX.match(said(line))]
    if tells(one_line(after)) and any(_is_title_over(line, appendix[0]) for line in heading):
        return heading
    others = [[line] for line in heading if "competent" in letters(line.text)]
    others = [*_that_speak(below[len(own) :], width), *others]
    of_edition = bool(own) and is_of_edition(own[0].text)
    if not after or TITLE_WORDS.search(one_line(own if of_edition else after)):
        return after or heading
    if of_edition:
        named_by_appendix = "competent" in letters(one_line(appendix))
        return others[0] if others else [] if named_by_appendix else after
    return next((other for other in others if is_larger(other[0], after[0])), after)


def _place_of(before: list[Line], appendix: list[Line]) -> tuple[int, list[Line]]:
    """Where the appendix line begins among others, and the lines below it."""
    first = next(index for index, line in enumerate(before) if line is appendix[0])
    return first, before[first + len(appendix) :]


def title_unlikely(before: list[Line], appendix: list[Line], title: list[Line], width: float) -> Iterator[Finding]:
    """The title where it is none by its words, and where a line beside it speaks of competences and it does not.

    Without an appendix line, or with one that stands in a header, only the lines below it count. What is said in
    smaller type is a heading of a part, unless it is a paragraph. So where another appendix is named below it.
    """
    if not title:
        return
    above = end_of(before, title)
    if any(line is own for line in before for own in appendix[:1]):
        first, below = _place_of(before, appendix)
        above = max(0, first - 1)
        if others := [line for line in below if APPENDIX.match(said(line)) and not says_something(line)]:
            yield Finding(code=Code.TITLE_UNSURE, place=others[0].origin, was=one_line(others))
    if TITLE_WORDS.search(one_line(title)):
        return
    beside = [line for line in before[above:] if not any(line is own for own in (*appendix, *title))]
    least = SAME_SIZE * (title[0].size or 0.0)
    large = (w for w in _that_speak(beside, width) if w[0].starts_paragraph or (w[0].size or inf) >= least)
    if is_of_edition(title[0].text) or any(large):
        yield Finding(code=Code.TITLE_UNSURE, place=title[0].origin, was=one_line(title))


def _that_speak(lines: list[Line], width: float) -> Iterator[list[Line]]:
    """The lines that speak of competences as a title does, each with those in which it goes on."""
    none = (APPENDIX, CAPTION, GOES_ON)
    while lines:
        whole, lines = wrapped(lines, width), lines[len(wrapped(lines, width)) :]
        words = one_line(whole)
        plain = not is_sentence(words) and not any(m.match(words) for m in none) and not CONTENTS_LINE.search(words)
        if plain and TITLE_WORDS.search(words):
            yield whole


def is_larger(line: Line, other: Line) -> bool:
    """Whether a line is set in larger type than another."""
    return SAME_SIZE * (line.size or 0.0) > (other.size or inf)


def _is_larger_on_page(line: Line, other: Line) -> bool:
    """The same of two lines of one page: what is smaller heads a part."""
    page = page_of(line.origin)
    return page is not None and page == page_of(other.origin) and is_larger(line, other)


def _is_title_over(line: Line, appendix: Line) -> bool:
    """Whether a line speaks of competences in larger type than the appendix line below it; as a paragraph in any."""
    if "competent" not in letters(line.text) or is_sentence(line.text):
        return False
    return line.starts_paragraph is True or (line.size or 0.0) > (appendix.size or inf)


def wrapped(lines: list[Line], width: float, *, in_paragraph: bool = False) -> list[Line]:
    """The first line and those in which it goes on; with ``in_paragraph`` also those behind a typed line break."""
    whole = lines[:1]
    for line in lines[1:]:
        if in_paragraph and is_of_edition(line.text) and not _NO_END.search(whole[-1].text):
            break
        if not (_goes_on(whole[-1], line, width) or (in_paragraph and line.starts_paragraph is False)):
            break
        whole.append(line)
    return whole


def _goes_on(line: Line, after: Line, width: float) -> bool:
    """Whether a heading goes on in the line below it.

    So it is where it ends in what ends none, where the next line begins small, and where the first word of that had no
    room beside it. A line that begins with competences is a title of its own.
    """
    if APPENDIX.match(after.text):
        return False
    if _NO_END.search(line.text) or after.text.strip()[:1].islower():
        return True
    if APPENDIX.match(line.text) and _NUMBER_ALONE.fullmatch(line.text) and _TO_WHAT.match(after.text):
        return True
    return not letters(after.text).startswith("competent") and had_no_room(line, after, width)


def had_no_room(line: Line, after: Line, width: float) -> bool:
    """Whether the first word of the line below, in type of the same size, had no room beside a line.

    All text of the page lies within ``width`` points, 0 where that is not known.
    """
    if line.size != after.size:
        return False
    places = [one.origin for one in (line, after) if isinstance(one.origin, PagePlace)]
    if len(places) < 2 or places[0].page != places[1].page or not width or after.first_word is None:
        return False
    below, size = places[1].box.top - places[0].box.bottom, line.size or 0.0
    return below < size and places[0].box.x1 - places[0].box.x0 + SPACE * size + after.first_word > width
