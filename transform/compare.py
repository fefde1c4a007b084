"""Two editions → their Comparison: what was added, removed, renamed, reworded and moved.

The decisions (who is who, what stayed in order, which core competence was renamed) are taken on the two editions
in an order that does not depend on which is the old one. So comparing the other way round gives the same changes
with their sides exchanged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from transform.comparison import Change, Comparison, Edition, Kind, Pair, Piece, Place, Side, Weight
from transform.findings import Code
from transform.matching import Place as Spot
from transform.matching import in_order, match_competences, match_elsewhere, match_indicators
from transform.model import Catalogue, Competence
from transform.reading import Reading
from transform.word_diff import texts_to_pieces, texts_to_weight


class Decisions(NamedTuple):
    """What is what, by position (from 0) in the old and the new edition."""

    pairs: dict[int, int]
    stayed: frozenset[int]
    indicators: dict[int, dict[int, int]]
    indicators_stayed: dict[int, frozenset[int]]
    elsewhere: dict[Spot, Spot]
    cores: dict[str, str]


def catalogue_to_edition(catalogue: Catalogue) -> Edition:
    """A catalogue as one side of a comparison."""
    return Edition(
        file=catalogue.source.file,
        competences=catalogue.competences,
        title=catalogue.title,
        appendix=catalogue.appendix,
        retired=catalogue.retired,
    )


def reading_to_edition(reading: Reading) -> Edition:
    """What was read from a document as one side of a comparison."""
    found = (finding.page for finding in reading.findings if finding.code is Code.TEXT_FROM_OCR)
    pages = tuple(sorted({page for page in found if page is not None}))
    return msgspec.structs.replace(catalogue_to_edition(reading.catalogue), recognised=pages)


def compare_editions(old: Edition, new: Edition) -> Comparison:
    """Compare two editions. Exact and deterministic; the ids of both sides are left as they are."""
    made = decide(old.competences, new.competences)
    pairs = in_order(made.pairs, len(old.competences), len(new.competences))
    items = tuple(_indicator_pairs(pair, old, new, made) for pair in pairs)
    changes = (
        *_heading_changes(old, new),
        *_core_changes(old, new, made),
        *(change for pair, inner in zip(pairs, items, strict=True) for change in _changes(pair, inner, old, new, made)),
    )
    return Comparison(old=old, new=new, pairs=pairs, indicators=items, changes=changes)


def decide(old: Sequence[Competence], new: Sequence[Competence]) -> Decisions:
    """All decisions, the same whichever side is the old one."""
    if msgspec.json.encode(old) <= msgspec.json.encode(new):
        return _decide(old, new)
    return _turned(_decide(new, old))


def _decide(old: Sequence[Competence], new: Sequence[Competence]) -> Decisions:
    pairs = {
        pair.old: pair.new for pair in match_competences(old, new) if pair.old is not None and pair.new is not None
    }
    indicators = {i: _indicator_map(old[i], new[j]) for i, j in sorted(pairs.items())}
    return Decisions(
        pairs=pairs,
        stayed=longest_in_order(pairs),
        indicators=indicators,
        indicators_stayed={i: longest_in_order(inner) for i, inner in indicators.items()},
        elsewhere=_elsewhere(old, new, pairs, indicators),
        cores=_renamed_cores(old, new, pairs),
    )


def _indicator_map(old: Competence, new: Competence) -> dict[int, int]:
    return _both_sides(match_indicators(old.indicators, new.indicators))


def _both_sides(pairs: tuple[Pair, ...]) -> dict[int, int]:
    return {pair.old: pair.new for pair in pairs if pair.old is not None and pair.new is not None}


def longest_in_order(pairs: Mapping[int, int]) -> frozenset[int]:
    """The old positions of the most pairs that kept their order among each other; the rest moved."""
    ends: list[int] = []
    last_of: list[int] = []
    before: dict[int, int | None] = {}
    for old in sorted(pairs):
        length = bisect_left(ends, pairs[old])
        before[old] = last_of[length - 1] if length else None
        ends[length:] = [pairs[old]] if length == len(ends) else [pairs[old], *ends[length + 1 :]]
        last_of[length:] = [old] if length == len(last_of) else [old, *last_of[length + 1 :]]
    kept: set[int] = set()
    at = last_of[-1] if last_of else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return frozenset(kept)


def _elsewhere(
    old: Sequence[Competence],
    new: Sequence[Competence],
    pairs: Mapping[int, int],
    indicators: Mapping[int, Mapping[int, int]],
) -> dict[Spot, Spot]:
    """Indicators without a partner in their own competence that stand in another one of the other edition."""
    left = {
        (i, n): x.text for i, c in enumerate(old) for n, x in enumerate(c.indicators) if n not in indicators.get(i, {})
    }
    taken = {(pairs[i], m) for i, inner in indicators.items() for m in inner.values()}
    fresh = {(j, m): x.text for j, c in enumerate(new) for m, x in enumerate(c.indicators) if (j, m) not in taken}
    return {spot: to for spot, to in match_elsewhere(left, fresh).items() if pairs.get(spot[0]) != to[0]}


def _renamed_cores(old: Sequence[Competence], new: Sequence[Competence], pairs: Mapping[int, int]) -> dict[str, str]:
    """Core competences that are gone, each with the new one that has more than half of its competences.

    Only competences of both editions count. More than half on both sides: there can be no two such names.
    """
    before, after = {c.core_competence for c in old}, {c.core_competence for c in new}
    moves = Counter((old[i].core_competence, new[j].core_competence) for i, j in pairs.items())
    left, came = Counter[str](), Counter[str]()
    for (one, other), times in moves.items():
        left[one] += times
        came[other] += times
    return {
        one: other
        for (one, other), times in moves.items()
        if one and other and one not in after and other not in before and 2 * times > max(left[one], came[other])
    }


def _turned(made: Decisions) -> Decisions:
    return Decisions(
        pairs={j: i for i, j in made.pairs.items()},
        stayed=frozenset(made.pairs[i] for i in made.stayed),
        indicators={made.pairs[i]: {m: n for n, m in inner.items()} for i, inner in made.indicators.items()},
        indicators_stayed={
            made.pairs[i]: frozenset(made.indicators[i][n] for n in stayed)
            for i, stayed in made.indicators_stayed.items()
        },
        elsewhere={to: spot for spot, to in made.elsewhere.items()},
        cores={new: old for old, new in made.cores.items()},
    )


def _indicator_pairs(pair: Pair, old: Edition, new: Edition, made: Decisions) -> tuple[Pair, ...]:
    if pair.old is None or pair.new is None:
        return ()
    olds, news = old.competences[pair.old].indicators, new.competences[pair.new].indicators
    return in_order(made.indicators[pair.old], len(olds), len(news))


def _heading_changes(old: Edition, new: Edition) -> Iterator[Change]:
    for kind, before, after in ((Kind.TITLE, old.title, new.title), (Kind.APPENDIX, old.appendix, new.appendix)):
        if before is not None and after is not None and before != after:
            yield _reworded(kind, before, after, Place(), Place())


def _core_changes(old: Edition, new: Edition, made: Decisions) -> Iterator[Change]:
    before = list(dict.fromkeys(c.core_competence for c in old.competences))
    after = list(dict.fromkeys(c.core_competence for c in new.competences))
    for core in before:
        place = Place(name=core, position=before.index(core) + 1)
        if core in made.cores:
            name = made.cores[core]
            yield _reworded(Kind.CORE_RENAMED, core, name, place, Place(name=name, position=after.index(name) + 1))
        elif core and core not in after:
            yield _whole(Kind.CORE_REMOVED, core, place, None)
    for core in after:
        if core and core not in before and core not in made.cores.values():
            yield _whole(Kind.CORE_ADDED, core, None, Place(name=core, position=after.index(core) + 1))


def _changes(pair: Pair, inner: tuple[Pair, ...], old: Edition, new: Edition, made: Decisions) -> Iterator[Change]:
    """Everything that changed in one pair of competences."""
    if pair.old is None or pair.new is None:
        yield from _one_sided(pair, old, new)
    else:
        yield from _both_sided(pair.old, pair.new, old, new, made)
    yield from _indicator_changes(pair, inner, old, new, made)


def _one_sided(pair: Pair, old: Edition, new: Edition) -> Iterator[Change]:
    if pair.old is not None:
        yield _whole(Kind.REMOVED, old.competences[pair.old].name, _place(old, pair.old), None)
    elif pair.new is not None:
        yield _whole(Kind.ADDED, new.competences[pair.new].name, None, _place(new, pair.new))


def _both_sided(i: int, j: int, old: Edition, new: Edition, made: Decisions) -> Iterator[Change]:
    before, after = old.competences[i], new.competences[j]
    here, there = _place(old, i), _place(new, j)
    if before.name != after.name:
        yield _reworded(Kind.RENAMED, before.name, after.name, here, there)
    if made.cores.get(before.core_competence, before.core_competence) != after.core_competence:
        yield _reworded(Kind.REGROUPED, before.core_competence, after.core_competence, here, there)
    if i not in made.stayed:
        yield _moved(Kind.REORDERED, before.name, after.name, here, there)
    if before.description != after.description:
        yield _reworded(Kind.DESCRIPTION, before.description, after.description, here, there)


def _indicator_changes(
    pair: Pair, inner: tuple[Pair, ...], old: Edition, new: Edition, made: Decisions
) -> Iterator[Change]:
    origins = {to: spot for spot, to in made.elsewhere.items()}
    for item in inner or _new_items(pair, new):
        i, j = pair.old, pair.new
        if item.new is None and item.old is not None and i is not None:
            if (i, item.old) not in made.elsewhere:
                yield _whole(Kind.INDICATOR_REMOVED, _text(old, i, item.old), _place(old, i, item.old), None)
        elif item.old is None and item.new is not None and j is not None:
            if (j, item.new) in origins:
                yield _from_elsewhere(origins[j, item.new], (j, item.new), old, new)
            elif i is not None:
                yield _whole(Kind.INDICATOR_ADDED, _text(new, j, item.new), None, _place(new, j, item.new))
        elif i is not None and j is not None and item.old is not None and item.new is not None:
            yield from _kept_item((i, item.old), (j, item.new), old, new, made)


def _new_items(pair: Pair, new: Edition) -> tuple[Pair, ...]:
    """The indicators of an added competence: only those that came from elsewhere are changes of their own."""
    if pair.new is None:
        return ()
    return tuple(Pair(None, n) for n in range(len(new.competences[pair.new].indicators)))


def _from_elsewhere(spot: Spot, to: Spot, old: Edition, new: Edition) -> Change:
    return _moved(Kind.INDICATOR_MOVED, _text(old, *spot), _text(new, *to), _place(old, *spot), _place(new, *to))


def _kept_item(spot: Spot, to: Spot, old: Edition, new: Edition, made: Decisions) -> Iterator[Change]:
    before, after = _text(old, *spot), _text(new, *to)
    if before != after:
        yield _reworded(Kind.INDICATOR_REWORDED, before, after, _place(old, *spot), _place(new, *to))
    if spot[1] not in made.indicators_stayed[spot[0]]:
        yield _moved(Kind.INDICATOR_REORDERED, before, after, _place(old, *spot), _place(new, *to))


def _text(edition: Edition, competence: int, indicator: int) -> str:
    return edition.competences[competence].indicators[indicator].text


def _place(edition: Edition, competence: int, indicator: int | None = None) -> Place:
    found = edition.competences[competence]
    item = None if indicator is None else found.indicators[indicator]
    return Place(
        competence=found.id,
        name=found.name,
        position=competence + 1,
        indicator=item.id if item else "",
        number=0 if indicator is None else indicator + 1,
    )


def _reworded(kind: Kind, old: str, new: str, here: Place, there: Place) -> Change:
    weight = texts_to_weight(old, new)
    return Change(kind=kind, weight=weight, old=here, new=there, pieces=texts_to_pieces(old, new))


def _moved(kind: Kind, old: str, new: str, here: Place, there: Place) -> Change:
    """A move weighs as substance, whatever happened to the text on the way."""
    return Change(kind=kind, weight=Weight.SUBSTANTIVE, old=here, new=there, pieces=texts_to_pieces(old, new))


def _whole(kind: Kind, text: str, here: Place | None, there: Place | None) -> Change:
    side = Side.NEW if here is None else Side.OLD
    return Change(kind=kind, weight=Weight.SUBSTANTIVE, old=here, new=there, pieces=(Piece(side, text),))
