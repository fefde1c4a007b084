"""The one table between the code's English and the Dutch that leaves the house."""

from __future__ import annotations

from typing import Final

#: English field name → Dutch name in JSON, CSV and XML. A name that is the same in both is not listed.
DUTCH: Final[dict[str, str]] = {
    "appendix": "bijlage",
    "became": "werd",
    "box": "kader",
    "cell": "cel",
    "characters": "tekens",
    "competence": "competentie",
    "competences": "competenties",
    "core_competence": "kerncompetentie",
    "description": "beschrijving",
    "evidence": "grond",
    "field": "veld",
    "file": "bestand",
    "findings": "bevindingen",
    "format": "formaat",
    "indicators": "indicatoren",
    "ledger": "verantwoording",
    "message": "bericht",
    "name": "naam",
    "page": "pagina",
    "pages": "paginas",
    "paragraph": "alinea",
    "part": "deel",
    "place": "plaats",
    "places": "plaatsen",
    "provenance": "herkomst",
    "raw": "brontekst",
    "reason": "reden",
    "retired": "vervallen",
    "row": "rij",
    "severity": "ernst",
    "source": "bron",
    "table": "tabel",
    "text": "tekst",
    "title": "titel",
    "unaccounted": "onverantwoord",
    "was": "was",
}
