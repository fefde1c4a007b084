"""The types of the report of many documents → its JSON Schema (2020-12), explained in Dutch.

A schema cannot say that the counts are those of the documents. The file in ``emit/schemas`` is what this module
makes; a test holds the two equal.
"""

from __future__ import annotations

from typing import Final

from emit.batch_report import JsonBatch
from emit.json_schema import DESCRIPTIONS, Described, type_to_schema_text
from emit.schema import BATCH_SCHEMA

#: Python's name of a type → its Dutch description.
BATCH_DESCRIPTIONS: Final[dict[str, Described]] = {
    "JsonBatch": Described(
        "Verwerking",
        "Wat er van elk document is geworden.",
        {
            "schema": "Naam en versie van deze indeling.",
            "versie": "Versie van het programma dat dit schreef.",
            "volledig": "false als iemand het programma stopte voordat elk document aan de beurt was.",
            "samenvatting": "Aantallen.",
            "documenten": "De documenten die aan de beurt zijn geweest, op volgorde van hun pad.",
        },
    ),
    "JsonBatchSummary": Described(
        "Samenvatting",
        "Aantallen.",
        {
            "documenten": "Aantal documenten dat aan de beurt is geweest.",
            "omgezet": "Aantal dat nu is omgezet.",
            "overgeslagen": "Aantal dat al eerder was omgezet, uit dezelfde bytes en door dezelfde versie.",
            "mislukt": "Aantal dat niet kon worden omgezet.",
            "oorzaken": "Aantallen per oorzaak; de meest voorkomende eerst.",
        },
    ),
    "JsonCauseCount": Described(
        "AantalPerOorzaak",
        "Hoeveel documenten om één oorzaak mislukten.",
        {"oorzaak": "Vaste code van de oorzaak.", "aantal": "Aantal documenten."},
    ),
    "JsonOutcome": Described(
        "Document",
        "Wat er van één document is geworden.",
        {
            "bestand": "Pad of adres van het document.",
            "uitkomst": "omgezet, overgeslagen of mislukt.",
            "sha256": "SHA-256 van het document, hexadecimaal; null als het niet kon worden gelezen.",
            "exports": "Paden of adressen van de exports.",
            "competenties": "Aantal competenties; 0 bij een document dat is mislukt.",
            "indicatoren": "Aantal indicatoren; 0 bij een document dat is mislukt.",
            "waarschuwingen": "Aantal bevindingen die om een oordeel vragen.",
            "oorzaak": "Vaste code van de oorzaak; null als het niet is mislukt.",
            "bericht": "De oorzaak en wat u kunt doen, in woorden; null als het niet is mislukt.",
        },
    ),
    "State": Described("Uitkomst", "Wat er van een document is geworden.", {}),
}


def batch_schema_text() -> str:
    """The schema as it is shipped."""
    return type_to_schema_text(JsonBatch, BATCH_SCHEMA, DESCRIPTIONS | BATCH_DESCRIPTIONS, {})
