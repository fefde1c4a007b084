"""Names above fiches, with something between."""

from __future__ import annotations

from msgspec.structs import replace

from tests.documents import printed
from tests.transform.test_fiches import DURF, LEF, RUST, fiche, read_all
from tests.transform.test_habits import grid
from transform.document import Block

SAID = [(DURF, "Lef tonen"), (LEF, "Altijd verder"), (RUST, "Eerst denken")]


def above(*lines: tuple[str, float]) -> list[Block]:
    return [replace(line, size=size) for text, size in lines for line in printed(text)]


def test_a_motto_below_each_name_is_none() -> None:
    own = (([*above((str(said[0]), 14.0), (motto, 9.0)), grid(*fiche(said)[1:])]) for said, motto in SAID)
    blocks: list[Block] = [block for blocks in own for block in blocks]
    assert [c.name for c in read_all(*blocks).catalogue.competences] == ["Durf", "Lef", "Rust"]


def test_the_heading_of_a_group_above_the_names_is_none_either() -> None:
    cores = ("Moedig", "Moedig", "Kalm")
    blocks: list[Block] = []
    for (said, _), core in zip(SAID, cores, strict=True):
        blocks += [*above((core, 16.0), (str(said[0]), 12.0)), grid(*fiche(said)[1:])]
    assert [c.name for c in read_all(*blocks).catalogue.competences] == ["Durf", "Lef", "Rust"]
