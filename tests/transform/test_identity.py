"""Ids over editions: none is lost, swapped or used again, whatever happens to names, places and wording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from catalogus import Format, catalogue_to_bytes, read_edition
from tests.catalogues import make_catalogue
from transform.compare import catalogue_to_edition
from transform.identity import catalogue_with_ids
from transform.model import Catalogue, Competence, Indicator, catalogue_ids, slug

#: Sentences that are not alike: what a competence or indicator is known by, when its name and place change.
SUBJECTS = [
    "Luistert aandachtig wanneer burgers klachten uiten.",
    "Verdeelt taken evenwichtig tussen ervaren collega's.",
    "Rapporteert afwijkingen onmiddellijk via vaste kanalen.",
    "Onderhandelt standvastig zonder relaties te schaden.",
    "Ontwerpt vernieuwende oplossingen buiten gebaande paden.",
    "Bewaakt budgetten nauwgezet gedurende lange projecten.",
    "Motiveert teamleden tijdens tegenslag en onzekerheid.",
    "Vertaalt wetgeving naar begrijpelijke werkinstructies.",
    "Signaleert risico's vroegtijdig bij samenwerkingspartners.",
    "Presenteert ingewikkelde cijfers helder voor bestuurders.",
    "Archiveert dossiers volgens geldende bewaartermijnen.",
    "Coacht nieuwkomers geduldig gedurende hun inwerkperiode.",
]
NAMES = ["Durf", "Lef", "Netwerken", "Talen", "Sturen", "Plannen", "Luisteren", "Moed", "Kennis", "Zorg", "Gezag"]


class Item(NamedTuple):
    """What a competence really is: its name may change, its subject is who it is."""

    subject: int
    name: str
    indicators: Sequence[int]


def item_to_competence(item: Item) -> Competence:
    """As a reader would give it: with ids made of the name of today."""
    id_ = f"{slug(item.name)}-{item.subject}"
    texts = [f"{SUBJECTS[item.subject]} Altijd.", *(SUBJECTS[n] for n in item.indicators)]
    return Competence(
        id=id_,
        name=item.name,
        core_competence="Kern",
        description=" ".join(reversed(SUBJECTS[item.subject].split())),
        indicators=tuple(Indicator(id=f"{id_}.{n}", text=text) for n, text in enumerate(texts, 1)),
    )


def as_read(items: Sequence[Item]) -> Catalogue:
    return make_catalogue(*map(item_to_competence, items))


@st.composite
def editions(draw: st.DrawFn) -> list[list[Item]]:
    """Four editions in a row; competences and indicators come, go, come back, are renamed and mixed.

    Each competence keeps a description and one indicator: something must stay for it to be the same one.

    Those that stay may exchange names. One that comes does not get the name of one that goes at the same time:
    nobody could say whether that is a new one or the old one rewritten.
    """
    made: list[list[Item]] = []
    for _ in range(4):
        before = {item.subject: item.name for item in made[-1]} if made else {}
        subjects = draw(st.lists(st.integers(0, 5), unique=True, min_size=1, max_size=5))
        theirs = [before[subject] for subject in subjects if subject in before]
        fresh = [name for name in draw(st.permutations(NAMES)) if name not in before.values()]
        names = draw(st.permutations([*theirs, *fresh]))
        indicators = draw(st.permutations(range(6, 12)))
        items = []
        for subject in subjects:
            name = next(n for n in names if subject in before or n in fresh)
            names = [n for n in names if n != name]
            count = draw(st.integers(0, 2))
            items.append(Item(subject, name, indicators[:count]))
            indicators = indicators[count:]
        made.append(items)
    return made


@given(editions())
def test_no_id_is_lost_swapped_or_used_again(found: list[list[Item]]) -> None:
    catalogue = as_read(found[0])
    owners = owned(catalogue, found[0])
    present = set(owners.values())
    for items in found[1:]:
        catalogue = catalogue_with_ids(as_read(items), catalogue_to_edition(catalogue))
        now = owned(catalogue, items)
        for id_, owner in now.items():
            assert owners.get(id_, owner) == owner, f"{id_} stood for {owners[id_]} and now for {owner}"
        assert owners.keys() <= {*now, *catalogue.retired}
        kept = {owner for id_, owner in now.items() if id_ in owners}
        assert present & set(now.values()) <= kept
        owners |= now
        present = set(now.values())


def owned(catalogue: Catalogue, items: Sequence[Item]) -> dict[str, str]:
    """Each id and who it stands for."""
    owners: dict[str, str] = {}
    for competence, item in zip(catalogue.competences, items, strict=True):
        owners[competence.id] = f"competence {item.subject}"
        for indicator, subject in zip(competence.indicators, [item.subject, *item.indicators], strict=True):
            owners[indicator.id] = f"indicator {subject}"
    return owners


def test_a_renamed_competence_keeps_its_id_and_a_new_one_gets_the_next() -> None:
    first = as_read([Item(0, "Durf", [6, 7]), Item(1, "Lef", [8])])
    old = catalogue_with_ids(first, catalogue_to_edition(make_catalogue()))
    assert [c.id for c in old.competences] == ["durf", "lef"]
    new = catalogue_with_ids(
        as_read([Item(2, "Durf", [9]), Item(0, "Moed", [7, 10, 6]), Item(1, "Lef", [8, 11])]), catalogue_to_edition(old)
    )
    assert [c.id for c in new.competences] == ["durf-2", "durf", "lef"]
    assert [i.id for i in new.competences[1].indicators] == ["durf.1", "durf.3", "durf.4", "durf.2"]
    assert [i.id for i in new.competences[2].indicators] == ["lef.1", "lef.2", "lef.3"]


def test_an_indicator_takes_its_id_along_to_another_competence() -> None:
    old = catalogue_with_ids(
        as_read([Item(0, "Durf", [6, 7]), Item(1, "Lef", [8])]), catalogue_to_edition(make_catalogue())
    )
    new = catalogue_with_ids(as_read([Item(0, "Durf", [6]), Item(1, "Lef", [8, 7])]), catalogue_to_edition(old))
    assert [i.id for i in new.competences[1].indicators] == ["lef.1", "lef.2", "durf.3"]


def test_what_goes_is_retired_and_stays_so_through_every_format_that_can_hold_it() -> None:
    old = catalogue_with_ids(
        as_read([Item(0, "Durf", [6]), Item(1, "Lef", [8])]), catalogue_to_edition(make_catalogue())
    )
    new = catalogue_with_ids(as_read([Item(1, "Lef", [8])]), catalogue_to_edition(old))
    assert new.retired == ("durf", "durf.1", "durf.2")
    formats: tuple[Format, ...] = ("json", "xml")
    for format_ in formats:
        assert read_edition(catalogue_to_bytes(new, format_), f"x.{format_}").retired == new.retired
    later = catalogue_with_ids(as_read([Item(2, "Durf", [9]), Item(1, "Lef", [8])]), catalogue_to_edition(new))
    assert [c.id for c in later.competences] == ["durf-2", "lef"]
    assert later.retired == ("durf", "durf.1", "durf.2")


def test_the_same_edition_again_changes_nothing() -> None:
    old = catalogue_with_ids(
        as_read([Item(0, "Durf", [6, 7]), Item(1, "Lef", [8])]), catalogue_to_edition(make_catalogue())
    )
    assert catalogue_with_ids(old, catalogue_to_edition(old)) == old
    assert list(catalogue_ids(old.competences)) == ["durf", "durf.1", "durf.2", "durf.3", "lef", "lef.1", "lef.2"]
