"""Running lines that name the chapter of their page, and head the table below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from msgspec.structs import replace

from tests.documents import printed, table
from tests.transform.test_heading import BODY, HEADING, codes, read
from transform.document import Block
from transform.findings import Code

CORELESS = ("Competentie", "Beschrijving en indicatoren")
NAMES = ("Durf", "Lef", "Rust", "Moed", "Kalmte", "Vaart")


def pages(heads: Sequence[str], *, top: float = 60.0, named: bool = False) -> Iterator[Block | str]:
    """A competence to a page; the line above it is running where a page beside it has the same."""
    yield from HEADING
    for number, (head, name) in enumerate(zip(heads, NAMES, strict=False), start=1):
        beside = (*heads[max(number - 2, 0) : number - 1], *heads[number : number + 1])
        (line,) = printed(head, page=number, top=90.0 if number == 1 else top)
        yield replace(line, running=number > 1 and head in beside)
        if named:
            yield from printed(name, page=number, top=80.0)
        yield table(CORELESS, (name, BODY), page=number, widths=2)


def cores(blocks: Iterator[Block | str]) -> list[str]:
    reading = read(*blocks)
    assert Code.CORE_COMPETENCE_MISSING not in codes(reading)
    return [competence.core_competence for competence in reading.catalogue.competences]


@pytest.mark.parametrize("named", [False, True], ids=["", "names above"])
@pytest.mark.parametrize(
    "heads",
    [
        ("Moedig", "Moedig", "Kalm", "Kalm", "Snel"),
        ("Moedig", "Kalm", "Kalm", "Snel", "Snel", "Slim"),
        ("Moedig", "Moedig", "Moedig", "Kalm"),
    ],
)
def test_core_competences_above_the_one_table_of_each_page(heads: Sequence[str], named: bool) -> None:
    assert cores(pages(heads, named=named)) == list(heads)


@pytest.mark.parametrize("runs", [["Regeling"] * 5, ["Regeling", "Rijk", "Regeling", "Rijk", "Regeling"]])
def test_what_all_pages_have_or_takes_turns_is_a_running_header(runs: Sequence[str]) -> None:
    blocks: list[Block | str] = [*HEADING]
    for number, (run, name) in enumerate(zip(runs, NAMES, strict=False), start=1):
        blocks += [replace(line, running=True) for line in printed(run, page=number, top=60.0)]
        blocks += printed({1: "Moedig", 3: "Kalm"}.get(number, ""), page=number, top=90.0)
        blocks.append(table(CORELESS, (name, BODY), page=number, widths=2))
    assert cores(iter(blocks)) == ["Moedig", "Moedig", "Kalm", "Kalm", "Kalm"]


def test_names_above_the_tables_are_no_core_competences() -> None:
    blocks = (block for name in NAMES[:3] for block in (name, table(CORELESS, (name, BODY), widths=2)))
    assert set(read(*HEADING, *blocks).catalogue.competences[0].core_competence) == set()


def test_a_running_line_may_say_which_group_is_the_last_of_its_page() -> None:
    blocks: list[Block | str] = [*HEADING]
    for number, (run, names) in enumerate(
        (("Moedig", "Durf"), ("Kalm", "Lef"), ("Kalm", "Rust"), ("Snel", "Moed")), start=1
    ):
        blocks += [replace(line, running=number > 1) for line in printed(run, page=number, top=60.0)]
        rows = [(names, BODY), *([("Kalm",)] if number == 2 else [("Snel",)] if number == 4 else [])]
        blocks.append(table(CORELESS, *rows, (f"{names} tonen", BODY), page=number, widths=2))
    found = [c.core_competence for c in read(*blocks).catalogue.competences]
    assert found[2] != "Kalm"
    assert found[3:] == ["Kalm", "Kalm", "Kalm", "Kalm", "Snel"]
