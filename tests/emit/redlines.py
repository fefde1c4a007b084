"""Second editions for tests of the tracked-changes document, and what it is read back as."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from catalogus import document_to_reading
from emit.report_word import comparison_to_word
from extract.word import word_to_document
from extract.word_count import Revisions
from tests.catalogues import gold_catalogue, make_catalogue
from tests.emit.written_word import W, body, competence, text, xpath
from transform.compare import catalogue_to_edition, compare_editions
from transform.comparison import Comparison
from transform.model import Catalogue, Competence, Indicator

#: Title and appendix line; then name, core competence, description and indicators of every competence.
Texts: TypeAlias = list[tuple[str, ...]]


def compared(old: Catalogue, new: Catalogue) -> Comparison:
    return compare_editions(catalogue_to_edition(old), catalogue_to_edition(new))


def redline(old: Catalogue, new: Catalogue) -> bytes:
    return comparison_to_word(compared(old, new))


def read_texts(data: bytes, revisions: Revisions) -> Texts:
    """What the house's own reader makes of a Word file; its books balance, or it raises."""
    return texts(document_to_reading(word_to_document(data, "wijzigingen.docx", revisions)).catalogue)


def texts(catalogue: Catalogue) -> Texts:
    rows = ((c.name, c.core_competence, c.description, *(i.text for i in c.indicators)) for c in catalogue.competences)
    return [(catalogue.title, catalogue.appendix), *rows]


def looks(data: bytes) -> list[tuple[str | None, bool]]:
    """The style of every paragraph, and whether it is a list item; without either for one of no text in a cell.

    One of no text outside the table is not counted: word processors want one after a table.
    """
    paragraphs = xpath(body(data), "w:p[.//w:t] | //w:tc/w:p")
    return [(style_of(p), bool(xpath(p, "w:pPr/w:numPr"))) if text(p) else (None, False) for p in paragraphs]


def style_of(paragraph: etree._Element) -> str | None:
    return next((style.get(f"{{{W}}}val") for style in xpath(paragraph, "w:pPr/w:pStyle")), None)


def with_items(competence_: Competence, items: Iterable[str]) -> Competence:
    """The same with these indicators; those it had keep their ids."""
    known = {indicator.text: indicator.id for indicator in competence_.indicators}
    made = [Indicator(id=known.pop(t, f"{competence_.id}.{90 + n}"), text=t) for n, t in enumerate(items)]
    return replace(competence_, indicators=tuple(made))


def second_edition() -> Catalogue:
    """The sample's right answer, changed in every way that a document can show."""
    gold = gold_catalogue()
    made = {c.name: c for c in gold.competences}

    def items(name: str) -> list[str]:
        return [indicator.text for indicator in made[name].indicators]

    def change(name: str, /, **fields: str) -> None:
        made[name] = replace(made[name], **fields)

    def list_items(name: str, *items: str) -> None:
        made[name] = with_items(made[name], items)

    change("Klantgericht", name="Klant- en burgergericht")
    change("Netwerken", core_competence="Doortastend")
    change("Leervermogen", description=made["Leervermogen"].description.replace("nieuwe", "actuele") + " Leert.")
    change("Durf", description="")
    list_items("Integraal werken", *items("Integraal werken"), "Denkt vooruit.", "Kijkt over grenzen heen.")
    list_items("Coöperatief gedrag", *items("Coöperatief gedrag"), "Deelt kennis met anderen.")
    list_items("Overtuigingskracht", "Luistert eerst.", *items("Overtuigingskracht"))
    list_items("Onderhandelen", *items("Onderhandelen")[:-1])
    list_items("Initiatief", *reversed(items("Initiatief")))
    list_items("Probleemanalyse")
    list_items("Stressbestendig", "Heel iets anders dan wat er stond.")
    list_items("Toewijding", items("Toewijding")[0].replace(" ", " zeer ", 1), *items("Toewijding")[1:])
    one, two, *rest = (c for c in made.values() if c.name != "Vernieuwingskracht")
    new = competence("Digitale vaardigheid", "Vakbekwaam", "Werkt veilig met middelen.", "Herkent onraad.")
    order = [two, one, *rest[:5], new, *rest[6:], rest[5]]
    return replace(gold, title="Competentiecatalogus van het Rijk", competences=tuple(order))


