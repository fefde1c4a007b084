"""The second edition of the appendix: every change against the first, as data, and the catalogue that they make.

The regulation never had this edition; it was made to have each kind of change at least once and both weights.
``samples/README.md`` shows the same list, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from tests.catalogues import gold_catalogue, make_catalogue, make_competence
from transform.comparison import Kind, Weight
from transform.model import Catalogue, Competence, slug

SUBSTANTIVE, TYPOGRAPHIC = Weight.SUBSTANTIVE, Weight.TYPOGRAPHIC


class Edit(NamedTuple):
    """One change. ``competence`` is its name in the first edition (in the second, if it is new there).

    ``old`` and ``new`` are the whole texts. ``after`` is what it now stands behind (a competence by its name in
    the first edition, an indicator by its text; nothing: it comes first) or, for an indicator that left, the
    competence it went to.
    """

    kind: Kind
    weight: Weight
    competence: str
    old: str
    new: str
    after: str = ""


EDITS: Final[tuple[Edit, ...]] = (
    Edit(Kind.TITLE, SUBSTANTIVE, "", "Competentiecatalogus", "Competentiecatalogus 2027"),
    Edit(
        Kind.APPENDIX,
        TYPOGRAPHIC,
        "",
        "Bijlage 1B bij de Regeling jaargesprekken",
        "Bijlage 1b bij de Regeling jaargesprekken",
    ),
    Edit(Kind.CORE_REMOVED, SUBSTANTIVE, "", "Vernieuwend", ""),
    Edit(Kind.CORE_RENAMED, SUBSTANTIVE, "", "Betrouwbaar", "Betrouwbaar en zorgvuldig"),
    Edit(Kind.CORE_ADDED, SUBSTANTIVE, "", "", "Digitaal"),
    Edit(
        Kind.DESCRIPTION,
        SUBSTANTIVE,
        "Klantgericht",
        "Toont zich bewust van wensen en belangen van de in- of externe klant, schept duidelijkheid over hetgeen "
        "geboden kan worden zonder de wensen of belangen van de klant uit het oog te verliezen.",
        "Toont zich bewust van wensen en belangen van de in- of externe klant, is duidelijk over wat "
        "geboden kan worden zonder de wensen of belangen van de klant uit het oog te verliezen.",
    ),
    Edit(
        Kind.INDICATOR_REWORDED,
        TYPOGRAPHIC,
        "Coöperatief gedrag",
        "Is actief beschikbaar om anderen bij te staan",
        "Is actief beschikbaar om anderen bij te staan.",
    ),
    Edit(
        Kind.INDICATOR_ADDED,
        SUBSTANTIVE,
        "Omgevingsbewustzijn",
        "",
        "Weegt voor- en nadelen van maatschappelijke ontwikkelingen voor het eigen werk af.",
        after="Kent belangrijke relevante partijen, alsmede hun standpunten en belangen.",
    ),
    Edit(Kind.RENAMED, SUBSTANTIVE, "Netwerken", "Netwerken", "Netwerkvaardig"),
    Edit(Kind.REGROUPED, SUBSTANTIVE, "Leervermogen", "Vernieuwend", "Verbindend"),
    Edit(Kind.REORDERED, SUBSTANTIVE, "Leervermogen", "Leervermogen", "Leervermogen", after="Netwerken"),
    Edit(
        Kind.INDICATOR_REORDERED,
        SUBSTANTIVE,
        "Leervermogen",
        "Is nieuwsgierig, pakt nieuwe zaken snel op.",
        "Is nieuwsgierig, pakt nieuwe zaken snel op.",
    ),
    Edit(
        Kind.INDICATOR_REWORDED,
        TYPOGRAPHIC,
        "Besluitvaardig",
        "Besluiten nemen en standpunten innemen die haalbaar zijn en waarvan risico’s zijn afgewogen.",
        "Besluiten nemen en standpunten innemen die haalbaar zijn en waarvan risico's zijn afgewogen.",
    ),
    Edit(
        Kind.DESCRIPTION,
        TYPOGRAPHIC,
        "Onderhandelen",
        "Vertoont gedrag dat erop gericht is om een effectieve win/win situatie te bereiken.",
        "Vertoont gedrag dat erop gericht is om een effectieve win-winsituatie te bereiken.",
    ),
    Edit(Kind.REGROUPED, SUBSTANTIVE, "Prestatiemotivatie", "Vernieuwend", "Doortastend"),
    Edit(
        Kind.DESCRIPTION,
        SUBSTANTIVE,
        "Prestatiemotivatie",
        "Stelt uit eigen beweging hoge eisen stellen aan de eigen prestaties, probeert deze te realiseren en zoekt "
        "oorzaken van onvoldoende prestaties uit.",
        "Stelt uit eigen beweging hoge eisen aan de eigen prestaties, probeert deze te realiseren en zoekt "
        "oorzaken van onvoldoende prestaties uit.",
    ),
    Edit(
        Kind.INDICATOR_REMOVED,
        SUBSTANTIVE,
        "Prestatiemotivatie",
        "Toont zich sterk gemotiveerd het steeds nog beter te doen.",
        "",
    ),
    Edit(Kind.REGROUPED, SUBSTANTIVE, "Ondernemerschap", "Vernieuwend", "Doortastend"),
    Edit(
        Kind.RENAMED,
        SUBSTANTIVE,
        "Conceptuele flexibiliteit",
        "Conceptuele flexibiliteit",
        "Vernieuwingskracht",
    ),
    Edit(Kind.REGROUPED, SUBSTANTIVE, "Conceptuele flexibiliteit", "Vernieuwend", "Doortastend"),
    Edit(Kind.REGROUPED, SUBSTANTIVE, "Durf", "Vernieuwend", "Doortastend"),
    Edit(
        Kind.INDICATOR_REWORDED,
        SUBSTANTIVE,
        "Durf",
        "Neemt enige vrijheid van handelen als hij/zij voordelen voordelen voor de organisatie kan behalen.",
        "Neemt enige vrijheid van handelen als hij/zij voordelen voor de organisatie kan behalen.",
    ),
    Edit(Kind.RENAMED, SUBSTANTIVE, "Vernieuwingskracht", "Vernieuwingskracht", "Conceptuele flexibiliteit"),
    Edit(Kind.REGROUPED, SUBSTANTIVE, "Vernieuwingskracht", "Vernieuwend", "Doortastend"),
    Edit(Kind.ADDED, SUBSTANTIVE, "Digitaal vakmanschap", "", "Digitaal vakmanschap", after="Vernieuwingskracht"),
    Edit(Kind.ADDED, SUBSTANTIVE, "Veiligheidsbewustzijn", "", "Veiligheidsbewustzijn", after="Digitaal vakmanschap"),
    Edit(Kind.REORDERED, SUBSTANTIVE, "Toewijding", "Toewijding", "Toewijding", after="Veiligheidsbewustzijn"),
    Edit(
        Kind.INDICATOR_MOVED,
        SUBSTANTIVE,
        "Ondernemerschap",
        "Weegt alternatieve oplossingen tegen elkaar af, waarbij kosten en baten een belangrijke rol spelen.",
        "Weegt alternatieve oplossingen tegen elkaar af, waarbij kosten en baten een belangrijke rol spelen.",
        after="Plannen/organiseren",
    ),
    Edit(Kind.RENAMED, TYPOGRAPHIC, "Zorg voor kwaliteit", "Zorg voor kwaliteit", "Zorg voor Kwaliteit"),
    Edit(Kind.RENAMED, SUBSTANTIVE, "Voortgangscontrole", "Voortgangscontrole", "Voortgangsbewaking"),
    Edit(
        Kind.INDICATOR_REWORDED,
        SUBSTANTIVE,
        "Voortgangscontrole",
        "Controleert op een door anderen aanvaarde wijze de verschillende de voortgang.",
        "Controleert op een door anderen aanvaarde wijze de voortgang van de verschillende activiteiten.",
    ),
    Edit(Kind.REMOVED, SUBSTANTIVE, "Stressbestendig", "Stressbestendig", ""),
)

#: What the second edition adds: core competence, description and indicators by name.
ADDED: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "Digitaal vakmanschap": (
        "Digitaal",
        "Gebruikt digitale middelen doelmatig in het eigen werk en houdt de eigen kennis daarvan op peil.",
        (
            "Kiest voor elke taak het middel dat daarbij past.",
            "Legt werk zo vast dat anderen het kunnen terugvinden.",
        ),
    ),
    "Veiligheidsbewustzijn": (
        "Digitaal",
        "Gaat zorgvuldig om met gegevens van burgers en collega’s, ook onder tijdsdruk.",
        (
            "Deelt gegevens alleen met wie ze voor het werk nodig heeft.",
            "Meldt een mogelijk datalek dezelfde dag en helpt de gevolgen te beperken.",
            "Spreekt anderen aan op onveilig gedrag.",
        ),
    ),
}


class _Draft:
    """The first edition under the pen: competences by their name there, so that a renaming comes last."""

    def __init__(self, first: Catalogue) -> None:
        self.heading = {Kind.TITLE: first.title, Kind.APPENDIX: first.appendix}
        self.order = [c.name for c in first.competences]
        self.fields = {
            c.name: {"name": c.name, "core": c.core_competence, "text": c.description} for c in first.competences
        }
        self.items = {c.name: [i.text for i in c.indicators] for c in first.competences}


def second_edition() -> Catalogue:
    """The right answer for the second edition: the edits applied to that for the first."""
    draft = _Draft(gold_catalogue())
    for edit in EDITS:
        _apply(draft, edit)
    competences = [_competence(draft, name) for name in draft.order]
    return make_catalogue(*competences, title=draft.heading[Kind.TITLE], appendix=draft.heading[Kind.APPENDIX])


def _competence(draft: _Draft, name: str) -> Competence:
    fields = draft.fields[name]
    return make_competence(
        slug(fields["name"]),
        *draft.items[name],
        name=fields["name"],
        core_competence=fields["core"],
        description=fields["text"],
    )


def _apply(draft: _Draft, edit: Edit) -> None:
    match edit.kind:
        case Kind.TITLE | Kind.APPENDIX:
            draft.heading[edit.kind] = _replaced(draft.heading[edit.kind], edit)
        case Kind.CORE_RENAMED:
            for fields in draft.fields.values():
                fields["core"] = edit.new if fields["core"] == edit.old else fields["core"]
        case Kind.CORE_ADDED | Kind.CORE_REMOVED:
            pass  # follows from what its competences do
        case Kind.ADDED | Kind.REMOVED | Kind.REORDERED:
            _move(draft.order, edit.competence, edit)
            if edit.kind is Kind.ADDED:
                _add(draft, edit.competence)
        case Kind.RENAMED | Kind.REGROUPED | Kind.DESCRIPTION:
            field = {Kind.RENAMED: "name", Kind.REGROUPED: "core", Kind.DESCRIPTION: "text"}[edit.kind]
            draft.fields[edit.competence][field] = _replaced(draft.fields[edit.competence][field], edit)
        case Kind.INDICATOR_REWORDED:
            items = draft.items[edit.competence]
            items[items.index(edit.old)] = edit.new
        case Kind.INDICATOR_MOVED:
            draft.items[edit.competence].remove(edit.old)
            draft.items[edit.after].append(edit.new)
        case _:
            _move(draft.items[edit.competence], edit.new or edit.old, edit)


def _replaced(text: str, edit: Edit) -> str:
    assert text == edit.old, edit
    return edit.new


def _add(draft: _Draft, name: str) -> None:
    core, text, items = ADDED[name]
    draft.fields[name] = {"name": name, "core": core, "text": text}
    draft.items[name] = list(items)


def _move(order: list[str], item: str, edit: Edit) -> None:
    """Take ``item`` from where it stood (if it did) and put it where it goes (if it does)."""
    if edit.old:
        order.remove(item)
    if edit.new:
        order.insert(order.index(edit.after) + 1 if edit.after else 0, item)


def edits_to_table(edits: Sequence[Edit]) -> str:
    """The list as a table for people, texts in full."""
    rows = [f"| `{e.kind}` | {e.weight} | {e.competence} | {e.old} | {e.new}{_where(e)} |" for e in edits]
    return "\n".join(["| kind | weight | competence | old | new |", "|---|---|---|---|---|", *rows, ""])


def _where(edit: Edit) -> str:
    notes = {
        Kind.ADDED: f" (after {edit.after})",
        Kind.REORDERED: f" (now after {edit.after})",
        Kind.INDICATOR_MOVED: f" (now in {edit.after})",
        Kind.INDICATOR_REORDERED: " (now first)",
    }
    return notes.get(edit.kind, "")
