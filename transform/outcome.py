"""What came of one document among many: enough for a summary and a report, and no more than that.

A reading is thousands of objects; of a thousand documents only this much is kept.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from transform.errors import CatalogusError


class State(StrEnum):
    """Whether a document was converted, was already, or could not be."""

    DONE = "omgezet"
    SKIPPED = "overgeslagen"
    FAILED = "mislukt"


class Outcome(Struct, frozen=True, kw_only=True):
    """One document: ``source`` is its path or address, ``exports`` those of its files, ``error`` what stopped it.

    ``sha256`` is that of the document (None when it could not be read); the counts are of what was converted.
    """

    source: str
    state: State
    sha256: str | None = None
    exports: tuple[str, ...] = ()
    competences: int = 0
    indicators: int = 0
    warnings: int = 0
    error: CatalogusError | None = None
