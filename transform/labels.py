"""The label that ends a description and heads the indicators, in all its variants: ``Indicatoren:``.

Known by its words and by where it stands; what it divides is decided in ``body``. Fails for a heading in words of its
own: that is known by the bullet below it.
"""

from __future__ import annotations

import re
from typing import Final

from transform.bullets import DASHES, DIVIDERS, GLYPHS
from transform.document import Line, is_blank

#: Words that head the indicators. Letters may be hyphenated over a line end.
_LABEL_PATTERNS: Final = (
    r"(?:gedrags-?\s*)?indicator(?:en|s)?|gedrags-?\s*(?:kenmerken|voorbeelden|criteria)|voorbeeldgedrag"
    r"|(?:waarneembaar|observeerbaar|zichtbaar)\s+gedrag|behaviou?ral\s+indicators"
)
#: The same with a soft hyphen, or any hyphen at a line end, between two letters: they break a word.
_BROKEN_HERE: Final = r"(?:\u00ad|[-‐\u00ad]\n[^\S\n]*)?"
_LABEL_LETTERS: Final = _LABEL_PATTERNS.replace("-?", "[-\u00ad]?")
_LABEL_WORDS: Final = re.sub(r"(?<=[a-z])(?=[a-z])", lambda _: _BROKEN_HERE, _LABEL_LETTERS)
_SIGN: Final = f"[{re.escape(DASHES + GLYPHS)}]"
#: What may stand between a label and its colon: that it goes on, or how many indicators follow.
_ASIDE: Final = r"[^\S\n]*(?:\((?:vervolg|\d{1,2})\)[^\S\n]*)?"
#: Alone on its line in any case, or with a capital and a colon or a bullet anywhere: ``op basis van indicatoren: tijd``
#: is text.
LABEL: Final = re.compile(
    rf"^[^\S\n]*(?:{_SIGN}[^\S\n]+)?(?:(?i:{_LABEL_WORDS})){_ASIDE}:?(?=[^\S\n]*$)"
    rf"|(?:^[^\S\n]*|(?<=[\s.;]))(?=[A-Z])(?:(?i:{_LABEL_WORDS})){_ASIDE}(?::(?=\s|$)|(?=[^\S\n][{DIVIDERS}]\s))",
    re.MULTILINE,
)
#: A label before the description itself, alone on its line or with a colon.
_DESCRIBES: Final = re.sub(
    r"(?<=[a-z])(?=[a-z])", lambda _: _BROKEN_HERE, "beschrijving|omschrijving|definitie|definition"
)
DESCRIPTION_LABEL: Final = re.compile(rf"\s*(?:{_DESCRIBES})(?:[^\S\n]*:|[^\S\n]*(?=\n))\s*(?=\S)", re.IGNORECASE)


def has_label(lines: tuple[Line, ...]) -> bool:
    """Whether one of the lines holds the label that ends a description."""
    return LABEL.search("\n".join(line.text for line in lines)) is not None


def has_description(lines: tuple[Line, ...]) -> bool:
    """Whether text stands before the label: the lines are a whole body, not the rest of one."""
    text = "\n".join(line.text for line in lines)
    label = LABEL.search(text)
    return label is not None and has_ink(text, 0, label.start())


def is_word_of_sentence(match: re.Match[str]) -> bool:
    """``… op cijfers⏎indicatoren⏎die vooraf …``: a word alone on its line, and the sentence goes on."""
    goes_on = re.match(r"\s*[a-zß-ÿ]{2}", match.string[match.end() :])
    return match[0].strip().islower() and not match[0].strip().endswith(":") and bool(goes_on)


def has_ink(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` leaves ink."""
    return any(not is_blank(c) for c in text[start:end])
