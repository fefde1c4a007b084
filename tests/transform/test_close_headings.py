"""Headings of groups that stand within a row, and what stands so and is none."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.documents import LEADING, table
from tests.transform.test_heading import BODY, HEADING, OTHER, codes, read
from transform.document import Line, Table
from transform.errors import CatalogusError
from transform.findings import Code
from transform.place import Box, PagePlace
from transform.reading import Reading

CORELESS = ("Competentie", "Beschrijving en indicatoren")
BODY_FIRST = CORELESS[::-1]


def down(made: Table, row: int, column: int, lines: float, only: slice = slice(None)) -> Table:
    """The table with lines of a cell so many lines further down its row."""

    def moved(line: Line) -> Line:
        assert isinstance(line.origin, PagePlace)
        box, by = line.origin.box, lines * LEADING
        place = replace(line.origin, box=Box(box.x0, box.top + by, box.x1, box.bottom + by))
        return replace(line, origin=place)

    cell = made.rows[row].cells[column]
    own = list(cell.lines)
    own[only] = map(moved, own[only])
    cells = [replace(c, lines=tuple(own)) if c is cell else c for c in made.rows[row].cells]
    rows = [replace(r, cells=tuple(cells)) if i == row else r for i, r in enumerate(made.rows)]
    return replace(made, rows=tuple(rows))


def cores(reading: Reading) -> list[tuple[str, str]]:
    return [(c.name, c.core_competence) for c in reading.catalogue.competences]


def test_a_heading_stands_above_all_that_its_row_has_and_below_all_of_the_one_before() -> None:
    made = table(CORELESS, ("Moedig\nDurf", BODY), ("Lef\nKalm", OTHER), ("Rust", BODY), widths=2)
    made = down(down(made, 1, 1, 1), 2, 0, 6, slice(1, None))
    reading = read(*HEADING, made)
    assert cores(reading) == [("Durf", "Moedig"), ("Lef", "Moedig"), ("Rust", "Kalm")]
    assert codes(reading).count(Code.GROUP_HEADING) == 2
    assert Code.CORE_COMPETENCE_MISSING not in codes(reading)


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("Moedig\nDurf", "Moedig\nLef", "Rust"),  # one heading: nothing else is headed so
        ("Durf\nvan allen", "Kalm\nLef", "Rust"),  # a name of two lines whose second is beside the body
        ("Moedig\nDurf", "Kalm en\nbedaard\nLef", "Rust"),  # one of two lines, which is not read
        ("Moedig\nDurf", "Kalm\nLef", "Zacht\nRust"),  # every row: so names may be set
    ],
)
def test_what_may_be_another_thing_is_no_heading_and_a_person_is_asked(first: str, second: str, third: str) -> None:
    made = table(CORELESS, (first, BODY), (second, OTHER), (third, BODY), widths=2)
    for row, names in enumerate((first, second, third), 1):
        made = down(made, row, 1, names.count("\n"))
    if first.startswith("Durf"):
        made = down(made, 1, 1, -1)
    reading = read(*HEADING, made)
    assert Code.CORE_COMPETENCE_MISSING in codes(reading)
    assert Code.GROUP_HEADING not in codes(reading)


@pytest.mark.parametrize("own", [True, False], ids=["in rows of their own", "in the rows before"])
def test_where_bodies_come_first_a_heading_stands_alone_or_last_under_wider_white(own: bool) -> None:
    if own:
        made = table(BODY_FIRST, ("Moedig", ""), (BODY, "Durf"), ("Kalm", ""), (OTHER, "Rust"), widths=2)
    else:
        header = (f"{BODY_FIRST[0]}\nMoedig", BODY_FIRST[1])
        made = table(header, (f"{BODY}\nKalm", "Durf"), (OTHER, "Rust"), widths=2)
        made = down(down(made, 0, 0, 1, slice(1, None)), 1, 0, 1, slice(4, None))
    reading = read(*HEADING, made)
    assert cores(reading) == [("Durf", "Moedig"), ("Rust", "Kalm")]
    assert Code.CORE_COMPETENCE_MISSING not in codes(reading)


@pytest.mark.parametrize(
    ("rest", "item", "core"),
    [
        ("Kalm", "- Vraagt door", "Kalm"),  # the list before is set apart from it by its signs
        ("Kalm", "Vraagt altijd door.", "Kalm"),  # what is before has ended
        ("Kalm", "Vraagt door", ""),  # it may be an item of the same list
        ("Kent de eigen grenzen", "Vraagt altijd door.", ""),
    ],
)
def test_a_line_alone_at_the_top_of_a_page_may_be_the_rest_of_a_row(rest: str, item: str, core: str) -> None:
    body = f"Blijkt te zijn.\nIndicatoren:\n{item}"
    parts = [
        table(BODY_FIRST, ("Moedig", ""), (body, "Durf"), ("Snel", ""), (body, "Lef"), widths=2),
        table(BODY_FIRST, (rest, ""), (OTHER, "Rust"), widths=2, page=2),
    ]
    found = dict(cores(read(*HEADING, *parts))) if core else {"Rust": ""}
    assert found["Rust"] == core
    if not core:
        with pytest.raises(CatalogusError, match="naam"):
            read(*HEADING, *parts)
