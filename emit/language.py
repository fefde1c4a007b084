"""Messages in the reader's language: which language, and each finding, cause and balance in it.

The source text is English (``emit/messages.py``, and ``marked`` or ``translated`` elsewhere); the Dutch is a
gettext catalogue that the build compiles. A message that the catalogue lacks is an error and never English by
surprise: that is how half-translated programs come about. Data that leaves the house never passes through here.

What a document or a file name holds is hostile until shown: control characters and direction marks, which could
rewrite a terminal line, are spelled out.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from emit.marking import marked
from transform.errors import CatalogusError, MessagesMissing

if TYPE_CHECKING:
    from emit.fault_words import Recognised
    from transform.findings import Evidence, Finding, Severity
    from transform.ledger import Books, Reason
    from transform.place import Origin, WordPlace

Language: TypeAlias = Literal["nl", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")
#: The language of the house: of its documents always, and of its messages when no locale names a language.
HOUSE_LANGUAGE: Final[Language] = "nl"
DOMAIN: Final = "catalogus"
LOCALE_FOLDER: Final = Path(__file__).parent / "locale"

#: The variables that name a language, in gettext's order; the first that is set decides.
LOCALE_VARIABLES: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
#: Locales that name no language.
NO_LANGUAGE: Final = frozenset({"c", "posix"})

#: Longest piece of a document that a message quotes, in characters; the whole stands in the findings file.
QUOTED: Final = 200

_QUOTES: Final[dict[str, tuple[str, str]]] = {"nl": ("‘", "’"), "en": ("“", "”")}
_THOUSANDS: Final[dict[str, str]] = {"nl": ".", "en": ","}
#: Control characters, lone surrogates and marks that turn the direction of writing.
_UNSHOWABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class _Missing(gettext.NullTranslations):
    """Stands behind a catalogue and refuses: what gets here has no translation."""

    def gettext(self, message: str) -> str:
        raise MessagesMissing(fault=message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - gettext's own signature
        raise MessagesMissing(fault=msgid1)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The messages in ``language``. Raises MessagesMissing when they were not compiled."""
    if language == "en":
        return gettext.NullTranslations()
    try:
        found = gettext.translation(DOMAIN, str(LOCALE_FOLDER), [language])
    except FileNotFoundError as error:
        raise MessagesMissing(place=str(LOCALE_FOLDER / language), fault=f"{DOMAIN}.mo") from error
    found.add_fallback(_Missing())
    return found


def translated(text: str, language: str, **facts: object) -> str:
    """``text`` in ``language`` with its placeholders filled; a fact that nobody gave reads "unknown"."""
    pattern = _catalogue(language).gettext(text)
    return _filled(pattern, language, facts)


def counted(one: str, many: str, count: int, language: str) -> str:
    """``one`` or ``many`` in ``language``, ``{count}`` filled in with the thousands of that language."""
    pattern = _catalogue(language).ngettext(one, many, count)
    return _filled(pattern, language, {"count": count})


def _filled(pattern: str, language: str, facts: Mapping[str, object]) -> str:
    if "{" not in pattern and "}" not in pattern:
        return pattern
    shown = {name: shown_fact(facts[name], language) for name in facts}
    for name in placeholders(pattern) - shown.keys():
        shown[name] = _catalogue(language).gettext(marked("unknown"))
    return pattern.format_map(shown)


def placeholders(text: str) -> set[str]:
    """The names between braces in a message."""
    from string import Formatter

    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def shown_fact(fact: object, language: str) -> str:
    """A fact as a person reads it: numbers with thousands, text on one line and without control characters."""
    if isinstance(fact, int):
        return number_words(fact, language)
    return printable("; ".join(str(fact).splitlines()))


def number_words(number: int, language: str) -> str:
    """``12345`` → ``12.345`` in Dutch and ``12,345`` in English."""
    return f"{number:,}".replace(",", _THOUSANDS[language])


def printable(text: str) -> str:
    r"""``text`` with each control character and direction mark spelled out, as ``\u001b``."""
    return _UNSHOWABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def quoted(text: str, language: str) -> str:
    """A piece of the document between quotation marks: line ends as ``⏎``, cut after ``QUOTED`` characters."""
    if not text:
        return translated(marked("(nothing)"), language)
    opening, closing = _QUOTES[language]
    line = printable("⏎".join(text.splitlines()))
    return opening + (line if len(line) <= QUOTED else line[:QUOTED] + "…") + closing


def finding_message(finding: Finding, language: str) -> str:
    """One sentence that says what was found; the place is not in it (see ``place_words``)."""
    from emit.messages import FINDINGS

    return translated(
        FINDINGS[finding.code],
        language,
        competence=_competence_words(finding.competence, language),
        where=_where_words(finding, language),
        was=quoted(finding.was, language),
        became=quoted(finding.became, language),
        quote=_after_colon(finding.was or finding.became, language),
        result=_after_colon(finding.became, language),
        because=f" ({evidence_words(finding.evidence, language)})" if finding.evidence else "",
    )


def _after_colon(text: str, language: str) -> str:
    return f": {quoted(text, language)}" if text else ""


def _competence_words(competence: str | None, language: str) -> str:
    return competence or translated(marked("a competence without a name"), language)


def _where_words(finding: Finding, language: str) -> str:
    from emit.messages import FIELDS

    field = translated(FIELDS.get(finding.field or "", marked("the text")), language)
    if finding.competence is None:
        return field
    return translated(marked("{field} of {competence}"), language, field=field, competence=finding.competence)


