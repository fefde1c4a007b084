"""Text that was left outside the table although it belongs in it."""

from __future__ import annotations

from contextlib import nullcontext

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table, typed
from tests.transform.test_habits import BODY as PARAGRAPHS
from tests.transform.test_habits import grid, row
from transform.document import Line, Table
from transform.errors import RowsUnread
from transform.findings import Code
from transform.place import Box, PagePlace

BODY = "Blijkt te zijn.\nIndicatoren:\n- Vraagt door."
FULL = table(HEADER, ("Durf", "Verbindend", BODY))
ENDED = table(HEADER, ("Durf", "Verbindend", BODY), ("", "", ""))
NEXT = table(("Lef", "Doortastend", BODY), page=2)
#: Where the columns of a drawn table begin, and where the table ends.
NAME, CORE, TEXT = 0.0, 150.0, 300.0
END = 700.0


def cut(whole: Table) -> Table:
    """The table, said to end at ``END``."""
    return replace(whole, origin=PagePlace(page=1, box=Box(0.0, 100.0, 450.0, END)))


def line(text: str, left: float, top: float) -> Line:
    return printed(text, left=left, top=top)[0]


def read(whole: Table, below: Line, *after: Table) -> None:
    document_to_reading(document("Bijlage 1B", "Competentiecatalogus", cut(whole), below, *after))


@pytest.mark.parametrize(
    ("whole", "left", "top"),
    [
        (FULL, TEXT, END - 2.0),
        (FULL, TEXT, END + 12.0),
        (FULL, CORE, END + 1.0),
        (ENDED, NAME, END + 1.0),
    ],
    ids=["across the border", "the second line", "a core competence", "a name below an empty row"],
)
@pytest.mark.parametrize("after", [(NEXT,), ()], ids=["more to come", "at the end"])
def test_text_that_runs_on_below_its_table_stops_the_conversion(
    whole: Table, left: float, top: float, after: tuple[Table, ...]
) -> None:
    with pytest.raises(RowsUnread, match="om feedback"):
        read(whole, line("om feedback.", left, top), *after)


@pytest.mark.parametrize(
    ("whole", "left", "top"),
    [
        (FULL, TEXT, END + 40.0),
        (FULL, TEXT + 30.0, END + 1.0),
        (FULL, NAME, END + 1.0),
        (ENDED, NAME + 30.0, END + 1.0),
    ],
    ids=["further down", "elsewhere on the line", "where any text begins", "elsewhere below an empty row"],
)
def test_other_text_below_a_table_is_none_of_it(whole: Table, left: float, top: float) -> None:
    read(whole, line("Vastgesteld in de vergadering.", left, top), NEXT)


def test_a_row_without_a_rule_below_it_stops_the_conversion() -> None:
    """Its first line begins where any text does; further down one begins in an inner column."""
    texts = (("Lef en   Verbindend   Toont zich", NAME), ("moed   en is er niet", NAME), ("bang voor.", TEXT))
    below = [line(text, left, END + 12.0 * n) for n, (text, left) in enumerate(texts)]
    with pytest.raises(RowsUnread, match="bang voor"):
        document_to_reading(document("Bijlage 1B", "Competentiecatalogus", cut(FULL), *below, NEXT))


@pytest.mark.parametrize(
    ("text", "left", "stops"),
    [
        ("om feedback.", TEXT, True),
        ("om feedback.", NAME, False),
        ("Vraagt om feedback.", TEXT, True),
        ("Vraagt om feedback.", NAME, False),
        ("Verbindend", TEXT, False),
    ],
)
def test_what_goes_on_above_the_table_at_the_top_of_a_page_stops_the_conversion(
    text: str, left: float, stops: bool
) -> None:
    above = printed(text, page=2, left=left, top=40.0)
    with pytest.raises(RowsUnread, match=text) if stops else nullcontext():
        document_to_reading(document("Bijlage 1B", "Competentiecatalogus", FULL, *above, NEXT))


def test_a_watermark_over_the_end_of_a_table_is_none_of_it() -> None:
    read(FULL, replace(line("CONCEPT", TEXT, END - 2.0), size=90.0), NEXT)


@pytest.mark.parametrize(("rest", "stops"), [("Laat het zien.", True), ("van de klant.", False)])
def test_a_name_below_its_table_whose_row_begins_overleaf_stops_the_conversion(rest: str, stops: bool) -> None:
    header = ("Competenties", "Beschrijving", "Indicatoren")
    whole, overleaf = table(header, ("Durf", "Blijkt.", "- Vraagt.")), table(header, ("", rest, "- Komt."), page=2)
    with pytest.raises(RowsUnread, match="bewustzijn") if stops else nullcontext():
        read(whole, line("Omgevingsbewustzijn", NAME, END + 1.0), overleaf)


def test_a_running_footer_below_a_table_is_none_of_it() -> None:
    read(FULL, replace(line("Regeling jaargesprekken", TEXT, END + 1.0), running=True), NEXT)


@pytest.mark.parametrize(("between", "told"), [(3, True), (20, False)])
def test_a_competence_typed_below_the_table_of_a_word_file_is_told(between: int, told: bool) -> None:
    below = typed(*["Lef"] * between, "- Kent zijn grenzen.")
    catalogue = grid(row(*HEADER), row("Durf", "Vernieuwend", PARAGRAPHS))
    reading = document_to_reading(document("Bijlage 1B", "Competentiecatalogus", catalogue, *below))
    found = [finding.competence for finding in reading.findings if finding.code is Code.LABEL_OUTSIDE]
    assert found == (["Durf"] if told else [])


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("Competenties   Beschrijving en indicatoren", True),
        (" ".join(HEADER).replace("\n", ""), True),
        ("De competenties hebben een beschrijving", False),
    ],
)
def test_a_line_that_names_the_columns_amid_the_catalogue_stops_the_conversion(text: str, stops: bool) -> None:
    """Whose rows stand overleaf is not known: they may be those of another group."""
    with pytest.raises(RowsUnread) if stops else nullcontext():
        read(FULL, line(text, NAME, END + 60.0), NEXT)


@pytest.mark.parametrize(
    ("after", "left", "stops"),
    [
        (NEXT, TEXT, True),
        (NEXT, TEXT - 60.0, False),
        (table(HEADER, ("Lef", "Doortastend", BODY), page=2), TEXT, True),
    ],
    ids=["where a column begins", "elsewhere", "above a header, amid a sentence"],
)
def test_text_right_above_a_table_that_goes_on_from_the_page_before_stops_the_conversion(
    after: Table, left: float, stops: bool
) -> None:
    """It is the rest of the last row of that page."""
    rest = printed("om feedback.", page=2, left=left, top=40.0)[0]
    after = replace(after, origin=PagePlace(page=2, box=Box(0.0, 58.0, 450.0, END)))
    with pytest.raises(RowsUnread, match="om feedback") if stops else nullcontext():
        document_to_reading(document("Bijlage 1B", "Competentiecatalogus", cut(FULL), rest, after))
