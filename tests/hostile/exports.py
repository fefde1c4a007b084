"""Earlier exports made to hang, swell or break a reader, and files that are nothing: a name and how to make it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

Make = Callable[[], bytes]
MIB: Final = 2**20
GOLDEN: Final = Path(__file__).parents[2] / "samples" / "exports"


def golden(suffix: str) -> bytes:
    return (GOLDEN / f"bijlage-1b.{suffix}").read_bytes()


def laughing() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">{entities}]><w>&a11;</w>'.encode()


EXPORTS: Final[dict[str, Make]] = {
    "JSON: 10^6 lists in each other": lambda: b'{"a":' + b"[" * 10**6,
    "JSON: 40 MiB": lambda: b"[" + b"0," * (20 * MIB) + b"0]",
    "JSON: 30 MiB of numbers": lambda: b"[" + b"0," * (15 * MIB) + b"0]",
    "JSON: a number of 10^6 digits": lambda: golden("json").replace(b"{", b'{"schema": ' + b"9" * 10**6 + b", ", 1),
    "JSON: half a character": lambda: golden("json").replace(b"catalogus", b"\\ud800", 1),
    "JSON: a key twice": lambda: golden("json").replace(b"{", b'{"titel": "a", "titel": "b",', 1),
    "XML: entities that multiply": laughing,
    "XML: 10^5 elements in each other": lambda: b"<a>" * 10**5 + b"</a>" * 10**5,
    "XML: 30 MiB of elements": lambda: b"<a>" + b"<b/>" * (7 * MIB) + b"</a>",
    "XML: 10^5 attributes": lambda: b"<a " + b" ".join(b'a%d=""' % n for n in range(10**5)) + b"/>",
    "CSV: a cell of 30 MiB": lambda: golden("csv") + b"x" * (30 * MIB),
    "CSV: 10^6 rows": lambda: golden("csv") + b"x,y,z\r\n" * 10**6,
    "CSV: a quote that never closes": lambda: golden("csv") + b'"' + b"a\n" * 10**6,
    "CSV: nulls": lambda: golden("csv") + b"\0" * 1000,
}

NOTHINGS: Final[dict[str, Make]] = {
    "an empty file": lambda: b"",
    "300 MiB of nulls": lambda: bytes(300 * MIB),
    "an OLE head and nothing": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4096,
    "a zip head and nothing": lambda: b"PK\x03\x04" + b"\xff" * 4096,
    "a million zip heads": lambda: b"PK\x01\x02" * 10**6,
    "a zip that is a PDF too": lambda: b"PK\x05\x06" + bytes(18) + b"%PDF-1.7\n%%EOF",
}
