"""Comparisons for tests of reports: a second edition of the sample, hostile texts, and a strategy for any other.

catalogue (old) ── edits ──▶ catalogue (new) ──▶ Comparison
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hypothesis import strategies as st
from msgspec.structs import replace

from tests.catalogues import HARD_TEXTS, catalogues, gold_catalogue, hard_catalogue, make_catalogue, make_competence
from transform.compare import catalogue_to_edition, compare_editions
from transform.comparison import Comparison
from transform.model import Catalogue, Competence, Indicator


def compared(old: Catalogue, new: Catalogue, old_file: str = "oud.json", new_file: str = "nieuw.pdf") -> Comparison:
    """The comparison of two catalogues, from files with these names."""
    one, other = catalogue_to_edition(old), catalogue_to_edition(new)
    return compare_editions(replace(one, file=old_file), replace(other, file=new_file))


def gold_comparison() -> Comparison:
    """The sample against a second edition, with a change of every kind."""
    return compared(gold_catalogue(), second_edition(), "bijlage-1b.json", "bijlage-1b-2027.pdf")


def second_edition() -> Catalogue:
    """The sample's right answer after a dozen edits."""
    gold = gold_catalogue()
    by_id = {competence.id: competence for competence in gold.competences}
    for id_, edit in _EDITS.items():
        by_id[id_] = edit(by_id[id_])
    _move_indicator(by_id, "toewijding", "vertrouwen-opbouwen")
    del by_id["durf"]
    order = list(by_id.values())
    order.insert(3, order.pop([c.id for c in order].index("initiatief")))
    order.insert(9, NEW_COMPETENCE)
    renamed = (replace(c, core_competence=_CORES.get(c.core_competence, c.core_competence)) for c in order)
    return replace(
        gold,
        title=gold.title + " 2027",
        appendix=gold.appendix.replace(" ", "-"),
        competences=tuple(renamed),
    )


NEW_COMPETENCE = make_competence(
    "digitale-vaardigheid",
    "Kiest per taak het passende hulpmiddel.",
    "Gaat zorgvuldig om met gegevens van anderen.",
    name="Digitale vaardigheid",
    core_competence="Wendbaar",
    description="Maakt doelmatig en veilig gebruik van digitale middelen.",
)
#: One core competence gets another name; another is merged into one that stays.
_CORES = {"Doortastend": "Daadkrachtig", "Vernieuwend": "Betrouwbaar"}


def _words(old: str, new: str) -> Callable[[Competence], Competence]:
    """Replaces words in the description; fails if they are not there."""

    def edit(competence: Competence) -> Competence:
        assert old in competence.description, competence.description
        return replace(competence, description=competence.description.replace(old, new))

    return edit


def _indicators(edit: Callable[[list[Indicator]], Iterable[Indicator]]) -> Callable[[Competence], Competence]:
    return lambda competence: replace(competence, indicators=tuple(edit(list(competence.indicators))))


def _reworded(number: int, start: str) -> Callable[[list[Indicator]], Iterable[Indicator]]:
    """The indicator begins with other words."""

    def edit(indicators: list[Indicator]) -> Iterable[Indicator]:
        first = indicators[number - 1]
        _, _, rest = first.text.partition(" ")
        indicators[number - 1] = replace(first, text=f"{start} {rest}")
        return indicators

    return edit


def _without_stop(indicators: list[Indicator]) -> Iterable[Indicator]:
    return [replace(i, text=i.text.removesuffix(".") + ";") for i in indicators]


_EDITS: dict[str, Callable[[Competence], Competence]] = {
    "klantgericht": lambda c: replace(c, name="Gericht op de burger"),
    "netwerken": lambda c: replace(c, core_competence="Betrouwbaar"),
    "omgevingsbewustzijn": _words("maatschappelijke", "maatschappelijke, digitale"),
    "plannen-organiseren": lambda c: replace(c, name="Plannen/Organiseren"),
    "besluitvaardig": _indicators(_reworded(1, "Hakt")),
    "integer-leiderschap": _indicators(lambda items: items[:2]),
    "leervermogen": _indicators(lambda items: [items[2], items[0], items[1]]),
    "overtuigingskracht": _indicators(_without_stop),
    "stressbestendig": _indicators(
        lambda items: [*items, Indicator(id="stressbestendig.4", text="Vraagt op tijd om hulp.")]
    ),
}


