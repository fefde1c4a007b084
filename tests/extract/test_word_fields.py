"""Fields that show what is no result: buttons, drop-downs, and those of which the reader can only say that they do."""

from __future__ import annotations

import pytest

from tests.extract.raw_docx import cell, docx, paragraph, row, run, table
from tests.extract.word_lines import found, read, texts
from transform.findings import Code
from transform.place import WordPlace


def mark(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def entries(settings: str, *words: str) -> str:
    listed = "".join(f'<w:listEntry w:val="{word}"/>' for word in words)
    return f"<w:ffData><w:ddList>{settings}{listed}</w:ddList></w:ffData>"


END, PART = mark("end"), mark("separate")
DROP = code(" FORMDROPDOWN ")
CHOSEN = '<w:result w:val="1"/>'

#: A field → the text of its paragraph, between a and b.
SHOWN = {
    "a button": (mark("begin") + code(" MACROBUTTON NoMacro Klik hier. ") + END, "aKlik hier. b"),
    "a button in pieces": (mark("begin") + code(" MACROBUT") + code("TON X Kl") + code("ik") + END, "aKlikb"),
    "a button to a place": (mark("begin") + code("GOTOBUTTON Blad_2 hier") + END, "ahierb"),
    "a chosen entry": (mark("begin", entries(CHOSEN, "een", "twee")) + DROP + END, "atweeb"),
    "the first entry": (mark("begin", entries("", "een", "twee")) + DROP + END, "aeenb"),
    "the entry by default": (mark("begin", entries('<w:default w:val="1"/>', "een", "twee")) + DROP + END, "atweeb"),
    "a chosen entry without a result": (mark("begin", entries(CHOSEN, "een", "twee")) + DROP + PART + END, "atweeb"),
    "an entry that is not there": (mark("begin", entries(CHOSEN, "een")) + DROP + END, "ab"),
    "a removed button": (f"<w:del>{mark('begin')}{code('MACROBUTTON X weg')}{END}</w:del>", "ab"),
    "a button that never ends": (mark("begin") + code("MACROBUTTON X weg"), "ab"),
}


@pytest.mark.parametrize(("field", "text"), SHOWN.values(), ids=SHOWN.keys())
def test_what_a_field_shows_without_a_result(field: str, text: str) -> None:
    document = read(docx(table(row(cell(paragraph(run("a") + field + run("b")))))))
    assert texts(document) == [text]
    assert {code for code, _was, _became in found(document)} <= {Code.TRACKED_CHANGE}


def test_a_drop_down_with_a_result_of_its_own_shows_that() -> None:
    field = mark("begin", entries(CHOSEN, "een", "twee")) + DROP + PART + run("twee") + END
    document = read(docx(paragraph(run("a") + field)))
    assert texts(document) == ["atwee", "twee"]
    assert found(document) == [(Code.HIDDEN_TEXT, "twee", "")]


@pytest.mark.parametrize("kind", ["SET naam", 'ASK naam "Welke naam?"'])
def test_a_field_that_only_names_its_result_shows_nothing(kind: str) -> None:
    field = mark("begin") + code(f" {kind} ") + PART + run("geheim") + END
    document = read(docx(paragraph(run("a") + field + run("b"))))
    assert texts(document) == ["ab", "geheim"]
    assert found(document) == [(Code.HIDDEN_TEXT, "geheim", "")]


#: A field → the instruction that is told, if any.
UNREAD = {
    "a formula": (mark("begin") + code(r" EQ \o(x) ") + END, r"EQ \o(x)"),
    "a sign": (mark("begin") + code(" SYMBOL 183 ") + END, "SYMBOL 183"),
    "a reference that was never updated": (mark("begin") + code(" REF naam ") + END, "REF naam"),
    "a reference to nothing": (mark("begin") + code(" REF naam ") + PART + END, ""),
    "a button parted from nothing": (mark("begin") + code("MACROBUTTON X a") + PART + END, "MACROBUTTON X a"),
    "a formula with a result": (mark("begin") + code(" EQ x ") + PART + run("b") + END, ""),
    "an entry of an index": (mark("begin") + code(' XE "b" ') + END, ""),
    "a number that the program draws": (mark("begin") + code(" AUTONUM ") + END, ""),
    "a formula in one element": (r'<w:fldSimple w:instr=" EQ \o(x) "/>', r"EQ \o(x)"),
    "a reference in one element": (f'<w:fldSimple w:instr=" REF x ">{run("b")}</w:fldSimple>', ""),
    "a removed formula": (f"<w:del>{mark('begin')}{code('EQ x')}{END}</w:del>", ""),
}


@pytest.mark.parametrize(("field", "told"), UNREAD.values(), ids=UNREAD.keys())
def test_a_field_that_shows_what_is_not_read_is_told(field: str, told: str) -> None:
    document = read(docx(table(row("x", cell(paragraph(run("a") + field))))))
    place = WordPlace(table=1, row=1, cell=2, paragraph=1)
    assert found(document) == ([(Code.FIELD_UNREAD, told, "")] if told else [])
    assert [finding.place for finding in document.findings] == ([place] if told else [])


def formula(inner: str) -> str:
    return f"<m:oMath>{inner}</m:oMath>"


def sign(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


#: A formula → its signs, and whether it draws more than those.
FORMULAS = {
    "signs": (sign("m") + sign("ens"), "mens", False),
    "a fraction": (f"<m:f><m:num>{sign('1')}</m:num><m:den>{sign('2')}</m:den></m:f>", "12", True),
    "a power": (f"<m:sSup><m:e>{sign('m')}</m:e><m:sup>{sign('2')}</m:sup></m:sSup>", "m2", True),
    "brackets": (f"<m:d><m:e>{sign('her')}</m:e></m:d>", "her", True),
}


@pytest.mark.parametrize(("inner", "text", "told"), FORMULAS.values(), ids=FORMULAS.keys())
def test_a_formula_that_draws_more_than_its_signs_is_told(inner: str, text: str, told: bool) -> None:
    document = read(docx(table(row(cell(paragraph(run("a ") + formula(inner)))))))
    assert texts(document) == [f"a {text}"]
    assert found(document) == ([(Code.FIELD_UNREAD, text, "")] if told else [])
    removed = read(docx(paragraph(f"{run('a')}<w:del>{formula(inner)}</w:del>")))
    assert Code.FIELD_UNREAD not in {code for code, _was, _became in found(removed)}
