"""CSV: both profiles as tables of cells, that they read back, and what is refused, with line and column."""

from __future__ import annotations

import csv
import io
from typing import get_args

import pytest
from hypothesis import example, given

from emit.as_csv import GUARDED, HEADER, Profile, catalogue_to_csv, csv_to_competences
from tests.catalogues import (
    bare_catalogue,
    catalogues,
    gold_catalogue,
    hard_catalogue,
    make_catalogue,
    make_competence,
    unchecked_catalogue,
)
from transform.errors import ExportDiffers, InvalidExport
from transform.model import Catalogue

PROFILES: tuple[Profile, ...] = get_args(Profile)
HEAD = ",".join(HEADER)
EXCEL_HEAD = "\ufeff" + ";".join(f'"{column}"' for column in HEADER)


@given(catalogues())
@example(hard_catalogue())
@example(bare_catalogue())
@example(gold_catalogue())
def test_what_is_written_reads_back(catalogue: Catalogue) -> None:
    for profile in PROFILES:
        assert csv_to_competences(catalogue_to_csv(catalogue, profile), "x.csv") == catalogue.competences


@given(catalogues())
@example(hard_catalogue())
def test_the_excel_profile_has_no_cell_that_starts_a_formula(catalogue: Catalogue) -> None:
    text = catalogue_to_csv(catalogue, "excel").decode("utf-8-sig")
    signs = tuple(sign for sign in GUARDED if sign != "'")
    cells = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(signs)]


def test_data_is_rfc_4180() -> None:
    catalogue = make_catalogue(make_competence("a", "een, twee", '"drie"', name="=A"), make_competence("b"))
    assert catalogue_to_csv(catalogue).decode("utf-8") == (
        "kerncompetentie,competentie_id,competentie,beschrijving,indicator_id,indicator_nr,indicator\r\n"
        'Kern,a,=A,Beschrijving.,a.1,1,"een, twee"\r\n'
        'Kern,a,=A,Beschrijving.,a.2,2,"""drie"""\r\n'
        "Kern,b,Naam,Beschrijving.,,,\r\n"
    )


def test_excel_has_a_mark_semicolons_and_quotes_all_round() -> None:
    catalogue = make_catalogue(make_competence("a", "een; twee", name="=A"), make_competence("b"))
    assert catalogue_to_csv(catalogue, "excel").decode("utf-8") == (
        '\ufeff"kerncompetentie";"competentie_id";"competentie";"beschrijving";'
        '"indicator_id";"indicator_nr";"indicator"\r\n'
        '"Kern";"a";"\'=A";"Beschrijving.";"a.1";"1";"een; twee"\r\n'
        '"Kern";"b";"Naam";"Beschrijving.";"";"";""\r\n'
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+31 70", "'+31 70"),
        ("-1", "'-1"),
        ("@naam", "'@naam"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠1", "'＠1"),
        ("'s ochtends", "''s ochtends"),
        ("'=1", "''=1"),
        ("''", "'''"),
        ("1=1", "1=1"),
        ("– 1", "– 1"),
        ("a'b", "a'b"),
    ],
)
def test_the_guard_goes_before_a_formula_and_off_again(text: str, cell: str) -> None:
    catalogue = make_catalogue(make_competence("a", text))
    written = catalogue_to_csv(catalogue, "excel")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1][-1] == cell
    assert csv_to_competences(written, "x.csv")[0].indicators[0].text == text
    assert catalogue_to_csv(catalogue).decode().splitlines()[1].endswith(f",{text}")


def test_neighbours_that_differ_in_their_id_alone_stay_two() -> None:
    catalogue = make_catalogue(make_competence("a"), make_competence("b"), make_competence("c", "x"))
    for profile in PROFILES:
        assert [c.id for c in csv_to_competences(catalogue_to_csv(catalogue, profile), "x.csv")] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "\nK,a,A,B,a.1,1,x\n",
        HEAD + "\r\nK,a,A,B,a.1,1,x",
        "\ufeff" + HEAD + "\r\nK,a,A,B,a.1,1,x\r\n",
        HEAD.replace(",", ";") + "\r\nK;a;A;B;a.1;1;x\r\n",
        EXCEL_HEAD + '\r\n"K";"a";"A";"B";"a.1";"1";"x"\r\n',
    ],
    ids=["line feeds", "no last line end", "a mark before commas", "semicolons without quotes", "excel"],
)
def test_what_other_programs_make_of_the_quotes_and_line_ends_is_read(text: str) -> None:
    (competence,) = csv_to_competences(text.encode(), "x.csv")
    assert competence == make_competence("a", "x", name="A", core_competence="K", description="B")


