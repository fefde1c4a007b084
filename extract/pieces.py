"""Pieces of text → lines: what is the same in every format that knows its paragraphs.

Scope: lines between typed line breaks, leading symbols, stretches of hidden text and of tracked changes. Non-goals:
where pieces come from, markers and indents. Prevents: two readers that each cut lines in their own way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from msgspec.structs import replace

from transform.document import SMALLER, Line, Raised, has_word, is_blank, leaves_ink
from transform.place import WordPlace

LINE_END: Final = "\n"
#: A note's number has no more digits, and is set no larger than this share of the type before it.
LONGEST_MARK: Final = 2
MARK_SIZE: Final = 0.7
#: What counts the items of a list, alone in a cell.
NUMBER: Final = re.compile(r"\d{1,2}|\(?(?:\d{1,2}|[a-zA-Z])[.)]")


class Change(Enum):
    """What tracked changes did to a piece."""

    NONE = 0
    ADDED = 1
    REMOVED = 2


class Piece(NamedTuple):
    """A piece of text. ``symbol``: set in a symbol font. ``mark``: the end of a paragraph, itself no text.

    ``size``: type size in points. ``raised``: set small above the line. ``struck``: a line is drawn through it.
    ``faint``: it may be of the colour that is behind it. ``placed``: how high it stands on the line is said of it.
    """

    text: str
    symbol: bool = False
    hidden: bool = False
    change: Change = Change.NONE
    mark: bool = False
    size: float | None = None
    raised: bool = False
    struck: bool = False
    faint: bool = False
    placed: bool = False


class Printed(NamedTuple):
    """One line: its text, how many of its first characters are set in a symbol font, its type size, what is raised.

    ``pictured``: a glyph of a symbol font stands after other text.
    """

    text: str
    symbols: int
    size: float | None
    raised: tuple[Raised, ...] = ()
    pictured: bool = False


def pieces_to_printed(pieces: Iterable[Piece]) -> list[Printed]:
    """Pieces → lines, split at typed line breaks; lines without ink are left out."""
    printed = [line_to_printed(line) for line in pieces_to_lines(pieces)]
    return [line for line in printed if leaves_ink(line.text)]


def pieces_to_lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each line, split at typed line breaks."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if LINE_END not in piece.text:
            lines[-1].append(piece)
            continue
        first, *others = piece.text.split(LINE_END)
        lines[-1].append(piece._replace(text=first))
        lines.extend([piece._replace(text=other)] for other in others)
    return lines


def line_to_printed(line: list[Piece]) -> Printed:
    """The pieces of one line as one."""
    text = "".join([p.text for p in line])
    if len(line) > 1:
        line = line[:1] + [with_small_raised(*pair) for pair in pairwise(line)]
    if not any(p.symbol or p.raised for p in line):
        return Printed(text, 0, first_size(line))
    symbols = leading_symbols(line)
    pictured = sum(len(p.text.strip()) for p in line if p.symbol) > len(text[:symbols].strip())
    return Printed(text, symbols, first_size(line), tuple(raised_parts(line)), pictured)


def with_small_raised(before: Piece, piece: Piece) -> Piece:
    """The piece as raised if it is a number in much smaller type right behind a word or the end of a sentence.

    So a program that takes a page apart gives the mark of a note: its size, and not where it stands. Fails for the
    figure of a formula that is set small and not low: a person is asked about it.
    """
    if piece.placed or not piece.text.isdecimal() or len(piece.text) > LONGEST_MARK or not before.text[-1:].strip():
        return piece
    is_small = piece.size is not None and before.size is not None and piece.size <= MARK_SIZE * before.size
    behind = before.text[-1].isalpha() or before.text[-1] in ".!?;)"
    return piece._replace(raised=True) if is_small and behind else piece


def raised_parts(line: list[Piece]) -> Iterator[Raised]:
    """What of a line is raised, stretch by stretch, when not all of it is."""
    end = 0
    for raised, stretch in groupby(line, lambda piece: piece.raised):
        text = "".join(piece.text for piece in stretch)
        start, end = end, end + len(text)
        if raised and text.strip() and not all(piece.raised for piece in line):
            yield Raised(start=start, end=end)


def leading_symbols(line: list[Piece]) -> int:
    """How many characters a line has before its first that is not set in a symbol font."""
    symbols = 0
    for piece in line:
        if piece.text and not piece.symbol:
            break
        symbols += len(piece.text)
    return symbols


def first_size(line: list[Piece]) -> float | None:
    """The type size that a line begins with."""
    for piece in line:
        if piece.text.strip():
            return piece.size
    return None


def pieces_to_changes(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    """For every stretch of tracked changes what stood there, and what stands there now."""
    changes: list[tuple[str, str]] = []
    for changed, stretch in groupby(pieces, lambda piece: piece.change is not Change.NONE):
        if changed:
            together = list(stretch)
            was, became = (
                "".join(p.text for p in together if p.change is change) for change in (Change.REMOVED, Change.ADDED)
            )
            changes.append((was, became))
    return changes


def pieces_to_struck(pieces: Iterable[Piece]) -> list[str]:
    """The text of every stretch that a line is drawn through."""
    return stretches_of(pieces, lambda piece: piece.struck)


def pieces_to_faint(pieces: Iterable[Piece]) -> list[str]:
    """The text of every stretch that may be of the colour behind it."""
    return stretches_of(pieces, lambda piece: piece.faint)


def pieces_to_smaller(pieces: Iterable[Piece]) -> list[str]:
    """The words of every stretch in smaller type than the rest of its line, unless they are raised."""
    return [text for line in pieces_to_lines(pieces) for text in smaller_parts(line)]


def smaller_parts(line: list[Piece]) -> list[str]:
    """The same of one line."""
    sizes = [piece.size or 0.0 for piece in line if has_word(piece.text) and not (piece.symbol or piece.raised)]
    if not sizes or min(sizes) > SMALLER * max(sizes):
        return []
    least = SMALLER * max(sizes)
    small = stretches_of(line, lambda piece: 0 < (piece.size or 0.0) <= least and not (piece.symbol or piece.raised))
    return [text for text in small if has_word(text)]


def stretches_of(pieces: Iterable[Piece], meant: Callable[[Piece], bool]) -> list[str]:
    """The text of every stretch of pieces that are meant, where it has ink."""
    texts = ("".join(piece.text for piece in stretch) for is_meant, stretch in groupby(pieces, meant) if is_meant)
    return [text for text in texts if leaves_ink(text)]


def pieces_to_hidden(pieces: Iterable[Piece], place: WordPlace) -> tuple[Line, ...]:
    """The hidden text as lines of its own, a line for every stretch."""
    printed: list[Printed] = []
    for hidden, stretch in groupby(pieces, lambda piece: piece.hidden):
        if hidden:
            printed += pieces_to_printed(stretch)
    return tuple(Line(text=p.text, symbols=p.symbols, size=p.size, origin=place) for p in printed)


def cells_to_lines(cells: Iterable[Sequence[Line]]) -> list[Line]:
    """The lines of a row of an inner table, cell by cell; a sign alone in its cell begins the line beside it."""
    lines: list[Line] = []
    sign: Line | None = None
    for of_cell in map(list, cells):
        if sign is not None and of_cell and of_cell[0].marker is None:
            first, lines[-1:] = of_cell[0], []
            text = f"{sign.text}\t{first.text}"
            of_cell[0] = replace(first, text=text, symbols=sign.symbols, indent=sign.indent)
        lines += of_cell
        if of_cell:
            sign = of_cell[0] if len(of_cell) == 1 and is_sign(of_cell[0]) else None
    return lines


def is_sign(line: Line) -> bool:
    """Whether a line without a marker is one sign, or the number of an item: ``1``, ``(2)``, ``a.``.

    A sign is no letter or digit, unless a symbol font draws it otherwise.
    """
    text = line.text.strip()
    if line.marker is not None:
        return False
    alone = len(text) == 1 and (line.symbols > 0 or not text.isalnum()) and not is_blank(text)
    return alone or NUMBER.fullmatch(text) is not None
