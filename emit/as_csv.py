"""Catalogue ⇄ CSV: one row to an indicator, for programs (``data``) and for people with Excel (``excel``).

Carries the competences only: title, appendix and source have no place in it. The ``excel`` profile prevents a
text from being run as a formula: ``'`` is put before it, and exactly one is taken off when it is read. What is
written is read back before it is given out.

This fails for: a file of the profile ``data`` saved anew by Excel with ``;``, if a text in it starts with ``'``
and a formula sign: that apostrophe is then taken for ours.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import groupby
from typing import Final, Literal, NamedTuple, TypeAlias

import msgspec

from emit.piecewise import Fault, check_reads_back, competence_faults, invalid_export
from transform.model import Catalogue, Competence

Profile: TypeAlias = Literal["data", "excel"]

#: The columns, in order.
HEADER: Final = (
    "kerncompetentie",
    "competentie_id",
    "competentie",
    "beschrijving",
    "indicator_id",
    "indicator_nr",
    "indicator",
)

#: Field of the model → its column, for a competence and for an indicator.
_COMPETENCE_COLUMNS: Final = {
    "id": "competentie_id",
    "naam": "competentie",
    "kerncompetentie": "kerncompetentie",
    "beschrijving": "beschrijving",
}
_INDICATOR_COLUMNS: Final = {"id": "indicator_id", "tekst": "indicator"}

#: What a spreadsheet may take for the start of a formula, full-width forms included, and the guard itself.
GUARDED: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
_GUARD: Final = "'"
_BOM: Final = "\ufeff"
_WHOLE_ROW: Final = -1


class _Rfc4180(csv.Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    lineterminator = "\r\n"
    quoting = csv.QUOTE_MINIMAL


class _ForExcel(csv.Dialect):
    delimiter = ";"
    quotechar = '"'
    doublequote = True
    lineterminator = "\r\n"
    quoting = csv.QUOTE_ALL


_DIALECTS: Final[dict[str, type[csv.Dialect]]] = {"data": _Rfc4180, "excel": _ForExcel}


class _Row(NamedTuple):
    """A row as read: the line of the file it starts on (from 1) and its cells by column."""

    line: int
    cells: dict[str, str]


class _Flaw(NamedTuple):
    """What is wrong on a line, and in which column (none: the whole row). Sorts in the order of the file."""

    line: int
    column: int
    text: str

    def told(self) -> str:
        """The flaw with its place, for a person."""
        column = f", column {HEADER[self.column]}" if self.column >= 0 else ""
        return f"line {self.line}{column}: {self.text}"


def catalogue_to_csv(catalogue: Catalogue, profile: Profile = "data") -> bytes:
    """``data``: RFC 4180, UTF-8, comma; ``excel``: BOM, ``;``, all quoted, formulas guarded. CRLF in both.

    Raises ExportDiffers if the bytes do not read back as the competences they were written from.
    """
    text = io.StringIO()
    writer = csv.writer(text, _DIALECTS[profile])
    writer.writerow(HEADER)
    for row in _catalogue_to_rows(catalogue):
        writer.writerow([guarded(cell) for cell in row] if profile == "excel" else row)
    data = ((_BOM if profile == "excel" else "") + text.getvalue()).encode("utf-8")
    check_reads_back(catalogue.source.file, "csv", catalogue.competences, lambda: csv_to_competences(data, "csv"))
    return data


def guarded(text: str) -> str:
    """A text as a spreadsheet may have it: never the start of a formula."""
    return _GUARD + text if text.startswith(GUARDED) else text


def _catalogue_to_rows(catalogue: Catalogue) -> Iterator[list[str]]:
    for c in catalogue.competences:
        own = [c.core_competence, c.id, c.name, c.description]
        for number, indicator in enumerate(c.indicators, 1):
            yield [*own, indicator.id, str(number), indicator.text]
        if not c.indicators:
            yield [*own, "", "", ""]


def csv_to_competences(data: bytes, name: str) -> tuple[Competence, ...]:
    """The competences of an export of either profile; InvalidExport tells every fault by line and column.

    Rows that follow each other with the same ``competentie_id`` are one competence.
    """
    text = _decode(data, name)
    flaws: list[_Flaw] = []
    rows = list(_read_rows(text, flaws))
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.cells["competentie_id"])]
    raw = [_rows_to_raw(group) for group in groups]
    flaws += [flaw for group in groups for flaw in _group_flaws(group)]
    flaws += [_flaw_at(groups, fault) for fault in competence_faults(raw)]
    if flaws:
        raise invalid_export(name, (flaw.told() for flaw in sorted(flaws)))
    return msgspec.convert(raw, tuple[Competence, ...])


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise invalid_export(name, [f"byte {error.start + 1}: not UTF-8"]) from error


def _read_rows(text: str, flaws: list[_Flaw]) -> Iterator[_Row]:
    """The rows under the header, guards taken off; what is no row of our table is told in ``flaws``."""
    excel = ";" in text.partition("\n")[0]
    records = _read_records(text, ";" if excel else ",", flaws)
    _, header = next(records, (1, []))
    if tuple(header) != HEADER:
        flaws.append(_Flaw(1, _WHOLE_ROW, f"the columns must be {', '.join(HEADER)}"))
        return
    for line, cells in records:
        if len(cells) != len(HEADER):
            flaws.append(_Flaw(line, _WHOLE_ROW, f"{len(cells)} cells instead of {len(HEADER)}"))
            continue
        row = _Row(line, dict(zip(HEADER, cells, strict=True)))
        yield _without_guards(row, flaws) if excel else row


def _read_records(text: str, delimiter: str, flaws: list[_Flaw]) -> Iterator[tuple[int, list[str]]]:
    """Records with the line each starts on. A quote out of place ends them: what follows cannot be told apart."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # the text is in memory already, whatever its cells
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        flaws.append(_Flaw(line, _WHOLE_ROW, f"no CSV from here on: {error}"))