#: Name of the case → the lines under the header, and every fault that must be told. ``data`` profile.
REFUSED: dict[str, tuple[str, list[str]]] = {
    "too few cells": ("K,a,A,B,a.1,1\n", ["line 2: 6 cells instead of 7"]),
    "too many cells": ("K,a,A,B,a.1,1,x,y\n", ["line 2: 8 cells instead of 7"]),
    "empty line": ("\nK,a,A,B,a.1,1,x\n", ["line 2: 0 cells instead of 7"]),
    "no name": ("K,a,,B,a.1,1,x\n", ["line 2, column competentie: naam is empty"]),
    "no indicator": ("K,a,A,B,a.1,1,\n", ["line 2, column indicator: tekst is empty"]),
    "line end in a cell": (
        'K,a,A,"B\nb",a.1,1,x\nK,b,A,B,b.1,1, x\n',
        [
            "line 2, column beschrijving: U+000A at 1 is not text",
            "line 4, column indicator: stray white space in ' x'",
        ],
    ),
    "number out of order": (
        "K,a,A,B,a.1,1,x\nK,a,A,B,a.3,3,y\n",
        ["line 3, column indicator_nr: '3' where 2 is expected"],
    ),
    "number missing": ("K,a,A,B,a.1,,x\n", ["line 2, column indicator_nr: '' where 1 is expected"]),
    "rows that contradict each other": (
        "K,a,A,B,a.1,1,x\nL,a,A,C,a.2,2,y\n",
        ["line 3, column kerncompetentie: differs from line 2", "line 3, column beschrijving: differs from line 2"],
    ),
    "empty indicator amid others": (
        "K,a,A,B,a.1,1,x\nK,a,A,B,,,\n",
        ["line 3, column indicator: no indicator, though the competence has more rows"],
    ),
    "competence in two places": (
        "K,a,A,B,a.1,1,x\nK,b,A,B,,,\nK,a,A,B,a.2,1,y\n",
        ["line 4, column competentie_id: 'a' is used twice"],
    ),
    "indicator id twice": (
        "K,a,A,B,a.1,1,x\nK,a,A,B,a.1,2,y\n",
        ["line 3, column indicator_id: 'a.1' is used twice"],
    ),
    "quote out of place": (
        'K,a,A,B,a.1,1, x\nK,b,A,"B"b,b.1,1,x\n',
        [
            "line 2, column indicator: stray white space in ' x'",
            "line 3: no CSV from here on: ',' expected after '\"'",
        ],
    ),
    "quote never closed": ('K,a,A,"B,a.1,1,x\n', ["line 2: no CSV from here on: unexpected end of data"]),
}


def faults_of(data: bytes) -> list[str]:
    """The faults with which ``data`` is refused; fails if it is not."""
    with pytest.raises(InvalidExport) as caught:
        csv_to_competences(data, "oud.csv")
    assert caught.value.place == "oud.csv"
    return str(caught.value.facts["faults"]).split("\n")


@pytest.mark.parametrize(("lines", "faults"), REFUSED.values(), ids=REFUSED)
def test_every_fault_is_told_with_its_line_and_column(lines: str, faults: list[str]) -> None:
    assert faults_of(f"{HEAD}\n{lines}".encode()) == faults


def test_an_id_that_is_none_is_told() -> None:
    (fault,) = faults_of(f"{HEAD}\nK,,A,B,,,\n".encode())
    assert fault.startswith("line 2, column competentie_id: Expected `str` matching regex")


def test_an_apostrophe_that_guards_nothing_is_not_dropped() -> None:
    faults = faults_of((EXCEL_HEAD + "\r\nK;a;A;B;a.1;1;'s ochtends\r\n").encode())
    assert faults == ["line 2, column indicator: a leading ' that guards nothing; in this profile, write ''"]


@pytest.mark.parametrize("data", [b"", b"a,b\r\n", HEAD.replace("indicator_nr", "nr").encode(), b"{}"])
def test_another_table_is_refused(data: bytes) -> None:
    assert faults_of(data) == [f"line 1: the columns must be {', '.join(HEADER)}"]


def test_other_encodings_are_refused() -> None:
    assert faults_of((HEAD + "\né").encode("latin-1")) == [f"byte {len(HEAD) + 2}: not UTF-8"]


def test_a_catalogue_that_would_not_read_back_is_not_written() -> None:
    with pytest.raises(ExportDiffers) as caught:
        catalogue_to_csv(unchecked_catalogue())
    assert "line 2, column competentie_id" in str(caught.value.facts["difference"])


def test_a_long_text_is_read_back_whole() -> None:
    catalogue = make_catalogue(make_competence("a", "x" * 200_000))
    assert csv_to_competences(catalogue_to_csv(catalogue), "x.csv") == catalogue.competences


def test_an_unknown_profile_is_not_taken_for_another() -> None:
    with pytest.raises(KeyError):
        catalogue_to_csv(bare_catalogue(), "Excel")  # type: ignore[arg-type]
