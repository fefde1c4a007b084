"""The record of one conversion: what was converted, by which version, how, and what the exports held.

It stands in a folder ``.catalogus`` beside the exports and is written last. So a document is done if, and only if,
its record says so and the exports still hold what they held: whoever stops a run loses no more than the documents
that were under way, on one machine or on twenty, without anybody keeping a list of all.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

import catalogus
from batch.addresses import beneath, file_or_none, stem_of, write_file
from batch.task import Task

FOLDER: Final = ".catalogus"


class Stamp(Struct, frozen=True, kw_only=True):
    """What an export depends on: the document's bytes, our version, the options and the previous export."""

    sha256: str
    version: str
    options: str


class Record(Struct, frozen=True, kw_only=True):
    """``exports`` is the SHA-256 of each by its name, ``run`` the run that made them."""

    stamp: Stamp
    run: str
    exports: dict[str, str]
    competences: int
    indicators: int
    warnings: int


def digest(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return sha256(data).hexdigest()


@cache
def installed_version() -> str:
    """The version of this program, where it runs."""
    from importlib.metadata import version

    return version("catalogus")


def task_to_stamp(task: Task, data: bytes) -> Stamp:
    """The stamp that the exports of a document with these bytes get."""
    return Stamp(sha256=digest(data), version=installed_version(), options=_options_digest(task.options))


def _options_digest(options: catalogus.Options) -> str:
    """All options and the content of the previous export: under the same name another may stand.

    Not the limits: what was read within any of them is the same.
    """
    written = msgspec.json.encode(replace(options, limits=None), enc_hook=str, order="sorted")
    previous = file_or_none(str(options.previous)) if options.previous else None
    return digest(written + (previous or b""))


def record_place(task: Task) -> str:
    """Where the record of a task stands: by the name of its exports, which is used once in a folder."""
    return beneath(task.folder, FOLDER, f"{stem_of(task.source)}.json")


def standing_record(task: Task, stamp: Stamp) -> Record | None:
    """The record of an earlier conversion that still holds: the same stamp, and all its exports as they were."""
    data = file_or_none(record_place(task))
    try:
        record = msgspec.json.decode(data, type=Record) if data else None
    except msgspec.MsgspecError:  # half a file, or of another version: the document is converted again
        return None
    if record is None or record.stamp != stamp or not record.exports:
        return None
    return record if all(map(_is_as_it_was, *_exports(task, record.exports))) else None


def _exports(task: Task, exports: Mapping[str, str]) -> tuple[list[str], list[str]]:
    return [beneath(task.folder, name) for name in exports], list(exports.values())


def _is_as_it_was(address: str, expected: str) -> bool:
    data = file_or_none(address)
    return data is not None and digest(data) == expected


def write_record(task: Task, record: Record) -> None:
    """Keep the record. Raises TargetUnwritable."""
    write_file(record_place(task), msgspec.json.encode(record) + b"\n")
