"""Reading → JSON: every finding, the ledger and the balance of one file, for a person or a program to check.

Not here: the sentences (the caller passes what makes them) and the catalogue itself. Both languages are always
in the file: what a program reads must not depend on the language of the person who made it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from emit.as_json import to_json_bytes
from emit.json_document import (
    JsonBalance,
    JsonEntry,
    JsonFinding,
    JsonMessage,
    books_to_json,
    entry_to_json,
    finding_to_json,
    writable,
)
from transform.errors import ExportDiffers
from transform.findings import Finding
from transform.model import Source
from transform.reading import Reading
from transform.vocabulary import DUTCH

FindingsName: TypeAlias = Literal["urn:catalogus:bevindingen:1"]


class JsonFindings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=DUTCH):
    """A file of findings."""

    schema: FindingsName
    source: Source
    balance: JsonBalance = msgspec.field(name="balans")
    findings: tuple[JsonFinding, ...]
    ledger: tuple[JsonEntry, ...]


def findings_to_json(reading: Reading, messages: Callable[[Finding, str], str]) -> bytes:
    """UTF-8, indented by two, a line end last; ``messages(finding, "nl" or "en")`` makes the sentences.

    Findings and entries stand in the order of the reading. Raises ExportDiffers if the bytes do not read back.
    """
    written = JsonFindings(
        schema="urn:catalogus:bevindingen:1",
        source=reading.catalogue.source,
        balance=books_to_json(reading.books),
        findings=tuple(finding_to_json(f, _in_both(f, messages)) for f in reading.findings),
        ledger=tuple(entry_to_json(entry) for entry in reading.ledger),
    )
    data = to_json_bytes(written)
    if msgspec.json.decode(data, type=JsonFindings) != written:
        raise ExportDiffers(reading.catalogue.source.file, format="json", difference="bevindingen")
    return data


def _in_both(finding: Finding, messages: Callable[[Finding, str], str]) -> JsonMessage:
    return JsonMessage(nl=writable(messages(finding, "nl")), en=writable(messages(finding, "en")))
