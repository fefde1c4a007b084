"""Rows that cannot be what they were read as stop the conversion, and what looks like one of those does not."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from msgspec.structs import replace

from tests.documents import HEADER, printed, table
from tests.transform.test_rows_and_records import BODY, HEADING, OTHER, names, read
from transform.errors import RowsUnread
from transform.findings import Code
from transform.room import lines_apart

#: Rows that hold a header and a row: a reader did not see where one ends.
GLUED = [
    ("Competenties\nDurf", "Verbindend", "Beschrijving en indicatoren\n" + BODY),
    ("Durf\nCompetenties", "Verbindend\nKern-\ncompetentie", BODY),
    ("Ondernemend\nCompetenties\nDurf", "Verbindend", "Beschrijving en indicatoren\n" + BODY),
    ("Competenties", "Kern-\ncompetentie", "Beschrijving en indicatoren\nDurf. " + BODY),
]


@pytest.mark.parametrize("row", GLUED)
def test_a_row_that_holds_a_header_as_well_stops_the_conversion(row: tuple[str, str, str]) -> None:
    with pytest.raises(RowsUnread, match="Competenties"):
        read(*HEADING, table(HEADER, ("Moed", "Verbindend", OTHER), row))


@pytest.mark.parametrize("label", ["Indicatoren:", "Gedragsindicatoren", "INDICATOREN:"])
def test_a_row_that_holds_two_labels_stops_the_conversion(label: str) -> None:
    body = BODY + "\nToont moed.\n" + OTHER.replace("Indicatoren:", label)
    with pytest.raises(RowsUnread, match="Durf"):
        read(*HEADING, table(HEADER, ("Durf\nMoed", "Verbindend", body)))


def test_a_label_that_says_that_it_goes_on_is_no_second_one() -> None:
    body = BODY + "\nIndicatoren (vervolg):\n- Komt met ideeën."
    assert names(read(*HEADING, table(HEADER, ("Durf", "Verbindend", body)))) == ["Durf"]


@pytest.mark.parametrize("rest", ["schap", "schap tonen"])
def test_a_name_that_two_rows_share_stops_the_conversion(rest: str) -> None:
    with pytest.raises(RowsUnread, match="leider-"):
        read(*HEADING, table(HEADER, ("Integer leider-", "Verbindend", BODY), (rest, "Verbindend", OTHER)))


def test_a_name_that_ends_in_a_hyphen_above_another_name_is_one() -> None:
    reading = read(*HEADING, table(HEADER, ("Aan-/af-", "Verbindend", BODY), ("Lef", "Verbindend", OTHER)))
    assert names(reading) == ["Aan-/af-", "Lef"]


@pytest.mark.parametrize(("top", "apart"), [(12.0, False), (60.0, True)])
def test_a_line_of_a_name_far_below_the_others_may_be_the_name_of_another_row(top: float, apart: bool) -> None:
    lines = (*printed("Durf en"), *printed("Moed", top=top))
    assert any(lines_apart(lines)) is apart


@pytest.mark.parametrize(("before", "told"), [("- Zegt wat gezegd moet.\n", True), ("", False), ("* Zegt.\n", False)])
def test_a_description_that_begins_as_an_indicator_does_may_be_the_rest_of_another_row(before: str, told: bool) -> None:
    reading = read(*HEADING, table(HEADER, ("Moed", "Verbindend", OTHER), ("Durf", "Verbindend", before + BODY)))
    findings = [f for f in reading.findings if f.code is Code.ROWS_FROM_WHITE_SPACE and f.competence == "Durf"]
    assert bool(findings) is told


@pytest.mark.parametrize(
    ("tops", "stops", "told"),
    [((100.0, 160.0, 220.0), True, False), ((100.0, 160.0), False, True), ((100.0, 112.0, 124.0), False, False)],
    ids=["three names", "two texts", "three lines"],
)
def test_names_far_apart_in_one_cell_are_rows_that_nothing_parts(
    tops: tuple[float, ...], stops: bool, told: bool
) -> None:
    lines = tuple(printed(text, top=top)[0] for text, top in zip(("Durf", "Moed", "Lef"), tops, strict=False))
    whole = table(HEADER, ("Durf", "Verbindend", BODY), ("Inzet", "Verbindend", OTHER))
    row = whole.rows[1]
    own = replace(row, cells=(replace(row.cells[0], lines=lines), *row.cells[1:]))
    rows = replace(whole, rows=(whole.rows[0], own, whole.rows[2]))
    with pytest.raises(RowsUnread, match="Durf") if stops else nullcontext():
        assert (Code.ROWS_FROM_WHITE_SPACE in {f.code for f in read(*HEADING, rows).findings}) is told
