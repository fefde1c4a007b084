"""Signs in a text that are no writing of it: what a program left behind, what stands for a letter and is none.

    v̶e̶r̶v̶a̶l̶l̶e̶n̶        a bar over each letter: struck out
    Fout! Verwijzingsbron niet gevonden.    the reference that Word could not find
    {{ naam }} · {naam} · «Naam»            a template's field that nobody filled in
    ketenpartners¹ · ketenpartners1 · Durf*)    the mark of a note, typed as a sign of its own, or as a figure
    <b>Durf</b> · &nbsp;                    marks of a web page
    Durf (https://www.…)                    where a link goes, as a browser prints it
    ＤＵＲＦ · 𝗗𝘂𝗿𝗳 · Dսrf · geÃ¯nformeerd     letters of other alphabets, of two in one word, or read wrongly
    eﬀectief · tĳd                          one sign for several letters, which nobody finds who looks for those

They are kept, and told. Fails for a whole word in another alphabet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from transform.findings import Code
from transform.flaws import Flaw

#: What a program begins with that found no text for a field; in the midst of a word too, if the field stood there.
_FAULT: Final = r"(?:\b|(?<=[a-zß-ÿ])(?-i:(?=[EF])))(?:Fout|Error|Fehler)"
#: What every text with such a sign has, the sign, and what it says of the text.
_LEFT_BEHIND: Final = (
    (
        "{",
        Code.FIELD_UNREAD,
        re.compile(r"\{\{[^{}]{1,60}\}\}|\$\{[^{}]{1,60}\}|\{%[^{}]{1,60}%\}|\{[#/^]?[A-Za-z_][\w.]{0,60}\}"),
    ),
    ("«", Code.FIELD_UNREAD, re.compile(r"«[^\W\d_][\w-]{0,60}»")),
    ("!", Code.FIELD_UNREAD, re.compile(rf"{_FAULT}! [^\W\d_][^.!?]*[.!?]?")),
    (
        ": ",
        Code.FIELD_UNREAD,
        re.compile(rf"(?i:{_FAULT}): [^\W\d_][^.!?:]* (?i:niet gevonden|not found|nicht gefunden)"),
    ),
    (
        "<",
        Code.ADDED_WORDS,
        re.compile(r"</?(?:[biup]|br|em|strong|span|div|font|su[bp]|[uo]l|li|a)\b[^<>]{0,80}>", re.I),
    ),
    ("(", Code.ADDED_WORDS, re.compile(r"\((?:(?:https?|file)://|www\.|mailto:|#)[^()\s]+\)", re.I)),
    ("*)", Code.RAISED_TEXT, re.compile(r"(?<=[^\W_]{2})\*{1,3}\)|(?<=[.!?;])\*{1,3}\)")),
    ("&", Code.ADDED_WORDS, re.compile(r"&(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});", re.I)),
)
#: The number of a note behind a word or sentence; behind a measure (``m²``) it says how much.
_NOTE_MARK: Final = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.!?;)]))[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?!\w)")
#: The same as a figure, behind a word; or behind the last sentence, where any other number may stand as well.
_NOTE_NUMBER: Final = re.compile(
    r"(?<=[a-zß-ÿ]{3})\d{1,2}\)?(?=[.,;:!?)]*(?:\s|$))|(?<=[a-zß-ÿ]{4}[.!?] )\(?\d{1,3}\)?$"
)
_FIGURES: Final = frozenset("0123456789")
_STRUCK: Final = re.compile(r"(?:[^\W_]\s?[\u0335-\u0338]\s?)+")
_OTHER_ALPHABET: Final = "\u0370-\u03ff\u0400-\u052f\u0530-\u058f"
#: Lines under and over letters; letters as wide as a Chinese sign, and of mathematics; one sign for several letters;
#: two alphabets in one word; the bytes of UTF-8 as letters.
_ODD: Final = re.compile(
    rf"[\u0332\u0333\u0305\uff01-\uff5e\U0001d400-\U0001d7ff\ufb00-\ufb06\u0132\u0133]"
    rf"|[A-Za-zÀ-ÿ][{_OTHER_ALPHABET}]|[{_OTHER_ALPHABET}][A-Za-zÀ-ÿ]"
    r"|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]|â€"
)


def text_to_odd_signs(text: str) -> Iterator[Flaw]:
    """The signs in a text that are no writing of it, the first of each kind."""
    for sign, code, pattern in _LEFT_BEHIND:
        if sign in text and (found := pattern.search(text)):
            yield Flaw(code, found[0])
    if not _FIGURES.isdisjoint(text) and (found := _NOTE_NUMBER.search(text)):
        yield Flaw(Code.ADDED_WORDS, found[0])
    if not text.isascii():
        for code, pattern in ((Code.STRUCK_TEXT, _STRUCK), (Code.SYMBOL_INLINE, _ODD), (Code.RAISED_TEXT, _NOTE_MARK)):
            if found := pattern.search(text):
                yield Flaw(code, found[0].strip())
