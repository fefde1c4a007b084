"""Signs to which a file gives another character than it draws."""

from __future__ import annotations

from contextlib import closing, nullcontext

import pytest
from pdfminer.fontmetrics import FONT_METRICS

import extract.pdf_engine
from extract.pdf import pdf_to_document
from extract.pdf_codes import Show
from extract.pdf_glyphs import check_strange_letters
from extract.pdf_marks import level_char
from extract.pdf_misnamed import MISNAMED, Shape, called_accented, letters_moved_back, shape_at, show_mended
from extract.pdf_native import NativeDocument
from tests.extract.pdf_cases import outside
from tests.extract.raw_pdf import RawPage, make_pdf
from transform.errors import UnreadableCharacters
from transform.findings import Code

#: What the format says of the codes of a font, in a stream of its own: the apostrophe is called a nine.
NAMES = "\n".join(
    [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "1 begincodespacerange <00> <ff> endcodespacerange",
        "3 beginbfrange <20> <38> <0020> <3a> <90> <003a> <93> <ff> <0093> endbfrange",
        "3 beginbfchar <39> <0039> <91> <0038> <92> <0039> endbfchar",
        "endcmap end end",
    ]
)


def misnaming(*words: tuple[float, bytes]) -> bytes:
    """A page in a font of which ``’`` is called ``9``, and ``‘`` ``8``."""
    stream = f"<< /Length {len(NAMES)} >>\nstream\n{NAMES}\nendstream"
    page = RawPage()
    for y, word in words:
        page.text(50, y, word)
    codes = (bytes([code]).decode("cp1252", "replace") for code in range(256))
    widths = " ".join(str(FONT_METRICS["Helvetica"][1].get(sign, 0)) for sign in codes)
    own = f"/Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 /Widths [{widths}] /ToUnicode 5 0 R"
    font = f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {own} >>"
    return make_pdf(page, fonts={"Helvetica": font}, more=(stream,))


def test_an_apostrophe_that_is_called_a_nine_is_told_by_its_shape() -> None:
    document = pdf_to_document(misnaming((100, b"risico\x92s van 1989"), (120, b"\x91s morgens")), "proef.pdf")
    assert outside(document) == ["risico’s van 1989", "‘s morgens"]
    assert [f.was for f in document.findings if f.code is Code.CHARACTERS_MISNAMED] == ["9 → ’, 8 → ‘"]


def test_the_other_engine_tells_no_shapes_and_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract.pdf_engine, "data_to_shows", lambda *_: None)
    assert outside(pdf_to_document(misnaming((100, b"van 1989")), "proef.pdf")) == ["van 1989"]
    with pytest.raises(UnreadableCharacters):
        pdf_to_document(misnaming((100, b"risico\x92s")), "proef.pdf")


@pytest.mark.parametrize("text", ["0123456789", "<=>:", "BFÌ"])
@pytest.mark.parametrize("turn", [(1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0)])
@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman", "Courier-Bold"])
def test_signs_that_are_what_the_file_says_keep_it(
    text: str, turn: tuple[float, float, float, float], font: str
) -> None:
    data = make_pdf(RawPage().text(300, 400, text, font=font, matrix=turn))
    with closing(NativeDocument(data)) as document, closing(document.page(0)) as page, closing(page.text()) as found:
        origins = found.origins()
        shapes = {c: shape_at(found, i, *origins) for i, c in enumerate(found.characters()) if c in text}
    assert shapes.keys() == set(text)
    assert not [c for c, shape in shapes.items() if shape and c in MISNAMED and MISNAMED[c][1](shape)]


@pytest.mark.parametrize(
    ("glyph", "shape", "expected"),
    [
        ("9", Shape(2.0, 0.4), "’"),
        ("9", Shape(0.0, 0.7), "9"),
        ("9", Shape(0.75, 0.7), "9"),
        ("3", Shape(4.0, 8.0), "–"),
        ("3", Shape(-0.3, 0.7), "3"),
        ("B", Shape(0.5, 1.0), "•"),
        ("Ì", Shape(0.0, 0.75), "€"),
        (":", Shape(-0.6, 0.5), "‚"),
    ],
)
def test_a_sign_is_told_by_its_shape(glyph: str, shape: Shape, expected: str) -> None:
    assert "".join(show_mended(Show(glyph, "F", None), lambda _: shape)[0].glyphs) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("\u6600\u6c00", "fl"), ("\u6600\ucf00", "ffi"), ("\u6900\u6a00", "ij"), ("\u6600", "\u6600"), ("fl", "fl")],
)
def test_letters_of_a_ligature_that_were_moved_up_are_moved_back(text: str, expected: str) -> None:
    assert letters_moved_back(text) == expected


@pytest.mark.parametrize(("text", "refused"), [("oe\u6503n", True), ("oe \u6503 n", False), ("\u6503\u6503", False)])
def test_a_sinogram_within_a_word_is_refused(text: str, refused: bool) -> None:
    line = [level_char(c, 50 + 5 * i, 100, 5, 10, "F") for i, c in enumerate(text)]
    with pytest.raises(UnreadableCharacters) if refused else nullcontext():
        check_strange_letters([c for c in line if c.inked], 1, "proef.pdf")


@pytest.mark.parametrize(
    ("sign", "width", "font", "expected"),
    [("ü", 6.3, "F", ["ü"]), ("ü", 5.0, "F", []), ("ë", 6.3, "F", []), ("ü", 6.3, "G", [])],
    ids=["a ligature", "a letter", "no such letter", "of another font"],
)
def test_a_ligature_that_is_called_a_letter_with_an_accent_is_told_by_its_width(
    sign: str, width: float, font: str, expected: list[str]
) -> None:
    chars = [level_char("u", 50, 100, 5.0, 10, "F"), level_char(sign, 60, 100, width, 10, font)]
    assert list(called_accented(chars)) == expected


def test_a_ligature_that_was_moved_back_is_told() -> None:
    """The code of ``“`` draws a ligature here, of which the letters are moved up by a byte."""
    data = misnaming((100, b"\x93exibel"))
    moved = NAMES.replace("<93> <ff> <0093>", "<94> <ff> <0094>").replace("3 beginbfchar", "4 beginbfchar")
    moved = moved.replace("endbfchar", "<93> <66006c00> endbfchar")
    before, after = f"<< /Length {len(NAMES)} >>\nstream\n{NAMES}\n", f"<< /Length {len(moved)} >>\nstream\n{moved}\n"
    document = pdf_to_document(data.replace(before.encode("ascii"), after.encode("ascii")), "proef.pdf")
    assert outside(document) == ["flexibel"]
    assert [f.was for f in document.findings if f.code is Code.CHARACTERS_MISNAMED] == ["\u6600\u6c00 → fl"]


def test_a_ligature_of_which_only_the_width_is_known_is_told() -> None:
    """The code of an O with an accent is called U+00FB here, and is as wide as an O."""
    data = misnaming((100, b"u\xd3exibel"))
    called = NAMES.replace("<93> <ff> <0093>", "<93> <ff> <00bb>")
    document = pdf_to_document(data.replace(NAMES.encode("ascii"), called.encode("ascii")), "proef.pdf")
    assert outside(document) == ["uûexibel"]
    assert [f.was for f in document.findings if f.code is Code.CHARACTERS_MISNAMED] == ["û → ?"]