def _move_indicator(by_id: dict[str, Competence], source: str, target: str) -> None:
    """The last indicator of one competence becomes the last of another."""
    *left, moved = by_id[source].indicators
    by_id[source] = replace(by_id[source], indicators=tuple(left))
    taken = replace(moved, id=f"{target}.9")
    by_id[target] = replace(by_id[target], indicators=(*by_id[target].indicators, taken))


#: Texts that would break out of a report, steer a terminal, or show nothing.
HOSTILE_TEXTS = (
    "<script>alert(1)</script>",
    "</style></script><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='x",
    "]]> <![CDATA[ -->",
    "&lt;b&gt; &amp;amp; &#0;",
    "[klik](javascript:alert(1)) ![x](http://example.org/x.png)",
    "<http://example.org> http://example.org www.example.org a@example.org",
    "# kop",
    "- lijst",
    "1. lijst",
    "12) lijst",
    "> citaat",
    "| a | b |",
    "***vet*** __vet__ `code` ~~weg~~ \\",
    "[a]: /url",
    "[-weg-] {+erbij+}",
    "[bold]vet[/bold] :smile:",
    "\u202eomgekeerd\u202c \u2066geïsoleerd\u2069",
    "nul\u200bbreedte en zachte\u00adafbreking",
    "\u0301accent",
    "\ue000eigen teken",
)


def hostile_comparison() -> Comparison:
    """Every hostile text as a name, description and indicator: kept, changed into the next, added and removed."""
    texts = (*HOSTILE_TEXTS, *HARD_TEXTS)
    old = [make_competence(f"c-{n}", text, name=text, description=text) for n, text in enumerate(texts)]
    turned = [*texts[1:], texts[0]]
    new = [
        make_competence(f"c-{n}", text, other, name=text, description=other, core_competence=other)
        for n, (text, other) in enumerate(zip(texts, turned, strict=True))
    ]
    gone = [make_competence(f"weg-{n}", f"Alleen oud {t}", name=f"Weg {t}") for n, t in enumerate(HOSTILE_TEXTS)]
    fresh = [make_competence(f"erbij-{n}", f"Nu pas {t}", name=f"Erbij {t}") for n, t in enumerate(HOSTILE_TEXTS)]
    before = make_catalogue(*old, *gone, title="<title>", appendix="</title>")
    after = make_catalogue(*fresh, *new, title="&lt;title&gt;", appendix="]]>")
    return compared(before, after, "<b>\x1b[31m.json", "\u202efdp.json")


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """A catalogue against another that takes some of its competences over, in any order, some with new texts."""
    old, other = draw(catalogues()), draw(catalogues())
    taken = {c.id: draw(_edited(c, other)) for c in draw(st.permutations(old.competences)) if draw(st.booleans())}
    fresh = [c for c in other.competences if c.id not in taken]
    new = replace(other, competences=(*taken.values(), *fresh), retired=())
    return compared(old, new)


def _edited(competence: Competence, other: Catalogue) -> st.SearchStrategy[Competence]:
    """The competence as it is, or with texts of another catalogue behind its own."""
    words = [c.description for c in other.competences if c.description] or ["erbij"]
    return st.builds(
        lambda extra, rename, order: replace(
            competence,
            name=f"{competence.name} {extra}" if rename else competence.name,
            description=f"{competence.description} {extra}".strip(),
            indicators=tuple(order),
        ),
        st.sampled_from(words),
        st.booleans(),
        st.permutations(competence.indicators),
    ) | st.just(competence)


def every_comparison() -> list[Comparison]:
    """The made-up comparisons, for properties to start from."""
    bare = make_catalogue()
    return [
        gold_comparison(),
        hostile_comparison(),
        compared(bare, hard_catalogue()),
        compared(hard_catalogue(), bare),
        compared(bare, bare),
    ]
