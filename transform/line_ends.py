"""What the line ends of a document show of the program that laid it out, and of what words they make.

A program that cuts words wherever a line is full leaves pieces that no word begins or ends like. One of those may
be an abbreviation; several are a habit.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Final, NamedTuple

from transform.broken_words import is_broken_word
from transform.document import Document, Line, Table
from transform.room import LOOSE, is_full, is_wider_than_column, limit_of, runs_over, start_of
from transform.word_evidence import Spelling, spelling_of
from transform.word_forms import is_first_piece, is_last_piece

#: So many different line ends within a word are a habit, where they are not less than one in so many of the full ones.
HABIT: Final = 5
ONE_IN: Final = 10
#: In one column so many are, and one in so many of its full ones: a name's may be the only narrow one.
HABIT_OF_COLUMN: Final = 4
ONE_IN_COLUMN: Final = 4
#: And they are so many times as frequent there as within the lines: an author may love abbreviations.
MORE_THAN_WITHIN: Final = 3
#: So many hyphens that surely break a word are a habit, where they are not less than one in so many at line ends.
HYPHENATES: Final = 3
ONE_BREAK_IN: Final = 8
#: What is printed against a word and is no part of it.
MARKS: Final = ".,;:!?"
_LETTERS: Final = re.compile(r"[\W\d_]")


#: So many different lines tell how far the lines of a column run; what is more than the type size is no padding.
LINES_TO_TELL: Final = 10
NOTHING_FREE: Final[Mapping[int, float]] = MappingProxyType({})
#: So many different lines of a column that are all full to their last character end wherever that happens to be.
ALL_FULL: Final = 3
#: So many letters may be an abbreviation: ``vmbo``.
ABBREVIATED: Final = 4


class Habits(NamedTuple):
    """Where the program that laid out a document ends its lines.

    ``cuts_words``: within a word, wherever the line is full. ``cuts_long_words``: within a word that has no room in
    its column. ``breaks_words``: within a word, with a hyphen; ``hyphenates``: as a rule. ``free`` is what every line
    of a column leaves free on its right, by how far lines may run there, in whole points; ``cutting`` are the columns,
    told likewise, that have the first habit by themselves, ``hyphenating`` those in which words are broken with a
    hyphen as a rule.
    """

    cuts_words: bool = False
    cuts_long_words: bool = False
    breaks_words: bool = False
    hyphenates: bool = False
    free: Mapping[int, float] = NOTHING_FREE
    cutting: frozenset[int] = frozenset()
    hyphenating: frozenset[int] = frozenset()

    def hyphenates_here(self, line: Line) -> bool:
        """Whether words are broken with a hyphen in the column of ``line``: a program that does so cuts none without.

        But for one that has no room in its column, which begins a line.
        """
        limit = limit_of(line)
        return limit is not None and round(limit) in self.hyphenating

    def cuts(self, line: Line) -> bool:
        """Whether words are cut anywhere in the document, or in the column of ``line``."""
        limit = limit_of(line)
        return self.cuts_words or (limit is not None and round(limit) in self.cutting)

    def slack(self, line: Line) -> float:
        """What every line in the column of ``line`` leaves free, in points."""
        limit = limit_of(line)
        return 0.0 if limit is None else self.free.get(round(limit), 0.0)


#: Of a document about whose layout nothing is known.
NO_HABITS: Final = Habits()


class LineEnd(NamedTuple):
    """Two lines that follow each other in one cell."""

    before: Line
    after: Line

    @property
    def first(self) -> str:
        """The word that ends the first of them, with all that is printed against it."""
        return self.before.text.rsplit(None, 1)[-1]

    @property
    def last(self) -> str:
        """The word that begins the second."""
        return self.after.text.split(None, 1)[0]

    @property
    def wide(self) -> tuple[Line, str, Line, str]:
        """Lines and words as ``is_wider_than_column`` takes them."""
        return self.before, self.first, self.after, self.last

    @property
    def words(self) -> tuple[str, str]:
        """Both."""
        return self.first, self.last


def document_to_line_ends(document: Document) -> Iterator[LineEnd]:
    """Every pair of lines of one cell that follow each other; blank lines are passed over."""
    tables = (block for block in document.blocks if isinstance(block, Table))
    cells = chain.from_iterable(row.cells for table in tables for row in table.rows)
    for cell in cells:
        yield from (LineEnd(*pair) for pair in pairwise(line for line in cell.lines if line.text.strip()))


def line_ends_to_habits(line_ends: Sequence[LineEnd], word_list: Container[str] = frozenset()) -> Habits:
    """The habits that the pieces of words at the line ends give away.

    Fails for a short document, and for one whose words are not Dutch.
    """
    columns = Habits(free=_free_in_columns(line_ends))
    full = [end for end in line_ends if _is_doubtful(end, columns)]
    cut = [end for end in full if is_first_piece(end.first.lower()) or is_last_piece(end.last.rstrip(MARKS))]
    long = [end for end in cut if is_wider_than_column(*end.wide, columns.slack(end.before))]
    anywhere = {end.words for end in cut} - {end.words for end in long}
    broken, all_hyphens = _broken_words(line_ends, word_list)
    hyphenates = _is_rule(broken, all_hyphens)
    cutting = frozenset((*_cutting_columns(full, long), *_columns_that_cut(line_ends, columns)))
    breaking = _hyphenating_columns(line_ends, word_list) if hyphenates else frozenset()
    return Habits(
        _is_habit(anywhere, full), bool(long), broken > 1, hyphenates, columns.free, cutting - breaking, breaking
    )


def _hyphenating_columns(line_ends: Iterable[LineEnd], word_list: Container[str]) -> frozenset[int]:
    """The columns in which words are broken with a hyphen as a rule.

    Where all lines are stretched to the edge they are all full, and short words are like pieces of words.
    """
    ends: dict[int, list[LineEnd]] = {}
    for end in line_ends:
        limit = limit_of(end.before)
        if limit is not None:
            ends.setdefault(round(limit), []).append(end)
    told = {limit: _broken_words(own, word_list) for limit, own in ends.items()}
    return frozenset(limit for limit, (broken, hyphens) in told.items() if _is_rule(broken, hyphens))


def _is_rule(broken: int, hyphens: int) -> bool:
    return broken >= HYPHENATES and broken * ONE_BREAK_IN >= hyphens


def _columns_that_cut(line_ends: Iterable[LineEnd], columns: Habits) -> Iterator[int]:
    """The columns in which a program ends a line within a word though there was room for another end before it.

    A word that only did not fit is cut at the begin of a line. So a piece behind another word shows it, and so do
    lines that are all full without being flush. Among many full lines a few pieces say little. Fails for a column of
    one or two lines that all hold one word.
    """
    ends: dict[int, list[LineEnd]] = {}
    for end in line_ends:
        limit = limit_of(end.before)
        if limit is not None and end.first[-1] not in "-‐/":
            ends.setdefault(round(limit), []).append(end)
    for limit, own in ends.items():
        full = [end for end in own if is_full(end.before, end.after, columns.slack(end.before))]
        cut = {end.words for end in full if _is_cut_behind_a_word(end, columns)}
        if (cut and len(cut) * ONE_IN_COLUMN >= len(full)) or (len(full) == len(own) and _are_ragged(own)):
            yield limit


def _is_cut_behind_a_word(end: LineEnd, columns: Habits) -> bool:
    first, last = end.first, end.last.rstrip(MARKS)
    if not (last.islower() and first.isalpha() and last.isalpha()) or first == end.before.text.strip():
        return False
    is_begun = len(first) > ABBREVIATED and is_first_piece(first.lower())
    is_piece = is_begun or (len(last) > ABBREVIATED and is_last_piece(last))
    return is_piece and is_wider_than_column(*end.wide, columns.slack(end.before))


def _are_ragged(ends: Sequence[LineEnd]) -> bool:
    """Whether enough different lines end here and there, as those do not that are stretched to the edge.

    A program may let commas and full stops hang out over the edge; those tell nothing.
    """
    lettered = [end for end in ends if end.first[-1].isalnum() and not runs_over(end.before)]
    if len({end.words for end in lettered}) < ALL_FULL:
        return False
    rooms = [end.before.room or 0.0 for end in lettered]
    return max(rooms) - min(rooms) > LOOSE * max(end.before.size or 0.0 for end in lettered)


def _is_doubtful(end: LineEnd, columns: Habits) -> bool:
    return is_full(end.before, end.after, columns.slack(end.before)) and end.first.isalpha() and end.last.islower()


def _free_in_columns(line_ends: Iterable[LineEnd]) -> dict[int, float]:
    """What every line of a column leaves free on its right, where that is a padding that the page does not show."""
    columns: dict[int, list[Line]] = {}
    for line in (end.before for end in line_ends if not runs_over(end.before)):
        limit = limit_of(line)
        if limit is not None:
            columns.setdefault(round(limit), []).append(line)
    told = {limit: lines for limit, lines in columns.items() if _tell(lines)}
    free = {limit: min((line.room or 0.0, line.size or 0.0) for line in lines) for limit, lines in told.items()}
    free |= {limit: _free_beside_others(columns[limit], columns) for limit in columns.keys() - told.keys()}
    return {limit: room for limit, (room, size) in free.items() if room <= size}


def _tell(lines: Iterable[Line]) -> bool:
    return len({line.text for line in lines}) >= LINES_TO_TELL


def _free_beside_others(own: Sequence[Line], columns: Mapping[int, Sequence[Line]]) -> tuple[float, float]:
    """The same of a column of few lines, and their type size: by how far those run that begin where they do elsewhere.

    Where only white space shows a column, its edge is another on each page. Columns are the same if their edges are
    not further apart than the type size.
    """
    limit, size = min(limit_of(line) or 0.0 for line in own), own[0].size or 0.0
    starts = {start_of(line) for line in own}
    alike = [line for other, lines in columns.items() if abs(other - limit) <= size for line in lines]
    alike = [line for line in alike if start_of(line) in starts]
    reach = max(((limit_of(line) or 0.0) - (line.room or 0.0) for line in alike), default=limit)
    return (max(limit - reach, 0.0) if _tell(alike) else 0.0), size


def _broken_words(line_ends: Iterable[LineEnd], word_list: Container[str]) -> tuple[int, int]:
    """How many hyphens at line ends, before lower case, surely break a word, and how many there are."""
    ends = {end.words for end in line_ends if end.first[-1] in "-‐" and end.last[0].islower()}
    parts = [(_LETTERS.split(first[:-1])[-1].lower(), _LETTERS.split(last)[0]) for first, last in ends]
    sure = [p for p in parts if is_broken_word(*p) or spelling_of(*p, word_list) is Spelling.ONLY_WHOLE]
    return len(sure), len(parts)


def _is_habit(cut: Collection[object], full: list[LineEnd]) -> bool:
    """Whether enough lines end within a word, by far more than there are such pieces within the lines."""
    if len(cut) < HABIT or len(cut) * ONE_IN < len(full):
        return False
    odd, words = _pieces_within(full)
    return len(cut) * words > MORE_THAN_WITHIN * odd * len(full)


def _pieces_within(full: Iterable[LineEnd]) -> tuple[int, int]:
    """How many words within lines are like pieces of words, and how many there are."""
    words = [word for end in full for word in end.before.text.split()[1:-1] if word.isalpha() and word.islower()]
    return sum(is_first_piece(word) or is_last_piece(word) for word in words), len(words)


def _cutting_columns(full: Iterable[LineEnd], long: Iterable[LineEnd]) -> Iterator[int]:
    """The columns in which enough full lines end within a word, a single letter that begins one among them."""
    columns: dict[int, dict[tuple[str, str], LineEnd]] = {}
    passed = {end.words for end in long}
    for end in full:
        limit = limit_of(end.before)
        if limit is not None and end.words not in passed:
            columns.setdefault(round(limit), {})[end.words] = end
    for limit, ends in columns.items():
        cut = sum(len(a) == 1 or is_first_piece(a.lower()) or _is_long_piece(b.rstrip(MARKS)) for a, b in ends)
        if cut < HABIT_OF_COLUMN or cut * ONE_IN_COLUMN < len(ends):
            continue
        odd, words = _pieces_within(ends.values())
        if not odd or cut * words > MORE_THAN_WITHIN * odd * len(ends):
            yield limit


def _is_long_piece(piece: str) -> bool:
    """Whether what begins a line only ends a word, and is no abbreviation of two letters."""
    return len(piece) > len("ab") and is_last_piece(piece)


def words_at_full_ends(line_ends: Iterable[LineEnd], habits: Habits = NO_HABITS) -> Iterator[str]:
    """The words on either side of each line end that may lie within a word: they may be pieces of words."""
    for end in line_ends:
        if is_full(end.before, end.after, habits.slack(end.before)):
            yield from (end.first, end.last)
