"""What the operators of a page show: strings however they are written, fonts, forms; and what is no text."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.encodingdb import EncodingDB

from extract.pdf_codes import Show
from extract.pdf_file import Unusual
from extract.pdf_glyphs import LIGATURES
from extract.pdf_native import NativeDocument
from extract.pdf_shows import Shows
from extract.pdf_standard_codes import standard_texts
from tests.extract.raw_pdf import RawPage, make_pdf

FORM = "/Type /XObject /Subtype /Form /BBox [0 0 500 500]"


def shows(operators: str) -> list[Show]:
    """What a page shows on which /F0 is Helvetica and /F1 Courier."""
    return Shows(make_pdf(RawPage(fonts={"Helvetica": "F0", "Courier": "F1"}).draw(operators))).page(0)


def texts(operators: str) -> list[str]:
    return ["".join(show.glyphs) for show in shows(f"/F0 10 Tf {operators}")]


@pytest.mark.parametrize(
    ("operators", "shown"),
    [
        ("(Durf) Tj", ["Durf"]),
        ("(Durf)Tj(Moed)Tj", ["Durf", "Moed"]),
        ("<44757266> Tj", ["Durf"]),
        ("<44 75\n72 6> Tj", ["Dur`"]),
        ("[(Du)-20(rf)] TJ", ["Durf"]),
        ("[<44>2<75>-3<7266>]TJ", ["Durf"]),
        ("[<447>2<7266>]TJ", ["Dprf"]),
        ("[<44 75>2<7266>]TJ", ["Durf"]),
        ("[(D)<75>(rf)]TJ", ["Durf"]),
        ("[2 -3] TJ () Tj [()] TJ", []),
        ("(a(b(c)d)e) Tj", ["a(b(c)d)e"]),
        ("(a\\(b\\)\\\\) Tj", ["a(b)\\"]),
        ("(\\104\\165\\162\\146\\0501\\51) Tj", ["Durf(1)"]),
        ("(Du\\\nrf\\x) Tj", ["Durfx"]),
        ("(Durf) ' 1 2 (Moed) \"", ["Durf", "Moed"]),
        ("q /F1 10 Tf Q (Durf) Tj", ["Durf"]),
        ("(Durf) Tj % (Moed) Tj\n(Wil) Tj", ["Durf", "Wil"]),
        ("/Span <</ActualText (Moed)>> BDC (Durf) Tj EMC", ["Durf"]),
        ("/Span <</Lang (nl) /E [(x) (y)]>> BDC (Durf) Tj EMC", ["Durf"]),
        ("[3 2] 0 d (Durf) Tj", ["Durf"]),
        ("BI /W 1 /H 1 /BPC 8 /CS /G ID (Moed) Tj ( EI (Durf) Tj", ["Durf"]),
        ("(Durf) Tj (Moed) pop", ["Durf"]),
        ("/F0 10 Tfx (Durf) Tj", ["Durf"]),
        ("(\\225) Tj", ["•"]),
    ],
)
def test_strings_however_they_are_written(operators: str, shown: list[str]) -> None:
    assert texts(operators) == shown


@given(st.binary(min_size=1, max_size=40).filter(lambda raw: all(32 <= byte < 127 for byte in raw)))
def test_a_string_is_read_as_it_was_written(raw: bytes) -> None:
    escaped = "".join(f"\\{chr(byte)}" if byte in b"()\\" else chr(byte) for byte in raw)
    octal = "".join(f"\\{byte:03o}" for byte in raw)
    whole = [raw.decode("ascii")]
    assert texts(f"({escaped}) Tj") == texts(f"({octal}) Tj") == texts(f"<{raw.hex()}> Tj") == whole


@pytest.mark.parametrize(
    "operators",
    ["(((((diep))))) Tj", "BI /W 1 ID zonder einde", "/F9 10 Tf (Durf) Tj", "(\\201\\000) Tj"],
    ids=["strings in strings", "an image without an end", "no such font", "a code without a character"],
)
def test_what_cannot_be_certain_is_refused(operators: str) -> None:
    with pytest.raises(Unusual):
        texts(operators)


def test_text_without_a_font_is_refused() -> None:
    with pytest.raises(Unusual):
        shows("(Durf) Tj")


def test_a_font_holds_until_the_state_is_restored() -> None:
    fonts = [show.font for show in shows("/F0 9 Tf q /F1 9 Tf (a) Tj q (b) Tj Q Q (c) Tj Q (d) Tj")]
    assert fonts == ["Courier", "Courier", "Helvetica", "Helvetica"]


def form(content: str, entries: str = "") -> str:
    return f"<< {FORM} {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def with_objects(operators: str, *bodies: str) -> list[str]:
    """What a page shows that has forms /X0, /X1, … of its own; forms see each other by the page's resources."""
    names = {f"X{i}": f"{100 + i} 0 R" for i in range(len(bodies))}
    data = make_pdf(RawPage(fonts={"Helvetica": "F0"}).draw(operators), objects=names)
    places = []
    for number, body in enumerate(bodies, 100):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    end = len(data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n100 %d\n%strailer\n<< /Size 200 /Root 1 0 R /Prev %d >>\n" % (len(bodies), table, start)
    return ["".join(show.glyphs) for show in Shows(data + b"startxref\n%d\n%%%%EOF\n" % end).page(0)]


def test_forms_are_shown_where_they_are_drawn_as_often_as_they_are() -> None:
    inner, outer = form("/F0 9 Tf (in) Tj"), form("/F0 9 Tf (uit) Tj /X0 Do (na) Tj")
    shown = with_objects("/F0 9 Tf (voor) Tj /X1 Do /X0 Do (achter) Tj", inner, outer)
    assert shown == ["voor", "uit", "in", "na", "in", "achter"]


def test_a_form_has_fonts_of_its_own() -> None:
    own = form("/F0 9 Tf <41> Tj", "/Resources << /Font << /F0 << /Type /Font /Subtype /Type1 /BaseFont /X >> >> >>")
    with pytest.raises(Unusual):
        with_objects("/X0 Do", own)


def test_an_image_shows_nothing() -> None:
    image = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /Length 9 >>\nstream\n(Moed) Tj\nendstream"
    assert with_objects("/F0 9 Tf /X0 Do (Durf) Tj", image) == ["Durf"]


def test_forms_that_go_round_are_refused() -> None:
    with pytest.raises(Unusual):
        with_objects("/X0 Do", form("/X0 Do"))


def test_forms_that_multiply_are_refused() -> None:
    forms = [form("/F0 9 Tf (x) Tj"), *(form(f"/X{i} Do " * 9) for i in range(6))]
    with pytest.raises(Unusual):
        with_objects("/X6 Do", *forms)


def test_a_font_that_hides_in_the_graphics_state_is_refused() -> None:
    page = RawPage(fonts={"Helvetica": "F0"}).draw("/F0 9 Tf /G gs (Durf) Tj")
    data = make_pdf(page).replace(b"/XObject <<  >>", b"/ExtGState << /G << /Font [5 0 R 9] >> >>")
    with pytest.raises(Unusual):
        Shows(data).page(0)


def test_usual_encodings_are_those_of_the_reference() -> None:
    """Apart from code 0xAD of WinAnsiEncoding, which is drawn as a hyphen: the reference takes it for a space."""
    known = EncodingDB.get_encoding("WinAnsiEncoding")
    for code in range(0x20, 0x100):
        (show,) = shows(f"/F0 9 Tf <{code:02x}> Tj")
        assert show.glyphs == ("-" if code == 0xAD else known.get(code, "•"))


CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfchar <0001> <0041> <0002> <00660066> endbfchar
2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0058> <0059007A>] endbfrange
1 beginbfrange <0030> <0031> <D83DDE00> endbfrange
1 beginbfchar <0040> <0001> endbfchar
endcmap end end"""


def composite_shows(codes: str, table: str = CMAP, **how: str) -> Show:
    """What codes of two bytes show in a font with this table of characters."""
    font = "/Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Eigen /DW 750 /W [{widths}]"
    own = font.format(widths=how.get("widths", "1 [250 500] 16 18 600"))
    encoding = how.get("encoding", "/Identity-H")
    whole = f"<< /Type /Font /Subtype /Type0 /BaseFont /Anders /Encoding {encoding} /DescendantFonts [<< {own} >>] "
    page = RawPage(fonts={"Eigen": "F0"}).draw(f"/F0 9 Tf <{codes}> Tj")
    data = make_pdf(page, fonts={"Eigen": whole + "/ToUnicode 100 0 R >>"})
    start, place = int(data.rsplit(b"startxref", 1)[1].split()[0]), len(data)
    data += f"100 0 obj\n<< /Length {len(table)} >>\nstream\n{table}\nendstream\nendobj\n".encode()
    end = len(data)
    data += b"xref\n100 1\n%010d 00000 n \ntrailer\n<< /Size 200 /Root 1 0 R /Prev %d >>\n" % (place, start)
    (show,) = Shows(data + b"startxref\n%d\n%%%%EOF\n" % end).page(0)
    return show


@pytest.mark.parametrize(
    ("codes", "glyphs", "widths"),
    [
        ("0001", "A", [0.25]),
        ("00010002", ["A", "ff"], [0.25, 0.5]),
        ("001000110012", "abc", [0.6, 0.6, 0.6]),
        ("00200021", ["X", "Yz"], [0.75, 0.75]),
        ("00300031", "\U0001f600\U0001f601", [0.75, 0.75]),
    ],
)
def test_tables_of_characters_and_of_widths(codes: str, glyphs: object, widths: list[float]) -> None:
    assert composite_shows(codes) == Show(glyphs, "ABCDEF+Eigen", widths)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("codes", "how"),
    [
        ("0003", {}),
        ("0040", {}),
        ("00", {}),
        ("0001", {"encoding": "/Identity-V"}),
        ("0001", {"encoding": "/90ms-RKSJ-H"}),
        ("0001", {"widths": "1 /x"}),
        ("0001", {"table": "/Andere usecmap " + CMAP}),
        ("0001", {"table": "1 beginbfrange <0000> <ffffffff> <0000> endbfrange"}),
    ],
    ids=[
        "no text",
        "a control code",
        "half a code",
        "downwards",
        "bytes of many kinds",
        "no width",
        "a table upon another",
        "a long range",
    ],
)
def test_fonts_that_are_not_certain_are_refused(codes: str, how: dict[str, str]) -> None:
    with pytest.raises(Unusual):
        composite_shows(codes, **how)


@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman", "Courier-Bold", "Symbol", "ZapfDingbats"])
def test_a_font_without_an_encoding_has_the_codes_of_its_own(font: str) -> None:
    """The library, which has the fonts, is the witness: the same character for each code, and none that it lacks."""
    codes = bytes([*range(0x21, 0x7F), *range(0xA1, 0xFF)])
    page = RawPage(fonts={font: "F0"})
    for number, code in enumerate(codes):
        page.draw(f"BT /F0 10 Tf {20 + number % 16 * 30} {800 - number // 16 * 30} Td <{code:02x}> Tj ET")
    data = make_pdf(page, fonts={font: f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} >>"})
    with closing(NativeDocument(data)) as document, closing(document.page(0)) as opened, closing(opened.text()) as text:
        found = [c for c in text.characters() if not c.isspace() and not 0xE000 <= ord(c) < 0xF900]
    told = standard_texts(font)
    assert "".join(told[code] for code in codes if code in told).translate(LIGATURES) == "".join(found)