def _without_guards(row: _Row, flaws: list[_Flaw]) -> _Row:
    """Exactly one guard off each cell that has one; an apostrophe that guards nothing is not ours."""
    cells = dict(row.cells)
    for column, (name, text) in enumerate(row.cells.items()):
        if not text.startswith(_GUARD):
            continue
        cells[name] = text[1:]
        if not cells[name].startswith(GUARDED):
            flaws.append(_Flaw(row.line, column, "a leading ' that guards nothing; in this profile, write ''"))
    return _Row(row.line, cells)


def _rows_to_raw(rows: list[_Row]) -> dict[str, object]:
    """The rows of one competence as a raw value of the model; the first row speaks for what they share."""
    return {
        **{field: rows[0].cells[column] for field, column in _COMPETENCE_COLUMNS.items()},
        "indicatoren": [
            {field: row.cells[column] for field, column in _INDICATOR_COLUMNS.items()}
            for row in rows
            if _has_indicator(row)
        ],
    }


def _has_indicator(row: _Row) -> bool:
    return any(row.cells[column] for column in ("indicator_id", "indicator_nr", "indicator"))


def _group_flaws(rows: list[_Row]) -> Iterator[_Flaw]:
    """What the model cannot see: rows of one competence that contradict each other, numbers out of order."""
    for number, row in enumerate(rows, 1):
        for column in _COMPETENCE_COLUMNS.values():
            if row.cells[column] != rows[0].cells[column]:
                yield _Flaw(row.line, HEADER.index(column), f"differs from line {rows[0].line}")
        if _has_indicator(row) and row.cells["indicator_nr"] != str(number):
            text = f"{row.cells['indicator_nr']!r} where {number} is expected"
            yield _Flaw(row.line, HEADER.index("indicator_nr"), text)
        elif not _has_indicator(row) and len(rows) > 1:
            yield _Flaw(row.line, HEADER.index("indicator"), "no indicator, though the competence has more rows")


def _flaw_at(groups: list[list[_Row]], fault: Fault) -> _Flaw:
    """A fault of the raw competences on its line and in its column."""
    group, *rest = fault.trail
    rows = groups[int(group)]
    match rest:
        case ["indicatoren", int(number), field]:
            line = [row for row in rows if _has_indicator(row)][number].line
            return _Flaw(line, HEADER.index(_INDICATOR_COLUMNS[str(field)]), fault.text)
        case [field]:
            return _Flaw(rows[0].line, HEADER.index(_COMPETENCE_COLUMNS[str(field)]), fault.text)
        case _:
            return _Flaw(rows[0].line, _WHOLE_ROW, fault.text)
