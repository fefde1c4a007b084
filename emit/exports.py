"""Any of our exports → an edition: which format it is, is decided by its content."""

from __future__ import annotations

from typing import Final, Literal

from transform.comparison import Edition
from transform.model import Catalogue

ExportKind = Literal["json", "csv", "xml"]

#: A column that only our CSV files have, in either profile.
_CSV_COLUMN: Final = b"competentie_id"


def bytes_to_export_kind(data: bytes) -> ExportKind | None:
    """Which of our exports the bytes may be; None for what is none of them, such as a PDF or Word file."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"{", b"[")):
        return "json"
    if _CSV_COLUMN in head.split(b"\n")[0]:
        return "csv"
    return "xml" if head.startswith(b"<") and b"<html" not in head.lower() else None


def export_to_edition(data: bytes, kind: ExportKind, name: str) -> Edition:
    """The edition of an export; raises InvalidExport with every fault and its place."""
    match kind:
        case "csv":
            from emit.as_csv import csv_to_competences

            return Edition(file=name, competences=csv_to_competences(data, name))
        case "json":
            from emit.as_json import json_to_catalogue

            return _named(json_to_catalogue(data, name), name)
        case "xml":
            from emit.as_xml import xml_to_catalogue

            return _named(xml_to_catalogue(data, name), name)


def _named(catalogue: Catalogue, name: str) -> Edition:
    return Edition(
        file=name,
        competences=catalogue.competences,
        title=catalogue.title,
        appendix=catalogue.appendix,
        retired=catalogue.retired,
    )
