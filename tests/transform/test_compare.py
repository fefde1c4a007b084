"""What changed between two editions: each kind of change by itself, and what holds for any two editions."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogues import catalogues, gold_catalogue
from transform.compare import catalogue_to_edition, compare_editions, longest_in_order
from transform.comparison import Change, Comparison, Edition, Kind, Side, Weight
from transform.model import Catalogue, Competence, Indicator
from transform.word_diff import texts_to_pieces, texts_to_weight

GOLD = gold_catalogue()
Competences = list[Competence]


def reworded(competence: Competence, **fields: str) -> Competence:
    return msgspec.structs.replace(competence, **fields)


def with_indicators(competence: Competence, texts: Sequence[str]) -> Competence:
    indicators = tuple(Indicator(id=f"{competence.id}.{n}", text=text) for n, text in enumerate(texts, 1))
    return msgspec.structs.replace(competence, indicators=indicators)


def texts(competence: Competence) -> list[str]:
    return [indicator.text for indicator in competence.indicators]


def edition(competences: Sequence[Competence], title: str | None = GOLD.title) -> Edition:
    return Edition(file="nieuw.pdf", competences=tuple(competences), title=title, appendix=GOLD.appendix)


def compared(competences: Sequence[Competence]) -> Comparison:
    return compare_editions(catalogue_to_edition(GOLD), edition(competences))


def swapped_names(found: Competences) -> Competences:
    one, other = found[1], found[5]
    found[1], found[5] = reworded(one, name=other.name, id=other.id), reworded(other, name=one.name, id=one.id)
    return found


def renamed(found: Competences) -> Competences:
    small = found[0].description.replace("klant", "burger")
    return [reworded(found[0], name="Burgergericht", id="burgergericht", description=small), *found[1:]]


def moved_indicator(found: Competences) -> Competences:
    last = texts(found[2])[-1]
    found[2] = with_indicators(found[2], texts(found[2])[:-1])
    found[9] = with_indicators(found[9], [*texts(found[9]), last])
    return found


def exchanged(found: Competences, one: int, other: int) -> Competences:
    found[one], found[other] = found[other], found[one]
    return found


def core_renamed(found: Competences) -> Competences:
    return [reworded(c, core_competence=c.core_competence.replace("Betrouwbaar", "Integer")) for c in found]


def changed(found: Competences, at: int, **fields: str) -> Competences:
    found[at] = reworded(found[at], **fields)
    return found


def listed(found: Competences, at: int, change: Callable[[list[str]], list[str]]) -> Competences:
    found[at] = with_indicators(found[at], change(texts(found[at])))
    return found


NEW = msgspec.structs.replace(
    with_indicators(GOLD.competences[0], ["Leert iedere week een nieuwe taal."]),
    id="talen",
    name="Talenkennis",
    description="Spreekt en schrijft meerdere talen vloeiend.",
)
FIRST = "Verbindend"

#: What is done to the appendix, and all changes that must be found.
CASES: dict[str, tuple[Callable[[Competences], Competences], list[tuple[Kind, Weight]]]] = {
    "nothing": (lambda c: c, []),
    "added": (lambda c: [*c[:3], NEW, *c[3:]], [(Kind.ADDED, Weight.SUBSTANTIVE)]),
    "removed": (lambda c: [*c[:3], *c[4:]], [(Kind.REMOVED, Weight.SUBSTANTIVE)]),
    "renamed with a small rewording": (
        renamed,
        [(Kind.RENAMED, Weight.SUBSTANTIVE), (Kind.DESCRIPTION, Weight.SUBSTANTIVE)],
    ),
    "renamed in typography": (
        lambda c: changed(c, 19, name="Plannen / organiseren"),
        [(Kind.RENAMED, Weight.TYPOGRAPHIC)],
    ),
    "two names swapped": (
        swapped_names,
        [(Kind.RENAMED, Weight.SUBSTANTIVE), (Kind.RENAMED, Weight.SUBSTANTIVE)],
    ),
    "rewritten under the same name": (
        lambda c: [*c[:3], msgspec.structs.replace(NEW, name=c[3].name), *c[4:]],
        [
            (Kind.DESCRIPTION, Weight.SUBSTANTIVE),
            *[(Kind.INDICATOR_REMOVED, Weight.SUBSTANTIVE)] * 3,
            (Kind.INDICATOR_ADDED, Weight.SUBSTANTIVE),
        ],
    ),
    "regrouped": (
        lambda c: changed(c, 3, core_competence="Vernieuwend"),
        [(Kind.REGROUPED, Weight.SUBSTANTIVE)],
    ),
    "reordered": (lambda c: exchanged(c, 7, 8), [(Kind.REORDERED, Weight.SUBSTANTIVE)]),
    "description reworded": (
        lambda c: changed(c, 3, description=c[3].description.replace("politieke", "bestuurlijke")),
        [(Kind.DESCRIPTION, Weight.SUBSTANTIVE)],
    ),
    "description in typography": (
        lambda c: changed(c, 3, description=c[3].description.replace(",", " –")),
        [(Kind.DESCRIPTION, Weight.TYPOGRAPHIC)],
    ),
    "indicator added": (
        lambda c: listed(c, 4, lambda t: [*t, "Viert successen."]),
        [(Kind.INDICATOR_ADDED, Weight.SUBSTANTIVE)],
    ),
    "indicator removed": (lambda c: listed(c, 4, lambda t: t[1:]), [(Kind.INDICATOR_REMOVED, Weight.SUBSTANTIVE)]),
    "indicator reworded": (
        lambda c: listed(c, 4, lambda t: [t[0].replace("het team", "de groep"), *t[1:]]),
        [(Kind.INDICATOR_REWORDED, Weight.SUBSTANTIVE)],
    ),
    "indicator gets its full stop": (
        lambda c: listed(c, 1, lambda t: [t[0] + ".", *t[1:]]),
        [(Kind.INDICATOR_REWORDED, Weight.TYPOGRAPHIC)],
    ),
    "indicators exchanged": (
        lambda c: listed(c, 4, lambda t: [t[1], t[0], *t[2:]]),
        [(Kind.INDICATOR_REORDERED, Weight.SUBSTANTIVE)],
    ),
    "indicator moved to another competence": (moved_indicator, [(Kind.INDICATOR_MOVED, Weight.SUBSTANTIVE)]),
    "core competence renamed": (core_renamed, [(Kind.CORE_RENAMED, Weight.SUBSTANTIVE)]),
    "core competence added": (
        lambda c: changed(c, 3, core_competence="Kundig"),
        [(Kind.CORE_ADDED, Weight.SUBSTANTIVE), (Kind.REGROUPED, Weight.SUBSTANTIVE)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_found_and_nothing_else(case: str) -> None:
    change, expected = CASES[case]
    found = compared(change(list(GOLD.competences)))
    assert [(c.kind, c.weight) for c in found.changes] == expected
    assert found.is_same() == (not expected)
    assert found.is_same(substantive=True) == all(weight is Weight.TYPOGRAPHIC for _, weight in expected)


def test_a_core_competence_is_removed_with_its_last_competence() -> None:
    kept = [c for c in GOLD.competences if c.core_competence != FIRST]
    kinds = [change.kind for change in compared(kept).changes]
    assert kinds == [Kind.CORE_REMOVED, *[Kind.REMOVED] * (27 - len(kept))]


def test_a_core_competence_that_most_left_for_others_was_not_renamed() -> None:
    """One of eight went to a new core competence and the rest elsewhere: the old one is gone, not renamed."""
    (*rest, last) = [n for n, c in enumerate(GOLD.competences) if c.core_competence == FIRST]
    found = list(GOLD.competences)
    for n in rest:
        found[n] = reworded(found[n], core_competence="Betrouwbaar")
    found[last] = reworded(found[last], core_competence="Kundig")
    kinds = [change.kind for change in compared(found).changes]
    assert kinds == [Kind.CORE_REMOVED, Kind.CORE_ADDED, *[Kind.REGROUPED] * (len(rest) + 1)]


@pytest.mark.parametrize("turned", [False, True])
def test_no_core_competence_has_no_name_to_change(turned: bool) -> None:
    without = edition([reworded(c, core_competence="") for c in GOLD.competences])
    named = edition([reworded(c, core_competence=FIRST) for c in GOLD.competences])
    found = compare_editions(named, without) if turned else compare_editions(without, named)
    first = Kind.CORE_REMOVED if turned else Kind.CORE_ADDED
    assert [change.kind for change in found.changes] == [first, *[Kind.REGROUPED] * 27]


def test_the_title_counts_only_where_both_have_one() -> None:
    new = edition(GOLD.competences, "Competentie-catalogus")
    (change,) = compare_editions(catalogue_to_edition(GOLD), new).changes
    assert (change.kind, change.weight) == (Kind.TITLE, Weight.TYPOGRAPHIC)
    assert compare_editions(catalogue_to_edition(GOLD), edition(GOLD.competences, None)).is_same()


def test_ids_alone_are_no_change() -> None:
    other = [msgspec.structs.replace(c, id=f"x{n}") for n, c in enumerate(GOLD.competences)]
    assert compared(other).is_same()


def test_a_change_says_where_it_stands_on_both_sides() -> None:
    (change,) = compared(moved_indicator(list(GOLD.competences))).changes
    assert change.old is not None
    assert change.new is not None
    assert (change.old.name, change.old.position, change.old.number) == ("Integraal werken", 3, 3)
    assert (change.new.name, change.new.position, change.new.number) == ("Initiatief", 10, 4)


WORDS = [
    ("een twee drie", "een vier drie", "een [twee]{vier} drie"),
    ("een twee drie", "een drie", "een [twee ]drie"),
    ("a b c d", "a x y d", "a [b c]{x y} d"),
    ("klaar", "klaar.", "klaar{.}"),
    ("niet-oordelend", "niet oordelend", "[niet-oordelend]{niet oordelend}"),
    ("", "nieuw", "{nieuw}"),
    ("zelfde", "zelfde", "zelfde"),
]


@pytest.mark.parametrize(("old", "new", "shown"), WORDS)
def test_texts_differ_word_by_word(old: str, new: str, shown: str) -> None:
    signs = {Side.BOTH: "{0}", Side.OLD: "[{0}]", Side.NEW: "{{{0}}}"}
    assert "".join(signs[piece.side].format(piece.text) for piece in texts_to_pieces(old, new)) == shown


WEIGHTS = [
    ("hij/zij", "hij / zij", Weight.TYPOGRAPHIC),
    ("‘oud’", '"Oud"', Weight.TYPOGRAPHIC),
    ("e-mail", "email", Weight.TYPOGRAPHIC),
    ("coöperatief", "cooperatief", Weight.SUBSTANTIVE),
    ("€ 2,5 mln", "€ 2.5 mln", Weight.SUBSTANTIVE),
    ("€ 2,5", "€ 25", Weight.SUBSTANTIVE),
    ("in 2026, 3 keer", "in 2026 3 keer", Weight.TYPOGRAPHIC),
    ("artikel 2", "artikel 3", Weight.SUBSTANTIVE),
    ("stijgt met 5%", "stijgt met 5", Weight.SUBSTANTIVE),
    ("kost 5 €", "kost 5 $", Weight.SUBSTANTIVE),
    ("5 + 3", "5 × 3", Weight.SUBSTANTIVE),
    ("20° C", "20 C", Weight.SUBSTANTIVE),
    ("\u2212 5 punten", "- 5 punten", Weight.TYPOGRAPHIC),
    ("x\u030c is", "x is", Weight.SUBSTANTIVE),
]


@pytest.mark.parametrize(("old", "new", "weight"), WEIGHTS)
def test_letters_digits_and_symbols_are_substance(old: str, new: str, weight: Weight) -> None:
    assert texts_to_weight(old, new) is weight


sentences = st.text("ab -.'", max_size=12) | st.lists(st.sampled_from(["een", "twee", "drie"]), max_size=8).map(
    " ".join
)


@given(sentences, sentences)
def test_both_texts_can_be_rebuilt(old: str, new: str) -> None:
    pieces = texts_to_pieces(old, new)
    assert "".join(p.text for p in pieces if p.side is not Side.NEW) == old
    assert "".join(p.text for p in pieces if p.side is not Side.OLD) == new
    assert all(piece.text for piece in pieces)


@given(sentences, sentences)
def test_pieces_exchange_sides_with_the_texts(old: str, new: str) -> None:
    other = {Side.OLD: Side.NEW, Side.NEW: Side.OLD, Side.BOTH: Side.BOTH}
    one = sorted((other[p.side], p.text) for p in texts_to_pieces(old, new))
    assert one == sorted((p.side, p.text) for p in texts_to_pieces(new, old))


@given(catalogues())
def test_an_edition_compared_with_itself_shows_no_change(catalogue: Catalogue) -> None:
    side = catalogue_to_edition(catalogue)
    assert compare_editions(side, side).is_same()


def turned(change: Change) -> tuple[object, ...]:
    """A change as it must be told when the editions are exchanged."""
    opposite = {
        Kind.ADDED: Kind.REMOVED,
        Kind.INDICATOR_ADDED: Kind.INDICATOR_REMOVED,
        Kind.CORE_ADDED: Kind.CORE_REMOVED,
    }
    kinds = opposite | {other: one for one, other in opposite.items()}
    kind = kinds.get(change.kind, change.kind)
    return kind, change.weight, str(change.new), str(change.old), change.new_text, change.old_text


def told(change: Change) -> tuple[object, ...]:
    return change.kind, change.weight, str(change.old), str(change.new), change.old_text, change.new_text


def shuffled_gold() -> st.SearchStrategy[list[Competence]]:
    """The appendix with competences dropped, repeated under another id, mixed and regrouped."""
    cores = st.sampled_from(["Verbindend", "Doortastend", "Integer"])
    return st.lists(st.tuples(st.sampled_from(GOLD.competences[:9]), cores, st.integers(0, 3)), max_size=9).map(
        _distinct
    )


def _distinct(drawn: list[tuple[Competence, str, int]]) -> list[Competence]:
    return [
        msgspec.structs.replace(
            c, id=f"{c.id}-{n}", name=f"{c.name} {cut}", core_competence=core, indicators=c.indicators[cut:]
        )
        for n, (c, core, cut) in enumerate(drawn)
    ]


@given(shuffled_gold(), shuffled_gold())
def test_the_other_way_round_is_the_same_with_sides_exchanged(old: list[Competence], new: list[Competence]) -> None:
    there = compare_editions(edition(old), edition(new))
    back = compare_editions(edition(new), edition(old))
    assert sorted(map(turned, there.changes), key=str) == sorted(map(told, back.changes), key=str)


@given(shuffled_gold(), shuffled_gold())
def test_every_competence_of_either_side_is_in_one_pair(old: list[Competence], new: list[Competence]) -> None:
    pairs = compare_editions(edition(old), edition(new)).pairs
    assert sorted(pair.old for pair in pairs if pair.old is not None) == list(range(len(old)))
    assert [pair.new for pair in pairs if pair.new is not None] == list(range(len(new)))


@given(st.permutations(range(8)))
def test_as_few_as_possible_have_moved(order: list[int]) -> None:
    stayed = sorted(longest_in_order(dict(enumerate(order))))
    assert [order[i] for i in stayed] == sorted(order[i] for i in stayed)
    lengths = [1] * 8
    for i in range(8):
        lengths[i] = 1 + max((lengths[j] for j in range(i) if order[j] < order[i]), default=0)
    assert len(stayed) == max(lengths)


def test_three_hundred_against_three_hundred_in_a_second() -> None:
    def many(letter: str) -> list[Competence]:
        return [
            msgspec.structs.replace(
                c, id=f"{letter}-{n}", name=f"{c.name} {letter}{n % 5}", description=f"{c.description} {n * 7 % 31}"
            )
            for n in range(300)
            for c in [GOLD.competences[n % 27]]
        ]

    old, new = many("oud"), many("nieuw")[::-1]
    fastest = min(_seconds(lambda: compare_editions(edition(old), edition(new))) for _ in range(3))
    assert fastest < 1.0


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