def evidence_words(evidence: Evidence, language: str) -> str:
    """Why a hyphen was joined or kept, as a clause."""
    from emit.messages import EVIDENCE

    return translated(EVIDENCE[evidence], language)


def reason_words(reason: Reason, language: str) -> str:
    """Why characters are in the ledger, as a noun."""
    from emit.messages import REASONS

    return translated(REASONS[reason], language)


def severity_words(severity: Severity, language: str) -> str:
    """The name of a severity."""
    from emit.messages import SEVERITIES

    return translated(SEVERITIES[severity], language)


def place_words(place: Origin | None, language: str) -> str:
    """``page 3``, or ``table 1, row 4, cell 2, paragraph 1``; empty without a place."""
    from transform.place import PagePlace

    if place is None:
        return ""
    if isinstance(place, PagePlace):
        return translated(marked("page {number}"), language, number=place.page)
    return ", ".join(_word_place_words(place, language))


def _word_place_words(place: WordPlace, language: str) -> list[str]:
    steps = (
        (place.part, marked("part {number}")),
        (place.table, marked("table {number}")),
        (place.row, marked("row {number}")),
        (place.cell, marked("cell {number}")),
        (place.paragraph, marked("paragraph {number}")),
    )
    return [translated(text, language, number=step) for step, text in steps if step is not None]


#: So many faults of an export are told one by one; the first line says how many there are.
MOST_FAULTS: Final = 1_000


def cause_lines(error: CatalogusError, language: str) -> tuple[str, ...]:
    """``<cause>: <place>: <what went wrong>``, a line for each fault of an export, and what to do about it."""
    from emit.cause_messages import CAUSES

    text = CAUSES[error.cause]
    facts = {name: _named_fact(name, fact, language) for name, fact in error.facts.items()}
    steps = (str(error.cause), shown_fact(error.place, language), translated(text.cause, language, **facts))
    told = str(error.facts.get("faults", "")).splitlines()[:MOST_FAULTS]
    faults = (f"  {printable(fault_words(fault, language))}" for fault in told)
    return ": ".join(step for step in steps if step), *faults, translated(text.remedy, language, **facts)


def _named_fact(name: str, fact: str | int, language: str) -> str | int:
    """A fact in words where it is a name (``xlsx``) or reason of ours; faults by their number; any other as it is."""
    from emit.cause_messages import KINDS, LIMITS, NEEDS

    if name == "faults":
        return len(str(fact).splitlines())
    if name == "needs":
        needs = str(fact).split(", ")
        return ", ".join(translated(NEEDS[need], language) if need in NEEDS else need for need in needs)
    if name in {"reason", "fault"}:
        return fault_words(str(fact), language)
    names = {"found": KINDS, "limit": LIMITS}.get(name, {})
    return translated(names[fact], language) if isinstance(fact, str) and fact in names else fact


def fault_words(text: str, language: str) -> str:
    """A reason in ``language``, with its place before it if it has one; as it is where the words are not ours."""
    from emit.fault_words import recognised_fault, recognised_place

    place, _, said = text.partition(": ")
    where, what = recognised_place(place), recognised_fault(said)
    if where is None and what is None:
        return _recognised_words(recognised_fault(text), text, language)
    return f"{_recognised_words(where, place, language)}: {_recognised_words(what, said, language)}"


def _recognised_words(found: Recognised | None, text: str, language: str) -> str:
    return text if found is None else translated(found.message, language, **found.facts)


def balance_line(books: Books, language: str) -> str:
    """``27 competenties, 81 indicatoren, 12.345 tekens, 0 onverantwoord``."""
    return ", ".join(
        (
            counted("{count} competence", "{count} competences", books.competences, language),
            counted("{count} indicator", "{count} indicators", books.indicators, language),
            counted("{count} character", "{count} characters", books.characters, language),
            translated(marked("{count} unaccounted for"), language, count=books.unaccounted),
        )
    )


def user_language(environ: Mapping[str, str], option: str | None) -> Language:
    """The language of messages: ``--lang``, else the locale's, else the house's own."""
    if option is not None:
        return _spoken(option)
    for name in LOCALE_VARIABLES:
        wanted = [entry for entry in environ.get(name, "").split(":") if entry]
        if wanted:
            return _first_spoken(wanted)
    return HOUSE_LANGUAGE


def _first_spoken(locales: list[str]) -> Language:
    """The first of ``locales`` that we speak (``fr:nl`` is Dutch), as gettext goes through LANGUAGE."""
    for locale in locales:
        language = _language_of(locale)
        if language in NO_LANGUAGE:
            return HOUSE_LANGUAGE
        if language in LANGUAGES:
            return _spoken(language)
    return "en"


def _language_of(locale: str) -> str:
    """``nl_BE.UTF-8@euro`` → ``nl``."""
    return re.split(r"[_.@-]", locale, maxsplit=1)[0].lower()


def _spoken(language: str) -> Language:
    return "nl" if _language_of(language) == "nl" else "en"


def speak(language: str) -> None:
    """Let the words of click itself (``Usage``, ``No such option``) come from our catalogue, in ``language``.

    click asks gettext's global domain, and gettext asks the environment: both are set for this process.
    """
    _catalogue(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(LOCALE_FOLDER))
    gettext.textdomain(DOMAIN)
