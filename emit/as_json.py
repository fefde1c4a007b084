"""Catalogue ⇄ JSON: the exchange format, and the only one that also carries where each text came from.

Not here: the JSON Schema (``json_schema``) and the file of findings (``findings_json``). What is written is read
back before it is given out. Reading is strict, so that no field is dropped, doubled or taken for another: what
the JSON grammar allows but our files never have (a key twice, ``NaN``) is a fault too.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from emit.json_document import JsonCatalogue, JsonFinding, JsonProvenance, reading_to_json_parts
from emit.piecewise import (
    Fault,
    Trail,
    catalogue_faults,
    check_reads_back,
    invalid_export,
    list_faults,
)
from emit.schema import SCHEMA, other_schema
from transform.errors import ExportDiffers
from transform.model import Catalogue
from transform.reading import Reading

#: Fields of the file that are not fields of the catalogue.
_BESIDE: Final = frozenset({"schema", "herkomst", "bevindingen"})

#: A key in JSON: the only text that a colon follows.
_KEY: Final = re.compile(rb'"(?:[^"\\]|\\.)*+"\s*:')


class _RepeatedKeys(dict[str, Any]):
    """An object of the file in which keys stand more than once; the last value of each is the one it has."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.repeated = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]


def catalogue_to_json(catalogue: Catalogue, reading: Reading | None = None) -> bytes:
    """UTF-8, indented by two, a line end last; with a ``reading`` also ``herkomst`` and ``bevindingen``.

    Raises ExportDiffers if the bytes do not read back as what was written.
    """
    written = JsonCatalogue(
        schema=SCHEMA,
        title=catalogue.title,
        appendix=catalogue.appendix,
        source=catalogue.source,
        competences=catalogue.competences,
        retired=catalogue.retired or msgspec.UNSET,
    )
    if reading is not None:
        provenance, findings = reading_to_json_parts(reading)
        written = msgspec.structs.replace(written, provenance=provenance, findings=findings)
    data = to_json_bytes(written)
    check_reads_back(catalogue.source.file, "json", catalogue, lambda: json_to_catalogue(data, "json"))
    if msgspec.json.decode(data, type=JsonCatalogue) != written:
        raise ExportDiffers(catalogue.source.file, format="json", difference="herkomst, bevindingen")
    return data


def to_json_bytes(written: msgspec.Struct) -> bytes:
    """Any of our values as our JSON files look."""
    return msgspec.json.format(msgspec.json.encode(written), indent=2) + b"\n"


def json_to_catalogue(data: bytes, name: str) -> Catalogue:
    """The catalogue of an export, with or without its source; raises InvalidExport with every fault's path."""
    raw = _parse(data, name)
    found = raw.get("schema") if isinstance(raw, dict) else None
    if isinstance(found, str) and found != SCHEMA:
        raise invalid_export(name, [f"$.schema: {other_schema(found)}"])
    catalogue = {key: raw[key] for key in raw if key not in _BESIDE} if isinstance(raw, dict) else raw
    faults = [*_repeated_keys(raw), *_faults_beside(raw), *catalogue_faults(catalogue)]
    if faults:
        raise invalid_export(name, [f"{_json_path(fault.trail)}: {fault.text}" for fault in faults])
    return msgspec.convert(catalogue, Catalogue)


def _parse(data: bytes, name: str) -> Any:
    """The bytes as plain values; what is no JSON cannot be searched for further faults."""
    plain = _plain(data)
    return plain if plain is not None else _parse_closely(data, name)


def _plain(data: bytes) -> Any:
    """The bytes as plain values, with a tenth of the work and memory; None where they have to be looked at closely.

    Of a key that stands twice the last value would be given: as many keys must have come as stand in the bytes.
    """
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None
    return raw if _keys(raw) == sum(1 for _ in _KEY.finditer(data)) else None


def _keys(raw: Any) -> int:
    """How many keys all objects have together. Walks without recursion: a hostile file nests deeply."""
    rest, keys = [raw], 0
    while rest:
        value = rest.pop()
        if isinstance(value, dict):
            keys += len(value)
            rest.extend(value.values())
        elif isinstance(value, list):
            rest.extend(value)
    return keys


def _parse_closely(data: bytes, name: str) -> Any:
    """The same with the place of what is no JSON, and with the keys that stand twice."""
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_pairs_to_object, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise invalid_export(name, [f"byte {error.start + 1}: not UTF-8"]) from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise invalid_export(name, [f"{place}: no JSON: {error.msg}"]) from error
    except (ValueError, RecursionError) as error:
        raise invalid_export(name, [f"$: {error}"]) from error


def _pairs_to_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    return plain if len(plain) == len(pairs) else _RepeatedKeys(pairs)


def _refuse_constant(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")


def _repeated_keys(raw: Any) -> Iterator[Fault]:
    """A key that stands twice in its object. Walks without recursion: a hostile file nests deeply."""
    rest: list[tuple[Trail, Any]] = [((), raw)]
    while rest:
        trail, value = rest.pop()
        if isinstance(value, _RepeatedKeys):
            yield from (Fault(trail, f"field {key!r} stands twice") for key in value.repeated)
        if isinstance(value, dict):
            rest.extend(((*trail, key), item) for key, item in reversed(value.items()))
        elif isinstance(value, list):
            rest.extend(((*trail, number), value[number]) for number in reversed(range(len(value))))


def _faults_beside(raw: Any) -> Iterator[Fault]:
    """The faults of what is not the catalogue's own: the name of the schema, provenance and findings."""
    if not isinstance(raw, dict):
        return
    if "schema" not in raw:
        yield Fault((), "field 'schema' is missing")
    elif raw["schema"] != SCHEMA:
        yield Fault(("schema",), f"{SCHEMA!r} is expected")
    if "herkomst" in raw:
        yield from list_faults(raw["herkomst"], JsonProvenance, ("herkomst",))
    if "bevindingen" in raw:
        yield from list_faults(raw["bevindingen"], JsonFinding, ("bevindingen",))


def _json_path(trail: Trail) -> str:
    """``("competenties", 3, "naam")`` → ``$.competenties[3].naam``."""
    steps = (f".{step}" if isinstance(step, str) and step.isidentifier() else f"[{step!r}]" for step in trail)
    return "$" + "".join(steps)
