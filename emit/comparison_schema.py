"""The types of the JSON report of a comparison → its JSON Schema (2020-12), explained in Dutch.

A schema cannot say that the pieces of a text make that text, nor that the counts are those of the changes: the
report is checked for the first before it is written. The file in ``emit/schemas`` is what this module makes; a
test holds the two equal.
"""

from __future__ import annotations

from typing import Final

from emit.comparison_document import JsonComparison
from emit.json_schema import DESCRIPTIONS, OPTIONAL_TEXT, PATTERNS, Described, type_to_schema_text
from emit.schema import COMPARISON_SCHEMA

#: Python's name of a type → its Dutch description.
COMPARISON_DESCRIPTIONS: Final[dict[str, Described]] = {
    "JsonComparison": Described(
        "Vergelijking",
        "Wat er tussen twee edities van de competentiecatalogus is veranderd.",
        {
            "schema": "Naam en versie van deze indeling.",
            "oud": "De oude editie.",
            "nieuw": "De nieuwe editie.",
            "samenvatting": "Hoeveel wijzigingen er zijn.",
            "wijzigingen": (
                "De wijzigingen: eerst die van het hele document, dan per competentie in de volgorde van de nieuwe "
                "editie; wat is verwijderd, staat waar het stond."
            ),
        },
    ),
    "JsonEdition": Described(
        "Editie",
        "Eén kant van de vergelijking.",
        {
            "bestand": "Naam van het bestand, zonder map.",
            "titel": "Titel van de catalogus; null als het formaat er geen kent (CSV).",
            "bijlage": "Aanduiding van de bijlage; null als het formaat er geen kent (CSV).",
            "competenties": "Aantal competenties.",
            "indicatoren": "Aantal indicatoren.",
        },
    ),
    "JsonSummary": Described(
        "Samenvatting",
        "Hoeveel wijzigingen er zijn.",
        {
            "wijzigingen": "Aantal wijzigingen.",
            "inhoudelijk": "Aantal inhoudelijke wijzigingen.",
            "typografisch": "Aantal typografische wijzigingen.",
            "soorten": "Aantallen per soort, voor elke soort die voorkomt.",
        },
    ),
    "JsonCount": Described(
        "Aantal",
        "Hoeveel wijzigingen van één soort er zijn.",
        {
            "soort": "Soort wijziging.",
            "inhoudelijk": "Aantal inhoudelijke wijzigingen.",
            "typografisch": "Aantal typografische wijzigingen.",
        },
    ),
    "JsonChange": Described(
        "Wijziging",
        "Eén wijziging.",
        {
            "soort": "Soort wijziging.",
            "gewicht": "typografisch: letters en cijfers zijn gelijk, hoofdletters daargelaten; anders inhoudelijk.",
            "oud": "Plaats in de oude editie; null als het daar niet staat.",
            "nieuw": "Plaats in de nieuwe editie; null als het daar niet staat.",
            "was": "De tekst in de oude editie; null als het daar niet staat.",
            "werd": "De tekst in de nieuwe editie; null als het daar niet staat.",
            "stukken": "Beide teksten woord voor woord; de stukken van een kant vormen samen precies haar tekst.",
            "competentie": "De hele competentie, alleen als zij is toegevoegd of verwijderd.",
        },
    ),
    "JsonPlace": Described(
        "Plaats",
        "Plaats in één editie.",
        {
            "competentie": "Sleutel van de competentie; null bij het document en bij een kerncompetentie.",
            "naam": "Naam van de competentie of kerncompetentie; leeg als de wijziging het document betreft.",
            "positie": "Plaats in de volgorde, vanaf 1; null als de wijziging het document betreft.",
            "indicator": "Sleutel van de indicator; null als het geen indicator betreft.",
            "nummer": "Plaats van de indicator binnen de competentie, vanaf 1; null als het geen indicator betreft.",
        },
    ),
    "JsonPiece": Described(
        "Stuk",
        "Een stuk tekst.",
        {"kant": "In welke editie het stuk staat.", "tekst": "De letterlijke tekst, met spaties."},
    ),
    "Kind": Described("Soort", "Wat er is veranderd.", {}),
}

#: Type and field → the pattern of a text that may be null: a pattern says nothing about what is no text.
_COMPARISON_PATTERNS: Final[dict[tuple[str, str], str]] = {
    ("JsonEdition", "titel"): OPTIONAL_TEXT,
    ("JsonEdition", "bijlage"): OPTIONAL_TEXT,
    ("JsonChange", "was"): OPTIONAL_TEXT,
    ("JsonChange", "werd"): OPTIONAL_TEXT,
    ("JsonPlace", "naam"): OPTIONAL_TEXT,
}


def comparison_schema_text() -> str:
    """The schema as it is shipped."""
    return type_to_schema_text(
        JsonComparison,
        COMPARISON_SCHEMA,
        DESCRIPTIONS | COMPARISON_DESCRIPTIONS,
        PATTERNS | _COMPARISON_PATTERNS,
    )
