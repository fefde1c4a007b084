"""Words at the beginning or end of a text that may be no part of it: labels, links, quotation marks around each name.

    Durf NIEUW · [gewijzigd] Durf      a word that says what became of a text, and not what it says
    Durf Zie de toelichting.           a sentence behind a name
    Durf:                              a mark of punctuation behind a name
    Durf Terug naar boven              the same words behind most names, or most descriptions
    Houdt vol. Gedrag                  a heading behind most descriptions
    “Durf”                             around all names, or all descriptions
    Durf ⏎ basis                       a line in smaller type
    Durf (zie ook bijlage 2)           what a name refers to
    •│ - Vraagt door.                  a bullet that was typed behind the one that the list draws
    Houdt in: • Durft.                 a list that was typed into a description
    n.v.t. · [beschrijving volgt]      what stands where there is no text

What heads or numbers texts is found in ``leading_words``. They are kept, for a name may be so, and a person is asked.
Fails for labels of which each is another, and for words that no regulation has been seen to use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from transform.bullets import DASHES, DIVIDERS
from transform.document import SMALLER, Line, has_word
from transform.header_rows import UNFINISHED
from transform.leading_words import HABIT, MOST, Place, leading_words, lone_numbers
from transform.room import is_wrapped

#: What is said of a text in the margin of an edition.
_SAID: Final = (
    r"nieuwe?|gewijzigd|herzien|aangepast|aangevuld|vervallen|vervalt|geschrapt|toegevoegd|verplaatst|verwijderd|"
    r"geactualiseerd|concept|new|changed|revised|updated?|added|removed|deleted|draft"
)
#: And of all the copies of a paper.
_STAMPED: Final = r"kopie|copy|voorbeeld|ontwerp|definitief|vertrouwelijk"
_IN_CAPITALS: Final = rf"(?-i:(?=[A-Z]))(?:{_SAID}|{_STAMPED})(?-i:(?<=[A-Z]))"
_IN_BRACKETS: Final = rf"[(\[{{*](?:{_SAID})[)\]}}*]"
#: Such a word before or behind any text: in capitals, in brackets; behind a sentence or name also as it is.
_BEFORE: Final = re.compile(rf"(?:{_IN_BRACKETS}|{_IN_CAPITALS})[!:]?(?=\s+\S)|(?:{_SAID})[!:](?=\s+\S)", re.IGNORECASE)
_BEHIND: Final = re.compile(rf"(?<=\S)\s+({_IN_BRACKETS}|{_IN_CAPITALS})[!.]?$", re.IGNORECASE)
_AFTER_SENTENCE: Final = re.compile(rf"(?<=[.!?;…])\s+(?:{_SAID})!?$", re.IGNORECASE)
_AFTER_NAME: Final = re.compile(rf"(?<=\S)\s+[-–—|]?\s*(?:{_SAID})!?$", re.IGNORECASE)
#: A sentence behind a name, as where a program wrote a note into the cell.
_SENTENCE_AFTER_NAME: Final = re.compile(r"(?<=[^\W_])\s+([A-ZÀ-Ý][^\W\d_]*\s[^.!?]*[.!])$")
#: A reference behind a name.
_REFERENCE_AFTER_NAME: Final = re.compile(
    r"(?<=\S)\s+[(\[](?:zie|vgl\.?|vergelijk|see|cf\.?)\s[^()\[\]]+[)\]]$", re.IGNORECASE
)
#: A bullet before a text of which the bullet was taken off already.
_BULLET_BEFORE: Final = re.compile(
    rf"[{re.escape(DASHES + DIVIDERS)}](?=\s+\S)|\(?(?:\d{{1,2}}|[a-z])[.)](?=\s+[A-ZÀ-Ý][a-zß-ÿ])"
)
#: A bullet within a description: somebody typed a list there.
_BULLET_WITHIN: Final = re.compile(
    rf"(?<=\s)[{DIVIDERS}·∙](?=\s+\S)|(?<=[:;.!?]\s)[{re.escape(DASHES)}](?=\s+[A-ZÀ-Ý])"
)
#: What stands where there is no text, or none yet.
_NO_TEXT: Final = re.compile(
    r"\W*(?:n\.?\s?v\.?\s?t|p\.?\s?m|t\.?\s?b\.?\s?d|(?:[^\W\d_]+\s+)?volgt(?:\s+(?:nog|later))?|geen|onbekend|x+"
    r"|(?:nog|nader)\s+(?:in te vullen|te bepalen|uit te werken|aan te vullen)|lorem ipsum\b.*)\W*|\W+",
    re.IGNORECASE,
)
#: What ends a name or heading where more follows it, and is no part of it.
_MARK_AFTER_NAME: Final = re.compile(rf"(?<=\w\w)\s?[:;,.?!/{re.escape(DASHES)}]$")
#: What stands before one name, as before an item: a bullet, a number, a letter; and brackets around it.
_BEFORE_NAME: Final = re.compile(
    rf"(?:[{re.escape(DASHES + DIVIDERS)}+*>]|\(?(?:\d{{1,3}}|[a-z])[.)])(?=\s+\S)|\[[^\[\]]+\]$"
)
_QUOTED: Final = re.compile(r"[‘“„\"'«].+[’”“\"'»]")
#: A remark is no more than so many words.
SHORT: Final = 3
#: So many words are looked at from the end.
LONGEST: Final = 5


class Added(NamedTuple):
    """Words that may be no part of a text: the numbers of the competence and of its text, and the words."""

    competence: int
    text: int
    words: str


def added_words(texts: Sequence[Sequence[str]], field: str, names: Sequence[str]) -> list[Added]:
    """The words that may be no part of the texts of one field, given for each competence; for ``names`` see there."""
    every = [((c, t), text) for c, own in enumerate(texts) for t, text in enumerate(own)]
    found = {place: said for place, text in every if (said := _said(text, field))}
    if field != "core_competence":  # which many competences share anyway
        ends = {(c, len(own) - 1): own[-1] for c, own in enumerate(texts) if own}
        shared = _shared(list(ends.values()), 1 if field == "name" else 2)
        found |= {place: said for place, said in zip(ends, shared, strict=True) if said}
        if field != "indicator" and len(ends) >= HABIT and all(map(_QUOTED.fullmatch, ends.values())):
            found |= ends
    found = leading_words(texts, field, names) | found
    return [Added(*place, said) for place, said in found.items()]


def added_lines(lines: Sequence[Sequence[Sequence[Line]]], field: str, told: Container[Place]) -> list[Added]:
    """Lines that may be no part of the texts of one field; those in smaller type also where something is ``told``."""
    every = {(c, t): part for c, own in enumerate(lines) for t, part in enumerate(own)}
    found: dict[Place, str] = {}
    for place, part in every.items() if field != "indicator" else ():
        if place in told:
            continue
        begun = begun_line(part) if field != "description" else ""
        below = said_below(part) if field == "core_competence" else ""
        found |= {place: words} if (words := lone_numbers(part) or begun or below) else {}
    found |= {place: words for place, part in every.items() if (words := smaller_line(part))}
    return [Added(*place, said) for place, said in found.items() if said]


def smaller_line(lines: Sequence[Line]) -> str:
    """A short line of a text in smaller type than all its others; empty without."""
    sizes = [line.size or 0.0 for line in lines]
    for own in range(len(lines)) if len(set(sizes)) > 1 and all(sizes) else ():
        words, others = lines[own].text.split(), [*sizes[:own], *sizes[own + 1 :]]
        if sizes[own] <= SMALLER * min(others) and len(words) <= SHORT and has_word(lines[own].text):
            return lines[own].text.strip()
    return ""


def begun_line(lines: Sequence[Line]) -> str:
    """A line of a name that begins as one does, though the line above has room for it: a second name, or a subtitle.

    Fails for one in capitals, as all of its name is, and for a line that goes on in lower case.
    """
    for above, line in pairwise(lines):
        words = line.text.strip()
        capitals = words.isupper() and above.text.isupper()
        if not words[:1].isupper() or capitals or UNFINISHED.search(above.text):
            continue
        if line.starts_paragraph or (above.room is not None and not is_wrapped(above, line)):
            return words
    return ""


def said_below(lines: Sequence[Line]) -> str:
    """The second paragraph of a core competence, of more words than go on with one: it says what that means."""
    below = (line.text.strip() for line in lines[1:] if line.starts_paragraph)
    return next((words for words in below if len(words.split()) >= SHORT), "")


def _said(text: str, field: str) -> str:
    """The word at either end of a text that says what became of it; empty without."""
    if _NO_TEXT.fullmatch(text):
        return text
    is_short = field in {"name", "core_competence"}
    found = _BEFORE.match(text) or _BEHIND.search(text) or (_AFTER_NAME if is_short else _AFTER_SENTENCE).search(text)
    if is_short:
        found = found or _SENTENCE_AFTER_NAME.search(text) or _MARK_AFTER_NAME.search(text)
        found = found or _REFERENCE_AFTER_NAME.search(text) or _BEFORE_NAME.match(text)
    elif field == "indicator":
        found = found or _BULLET_BEFORE.match(text)
    else:
        found = found or _BULLET_WITHIN.search(text)
    return found[0].strip() if found else ""


def _shared(texts: Sequence[str], least: int) -> list[str]:
    """For each text the words in which it ends as most do, so many at least, where those are not all of it.

    Fewer count where they stand alone behind a sentence, as a heading that was read with it.
    """
    ends = [text.rsplit(maxsplit=LONGEST) for text in texts]
    told = [""] * len(texts)
    for length in range(1, LONGEST + 1):
        tails = [words[-length:] if len(words) > length else [] for words in ends]
        if length < least:
            tails = [
                tail if tail and _is_heading(tail, words[-length - 1]) else []
                for tail, words in zip(tails, ends, strict=True)
            ]
        said = [" ".join(tail) for tail in tails]
        if most := _most(said, len(texts)):
            told = [tail if tail == most else before for tail, before in zip(said, told, strict=True)]
        elif length >= least:
            break
    return told


def _most(said: Sequence[str], of: int) -> str:
    """What most say, as a habit shows; empty without."""
    most, times = next(iter(Counter(filter(None, said)).most_common(1)), ("", 0))
    return most if times >= HABIT and times > MOST * of else ""


def _is_heading(words: Sequence[str], before: str) -> bool:
    """Whether words begin anew behind the end of a sentence, and end none."""
    return before.endswith((".", "!", "?")) and words[0][:1].isupper() and words[-1][-1:].isalnum()
