"""The label that ends a description and heads the indicators, in all its variants: ``Indicatoren:``.

Known by its words and by where it stands; what it divides is decided in ``body``. Fails for a heading in words of its
own: that is known by the bullet below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from transform.bullets import DASHES, DIVIDERS, GLYPHS, PRIVATE_USE
from transform.document import ZERO_WIDTH_CLASS, Line, leaves_ink
from transform.room import is_wrapped
from transform.sentences import ENDS_SENTENCE

#: Words that head the indicators. Letters may be hyphenated over a line end.
_LABEL_PATTERNS: Final = (
    r"(?:gedrags-?\s*)?(?:indicatoren|indicators|indicator)|gedrags-?\s*(?:kenmerken|voorbeelden|criteria)|voorbeeldgedrag"
    r"|(?:waarneembaar|observeerbaar|zichtbaar|voorbeelden\s+van)\s+gedrag(?:s-?\s*indicatoren)?|voorbeelden\s+van\s+indicatoren|behaviou?ral\s+indicators"
)
#: So many texts are remembered with the pattern to look for: the lines of one body ask about it one by one.
AT_HAND: Final = 8
#: And so many with where the label stands in them: row by row it is asked about each body, and the one before it.
BODIES_AT_HAND: Final = 64
#: What breaks a word: any hyphen at a line end, or a soft hyphen.
_BREAK: Final = r"[-‐\u00ad]\n[^\S\n]*|\u00ad"
_BREAKS: Final = re.compile(_BREAK)
_HYPHENS: Final = "-‐"
#: Characters that take no ink within a word, and elsewhere.
_UNSEEN_AMID: Final = re.compile(rf"(?<=[^\W_])[{ZERO_WIDTH_CLASS}](?=[^\W_])")
_UNSEEN: Final = re.compile(rf"[{ZERO_WIDTH_CLASS}]|\u00ad(?![^\W_]|\n)|(?<![^\W_])\u00ad")
_SMALL_LETTERS: Final = re.compile(r"\s*[a-zß-ÿ]{2}")
_LABEL_LETTERS: Final = _LABEL_PATTERNS.replace("-?", "[-\u00ad]?")
_DESCRIBES: Final = "beschrijving|omschrijving|definitie|definition"
#: Of each of those words a piece, of letters that no other sign is taken for where case does not count.
_PIECES: Final = ("cator", "gedrag", "behav")
_DESCRIBING_PIECES: Final = ("chr", "def")
#: What counts the parts of a body: ``a. Beschrijving: … b. Indicatoren:``.
_COUNT: Final = r"[a-zA-Z1-9][.)]"
_SIGN: Final = f"(?:[{re.escape(DASHES + GLYPHS)}{PRIVATE_USE}]|{_COUNT})"
#: What may stand between a label and its colon: that it goes on, or how many indicators follow.
_ASIDE: Final = r"[^\S\n]*(?:\n?[^\S\n]*\((?:vervolg|\d{1,2})\)[^\S\n]*)?"


#: What may stand behind a label alone on its line, up to a colon or a bracket: ``(gedrag)``, ``bij deze competentie:``.
_MORE: Final = r"[^\S\n]*(?:[(/,]|\b(?:bij|van|voor|zijn|of|en)\b)[^.:?!\n]{0,40}(?::|(?<=\)))"


def _broken_anywhere(words: str) -> str:
    """The pattern of words that may be broken between any two letters."""
    return re.sub(r"(?<=[a-z])(?=[a-z])", lambda _: f"(?:{_BREAK})?", words)


def _to_label(words: str) -> re.Pattern[str]:
    """Alone on its line in any case, or with a capital and a colon or a bullet anywhere.

    So too with a capital alone before another sign: ``Indicatoren;``. ``op basis van indicatoren: tijd`` is text.
    """
    return re.compile(
        rf"^[^\S\n]*(?=[A-Z])(?:(?i:{words}))(?:[^\S\n]*[.;]|[^\S\n]+[–—-])(?=[^\S\n]*$)"
        r"|^[^\S\n]*Gedrag[^\S\n]*:(?=[^\S\n]*$)"
        rf"|^[^\S\n]*(?:{_SIGN}[^\S\n]+)?[\[(]?(?:(?i:{words}))[\])]?(?:{_ASIDE}:?|{_MORE})(?=[^\S\n]*$)"
        rf"|(?:^[^\S\n]*(?:{_COUNT}[^\S\n]+)?|(?<=[\s.;]))(?=[A-Z])(?:(?i:{words})){_ASIDE}"
        rf"(?::(?=\s|$)|(?=[^\S\n][{DIVIDERS}]\s))",
        re.MULTILINE,
    )


def _to_description_label(words: str) -> re.Pattern[str]:
    """A label before the description itself, alone on its line or with a colon."""
    return re.compile(rf"\s*(?:{_COUNT}[^\S\n]+)?(?:{words})(?:[^\S\n]*:|[^\S\n]*(?=\n))\s*(?=\S)", re.IGNORECASE)


class _Label:
    """A pattern of words that may be broken: looked for as such only in a text in which one of them is.

    Between all letters a break may stand, which makes a pattern that takes longer to compile than to read a page.
    """

    def __init__(self, words: str, pieces: tuple[str, ...], to_label: Callable[[str], re.Pattern[str]]) -> None:
        self._words, self._pieces, self._to_label = words, pieces, to_label
        self._word = re.compile(words, re.IGNORECASE)
        self._whole = to_label(words)
        self._broken: re.Pattern[str] | None = None
        self._seen: Final = lru_cache(AT_HAND)(self._look)
        self.search: Final = lru_cache(BODIES_AT_HAND)(self._search)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As a pattern does."""
        pattern, seen = self._seen(text)
        return pattern.match(seen, start) if pattern else None

    def _search(self, text: str) -> re.Match[str] | None:
        """As a pattern does."""
        pattern, seen = self._seen(text)
        return pattern.search(seen) if pattern else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As a pattern does."""
        pattern, seen = self._seen(text)
        return pattern.finditer(seen) if pattern else iter(())

    def _look(self, text: str) -> tuple[re.Pattern[str] | None, str]:
        """The pattern to look for, and the text as it is seen: every character is in its place."""
        if not text.isascii() and _UNSEEN.search(text):
            text = _UNSEEN.sub(" ", _UNSEEN_AMID.sub("\u00ad", text))
        return self._find_pattern(text), text

    def _find_pattern(self, text: str) -> re.Pattern[str] | None:
        """The pattern to look for; None in a text without a piece of any of the words."""
        if "\u00ad" not in text and "-\n" not in text and "‐\n" not in text:
            small = text.lower()
            return self._whole if any(piece in small for piece in self._pieces) else None
        whole = _BREAKS.sub("", text)
        if whole == text or self._word.findall(whole) == self._word.findall(text):
            return self._whole
        if self._broken is None:
            self._broken = self._to_label(_broken_anywhere(self._words))
        return self._broken


LABEL: Final = _Label(_LABEL_LETTERS, _PIECES, _to_label)
#: What heads the indicators of one level: ``Niveau 1``, ``Niveau B: gevorderd``. The model has no place for levels:
#: they stay in the list, as a line of it, and are told as such.
LEVEL: Final = re.compile(r"\s*(?:niveau|level)\s+[^\W_]{1,12}\s*(?:[:–—-]\s*[^.!?]{0,40})?", re.IGNORECASE)
#: What stands before a name that is no name: ``Competentie: Durf``, ``Competentie 3 – Durf``.
NAME_LABEL: Final = re.compile(
    r"\s*(?:naam (?:van de )?)?competentie(?:naam)?\s*(?:\d{1,3}\s*[.:–—-]|:)\s*(?=\S)", re.IGNORECASE
)
DESCRIPTION_LABEL: Final = _Label(_DESCRIBES, _DESCRIBING_PIECES, _to_description_label)


def has_label(lines: tuple[Line, ...]) -> bool:
    """Whether one of the lines holds the label that ends a description."""
    return find_label("\n".join(line.text for line in lines), lines) is not None


def is_label(line: Line) -> bool:
    """Whether a line is a label and nothing else, and none that says that the indicators go on: ``(vervolg)``."""
    text = line.text.strip()
    match = LABEL.match(text)
    return match is not None and match.end() == len(text) and not text.islower() and "vervolg" not in text.lower()


def has_description(lines: tuple[Line, ...]) -> bool:
    """Whether text stands before the label: the lines are a whole body, not the rest of one."""
    text = "\n".join(line.text for line in lines)
    label = find_label(text, lines)
    return label is not None and has_ink(text, 0, label.start())


def find_label(text: str, lines: Sequence[Line]) -> re.Match[str] | None:
    """The first label in the text of lines that is no word of a sentence there."""
    match = LABEL.search(text)
    if match and is_small(match):
        found = [other for other in LABEL.finditer(text) if not is_word_of_sentence(other, lines)]
        plain = (other for other in found if not (is_small(other) and goes_on(other, lines)))
        match = next(plain, found[0] if found else None)
    return match


def is_small(match: re.Match[str]) -> bool:
    """Whether a label begins small and has no colon, as a word of a sentence does that stands alone on its line."""
    word = match[0].strip()
    first = next(filter(str.isalpha, word), "")
    return first.islower() and not word.endswith(":")


def is_word_of_sentence(match: re.Match[str], lines: Sequence[Line]) -> bool:
    """Whether what reads as a label is small, and a sentence goes on below it, or went on to it from the line above.

    ``… op cijfers⏎indicatoren⏎die vooraf …``; ``… toont zelf⏎voorbeeldgedrag``, which had no room beside that. Fails
    for a label without a colon below a full line that ends in no full stop: without it the list is told.
    """
    if not is_small(match):
        return False
    if match[0].islower() and _SMALL_LETTERS.match(match.string, match.end()):
        return True
    index = _line_of(match)
    return goes_on(match, lines) and (
        lines[index - 1].text.rstrip()[-1] in _HYPHENS or is_wrapped(*lines[index - 1 : index + 1])
    )


def goes_on(match: re.Match[str], lines: Sequence[Line]) -> bool:
    """Whether the line above a label ends no sentence."""
    above = lines[max(_line_of(match) - 1, 0)].text if _line_of(match) else ""
    return bool(above.strip()) and not ENDS_SENTENCE.search(above)


def _line_of(match: re.Match[str]) -> int:
    return match.string.count("\n", 0, match.start() + len(match[0]) - len(match[0].lstrip()))


def has_ink(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` leaves ink."""
    return leaves_ink(text[start:end])
