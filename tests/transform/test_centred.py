"""Rows whose names stand halfway down: which part of a split row begins the next."""

from __future__ import annotations

import pytest

from transform.catalogue_row import CatalogueRow
from transform.centred import are_centred, begin_the_next, ends_amid, without_core_beside_halfway_ones
from transform.document import Line
from transform.place import Box, PagePlace
from transform.role import Role


def lines(text: str, page: int, top: float) -> tuple[Line, ...]:
    """A printed line for each part between slashes, 12 points apart from ``top`` down."""
    parts = enumerate(filter(None, text.split("/")))
    return tuple(
        Line(text=part, origin=PagePlace(page, Box(0, top + 12 * i, 50, top + 12 * i + 10))) for i, part in parts
    )


def row(body: str, *, name: str = "", down: int = 0, first: bool = False, page: int = 1) -> CatalogueRow:
    """A row whose name stands ``down`` lines below the top of its body."""
    cells = {Role.NAME: lines(name, page, 12.0 * down), Role.BODY: lines(body, page, 0)}
    return CatalogueRow("1.1", 0, PagePlace(page, Box(0, 0, 100, 100)), cells, frozenset(), first)


TALL = "Neemt/besluiten/Indicatoren:/- Durft/- Kiest"
CENTRED = (row(TALL, name="Durf", down=2, first=True), row(TALL, name="Moed", down=2), row(TALL, name="Lef", down=1))
AT_THE_TOP = (row(TALL, name="Durf", first=True), row(TALL, name="Moed"), row(TALL, name="Lef"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(CENTRED, True, id="halfway down"),
        pytest.param(AT_THE_TOP, False, id="at the top"),
        pytest.param([row(TALL, name="Durf", down=4)] * 3, False, id="at the foot"),
        pytest.param([row("Neemt/besluiten", name="Durf", down=1)] * 3, False, id="too low to tell"),
        pytest.param([row("", name="Durf")], False, id="no body"),
    ],
)
def test_where_names_stand(rows: tuple[CatalogueRow, ...], expected: bool) -> None:
    assert are_centred(rows) is expected


NEXT = row(TALL, name="Kern", down=2, first=True, page=2)
HALF, REST, MIDST = row(TALL), row("- Doet", first=True, page=2), row("- Doet", first=True, page=2)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param((*CENTRED, HALF, NEXT), {3}, id="the last of a page goes with the next"),
        pytest.param(
            (*CENTRED, HALF, NEXT._replace(group=lines("Krachtig", 2, 0))), set(), id="a heading between them"
        ),
        pytest.param((*CENTRED, REST, NEXT), set(), id="the first of a page is the rest of the one above"),
        pytest.param((*CENTRED, HALF, MIDST, NEXT), {3, 4}, id="over three pages, the name on the last"),
        pytest.param((*CENTRED, NEXT), set(), id="a named row is whole"),
        pytest.param((*CENTRED, row("en kiest."), NEXT), set(), id="a last line that goes on amid a sentence"),
        pytest.param((*AT_THE_TOP, HALF, NEXT), set(), id="names at the top tell nothing"),
    ],
)
def test_the_first_part_of_a_row_that_is_split_over_pages(rows: tuple[CatalogueRow, ...], expected: set[int]) -> None:
    assert begin_the_next(rows) == expected


#: The beginning of a row of which the name went overleaf, and what stands there: the rest, or a row of its own.
BEGUN, OVERLEAF = row("Durft/risico te nemen."), row("Indicatoren:/- Springt", name="Lef", first=True, page=2)
LISTED, WHOLE = row("- Springt/- Klimt"), row("Durft/Indicatoren:/- Springt", name="Lef", first=True, page=2)
GROUP = lines("Krachtig", 1, 0)


@pytest.mark.parametrize(
    ("begun", "after", "expected"),
    [
        pytest.param(BEGUN, OVERLEAF, {3}, id="it describes, what is overleaf does not"),
        pytest.param(BEGUN, WHOLE, set(), id="both describe something"),
        pytest.param(LISTED, WHOLE, set(), id="indicators may be those of the row above"),
        pytest.param(BEGUN, row("Indicatoren:/- Springt", first=True, page=2), set(), id="no name overleaf either"),
        pytest.param(BEGUN._replace(parted=False), OVERLEAF, set(), id="no rule above it"),
        pytest.param(LISTED._replace(group=GROUP), WHOLE._replace(group=GROUP), {3}, id="under the heading of a group"),
        pytest.param(BEGUN._replace(group=GROUP), WHOLE._replace(group=GROUP), set(), id="the same, both describe"),
    ],
)
def test_a_row_of_which_the_name_went_overleaf(begun: CatalogueRow, after: CatalogueRow, expected: set[int]) -> None:
    assert begin_the_next((*AT_THE_TOP, begun, after)) == expected


@pytest.mark.parametrize(
    ("above", "body", "expected"),
    [
        pytest.param("Gaat/- Kiest over 2020–", "2026.", True, id="amid a sentence"),
        pytest.param("Gaat/- Kiest.", "2 keer per jaar", False, id="behind one that ends"),
        pytest.param("Gaat/- Kiest", "- doet", False, id="a bullet"),
        pytest.param("Gaat/- Kiest", "Doet", False, id="a capital"),
        pytest.param("gaat/kiest", "doet", False, id="where no indicator has a bullet each may be one"),
    ],
)
def test_a_line_that_goes_on_amid_a_sentence_is_no_row(above: str, body: str, expected: bool) -> None:
    assert ends_amid(row(above, name="Durf"), row(body)) is expected


def in_group(number: int, core: str = "", down: int = 0) -> CatalogueRow:
    """A row of which the core competence stands ``down`` lines below the top of its body, and the name two."""
    made = row(TALL, name="Durf", down=2, first=not number)._replace(key=str(number))
    return made._replace(lines=made.lines | {Role.CORE: lines(core, 1, 12.0 * down)})


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([in_group(0, "Kern", 2), in_group(1)], [], id="as high as the name: the group begins there"),
        pytest.param([in_group(0, "Kern", 0), in_group(1)], ["1"], id="elsewhere: amid a group"),
        pytest.param([in_group(0), in_group(1, "Kern", 2), in_group(2)], ["0", "2"], id="the first row has none"),
        pytest.param(
            [in_group(0, "Kern", 0), in_group(1)._replace(merged=frozenset({Role.CORE}))], [], id="a merged cell"
        ),
        pytest.param([in_group(0, "Kern", 0), in_group(1, "Kern", 2)], [], id="every row has its own"),
    ],
)
def test_a_core_competence_halfway_down_its_group_is_not_told_by_where_it_stands(
    rows: list[CatalogueRow], expected: list[str]
) -> None:
    assert [found.key for found in without_core_beside_halfway_ones(rows)] == expected
