"""The Reading: a catalogue with everything that stands beside it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from transform.document import Document
from transform.findings import Finding
from transform.ledger import Books, Entry
from transform.model import Catalogue
from transform.place import Origin


class Provenance(Struct, frozen=True, kw_only=True, gc=False):
    """Where a text of the model came from: ``raw`` is the source's text, line ends as ``\\n``, never cleaned.

    ``id`` is the competence's or the indicator's, ``field`` one of ``name``, ``core_competence``,
    ``description``, ``text``.
    """

    id: str
    field: str
    raw: str
    places: tuple[Origin, ...]


class Reading(Struct, frozen=True, kw_only=True):
    """What one file gave: the catalogue, and the document, findings, ledger, provenance and books beside it."""

    catalogue: Catalogue
    document: Document
    findings: tuple[Finding, ...]
    ledger: tuple[Entry, ...]
    provenance: tuple[Provenance, ...]
    books: Books

    def lean(self) -> Reading:
        """The same without the lines of the document, which are most of its memory and are not needed to write it."""
        return replace(self, document=replace(self.document, blocks=(), pages=()))
