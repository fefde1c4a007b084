"""Words in smaller type within a line of a cell: a label or remark beside the text, which may be no part of it.

Fails for one that stands on a line of its own, and for one in type as large as the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Final

from extract.pdf_lines import Printed, chars_to_text
from extract.pdf_marks import Char
from extract.pdf_tables import Place, Placed
from transform.document import SMALLER, has_word

#: What stands no higher than this share of the type size above the baseline is not raised.
RAISED: Final = 0.1


def smaller_words(placed: Iterable[Placed]) -> Iterator[Printed]:
    """The stretches of smaller words in the lines of a table's cells."""
    for line, places in placed:
        if line.is_even:
            continue
        cells: dict[Place | None, list[Sequence[Char]]] = defaultdict(list)
        for word, place in zip(line.words, places, strict=True):
            cells[place].append(word)
        for words in cells.values():
            largest = max(map(_size, filter(_is_word, words)), default=0.0)
            for is_small, found in groupby(words, lambda word: _is_smaller(word, largest, line.baseline)):  # noqa: B023
                if is_small:
                    own = list(found)
                    yield Printed(tuple(chain.from_iterable(own)), " ".join(map(chars_to_text, own)))


def _is_word(word: Sequence[Char]) -> bool:
    return has_word("".join(char.text for char in word))


def _size(word: Sequence[Char]) -> float:
    return max(char.size for char in word)


def _is_smaller(word: Sequence[Char], largest: float, baseline: float) -> bool:
    """Whether a word is one, in type smaller than the largest of its line and not raised."""
    on_line = baseline - word[0].baseline <= RAISED * largest
    return on_line and _is_word(word) and _size(word) <= SMALLER * largest
