"""Words that head or number texts of a catalogue and are none of them: most texts have them, or a line of their own.

    Korte omschrijving: Toont moed …         a label of the catalogue's own, before descriptions or within them
    Algemeen Toont moed …                    words before a capital; the name once more
    Competentie Durf                         one word before most names, or before every core competence
    Verbindend – werkt met anderen           what a core competence means, behind it
    Verbindend – Durf                        the name beside its core competence, in one text with it
    DU-1 Spreekt zich uit. (D1)              a code at one end of most texts; a label of their level: ``Basis:``
    Durf ⏎ 14 │ Durf 14                      a number in a line of its own that had room above, or that counts nothing

They are kept, and a person is asked. Fails for a catalogue of fewer than four competences, but for its numbers and for
names that are said again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from transform.document import Line
from transform.role import letters
from transform.room import is_wrapped

#: So many texts at least show a habit, and the share of them that does.
HABIT: Final = 4
MOST: Final = 0.5
#: What heads a text is no more than so many words.
FEW_WORDS: Final = 5
#: So many core competences that begin with one word show that it is none of them.
CORES: Final = 3

#: No code has more characters.
LONGEST_CODE: Final = 16

#: Where a text stands: the number of its competence, and its own.
Place: TypeAlias = tuple[int, int]

#: A label at the beginning of a sentence: ``Betekenis:``, ``Wat houdt het in?``.
_LEAD: Final = re.compile(r"(?:^|(?<=[.!?;]\s))([^.:!?;]{2,60}[:?])(?=\s)")
_CODE: Final = r"[(\[]?[A-Za-z]{0,4}[-.]?\d{1,3}(?:[.-]\d{1,3})*[a-z]?[)\]]?"
_CODE_BEFORE: Final = re.compile(rf"(?:(?:{_CODE}|[ivxIVX]{{1,5}})[.):]?|\(?[A-Za-z][.):])(?=\s+\S)")
_LETTER_BEFORE: Final = re.compile(r"[A-Z](?=\s+[A-ZÀ-Þ][a-zß-ÿ])")
_CODE_BEHIND: Final = re.compile(rf"(?<=[.!?;]\s){_CODE}$|(?<=\s)[(\[][A-Z]{{1,3}}[)\]][.;]?$")
#: Initials behind a name: ``Durf (D)``.
_INITIALS: Final = re.compile(r"(?<=\S\s)[(\[][A-Z]{1,3}[)\]]$")
#: What is said of a core competence behind it, and of a name behind a colon.
_MEANING: Final = re.compile(r"(?<=\w)(?::|\s[–—-]|\s(?=\())\s*\S+(?:\s+\S+){2,}$")
_MEANING_OF_NAME: Final = re.compile(r"(?<=\w):\s+\S+(?:\s+\S+)+$")
#: What a number behind it counts.
_COUNTED: Final = re.compile(
    r"\b(?:art(?:ikel)?\.?|lid|bijlage|niveau|level|fase|schaal|stap|deel|groep)$", re.IGNORECASE
)
#: What parts two names in one text.
_BETWEEN: Final = re.compile(r"\s+[–—|/-]\s+|:\s+|\s*[()]")
#: A number behind a name.
_NUMBER_BEHIND: Final = re.compile(r"(?P<name>.*[^\W\d_]\S*)\s+(?P<number>\(?\d{1,3}[).]?)")
#: A line that is a number, or that of a page; one of more figures is a year, or an amount.
_NUMBER: Final = re.compile(r"\W*(?:(?:pagina|page|pag|blz|p)\.?\s*)?\d{1,3}\W*", re.IGNORECASE)


def leading_words(texts: Sequence[Sequence[str]], field: str, names: Sequence[str]) -> dict[Place, str]:
    """The words that head or number the texts of one field, given for each competence, by the place of their text.

    ``names`` are what the competences are called, for the field of that what they belong to.
    """
    every = {(c, t): text for c, own in enumerate(texts) for t, text in enumerate(own)}
    if field in {"core_competence", "name"}:
        meaning = _MEANING if field == "core_competence" else _MEANING_OF_NAME
        said = {place: match[0].strip() for place, text in every.items() if (match := meaning.search(text))}
        said |= _in_most(every, _INITIALS.search, len(every)) | _numbers_behind(every) | _both_in_one(every, names)
        return (_first_words(every) if field == "name" else _of_cores(every) | _in_most(every, _code_of_core, 0)) | said
    least = len(texts) if field == "description" else len(every)
    found = _in_most(every, _CODE_BEFORE.match, least) | _in_most(every, _code_behind, least)
    if field == "indicator":
        return found | _levels(every)
    return found | _headings(every, names) | _leads(every, names)


def _in_most(every: Mapping[Place, str], find: Callable[[str], re.Match[str] | None], count: int) -> dict[Place, str]:
    found = {place: match[0] for place, text in every.items() if (match := find(text))}
    return found if _is_habit(len(found), count) else {}


def _code_of_core(text: str) -> re.Match[str] | None:
    return _CODE_BEFORE.match(text) or _LETTER_BEFORE.match(text)


def _code_behind(text: str) -> re.Match[str] | None:
    return _CODE_BEHIND.search(text, max(len(text) - LONGEST_CODE, 0))


def _is_habit(times: int, count: int) -> bool:
    return times >= HABIT and times > MOST * count


def _leads(every: Mapping[Place, str], names: Sequence[str]) -> dict[Place, str]:
    """The first label of each description that most have, whatever name stands in it."""
    said = {
        place: {_without(lead, names[place[0]]): lead for lead in _LEAD.findall(text) if len(lead.split()) <= FEW_WORDS}
        for place, text in every.items()
    }
    times = Counter(lead for own in said.values() for lead in own)
    common = {lead for lead, often in times.items() if _is_habit(often, len(every))}
    firsts = ((place, next((said for lead, said in own.items() if lead in common), "")) for place, own in said.items())
    return {place: lead for place, lead in firsts if lead}


def _levels(every: Mapping[Place, str]) -> dict[Place, str]:
    """The labels that indicators begin with, if most do and each label comes back: those of levels."""
    firsts = {place: lead[0] for place, text in every.items() if (lead := _LEAD.match(text))}
    times = Counter(firsts.values())
    found = {place: lead for place, lead in firsts.items() if times[lead] >= HABIT}
    return found if _is_habit(len(found), len(every)) else {}


def _headings(every: Mapping[Place, str], names: Sequence[str]) -> dict[Place, str]:
    """The first words of descriptions that go on with a capital, if they are those of most, or the name alone."""
    begins = {place: list(_before_capitals(text)) for place, text in every.items()}
    said = {place: {_without(words, names[place[0]]) for words in own} - {""} for place, own in begins.items()}
    times = Counter(words for own in said.values() for words in own)
    found: dict[Place, str] = {}
    for (place, own), name in ((item, letters(names[item[0][0]])) for item in begins.items()):
        for words in own:
            if letters(words) == name != "" or _is_habit(times[_without(words, names[place[0]])], len(every)):
                found[place] = words
    return found


def _before_capitals(text: str) -> Iterator[str]:
    """The first words of a text up to each of the first that begin with a capital, as those of a sentence do."""
    words = text.split(maxsplit=FEW_WORDS + 1)[: FEW_WORDS + 1]
    for index, word in enumerate(words[1:], start=1):
        if word[:1].isupper() and word[1:2].islower():
            yield " ".join(words[:index])


def _without(words: str, name: str) -> str:
    """The letters of words, less those of a name."""
    return letters(words).replace(letters(name) or "\n", "")


def _both_in_one(every: Mapping[Place, str], others: Sequence[str]) -> dict[Place, str]:
    """The name in the text of its own core competence, or the other way round: parted from it by a sign or a capital.

    ``Integer leiderschap`` is no name with ``Leiderschap`` behind it.
    """
    found: dict[Place, str] = {}
    for place, text in every.items():
        other = others[place[0]]
        parts = _BETWEEN.split(text)
        apart = any(letters(part) == letters(other) for part in parts) and len(parts) > 1
        rest = text.removeprefix(f"{other} ") if text.startswith(f"{other} ") else text.removesuffix(f" {other}")
        if letters(other) and (apart or (rest != text and rest[:1].isupper() and other[:1].isupper())):
            found[place] = other
    return found


def _numbers_behind(every: Mapping[Place, str]) -> dict[Place, str]:
    """The numbers behind names that count nothing, for no other has a number behind the same words."""
    ends = {place: match for place, text in every.items() if (match := _NUMBER_BEHIND.fullmatch(text))}
    found = {place: match for place, match in ends.items() if not _COUNTED.search(match["name"])}
    times = Counter(name for name, _ in {match.group("name", "number") for match in found.values()})
    plain = set(every.values())
    return {p: match["number"] for p, match in found.items() if times[match["name"]] == 1 or match["name"] in plain}


def _first_words(every: Mapping[Place, str]) -> dict[Place, str]:
    """The word before most names."""
    firsts = {place: text.split()[0] for place, text in every.items() if " " in text}
    word, times = next(iter(Counter(firsts.values()).most_common(1)), ("", 0))
    return {p: word for p, own in firsts.items() if own == word} if _is_habit(times, len(every)) else {}


def _of_cores(every: Mapping[Place, str]) -> dict[Place, str]:
    """The word before every core competence; or one of many words among those of a word or two: it says something."""
    cores = set(every.values())
    long = {core for core in cores if len(core.split()) >= FEW_WORDS}
    if len(long) == 1 < len(cores) and all(len(core.split()) <= 2 for core in cores - long):
        return {place: core for place, core in every.items() if core in long}
    words = {core.split()[0] for core in cores if " " in core} if all(" " in core for core in cores) else set()
    word = words.pop() if len(words) == 1 else ""
    least = CORES if word[-1:].isalnum() else CORES - 1
    return dict.fromkeys(every, word) if word and len(cores) >= least else {}


def lone_numbers(lines: Sequence[Line]) -> str:
    """A number that stands in a line of its own, which had room on the line above it, or before the line below."""
    for above, line in pairwise(lines):
        for own in (line, above) if _is_ended(above, line) else ():
            if _NUMBER.fullmatch(own.text):
                return own.text.strip()
    return ""


def _is_ended(line: Line, after: Line) -> bool:
    """Whether an author ended a line where the next begins: that has its place there, or had room beside it."""
    return after.starts_paragraph is not None or (line.room is not None and not is_wrapped(line, after))
