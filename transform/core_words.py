"""What of a core competence, as a heading or cell prints it, are its own words.

Kerncompetentie 1: Verbindend │ Tabel 2 – Competenties bij Verbindend │ ‘Verbindend’ (6 competenties)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from transform.body import Slice
from transform.bullets import names_to_bullets
from transform.strand import Strand

_COUNT: Final = r"(?:\d{1,2}(?:\.\d{1,2})*|(?:[A-Z]|[IVX]+)(?=\s*[.:–—-]))"
_NUMBERED: Final = rf"(?i:tabel|table|§|paragraaf|hoofdstuk)\s*(?:{_COUNT}|[IVX]+)\s*[.:–—-]?\s*"
#: Several of them are of somebody: ``Kerncompetenties voor leidinggevenden``.
_OF_SOMEBODY: Final = r"(?!(?i:kern-?competenties|core competenc(?:es|ies)|kernwaarden)\s+[a-zß-ÿ])"
_KIND: Final = (
    rf"{_OF_SOMEBODY}(?i:kern-?competenties?|core competenc(?:e|es|y|ies)|kernwaarden?)(?:\s+{_COUNT})?\s*[.:–—-]?\s+"
)
_GROUP: Final = rf"(?i:(?:competentie)?clusters?|(?:competentie)?groep|thema|categorie)(?:\s+{_COUNT})?\s*[:–—-]\s+"
#: At least this of a core competence is left.
_REST: Final = r"(?=[^\n]*[^\W\d_]{2})"
#: What says of a text that it is a core competence, and which.
_PREFIX: Final = re.compile(rf"\s*(?:(?:{_NUMBERED})(?:{_KIND}|{_GROUP})?|{_KIND}|{_GROUP}){_REST}")
_SAYS: Final = re.compile(rf"\s*{_KIND}{_REST}")
#: What does so only where it stands before all of them.
_OF_ALL: Final = re.compile(
    rf"(?i:competenties)(?:\s*[:–—-]|(?i:\s+(?:bij|van|binnen)(?:\s+de)?(?:\s+kerncompetentie)?))?\s+{_REST}"
    rf"|(?i:(?:competentie)?cluster|(?:competentie)?groep|thema|categorie)\s+(?=[A-ZÀ-Þ]){_REST}"
)
#: How many competences a group has: ``(6)``; or what it is: ``(kerncompetentie)``.
_AMOUNT: Final = re.compile(
    r"\s*[(\[]\s*(?:\d{1,2}(?:\s+competenties)?|kern-?competentie(?:\s+\d{1,2})?)\s*[)\]]\s*\Z", re.IGNORECASE
)
#: What leads on to the competences of a group.
_COLON: Final = re.compile(r"\s*:\s*\Z")
_QUOTES: Final = {"‘": "’", "“": "”", "„": "”", "'": "'", '"': '"', "«": "»"}


def says_core(text: str) -> bool:
    """Whether a text says of itself that it is a core competence: ``Kerncompetentie 1: Verbindend``."""
    return _SAYS.match(text) is not None


def cores_to_words(cores: Sequence[Strand]) -> list[Slice]:
    """Where in each strand the words of the core competence stand; each text counts once however often it is printed.

    Fails for a core competence that itself begins with what it is: ``Thema: mens``.
    """
    first = {core.text: core.lines[0] for core in cores if core.lines}
    numbered = [text for text in first if text.lstrip()[:1].isdigit()]
    counted = numbered if len(numbered) > 1 else list(first)
    bullets = dict(zip(counted, names_to_bullets([first[text] for text in counted]), strict=True))
    lengths = {text: bullet.length if (bullet := bullets.get(text)) else 0 for text in first}
    found = {text: Slice(_begin(text, length), _end(text)) for text, length in lengths.items()}
    of_all = {text: _OF_ALL.match(text, own.start) for text, own in found.items()}
    if len(found) > 1 and all(of_all.values()):
        found = {
            text: own._replace(start=m.end())
            for (text, own), m in zip(found.items(), of_all.values(), strict=True)
            if m
        }
    colons = {text: _COLON.search(text, own.start) for text, own in found.items()}
    if len(found) > 1 and all(colons.values()):
        found = {
            text: Slice(own.start, _end(text[: m.start()]))
            for (text, own), m in zip(found.items(), colons.values(), strict=True)
            if m
        }
    if all(map(_is_quoted, found, found.values())):
        found = {text: Slice(own.start + 1, own.end - 1) for text, own in found.items()}
    return [found.get(core.text, Slice(0, len(core.text))) for core in cores]


def _begin(text: str, bullet: int) -> int:
    """Where the words begin, behind a number or what they are; nothing is taken off that is all there is."""
    start = bullet if text[bullet:].strip() else 0
    prefix = _PREFIX.match(text) or _PREFIX.match(text, start)
    return prefix.end() if prefix else start


def _end(text: str) -> int:
    amount = _AMOUNT.search(text)
    return amount.start() if amount and text[: amount.start()].strip() else len(text)


def _is_quoted(text: str, own: Slice) -> bool:
    words = text[own.start : own.end]
    return len(words) > 2 and _QUOTES.get(words[0]) == words[-1]
