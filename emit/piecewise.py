"""Raw values of an export → the model, piece by piece, so that every fault is told and not only the first.

An export is parsed into plain dictionaries, lists and texts under the Dutch names, whatever its format; what is
wrong with them is asked here of the model's own types, one field at a time. Each format turns the trail of a
fault into a place of its own (JSON path, XML line, CSV line and column). Not here: faults of the format itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import zip_longest
from typing import Final, NamedTuple, TypeAlias, TypeVar, get_args

import msgspec
from msgspec import Struct

from transform.errors import ExportDiffers, InvalidExport
from transform.model import Catalogue, Competence, Indicator, Source

#: The way down to a raw value: names of fields and numbers in lists, from 0.
Trail: TypeAlias = tuple[str | int, ...]

Written = TypeVar("Written", Catalogue, tuple[Competence, ...])


class Fault(NamedTuple):
    """What is wrong with the raw value at the end of ``trail``."""

    trail: Trail
    text: str


_SOURCE: Final[dict[str, object]] = {"bestand": "x", "sha256": "0" * 64, "formaat": "pdf"}

#: A sound raw value of each type of the model. One field of it is replaced by the value in question: what the
#: model then says is about that field alone.
_SOUND: Final[Mapping[type[Struct], dict[str, object]]] = {
    Source: _SOURCE,
    Indicator: {"id": "x.1", "tekst": "x"},
    Competence: {"id": "x", "naam": "x", "kerncompetentie": "", "beschrijving": "", "indicatoren": []},
    Catalogue: {"titel": "", "bijlage": "", "bron": _SOURCE, "competenties": []},
}

#: What msgspec adds to a message: the place within the one value that was asked about.
_PLACE_IN_MESSAGE: Final = re.compile(r" - at `\$.*`$", re.DOTALL)


def catalogue_faults(raw: object) -> list[Fault]:
    """Everything that keeps ``raw`` from being a catalogue, ids used twice included."""
    competences = raw.get("competenties") if isinstance(raw, dict) else None
    return [*_struct_faults(raw, Catalogue, ()), *_ids_used_twice(competences, ("competenties",))]


def competence_faults(raw: object) -> list[Fault]:
    """Everything that keeps ``raw`` from being a list of competences, ids used twice included."""
    return [*list_faults(raw, Competence, ()), *_ids_used_twice(raw, ())]


def list_faults(raw: object, kind: type[Struct], trail: Trail) -> Iterator[Fault]:
    """The faults of a list of values of ``kind``, which need not be a type of the model."""
    if not isinstance(raw, list):
        yield Fault(trail, "a list is expected")
        return
    for number, item in enumerate(raw):
        if kind in _SOUND:
            yield from _struct_faults(item, kind, (*trail, number))
        else:
            yield from _convert_faults(item, kind, (*trail, number))


def _struct_faults(raw: object, kind: type[Struct], trail: Trail) -> Iterator[Fault]:
    if not isinstance(raw, dict):
        yield Fault(trail, "a value with fields is expected")
        return
    fields = _fields(kind)
    for name in raw:
        if name not in fields:
            yield Fault(trail, f"field {name!r} is not known")
    for name, field in fields.items():
        if name in raw:
            yield from _field_faults(raw[name], kind, name, field.type, (*trail, name))
        elif field.required:
            yield Fault(trail, f"field {name!r} is missing")


@cache
def _fields(kind: type[Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _field_faults(value: object, kind: type[Struct], name: str, annotation: object, trail: Trail) -> Iterator[Fault]:
    inner = next((k for k in _SOUND if annotation is k or k in get_args(annotation)), None)
    if inner is not None and annotation is inner:
        yield from _struct_faults(value, inner, trail)
    elif inner is not None:
        yield from list_faults(value, inner, trail)
    elif isinstance(value, str) and value.endswith("\n"):
        # A pattern that ends in `$` would let it through; no text of the model may have one.
        yield Fault(trail, "ends in a line end")
    else:
        yield from _convert_faults({**_SOUND[kind], name: value}, kind, trail)


def _convert_faults(raw: object, kind: type[Struct], trail: Trail) -> Iterator[Fault]:
    try:
        msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        text = _PLACE_IN_MESSAGE.sub("", str(error))
        yield Fault(trail, text.removeprefix(f"{trail[-1]}: "))


def _ids_used_twice(raw: object, trail: Trail) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, id_ in _ids(raw, trail, "indicatoren"):
        if id_ in seen:
            yield Fault(place, f"{id_!r} is used twice")
        seen.add(id_)


def _ids(raw: object, trail: Trail, below: str | None) -> Iterator[tuple[Trail, str]]:
    """The ids in a list of raw values, and in the lists that those have under the name ``below``."""
    for number, item in enumerate(raw if isinstance(raw, list) else []):
        if not isinstance(item, dict):
            continue
        if isinstance(item.get("id"), str):
            yield (*trail, number, "id"), item["id"]
        if below is not None:
            yield from _ids(item.get(below), (*trail, number, below), None)


def invalid_export(name: str, faults: Iterable[str]) -> InvalidExport:
    """The error that tells all ``faults``, each with its place, one to a line, none twice."""
    return InvalidExport(name, faults="\n".join(dict.fromkeys(faults)))


def check_reads_back(place: str, format_: str, written: Written, read_back: Callable[[], Written]) -> None:
    """Raise ExportDiffers unless what was written can be read and is equal to what it was written from.

    ``place`` is the file that the catalogue came from.
    """
    try:
        read = read_back()
    except InvalidExport as error:
        raise ExportDiffers(place, format=format_, difference=str(error.facts["faults"])) from error
    if read != written:
        raise ExportDiffers(place, format=format_, difference=first_difference(written, read))


def first_difference(one: object, other: object) -> str:
    """The first value in which two values of the model differ, for a message."""
    for left, right in zip_longest(_leaves(one, ""), _leaves(other, "")):
        if left != right:
            return f"{left} ≠ {right}"
    return "types differ"


def _leaves(value: object, trail: str) -> Iterator[str]:
    plain = msgspec.to_builtins(value)
    if isinstance(plain, dict):
        for name, item in plain.items():
            yield from _leaves(item, f"{trail}.{name}")
    elif isinstance(plain, list | tuple):
        for number, item in enumerate(plain):
            yield from _leaves(item, f"{trail}[{number}]")
    else:
        yield f"{trail.lstrip('.')}={plain!r}"
