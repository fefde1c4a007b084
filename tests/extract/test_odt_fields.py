"""What an OpenDocument text asks to be filled in, keeps in a form or only sets is told, or is no text."""

from __future__ import annotations

import pytest

from extract.odt import odt_to_document
from tests.extract.raw_odt import odt
from transform.document import Line
from transform.findings import Code

FORM = (
    '<office:forms><form:form><form:text form:id="veld" form:value="eerst" form:current-value="en meer"/>'
    '<form:checkbox xml:id="vakje"/></form:form></office:forms>'
)
#: What stands behind ``a`` in a paragraph → the text of the paragraph, and what is told of it.
CASES = {
    "a placeholder": (
        '<text:placeholder text:placeholder-type="text">&lt;Naam&gt;</text:placeholder>',
        ["a<Naam>"],
        [(Code.CONTROL_UNSURE, "<Naam>")],
    ),
    "a control that shows its prompt": (
        '<loext:content-control loext:showing-place-holder="true">Kies</loext:content-control>',
        ["aKies"],
        [(Code.CONTROL_UNSURE, "Kies")],
    ),
    "a control": ("<loext:content-control>Durf</loext:content-control>", ["aDurf"], []),
    "a field that was filled in": ('<draw:control draw:control="veld"/>', ["a"], [(Code.FIELD_UNREAD, "en meer")]),
    "a field without words": ('<draw:control draw:control="vakje"/>', ["a"], []),
    "a field that only sets": (
        '<text:variable-set text:name="n" text:display="none">1</text:variable-set>',
        ["a", "1"],
        [(Code.HIDDEN_TEXT, "1")],
    ),
    "a field that sets and shows": ('<text:variable-set text:name="n">1</text:variable-set>', ["a1"], []),
}


@pytest.mark.parametrize(("content", "texts", "told"), CASES.values(), ids=CASES.keys())
def test_what_is_to_be_filled_in(content: str, texts: list[str], told: list[tuple[Code, str]]) -> None:
    document = odt_to_document(odt(f"{FORM}<text:p>a{content}</text:p>"), "test.odt")
    assert [block.text for block in document.blocks if isinstance(block, Line)] == texts
    assert [(finding.code, finding.was) for finding in document.findings] == told


def test_the_number_that_a_heading_draws_is_its_marker_and_no_text() -> None:
    body = (
        '<text:h text:outline-level="1"><text:number>Bijlage 1B</text:number>bij de Regeling</text:h>'
        "<text:list><text:list-item><text:number>1.</text:number><text:p>Durf</text:p></text:list-item></text:list>"
        "<text:h>Lef</text:h>"
    )
    lines = odt_to_document(odt(body), "test.odt").blocks
    assert [(line.text, line.marker) for line in lines if isinstance(line, Line)] == [
        ("bij de Regeling", "Bijlage 1B"),
        ("Durf", None),
        ("Lef", None),
    ]
