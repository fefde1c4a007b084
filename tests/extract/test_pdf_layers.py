"""Layers that are switched off: what is drawn on them is kept out of the text, or a person is told that it was not."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from extract.pdf import pdf_to_document
from tests.extract.pdf_cases import codes, outside, rows
from tests.extract.raw_pdf import RawPage, make_pdf
from transform.document import Document
from transform.findings import Code

SEEN = "BT /F0 10 Tf 50 700 Td (Durf) Tj ET"
UNSEEN = "BT /F0 10 Tf 50 600 Td (vervallen) Tj ET"
FORM = "/OC /L0 BDC /A Do EMC"


def layers(pdf: Pdf, names: tuple[str | bytes, ...]) -> list[Object]:
    return [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in names]


def layered(
    *operators: str,
    names: tuple[str | bytes, ...] = ("Concept", "Tekst"),
    off: tuple[int, ...] = (0,),
    group: bool = False,
    form: str = "",
    on_layer: bool = False,
    entries: str = "",
    **more: Object,
) -> bytes:
    """A page of these operators, in a file with layers ``/L0``, ``/L1``, of which those in ``off`` are switched off.

    ``group``: ``/L0`` is a group of that layer alone. ``form``: what ``/A`` draws, itself ``on_layer``.
    """
    out = io.BytesIO()
    page = RawPage(fonts={"Helvetica": "F0"}, entries=entries).draw(" ".join(operators))
    with pikepdf.open(io.BytesIO(make_pdf(page))) as pdf:
        made = layers(pdf, names)
        named = [pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=made[0])), *made[1:]] if group else made
        resources = pdf.pages[0].Resources
        resources.Properties = Dictionary({f"/L{i}": layer for i, layer in enumerate(named)})
        if form:
            drawn = pdf.make_stream(form.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]))
            drawn.Resources = Dictionary(Font=resources.Font)
            if on_layer:
                drawn.OC = made[0]
            resources.XObject = Dictionary(A=drawn)
        settings = Dictionary(
            {"/OFF": Array([made[i] for i in off]), **{f"/{key}": value for key, value in more.items()}}
        )
        pdf.Root.OCProperties = Dictionary(OCGs=Array(made), D=settings)
        pdf.save(out)
    return out.getvalue()


def document(*operators: str, **how: object) -> Document:
    return pdf_to_document(layered(*operators, **how), "proef.pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "drawn",
    [
        f"/OC /L0 BDC {UNSEEN} EMC {SEEN}",
        f"{SEEN} /OC/L0 BDC {UNSEEN} EMC",
        f"/OC /L1 BDC {SEEN} /OC /L0 BDC {UNSEEN} EMC EMC",
        f"/OC /L0 BDC /P BMC {UNSEEN} EMC EMC {SEEN}",
        f"/OC /L0 BDC /OC /L1 BDC {UNSEEN} EMC EMC {SEEN}",
        f"/OC /L0 BDC /Span <</MCID 0>> BDC q {UNSEEN} Q EMC EMC {SEEN}",
        f"/OC /L0 BDC EMC EMC {SEEN} /OC /L0 BDC {UNSEEN}",
    ],
    ids=["before", "after", "within", "marked", "over", "with properties", "not closed"],
)
def test_text_on_a_layer_that_is_off_is_kept_out_and_told(drawn: str) -> None:
    made = document(drawn)
    assert outside(made) == ["Durf", "vervallen"]
    (found,) = made.findings
    assert (found.code, found.was) == (Code.HIDDEN_TEXT, "vervallen")


@pytest.mark.parametrize("rotated", ["", "/Rotate 90"])
def test_what_stands_in_a_form_that_is_drawn_on_a_layer(rotated: str) -> None:
    made = document(SEEN, FORM, form=UNSEEN, entries=rotated)
    assert [found.was for found in made.findings] == ["vervallen"]


@pytest.mark.parametrize(
    "drawn",
    [f"/OC /L1 BDC {SEEN} EMC", f"/L0 BMC {SEEN} EMC", f"(/OC /L0 BDC) pop {SEEN}"],
    ids=["on", "another mark", "a string"],
)
def test_what_is_on_no_layer_that_is_off_is_text_as_any_other(drawn: str) -> None:
    made = document(drawn)
    assert (outside(made), codes(made)) == (["Durf"], [])


@pytest.mark.parametrize("name", ["Laag – oud", "Één", "Ω", b"\xef\xbb\xbfLaag"])
def test_a_layer_whose_name_is_read_in_several_ways_is_told_though_only_a_line_is_on_it(name: str | bytes) -> None:
    line = "50 500 m 300 500 l S"
    assert codes(document(f"/OC /L0 BDC {line} EMC {SEEN}", names=(name, "Tekst"))) == [Code.LAYER_HIDDEN]


@pytest.mark.parametrize("name", ["Laag (oud)", "Laag \\ oud", b"\xfe\xff\0L\0a\0a\0g\0 \0(\0o\0u\0d\0)"])
def test_a_layer_is_known_by_its_name_however_that_is_written(name: str | bytes) -> None:
    made = document(f"/OC /L0 BDC {UNSEEN} EMC {SEEN}", names=(name, "Tekst"))
    assert codes(made) == [Code.HIDDEN_TEXT]


def test_the_state_that_all_layers_begin_in() -> None:
    everything = f"/OC /L0 BDC {UNSEEN} EMC /OC /L1 BDC {SEEN} EMC"
    assert codes(document(everything, off=())) == []
    made = document(everything, off=(), BaseState=Name.OFF)
    assert [found.was for found in made.findings] == ["Durf\nvervallen"]


@pytest.mark.parametrize(
    "how",
    [
        {"group": True},
        {"names": ("Concept", "Concept")},
        {"AS": Array([Dictionary(Event=Name.View, Category=Array([Name.View]))])},
    ],
    ids=["a group", "one name", "by what is done with it"],
)
def test_where_it_cannot_be_told_the_text_is_read_and_a_person_is_told(how: dict[str, object]) -> None:
    made = document(f"/OC /L0 BDC {UNSEEN} EMC {SEEN}", **how)
    assert (outside(made), codes(made)) == (["Durf", "vervallen"], [Code.LAYER_HIDDEN])


def test_a_form_that_is_on_a_layer_as_a_whole_is_read_and_told() -> None:
    made = document(SEEN, "/A Do", form=UNSEEN, on_layer=True)
    assert codes(made) == [Code.LAYER_HIDDEN]


def test_lines_on_a_layer_that_is_off_rule_no_table() -> None:
    page = RawPage().grid((40, 200, 400), (100, 130, 160))
    for x, y in ((50, 120), (210, 120), (50, 150), (210, 150)):
        page.text(x, y, "woord")
    seen, unseen = " ".join(page.marks), " ".join(RawPage().line(40, 115, 400, 115).marks)
    assert len(rows(document(seen))) == 2
    assert len(rows(document(seen, unseen))) == 3
    assert len(rows(document(seen, f"/OC /L0 BDC {unseen} EMC"))) == 2
