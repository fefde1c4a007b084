"""The published schemas: their one versioned name, and their text as shipped in ``emit/schemas``.

Not here: how the JSON Schema is made (``json_schema``) and what checks an export when it is read (``as_json``,
``as_xml``, ``as_csv``). This module prevents two formats from going by different names for the same version,
and it loads no library, so that ``catalogus schema`` answers at once.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

SchemaName: TypeAlias = Literal["urn:catalogus:bijlage-1b:1"]
ComparisonSchemaName: TypeAlias = Literal["urn:catalogus:vergelijking:1"]
BatchSchemaName: TypeAlias = Literal["urn:catalogus:verwerking:1"]

#: The name of this version of the exports: ``schema`` in JSON, the namespace in XML. A change that an older
#: reader would misunderstand gets the next number.
SCHEMA: Final[SchemaName] = "urn:catalogus:bijlage-1b:1"

#: The same for the JSON report of a comparison, which has versions of its own.
COMPARISON_SCHEMA: Final[ComparisonSchemaName] = "urn:catalogus:vergelijking:1"

#: The same for the report of what came of many documents.
BATCH_SCHEMA: Final[BatchSchemaName] = "urn:catalogus:verwerking:1"

#: Format → file in ``emit/schemas``.
SCHEMA_FILES: Final[dict[str, str]] = {
    "json": "catalogus.schema.json",
    "xml": "catalogus.xsd",
    "csv": "catalogus.csv.json",
    "compare": "vergelijking.schema.json",
    "batch": "verwerking.schema.json",
}


def schema_text(kind: str) -> str:
    """The schema of a kind of SCHEMA_FILES as shipped (``compare``, ``batch``: their JSON reports); else a KeyError."""
    from importlib import resources  # which knows zip files and more

    return resources.files("emit").joinpath("schemas", SCHEMA_FILES[kind]).read_text(encoding="utf-8")


def other_schema(found: str) -> str:
    """What is wrong with an export that goes by the name ``found``, which is not ``SCHEMA``."""
    family = SCHEMA.rpartition(":")[0]
    what = "another version of the schema" if found.rpartition(":")[0] == family else "an unknown schema"
    return f"{found!r} is {what}; only {SCHEMA!r} can be read"
