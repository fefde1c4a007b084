"""Lines between the appendix line and the table that are no title: those of a box that hangs there, and of contents."""

from __future__ import annotations

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, table, typed
from transform.document import Line
from transform.place import WordPlace

APPENDIX = "Bijlage 1B bij de Regeling"
ROWS = table(HEADER, ("Durf", "Verbindend", "Blijkt te zijn.\nIndicatoren:\n    - Vraagt door."))


def line(text: str, paragraph: int) -> Line:
    return Line(text=text, origin=WordPlace(paragraph=paragraph), starts_paragraph=True)


#: Lines with the number of their paragraph: a box has that of the one on which it hangs. → appendix line and title
HEADINGS = {
    "a box on the appendix line": ([(APPENDIX, 1), ("Concept", 1), ("Catalogus", 2)], APPENDIX, "Catalogus"),
    "a title in that box": ([(APPENDIX, 1), ("Competenties", 1), ("Versie 2", 2)], APPENDIX, "Competenties"),
    "a box and a sentence": (
        [(APPENDIX, 1), ("Overzicht", 1), ("Deze bijlage hoort bij artikel 4 van die regeling.", 2)],
        APPENDIX,
        "Overzicht",
    ),
    "a box only": ([(APPENDIX, 1), ("Overzicht", 1)], APPENDIX, "Overzicht"),
    "a title above both": ([("Competenties", 1), (APPENDIX, 2), ("Concept", 2)], APPENDIX, "Competenties"),
    "a box within a line that goes on": (
        [("Bijlage 1B bij", 1), ("Concept", 1), ("de Regeling", 2), ("Catalogus", 3)],
        APPENDIX,
        "Catalogus",
    ),
    "contents": ([(APPENDIX, 1), ("Durf\t1", 2), ("Lef\t2", 3), ("Catalogus", 4)], APPENDIX, "Catalogus"),
}


@pytest.mark.parametrize(("lines", "appendix", "title"), HEADINGS.values(), ids=HEADINGS.keys())
def test_the_title_is_not_what_hangs_on_the_appendix_line(
    lines: list[tuple[str, int]], appendix: str, title: str
) -> None:
    catalogue = document_to_reading(document(*(line(*own) for own in lines), ROWS)).catalogue
    assert (catalogue.appendix, catalogue.title) == (appendix, title)


def test_a_line_behind_a_typed_break_hangs_on_nothing() -> None:
    catalogue = document_to_reading(document(*typed(APPENDIX, "Vakmanschap\nnu"), ROWS)).catalogue
    assert (catalogue.appendix, catalogue.title) == (APPENDIX, "Vakmanschap nu")
