"""Dutch compounds that are spelled with a hyphen, known by their parts.

Only what the spelling rules say of any word, given as data: prefixes and functions before a person, vowels that
would make one sound, equal adjectives, pairs, phrases made one word. Non-goal: a dictionary. What is doubtful is
not here, so that a person is asked.
"""

from __future__ import annotations

import re
from typing import Final

from transform.broken_words import is_before_uw
from transform.words import LITTLE_WORDS

#: Prefixes that keep their hyphen, with what may follow them in a broken word: ``niet-temin``, ``non-sens``.
_PREFIXES: Final[dict[str, str]] = {
    "niet": r"temin|waar$|je|ig|machine|tang|appara|pistool|ten$",
    "non": r"sens|chal|ne|kel|ius",
}
#: What goes with a person: ``oud-leerling``, ``collega-bestuurder``.
_BEFORE_PERSONS: Final = frozenset(
    {"oud", "ex", "adjunct", "aspirant", "kandidaat", "interim", "substituut", "assistent", "collega"}
)
_PERSONS: Final = re.compile(
    r"collega|medewerk|werknem|werkgev|ambtena|voorzit|minister|president|directeur|bestuurder|bestuurslid|manager"
    r"|leidinggev|lid$|leden$|leraar|docent|leerling|student|burgemeester|wethouder|secretaris|rechter|notaris"
    r"|officier|militair|agent$|agenten$|partner|echtgeno|cliënt|patiënt|klant|gedetineerd|bewoner"
)
#: Pairs of equals beside each other. With ``sociaal`` only these: ``sociaaldemocratisch`` and others are one word.
_PAIRS: Final[dict[str, str]] = {
    "zwart": "wit",
    "noord": "zuid",
    "oost": "west",
    "links": "rechts",
    "man": "vrouw",
    "ouder": "kind",
    "woon": "werk",
    "werk": "privé",
    "prijs": "kwaliteit",
    "directeur": "generaal",
    "secretaris": "generaal",
    "minister": "president",
    "sociaal": "economisch|cultureel|culturele|emotio|maatschappelijk|juridisch|medisch|ruimtelijk",
}
#: Adjectives of equal rank: ``sociaal-emotioneel``, ``politiek-bestuurlijk``.
_FIRST_ADJECTIVE: Final = re.compile(r"(?:[^\W\d_]{2,}isch|fiscaal|cultureel|financieel|politiek|ruimtelijk)$")
_SECOND_ADJECTIVE: Final = re.compile(
    r"(?!technisch|psych|kritisch|vriendelijk)[^\W\d_]{3,}"
    r"(?:ische?|i?eel|[iu]?ële|[rn]ele|lijke?|ieve?|aire?|aal|ale)$"
)
#: Vowels that would make one sound over the seam, and what makes three of them a seam and no break of one word.
_CLASH: Final = re.compile(r"(?:a[aeiu]|[eé][eiu]|i[ei]|o[eiou]|u[iu])$")
_LONG_VOWEL: Final = re.compile(r"[^\W\d_]*[^aeiou\W\d_](?:ie|ee|oe|eu)$")
_FIRST_MEMBERS_TEXT: Final = """
    anti auto bio contra extra euro foto infra intra macro media mede mega micro milieu mini
    multi neo radio semi thema ultra video zee
"""
_FIRST_MEMBERS: Final = frozenset(_FIRST_MEMBERS_TEXT.split())
#: What goes on with the same word after a long vowel: a plural, a verb's ending, a number.
_ENDING: Final = re.compile(r"(?:i[eg]\w*|ing(?:en)?|[eë]n(?:s|de?)?|[eë]r?s?|[eë][dt]|um|us)$|[eë]n\w+tig")


#: Two vowels side by side, which may be two syllables of one word.
_TWO_VOWELS: Final = re.compile("[aeiouyëï]{2}")


def is_compound_with_hyphen(first: str, last: str) -> bool:
    """Whether Dutch spells the compound of ``first`` and ``last`` with its hyphen, whatever the words mean.

    False also where nothing is known. Both are lower case, ``first`` may hold hyphens of its own. Fails for a
    word of one piece that is spelled like such a compound.
    """
    head, tail = first.split("-")[-1], last.split("-")[0]
    if head in _PREFIXES and not re.match(_PREFIXES[head], tail):
        return True
    if head in _BEFORE_PERSONS and _PERSONS.match(tail):
        return True
    if head in _PAIRS and re.match(_PAIRS[head], tail):
        return True
    if _FIRST_ADJECTIVE.match(head) and _SECOND_ADJECTIVE.match(tail):
        return True
    return _is_phrase(first, last) or _is_seam_of_vowels(head, tail)


def clashes(first: str, last: str) -> bool:
    """Whether the vowels at the seam would be read as one: ``auto-ongeluk``, but also ``offici-eel``.

    Before ``uw`` they are one: of ``nieuw``, ``eeuw`` and their like.
    """
    return bool(_CLASH.match(first[-1:] + last[:1])) and not is_before_uw(first, last)


def _is_phrase(first: str, last: str) -> bool:
    """``kant-en-klaar``, ``een-op-een``: a little word between hyphens, and no syllable (``decisi-on-making``)."""
    if "-" in first and first.split("-")[-1] in LITTLE_WORDS:
        return True
    is_syllable = bool(_TWO_VOWELS.match(first[-1:] + last[:1]))
    return "-" in last and last.split("-")[0] in LITTLE_WORDS and not is_syllable


def _is_seam_of_vowels(head: str, tail: str) -> bool:
    if not clashes(head, tail) or _ENDING.match(tail):
        return False
    return head[-1:] + tail[:2] == "aaa" or head in _FIRST_MEMBERS or bool(_LONG_VOWEL.match(head))
