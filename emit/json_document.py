"""What our JSON files hold, as types: field order and Dutch names of the file are those of these structs.

Not here: the catalogue's own fields (``transform.model``) and the bytes (``as_json``, ``findings_json``).
Findings, ledger entries and provenance are the transform's, without what only the program itself needs.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from emit.schema import SchemaName
from transform.findings import Finding, Severity
from transform.ledger import Books, Entry
from transform.model import ANY_ID, COMPETENCE_ID, Competence, Source
from transform.place import Origin
from transform.reading import Provenance, Reading
from transform.vocabulary import DUTCH

#: A code of ours. Any, not only those of today: a new finding is no new version of the files.
StableCode: TypeAlias = Annotated[str, Meta(pattern=COMPETENCE_ID)]


class Written(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=DUTCH):
    """A part of a JSON file: immutable, Dutch outside, no field that it does not know."""


class JsonMessage(Written, frozen=True, kw_only=True):
    """A sentence in both languages, so that the file does not depend on the language of its maker."""

    nl: str
    en: str


class JsonFinding(Written, frozen=True, kw_only=True):
    """A finding; ``message`` only in a file of findings."""

    code: StableCode
    severity: Severity
    competence: str | None
    field: str | None
    was: str
    became: str
    evidence: StableCode | None
    place: Origin | None
    message: JsonMessage | UnsetType = UNSET


class JsonProvenance(Written, frozen=True, kw_only=True):
    """Where one text of the catalogue came from, and how it stood there."""

    id: str
    field: str
    raw: str
    places: tuple[Origin, ...]


class JsonCatalogue(Written, frozen=True, kw_only=True):
    """A catalogue; ``retired`` only if there are any, ``provenance`` and ``findings`` only with its source."""

    schema: SchemaName
    title: str
    appendix: str
    source: Source
    competences: tuple[Competence, ...]
    retired: tuple[Annotated[str, Meta(pattern=ANY_ID)], ...] | UnsetType = UNSET
    provenance: tuple[JsonProvenance, ...] | UnsetType = UNSET
    findings: tuple[JsonFinding, ...] | UnsetType = UNSET


class JsonBalance(Written, frozen=True, kw_only=True):
    """The books of one reading, in characters without white space."""

    competences: int
    indicators: int
    characters: int
    in_model: int
    in_ledger: int = msgspec.field(name="in_verantwoording")
    unaccounted: int


class JsonEntry(Written, frozen=True, kw_only=True):
    """Characters of the source that are not in the catalogue, and why."""

    reason: StableCode
    text: str
    competence: str | None
    place: Origin


def finding_to_json(finding: Finding, message: JsonMessage | UnsetType = UNSET) -> JsonFinding:
    """A finding as written, its field under its Dutch name."""
    return JsonFinding(
        code=finding.code,
        severity=finding.severity,
        competence=finding.competence,
        field=None if finding.field is None else DUTCH.get(finding.field, finding.field),
        was=writable(finding.was),
        became=writable(finding.became),
        evidence=finding.evidence,
        place=finding.place,
        message=message,
    )


def provenance_to_json(provenance: Provenance) -> JsonProvenance:
    """A provenance as written, its field under its Dutch name."""
    return JsonProvenance(
        id=provenance.id,
        field=DUTCH.get(provenance.field, provenance.field),
        raw=writable(provenance.raw),
        places=provenance.places,
    )


def entry_to_json(entry: Entry) -> JsonEntry:
    """A ledger entry as written."""
    return JsonEntry(reason=entry.reason, text=writable(entry.text), competence=entry.competence, place=entry.place)


def books_to_json(books: Books) -> JsonBalance:
    """The balance as written, with what is unaccounted for."""
    return JsonBalance(
        competences=books.competences,
        indicators=books.indicators,
        characters=books.characters,
        in_model=books.in_model,
        in_ledger=books.in_ledger,
        unaccounted=books.unaccounted,
    )


def reading_to_json_parts(
    reading: Reading,
) -> tuple[tuple[JsonProvenance, ...], tuple[JsonFinding, ...]]:
    """The provenance and the findings of a reading, as an export with its source has them."""
    return (
        tuple(provenance_to_json(p) for p in reading.provenance),
        tuple(finding_to_json(f) for f in reading.findings),
    )


def writable(text: str) -> str:
    r"""Text of the source as UTF-8 can hold it: half of a surrogate pair is written out, as ``\ud800``.

    The catalogue itself never has one; a broken font of a PDF may give one to a line outside it.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
