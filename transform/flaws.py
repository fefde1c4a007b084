"""Flaws of the text that are kept and reported: the text of a regulation is not ours to correct."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from transform.findings import Code

_WORD_DOUBLED: Final = re.compile(r"(?<![\w-])([^\W\d_]{2,}+) \1(?![\w-])", re.IGNORECASE)
#: A program that has no room left puts dots in the place of the rest; a sentence of a regulation has none.
_DOTS: Final = ("…", "...")
_SENTENCE_END: Final = re.compile(r"[.!?…:;][\"'’”»)\]]*$")

#: Where a sentence ends and another begins.
BETWEEN_SENTENCES: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])")
#: A sentence has so many spaces at least.
FEW_WORDS: Final = 4

#: From here on, signs of kind "other" are arrows, boxes and pictures; before it stand ``°`` and ``®``.
FIRST_PICTURE: Final = "\u2190"
_BEYOND_WRITING: Final = re.compile(f"[{FIRST_PICTURE}-\U0010ffff]")

#: Where no more than this share of texts of a kind begins with a small letter, those that do may lack their beginning.
HARDLY_ANY: Final = 0.1


class Flaw(NamedTuple):
    """A flaw and the words that show it."""

    code: Code
    words: str


def sign_in(text: str) -> str:
    """The first sign in a text that is no writing: a picture, or a code that only one font knows; else empty."""
    found = () if text.isascii() else _BEYOND_WRITING.findall(text)
    return next((c for c in found if unicodedata.category(c) in {"So", "Co"}), "")


def text_to_flaws(text: str) -> Iterator[Flaw]:
    """Doubled words, a missing full stop and the dots of what was cut, in a description or indicator.

    Fails for words that are rightly doubled (``dat dat``): they are reported all the same, since nothing is
    changed. Other typing errors are not found.
    """
    for match in _WORD_DOUBLED.finditer(text):
        yield Flaw(Code.WORD_DOUBLED, match[0])
    if text.endswith(_DOTS):
        yield Flaw(Code.TEXT_CUT, text.split()[-1])
    elif text and not _SENTENCE_END.search(text):
        yield Flaw(Code.FULL_STOP_MISSING, text.split()[-1])


def said_again(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The sentences of a competence that it has said before, with the number of the text they stand in.

    Of a few words at least: a short answer may rightly come back.
    """
    said: set[str] = set()
    for number, text in enumerate(texts):
        for sentence in BETWEEN_SENTENCES.split(text):
            words = sentence.casefold().rstrip(".")
            if words in said and words.count(" ") >= FEW_WORDS:
                yield number, sentence
            said.add(words)


def begin_small(texts: Sequence[str]) -> list[int]:
    """Which of the texts of one kind begin with a small letter, where hardly any other does: they may be a rest.

    Fails for a text that begins with a small letter by right (``eHerkenning``): a person is asked all the same.
    """
    small = [number for number, text in enumerate(texts) if text[:1].islower()]
    return small if len(small) <= HARDLY_ANY * len(texts) else []
