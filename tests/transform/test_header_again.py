"""A header that stands again, on the next page or further down: the one in force, or read otherwise."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from msgspec.structs import replace

from tests.documents import HEADER, table
from tests.transform.test_rows_and_records import BODY, HEADING, OTHER, REST, indicators, names, read
from transform.errors import RowsUnread


@pytest.mark.parametrize(
    "again",
    [
        (*HEADER[:2], HEADER[2] + "\n- Kent zijn grenzen."),
        (HEADER[0], "KerncompetentiVeakbekwaam", HEADER[2]),
    ],
    ids=["below it", "over its last letter"],
)
def test_a_repeated_header_that_holds_more_stops_the_conversion(again: tuple[str, ...]) -> None:
    with pytest.raises(RowsUnread):
        read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY)), table(again, ("Lef", "Verbindend", OTHER), page=2))


def test_a_header_that_lost_a_column_on_the_way_stops_the_conversion() -> None:
    other = ("Competenties", "Kern", "Beschrijving en indicatoren")
    with pytest.raises(RowsUnread):
        read(
            *HEADING,
            table(HEADER, ("Durf", "Verbindend", BODY)),
            table(other, ("Lef", "Doortastend", OTHER), page=2),
        )


def test_a_header_of_which_a_word_ran_over_a_border_is_the_same() -> None:
    again = ("Competenties", "Kern-\ncompetentieBeschrijving", "en indicatoren")
    first = table(HEADER, ("Durf", "Verbindend", BODY))
    reading = read(*HEADING, first, table(again, ("Lef", "Verbindend", OTHER), page=2))
    assert names(reading) == ["Durf", "Lef"]


def test_so_is_one_of_which_a_word_stands_all_in_the_column_before() -> None:
    again = ("CompetentiesKern-\ncompetentie", "", HEADER[2])
    first = table(HEADER, ("Durf", "Verbindend", BODY))
    reading = read(*HEADING, first, table(again, ("", "", REST), page=2))
    assert indicators(reading)[-1] == "Kent zijn grenzen."


def test_a_header_that_is_said_to_go_on_is_the_same() -> None:
    again = ("Competenties (vervolg)", "Kern-\ncompetentie (vervolg)", "Beschrijving en indicatoren (vervolg)")
    first = table(HEADER, ("Durf", "Verbindend", BODY))
    reading = read(*HEADING, first, table(again, ("Lef", "Verbindend", OTHER), page=2))
    assert names(reading) == ["Durf", "Lef"]


def test_a_header_that_comes_back_in_other_columns_stops_the_conversion() -> None:
    again = ("Competenties Kern-\ncompetentie", "", HEADER[2])
    with pytest.raises(RowsUnread, match="Competenties"):
        read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY), again, ("Moed Verbindend", "", OTHER)))


@pytest.mark.parametrize("places", [(0.0, 100.0, 200.0, 400.0), (0.0, 60.0, 200.0, 300.0)], ids=["inside", "elsewhere"])
def test_a_row_may_go_on_above_a_header_that_stands_again(places: tuple[float, ...]) -> None:
    """Of tables without rules only the borders inside tell: where these are others, the conversion stops."""
    above = (("", "", "- Kent zijn grenzen."), HEADER, ("Lef", "Verbindend", OTHER))
    second = replace(table(*above, page=2), edges=places)
    with nullcontext() if places[1] == 100.0 else pytest.raises(RowsUnread, match="Kent zijn grenzen"):
        reading = read(*HEADING, table(HEADER, ("Durf", "Verbindend", BODY)), second)
        assert "Kent zijn grenzen." in indicators(reading)


def test_a_header_cell_over_two_columns_that_is_typed_again_in_the_first_of_them_is_the_same() -> None:
    rows = ((*HEADER, ""), ("Durf", "Verbindend", "Gaat op.", "- Vraagt."))
    again = (*rows, (*HEADER, ""), ("Lef", "Verbindend", "Doet wat.", "- Springt bij."))
    made = table(*again, widths=4)
    first, *rest = made.rows
    merged = replace(first, cells=(*first.cells[:2], replace(first.cells[2], span=2)))
    reading = read(*HEADING, replace(made, rows=(merged, *rest)))
    assert (names(reading), indicators(reading, 1)) == (["Durf", "Lef"], ["Springt bij."])
