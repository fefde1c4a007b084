"""Ids that outlive an edition: an id belongs to a competence or indicator, not to its wording or place.

What matches the previous edition keeps its id, also an indicator that moved to another competence. What is new
gets the next free one. An id that stood for something once is never given to anything else: ids that fall out
of use are kept in the catalogue as ``retired``, and so travel from export to export (a CSV or Word file does not
carry them, see ``docs/vergelijken.md``).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

from msgspec.structs import replace

from transform.compare import Decisions, decide
from transform.comparison import Edition
from transform.model import Catalogue, Competence, Indicator, catalogue_ids, slug
from transform.reading import Provenance


class _Taken:
    """Every id that is or was in use, and the next free ones."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = set(ids)

    def next_competence(self, name: str) -> str:
        """The name's slug, or with the next free number: ``durf``, ``durf-2``."""
        base = slug(name)
        numbered = (f"{base}-{number}" for number in count(2))
        return self._take(base if self._is_free(base) else next(filter(self._is_free, numbered)))

    def next_indicator(self, competence: str) -> str:
        """The competence's id with the number after the highest it ever had."""
        numbers = [int(id_.rpartition(".")[2]) for id_ in self._ids if id_.rpartition(".")[0] == competence]
        return self._take(f"{competence}.{max(numbers, default=0) + 1}")

    def _take(self, free: str) -> str:
        self._ids.add(free)
        return free

    def _is_free(self, competence: str) -> bool:
        """A competence's id is free if neither it nor an indicator under it was ever used."""
        return competence not in self._ids and not any(id_.startswith(f"{competence}.") for id_ in self._ids)


class _Kept(NamedTuple):
    """The ids that the new edition keeps, by position."""

    competences: dict[int, str]
    indicators: dict[tuple[int, int], str]


def catalogue_with_ids(catalogue: Catalogue, previous: Edition) -> Catalogue:
    """The catalogue with the ids of the previous edition, its own ids forgotten, and the retired ones noted."""
    bare = names_only(catalogue.competences)
    kept = _kept(decide(names_only(previous.competences), bare), previous)
    taken = _Taken((*catalogue_ids(previous.competences), *previous.retired))
    ids = [kept.competences.get(j) or taken.next_competence(c.name) for j, c in enumerate(catalogue.competences)]
    competences = tuple(
        _with_ids(competence, ids[j], j, kept, taken) for j, competence in enumerate(catalogue.competences)
    )
    used = set(catalogue_ids(competences))
    retired = sorted({*catalogue_ids(previous.competences), *previous.retired} - used)
    return replace(catalogue, competences=competences, retired=tuple(retired))


def carry_ids(
    catalogue: Catalogue, provenance: Iterable[Provenance], previous: Edition
) -> tuple[Catalogue, tuple[Provenance, ...]]:
    """The catalogue with the ids of the previous edition, and its provenance under the same ids."""
    carried = catalogue_with_ids(catalogue, previous)
    new_ids = dict(zip(catalogue_ids(catalogue.competences), catalogue_ids(carried.competences), strict=True))
    return carried, tuple(replace(item, id=new_ids[item.id]) for item in provenance)


def edition_to_texts(edition: Edition) -> Iterable[str]:
    """Every text of an edition: words that the last export already had whole."""
    for competence in edition.competences:
        yield from (competence.name, competence.core_competence, competence.description)
        yield from (indicator.text for indicator in competence.indicators)


def names_only(competences: Iterable[Competence]) -> tuple[Competence, ...]:
    """The competences under ids that say nothing but their name.

    A fresh reading has ids made of names; were they compared with ids that outlived a renaming, the wrong ones
    would agree.
    """
    return tuple(
        replace(c, id=slug(c.name), indicators=tuple(replace(i, id="x.1") for i in c.indicators)) for c in competences
    )


def _kept(made: Decisions, previous: Edition) -> _Kept:
    old = previous.competences
    indicators = {
        (made.pairs[i], m): old[i].indicators[n].id for i, inner in made.indicators.items() for n, m in inner.items()
    }
    indicators |= {to: old[i].indicators[n].id for (i, n), to in made.elsewhere.items()}
    return _Kept({j: old[i].id for i, j in made.pairs.items()}, indicators)


def _with_ids(competence: Competence, id_: str, j: int, kept: _Kept, taken: _Taken) -> Competence:
    indicators = tuple(
        Indicator(id=kept.indicators.get((j, m)) or taken.next_indicator(id_), text=indicator.text)
        for m, indicator in enumerate(competence.indicators)
    )
    return replace(competence, id=id_, indicators=indicators)
