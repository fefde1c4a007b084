"""Words that a space parts within a line, as where a program wrote the line end of a page as a space.

    Omgevingsbewustzij n           what is no word but the end of one: in a name; elsewhere a lone consonant
    een goed adviespr oces         what is no word but the beginning of one
    op hbo- niveau                 a hyphen before a space that no conjunction follows
    Verantwoordelijkheids besef    what a linking s ends, in a name: also where its cell breaks there without a hyphen

They are kept, and a person is asked. Fails for two pieces that could both be words: ``Klant in``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from transform.findings import Code
from transform.flaws import Flaw
from transform.hyphens import ABBREVIATIONS, is_suspended
from transform.word_forms import ends_no_word, is_last_piece

#: Letters that end a word and never stand by themselves as a word, a kind or a class do: ``vitamine c``.
_LONE: Final = re.compile(r" [gklmnprst](?=[\s,;:!?]|\.?$|\.\s)")
_BEFORE_LONE: Final = re.compile(r"[a-zß-ÿ]{4}$")
#: The consonants that a word ends in; and where they do so before another word in lower case.
_CONSONANTS: Final = "bcdfghjklmnpqrstvwxz"
_ENDS: Final = re.compile(rf"[aeiouyà-ü]([{_CONSONANTS}]+) ")
_ENDING: Final = re.compile(rf"(?<=[^\W\d_]{{3}})[aeiouyà-ü]([{_CONSONANTS}]+) (?=[a-zß-ÿ])")
#: What is no word by itself in a name, and a word elsewhere.
_VOWELS: Final = "aeio"
#: What many a name ends in, which nobody writes as two words.
_WHOLE: Final = ("bewustzijn", "vermogen")
#: What no word begins with, for it goes on from a stem.
_SUFFIXED: Final = re.compile(r"(?:[bdfgklmnprtvz]?ings[a-z]{3}|heids[a-z]|t?iviteit|iteit)")
#: What no word ends in, for a longer one goes on behind its linking s. ``Trainings`` and ``zijns`` may be words.
_LINKING: Final = re.compile(r"[a-zß-ÿ]{3}(?:heids|igings)$")
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])[-‐] (?=[a-zß-ÿ]{2})")


def text_to_parted_words(text: str, *, in_name: bool) -> Iterator[Flaw]:
    """The first word of each kind that a space may part."""
    for found in _HYPHEN.finditer(text) if "- " in text or "‐ " in text else ():
        if not is_suspended(text[found.end() :]):
            yield Flaw(Code.HYPHEN_UNSURE, _around(text, found.start(), found.end()))
            break
    if in_name and (parted := _in_name(text)):
        yield Flaw(Code.WORD_UNSURE, parted)
        return
    at = _cut_before(text) if any(map(ends_no_word, set(_ENDS.findall(text)))) else None
    if at is None and not in_name:
        at = next((m.start() for m in _LONE.finditer(text) if _BEFORE_LONE.search(text, 0, m.start())), None)
    if at is not None:
        yield Flaw(Code.WORD_UNSURE, _around(text, at, at + 1))


def _cut_before(text: str) -> int | None:
    """The first space behind what no word ends in."""
    return next((found.end() - 1 for found in _ENDING.finditer(text) if ends_no_word(found[1])), None)


def _in_name(text: str) -> str | None:
    """Two words of a name of which the second is no word but may end one; or the first, if it is such a word."""
    words = text.split()
    if words and _is_piece(words[0]):
        return words[0]
    parted = (f"{one} {other}" for one, other in pairwise(words) if one[-1:].islower() and _is_parted(one, other))
    return next(parted, None)


def _is_parted(one: str, other: str) -> bool:
    within = any((one + other).endswith(whole) and len(other) < len(whole) for whole in _WHOLE)
    linking = _LINKING.search(one) is not None and other[:1].islower()
    return within or linking or _SUFFIXED.match(other) is not None or _is_piece(other)


def _is_piece(word: str) -> bool:
    return word in _VOWELS or (word.isalpha() and word.islower() and word not in ABBREVIATIONS and is_last_piece(word))


def _around(text: str, start: int, end: int) -> str:
    """The words on either side of ``text[start:end]``, with it."""
    return text[:start].rsplit(None, 1)[-1] + text[start:end] + text[end:].split(None, 1)[0].rstrip(".,;:!?")
