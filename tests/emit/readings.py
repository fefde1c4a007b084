"""A small reading with one of everything, for the tests of what is written beside a catalogue."""

from __future__ import annotations

from tests.catalogues import make_catalogue, make_competence
from transform.document import Document
from transform.findings import Code, Evidence, Finding
from transform.ledger import Books, Entry, Reason
from transform.place import Box, PagePlace, WordPlace
from transform.reading import Provenance, Reading

PLACE = PagePlace(page=2, box=Box(1.0, 2.0, 3.5, 4.25))


def make_reading() -> Reading:
    """One competence, two findings, two ledger entries, two provenances; the second of each is bare or odd."""
    catalogue = make_catalogue(make_competence("a", "één", name="Omgevingsbewustzijn"))
    return Reading(
        catalogue=catalogue,
        document=Document(source=catalogue.source, blocks=(), pages=()),
        findings=(
            Finding(
                code=Code.HYPHEN_JOINED,
                place=PLACE,
                competence="a",
                field="name",
                was="Omgevings-bewustzijn",
                became="Omgevingsbewustzijn",
                evidence=Evidence.LINKING_S,
            ),
            Finding(code=Code.TITLE_MISSING, was="half een paar: \ud800"),
        ),
        ledger=(
            Entry(reason=Reason.BULLET, text="•", place=PLACE, competence="a", strand="indicator", offset=3),
            Entry(reason=Reason.EMPTY_ROW, text="", place=WordPlace(table=1, row=4)),
        ),
        provenance=(
            Provenance(id="a", field="name", raw="Omgevings-\nbewustzijn", places=(PLACE,)),
            Provenance(id="a.1", field="text", raw="één\n", places=(WordPlace(table=1, row=2, part="kop"),)),
        ),
        books=Books(competences=1, indicators=1, characters=50, in_model=40, in_ledger=8),
    )
