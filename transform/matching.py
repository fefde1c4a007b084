"""Which competence, and which indicator, of one edition is which of the other.

First what has the same id and name and a body that is still much the same; then the best assignment of all that
is left, where the two are alike enough; then what still has the same name, rewritten altogether. The rest was
removed or added. Two competences that swap their names are therefore found by what they say.

What still fools it: a competence that gets another name and another text at once; two new ones that split an old
one (the liker gets its place); an indicator so short that one word is most of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from transform.assignment import best_assignment
from transform.comparison import Pair
from transform.model import Competence, Indicator
from transform.similarity import SCALE, Features, Profile, likeness

#: A pair less alike than this is no pair: the same indicators alone, or the same description alone, are too little.
COMPETENCES_ALIKE: Final = 410
INDICATORS_ALIKE: Final = 400
#: An indicator is only sought in another competence when it is nearly the same there.
INDICATOR_ELSEWHERE: Final = 700
#: With the same id and name, and a body at least this much alike, there is nothing to search.
BODY_ALIKE: Final = 500
#: What the same id adds: enough to decide between two that are as good, too little to overrule the text.
SAME_ID: Final = 60


def match_competences(old: Sequence[Competence], new: Sequence[Competence]) -> tuple[Pair, ...]:
    """Each competence of either side in one pair: in the order of the new side, removed ones after the one before."""
    features = Features()
    before = [Profile(competence, features) for competence in old]
    after = [Profile(competence, features) for competence in new]
    pairs = _by_id_and_name(old, new, before, after)
    left_old = [i for i in range(len(old)) if i not in pairs]
    left_new = sorted(set(range(len(new))) - set(pairs.values()))
    worth = {
        (i, j): value - COMPETENCES_ALIKE + 1
        for i in left_old
        for j in left_new
        if (value := before[i].likeness(after[j]) + (SAME_ID if old[i].id == new[j].id else 0)) >= COMPETENCES_ALIKE
    }
    pairs |= best_assignment(worth)
    return in_order({**pairs, **_by_name(old, new, pairs)}, len(old), len(new))


def _by_name(old: Sequence[Competence], new: Sequence[Competence], pairs: Mapping[int, int]) -> dict[int, int]:
    """What is left on both sides under one name."""
    taken = set(pairs.values())
    left_old = {i: competence.name for i, competence in enumerate(old) if i not in pairs}
    left_new = {j: competence.name for j, competence in enumerate(new) if j not in taken}
    by_text = _by_text(list(left_old.values()), list(left_new.values()))
    olds, news = list(left_old), list(left_new)
    return {olds[i]: news[j] for i, j in by_text.items()}


def _by_id_and_name(
    old: Sequence[Competence], new: Sequence[Competence], before: Sequence[Profile], after: Sequence[Profile]
) -> dict[int, int]:
    here, there = _places(old), _places(new)
    pairs = {here[key]: there[key] for key in here.keys() & there.keys()}
    return {i: j for i, j in sorted(pairs.items()) if _body_likeness(before[i], after[j]) >= BODY_ALIKE}


def _places(competences: Sequence[Competence]) -> dict[tuple[str, str], int]:
    """Where each id and name stands; what stands twice is left to the search."""
    keys = [(competence.id, competence.name) for competence in competences]
    times = Counter(keys)
    return {key: place for place, key in enumerate(keys) if times[key] == 1}


def _body_likeness(one: Profile, other: Profile) -> int:
    return (likeness(one.description, other.description) + likeness(one.indicators, other.indicators)) // 2


def match_indicators(old: Sequence[Indicator], new: Sequence[Indicator]) -> tuple[Pair, ...]:
    """Each indicator of a pair of competences in one pair; the same text first, then the best assignment."""
    pairs = _by_text([indicator.text for indicator in old], [indicator.text for indicator in new])
    left_old = [i for i in range(len(old)) if i not in pairs]
    left_new = sorted(set(range(len(new))) - set(pairs.values()))
    if left_old and left_new:
        pairs |= _best_texts({i: old[i].text for i in left_old}, {j: new[j].text for j in left_new}, INDICATORS_ALIKE)
    return in_order(pairs, len(old), len(new))


Place = tuple[int, int]


def match_elsewhere(old: Mapping[Place, str], new: Mapping[Place, str]) -> dict[Place, Place]:
    """Indicators that left one competence and stand in another: (competence, indicator) of the old → of the new."""
    before, after = sorted(old), sorted(new)
    best = _best_texts(
        {i: old[place] for i, place in enumerate(before)},
        {j: new[place] for j, place in enumerate(after)},
        INDICATOR_ELSEWHERE,
    )
    return {before[i]: after[j] for i, j in best.items()}


def _by_text(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Equal texts, the first with the first."""
    waiting: dict[str, list[int]] = {}
    for j in range(len(new) - 1, -1, -1):
        waiting.setdefault(new[j], []).append(j)
    return {i: waiting[text].pop() for i, text in enumerate(old) if waiting.get(text)}


def _best_texts(old: Mapping[int, str], new: Mapping[int, str], least: int) -> dict[int, int]:
    features = Features()
    before = {i: features.words(text) for i, text in old.items()}
    after = {j: features.words(text) for j, text in new.items()}
    worth = {
        (i, j): value - least + 1 + (SCALE if old[i] == new[j] else 0)
        for i, one in before.items()
        for j, other in after.items()
        if (value := likeness(one, other)) >= least
    }
    return best_assignment(worth)


def in_order(pairs: Mapping[int, int], olds: int, news: int) -> tuple[Pair, ...]:
    """All pairs in the order of the new side; what was removed follows what stood before it in the old one."""
    to_old = {new: old for old, new in pairs.items()}
    after: dict[int, list[int]] = {}
    last = -1
    for old in range(olds):
        if old in pairs:
            last = pairs[old]
        else:
            after.setdefault(last, []).append(old)
    ordered = [Pair(old, None) for old in after.get(-1, [])]
    for new in range(news):
        ordered.append(Pair(to_old.get(new), new))
        ordered += [Pair(old, None) for old in after.get(new, [])]
    return tuple(ordered)