def row(description: str = "Werkt samen aan doelen.", *indicators: str) -> Competence:
    return competence("Samenwerken", "Verbindend", description, *indicators)


#: One competence, before and after; between them every way in which the last paragraph of a cell can change.
ROWS = {
    "the same": (row("D.", "A."), row("D.", "A.")),
    "one more at the end": (row("D.", "A."), row("D.", "A.", "B.")),
    "two more at the end": (row("D.", "A."), row("D.", "A.", "B.", "C.")),
    "one more at the start": (row("D.", "B."), row("D.", "A.", "B.")),
    "one more in the middle": (row("D.", "A.", "C."), row("D.", "A.", "B.", "C.")),
    "two in another order": (row("D.", "Luistert.", "Vraagt."), row("D.", "Vraagt.", "Luistert.")),
    "the last one is another one": (row("D.", "A.", "Luistert."), row("D.", "A.", "Vraagt door.")),
    "all are other ones": (row("D.", "Luistert.", "Vraagt."), row("D.", "Kijkt toe.", "Zwijgt.", "Wacht af.")),
    "more words in the last one": (row("D.", "Luistert naar anderen."), row("D.", "Luistert goed naar anderen.")),
    "the first ones": (row("D."), row("D.", "A.", "B.")),
    "the first ones, another description": (row("Werkt samen."), row("Werkt goed samen.", "A.", "B.")),
    "the first ones instead of a description": (row("D."), row("", "A.", "B.")),
    "the first ones, and a description": (row(""), row("D.", "A.")),
    "the first ones, no description": (row(""), row("", "A.", "B.")),
    "a first description": (row(""), row("D.")),
    "a description above indicators": (row("", "A."), row("D.", "A.")),
    "a description above other indicators": (row("", "Luistert."), row("D.", "Vraagt door.")),
    "nothing but a name": (row(""), row("")),
}


#: Words that no reader takes for a label, a bullet, a page number or a line of a header.
_WORDS = st.sampled_from(["luistert", "goed", "naar", "anderen", "toont", "inzicht", "werkt", "samen", "aan", "doelen"])
_PHRASES = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)
_CORES = st.sampled_from(["Verbindend", "Doortastend"])


@st.composite
def _plain_competences(draw: st.DrawFn, id_: str) -> Competence:
    items = draw(st.lists(_PHRASES, max_size=4))
    return Competence(
        id=id_,
        name=draw(_PHRASES),
        core_competence=draw(_CORES),
        description=draw(st.one_of(st.just(""), _PHRASES)),
        indicators=tuple(Indicator(id=f"{id_}.{n}", text=text) for n, text in enumerate(items, start=1)),
    )


@st.composite
def plain_editions(draw: st.DrawFn) -> tuple[Catalogue, Catalogue]:
    """A catalogue that any reader understands, and one made of it by edits; either may be without competences."""
    old = [draw(_plain_competences(f"c{n}")) for n in range(draw(st.integers(0, 4)))]
    kept = draw(st.permutations(old)) if draw(st.booleans()) else old
    new = [draw(_edited(c)) for c in kept if draw(st.integers(0, 4))]
    new += [draw(_plain_competences(f"n{n}")) for n in range(draw(st.integers(0, 2)))]
    titles = st.sampled_from(["", "Competentiecatalogus", "Catalogus met competenties"])
    lines = st.sampled_from(["", "Bijlage 1B bij de regeling", "Bijlage 2 bij de regeling"])
    return (
        make_catalogue(*old, title=draw(titles), appendix=draw(lines)),
        make_catalogue(*new, title=draw(titles), appendix=draw(lines)),
    )


@st.composite
def _edited(draw: st.DrawFn, competence_: Competence) -> Competence:
    """The competence after some edits, often none."""
    other = draw(_plain_competences(competence_.id))
    fields = draw(st.sets(st.sampled_from(["name", "core_competence", "description"]), max_size=2))
    items = draw(st.permutations([i.text for i in competence_.indicators]))[: draw(st.integers(0, 4))]
    items += [i.text for i in other.indicators] if draw(st.booleans()) else []
    changed = replace(competence_, **{name: getattr(other, name) for name in fields})
    return with_items(changed, items) if draw(st.booleans()) else changed
