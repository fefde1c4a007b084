"""What the JSON report of a comparison holds, as types: field order and Dutch names are those of these structs.

Not here: the bytes (``report_json``) and the schema (``comparison_schema``). Kinds are stable codes; weights and
sides have Dutch names, as severities do.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import UNSET, Meta, UnsetType

from emit.json_document import Written
from emit.schema import ComparisonSchemaName
from transform.comparison import Kind
from transform.model import Competence

JsonSide: TypeAlias = Literal["beide", "oud", "nieuw"]
JsonWeight: TypeAlias = Literal["inhoudelijk", "typografisch"]
FromOne: TypeAlias = Annotated[int, Meta(ge=1)]
FromNought: TypeAlias = Annotated[int, Meta(ge=0)]


class JsonEdition(Written, frozen=True, kw_only=True):
    """One side: its file, what it calls itself (None where its format does not say), and its size."""

    file: str
    title: str | None
    appendix: str | None
    competences: FromNought
    indicators: FromNought


class JsonCount(Written, frozen=True, kw_only=True):
    """How many changes of one kind there are."""

    kind: Kind
    substantive: FromNought
    typographic: FromNought


class JsonSummary(Written, frozen=True, kw_only=True):
    """How many changes there are, in all and of each kind that there is."""

    changes: FromNought
    substantive: FromNought
    typographic: FromNought
    kinds: tuple[JsonCount, ...]


class JsonPlace(Written, frozen=True, kw_only=True):
    """Where a change stands in one edition; what does not apply is None, a name empty."""

    competence: str | None
    name: str
    position: FromOne | None
    indicator: str | None
    number: FromOne | None


class JsonPiece(Written, frozen=True, kw_only=True):
    """A piece of a text, and which edition it stands in."""

    side: JsonSide
    text: str


class JsonChange(Written, frozen=True, kw_only=True):
    """One change; ``competence`` is all of a competence that was added or removed, and not there otherwise."""

    kind: Kind
    weight: JsonWeight
    old: JsonPlace | None
    new: JsonPlace | None
    was: str | None
    became: str | None
    pieces: tuple[JsonPiece, ...]
    competence: Competence | UnsetType = UNSET


class JsonComparison(Written, frozen=True, kw_only=True):
    """The file."""

    schema: ComparisonSchemaName
    old: JsonEdition
    new: JsonEdition
    summary: JsonSummary
    changes: tuple[JsonChange, ...]
