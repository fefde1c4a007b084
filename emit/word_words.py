"""The words of the clean Word document that are ours: header row, label, caption, page numbers.

Everything else in that document is the text of the catalogue and is the same in every language. These words
are part of a file format, like the element names of the XML: they stand here and not with the messages of the
program, so that the label a reader looks for cannot change with a translation.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Words(NamedTuple):
    """Our words in one language; ``tag`` marks them in the file (BCP 47)."""

    tag: str
    name: str
    core_competence: str
    description: str
    label: str
    caption: str
    summary: str
    page: str
    of: str


#: The language of the catalogue's own text, whatever language our words are in.
DATA_LANGUAGE: Final = "nl-NL"

WORDS: Final = {
    "nl": Words(
        tag=DATA_LANGUAGE,
        name="Competentie",
        core_competence="Kerncompetentie",
        description="Beschrijving en indicatoren",
        label="Indicatoren:",
        caption="Competenties met hun indicatoren",
        summary=(
            "Elke rij beschrijft één competentie: de naam, de kerncompetentie waar zij onder valt, "
            "en haar beschrijving met een lijst van indicatoren."
        ),
        page="Pagina",
        of="van",
    ),
    "en": Words(
        tag="en-GB",
        name="Competence",
        core_competence="Core competence",
        description="Description and indicators",
        label="Indicators:",
        caption="Competences and their indicators",
        summary=(
            "Each row describes one competence: its name, the core competence it belongs to, "
            "and its description with a list of indicators."
        ),
        page="Page",
        of="of",
    ),
}
