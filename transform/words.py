"""Document → the words it uses: the document is its own dictionary.

Non-goal: a dictionary of Dutch. What the document never writes is no evidence either way.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable
from functools import cached_property
from itertools import chain
from typing import Final

from transform.document import Document, Line, Table
from transform.line_ends import NO_HABITS, Habits, document_to_line_ends, line_ends_to_habits, words_at_full_ends

_LITTLE: Final = """
    aan al als bij binnen buiten dan dat de deze die diens door een eigen en er haar het hiervan hij hun in is
    maakt men met na naar niet of om onder op over te tot tussen uit van voor waar wat ze zich zij zijn zo
    a an and as at by for from in is of on or the to with
"""
#: Words too frequent to tell one text from another; at the start of a line they are words of their own.
LITTLE_WORDS: Final = frozenset(_LITTLE.split())

#: A document of so many words has most of the ways in which words begin and end.
MANY_WORDS: Final = 200
#: So many letters at the start or end of a word tell a word from a piece of one, if only a little.
LETTERS_TO_TELL: Final = 3
#: So many letters on either side of a line end, found side by side within a word elsewhere, tell that they are one.
LETTERS_BEFORE: Final = 3
LETTERS_AFTER: Final = 4

_WORD: Final = re.compile(r"[^\W_]+(?:[-‐‑/][^\W_]+)*")


class Words:
    """The words that stand whole within a line, hyphenated ones with their hyphen; case does not count.

    ``pieces`` are texts among them that may be pieces of words, ``names`` texts that only tell how words go on within,
    ``habits`` those of the document's line ends, and ``word_list`` is a list of Dutch words in lower case, where one
    is asked for advice.
    """

    def __init__(
        self,
        texts: Iterable[str],
        *,
        pieces: Iterable[str] = (),
        names: Iterable[str] = (),
        habits: Habits = NO_HABITS,
        word_list: Container[str] = frozenset(),
    ) -> None:
        self._texts, self._pieces, self._names = tuple(texts), tuple(pieces), tuple(names)
        self.habits = habits
        self.word_list = word_list

    @cached_property
    def _times(self) -> Counter[str]:
        """How often each word stands. Like what follows from it, counted when it is asked for, as few texts do."""
        return Counter(_words("\n".join(self._texts)))

    @cached_property
    def _in_doubt(self) -> Counter[str]:
        return Counter(_words("\n".join(self._pieces)))

    @cached_property
    def _whole(self) -> list[str]:
        return [word for word in self._times if self.stands_whole(word)]

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset(word[:LETTERS_TO_TELL] for word in self._whole)

    @cached_property
    def _ends(self) -> frozenset[str]:
        return frozenset(word[-LETTERS_TO_TELL:] for word in self._whole)

    def hyphenate_with(self, sign: str) -> bool:
        """Whether ``sign`` stands within a word somewhere, and so is a hyphen of the text itself."""
        return any(sign in word for word in self._times)

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._times

    def stands_whole(self, word: str) -> bool:
        """Whether the word stands somewhere where it can be no piece of a longer one."""
        return self._times[word.casefold()] > self._in_doubt[word.casefold()]

    def sides_like_words(self, first: str, last: str) -> int | None:
        """How many of two pieces are like words: one that stands whole has the last letters of ``first``, or the first
        letters of ``last``.

        None in a document of few words, which tells nothing by what it does not have.
        """
        if len(self._times) < MANY_WORDS:
            return None
        return (first.casefold()[-LETTERS_TO_TELL:] in self._ends) + (last.casefold()[:LETTERS_TO_TELL] in self._starts)

    def go_on_alike(self, first: str, last: str) -> bool:
        """Whether a word somewhere has the last letters of ``first`` with the first letters of ``last`` behind them.

        As ``Leervermogen`` has those of ``Coördinatiever`` and ``mogen``. Fails for two words that only look so, which
        takes seven letters in a row.
        """
        before, after = first.casefold()[-LETTERS_BEFORE:], last.casefold()[:LETTERS_AFTER]
        return len(before) == LETTERS_BEFORE and len(after) == LETTERS_AFTER and before + after in self._all

    @cached_property
    def _all(self) -> str:
        """All words, a line each: asked for once in many documents, and in most not at all."""
        return "\n".join(chain(self._times, *map(_words, self._names)))


def _words(text: str) -> Iterable[str]:
    plain = unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold()
    return _WORD.findall(plain)


def document_to_words(
    document: Document,
    except_lines: Iterable[Line] = (),
    also: Iterable[str] = (),
    word_list: Container[str] = frozenset(),
) -> Words:
    """The words of all lines but ``except_lines`` (the names: a name must not be evidence for itself).

    ``also`` are texts that count as part of the document: those of the previous export.

    A word that is broken at a line end counts as its two halves, which is harmless: only a whole joined form
    is ever looked up.
    """
    except_lines = tuple(except_lines)
    left_out = {id(line) for line in except_lines}
    lines = (line.text for line in document_to_lines(document) if id(line) not in left_out)
    ends = list(document_to_line_ends(document))
    counted = (end for end in ends if id(end.before) not in left_out)
    habits = line_ends_to_habits(ends, word_list)
    return Words(
        chain(lines, also),
        pieces=words_at_full_ends(counted, habits),
        names=(line.text for line in except_lines),
        habits=habits,
        word_list=word_list,
    )


def document_to_lines(document: Document) -> Iterable[Line]:
    """Every line of the document in reading order, inside and outside tables."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.lines
        else:
            yield block
