"""Comparison → JSON, for a program: every change with its places and its exact texts.

The data never changes with the language of a person: there are codes and no sentences. What is written is read
back, and must give the changes it was made from, before it is given out. Not here: what the file holds
(``comparison_document``) and its schema (``comparison_schema``).
"""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec import UNSET, UnsetType

from emit.as_json import to_json_bytes
from emit.comparison_document import (
    JsonChange,
    JsonComparison,
    JsonCount,
    JsonEdition,
    JsonPiece,
    JsonPlace,
    JsonSide,
    JsonSummary,
    JsonWeight,
)
from emit.json_document import writable
from emit.report_parts import changes_to_counts
from emit.schema import COMPARISON_SCHEMA
from transform.comparison import Change, Comparison, Edition, Kind, Piece, Place, Side, Weight
from transform.errors import ExportDiffers
from transform.model import Competence

_SIDES: Final[dict[Side, JsonSide]] = {Side.BOTH: "beide", Side.OLD: "oud", Side.NEW: "nieuw"}
_WEIGHTS: Final[dict[Weight, JsonWeight]] = {Weight.SUBSTANTIVE: "inhoudelijk", Weight.TYPOGRAPHIC: "typografisch"}
_SIDES_READ: Final = {name: side for side, name in _SIDES.items()}
_WEIGHTS_READ: Final = {name: weight for weight, name in _WEIGHTS.items()}


def comparison_to_json(comparison: Comparison) -> bytes:
    """UTF-8, indented by two, a line end last; the changes in the order of the comparison.

    Raises ExportDiffers if the bytes do not read back as the changes they were made from.
    """
    written = _comparison_to_written(comparison)
    data = to_json_bytes(written)
    if msgspec.json.decode(data, type=JsonComparison) != written or json_to_changes(data) != comparison.changes:
        raise ExportDiffers(comparison.new.file, format="json", difference="wijzigingen")
    return data


def json_to_changes(data: bytes) -> tuple[Change, ...]:
    """The changes of a file that this module wrote. Raises msgspec.ValidationError for any other."""
    return tuple(_change_read(change) for change in msgspec.json.decode(data, type=JsonComparison).changes)


def _comparison_to_written(comparison: Comparison) -> JsonComparison:
    counts = changes_to_counts(comparison.changes)
    summary = JsonSummary(
        changes=sum(count.total for count in counts),
        substantive=sum(count.substantive for count in counts),
        typographic=sum(count.typographic for count in counts),
        kinds=tuple(JsonCount(kind=c.kind, substantive=c.substantive, typographic=c.typographic) for c in counts),
    )
    return JsonComparison(
        schema=COMPARISON_SCHEMA,
        old=_edition_to_written(comparison.old),
        new=_edition_to_written(comparison.new),
        summary=summary,
        changes=tuple(_change_to_written(change, comparison) for change in comparison.changes),
    )


def _edition_to_written(edition: Edition) -> JsonEdition:
    return JsonEdition(
        file=writable(edition.file),
        title=edition.title,
        appendix=edition.appendix,
        competences=len(edition.competences),
        indicators=sum(len(competence.indicators) for competence in edition.competences),
    )


def _change_to_written(change: Change, comparison: Comparison) -> JsonChange:
    return JsonChange(
        kind=change.kind,
        weight=_WEIGHTS[change.weight],
        old=_place_to_written(change.old),
        new=_place_to_written(change.new),
        was=None if change.old is None else change.old_text,
        became=None if change.new is None else change.new_text,
        pieces=tuple(JsonPiece(side=_SIDES[piece.side], text=piece.text) for piece in change.pieces),
        competence=_whole_competence(change, comparison),
    )


def _whole_competence(change: Change, comparison: Comparison) -> Competence | UnsetType:
    """All of a competence that was added or removed: no other change tells what it says or said."""
    if change.kind is Kind.ADDED and change.new is not None:
        return comparison.new.competences[change.new.position - 1]
    if change.kind is Kind.REMOVED and change.old is not None:
        return comparison.old.competences[change.old.position - 1]
    return UNSET


def _place_to_written(place: Place | None) -> JsonPlace | None:
    if place is None:
        return None
    return JsonPlace(
        competence=place.competence or None,
        name=place.name,
        position=place.position or None,
        indicator=place.indicator or None,
        number=place.number or None,
    )


def _change_read(written: JsonChange) -> Change:
    return Change(
        kind=written.kind,
        weight=_WEIGHTS_READ[written.weight],
        old=_place_read(written.old),
        new=_place_read(written.new),
        pieces=tuple(Piece(_SIDES_READ[piece.side], piece.text) for piece in written.pieces),
    )


def _place_read(written: JsonPlace | None) -> Place | None:
    if written is None:
        return None
    return Place(
        competence=written.competence or "",
        name=written.name,
        position=written.position or 0,
        indicator=written.indicator or "",
        number=written.number or 0,
    )
